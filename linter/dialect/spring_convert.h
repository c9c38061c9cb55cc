// Spring's conversions from text to the types of Boot's KafkaProperties, and on to Kafka's string.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kaflint::dialect {

enum class SpringType : std::uint8_t {
  text,
  list,
  integer,
  boolean,
  data_size,
  duration,
  isolation_level,
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
};

/// org.springframework.boot.convert and org.springframework.core.convert for one value.
SpringConversion convert_spring(SpringType type, std::string_view text);

}  // namespace kaflint::dialect
