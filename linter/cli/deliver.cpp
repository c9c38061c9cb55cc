// The end of every command: the text to its place, errors to stderr, the exit code.
#include <fmt/format.h>

#include "linter/cli/commands.h"
#include "linter/cli/output.h"

namespace kaflint::cli {
namespace {

/// --output must not replace what is being linted.
bool is_input(const std::string& output, const Options& options, const report::Report& report) {
  for (const std::string& path : options.paths)
    if (same_file(output, path)) return true;
  for (const policy::FileResult& file : report.files)
    if (same_file(output, file.source->path())) return true;
  return false;
}

std::optional<std::string> write_output(const Options& options, const report::Report& report,
                                        const std::string& text) {
  if (options.output.empty()) return write_stdout(text);
  if (is_input(options.output, options, report)) return "it is one of the files to check";
  return write_file(options.output, text);
}

}  // namespace

report::TextOptions text_options(const Options& options) {
  return {use_colour(options), options.verbose, options.quiet};
}

void write_errors(const std::vector<report::RunError>& errors) {
  for (const report::RunError& error : errors)
    write_stderr(error_line(error.path.empty()
                                ? error.message
                                : fmt::format("`{}`: {}", report::place_of(error), error.message)));
}

int deliver(const Options& options, report::Report report, const Render& render, int exit_code) {
  write_errors(report.errors);
  if (!report.errors.empty()) exit_code = 2;
  if (options.format == Format::text) report.errors.clear();  // nobody wants to read them twice
  const std::string text = render(report);
  const auto failure = write_output(options, report, text);
  if (!failure) return exit_code;
  const std::string name = options.output.empty() ? "standard output" : options.output;
  write_stderr(error_line(fmt::format("cannot write to `{}`: {}", name, *failure)));
  // The work is done, so its result is not thrown away.
  if (!options.output.empty()) (void)write_stdout(text);
  return 2;
}

int deliver_stdout(const std::string& text, int exit_code) {
  const auto failure = write_stdout(text);
  if (!failure) return exit_code;
  write_stderr(error_line(fmt::format("cannot write to `standard output`: {}", *failure)));
  return 2;
}

}  // namespace kaflint::cli
