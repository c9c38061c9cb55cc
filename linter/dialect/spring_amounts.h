// Sizes and durations as Spring reads them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "linter/dialect/spring_boot_version.h"

namespace kaflint::dialect {

struct SpringAmount {
  enum class Outcome : std::uint8_t { value, unset, refused, unknown };
  Outcome outcome = Outcome::value;
  std::int64_t number = 0;  // bytes or whole milliseconds
};

/// org.springframework.util.unit.DataSize: `16384`, `16KB`.
SpringAmount read_spring_size(std::string_view text, const std::optional<SpringBootVersion>& boot);

/// org.springframework.boot.convert.DurationStyle: `7s`, `1500` (milliseconds), `PT1.5S`.
SpringAmount read_spring_duration(std::string_view text,
                                  const std::optional<SpringBootVersion>& boot);

}  // namespace kaflint::dialect
