#include "linter/policy/configuration_finder.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include "linter/policy/configuration_reader.h"

namespace kaflint::policy {
namespace {

namespace fs = std::filesystem;

/// As reports show it: relative to the working directory where it lies below.
std::string shown(const fs::path& path) {
  std::error_code unknown;
  const fs::path working = fs::canonical(".", unknown);
  if (unknown) return path.generic_string();
  const fs::path relative = path.lexically_relative(working);
  const bool below = !relative.empty() && *relative.begin() != "..";
  return (below ? relative : path).generic_string();
}

/// Reads a configuration and what it extends, depth first.
class Loader {
 public:
  explicit Loader(std::vector<ConfigurationProblem>& problems) : problems_(problems) {}

  std::optional<Configuration> load(const fs::path& path, const ConfigurationPlace& asked) {
    const std::string name = shown(path);
    const auto refuse = [&](std::string text) -> std::optional<Configuration> {
      problems_.push_back({asked, std::move(text)});
      return std::nullopt;
    };
    if (std::ranges::find(open_, path) != open_.end())
      return refuse(fmt::format("`{}` extends itself", name));
    if (++count_ > ConfigurationFinder::kMostFiles)
      return refuse(fmt::format("extends more than {} files", ConfigurationFinder::kMostFiles - 1));
    const auto source = read_source_file(name, ConfigurationFinder::kSizeLimit);
    if (!source) return refuse(fmt::format("cannot read `{}`: {}", name, source.error().reason));
    ConfigurationRead read = read_configuration(*source);
    std::ranges::move(read.problems, std::back_inserter(problems_));
    Configuration& made = read.configuration;
    const fs::path folder = path.parent_path();
    if (made.baseline) made.baseline->path = shown(target(folder, made.baseline->path));
    for (NamedFile& policy : made.policies) policy.path = shown(target(folder, policy.path));
    for (Installation& installation : made.installations)
      for (NamedFile& file : installation.values) {
        const fs::path found = target(folder, file.path);
        std::error_code unknown;
        if (!fs::is_regular_file(found, unknown))
          problems_.push_back(
              {file.place, fmt::format("cannot read `{}`: no such file", shown(found))});
        file.path = shown(found);
      }
    open_.push_back(path);
    // The last one is the strongest, so it comes directly below this file.
    for (auto file = made.extends.rbegin(); file != made.extends.rend(); ++file)
      if (auto base = load(target(folder, file->path), file->place)) extend(made, *std::move(base));
    open_.pop_back();
    return std::move(read.configuration);
  }

 private:
  static fs::path target(const fs::path& folder, const std::string& name) {
    std::error_code unknown;
    const fs::path path = (folder / name).lexically_normal();
    const fs::path found = fs::weakly_canonical(path, unknown);
    return unknown ? path : found;
  }

  std::vector<ConfigurationProblem>& problems_;
  std::vector<fs::path> open_;
  std::size_t count_ = 0;
};

}  // namespace

std::shared_ptr<const Configuration> ConfigurationFinder::read(const std::string& path) const {
  std::vector<ConfigurationProblem> problems;
  auto read = Loader(problems).load(path, {shown(path), 0, 0});
  std::ranges::move(problems, std::back_inserter(problems_));
  if (!read) read.emplace().path = shown(path);
  if (read->require_reason.value_or(false))
    for (const Suppression& suppression : read->suppressions)
      if (suppression.reason.empty())
        problems_.push_back(
            {suppression.place, "has no `reason`, which `require-reason` asks for"});
  return std::make_shared<const Configuration>(*std::move(read));
}

const ConfigurationFinder::Nearest& ConfigurationFinder::nearest(const std::string& folder) const {
  if (const auto known = nearest_.find(folder); known != nearest_.end()) return known->second;
  const fs::path at(folder);
  std::error_code unknown;
  Nearest found;
  if (const fs::path file = at / kConfigurationName; fs::exists(file, unknown)) {
    found = {read(file.string()), folder};
    found_.push_back(found.configuration);
  } else if (at != at.parent_path() && !fs::exists(at / ".git", unknown)) {
    found = nearest(at.parent_path().string());
  }
  return nearest_.emplace(folder, std::move(found)).first->second;
}

/// A walk asks for a folder after the one that it lies in, whose links need not be followed again.
std::string ConfigurationFinder::real_folder(const std::string& prefix) const {
  std::error_code unknown;
  const fs::path folder = prefix.empty() ? fs::path(".") : fs::path(prefix).parent_path();
  const std::string name = folder.filename().string();
  const auto above = folders_.find(prefix.substr(0, folder.native().size() - name.size()));
  const bool known = !prefix.empty() && name != "." && name != ".." && above != folders_.end();
  if (known && !above->second.real.empty() && fs::is_directory(fs::symlink_status(folder, unknown)))
    return (fs::path(above->second.real) / name).string();
  const fs::path real = fs::canonical(folder, unknown);
  return unknown ? std::string() : real.string();
}

Configured ConfigurationFinder::of_folder(std::string_view prefix) const {
  const std::string given(prefix);
  const std::scoped_lock lock(mutex_);
  if (const auto known = folders_.find(given); known != folders_.end())
    return known->second.configured;
  Folder folder{{}, real_folder(given)};
  if (!folder.real.empty()) {
    const Nearest& near = nearest(folder.real);
    folder.configured.configuration = near.configuration;
    if (near.configuration && folder.real != near.folder)
      folder.configured.path =
          fs::path(folder.real).lexically_relative(near.folder).generic_string() + "/";
  }
  return folders_.emplace(given, std::move(folder)).first->second.configured;
}

Configured ConfigurationFinder::of(std::string_view path) const {
  const std::size_t name = path.rfind('/') + 1;
  Configured found = of_folder(path.substr(0, name));
  found.path += path.substr(name);
  return found;
}

std::vector<ConfigurationProblem> ConfigurationFinder::problems() const {
  const std::scoped_lock lock(mutex_);
  std::vector<ConfigurationProblem> all = problems_;
  std::ranges::sort(all);
  all.erase(std::ranges::unique(all).begin(), all.end());
  return all;
}

std::vector<std::shared_ptr<const Configuration>> ConfigurationFinder::found() const {
  const std::scoped_lock lock(mutex_);
  std::vector<std::shared_ptr<const Configuration>> all = found_;
  std::ranges::sort(all, {}, &Configuration::path);
  return all;
}

}  // namespace kaflint::policy
