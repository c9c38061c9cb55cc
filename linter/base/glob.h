// Patterns as .gitignore and --exclude write them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kaflint {

/// Whether `path` matches `pattern`, both relative and with `/`: `*` and `?` stay within one name,
/// `**` as a whole name stands for any number of folders, `[a-z]` and `[!a-z]` for one character,
/// a backslash takes the next character literally (gitignore(5), fnmatch with FNM_PATHNAME).
bool glob_match(std::string_view pattern, std::string_view path);

/// The patterns of one .gitignore file, or those of --exclude.
class IgnoreList {
 public:
  enum class Answer { none, ignored, kept };

  IgnoreList() = default;
  /// One pattern a line: comments, `!`, a leading or trailing `/` mean what gitignore(5) says.
  explicit IgnoreList(std::string_view text);
  void add(std::string_view line);
  bool empty() const { return patterns_.empty(); }
  /// The last pattern that matches decides. `path` is relative to the list's folder, with `/`.
  Answer ask(std::string_view path, bool is_folder) const;

 private:
  struct Pattern {
    std::string glob;
    bool negated = false;
    bool folders_only = false;
    bool anchored = false;  // matches the whole path, not just the name
  };
  std::vector<Pattern> patterns_;
};

}  // namespace kaflint
