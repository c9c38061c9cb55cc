#include "linter/constraint/string_literal.h"

#include <algorithm>
#include <optional>

#include "linter/base/ascii.h"
#include "linter/base/utf8.h"

namespace kaflint::constraint {
namespace {

constexpr std::string_view kEscapes = "abfnrtv\\'\"`?";
constexpr std::string_view kMeanings = "\a\b\f\n\r\t\v\\'\"`?";

/// CEL reads every line end of a text as one \n.
std::string with_plain_line_ends(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      result += text[i];
      continue;
    }
    result += '\n';
    if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
  }
  return result;
}

std::optional<char32_t> digits(std::string_view text, std::size_t count, std::uint32_t base) {
  if (text.size() < count) return std::nullopt;
  char32_t value = 0;
  for (const char c : text.substr(0, count)) {
    std::uint32_t digit = 99;
    if (is_digit(c))
      digit = static_cast<std::uint32_t>(c - '0');
    else if (is_letter(c))
      digit = static_cast<std::uint32_t>((c | 0x20) - 'a') + 10;
    if (digit >= base) return std::nullopt;
    value = value * base + digit;
  }
  return value;
}

/// How many digits follow an escape's first character, and their base; 0 for no such escape.
std::pair<std::size_t, std::uint32_t> numeric(char c) {
  switch (c) {
    case 'x':
    case 'X':
      return {2, 16};
    case 'u':
      return {4, 16};
    case 'U':
      return {8, 16};
    default:
      return {c >= '0' && c <= '3' ? 3 : 0, 8};
  }
}

}  // namespace

std::expected<std::string, Problem> unescape(std::string_view token) {
  const bool raw = token.front() == 'r' || token.front() == 'R';
  std::string_view body = token.substr(raw ? 1 : 0);
  const std::size_t quotes =
      body.size() >= 6 && body.starts_with(std::string(3, body.front())) ? 3 : 1;
  body = body.substr(quotes, body.size() - 2 * quotes);
  const auto problem_at = [&](const char* at, const char* what) {
    return std::unexpected(Problem{static_cast<std::uint32_t>(at - token.data()), what});
  };
  if (raw) return with_plain_line_ends(body);
  std::string result;
  for (std::size_t i = 0; i < body.size();) {
    if (body[i] != '\\') {
      const std::size_t end = std::min(body.find('\\', i), body.size());
      result += with_plain_line_ends(body.substr(i, end - i));
      i = end;
      continue;
    }
    const char c = i + 1 < body.size() ? body[i + 1] : '\0';
    if (const std::size_t known = kEscapes.find(c); known != std::string_view::npos) {
      result += kMeanings[known];
      i += 2;
      continue;
    }
    const auto [count, base] = numeric(c);
    const std::size_t from = i + (base == 8 ? 1 : 2);
    const auto code_point =
        count == 0 ? std::nullopt : digits(body.substr(std::min(from, body.size())), count, base);
    if (!code_point)
      return problem_at(&body[i], "no such escape; a backslash is written `\\\\`, or r\"...\"");
    if (*code_point > 0x10FFFF || (*code_point >= 0xD800 && *code_point < 0xE000))
      return problem_at(&body[i], "no such code point");
    append_utf8(result, *code_point);
    i = from + count;
  }
  return result;
}

}  // namespace kaflint::constraint
