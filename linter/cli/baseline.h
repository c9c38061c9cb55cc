// check --baseline and --write-baseline
#pragma once

#include "linter/cli/options.h"
#include "linter/report/report.h"

namespace kaflint::cli {

/// Notes for the baselines' entries that nothing matches any more: their file is gone, or was read
/// and holds fewer such findings.
void add_stale_entries(report::Report& report);

/// Makes the baseline of everything that is found and reports what is left then: nothing. Entries
/// of files that this run did not read stay. Gives the exit code.
int write_baseline(const Options& options);

}  // namespace kaflint::cli
