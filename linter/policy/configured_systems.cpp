#include "linter/policy/configured_systems.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/policy/finding_builder.h"
#include "linter/policy/system_checks.h"

namespace kaflint::policy {
namespace {

struct Member {
  const FileResult* file;
  FileResult* out;  // null: nothing is reported of it
  FindingBuilder findings = {};
};

/// The files of one system.
struct Members {
  const System* system = nullptr;
  std::deque<Member> files;
};

/// By the configuration's path, since one name may stand in several.
using Systems = std::map<std::pair<std::string, std::string>, Members>;

void add(const FileResult& file, FileResult* out, Systems& systems) {
  const System* system = system_of(file);
  if (system == nullptr) return;
  Members& members = systems[{file.configured.configuration->path, system->name}];
  members.system = system;
  members.files.push_back({&file, out});
}

/// Where the units name several clusters, one that names none could be of any of them.
std::vector<std::vector<SystemUnit>> clusters_of(std::vector<SystemUnit> units) {
  std::map<std::string_view, std::vector<SystemUnit>> named;
  std::vector<SystemUnit> unnamed;
  for (SystemUnit& member : units) {
    const std::string_view cluster = member.unit->cluster;
    (cluster.empty() ? unnamed : named[cluster]).push_back(std::move(member));
  }
  std::vector<std::vector<SystemUnit>> clusters;
  for (auto& [name, members] : named) clusters.push_back(std::move(members));
  if (clusters.empty()) clusters.emplace_back();
  for (SystemUnit& member : unnamed) {
    if (named.size() <= 1)
      clusters.front().push_back(std::move(member));
    else
      clusters.push_back({std::move(member)});
  }
  return clusters;
}

kafka::VersionSet versions_of(const UnitResult& result) {
  kafka::VersionSet versions;
  for (const kafka::Verdict& verdict : result.verdicts) versions.insert(verdict.version);
  return versions;
}

void add_findings(FileResult& result, std::vector<Finding> findings) {
  std::ranges::move(findings, std::back_inserter(result.findings));
  std::ranges::sort(result.findings, finding_before);
}

void check(Members& members, const CheckOptions& options) {
  std::ranges::sort(members.files, {}, [](const Member& member) -> const std::string& {
    return member.file->configured.path;
  });
  std::vector<SystemUnit> units;
  for (Member& member : members.files)
    for (const UnitResult& result : member.file->units)
      units.push_back(
          {&result.unit, versions_of(result), member.file->source.get(), &member.findings});
  const std::vector<std::vector<SystemUnit>> clusters = clusters_of(std::move(units));
  for (const std::vector<SystemUnit>& cluster : clusters)
    check_system(cluster, clusters.size() == 1 ? members.system->brokers : std::nullopt);
  for (Member& member : members.files) {
    if (member.out == nullptr) continue;
    add_findings(*member.out, member.findings.take(*member.out->rules));
    settle(*member.out, options);
  }
}

}  // namespace

void check_configured_systems(std::span<FileResult> files, std::span<const FileResult> context,
                              const CheckOptions& options) {
  Systems systems;
  for (FileResult& file : files) add(file, &file, systems);
  for (const FileResult& file : context) add(file, nullptr, systems);
  for (auto& [name, members] : systems) check(members, options);
}

}  // namespace kaflint::policy
