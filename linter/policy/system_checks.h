// What units of one Kafka cluster mean to each other: a client's timeout and the broker's bounds
// for it, replicas and the number of brokers. Only what is known of both sides is said.
#pragma once

#include <span>

#include "linter/dialect/unit.h"
#include "linter/kafka/version.h"
#include "linter/policy/finding_builder.h"

namespace kaflint::policy {

struct SystemUnit {
  const dialect::Unit* unit;
  kafka::VersionSet versions;  // that it is checked for
};

/// Adds what is found to the unit whose value would have to change. Units belong together where
/// their `cluster` is the same; one without a cluster stands alone. All must be of one file.
void check_systems(std::span<const SystemUnit> units, FindingBuilder& findings);

}  // namespace kaflint::policy
