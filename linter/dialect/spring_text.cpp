// See spring_text.h.
#include "linter/dialect/spring_text.h"

#include <algorithm>
#include <charconv>
#include <memory>

namespace kaflint::dialect {

std::string without_spaces(std::string_view text) {
  std::string result(text);
  std::erase_if(result, [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); });
  return result;
}

bool holds_other_script(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

std::optional<std::int64_t> parse_integer(std::string_view text, int base) {
  std::int64_t number = 0;
  const char* begin = std::to_address(text.begin());
  const char* end = begin + text.size();
  const auto [stop, error] = std::from_chars(begin, end, number, base);
  if (text.empty() || error != std::errc() || stop != end) return std::nullopt;
  return number;
}

}  // namespace kaflint::dialect
