#include "linter/cli/system_context.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <system_error>
#include <utility>

namespace kaflint::cli {
namespace {

namespace fs = std::filesystem;

/// A system by its configuration, which has an identity of its own.
using SystemId = std::pair<const policy::Configuration*, const policy::System*>;

SystemId system_of(const policy::Configured& configured) {
  if (!configured.configuration) return {nullptr, nullptr};
  return {configured.configuration.get(), configured.configuration->system_of(configured.path)};
}

bool is_walked(const fs::path& folder, const std::vector<std::string>& paths) {
  return std::ranges::any_of(paths, [&](const std::string& path) {
    std::error_code unknown;
    const fs::path root = fs::canonical(path, unknown);
    if (unknown || !fs::is_directory(root, unknown)) return false;
    return std::ranges::mismatch(root, folder).in1 == root.end();
  });
}

}  // namespace

std::vector<std::string> rest_of_systems(std::span<const FoundFile> files,
                                         const std::vector<std::string>& paths,
                                         const DiscoverOptions& options,
                                         const policy::ConfigurationFinder& configurations) {
  if (configurations.found().empty()) return {};
  std::map<const policy::Configuration*, std::set<const policy::System*>> systems;
  std::set<std::pair<const policy::Configuration*, std::string>> known;
  for (const FoundFile& file : files) {
    const policy::Configured configured = configurations.of(file.path);
    const auto [configuration, system] = system_of(configured);
    if (system == nullptr) continue;
    systems[configuration].insert(system);
    known.emplace(configuration, configured.path);
  }
  std::vector<std::string> rest;
  for (const auto& [configuration, wanted] : systems) {
    const std::string folder = configuration->path.substr(0, configuration->path.rfind('/') + 1);
    std::error_code unknown;
    if (is_walked(fs::canonical(folder.empty() ? "." : folder, unknown), paths)) continue;
    for (FoundFile& file : discover({folder.empty() ? "." : folder}, options).files) {
      const policy::Configured configured = configurations.of(file.path);
      const auto [of, system] = system_of(configured);
      if (of != configuration || !wanted.contains(system)) continue;
      if (!known.contains({of, configured.path})) rest.push_back(std::move(file.path));
    }
  }
  std::ranges::sort(rest);
  return rest;
}

}  // namespace kaflint::cli
