// What java.util.regex.Pattern certainly refuses. Patterns with quoting or special groups, and
// character classes with more than plain characters in them, are not looked at.
#include "linter/kafka/named_validators.h"

#include "linter/base/ascii.h"

namespace kaflint::kafka {
namespace {

bool is_quantifier(char c) { return c == '*' || c == '+' || c == '?' || c == '{'; }

class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  bool refuses() {
    while (!rest_.empty() && !given_up_)
      if (!take_one()) return true;
    return !given_up_ && open_groups_ > 0;
  }

 private:
  char next() {
    const char c = rest_.front();
    rest_.remove_prefix(1);
    return c;
  }
  bool take(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  // False for a mistake.
  bool take_one() {
    const char c = next();
    if (is_quantifier(c)) return take_quantifier(c);
    can_repeat_ = c != '(' && c != '|';
    switch (c) {
      case '\\':
        return take_escape();
      case '[':
        return take_class();
      case '(':
        ++open_groups_;
        return true;
      case ')':
        return --open_groups_ >= 0;
      default:
        return true;
    }
  }

  bool take_quantifier(char c) {
    if (c == '{' ? !take_counts() : !can_repeat_) return false;
    if (!take('?')) take('+');
    can_repeat_ = false;
    return true;
  }

  // What follows `{`: `2}`, `2,}` or `2,3}`.
  bool take_counts() {
    if (rest_.empty() || !is_digit(rest_.front())) return false;
    const std::string_view least = take_digits();
    if (!take(',')) return take('}');
    const bool bounded = !rest_.starts_with('}');
    const std::string_view most = take_digits();
    return take('}') && !(bounded && is_less(most, least));
  }
  /// Without zeros at the front.
  std::string_view take_digits() {
    while (rest_.starts_with('0')) rest_.remove_prefix(1);
    const std::string_view begin = rest_;
    while (!rest_.empty() && is_digit(rest_.front())) rest_.remove_prefix(1);
    return begin.substr(0, begin.size() - rest_.size());
  }
  static bool is_less(std::string_view a, std::string_view b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  }

  bool take_escape() {
    static constexpr std::string_view kUndefined = "gijlmoqyCFIJKLMOTUY";
    static constexpr std::string_view kNeedMore = "cxupPkN";
    if (rest_.empty()) return false;
    const char c = next();
    if (kUndefined.find(c) != std::string_view::npos) return false;
    if (kNeedMore.find(c) == std::string_view::npos) return true;
    given_up_ = true;
    return !rest_.empty();
  }

  // What follows `[`. A bracket in the first place is a character.
  bool take_class() {
    take('^');
    const std::size_t end = rest_.find(']', 1);
    if (end == std::string_view::npos) {
      // Without its end, whatever stands in it.
      return false;
    }
    const std::string_view inside = rest_.substr(0, end);
    if (inside.find_first_of("[\\&") != std::string_view::npos) {
      given_up_ = true;
      return true;
    }
    rest_.remove_prefix(end + 1);
    return ranges_ascend(inside);
  }

  static bool ranges_ascend(std::string_view inside) {
    for (std::size_t i = 0; i + 2 < inside.size(); ++i) {
      if (inside[i + 1] != '-') continue;
      const auto from = static_cast<unsigned char>(inside[i]);
      const auto to = static_cast<unsigned char>(inside[i + 2]);
      if (from < 0x80 && to < 0x80 && to < from) return false;
      i += 2;
    }
    return true;
  }

  std::string_view rest_;
  int open_groups_ = 0;
  bool can_repeat_ = false;
  bool given_up_ = false;
};

}  // namespace

bool may_be_java_regex(std::string_view text) {
  const bool special =
      text.find("\\Q") != std::string_view::npos || text.find("(?") != std::string_view::npos;
  return special || !Scanner(text).refuses();
}

}  // namespace kaflint::kafka
