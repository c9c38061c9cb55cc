// kaflint check
#include <utility>

#include "linter/cli/commands.h"
#include "linter/cli/run.h"

namespace kaflint::cli {
namespace {

bool reaches(const report::Report& report, Level level) {
  for (const policy::FileResult& file : report.files)
    for (const Finding& finding : file.findings)
      if (finding.level >= level) return true;
  return false;
}

std::string render(const report::Report& report, const Options& options) {
  switch (options.format) {
    case Format::text:
      return report::to_text(report, text_options(options));
    case Format::json:
      return report::to_json(report);
    case Format::sarif:
      return report::to_sarif(report);
  }
  return {};
}

}  // namespace

int check(const Options& options) {
  report::Report report = run(options);
  const bool failed = options.fail_on && reaches(report, *options.fail_on);
  const Render to_text = [&](const report::Report& done) { return render(done, options); };
  return deliver(options, std::move(report), to_text, failed ? 1 : 0);
}

}  // namespace kaflint::cli
