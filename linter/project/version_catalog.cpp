// As much of TOML as version catalogs are written in: an entry is one line, its value a string or
// an inline table of strings and tables.
#include "linter/project/version_catalog.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "linter/base/ascii.h"
#include "linter/base/text.h"

namespace kaflint::project {
namespace {

constexpr int kMaxDepth = 8;

using Values = std::map<std::string, std::string, std::less<>>;  // by dotted key; "" for the whole

class Line {
 public:
  explicit Line(std::string_view text) : text_(text) {}

  void blanks() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\r'))
      ++at_;
  }

  bool take(char c) {
    blanks();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  std::optional<std::string> quoted() {
    blanks();
    if (at_ >= text_.size() || (text_[at_] != '"' && text_[at_] != '\'')) return std::nullopt;
    const std::size_t end = text_.find(text_[at_], at_ + 1);
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view inside = text_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    return std::string(inside);
  }

  /// A key with its dots, quotes taken off; empty if none stands here.
  std::string key() {
    std::string whole;
    do {
      if (!whole.empty()) whole += '.';
      if (const std::optional<std::string> part = quoted()) {
        whole += *part;
        continue;
      }
      while (at_ < text_.size() && (is_letter(text_[at_]) || is_digit(text_[at_]) ||
                                    text_[at_] == '-' || text_[at_] == '_'))
        whole += text_[at_++];
    } while (take('.'));
    return whole;
  }

  /// False for a form that is not known here.
  bool value(const std::string& name, Values& values, int depth = 0) {
    if (std::optional<std::string> text = quoted()) {
      values[name] = *std::move(text);
      return true;
    }
    if (depth == kMaxDepth || !take('{')) return false;
    while (!take('}')) {
      const std::string inner = key();
      if (inner.empty() || !take('=')) return false;
      if (!value(name.empty() ? inner : name + "." + inner, values, depth + 1)) return false;
      if (!take(',') && !take('}')) return false;
      if (text_[at_ - 1] == '}') return true;
    }
    return true;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

std::string value_of(const Values& values, std::initializer_list<std::string_view> keys) {
  for (const std::string_view key : keys)
    if (const auto found = values.find(key); found != values.end()) return found->second;
  return {};
}

CatalogEntry version_entry(const Values& values) {
  return {CatalogEntry::Kind::version,
          {},
          {},
          value_of(values, {"", "strictly", "require", "prefer"}),
          {},
          0};
}

CatalogEntry library_entry(const Values& values) {
  CatalogEntry entry{CatalogEntry::Kind::library, {}, value_of(values, {"module"}), {}, {}, 0};
  if (entry.id.empty()) entry.id = value_of(values, {"group"}) + ":" + value_of(values, {"name"});
  entry.version =
      value_of(values, {"version", "version.strictly", "version.require", "version.prefer"});
  entry.version_ref = value_of(values, {"version.ref"});
  const std::string whole = value_of(values, {""});  // "group:artifact:version"
  if (whole.empty()) return entry;
  const std::size_t colon = whole.find(':', std::min(whole.find(':'), whole.size() - 1) + 1);
  entry.id = whole.substr(0, colon);
  if (colon != std::string::npos) entry.version = whole.substr(colon + 1);
  return entry;
}

CatalogEntry plugin_entry(const Values& values) {
  CatalogEntry entry{CatalogEntry::Kind::plugin, {}, value_of(values, {"id"}), {}, {}, 0};
  entry.version =
      value_of(values, {"version", "version.strictly", "version.require", "version.prefer"});
  entry.version_ref = value_of(values, {"version.ref"});
  const std::string whole = value_of(values, {""});  // "id:version"
  const std::size_t colon = whole.find(':');
  if (whole.empty()) return entry;
  entry.id = whole.substr(0, colon);
  if (colon != std::string::npos) entry.version = whole.substr(colon + 1);
  return entry;
}

}  // namespace

std::string catalog_accessor(std::string_view alias) {
  std::string accessor(alias);
  std::ranges::replace_if(accessor, [](char c) { return c == '-' || c == '_'; }, '.');
  return accessor;
}

std::vector<CatalogEntry> parse_version_catalog(std::string_view bytes) {
  std::vector<CatalogEntry> entries;
  std::string section;
  std::uint32_t number = 0;
  for (const std::string_view text : split(bytes, '\n')) {
    ++number;
    Line line(text);
    if (line.take('[')) {
      section = line.key();
      continue;
    }
    const std::string alias = line.key();
    Values values;
    if (alias.empty() || !line.take('=') || !line.value("", values)) continue;
    CatalogEntry entry;
    if (section == "versions")
      entry = version_entry(values);
    else if (section == "libraries")
      entry = library_entry(values);
    else if (section == "plugins")
      entry = plugin_entry(values);
    else
      continue;
    entry.accessor = catalog_accessor(alias);
    entry.line = number;
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace kaflint::project
