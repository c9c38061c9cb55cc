#include "linter/constraint/lexer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "linter/base/ascii.h"
#include "linter/base/utf8.h"

namespace kaflint::constraint {
namespace {

constexpr std::array<std::string_view, 23> kPunctuation = {
    "==", "!=", "<=", ">=", "&&", "||", "<", ">", "(", ")", "[", "]",
    ".",  ",",  "-",  "!",  "?",  ":",  "+", "*", "/", "%", "{"};

bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  std::expected<std::vector<Token>, Problem> run() {
    std::vector<Token> tokens;
    for (;;) {
      skip_blanks();
      const std::size_t begin = at_;
      if (begin == text_.size()) break;
      const TokenKind kind = next();
      if (kind == TokenKind::end) return std::unexpected(problem_);
      tokens.push_back({kind, text_.substr(begin, at_ - begin), static_cast<std::uint32_t>(begin)});
    }
    tokens.push_back({TokenKind::end, {}, static_cast<std::uint32_t>(text_.size())});
    return tokens;
  }

 private:
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }

  TokenKind fail(std::size_t offset, std::string text) {
    problem_ = {static_cast<std::uint32_t>(offset), std::move(text)};
    return TokenKind::end;
  }

  void skip_blanks() {
    while (at_ < text_.size()) {
      if (std::string_view(" \t\r\n\f").find(text_[at_]) != std::string_view::npos)
        ++at_;
      else if (text_.substr(at_, 2) == "//")
        at_ = std::min(text_.find('\n', at_), text_.size());
      else
        return;
    }
  }

  TokenKind next() {
    const char c = peek();
    if (is_digit(c) || (c == '.' && is_digit(peek(1)))) return number();
    if (c == '"' || c == '\'') return string(false);
    if ((c == 'r' || c == 'R') && (peek(1) == '"' || peek(1) == '\'')) {
      ++at_;
      return string(true);
    }
    if ((c == 'b' || c == 'B') && (peek(1) == '"' || peek(1) == '\''))
      return fail(at_, "there are no bytes here; a text has no `b` before it");
    if (is_letter(c) || c == '_') return word();
    for (const std::string_view punctuation : kPunctuation) {
      if (!text_.substr(at_).starts_with(punctuation)) continue;
      at_ += punctuation.size();
      return TokenKind::punctuation;
    }
    return unexpected_character();
  }

  TokenKind unexpected_character() {
    if (peek() == '=') return fail(at_, "`=` stands alone; equality is `==`");
    if (peek() == '&' || peek() == '|')
      return fail(at_, fmt::format("`{0}` stands alone; write `{0}{0}`", peek()));
    const std::uint32_t size = utf8_sequence(text_, at_);
    return fail(at_, size == 0 ? std::string("not UTF-8")
                               : fmt::format("unexpected `{}`", text_.substr(at_, size)));
  }

  TokenKind word() {
    const std::size_t begin = at_;
    while (is_letter(peek()) || is_digit(peek()) || peek() == '_') ++at_;
    return text_.substr(begin, at_ - begin) == "in" ? TokenKind::punctuation
                                                    : TokenKind::identifier;
  }

  void skip_digits() {
    while (is_digit(peek())) ++at_;
  }

  TokenKind number() {
    if (peek() == '0' && peek(1) == 'x' && is_hex(peek(2))) {
      at_ += 2;
      while (is_hex(peek())) ++at_;
      return end_of_number(TokenKind::integer);
    }
    TokenKind kind = TokenKind::integer;
    skip_digits();
    if (peek() == '.' && is_digit(peek(1))) {
      kind = TokenKind::number;
      ++at_;
      skip_digits();
    }
    const std::size_t sign = peek(1) == '+' || peek(1) == '-' ? 2 : 1;
    if ((peek() == 'e' || peek() == 'E') && is_digit(peek(sign))) {
      kind = TokenKind::number;
      at_ += sign;
      skip_digits();
    }
    return end_of_number(kind);
  }

  TokenKind end_of_number(TokenKind kind) {
    if (peek() == 'u' || peek() == 'U')
      return fail(at_, "there are no unsigned numbers here; leave the `u` out");
    return kind;
  }

  /// `at_` is the quote. What escapes mean is the parser's concern; here they only hide a quote.
  TokenKind string(bool raw) {
    const std::size_t begin = at_;
    const char quote = peek();
    const std::string three(3, quote);
    const bool triple = text_.substr(at_).starts_with(three);
    at_ += triple ? 3 : 1;
    while (at_ < text_.size()) {
      const char c = peek();
      if (triple ? text_.substr(at_).starts_with(three) : c == quote) {
        at_ += triple ? 3 : 1;
        return TokenKind::string;
      }
      if (!triple && (c == '\n' || c == '\r')) break;
      if (c == '\\' && !raw) ++at_;
      const std::uint32_t size = at_ < text_.size() ? utf8_sequence(text_, at_) : 1;
      if (size == 0) return fail(at_, "not UTF-8");
      at_ += size;
    }
    return fail(begin,
                fmt::format("this text has no closing {}", triple ? three : three.substr(2)));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Problem problem_;
};

}  // namespace

std::expected<std::vector<Token>, Problem> tokenize(std::string_view text) {
  if (text.size() > kMostBytes)
    return std::unexpected(
        Problem{kMostBytes, fmt::format("longer than {} bytes", std::size_t{kMostBytes})});
  return Lexer(text).run();
}

}  // namespace kaflint::constraint
