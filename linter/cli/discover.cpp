// A walk with an explicit stack over readdir, whose entries say what they are without a stat each.
#include "linter/cli/discover.h"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string_view>

#include "linter/base/glob.h"
#include "linter/cli/system_error.h"
#include "linter/source/source_file.h"

namespace kaflint::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kIgnoreFileLimit = std::size_t{1} << 20;

/// One .gitignore and the folder that it stands in; a child points to its parent's.
struct Ignores {
  IgnoreList list;
  /// What has to be taken off a walked path to be relative to the list's folder, or, for a list
  /// above the walk's root, put before it.
  std::size_t strip = 0;
  std::string prefix;
  std::shared_ptr<const Ignores> parent;
};
using IgnoresPtr = std::shared_ptr<const Ignores>;

struct Folder {
  std::string path;
  IgnoresPtr ignores;
};

enum class EntryKind { folder, file, other };

std::string join(const std::string& folder, std::string_view name) {
  if (folder == ".") return std::string(name);
  std::string path = folder;
  if (!path.ends_with('/')) path += '/';
  path += name;
  return path;
}

/// The length of `folder/` in front of what lies in it.
std::size_t prefix_size(const std::string& folder) { return join(folder, "").size(); }

std::optional<IgnoreList> read_ignore_file(const std::string& path) {
  const auto file = read_source_file(path, kIgnoreFileLimit);
  if (!file) return std::nullopt;
  IgnoreList list(file->bytes());
  if (list.empty()) return std::nullopt;
  return list;
}

bool ignored_by(const Ignores* ignores, std::string_view path, bool is_folder) {
  for (; ignores != nullptr; ignores = ignores->parent.get()) {
    std::string relative = ignores->prefix;
    relative += path.substr(ignores->strip);
    const IgnoreList::Answer answer = ignores->list.ask(relative, is_folder);
    if (answer != IgnoreList::Answer::none) return answer == IgnoreList::Answer::ignored;
  }
  return false;
}

bool never_walked(std::string_view name) {
  static constexpr std::array<std::string_view, 3> kNames = {"node_modules", "target", "build"};
  return name.starts_with('.') || std::ranges::find(kNames, name) != kNames.end();
}

EntryKind kind_of_mode(mode_t mode) {
  if (S_ISDIR(mode)) return EntryKind::folder;
  return S_ISREG(mode) ? EntryKind::file : EntryKind::other;
}

EntryKind kind_of(const dirent& entry, const std::string& path) {
  if (entry.d_type == DT_REG) return EntryKind::file;
  if (entry.d_type == DT_DIR) return EntryKind::folder;
  if (entry.d_type != DT_LNK && entry.d_type != DT_UNKNOWN) return EntryKind::other;
  struct stat status = {};
  if (::lstat(path.c_str(), &status) != 0) return EntryKind::other;
  if (!S_ISLNK(status.st_mode)) return kind_of_mode(status.st_mode);
  // A link to a folder could lead back up; one to a file is as good as the file.
  if (::stat(path.c_str(), &status) != 0 || S_ISDIR(status.st_mode)) return EntryKind::other;
  return kind_of_mode(status.st_mode);
}

/// The .gitignore files between the walk's root and the top of its git repository, and the
/// repository's own info/exclude.
IgnoresPtr ignores_above(const std::string& root) {
  std::error_code error;
  const fs::path start = fs::weakly_canonical(root, error);
  if (error) return nullptr;
  std::vector<fs::path> folders;
  fs::path top = start;
  while (!fs::exists(top / ".git", error)) {
    if (!top.has_relative_path()) return nullptr;
    top = top.parent_path();
    folders.push_back(top);
  }
  IgnoresPtr chain;
  const auto add = [&](const std::string& file, const fs::path& folder) {
    auto list = read_ignore_file(file);
    if (!list) return;
    const std::string below = start.lexically_relative(folder).generic_string();
    chain = std::make_shared<Ignores>(Ignores{std::move(*list), prefix_size(root),
                                              below == "." ? std::string() : below + "/", chain});
  };
  add((top / ".git" / "info" / "exclude").string(), top);
  std::ranges::reverse(folders);
  for (const fs::path& folder : folders) add((folder / ".gitignore").string(), folder);
  return chain;
}

