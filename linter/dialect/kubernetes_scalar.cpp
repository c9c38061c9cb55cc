// go-yaml v2's resolve(), the JSON text that Go writes for the result, and Java's reading of that.
#include "linter/dialect/kubernetes_scalar.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <optional>

#include <fmt/format.h>

#include "linter/base/ascii.h"

namespace kaflint::dialect {
namespace {

using Kind = KubernetesScalar::Kind;

constexpr std::array<std::string_view, 11> kTrue = {"y",    "Y",    "yes", "Yes", "YES", "true",
                                                    "True", "TRUE", "on",  "On",  "ON"};
constexpr std::array<std::string_view, 11> kFalse = {"n",     "N",     "no",  "No",  "NO", "false",
                                                     "False", "FALSE", "off", "Off", "OFF"};
constexpr std::array<std::string_view, 5> kNull = {"", "~", "null", "Null", "NULL"};
constexpr std::array<std::string_view, 12> kNotJson = {".nan",  ".NaN",  ".NAN",  ".inf",
                                                       ".Inf",  ".INF",  "+.inf", "+.Inf",
                                                       "+.INF", "-.inf", "-.Inf", "-.INF"};

template <std::size_t size>
bool any_of(const std::array<std::string_view, size>& words, std::string_view text) {
  return std::ranges::find(words, text) != words.end();
}

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

/// yamlStyleFloat: ^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$
bool is_yaml_float(std::string_view text) {
  std::size_t at = 0;
  if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
  const std::size_t whole = skip_digits(text, at);
  const bool has_whole = whole > at;
  at = whole;
  if (at < text.size() && text[at] == '.') {
    const std::size_t fraction = skip_digits(text, at + 1);
    if (!has_whole && fraction == at + 1) return false;
    at = fraction;
  } else if (!has_whole) {
    return false;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
    const std::size_t exponent = skip_digits(text, at);
    if (exponent == at) return false;
    at = exponent;
  }
  return at == text.size();
}

struct Integer {
  bool negative = false;
  std::uint64_t size = 0;
};

/// strconv.ParseInt or ParseUint with base 0, underscores already removed.
std::optional<Integer> parse_integer(std::string_view text) {
  Integer result;
  const bool sign = !text.empty() && (text[0] == '-' || text[0] == '+');
  result.negative = sign && text[0] == '-';
  if (sign) text.remove_prefix(1);
  int base = 10;
  if (text.size() > 1 && text[0] == '0') {
    const char mark = static_cast<char>(text[1] | 0x20);
    base = mark == 'x' ? 16 : mark == 'b' ? 2 : 8;
    text.remove_prefix(mark == 'x' || mark == 'b' || mark == 'o' ? 2 : 1);
  }
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), result.size, base);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  constexpr std::uint64_t kLimit = std::uint64_t{1} << 63;
  if (result.negative && result.size > kLimit) return std::nullopt;
  // ParseUint takes no sign.
  if (sign && !result.negative && result.size >= kLimit) return std::nullopt;
  return result;
}

std::optional<double> parse_double(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (end != text.data() + text.size()) return std::nullopt;
  if (error == std::errc()) return value;
  // Too large is an error for Go, too small is zero or denormal.
  const double read = std::strtod(std::string(text).c_str(), nullptr);
  return std::isinf(read) ? std::nullopt : std::optional(read);
}

/// Double.toString for what is no whole number below 1e21.
std::string java_double(double value) {
  const double size = std::fabs(value);
  if (size >= 1e-3 && size < 1e7) return fmt::format("{}", value);
  std::array<char, 64> buffer{};
  const auto shortest = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                      std::chars_format::scientific);
  const std::string text(buffer.data(), shortest.ptr);
  const std::size_t mark = text.find('e');
  std::string mantissa = text.substr(0, mark);
  if (mantissa.find('.') == std::string::npos) mantissa += ".0";
  const int exponent = std::atoi(text.c_str() + mark + 1);
  return fmt::format("{}E{}", mantissa, exponent);
}

/// A float in Go, as Go's JSON writes it and Jackson reads it back: without a fraction it is whole.
KubernetesScalar from_double(double value) {
  constexpr double kLong = 9223372036854775808.0;
  KubernetesScalar result{.kind = Kind::decimal, .text = {}, .exact = true, .number = value};
  if (value == 0) {
    result.number = 0;  // -0 loses its sign in JSON
    result.kind = Kind::integer;
    result.text = "0";
  } else if (std::trunc(value) == value && std::fabs(value) < 1e21) {
    result.kind = value >= kLong || value < -kLong ? Kind::big : Kind::integer;
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                   std::chars_format::scientific);
    // Shortest digits, then zeros: 9223372036854776000.
    std::string digits;
    for (const char* c = buffer.data(); c != end.ptr && *c != 'e'; ++c)
      if (*c != '.') digits += *c;
    const int exponent = std::atoi(std::find(buffer.data(), end.ptr, 'e') + 1);
    const std::size_t sign = digits.starts_with('-') ? 1 : 0;
    const auto length = static_cast<std::size_t>(exponent) + 1 + sign;
    if (digits.size() < length) digits.append(length - digits.size(), '0');
    result.text = digits;
  } else if (std::fabs(value) >= 1e22) {
    result.exact = false;
  } else {
    result.text = java_double(value);
  }
  return result;
}

