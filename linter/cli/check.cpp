// kaflint check and kaflint upgrade
#include <utility>

#include "linter/cli/baseline.h"
#include "linter/cli/commands.h"
#include "linter/cli/fix.h"
#include "linter/cli/parallel.h"
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
  const report::ForEach for_each = [&](std::size_t count, const auto& work) {
    parallel_for(count, options.jobs, false, work);
  };
  switch (options.format) {
    case Format::text:
      return report::to_text(report, text_options(options), for_each);
    case Format::json:
      return report::to_json(report, for_each);
    case Format::sarif:
      return report::to_sarif(report, for_each);
    case Format::html:
      return report::to_html(report, for_each);
    case Format::markdown:
      return report::to_markdown(report, for_each);
  }
  return {};
}

}  // namespace

int check_report(const Options& options, report::Report report) {
  const bool failed = options.fail_on && reaches(report, *options.fail_on);
  const Render to_text = [&](const report::Report& done) { return render(done, options); };
  return deliver(options, std::move(report), to_text, failed ? 1 : 0);
}

int check(const Options& options) {
  if (options.diff) return show_fixes(options);
  if (options.write_baseline) return write_baseline(options);
  report::Report report = options.fix ? run_with_fixes(options) : run(options);
  add_stale_entries(report);
  return check_report(options, std::move(report));
}

}  // namespace kaflint::cli
