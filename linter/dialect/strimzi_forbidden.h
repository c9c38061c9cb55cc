// Which keys a Strimzi operator drops from a config map (AbstractConfiguration's filter).
#pragma once

#include <optional>
#include <string_view>

#include "linter/base/ternary.h"
#include "linter/kafka/version.h"

namespace kaflint::dialect {

/// Whether the operator drops `key` from the map of that class of spec (`KafkaClusterSpec`).
/// Unknown when it depends on which of the operators runs that can: those that read `api_version`
/// (`v1beta2`) and, if given, run Kafka `kafka`.
Ternary strimzi_drops(std::string_view spec, std::string_view key, std::string_view api_version,
                      std::optional<kafka::Version> kafka);

}  // namespace kaflint::dialect