class Walk {
 public:
  Walk(const DiscoverOptions& options, Discovery& out) : options_(options), out_(out) {
    for (const std::string& exclude : options.excludes) excludes_.add(exclude);
  }

  void folder(const std::string& root) {
    std::vector<Folder> stack = {{root, options_.use_gitignore ? ignores_above(root) : nullptr}};
    while (!stack.empty()) {
      const Folder folder = std::move(stack.back());
      stack.pop_back();
      list(folder, stack);
    }
  }

 private:
  void list(const Folder& folder, std::vector<Folder>& stack) {
    const std::unique_ptr<DIR, int (*)(DIR*)> directory(::opendir(folder.path.c_str()), ::closedir);
    if (!directory) {
      out_.errors.push_back({folder.path, system_error(errno)});
      return;
    }
    const IgnoresPtr ignores = ignores_of(folder);
    policy::Configured configured;
    if (options_.configurations)
      configured = options_.configurations->of_folder(join(folder.path, ""));
    while (const dirent* entry = ::readdir(directory.get())) {
      const std::string_view name = static_cast<const char*>(entry->d_name);
      if (name == "." || name == "..") continue;
      std::string path = join(folder.path, name);
      const EntryKind kind = kind_of(*entry, path);
      if (kind == EntryKind::other) continue;
      const bool is_folder = kind == EntryKind::folder;
      if (is_folder && never_walked(name)) continue;
      if (ignored_by(ignores.get(), path, is_folder) || excluded(path, is_folder)) continue;
      if (configured.configuration &&
          configured.configuration->exclude.match(configured.path + std::string(name), is_folder))
        continue;
      if (is_folder) {
        stack.push_back({std::move(path), ignores});
      } else {
        out_.files.push_back({std::move(path), false});
      }
    }
  }

  IgnoresPtr ignores_of(const Folder& folder) const {
    if (!options_.use_gitignore) return nullptr;
    auto own = read_ignore_file(join(folder.path, ".gitignore"));
    if (!own) return folder.ignores;
    return std::make_shared<Ignores>(
        Ignores{std::move(*own), prefix_size(folder.path), "", folder.ignores});
  }

  bool excluded(std::string_view path, bool is_folder) const {
    while (path.starts_with("./")) path.remove_prefix(2);
    return excludes_.ask(path, is_folder) == IgnoreList::Answer::ignored;
  }

  const DiscoverOptions& options_;
  Discovery& out_;
  IgnoreList excludes_;
};

/// Sorts by path and keeps one of those that are the same path written differently.
void sort_and_unite(std::vector<FoundFile>& files) {
  std::ranges::sort(files, [](const FoundFile& a, const FoundFile& b) {
    return a.given != b.given ? a.given : a.path < b.path;
  });
  std::set<std::string, std::less<>> seen;
  std::erase_if(files, [&](const FoundFile& file) {
    return !seen.insert(fs::path(file.path).lexically_normal().string()).second;
  });
  std::ranges::sort(files, {}, &FoundFile::path);
}

}  // namespace

Discovery discover(const std::vector<std::string>& paths, const DiscoverOptions& options) {
  Discovery out;
  Walk walk(options, out);
  for (const std::string& path : paths) {
    struct stat status = {};
    if (::stat(path.c_str(), &status) != 0) {
      out.errors.push_back({path, system_error(errno)});
    } else if (S_ISDIR(status.st_mode)) {
      walk.folder(path);
    } else {
      out.files.push_back({path, true});
    }
  }
  sort_and_unite(out.files);
  std::ranges::sort(out.errors, {}, &report::RunError::path);
  return out;
}

}  // namespace kaflint::cli
