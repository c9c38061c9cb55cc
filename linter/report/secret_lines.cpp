// Secrets found by their names alone, in any language that writes `name = value` or `name: value`:
// properties, YAML, JSON, JAAS, env files. Only reports use it, where hiding too much does no harm.
#include <algorithm>
#include <array>
#include <string>

#include "linter/base/ascii.h"
#include "linter/base/text.h"
#include "linter/kafka/catalog.h"
#include "linter/report/redact.h"

namespace kaflint::report {
namespace {

/// Say it wherever they stand in a name, written without separators.
constexpr std::array<std::string_view, 7> kWords = {
    "password", "passwd", "passphrase", "secret", "credential", "jaasconfig", "pwd"};
/// Say it at the end of a name.
constexpr std::array<std::string_view, 8> kEndings = {
    "token", "apikey", "privatekey", "accesskey", "masterkey", "keystorekey", "userinfo", "pass"};
/// Say at the end of a name that its value is how a secret is found.
constexpr std::array<std::string_view, 2> kWays = {"credentialssource", "credentialsprovider"};
/// What a search in the text looks for: the shortest piece of each of the above.
constexpr std::array<std::string_view, 11> kTraces = {
    "pas",   "word", "secr",      "credential", "jaas",     "pwd",
    "token", "key",  "user.info", "userinfo",   "user-info"};
/// A misspelt key holds a secret all the same. Parts of names this near to one of these say so.
struct Spelling {
  std::string_view word;
  std::size_t distance;
};
constexpr std::array<Spelling, 3> kSpellings = {Spelling{"password", 2}, Spelling{"passphrase", 2},
                                                Spelling{"secret", 1}};

/// How far from a name things are looked for within a line, so that the search stays linear.
constexpr std::size_t kNear = 4096;

bool is_name(char c) {
  return is_digit(c) || is_letter(c) || c == '.' || c == '-' || c == '_' || c == '[' || c == ']';
}
bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_line_end(char c) { return c == '\n' || c == '\r'; }
bool is_quote(char c) { return c == '"' || c == '\''; }

bool nearly_says(std::string_view part) {
  return std::ranges::any_of(kSpellings, [part](const Spelling& spelling) {
    return edit_distance(part, spelling.word, spelling.distance) <= spelling.distance;
  });
}

bool defined_as_public(std::string_view key) {
  bool known = false;
  for (const kafka::Role role : kafka::kAllRoles)
    for (const kafka::KeyDefinition& definition : kafka::catalog(role).history(key)) {
      if (definition.type() == kafka::Type::password) return false;
      known = true;
    }
  return known;
}

/// Also a key of Kafka's behind a prefix of others, whatever that says:
/// `config.providers.secret.param.security.protocol`.
bool known_as_public(std::string_view key) {
  if (defined_as_public(key)) return true;
  for (std::size_t dot = key.find('.'); dot != std::string_view::npos;
       dot = key.find('.', dot + 1)) {
    const std::string_view tail = key.substr(dot + 1);
    if (tail.contains('.') && defined_as_public(tail)) return true;
  }
  return false;
}

/// Finds the value that follows one name, and the lines that it goes on over.
class ValueReader {
 public:
  explicit ValueReader(std::string_view bytes) : bytes_(bytes) {
    for (std::size_t at = 0; at < bytes.size(); ++at)
      if (is_line_end(bytes[at])) ends_.push_back(at);
  }

  /// Empty when no value follows the name [begin, end).
  Span value(std::size_t name_begin, std::size_t name_end) const {
    std::size_t at = name_end;
    while (at < bytes_.size() && (bytes_[at] == '\\' || is_quote(bytes_[at]))) ++at;
    const std::size_t after_quotes = at;
    at = skip_blanks(at);
    const bool separated = at < bytes_.size() && (bytes_[at] == '=' || bytes_[at] == ':');
    // Properties need no more than a blank between a key and its value.
    if (!separated && (at == after_quotes || !first_on_line(name_begin))) return {};
    const bool yaml = separated && bytes_[at] == ':';
    if (separated) at = skip_blanks(at + 1);
    return span(at, value_end(name_begin, at, yaml));
  }

  /// The value of `value:` on the lines about a `name: DB_PASSWORD`.
  void value_beside(std::size_t name_begin, std::vector<Span>& out) const {
    std::size_t begin = line_begin(name_begin);
    if (begin > 0) begin = line_begin(begin - 1);
    std::size_t end = name_begin;
    for (int lines = 0; lines < 3 && end < bytes_.size(); ++lines) end = line_end(end) + 1;
    if (name_begin - begin > kNear) begin = name_begin - kNear;
    end = std::min({end, bytes_.size(), name_begin + kNear});
    const std::string_view near = bytes_.substr(begin, end - begin);
    for (std::size_t at = near.find("value"); at != std::string_view::npos;
         at = near.find("value", at + 1)) {
      const bool whole = at == 0 || !is_name(near[at - 1]) || near[at - 1] == '-';
      const std::size_t name = begin + at;
      if (whole && !(name + 5 < bytes_.size() && is_name(bytes_[name + 5])))
        out.push_back(value(name, name + 5));
    }
  }

