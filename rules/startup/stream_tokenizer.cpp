#include "rules/startup/stream_tokenizer.h"

#include <algorithm>

#include "linter/base/ascii.h"
#include "linter/base/utf8.h"

namespace kaflint::startup {
namespace {

bool is_line_end(char c) { return c == '\n' || c == '\r'; }
bool is_octal(char c) { return c >= '0' && c <= '7'; }
bool begins_number(std::string_view text) {
  return !text.empty() && (is_digit(text.front()) || text.front() == '.');
}

/// Bytes of the letter that begins the text, 0 if none does. Whatever lies from U+00A0 on is one.
std::size_t letter(std::string_view text) {
  if (text.empty()) return 0;
  const char c = text.front();
  if (is_letter(c) || c == '_' || c == '$') return 1;
  if (static_cast<unsigned char>(c) < 0x80) return 0;
  const std::uint32_t size = utf8_sequence(text, 0);
  if (size == 0) return 1;
  return utf8_code_point(text, 0, size) >= 0xA0 ? size : 0;
}

std::size_t in_word(std::string_view text) {
  if (begins_number(text) || text.starts_with('-')) return 1;
  return letter(text);
}

}  // namespace

StreamTokenizer::Token StreamTokenizer::next() {
  if (!skip_blanks_and_comments() || rest_.empty()) return {};
  const std::size_t begin = text_.size() - rest_.size();
  Token token = take();
  token.begin = begin;
  token.end = text_.size() - rest_.size();
  return token;
}

StreamTokenizer::Token StreamTokenizer::take() {
  const std::string_view begin = rest_;
  if (begins_number(rest_) || (at('-') && begins_number(rest_.substr(1)))) return take_number();
  if (letter(rest_) > 0) {
    while (const std::size_t size = in_word(rest_)) rest_.remove_prefix(size);
    return {Kind::word, std::string(begin.substr(0, begin.size() - rest_.size())), 0};
  }
  if (at('"') || at('\'')) return take_quoted();
  rest_.remove_prefix(std::max<std::size_t>(utf8_sequence(rest_, 0), 1));
  return {Kind::other, std::nullopt, begin.front()};
}

bool StreamTokenizer::skip_blanks_and_comments() {
  while (!rest_.empty()) {
    if (static_cast<unsigned char>(rest_.front()) <= ' ') {
      rest_.remove_prefix(1);
    } else if (rest_.starts_with("/*")) {
      const std::size_t end = rest_.find("*/", 2);
      if (end == std::string_view::npos) return false;
      rest_.remove_prefix(end + 2);
    } else if (at('/')) {
      // The character after the slash goes with it, even a line end.
      rest_.remove_prefix(std::min<std::size_t>(2, rest_.size()));
      rest_.remove_prefix(std::min(rest_.find_first_of("\n\r"), rest_.size()));
    } else {
      return true;
    }
  }
  return true;
}

StreamTokenizer::Token StreamTokenizer::take_number() {
  if (at('-')) rest_.remove_prefix(1);
  bool dot = false;
  while (begins_number(rest_)) {
    if (at('.')) {
      if (dot) break;
      dot = true;
    }
    rest_.remove_prefix(1);
  }
  return {Kind::number, std::nullopt, 0};
}

StreamTokenizer::Token StreamTokenizer::take_quoted() {
  const char quote = rest_.front();
  rest_.remove_prefix(1);
  std::string text;
  while (!rest_.empty() && !at(quote) && !is_line_end(rest_.front())) {
    if (at('\\')) {
      rest_.remove_prefix(1);
      take_escape(text);
    } else {
      text += rest_.front();
      rest_.remove_prefix(1);
    }
  }
  if (at(quote)) rest_.remove_prefix(1);
  return {Kind::quoted, std::move(text), 0};
}

void StreamTokenizer::take_escape(std::string& into) {
  if (rest_.empty()) return;
  const char first = rest_.front();
  rest_.remove_prefix(1);
  if (is_octal(first)) {
    char32_t code = static_cast<char32_t>(first - '0');
    for (int most = first <= '3' ? 2 : 1; most > 0 && !rest_.empty() && is_octal(rest_.front());
         --most) {
      code = code * 8 + static_cast<char32_t>(rest_.front() - '0');
      rest_.remove_prefix(1);
    }
    append_utf8(into, code);
    return;
  }
  constexpr std::string_view kNames = "abfnrtv";
  constexpr std::string_view kCodes = "\a\b\f\n\r\t\v";
  const std::size_t named = kNames.find(first);
  into += named == std::string_view::npos ? first : kCodes[named];
}

}  // namespace kaflint::startup
