// The configuration file that `kaflint init` begins with.
#pragma once

#include <string>
#include <string_view>

#include "linter/report/report.h"

namespace kaflint::cli {

/// Every key with its meaning and an example, commented out, beside what was found in the folder.
/// `prefix` is the folder's, in front of the report's paths.
std::string first_configuration(const report::Report& report, std::string_view prefix);

}  // namespace kaflint::cli
