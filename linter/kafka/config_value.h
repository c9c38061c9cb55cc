// A typed value as Kafka's ConfigDef would hold it.
#pragma once

#include <cstdint>
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

/// ConfigDef.convertToString: lists joined with commas, doubles as Double.toString prints them.
/// Must not be called for a Null.
std::string convert_to_string(const ConfigValue& value);

}  // namespace kaflint::kafka
