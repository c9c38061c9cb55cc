// Releases of Spring Boot: which settings they bind, which Kafka they bring.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "linter/kafka/version.h"

namespace kaflint::dialect {

/// A release of Spring Boot, or a whole line when the patch is not known.
struct SpringBootVersion {
  std::uint8_t major = 0;
  std::uint8_t minor = 0;
  std::optional<std::uint8_t> patch;

  /// Reads `3.2`, `3.2.5`, `2.1.18.RELEASE`, `3.2.0-RC1`, `3.2.x`; nothing for any other form.
  static std::optional<SpringBootVersion> parse(std::string_view text);
  std::string to_string() const;

  /// Whether its line is one of `2.1..`, `2.1..3.2`.
  bool in_lines(std::string_view range) const;
  bool before(std::uint8_t other_major, std::uint8_t other_minor) const {
    return major != other_major ? major < other_major : minor < other_minor;
  }
  friend bool operator==(const SpringBootVersion&, const SpringBootVersion&) = default;
};

/// The kafka-clients that this release manages (rules/dialects/spring_boot_bom.yaml), for a line
/// that of its newest release. Nothing for a line that is not known.
std::optional<kafka::Version> kafka_of_spring_boot(SpringBootVersion version);

}  // namespace kaflint::dialect
