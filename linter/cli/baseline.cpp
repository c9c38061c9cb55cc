#include "linter/cli/baseline.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <system_error>
#include <utility>

#include "linter/cli/commands.h"
#include "linter/cli/output.h"
#include "linter/cli/run.h"
#include "linter/policy/baseline.h"
#include "linter/policy/configuration_finder.h"
#include "linter/report/summary.h"

namespace kaflint::cli {
namespace {

namespace fs = std::filesystem;
using policy::Baseline;
using policy::BaselineEntry;
using Counts = std::map<BaselineEntry, std::size_t>;

BaselineEntry entry_of(const std::string& name, const Finding& finding) {
  return {name, finding.rule, finding.unit, finding.key};
}

bool exists_beside(const Baseline& baseline, const std::string& name) {
  std::error_code error;
  return fs::exists(fs::path(baseline.file).parent_path() / name, error);
}

/// What a run says about the entries of one baseline.
struct Seen {
  std::set<std::string> names;  // of the files that were read
  Counts matched;
};

/// Entries that the run shows to be too many, and by how many.
Counts stale_entries(const Baseline& baseline, const Seen& seen) {
  Counts stale;
  std::map<std::string, bool> gone;
  for (const auto& [entry, count] : baseline.counts) {
    const auto matched = seen.matched.find(entry);
    const std::size_t met = matched == seen.matched.end() ? 0 : matched->second;
    if (met == count) continue;
    if (!seen.names.contains(entry.path)) {
      const auto [known, fresh] = gone.try_emplace(entry.path, false);
      if (fresh) known->second = !exists_beside(baseline, entry.path);
      if (!known->second) continue;
    }
    stale.emplace(entry, count - met);
  }
  return stale;
}

std::string describe(const BaselineEntry& entry) {
  std::string text = fmt::format("{}: {}", entry.path, entry.rule);
  for (const std::string& part : {entry.unit, entry.key})
    if (!part.empty()) text += " " + part;
  return text;
}

std::string stale_note(const Baseline& baseline, const Counts& stale) {
  const std::size_t more = stale.size() - 1;
  return fmt::format(
      "{} in the baseline `{}` {} nothing any more, so `--write-baseline` would drop {}: {}{}",
      report::counted(stale.size(), "entry", "entries"), baseline.file,
      stale.size() == 1 ? "matches" : "match", stale.size() == 1 ? "it" : "them",
      describe(stale.begin()->first), more == 0 ? "" : fmt::format(" and {} more", more));
}

/// Baselines that counted for some file, with what the run says about them.
std::map<const Baseline*, Seen> seen_baselines(const report::Report& report) {
  std::map<const Baseline*, Seen> all;
  for (const policy::FileResult& file : report.files) {
    if (!file.baseline) continue;
    Seen& seen = all[file.baseline.get()];
    const std::string name = file.baseline->name_of(file.source->path());
    for (const Suppressed& suppressed : file.suppressed)
      if (suppressed.kind == SuppressionKind::baseline)
        ++seen.matched[entry_of(name, suppressed.finding)];
  }
  for (auto& [baseline, seen] : all)
    for (const std::string& path : report.paths_read) seen.names.insert(baseline->name_of(path));
  return all;
}

/// The baseline that --write-baseline is about.
std::string target_of(const Options& options) {
  if (!options.baseline.empty()) return options.baseline;
  const policy::Configured here = policy::ConfigurationFinder().of_folder("");
  if (here.configuration && here.configuration->baseline) return here.configuration->baseline->path;
  return std::string(policy::kBaselineName);
}

/// The old entries of files that were not read but exist, and everything that was found.
Baseline made_of(const report::Report& report, const std::string& target, const Baseline& old) {
  Baseline made{target, {}};
  std::set<std::string> names;
  for (const std::string& path : report.paths_read) names.insert(made.name_of(path));
  for (const auto& [entry, count] : old.counts)
    if (!names.contains(entry.path) && exists_beside(made, entry.path))
      made.counts.emplace(entry, count);
  for (const policy::FileResult& file : report.files) {
    const std::string name = made.name_of(file.source->path());
    for (const Finding& finding : file.findings) ++made.counts[entry_of(name, finding)];
    for (const Suppressed& suppressed : file.suppressed)
      if (suppressed.kind == SuppressionKind::baseline)
        ++made.counts[entry_of(name, suppressed.finding)];
  }
  return made;
}

}  // namespace

void add_stale_entries(report::Report& report) {
  std::set<std::string> notes;
  for (const auto& [baseline, seen] : seen_baselines(report))
    if (const Counts stale = stale_entries(*baseline, seen); !stale.empty())
      notes.insert(stale_note(*baseline, stale));
  report.notes.insert(report.notes.end(), notes.begin(), notes.end());
}

int write_baseline(const Options& given) {
  Options options = given;
  options.baseline = target_of(given);
  report::Report report = run(options, [](auto source, policy::CheckOptions check) {
    check.every_finding = true;
    return policy::check_file(std::move(source), check);
  });
  if (report.errors.empty()) {
    const auto old = policy::Baselines(options.baseline, true).of({});
    const Baseline made = made_of(report, options.baseline, *old);
    const auto failure = write_file(options.baseline, policy::baseline_text(made));
    report = run(options);
    if (failure)
      report.errors.push_back({options.baseline, fmt::format("cannot be written: {}", *failure)});
    std::size_t count = 0;
    for (const auto& [entry, times] : made.counts) count += times;
    report.notes.push_back(fmt::format("the baseline `{}` holds {}", options.baseline,
                                       report::counted(count, "finding")));
  }
  return check_report(options, std::move(report));
}

}  // namespace kaflint::cli
