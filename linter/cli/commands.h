// The commands, one file each. Each gives the process's exit code.
#pragma once

#include <functional>
#include <string>

#include "linter/cli/options.h"
#include "linter/report/report.h"

namespace kaflint::cli {

int check(const Options& options);
int effective(const Options& options);
int units(const Options& options);
int explain(const Options& options);
int rules(const Options& options);
int init(const Options& options);
int schema(const Options& options);
int policy(const Options& options);
int lsp(const Options& options);

/// The end of every kind of check.
int check_report(const Options& options, report::Report report);

using Render = std::function<std::string(const report::Report&)>;

/// On stderr, each with its place.
void write_errors(const std::vector<report::RunError>& errors);
/// Writes the report where the options say, and its errors to stderr. Gives 2 when there are errors
/// or the report could not be written, else `exit_code`.
int deliver(const Options& options, report::Report report, const Render& render, int exit_code);
/// What a command that reads no files prints.
int deliver_stdout(const std::string& text, int exit_code = 0);

report::TextOptions text_options(const Options& options);

}  // namespace kaflint::cli
