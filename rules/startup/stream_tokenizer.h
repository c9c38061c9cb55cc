// Tokens of a text, as java.io.StreamTokenizer reads them for JaasConfig.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kaflint::startup {

/// Set up as JaasConfig does it: both kinds of comments and one that a single slash begins,
/// numbers, both kinds of quotes, and `-`, `_`, `$` inside of words.
class StreamTokenizer {
 public:
  enum class Kind : std::uint8_t { end, word, number, quoted, other };
  struct Token {
    Kind kind = Kind::end;
    /// StreamTokenizer.sval: of words and quoted texts.
    std::optional<std::string> text;
    /// Of `other`: its byte, or the first one of a control character beyond ASCII.
    char character = 0;
    /// Where it stands in the text, quotes included.
    std::size_t begin = 0;
    std::size_t end = 0;
    bool is(char c) const { return kind == Kind::other && character == c; }
  };

  explicit StreamTokenizer(std::string_view text) : text_(text), rest_(text) {}
  Token next();

 private:
  Token take();
  bool at(char c) const { return rest_.starts_with(c); }
  /// False when a comment has no end.
  bool skip_blanks_and_comments();
  Token take_number();
  Token take_quoted();
  void take_escape(std::string& into);

  std::string_view text_;
  std::string_view rest_;
};

}  // namespace kaflint::startup
