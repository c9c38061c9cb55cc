// Files are fixed in memory on any thread, then written one after the other. What a file says can
// matter to another one (a values.yaml to a template), so everything is checked again from the
// disk after that, until nothing is left to fix.
#include "linter/cli/fix.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "linter/cli/commands.h"
#include "linter/cli/output.h"
#include "linter/cli/run.h"
#include "linter/policy/fixing.h"
#include "linter/report/diff.h"
#include "linter/report/summary.h"

namespace kaflint::cli {
namespace {

/// Files that make each other fixable again and again do not exist as far as anybody knows.
constexpr int kMostRounds = 10;

/// The files of a run that fixes make better, by path.
using Fixed = std::map<std::string, policy::FixedFile>;

/// A run whose report is about the files as they are.
std::pair<report::Report, Fixed> run_and_fix(const Options& options) {
  Fixed fixed;
  std::mutex mutex;
  report::Report report = run(options, [&](auto source, const policy::CheckOptions& check) {
    policy::CheckOptions alone = check;
    alone.systems_apart = false;
    policy::FixedFile file = policy::fix_file(source, alone, *options.fix);
    if (file.after) {
      const std::lock_guard lock(mutex);
      fixed.emplace(source->path(), std::move(file));
    }
    return policy::check_file(std::move(source), check);
  });
  return {std::move(report), std::move(fixed)};
}

std::size_t count_findings(const report::Report& report) {
  std::size_t count = 0;
  for (const policy::FileResult& file : report.files) count += file.findings.size();
  return count;
}

std::vector<report::RunError> write_all(const Fixed& fixed) {
  std::vector<report::RunError> errors;
  for (const auto& [path, file] : fixed)
    if (auto error =
            replace_contents(path, file.before.source->bytes(), file.after->source->bytes()))
      errors.push_back({path, "cannot be fixed: " + *error});
  return errors;
}

}  // namespace

report::Report run_with_fixes(const Options& options) {
  auto [report, fixed] = run_and_fix(options);
  const std::size_t found = count_findings(report);
  std::vector<report::RunError> errors;
  for (int round = 0; round < kMostRounds && errors.empty() && !fixed.empty(); ++round) {
    errors = write_all(fixed);
    std::tie(report, fixed) = run_and_fix(options);
  }
  report.errors.insert(report.errors.end(), errors.begin(), errors.end());
  const std::size_t remaining = count_findings(report);
  report.fixes = {found - std::min(found, remaining), found};
  return report;
}

int show_fixes(const Options& options) {
  auto [report, fixed] = run_and_fix(options);
  const report::Paint paint(use_colour(options));
  std::string text;
  for (const auto& [path, file] : fixed)
    text += report::unified_diff(file.before, *file.after, paint);
  return deliver(
      options, std::move(report), [&](const report::Report&) { return text; },
      fixed.empty() ? 0 : 1);
}

}  // namespace kaflint::cli
