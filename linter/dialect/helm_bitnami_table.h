// Values of Bitnami's chart by its major version: rules/dialects/helm_bitnami.yaml.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "linter/kafka/version.h"

namespace kaflint::dialect {

enum class BitnamiForm : std::uint8_t { quoted, stripped, list, properties, map, other };

struct BitnamiValue {
  std::string_view path;  // from the chart's root
  unsigned since;         // major version of the chart, as `until`
  unsigned until;
  BitnamiForm form;
  std::string_view kafka;    // the key that it sets; may be empty
  std::string_view instead;  // in Markdown; may be empty

  bool read_by(unsigned major) const { return since <= major && major <= until; }
};

std::span<const BitnamiValue> bitnami_values();

/// Kafka's releases in charts of that major version, where they are of one line.
std::optional<kafka::VersionSet> kafka_of_bitnami_chart(unsigned major);

}  // namespace kaflint::dialect
