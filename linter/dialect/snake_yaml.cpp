// SnakeYAML's implicit types: YAML 1.1 with the resolver's own regular expressions.
#include "linter/dialect/snake_yaml.h"

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

#include <fmt/format.h>

#include "linter/base/ascii.h"
#include "linter/base/text.h"
#include "linter/dialect/spring_text.h"
#include "linter/kafka/config_value.h"
#include "linter/kafka/java_number.h"

namespace kaflint::dialect {
namespace {

using Kind = SnakeScalar::Kind;

bool is_sign(char c) { return c == '-' || c == '+'; }

/// In lower case, with a capital first, or all in capitals: the spellings that YAML 1.1 lists.
bool spelled(std::string_view text, std::string_view lower) {
  if (!equals_ignoring_ascii_case(text, lower)) return false;
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto capitals = std::ranges::count_if(text, is_upper);
  return capitals == 0 || std::ranges::all_of(text, is_upper) ||
         (capitals == 1 && is_upper(text[0]));
}

std::optional<bool> read_boolean(std::string_view text) {
  for (std::string_view word : {"yes", "true", "on"})
    if (spelled(text, word)) return true;
  for (std::string_view word : {"no", "false", "off"})
    if (spelled(text, word)) return false;
  return std::nullopt;
}

std::string without_underscores(std::string_view text) {
  std::string plain(text);
  std::erase(plain, '_');
  return plain;
}

/// Digits of a base and underscores, at least one digit.
bool all_digits(std::string_view text, std::string_view digits) {
  bool any = false;
  for (char c : text) {
    if (c == '_') continue;
    if (digits.find(c) == std::string_view::npos) return false;
    any = true;
  }
  return any;
}

/// `190:20:30`: groups after the first have one or two digits below 60.
bool is_sexagesimal(std::string_view text) {
  const std::size_t first = text.find(':');
  if (first == std::string_view::npos || first == 0) return false;
  if (!is_digit(text[0]) || !all_digits(text.substr(0, first), "0123456789")) return false;
  for (std::string_view group : split(text.substr(first + 1), ':')) {
    if (group.empty() || group.size() > 2 || !std::ranges::all_of(group, is_digit)) return false;
    if (group.size() == 2 && group[0] > '5') return false;
  }
  return true;
}

std::optional<std::int64_t> sexagesimal_value(std::string_view text) {
  std::int64_t value = 0;
  for (std::string_view group : split(text, ':')) {
    const std::optional<std::int64_t> part = parse_integer(without_underscores(group), 10);
    if (!part || *part > 1'000'000'000'000 || value > 100'000'000'000'000) return std::nullopt;
    value = value * 60 + *part;
  }
  return value;
}

struct IntegerText {
  std::string_view digits;
  int base;  // 60 for sexagesimal
};

/// What the resolver's expression for int accepts; `text` is without its sign.
std::optional<IntegerText> integer_form(std::string_view text, SnakeVersion version) {
  if (text == "0") return IntegerText{text, 10};
  if (text.starts_with("0b") && all_digits(text.substr(2), "01"))
    return IntegerText{text.substr(2), 2};
  if (text.starts_with("0x") && all_digits(text.substr(2), "0123456789abcdefABCDEF"))
    return IntegerText{text.substr(2), 16};
  if (text.starts_with("0") && all_digits(text.substr(1), "01234567"))
    return IntegerText{text.substr(1), 8};
  const bool only_underscores = text.find_first_not_of('_', 1) == std::string_view::npos;
  if (version == SnakeVersion::before_1_30 && text.starts_with("0_") && only_underscores)
    return IntegerText{"0", 10};
  if (text.empty() || text[0] < '1' || text[0] > '9') return std::nullopt;
  if (all_digits(text, "0123456789")) return IntegerText{text, 10};
  if (is_sexagesimal(text)) return IntegerText{text, 60};
  return std::nullopt;
}

/// `[0-9][0-9_]*` from `at` on, or nothing.
std::size_t skip_digits(std::string_view text, std::size_t at) {
  if (at >= text.size() || !is_digit(text[at])) return at;
  while (at < text.size() && (is_digit(text[at]) || text[at] == '_')) ++at;
  return at;
}

/// An exponent ends the text; `at` is where it may begin.
bool exponent_ends(std::string_view text, std::size_t at, bool needed) {
  if (at == text.size()) return !needed;
  if (text[at] != 'e' && text[at] != 'E') return false;
  ++at;
  if (at < text.size() && is_sign(text[at])) ++at;
  return at < text.size() && std::ranges::all_of(text.substr(at), is_digit);
}

/// What the resolver's expression for float accepts, special values apart; `text` is without a
/// sign.
bool is_floating(std::string_view text, SnakeVersion version) {
  const bool old = version == SnakeVersion::before_1_30;
  const std::size_t whole = skip_digits(text, 0);
  if (old && whole > 0 && whole == text.size()) return true;
  if (whole > 0 && whole < text.size() && text[whole] == '.') {
    std::size_t at = whole + 1;
    while (at < text.size() && (is_digit(text[at]) || text[at] == '_')) ++at;
    return exponent_ends(text, at, false);
  }
  if (whole > 0) return exponent_ends(text, whole, true);
  if (!text.starts_with('.')) return false;
  std::size_t fraction = skip_digits(text, 1);
  if (!old) fraction = std::min(text.find_first_not_of("0123456789_", 1), text.size());
  return fraction > 1 && exponent_ends(text, fraction, false);
}

std::optional<SnakeScalar> floating(double value) {
  return SnakeScalar{Kind::floating, kafka::convert_to_string(kafka::ConfigValue(value))};
}

std::optional<double> special_floating(std::string_view text, bool negative) {
  if (text == ".inf" || text == ".Inf" || text == ".INF")
    return negative ? -std::numeric_limits<double>::infinity()
                    : std::numeric_limits<double>::infinity();
  return std::nullopt;
}

/// More digits than any setting has are not read: the time grows with their square.
constexpr std::size_t kMostDigits = 1000;

/// A number of any size in decimal digits, as BigInteger shows it.
std::optional<std::string> in_decimal(std::string_view digits, int base) {
  constexpr std::uint64_t kLimb = 1'000'000'000;
  if (digits.size() > kMostDigits) return std::nullopt;
  std::vector<std::uint64_t> limbs;  // the lowest first
  for (const char digit : digits) {
    auto carry = static_cast<std::uint64_t>(parse_integer({&digit, 1}, base).value_or(0));
    for (std::uint64_t& limb : limbs) {
      limb = limb * static_cast<std::uint64_t>(base) + carry;
      carry = limb / kLimb;
      limb %= kLimb;
    }
    if (carry != 0) limbs.push_back(carry);
  }
  std::string text = limbs.empty() ? "0" : std::to_string(limbs.back());
  for (std::size_t i = limbs.size(); i-- > 1;) text += fmt::format("{:09}", limbs[i - 1]);
  return text;
}

std::optional<SnakeScalar> read_integer(const IntegerText& form, bool negative) {
  const std::string digits = without_underscores(form.digits);
  if (form.base == 10) {  // of any size: BigInteger
    const bool zero = digits == "0";
    return SnakeScalar{Kind::integer, negative && !zero ? "-" + digits : digits};
  }
  std::optional<std::string> value;
  if (form.base != 60)
    value = in_decimal(digits, form.base);
  else if (const std::optional<std::int64_t> sum = sexagesimal_value(form.digits))
    value = std::to_string(*sum);
  if (!value) return std::nullopt;
  return SnakeScalar{Kind::integer, negative && *value != "0" ? "-" + *value : *value};
}

/// `190:20:30.15`
std::optional<SnakeScalar> read_sexagesimal_floating(std::string_view text, bool negative) {
  const std::size_t point = text.find('.');
  const std::optional<std::int64_t> whole = sexagesimal_value(text.substr(0, point));
  const std::string fraction = without_underscores(text.substr(point));
  const std::optional<double> rest = kafka::parse_java_double("0" + fraction);
  if (!whole || !rest) return std::nullopt;
  const double value = static_cast<double>(*whole) + *rest;
  return floating(negative ? -value : value);
}

}  // namespace

std::optional<SnakeScalar> read_snake_scalar(std::string_view plain, SnakeVersion version) {
  if (plain.empty() || plain == "~" || spelled(plain, "null")) return SnakeScalar{Kind::null, ""};
  if (const std::optional<bool> truth = read_boolean(plain))
    return SnakeScalar{Kind::boolean, *truth ? "true" : "false"};
  const bool negative = plain[0] == '-';
  const std::string_view text = is_sign(plain[0]) ? plain.substr(1) : plain;
  if (plain == ".nan" || plain == ".NaN" || plain == ".NAN")
    return SnakeScalar{Kind::floating, "NaN"};
  if (const std::optional<double> special = special_floating(text, negative))
    return floating(*special);
  if (const std::optional<IntegerText> form = integer_form(text, version))
    return read_integer(*form, negative);
  if (is_floating(text, version)) {
    const std::optional<double> value = kafka::parse_java_double(without_underscores(plain));
    if (value) return floating(*value);
  }
  const std::size_t point = text.find('.');
  if (point != std::string_view::npos && is_sexagesimal(text.substr(0, point)) &&
      std::ranges::all_of(text.substr(point + 1), [](char c) { return is_digit(c) || c == '_'; }))
    return read_sexagesimal_floating(text, negative);
  return SnakeScalar{Kind::text, std::string(plain)};
}

}  // namespace kaflint::dialect
