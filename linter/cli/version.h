// The version of the tool, from the build.
#pragma once

#include <string_view>

namespace kaflint::cli {

inline constexpr std::string_view kToolVersion = KAFLINT_VERSION;

}  // namespace kaflint::cli
