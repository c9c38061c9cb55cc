// The texts of --help.
#pragma once

#include <string_view>

#include "linter/cli/options.h"

namespace kaflint::cli {

/// The page of the program as a whole.
std::string_view main_help();
std::string_view command_help(Command command);

}  // namespace kaflint::cli
