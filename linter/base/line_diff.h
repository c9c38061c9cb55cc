// Which lines of two texts differ.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace kaflint {

/// Lines [old_begin, old_end) are replaced by [new_begin, new_end); one of the two may be empty.
struct LineChange {
  std::size_t old_begin = 0, old_end = 0;
  std::size_t new_begin = 0, new_end = 0;
  friend bool operator==(const LineChange&, const LineChange&) = default;
};

/// The fewest changes that make `after` of `before` (Myers' algorithm), sorted, with at least one
/// equal line between any two. Texts that differ in more lines than `limit` give one change from
/// the first difference to the last.
std::vector<LineChange> line_changes(std::span<const std::string_view> before,
                                     std::span<const std::string_view> after,
                                     std::size_t limit = 1000);

}  // namespace kaflint
