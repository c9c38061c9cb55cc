// Other files of the project that a file belongs to: what a compose file's `env_file` names, the
// values.yaml beside a chart's templates, the pom.xml above an application.yml.
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "linter/source/source_file.h"

namespace kaflint {

/// Reads each file once and keeps it as long as this object lives. Safe from several threads.
///
/// A file is only read below the project's root: the nearest folder above the file that asks which
/// holds `.git`, or else the working directory when the file lies below it, or else the file's own
/// folder. Links are followed before this is decided, so that a link cannot lead outside.
class ProjectFiles {
 public:
  /// Larger files are treated as absent.
  static constexpr std::size_t kSizeLimit = std::size_t{8} << 20;

  /// The file at `relative` (with `/`, `..` allowed) seen from the folder of `from`. Null when it
  /// is absent, unreadable, too large, no regular file, or outside the project. The path of the
  /// result is relative to the working directory if `from` is.
  std::shared_ptr<const SourceFile> read(std::string_view from, std::string_view relative) const;

  /// Names of the regular files in the folder of `from`, sorted; empty when it cannot be read.
  std::vector<std::string> names_beside(std::string_view from) const;

  /// The folders from that of `from` up to the project's root, both included, as prefixes for
  /// `read`: "", "../", "../../".
  std::vector<std::string> upwards(std::string_view from) const;

 private:
  std::string root_of(const std::string& folder) const;

  mutable std::mutex mutex_;
  mutable std::unordered_map<std::string, std::shared_ptr<const SourceFile>> files_;  // null: none
  mutable std::unordered_map<std::string, std::string> roots_;
  mutable std::unordered_map<std::string, std::vector<std::string>> names_;
};

}  // namespace kaflint
