// What java.util.regex.Pattern certainly refuses. Only plain mistakes are told: patterns with quoting
// or flags, and the inside of character classes, are not looked at.
#include "linter/kafka/named_validators.h"

namespace kaflint::kafka {
namespace {

class Scanner {
 public:
  bool refuses(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      if (c == '\\') {
        if (++i == text.size()) return true;
        nothing_to_repeat_ = false;
      } else if (c == '[') {
        // Classes nest, so their end is not looked for; one that has none is refused.
        return text.find(']', i) == std::string_view::npos;
      } else if (wrong(c, i + 1 < text.size() ? text[i + 1] : '\0')) {
        return true;
      }
    }
    return open_groups_ > 0;
  }

 private:
  bool wrong(char c, char next) {
    switch (c) {
      case '(':
        ++open_groups_;
        // `(?` begins a special group, whose `?` repeats nothing.
        nothing_to_repeat_ = next != '?';
        return false;
      case ')':
        nothing_to_repeat_ = false;
        return --open_groups_ < 0;
      case '|':
        nothing_to_repeat_ = true;
        return false;
      case '*':
      case '+':
      case '?':
        return nothing_to_repeat_;
      default:
        nothing_to_repeat_ = false;
        return false;
    }
  }

  int open_groups_ = 0;
  bool nothing_to_repeat_ = true;
};

}  // namespace

bool may_be_java_regex(std::string_view text) {
  const bool special =
      text.find("\\Q") != std::string_view::npos || text.find("(?") != std::string_view::npos;
  return special || !Scanner().refuses(text);
}

}  // namespace kaflint::kafka
