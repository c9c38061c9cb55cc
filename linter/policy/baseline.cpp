// Which findings a baseline holds. baseline_file.cpp reads and writes the file.
#include "linter/policy/baseline.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

namespace kaflint::policy {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kSizeLimit = std::size_t{64} << 20;

/// Links followed as far as the path exists.
fs::path resolved(const fs::path& path) {
  std::error_code error;
  fs::path found = fs::weakly_canonical(fs::absolute(path, error), error);
  return error ? path : found;
}

}  // namespace

std::string Baseline::name_of(const std::string& path) const {
  return resolved(path).lexically_relative(resolved(file).parent_path()).generic_string();
}

void apply_baseline(const Baseline& baseline, const std::string& path,
                    std::vector<Finding>& findings, std::vector<Suppressed>& suppressed) {
  if (findings.empty() || baseline.counts.empty()) return;
  const std::string name = baseline.name_of(path);
  std::map<BaselineEntry, std::size_t> met;
  std::erase_if(findings, [&](Finding& finding) {
    BaselineEntry entry{name, finding.rule, finding.unit, finding.key};
    const auto known = baseline.counts.find(entry);
    if (known == baseline.counts.end()) return false;
    std::size_t& count = met[std::move(entry)];
    if (count == known->second) return false;
    ++count;
    suppressed.push_back({std::move(finding), SuppressionKind::baseline,
                          fmt::format("in the baseline {}", baseline.file)});
    return true;
  });
}

std::shared_ptr<const Baseline> Baselines::read(const NamedFile& file) const {
  const auto source = read_source_file(file.path, kSizeLimit);
  if (!source) {
    std::error_code unknown;
    if (may_be_missing_ && !fs::exists(file.path, unknown))
      return std::make_shared<const Baseline>(Baseline{file.path, {}});
    problems_.push_back({file.place, fmt::format("cannot read the baseline `{}`: {}", file.path,
                                                 source.error().reason)});
    return nullptr;
  }
  auto baseline = parse_baseline(*source);
  if (baseline) return std::make_shared<const Baseline>(*std::move(baseline));
  problems_.push_back(std::move(baseline.error()));
  return nullptr;
}

std::shared_ptr<const Baseline> Baselines::of(const Configured& configured) const {
  NamedFile file{given_, {given_, 0, 0}};
  if (given_.empty()) {
    if (!configured.configuration || !configured.configuration->baseline) return nullptr;
    file = *configured.configuration->baseline;
  }
  const std::lock_guard lock(mutex_);
  const auto known = read_.find(file.path);
  if (known != read_.end()) return known->second;
  return read_.emplace(file.path, read(file)).first->second;
}

std::vector<ConfigurationProblem> Baselines::problems() const {
  const std::lock_guard lock(mutex_);
  std::vector<ConfigurationProblem> sorted = problems_;
  std::ranges::sort(sorted);
  return sorted;
}

}  // namespace kaflint::policy
