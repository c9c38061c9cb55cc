// Names of types, and values in the form in which Kafka prints them.
#include "linter/kafka/config_value.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "linter/base/check.h"

namespace kaflint::kafka {
namespace {

struct Decimal {
  std::string digits;
  int exponent = 0;  // the value is d.ddd times ten to this
};

// The shortest digits that give the value back, at least two: java.lang.Double.toString, whose only
// difference from std::to_chars is that 4.9E-324 is nearer than 5E-324.
Decimal shortest_decimal(double value) {
  std::array<char, 40> buffer{};
  char* const begin = buffer.data();
  auto end = std::to_chars(begin, begin + buffer.size(), value, std::chars_format::scientific).ptr;
  if (begin[1] == 'e')
    end = std::to_chars(begin, begin + buffer.size(), value, std::chars_format::scientific, 1).ptr;
  const std::string_view text(begin, static_cast<std::size_t>(end - begin));
  const std::size_t e = text.find('e');
  Decimal result;
  result.digits = fmt::format("{}{}", text[0], text.substr(2, e - 2));
  result.exponent = std::atoi(text.data() + e + 1);
  return result;
}

std::string plain(Decimal decimal) {
  if (decimal.exponent < 0)
    return fmt::format("0.{:0>{}}{}", "", -decimal.exponent - 1, decimal.digits);
  const auto whole = static_cast<std::size_t>(decimal.exponent) + 1;
  if (decimal.digits.size() <= whole) decimal.digits.resize(whole + 1, '0');
  return fmt::format("{}.{}", std::string_view(decimal.digits).substr(0, whole),
                     std::string_view(decimal.digits).substr(whole));
}

void drop_zeros_at_the_end(std::string& text) {
  while (text.ends_with('0') && text[text.size() - 2] != '.') text.pop_back();
}

std::string java_double(double value) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value < 0 ? "-Infinity" : "Infinity";
  const std::string_view sign = std::signbit(value) ? "-" : "";
  const double size = std::fabs(value);
  if (size == 0) return fmt::format("{}0.0", sign);
  const Decimal decimal = shortest_decimal(size);
  if (size >= 1e-3 && size < 1e7) {
    std::string text = plain(decimal);
    drop_zeros_at_the_end(text);
    return fmt::format("{}{}", sign, text);
  }
  std::string digits = fmt::format("{}.{}", decimal.digits[0], decimal.digits.substr(1));
  drop_zeros_at_the_end(digits);
  return fmt::format("{}{}E{}", sign, digits, decimal.exponent);
}

struct ToString {
  std::string operator()(Null) const { check_failed("null has no text"); }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(std::int64_t value) const { return fmt::format("{}", value); }
  std::string operator()(double value) const { return java_double(value); }
  std::string operator()(const std::string& value) const { return value; }
  std::string operator()(const std::vector<std::string>& items) const {
    return fmt::format("{}", fmt::join(items, ","));
  }
};

}  // namespace

std::string_view to_string(Type type) {
  static constexpr std::array<std::string_view, 9> kNames = {
      "boolean", "string", "int", "short", "long", "double", "list", "class", "password"};
  return kNames[static_cast<std::size_t>(type)];
}

std::string convert_to_string(const ConfigValue& value) { return std::visit(ToString{}, value); }

}  // namespace kaflint::kafka
