// See spring_convert.h.
#include "linter/dialect/spring_convert.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <span>

#include "linter/base/ascii.h"
#include "linter/base/text.h"
#include "linter/dialect/spring_amounts.h"
#include "linter/dialect/spring_text.h"
#include "linter/kafka/java_number.h"

namespace kaflint::dialect {
namespace {

using Outcome = SpringConversion::Outcome;
using Kind = SnakeScalar::Kind;

SpringConversion value(std::string text) { return {Outcome::value, std::move(text)}; }
SpringConversion refused() { return {Outcome::refused, {}}; }
SpringConversion unset() { return {Outcome::unset, {}}; }
SpringConversion unknown() { return {Outcome::unknown, {}}; }

/// NumberToNumberConverter: what is behind the point is dropped.
SpringConversion truncated(std::string_view text) {
  if (text == "NaN") return value("0");
  const std::optional<double> number = kafka::parse_java_double(text);
  if (!number || !(*number > -2147483649.0 && *number < 2147483648.0)) return refused();
  return value(std::to_string(static_cast<std::int64_t>(*number)));
}

/// NumberUtils.parseNumber for Integer: decimal, or decode()'s hexadecimal.
SpringConversion to_integer(std::string_view text, Kind kind) {
  if (kind == Kind::floating) return truncated(text);
  if (text.empty()) return unset();
  if (holds_other_script(text)) return unknown();
  const std::string trimmed = without_spaces(text);
  if (trimmed.empty()) return unknown();  // releases differ
  std::string_view rest = trimmed;
  const bool negative = rest.starts_with('-');
  if (negative || rest.starts_with('+')) rest.remove_prefix(1);
  int base = 10;
  if (rest.starts_with("0x") || rest.starts_with("0X")) base = 16;
  const std::size_t prefix = base == 16 ? 2 : rest.starts_with('#') ? 1 : 0;
  if (prefix == 1) base = 16;
  rest.remove_prefix(prefix);
  if (rest.empty() || rest[0] == '-' || rest[0] == '+') return refused();
  std::optional<std::int64_t> number = parse_integer(rest, base);
  if (!number) return refused();
  if (negative) number = -*number;
  if (*number < std::numeric_limits<std::int32_t>::min() ||
      *number > std::numeric_limits<std::int32_t>::max())
    return refused();
  return value(std::to_string(*number));
}

/// StringToBooleanConverter; there is none for YAML's numbers.
SpringConversion to_boolean(std::string_view text, Kind kind) {
  if (kind == Kind::integer || kind == Kind::floating) return refused();
  const std::string lower = ascii_lower(trim_java(text));
  if (lower.empty()) return unset();
  for (std::string_view word : {"true", "on", "yes", "1"})
    if (lower == word) return value("true");
  for (std::string_view word : {"false", "off", "no", "0"})
    if (lower == word) return value("false");
  return refused();
}

/// PropertyMapper.Source.asInt, which takes the lower 32 bits.
SpringConversion of_amount(const SpringAmount& amount, bool whole) {
  switch (amount.outcome) {
    case SpringAmount::Outcome::unset:
      return unset();
    case SpringAmount::Outcome::refused:
      return refused();
    case SpringAmount::Outcome::unknown:
      return unknown();
    case SpringAmount::Outcome::value:
      break;
  }
  const auto low = static_cast<std::int32_t>(static_cast<std::uint32_t>(amount.number));
  if (whole || low == amount.number) return value(std::to_string(amount.number));
  SpringConversion converted = value(std::to_string(low));
  converted.cut = true;
  return converted;
}

/// LenientObjectToEnumConverterFactory: letters and digits count, case does not. A number in YAML
/// counts the names. What becomes of it is the name itself.
SpringConversion to_enum(std::string_view text, Kind kind,
                         std::span<const std::string_view> names) {
  if (kind == Kind::integer) {
    const std::optional<std::int64_t> at = parse_integer(text);
    if (!at || *at < 0 || *at >= std::ssize(names)) return refused();
    return value(std::string(names[static_cast<std::size_t>(*at)]));
  }
  const auto letters_of = [](std::string_view name) {
    std::string letters = ascii_lower(name);
    std::erase_if(letters, [](char c) { return !is_letter(c) && !is_digit(c); });
    return letters;
  };
  const std::string letters = letters_of(text);
  for (std::string_view name : names)
    if (letters == letters_of(name)) return value(std::string(name));
  if (trim_java(text).empty()) return text.empty() ? unset() : unknown();
  return refused();
}

constexpr std::string_view kIsolationLevels[] = {"read_uncommitted", "read_committed"};
constexpr std::string_view kAckModes[] = {
    "record", "batch", "time", "count", "count_time", "manual", "manual_immediate"};
constexpr std::string_view kListenerTypes[] = {"single", "batch"};
constexpr std::string_view kControlFlags[] = {"required", "requisite", "sufficient", "optional"};

SpringConversion to_list(std::string_view text) {
  std::string joined;
  if (trim_java(text).empty()) return value("");
  bool first = true;
  for (std::string_view item : split(text, ',')) {
    if (!first) joined += ',';
    joined += trim_java(item);
    first = false;
  }
  return value(joined);
}

/// Resource.getFile().getAbsolutePath(): what a class path or a relative path becomes is not known.
SpringConversion to_resource(std::string_view text, Kind kind) {
  if (kind != Kind::text && kind != Kind::null) return refused();
  if (text.empty()) return unset();
  std::string_view path = text;
  if (!path.starts_with("file:")) return unknown();
  path.remove_prefix(5);
  if (path.starts_with("///")) path.remove_prefix(2);
  const bool plain = path.starts_with('/') && !path.starts_with("//") &&
                     path.find_first_of("%\\") == std::string_view::npos &&
                     path.find("/.") == std::string_view::npos;
  return plain ? value(std::string(path)) : unknown();
}

SpringConversion to_class(std::string_view text, Kind kind) {
  if (kind != Kind::text && kind != Kind::null) return refused();
  return trim_java(text).empty() ? unset() : value(std::string(trim_java(text)));
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
    case SpringType::flag:
      return "`true` or `false`";
    case SpringType::data_size:
    case SpringType::long_data_size:
      return "a size such as `16384`, `16KB` or `1MB`, with the unit in capitals";
    case SpringType::duration:
      return "a duration such as `1500`, `7s` or `2m`";
    case SpringType::isolation_level:
      return "`read-committed` or `read-uncommitted`";
    case SpringType::ack_mode:
      return "one of `record`, `batch`, `time`, `count`, `count-time`, `manual`, "
             "`manual-immediate`";
    case SpringType::listener_type:
      return "`single` or `batch`";
    case SpringType::control_flag:
      return "one of `required`, `requisite`, `sufficient`, `optional`";
    case SpringType::class_:
      return "a class name";
    case SpringType::resource:
      return "a file such as `file:/path/to/file`";
  }
  return "a text";
}

SpringConversion convert_spring(SpringType type, std::string_view text, Kind kind,
                                const std::optional<SpringBootVersion>& boot) {
  switch (type) {
    case SpringType::text:
      break;
    case SpringType::list:
      return to_list(text);
    case SpringType::integer:
      return to_integer(text, kind);
    case SpringType::boolean:
      return to_boolean(text, kind);
    case SpringType::flag: {
      const SpringConversion converted = to_boolean(text, kind);
      return converted.outcome == Outcome::unset ? refused() : converted;
    }
    case SpringType::data_size:
    case SpringType::long_data_size:
      // There is no converter from Double, and its text has a point.
      if (kind == Kind::floating) return refused();
      return of_amount(read_spring_size(text, boot), type == SpringType::long_data_size);
    case SpringType::duration:
      if (kind == Kind::floating) return refused();
      return of_amount(read_spring_duration(text, boot), false);
    case SpringType::isolation_level:
      return to_enum(text, kind, kIsolationLevels);
    case SpringType::ack_mode:
      return to_enum(text, kind, kAckModes);
    case SpringType::listener_type:
      return to_enum(text, kind, kListenerTypes);
    case SpringType::control_flag:
      return to_enum(text, kind, kControlFlags);
    case SpringType::class_:
      return to_class(text, kind);
    case SpringType::resource:
      return to_resource(text, kind);
  }
  return value(std::string(text));
}

}  // namespace kaflint::dialect
