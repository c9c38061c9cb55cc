// check --fix, --unsafe-fixes and --diff
#pragma once

#include "linter/cli/options.h"
#include "linter/report/report.h"

namespace kaflint::cli {

/// Fixes the files as far as `options.fix` allows and reports what remains. A file that cannot be
/// written is an error of the report, and its findings remain.
report::Report run_with_fixes(const Options& options);

/// --diff. Gives the exit code: 1 when something would change.
int show_fixes(const Options& options);

}  // namespace kaflint::cli
