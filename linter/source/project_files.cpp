#include "linter/source/project_files.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

namespace kaflint {
namespace {

namespace fs = std::filesystem;

fs::path folder_of(std::string_view from) {
  fs::path folder = fs::path(from).parent_path();
  return folder.empty() ? fs::path(".") : folder;
}

/// Links resolved; empty when there is no such folder.
fs::path resolved(const fs::path& path) {
  std::error_code failed;
  fs::path found = fs::canonical(path, failed);
  return failed ? fs::path() : found;
}

bool is_within(const fs::path& path, const fs::path& root) {
  const auto [end, rest] = std::ranges::mismatch(root, path);
  return end == root.end();
}

std::vector<std::string> regular_files(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code failed;
  for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end;
       entry.increment(failed)) {
    std::error_code unknown;
    if (entry->is_regular_file(unknown)) names.push_back(entry->path().filename().string());
  }
  std::ranges::sort(names);
  return names;
}

}  // namespace

std::string ProjectFiles::root_of(const std::string& folder) const {
  {
    const std::scoped_lock lock(mutex_);
    if (const auto known = roots_.find(folder); known != roots_.end()) return known->second;
  }
  const fs::path start = resolved(folder);
  const fs::path working = resolved(".");
  fs::path root = is_within(start, working) ? working : start;
  for (fs::path above = start; !above.empty(); above = above.parent_path()) {
    std::error_code unknown;
    if (fs::exists(above / ".git", unknown)) {
      root = above;
      break;
    }
    if (above == above.parent_path()) break;
  }
  const std::scoped_lock lock(mutex_);
  return roots_.emplace(folder, root.string()).first->second;
}

std::shared_ptr<const SourceFile> ProjectFiles::read(std::string_view from,
                                                     std::string_view relative) const {
  const fs::path folder = folder_of(from);
  const fs::path asked = (fs::path(from).parent_path() / relative).lexically_normal();
  const std::string name = asked.generic_string();
  {
    const std::scoped_lock lock(mutex_);
    if (const auto known = files_.find(name); known != files_.end()) return known->second;
  }
  std::shared_ptr<const SourceFile> found;
  const fs::path target = resolved(asked);
  if (!target.empty() && is_within(target, root_of(folder.generic_string())))
    if (auto source = read_source_file(name, kSizeLimit))
      found = std::make_shared<const SourceFile>(*std::move(source));
  const std::scoped_lock lock(mutex_);
  return files_.emplace(name, std::move(found)).first->second;
}

std::vector<std::string> ProjectFiles::names_beside(std::string_view from) const {
  const std::string folder = folder_of(from).generic_string();
  {
    const std::scoped_lock lock(mutex_);
    if (const auto known = names_.find(folder); known != names_.end()) return known->second;
  }
  std::vector<std::string> names = regular_files(folder);
  const std::scoped_lock lock(mutex_);
  return names_.emplace(folder, std::move(names)).first->second;
}

std::vector<std::string> ProjectFiles::upwards(std::string_view from) const {
  const fs::path folder = folder_of(from);
  const fs::path root = root_of(folder.generic_string());
  std::vector<std::string> prefixes;
  std::string prefix;
  for (fs::path at = resolved(folder); !at.empty() && is_within(at, root); at = at.parent_path()) {
    prefixes.push_back(prefix);
    prefix += "../";
    if (at == at.parent_path()) break;
  }
  return prefixes;
}

}  // namespace kaflint
