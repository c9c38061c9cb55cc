// Which files an entry of the configuration is about.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/glob.h"

namespace kaflint::policy {

/// Patterns as in .gitignore, of which the last one that matches decides. A pattern that matches a
/// folder matches everything in it.
class PathPatterns {
 public:
  /// What is wrong with a pattern: it could never match, or not what its author thinks.
  static std::optional<std::string> problem_of(std::string_view pattern);

  void add(std::string_view pattern);
  /// Those of `other` behind these.
  void add(const PathPatterns& other);
  bool empty() const { return patterns_.empty(); }
  /// `path` is relative to the folder that the patterns start from, with `/`.
  bool match(std::string_view path, bool is_folder = false) const;
  /// Whether a pattern speaks of this file itself, by more than a star: `conf/*.conf`, not `conf/`
  /// nor `conf/**`.
  bool name(std::string_view path) const;

 private:
  std::vector<std::string> texts_;
  IgnoreList patterns_;
  IgnoreList naming_;  // those that say something of a file's name
};

}  // namespace kaflint::policy
