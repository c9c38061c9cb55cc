#include "linter/policy/path_patterns.h"

#include <algorithm>

#include "linter/base/text.h"

namespace kaflint::policy {
namespace {

bool ends_in_lone_backslash(std::string_view pattern) {
  const std::size_t last = pattern.find_last_not_of('\\');
  return (pattern.size() - (last == std::string_view::npos ? 0 : last + 1)) % 2 == 1;
}

bool has_open_bracket(std::string_view pattern) {
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '\\') {
      ++i;
    } else if (pattern[i] == '[') {
      // A bracket that comes first, or behind `!`, is a member.
      std::size_t from = i + 1;
      if (from < pattern.size() && (pattern[from] == '!' || pattern[from] == '^')) ++from;
      const std::size_t end = pattern.find(']', from + 1);
      if (end == std::string_view::npos) return true;
      i = end;
    }
  }
  return false;
}

bool only_stars(std::string_view name) {
  return name.find_first_not_of('*') == std::string_view::npos;
}

}  // namespace

std::optional<std::string> PathPatterns::problem_of(std::string_view pattern) {
  const std::string_view rest = pattern.starts_with('!') ? pattern.substr(1) : pattern;
  if (rest.find_first_not_of("/ ") == std::string_view::npos) return "matches nothing";
  if (has_open_bracket(rest)) return "has a `[` without its `]`";
  if (ends_in_lone_backslash(rest)) return "ends in a `\\` without a character behind it";
  for (const std::string_view name : split(rest, '/')) {
    if (name == "..") return "leads out of the configuration's folder";
    if (name == ".") return "has a `.` in it, which matches no name; leave it out";
  }
  if (pattern.starts_with('#') || pattern.ends_with(' '))
    return "begins with `#` or ends with a space";
  return std::nullopt;
}

void PathPatterns::add(const PathPatterns& other) {
  for (const std::string& text : other.texts_) add(text);
}

void PathPatterns::add(std::string_view pattern) {
  texts_.emplace_back(pattern);
  patterns_.add(pattern);
  const bool negated = pattern.starts_with('!');
  const bool of_folders = pattern.ends_with('/');
  if (negated || (!of_folders && !only_stars(pattern.substr(pattern.rfind('/') + 1))))
    naming_.add(pattern);
}

bool PathPatterns::match(std::string_view path, bool is_folder) const {
  for (;;) {
    const IgnoreList::Answer answer = patterns_.ask(path, is_folder);
    if (answer != IgnoreList::Answer::none) return answer == IgnoreList::Answer::ignored;
    const std::size_t slash = path.rfind('/');
    if (slash == std::string_view::npos) return false;
    path = path.substr(0, slash);
    is_folder = true;
  }
}

bool PathPatterns::name(std::string_view path) const {
  return naming_.ask(path, false) == IgnoreList::Answer::ignored;
}

}  // namespace kaflint::policy
