#include "linter/dialect/dotenv.h"

#include <algorithm>
#include <utility>

#include "linter/base/ascii.h"
#include "linter/base/text.h"
#include "linter/dialect/common.h"

namespace kaflint::dialect {
namespace {

bool is_name(char c) { return is_letter(c) || is_digit(c) || c == '_'; }
bool is_blank(char c) { return c == ' ' || c == '\t'; }

class DotenvParser {
 public:
  explicit DotenvParser(std::string_view bytes) : bytes_(bytes) {}

  std::vector<DotenvEntry> run() {
    while (at_ < bytes_.size()) {
      entry();
      skip_line();
    }
    return std::move(entries_);
  }

 private:
  char here() const { return at_ < bytes_.size() ? bytes_[at_] : '\n'; }

  void skip_blanks() {
    while (is_blank(here())) ++at_;
  }

  void skip_line() {
    const std::size_t end = bytes_.find('\n', at_);
    at_ = end == std::string_view::npos ? bytes_.size() : end + 1;
    ++line_;
  }

  void entry() {
    skip_blanks();
    if (bytes_.substr(at_).starts_with("export ")) {
      at_ += 7;
      skip_blanks();
    }
    DotenvEntry found;
    found.line = line_;
    const std::size_t begin = at_;
    while (is_name(here()) || here() == '.' || here() == '-') ++at_;
    if (at_ == begin) return;
    found.name = bytes_.substr(begin, at_ - begin);
    found.name_span = span_of(begin, at_);
    found.value_span = span_of(at_, at_);
    skip_blanks();
    const char separator = here();
    if (separator == '=' || separator == ':') {
      ++at_;
      value(found);
    } else if (separator != '\n' && separator != '\r' && separator != '#') {
      return;  // no pair
    }
    found.entry_span = span_of(begin, std::max(found.name_span.end, found.value_span.end));
    entries_.push_back(std::move(found));
  }

  void value(DotenvEntry& found) {
    skip_blanks();
    const std::size_t begin = at_;
    const std::uint32_t line = line_;
    if ((here() == '"' || here() == '\'') && quoted(found)) return;
    at_ = begin;
    line_ = line;
    std::size_t end = std::min(bytes_.find('\n', begin), bytes_.size());
    std::string_view text = bytes_.substr(begin, end - begin);
    for (std::size_t hash = text.find('#'); hash != std::string_view::npos;
         hash = text.find('#', hash + 1))
      if (hash == 0 || is_blank(text[hash - 1])) {
        text = text.substr(0, hash);
        break;
      }
    while (!text.empty() && (is_blank(text.back()) || text.back() == '\r')) text.remove_suffix(1);
    found.value = std::string(text);
    found.value_span = span_of(begin, begin + text.size());
  }

  /// Whether the quotes end; they may do so on a later line.
  bool quoted(DotenvEntry& found) {
    const char quote = here();
    const std::size_t begin = at_++;
    std::string text;
    for (; at_ < bytes_.size(); ++at_) {
      char c = bytes_[at_];
      if (c == quote) {
        ++at_;
        found.value = std::move(text);
        found.literal = quote == '\'';
        found.value_span = span_of(begin, at_);
        return true;
      }
      if (c == '\n') ++line_;
      if (c == '\\' && quote == '"' && at_ + 1 < bytes_.size()) {
        c = bytes_[++at_];
        if (c == '$') text += "$";  // becomes $$, which is no variable
        if (c == 'n') c = '\n';
        if (c == 'r') c = '\r';
        if (c == 't') c = '\t';
      }
      text += c;
    }
    return false;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  std::vector<DotenvEntry> entries_;
};

class Interpolation {
 public:
  Interpolation(std::string_view text, const VariableLookup& lookup)
      : text_(text), lookup_(lookup) {}

  Interpolated run() {
    std::string result;
    std::size_t at = 0;
    for (std::size_t dollar = text_.find('$'); dollar != std::string_view::npos;
         dollar = text_.find('$', at)) {
      result += text_.substr(at, dollar - at);
      at = dollar + 1;
      const char next = at < text_.size() ? text_[at] : '\0';
      if (next == '$') {
        result += '$';
        ++at;
      } else if (next == '{') {
        if (!braced(at, result)) return {std::nullopt, refused_};
      } else if (is_letter(next) || next == '_') {
        const std::size_t begin = at;
        while (at < text_.size() && is_name(text_[at])) ++at;
        if (!append(lookup_(text_.substr(begin, at - begin)), result)) return {};
      } else {
        result += '$';
      }
    }
    result += text_.substr(at);
    return {std::move(result), false};
  }

 private:
  static bool append(const std::optional<std::string>& value, std::string& result) {
    if (value) result += *value;
    return value.has_value();
  }

  /// `at` stands on the brace, and behind the closing one afterwards.
  bool braced(std::size_t& at, std::string& result) {
    std::size_t end = at;
    for (int depth = 0; end < text_.size(); ++end) {
      if (text_[end] == '{') ++depth;
      if (text_[end] == '}' && --depth == 0) break;
    }
    const std::string_view inner = text_.substr(at + 1, end - at - 1);
    std::size_t size = 0;
    while (size < inner.size() && is_name(inner[size])) ++size;
    std::string_view rest = inner.substr(size);
    const bool named = size > 0 && !is_digit(inner[0]);
    const bool colon = rest.starts_with(':');
    if (colon) rest.remove_prefix(1);
    const char form = rest.empty() ? '\0' : rest.front();
    const bool plain = rest.empty() && !colon;
    if (end == text_.size() || !named || !(plain || form == '-' || form == '?' || form == '+')) {
      refused_ = true;
      return false;
    }
    at = end + 1;
    std::optional<std::string> value = lookup_(inner.substr(0, size));
    if (value && value->empty() && colon) value.reset();
    if (plain || form == '?') return append(value, result);
    const Interpolated other = Interpolation(rest.substr(1), lookup_).run();
    refused_ = refused_ || other.refused;
    if (form == '-') return append(value ? value : other.text, result);
    // Without a file that says it, nobody knows whether the variable is set.
    return value && append(other.text, result);
  }

  std::string_view text_;
  const VariableLookup& lookup_;
  bool refused_ = false;
};

}  // namespace

std::vector<DotenvEntry> parse_dotenv(std::string_view bytes) { return DotenvParser(bytes).run(); }

Interpolated interpolate(std::string_view text, const VariableLookup& lookup) {
  return Interpolation(text, lookup).run();
}

}  // namespace kaflint::dialect