KubernetesScalar from_integer(Integer integer) {
  const auto size = static_cast<double>(integer.size);
  const double number = integer.negative && integer.size != 0 ? -size : size;
  constexpr std::uint64_t kLimit = std::uint64_t{1} << 63;
  if (!integer.negative && integer.size >= kLimit) return from_double(number);
  const bool negative = integer.negative && integer.size != 0;
  return {.kind = Kind::integer,
          .text = fmt::format("{}{}", negative ? "-" : "", integer.size),
          .exact = true,
          .number = number};
}

std::optional<KubernetesScalar> resolve_number(std::string_view text) {
  if (text[0] == '.') {
    if (!is_yaml_float(text)) return std::nullopt;
    const std::optional<double> value = parse_double(text);
    return value ? std::optional(from_double(*value)) : std::nullopt;
  }
  std::string plain(text);
  std::erase(plain, '_');
  if (const std::optional<Integer> integer = parse_integer(plain)) return from_integer(*integer);
  if (!is_yaml_float(plain)) return std::nullopt;
  const std::optional<double> value = parse_double(plain);
  return value ? std::optional(from_double(*value)) : std::nullopt;
}

KubernetesScalar of_kind(Kind kind, std::string_view text) {
  return {.kind = kind, .text = std::string(text), .exact = true, .number = 0};
}

KubernetesScalar resolve_plain(std::string_view text) {
  if (any_of(kNull, text)) return of_kind(Kind::null, {});
  if (any_of(kTrue, text)) return of_kind(Kind::boolean, "true");
  if (any_of(kFalse, text)) return of_kind(Kind::boolean, "false");
  if (any_of(kNotJson, text)) return of_kind(Kind::refused, {});
  const char first = text[0];
  if (is_digit(first) || first == '+' || first == '-' || first == '.')
    if (std::optional<KubernetesScalar> number = resolve_number(text)) return *number;
  return of_kind(Kind::string, text);
}

/// `int` for `!!int` in its short and long form; empty for a tag that go-yaml does not resolve.
std::string_view core_tag(std::string_view tag) {
  constexpr std::string_view kLong = "tag:yaml.org,2002:";
  if (tag.starts_with(kLong)) return tag.substr(kLong.size());
  return tag.starts_with("!!") ? tag.substr(2) : std::string_view{};
}

KubernetesScalar resolve_tagged(std::string_view text, std::string_view tag) {
  const KubernetesScalar plain = resolve_plain(text);
  const bool fits =
      (tag == "int" && plain.kind == Kind::integer) ||
      (tag == "float" &&
       (plain.kind == Kind::integer || plain.kind == Kind::decimal || plain.kind == Kind::big)) ||
      (tag == "bool" && plain.kind == Kind::boolean) || (tag == "null" && plain.kind == Kind::null);
  if (fits) return plain;
  KubernetesScalar other = of_kind(Kind::refused, {});
  other.exact = false;
  return other;
}

}  // namespace

KubernetesScalar kubernetes_scalar(std::string_view text, bool quoted, std::string_view tag) {
  if (tag.empty()) return quoted ? of_kind(Kind::string, text) : resolve_plain(text);
  const std::string_view core = core_tag(tag);
  if (core == "int" || core == "float" || core == "bool" || core == "null")
    return resolve_tagged(text, core);
  KubernetesScalar result = of_kind(Kind::string, text);
  result.exact = core != "binary";
  return result;
}

KubernetesScalar kubernetes_scalar(const syntax::YamlFile& file, syntax::YamlId id) {
  const syntax::YamlId target = file.resolve(id);
  const bool plain = file.node(target).style == syntax::YamlStyle::plain;
  return kubernetes_scalar(file.text(target), !plain, file.tag(target));
}

std::string_view kubernetes_type(const syntax::YamlFile& file, syntax::YamlId value) {
  if (file.is_mapping(value)) return "a map";
  if (file.is_sequence(value)) return "a list";
  if (!file.is_scalar(value)) return {};
  switch (kubernetes_scalar(file, value).kind) {
    case KubernetesScalar::Kind::boolean:
      return "a boolean";
    case KubernetesScalar::Kind::integer:
    case KubernetesScalar::Kind::big:
    case KubernetesScalar::Kind::decimal:
      return "a number";
    default:
      return {};
  }
}

std::string helm_printed(const KubernetesScalar& scalar) {
  if (scalar.kind != Kind::integer && scalar.kind != Kind::big && scalar.kind != Kind::decimal)
    return scalar.text;
  std::array<char, 64> buffer{};
  const double size = std::fabs(scalar.number);
  // Go's %v is %g with the shortest digits and an exponent from 21 on; text/template prints a
  // float64 with fmt.Fprint, where strconv's 'g' switches at 1e-4 and, for shortest digits, at
  // 1e21, but Helm's numbers come out at 1e6 already (measured).
  const bool exponent = size != 0 && (size < 1e-4 || size >= 1e6);
  const auto end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), scalar.number,
                    exponent ? std::chars_format::scientific : std::chars_format::fixed);
  return {buffer.data(), end.ptr};
}

}  // namespace kaflint::dialect