 private:
  static Span span(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(std::max(begin, end))};
  }
  std::size_t skip_blanks(std::size_t at) const {
    while (at < bytes_.size() && is_blank(bytes_[at])) ++at;
    return at;
  }
  std::size_t line_begin(std::size_t at) const {
    const auto next = std::ranges::lower_bound(ends_, at);
    return next == ends_.begin() ? 0 : *std::prev(next) + 1;
  }
  std::size_t line_end(std::size_t at) const {
    const auto next = std::ranges::lower_bound(ends_, at);
    return next == ends_.end() ? bytes_.size() : *next;
  }
  bool first_on_line(std::size_t at) const { return skip_blanks(line_begin(at)) == at; }

  std::size_t value_end(std::size_t name_begin, std::size_t at, bool yaml) const {
    std::size_t end = line_end(at);
    if (at < end && is_quote(bytes_[at])) {
      const std::string_view rest = bytes_.substr(0, std::min(end, at + kNear));
      const std::size_t close = rest.find(bytes_[at], at + 1);
      if (close != std::string_view::npos && bytes_[close - 1] != '\\') return close + 1;
    }
    if (bytes_.substr(at, 2) == "\\\"") {
      const std::string_view rest = bytes_.substr(0, std::min(end, at + kNear));
      const std::size_t close = rest.find("\\\"", at + 2);
      if (close != std::string_view::npos) return close + 2;
    }
    return with_further_lines(name_begin, at, end, yaml);
  }

  /// A backslash at the line's end goes on, and in YAML every line that is indented more; but below
  /// an empty value only what is no map or list of its own.
  std::size_t with_further_lines(std::size_t name_begin, std::size_t at, std::size_t end,
                                 bool yaml) const {
    const std::size_t indent = skip_blanks(line_begin(name_begin)) - line_begin(name_begin);
    const bool empty = at == end;
    for (std::size_t last = end; last < bytes_.size();) {
      const bool goes_on = last == end && end > at && bytes_[end - 1] == '\\';
      std::size_t next = last + 1;
      if (bytes_[last] == '\r' && next < bytes_.size() && bytes_[next] == '\n') ++next;
      const std::size_t text = skip_blanks(next);
      last = line_end(text);
      // A block scalar may hold empty lines; they belong to it if a deeper one follows.
      if (yaml && !goes_on && text == last) continue;
      const bool deeper = yaml && text - next > indent;
      const bool nested = empty && deeper && is_collection(bytes_.substr(text, last - text));
      if (!goes_on && (!deeper || nested)) break;
      end = last;
    }
    return end;
  }

  static bool is_collection(std::string_view line) {
    return line.starts_with("- ") || line.starts_with('{') || line.ends_with(':') ||
           line.find(": ") != std::string_view::npos;
  }

  std::string_view bytes_;
  std::vector<std::size_t> ends_;  // of lines, so that long ones are not walked for each name
};

/// `https://user:password@host`
void add_url_passwords(std::string_view bytes, std::vector<Span>& out) {
  for (std::size_t at = bytes.find("://"); at != std::string_view::npos;
       at = bytes.find("://", at + 3)) {
    const std::size_t begin = at + 3;
    const std::size_t stop = std::min(bytes.find_first_of("/ \t\r\n,\"'", begin), bytes.size());
    const std::string_view authority = bytes.substr(begin, stop - begin);
    const std::size_t host = authority.rfind('@');
    const std::size_t colon = authority.find(':');
    if (host != std::string_view::npos && colon < host)
      out.push_back({static_cast<std::uint32_t>(begin + colon + 1),
                     static_cast<std::uint32_t>(begin + host)});
  }
}

}  // namespace

bool names_secret(std::string_view key) {
  std::string name;
  std::string dotted = ascii_lower(key);
  for (char& c : dotted) {
    if (c == '-' || c == '_') c = '.';
    if (c != '.') name += c;
  }
  const bool said =
      std::ranges::any_of(kWords, [&](std::string_view word) { return name.contains(word); }) ||
      std::ranges::any_of(kEndings, [&](std::string_view end) { return name.ends_with(end); }) ||
      std::ranges::any_of(split(dotted, '.'), nearly_says);
  const bool way =
      std::ranges::any_of(kWays, [&](std::string_view end) { return name.ends_with(end); });
  return said && !way && !known_as_public(key);
}

std::vector<Span> secret_lines(std::string_view bytes) {
  const std::string lower = ascii_lower(bytes);
  const ValueReader reader(bytes);
  std::vector<Span> found;
  for (const std::string_view trace : kTraces) {
    std::size_t end = 0;
    for (std::size_t at = lower.find(trace); at != std::string::npos; at = lower.find(trace, end)) {
      std::size_t begin = at;
      end = at + trace.size();
      while (begin > 0 && is_name(bytes[begin - 1])) --begin;
      while (end < bytes.size() && is_name(bytes[end])) ++end;
      if (!names_secret(bytes.substr(begin, end - begin))) continue;
      const Span value = reader.value(begin, end);
      found.push_back(value);
      if (value.empty()) reader.value_beside(begin, found);
      // What a hidden value holds needs no search of its own.
      end = std::max<std::size_t>(end, value.end);
    }
  }
  add_url_passwords(bytes, found);
  std::erase_if(found, [](Span span) { return span.empty(); });
  std::ranges::sort(found);
  return found;
}

}  // namespace kaflint::report
