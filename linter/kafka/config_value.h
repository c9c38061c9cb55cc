// A typed value as Kafka's ConfigDef would hold it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kaflint::kafka {

/// org.apache.kafka.common.config.ConfigDef.Type
enum class Type : std::uint8_t {
  boolean,
  string,
  int_,
  short_,
  long_,
  double_,
  list,
  class_,
  password,
};

/// As Kafka's messages name them in lower case: `boolean`, `int` ...
std::string_view to_string(Type type);

struct Null {
  friend bool operator==(Null, Null) = default;
};

/// int, short and long share std::int64_t; string, class and password share std::string, which is
/// UTF-8 (a lone surrogate is kept in its three-byte form).
using ConfigValue =
    std::variant<Null, bool, std::int64_t, double, std::string, std::vector<std::string>>;

/// The value if it is of that kind; null if it is of another, or not known itself.
template <typename Kind>
const Kind* value_as(const ConfigValue* value) {
  return value == nullptr ? nullptr : std::get_if<Kind>(value);
}

/// A copy of the same.
template <typename Kind>
std::optional<Kind> copy_as(const ConfigValue* value) {
  const Kind* known = value_as<Kind>(value);
  return known == nullptr ? std::nullopt : std::optional(*known);
}

/// ConfigDef.convertToString: lists joined with commas, doubles as Double.toString prints them.
/// Must not be called for a Null.
std::string convert_to_string(const ConfigValue& value);

}  // namespace kaflint::kafka
