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

/// A listener of charts from 24 on, as it is by itself.
struct BitnamiListener {
  std::string_view section;  // below `listeners`
  std::string_view name;
  std::string_view port;
  std::string_view protocol;
};

enum class BitnamiWhen : std::uint8_t {
  always,
  kraft,
  sasl,
  ssl,
  interbroker_sasl,
  controller_sasl
};

/// A setting that charts from 24 on make of a value.
struct BitnamiComputed {
  std::string_view kafka;
  std::string_view path;  // from the chart's root; `-` for none
  std::string_view by_itself;
  BitnamiWhen when;
};

std::span<const BitnamiListener> bitnami_listeners();
std::span<const BitnamiComputed> bitnami_computed();

/// Kafka's releases in charts of that major version, where they are of one line.
std::optional<kafka::VersionSet> kafka_of_bitnami_chart(unsigned major);

}  // namespace kaflint::dialect
