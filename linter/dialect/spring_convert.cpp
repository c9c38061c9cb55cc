// See spring_convert.h.
#include "linter/dialect/spring_convert.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <memory>

#include "linter/base/ascii.h"
#include "linter/base/text.h"

namespace kaflint::dialect {
namespace {

using Outcome = SpringConversion::Outcome;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

SpringConversion value(std::string text) { return {Outcome::value, std::move(text)}; }
SpringConversion refused() { return {Outcome::refused, {}}; }

/// StringUtils.trimAllWhitespace
std::string without_spaces(std::string_view text) {
  std::string result(text);
  std::erase_if(result, is_space);
  return result;
}

std::optional<std::int64_t> parse(std::string_view digits, int base = 10) {
  std::int64_t number = 0;
  const char* begin = std::to_address(digits.begin());
  const char* end = begin + digits.size();
  const auto [stop, error] = std::from_chars(begin, end, number, base);
  if (digits.empty() || error != std::errc() || stop != end) return std::nullopt;
  return number;
}

/// NumberUtils.parseNumber for Integer: decimal, or decode()'s hexadecimal.
SpringConversion to_integer(std::string_view text) {
  const std::string trimmed = without_spaces(text);
  if (text.empty()) return {Outcome::unset, {}};
  std::string_view rest = trimmed;
  const bool negative = rest.starts_with('-');
  if (negative || rest.starts_with('+')) rest.remove_prefix(1);
  int base = 10;
  if (rest.starts_with("0x") || rest.starts_with("0X")) base = 16;
  const std::size_t prefix = base == 16 ? 2 : rest.starts_with('#') ? 1 : 0;
  if (prefix == 1) base = 16;
  rest.remove_prefix(prefix);
  if (rest.empty() || rest[0] == '-' || rest[0] == '+') return refused();
  std::optional<std::int64_t> number = parse(rest, base);
  if (!number) return refused();
  if (negative) number = -*number;
  if (*number < std::numeric_limits<std::int32_t>::min() ||
      *number > std::numeric_limits<std::int32_t>::max())
    return refused();
  return value(std::to_string(*number));
}

SpringConversion to_boolean(std::string_view text) {
  if (text.empty()) return {Outcome::unset, {}};
  const std::string lower = ascii_lower(trim_java(text));
  for (std::string_view word : {"true", "on", "yes", "1"})
    if (lower == word) return value("true");
  for (std::string_view word : {"false", "off", "no", "0"})
    if (lower == word) return value("false");
  return refused();
}

struct Amount {
  std::int64_t number;
  std::string_view unit;
};

/// `-?digits unit?`
std::optional<Amount> split_amount(std::string_view text) {
  std::size_t at = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
  const std::size_t digits = at;
  while (at < text.size() && is_digit(text[at])) ++at;
  const std::string_view unit = text.substr(at);
  if (at == digits || unit.size() > 2 || !std::ranges::all_of(unit, is_letter)) return std::nullopt;
  const std::size_t plus = text[0] == '+' ? 1 : 0;
  const std::optional<std::int64_t> number = parse(text.substr(plus, at - plus));
  if (!number) return std::nullopt;
  return Amount{*number, unit};
}

SpringConversion multiply(std::int64_t number, std::int64_t factor) {
  std::int64_t product = 0;
  if (__builtin_mul_overflow(number, factor, &product)) return refused();
  return value(std::to_string(product));
}

SpringConversion to_data_size(std::string_view text) {
  if (text.empty()) return {Outcome::unset, {}};
  const std::string compact = without_spaces(text);
  const std::optional<Amount> amount = split_amount(compact);
  if (!amount) return refused();
  std::int64_t factor = 1;
  for (std::string_view unit : {"B", "KB", "MB", "GB", "TB"}) {
    if (amount->unit == unit || amount->unit.empty()) return multiply(amount->number, factor);
    factor *= 1024;
  }
  return refused();
}

/// Milliseconds of a unit in a Duration, `time` after its T; 0 for none.
std::int64_t iso_unit(char letter, bool time) {
  if (!time) return letter == 'D' ? 86'400'000 : 0;
  switch (letter) {
    case 'H':
      return 3'600'000;
    case 'M':
      return 60'000;
    case 'S':
      return 1000;
    default:
      return 0;
  }
}

/// Takes a number with its unit (`1.5S`) from the front, to whole milliseconds.
std::optional<std::int64_t> take_iso_part(std::string_view& text, bool time) {
  constexpr std::int64_t kMost = 1'000'000'000'000;
  if (text.starts_with('+')) text.remove_prefix(1);
  std::size_t at = text.starts_with('-') ? 1 : 0;
  while (at < text.size() && is_digit(text[at])) ++at;
  const std::optional<std::int64_t> whole = parse(text.substr(0, at));
  std::int64_t fraction = 0;
  if (at < text.size() && text[at] == '.') {
    std::string digits;
    for (++at; at < text.size() && is_digit(text[at]); ++at) digits += text[at];
    digits.resize(3, '0');
    fraction = parse(digits).value_or(0);
  }
  if (!whole || at >= text.size() || *whole > kMost) return std::nullopt;
  const std::int64_t unit = iso_unit(text[at], time);
  if (unit == 0) return std::nullopt;
  text.remove_prefix(at + 1);
  return *whole * unit + (unit == 1000 ? fraction : 0);
}

/// Duration.parse, to whole milliseconds: PnDTnHnMn.nS.
SpringConversion to_iso_duration(std::string_view upper) {
  const bool negative = upper.starts_with('-');
  if (negative || upper.starts_with('+')) upper.remove_prefix(1);
  if (!upper.starts_with('P')) return refused();
  upper.remove_prefix(1);
  std::int64_t total = 0;
  bool time = false;
  bool any = false;
  while (!upper.empty()) {
    if (upper[0] == 'T' && !time) {
      time = true;
      upper.remove_prefix(1);
      continue;
    }
    const std::optional<std::int64_t> part = take_iso_part(upper, time);
    if (!part) return refused();
    total += *part;
    any = true;
  }
  if (!any) return refused();
  return value(std::to_string(negative ? -total : total));
}

SpringConversion to_duration(std::string_view text) {
  if (text.empty()) return {Outcome::unset, {}};
  std::string trimmed(text);
  const std::optional<Amount> amount = split_amount(trimmed);
  if (!amount) {
    std::string upper = trimmed;
    for (char& c : upper)
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return to_iso_duration(upper);
  }
  const std::string unit = ascii_lower(amount->unit);
  if (unit == "ns") return value(std::to_string(amount->number / 1'000'000));
  if (unit == "us") return value(std::to_string(amount->number / 1000));
  if (unit == "ms" || unit.empty()) return value(std::to_string(amount->number));
  if (unit == "s") return multiply(amount->number, 1000);
  if (unit == "m") return multiply(amount->number, 60'000);
  if (unit == "h") return multiply(amount->number, 3'600'000);
  if (unit == "d") return multiply(amount->number, 86'400'000);
  return refused();
}

/// LenientObjectToEnumConverterFactory: letters and digits count, case does not.
SpringConversion to_isolation_level(std::string_view text) {
  if (text.empty()) return {Outcome::unset, {}};
  std::string letters = ascii_lower(text);
  std::erase_if(letters, [](char c) { return !is_letter(c) && !is_digit(c); });
  if (letters == "readcommitted") return value("read_committed");
  if (letters == "readuncommitted") return value("read_uncommitted");
  return refused();
}

SpringConversion to_list(std::string_view text) {
  std::string joined;
  if (trim_java(text).empty()) return value("");
  for (std::string_view item : split(text, ',')) {
    if (!joined.empty()) joined += ',';
    joined += trim_java(item);
  }
  return value(joined);
}

/// Resource.getFile().getAbsolutePath(): what a class path or a relative path becomes is not known.
SpringConversion to_resource(std::string_view text) {
  std::string_view path = text;
  if (path.starts_with("file:"))
    path.remove_prefix(5);
  else
    return {Outcome::unknown, {}};
  if (path.starts_with("///")) path.remove_prefix(2);
  const bool plain = path.starts_with('/') && !path.starts_with("//") &&
                     path.find_first_of("%\\") == std::string_view::npos &&
                     path.find("/.") == std::string_view::npos;
  if (!plain) return {Outcome::unknown, {}};
  return value(std::string(path));
}

}  // namespace

std::string_view describe(SpringType type) {
  switch (type) {
    case SpringType::text:
      return "a text";
    case SpringType::list:
      return "a list separated by commas";
    case SpringType::integer:
      return "a whole number";
    case SpringType::boolean:
      return "`true` or `false`";
    case SpringType::data_size:
      return "a size such as `16384`, `16KB` or `1MB`, with the unit in capitals";
    case SpringType::duration:
      return "a duration such as `1500`, `7s` or `2m`";
    case SpringType::isolation_level:
      return "`read-committed` or `read-uncommitted`";
    case SpringType::class_:
      return "a class name";
    case SpringType::resource:
      return "a file such as `file:/path/to/file`";
  }
  return "a text";
}

SpringConversion convert_spring(SpringType type, std::string_view text) {
  switch (type) {
    case SpringType::text:
      return value(std::string(text));
    case SpringType::list:
      return to_list(text);
    case SpringType::integer:
      return to_integer(text);
    case SpringType::boolean:
      return to_boolean(text);
    case SpringType::data_size:
      return to_data_size(text);
    case SpringType::duration:
      return to_duration(text);
    case SpringType::isolation_level:
      return to_isolation_level(text);
    case SpringType::class_:
      return trim_java(text).empty() ? SpringConversion{Outcome::unset, {}}
                                     : value(std::string(trim_java(text)));
    case SpringType::resource:
      return to_resource(text);
  }
  return value(std::string(text));
}

}  // namespace kaflint::dialect
