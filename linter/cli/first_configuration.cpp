#include "linter/cli/first_configuration.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <vector>

#include "linter/base/text.h"
#include "linter/policy/configuration_keys.h"

namespace kaflint::cli {
namespace {

using dialect::VersionSource;
using kafka::Role;

constexpr std::size_t kWidth = 100;
constexpr std::size_t kMostNames = 5;

/// What stands in the folder, in words of the configuration.
struct Found {
  std::map<Role, std::set<std::string>> files;  // by role
  std::map<std::string, std::string> versions;  // and who says so
  bool assumed = false;                         // for some
};

Found found_in(const report::Report& report, std::string_view prefix) {
  Found found;
  for (const policy::FileResult& file : report.files) {
    std::string_view path = file.source->path();
    if (path.starts_with(prefix)) path.remove_prefix(prefix.size());
    for (const policy::UnitResult& result : file.units) {
      found.files[result.unit.role].emplace(path);
      if (result.version_source == VersionSource::assumed) found.assumed = true;
      if (result.version_source != VersionSource::project || result.verdicts.empty()) continue;
      const std::string version = result.verdicts.back().version.to_string();
      found.versions.emplace(version, result.version_from);
    }
  }
  return found;
}

std::string listed(const std::set<std::string>& names) {
  std::string out;
  std::size_t count = 0;
  for (const std::string& name : names) {
    if (count == kMostNames) return out + fmt::format(" and {} more", names.size() - count);
    if (count++ > 0) out += ", ";
    out += name;
  }
  return out;
}

/// Lines that begin with `# `; those behind the first are `indented`.
std::string comment(std::string_view text, std::string_view indented = "") {
  std::string out;
  std::string line = "#";
  for (const std::string_view word : split(text, ' ')) {
    if (line.size() + 1 + word.size() > kWidth) {
      out += line + "\n";
      line = fmt::format("#{}", indented);
    }
    line += " ";
    line += word;
  }
  return out + line + "\n";
}

std::string commented_out(std::string_view yaml) {
  std::string out;
  for (const std::string_view line : split(yaml, '\n')) out += fmt::format("# {}\n", line);
  return out;
}

std::string head(const Found& found) {
  std::string out = comment(
      "What kaflint checks in this folder and below. `kaflint schema` prints a JSON Schema for "
      "it.");
  if (found.files.empty()) return out + comment("No Kafka configuration was found here.");
  out += comment("Found here:");
  for (const auto& [role, files] : found.files)
    out += comment(fmt::format("  {}: {}", kafka::to_string(role), listed(files)), "     ");
  return out;
}

std::string versions(const Found& found) {
  std::string out;
  for (const auto& [version, from] : found.versions)
    out += comment(fmt::format("The project says {}{}, which counts without an entry here.",
                               version, from.empty() ? "" : fmt::format(" ({})", from)));
  if (found.assumed)
    out += comment(fmt::format("Where nothing says a version, {} is assumed, the newest known.",
                               kafka::newest_release().to_string()));
  return out;
}

std::string folder_of(std::string_view path) {
  const std::size_t slash = path.find('/');
  return std::string(slash == std::string_view::npos ? path : path.substr(0, slash + 1));
}

/// Brokers, and others beside them, in more than one file.
std::string systems(const Found& found) {
  std::set<std::string> folders;
  std::set<std::string> files;
  for (const auto& [role, paths] : found.files)
    for (const std::string& path : paths) {
      folders.insert(folder_of(path));
      files.insert(path);
    }
  if (!found.files.contains(Role::broker) || found.files.size() < 2 || files.size() < 2) return {};
  std::string out = comment("If they belong together, here perhaps:");
  out += commented_out("systems:\n  main:");
  for (const std::string& folder : folders) out += fmt::format("#   - \"/{}\"\n", folder);
  return out;
}

}  // namespace

std::string first_configuration(const report::Report& report, std::string_view prefix) {
  const Found found = found_in(report, prefix);
  std::string out = head(found);
  for (const policy::ConfigurationKey& key : policy::configuration_keys()) {
    out += "\n" + comment(key.doc);
    if (key.name == "kafka") out += versions(found);
    const std::string own = key.name == "systems" ? systems(found) : std::string();
    out += own.empty() ? commented_out(key.example) : own;
  }
  return out;
}

}  // namespace kaflint::cli
