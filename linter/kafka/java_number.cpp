// Java's number syntax.
#include "linter/kafka/java_number.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <string>

#include "linter/base/ascii.h"
#include "linter/base/text.h"

namespace kaflint::kafka {
namespace {

// The zeros of Unicode's decimal digits below U+10000, each followed by its one to nine
// (java.lang.Character.digit). Digits beyond are surrogate pairs, which Integer.parseInt refuses.
constexpr std::array<char16_t, 37> kZeros = {
    0x0030, 0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6,
    0x0C66, 0x0CE6, 0x0D66, 0x0DE6, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0,
    0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620,
    0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10};

// Takes one character of at most three bytes off the front; 0xFFFF for anything else.
char16_t take_character(std::string_view& text) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const unsigned first = byte(0);
  std::size_t size = 1;
  unsigned value = first;
  if (first >= 0xF0 || (first >= 0x80 && first < 0xC0))
    value = 0xFFFF;
  else if (first >= 0xE0) {
    size = 3;
    value = (first & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
  } else if (first >= 0xC0) {
    size = 2;
    value = (first & 0x1F) << 6 | (byte(1) & 0x3F);
  }
  text.remove_prefix(std::min(size, text.size()));
  return static_cast<char16_t>(value);
}

int take_digit(std::string_view& text) {
  const char16_t character = take_character(text);
  const auto* above = std::ranges::upper_bound(kZeros, character);
  if (above == kZeros.begin()) return -1;
  const int digit = character - *(above - 1);
  return digit <= 9 ? digit : -1;
}

bool is_hex_digit(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Consumes from the front; each call says what it found.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : rest_(text) {}
  bool take_any(std::string_view characters) {
    if (rest_.empty() || characters.find(rest_.front()) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }
  std::size_t take_while(bool (*accepts)(char)) {
    const auto end = std::ranges::find_if_not(rest_, accepts);
    const auto count = static_cast<std::size_t>(end - rest_.begin());
    rest_.remove_prefix(count);
    return count;
  }
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

// Digits with at most one point among them, at least one digit.
bool take_mantissa(Cursor& cursor, bool (*accepts)(char)) {
  std::size_t digits = cursor.take_while(accepts);
  if (cursor.take_any(".")) digits += cursor.take_while(accepts);
  return digits > 0;
}

bool take_exponent(Cursor& cursor) {
  cursor.take_any("+-");
  return cursor.take_while(is_digit) > 0;
}

// The unsigned part; gives what strtod shall read, without the suffix.
std::optional<std::string_view> number_part(std::string_view text) {
  Cursor cursor(text);
  const bool hex = text.starts_with("0x") || text.starts_with("0X");
  if (hex) cursor = Cursor(text.substr(2));
  if (!take_mantissa(cursor, hex ? is_hex_digit : is_digit)) return std::nullopt;
  const bool exponent = cursor.take_any(hex ? "pP" : "eE");
  if (hex && !exponent) return std::nullopt;
  if (exponent && !take_exponent(cursor)) return std::nullopt;
  const std::string_view number = text.substr(0, text.size() - cursor.rest().size());
  cursor.take_any("fFdD");
  return cursor.rest().empty() ? std::optional(number) : std::nullopt;
}

}  // namespace

IntegerResult parse_java_integer(std::string_view text, std::int64_t min, std::int64_t max) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  if (text.empty()) return {.error = IntegerError::not_a_number};
  __extension__ using Wide = __int128;
  Wide size = 0;
  bool too_long = false;
  while (!text.empty()) {
    const int digit = take_digit(text);
    if (digit < 0) return {.error = IntegerError::not_a_number};
    size = size * 10 + digit;
    if (size > (Wide{1} << 64)) {
      too_long = true;
      size = Wide{1} << 64;
    }
  }
  const Wide value = negative ? -size : size;
  if (too_long || value < min || value > max) return {.error = IntegerError::out_of_range};
  return {.value = static_cast<std::int64_t>(value), .error = std::nullopt};
}

std::optional<double> parse_java_double(std::string_view text) {
  text = trim_java(text);
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  double size = 0;
  if (text == "NaN") {
    size = std::numeric_limits<double>::quiet_NaN();
  } else if (text == "Infinity") {
    size = std::numeric_limits<double>::infinity();
  } else {
    const std::optional<std::string_view> number = number_part(text);
    if (!number) return std::nullopt;
    size = std::strtod(std::string(*number).c_str(), nullptr);
  }
  return negative ? -size : size;
}

}  // namespace kaflint::kafka
