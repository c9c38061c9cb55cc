// From options to a report: find, read and check.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "linter/cli/options.h"
#include "linter/policy/engine.h"
#include "linter/report/report.h"

namespace kaflint::cli {

/// policy::check_file, or what does more with a file. Is called from several threads.
using CheckFile = std::function<policy::FileResult(std::shared_ptr<const SourceFile>,
                                                   const policy::CheckOptions&)>;

/// Never fails: what could not be read is among the report's errors. The result does not depend on
/// the number of threads.
report::Report run(const Options& options, const CheckFile& check_file = policy::check_file);

/// Makes them errors of the run.
void add_problems(const std::vector<policy::ConfigurationProblem>& problems,
                  report::Report& report);

}  // namespace kaflint::cli
