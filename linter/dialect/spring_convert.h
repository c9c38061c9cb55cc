// Spring's conversions from text to the types of Boot's KafkaProperties, and on to Kafka's string.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "linter/dialect/snake_yaml.h"
#include "linter/dialect/spring_boot_version.h"

namespace kaflint::dialect {

enum class SpringType : std::uint8_t {
  text,
  list,
  integer,
  boolean,
  flag,            // a boolean that cannot be left unset
  data_size,       // handed to Kafka as 32 bits
  long_data_size,  // as 64
  duration,        // milliseconds in 32 bits
  isolation_level,
  ack_mode,
  listener_type,
  control_flag,
  class_,
  resource,
};

/// As a message names what is expected: `a data size such as 16KB or 16384`.
std::string_view describe(SpringType type);

struct SpringConversion {
  enum class Outcome : std::uint8_t {
    value,    // `text` reaches Kafka
    unset,    // an empty text leaves the setting alone
    refused,  // binding fails: Boot does not start
    unknown,  // depends on more than the file
  };
  Outcome outcome = Outcome::value;
  std::string text;
  /// A size or duration of more than 32 bits, of which Kafka gets the lower ones.
  bool cut = false;
};

/// org.springframework.boot.convert and org.springframework.core.convert for one value. `kind` is
/// what YAML made of it; everything else is a text. Where lines of Boot differ and it is not
/// known which one reads, the outcome is unknown.
SpringConversion convert_spring(SpringType type, std::string_view text,
                                SnakeScalar::Kind kind = SnakeScalar::Kind::text,
                                const std::optional<SpringBootVersion>& boot = std::nullopt);

}  // namespace kaflint::dialect
