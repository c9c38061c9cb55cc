// Numbers as Java's own parsers read them: what Kafka accepts is what these accept.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace kaflint::kafka {

enum class IntegerError : std::uint8_t { not_a_number, out_of_range };

struct IntegerResult {
  std::int64_t value = 0;
  std::optional<IntegerError> error;
};

/// java.lang.Long.parseLong in base ten, and the other parsers with narrower bounds: an ASCII sign,
/// then decimal digits of any script of the Basic Multilingual Plane. The text is not trimmed.
IntegerResult parse_java_integer(std::string_view text, std::int64_t min, std::int64_t max);

/// java.lang.Double.parseDouble: `.5`, `5.`, `1e3`, `0x1p3`, `1.0f`, `NaN`, `-Infinity`.
std::optional<double> parse_java_double(std::string_view text);

}  // namespace kaflint::kafka
