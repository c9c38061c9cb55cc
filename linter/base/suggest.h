// The names that somebody may have meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kaflint {

/// The nearest of `known`, at most three, nearest first; empty when none is near.
std::vector<std::string_view> nearest(std::string_view text,
                                      const std::vector<std::string_view>& known);

/// `; did you mean `a` or `b`?`, or nothing.
std::string did_you_mean(const std::vector<std::string_view>& names);

}  // namespace kaflint
