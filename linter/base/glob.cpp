// Matching is greedy with one place to fall back to, for `*` within a name and for `**` over names:
// no pattern makes it exponential.
#include "linter/base/glob.h"

#include <algorithm>
#include <optional>
#include <ranges>

#include "linter/base/text.h"

namespace kaflint {
namespace {

/// One `[...]`. Advances `at` behind it; nothing when it never closes, then `[` is literal.
std::optional<bool> match_class(std::string_view pattern, std::size_t& at, char c) {
  std::size_t i = at + 1;
  const bool negated = i < pattern.size() && (pattern[i] == '!' || pattern[i] == '^');
  if (negated) ++i;
  bool found = false;
  for (bool first = true; i < pattern.size(); first = false) {
    if (pattern[i] == ']' && !first) {
      at = i + 1;
      return found != negated;
    }
    if (pattern[i] == '\\' && i + 1 < pattern.size()) ++i;
    const auto low = static_cast<unsigned char>(pattern[i++]);
    auto high = low;
    if (i + 1 < pattern.size() && pattern[i] == '-' && pattern[i + 1] != ']') {
      if (pattern[i + 1] == '\\' && i + 2 < pattern.size()) ++i;
      high = static_cast<unsigned char>(pattern[i + 1]);
      i += 2;
    }
    const auto byte = static_cast<unsigned char>(c);
    found = found || (low <= byte && byte <= high);
  }
  return std::nullopt;
}

/// One element of the pattern that is no `*` against one character.
bool match_one(std::string_view pattern, std::size_t& at, char c) {
  if (pattern[at] == '?') {
    ++at;
    return true;
  }
  if (pattern[at] == '[')
    if (const auto matched = match_class(pattern, at, c)) return *matched;
  if (pattern[at] == '\\' && at + 1 < pattern.size()) ++at;
  return pattern[at++] == c;
}

bool match_name(std::string_view pattern, std::string_view name) {
  std::size_t p = 0;
  std::size_t n = 0;
  std::optional<std::size_t> star;
  std::size_t star_name = 0;
  while (n < name.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = ++p;
      star_name = n;
      continue;
    }
    if (p < pattern.size() && match_one(pattern, p, name[n])) {
      ++n;
      continue;
    }
    if (!star) return false;
    p = *star;
    n = ++star_name;
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

bool escaped(std::string_view text, std::size_t at) {
  std::size_t backslashes = 0;
  while (backslashes < at && text[at - backslashes - 1] == '\\') ++backslashes;
  return backslashes % 2 == 1;
}

}  // namespace

bool glob_match(std::string_view pattern, std::string_view path) {
  const std::vector<std::string_view> globs = split(pattern, '/');
  const std::vector<std::string_view> names = split(path, '/');
  std::size_t g = 0;
  std::size_t n = 0;
  std::optional<std::size_t> stars;
  std::size_t stars_name = 0;
  while (n < names.size()) {
    if (g < globs.size() && globs[g] == "**") {
      // At the end it stands for what is within the folder, so for one name at least.
      if (g + 1 == globs.size()) return true;
      stars = ++g;
      stars_name = n;
      continue;
    }
    if (g < globs.size() && match_name(globs[g], names[n])) {
      ++g;
      ++n;
      continue;
    }
    if (!stars) return false;
    g = *stars;
    n = ++stars_name;
  }
  return g == globs.size();
}

IgnoreList::IgnoreList(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  for (std::string_view line : split(text, '\n')) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.starts_with('#')) add(line);
  }
}

void IgnoreList::add(std::string_view line) {
  while (line.ends_with(' ') && !escaped(line, line.size() - 1)) line.remove_suffix(1);
  Pattern pattern;
  if (line.starts_with('!')) {
    pattern.negated = true;
    line.remove_prefix(1);
  }
  if (line.ends_with('/')) {
    pattern.folders_only = true;
    line.remove_suffix(1);
  }
  pattern.anchored = line.contains('/');
  if (line.starts_with('/')) line.remove_prefix(1);
  if (line.empty()) return;
  pattern.glob = line;
  patterns_.push_back(std::move(pattern));
}

IgnoreList::Answer IgnoreList::ask(std::string_view path, bool is_folder) const {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  for (const Pattern& pattern : patterns_ | std::views::reverse) {
    if (pattern.folders_only && !is_folder) continue;
    if (glob_match(pattern.glob, pattern.anchored ? path : name))
      return pattern.negated ? Answer::kept : Answer::ignored;
  }
  return Answer::none;
}

}  // namespace kaflint
