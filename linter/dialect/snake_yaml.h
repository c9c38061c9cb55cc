// Plain YAML scalars as SnakeYAML types them for Spring Boot.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kaflint::dialect {

/// SnakeYAML's resolver has read some numbers differently since 1.30: `08`, `0_`, `._5`.
enum class SnakeVersion : std::uint8_t { before_1_30, since_1_30 };

struct SnakeScalar {
  enum class Kind : std::uint8_t { null, boolean, integer, floating, text };
  Kind kind = Kind::text;
  /// What a Spring setting of type String gets: `true`, `8` for 010, `1000.0` for 1e3; empty for
  /// null.
  std::string text;
};

/// A plain scalar without a tag: org.yaml.snakeyaml.resolver.Resolver and SafeConstructor, without
/// timestamps, which Boot's loader leaves as text. Nothing for a number whose Java form is not
/// known here (a sexagesimal one beyond 64 bits, and one of very many digits in another base).
std::optional<SnakeScalar> read_snake_scalar(std::string_view plain,
                                             SnakeVersion version = SnakeVersion::since_1_30);

}  // namespace kaflint::dialect
