// ConfigDef.parseType: what each type makes of a string.
#include <fmt/format.h>

#include <limits>

#include "linter/base/text.h"
#include "linter/kafka/config_def.h"
#include "linter/kafka/java_number.h"
#include "linter/kafka/java_text.h"

namespace kaflint::kafka {
namespace {

using Kind = ValueError::Kind;
using Parsed = std::expected<ConfigValue, ValueError>;

Parsed refuse(Kind kind, std::string expected) {
  return std::unexpected(ValueError{kind, std::move(expected)});
}

Parsed parse_boolean(std::string_view text) {
  if (equals_ignoring_java_case(text, "true")) return true;
  if (equals_ignoring_java_case(text, "false")) return false;
  return refuse(Kind::wrong_type, "true or false");
}

template <typename Integer>
Parsed parse_integer(std::string_view text) {
  constexpr std::int64_t kMin = std::numeric_limits<Integer>::min();
  constexpr std::int64_t kMax = std::numeric_limits<Integer>::max();
  const IntegerResult result = parse_java_integer(text, kMin, kMax);
  if (!result.error) return result.value;
  return refuse(result.error == IntegerError::out_of_range ? Kind::out_of_range : Kind::wrong_type,
                fmt::format("a whole number from {} to {}", kMin, kMax));
}

Parsed parse_double(std::string_view text) {
  if (const std::optional<double> value = parse_java_double(text)) return *value;
  return refuse(Kind::wrong_type, "a number");
}

Parsed parse_list(std::string_view text) {
  std::vector<std::string> items;
  if (!text.empty())
    for (std::string_view item : split_at_commas(text)) items.emplace_back(item);
  return items;
}

}  // namespace

// Every release from 0.11 on reads strings alike; duplicates in lists are parse_value's business.
Parsed parse_type(Type type, std::string_view text, Version /*version*/) {
  text = trim_java(text);
  switch (type) {
    case Type::boolean:
      return parse_boolean(text);
    case Type::int_:
      return parse_integer<std::int32_t>(text);
    case Type::short_:
      return parse_integer<std::int16_t>(text);
    case Type::long_:
      return parse_integer<std::int64_t>(text);
    case Type::double_:
      return parse_double(text);
    case Type::list:
      return parse_list(text);
    case Type::class_:
      if (text.empty()) return refuse(Kind::wrong_type, "the name of a class");
      return std::string(text);
    case Type::string:
    case Type::password:
      return std::string(text);
  }
  return std::string(text);
}

}  // namespace kaflint::kafka
