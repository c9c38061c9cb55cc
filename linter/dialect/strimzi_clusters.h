// Which Kafka cluster each of Strimzi's resources in a file belongs to, and how many brokers it
// has.
#pragma once

#include <span>
#include <vector>

#include "linter/dialect/unit.h"
#include "linter/dialect/yaml_settings.h"
#include "linter/syntax/yaml.h"

namespace kaflint::dialect {

/// Sets `cluster` and `brokers` of the units, the i-th of which comes from `origins[i]`. Brokers
/// are counted in `spec.kafka.replicas`, or in the node pools among `resources`.
void set_strimzi_clusters(const syntax::YamlFile& yaml,
                          const std::vector<KubernetesResource>& resources,
                          std::span<const KubernetesResource* const> origins,
                          std::span<Unit> units);

}  // namespace kaflint::dialect
