// From options to a report: find, read and check.
#pragma once

#include "linter/cli/options.h"
#include "linter/report/report.h"

namespace kaflint::cli {

/// Never fails: what could not be read is among the report's errors. The result does not depend on
/// the number of threads.
report::Report run(const Options& options);

}  // namespace kaflint::cli
