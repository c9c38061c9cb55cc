// What units of one Kafka cluster mean to each other: a client's timeout and the broker's bounds
// for it, replicas and the number of brokers. Only what is known of both sides is said.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "linter/dialect/unit.h"
#include "linter/kafka/version.h"
#include "linter/policy/finding_builder.h"
#include "linter/source/source_file.h"

namespace kaflint::policy {

struct SystemUnit {
  const dialect::Unit* unit = nullptr;
  kafka::VersionSet versions;          // that it is checked for
  const SourceFile* source = nullptr;  // that it stands in
  FindingBuilder* findings = nullptr;  // of that file
};

/// Adds what is found to the unit whose value would have to change. Units of one file belong
/// together where their `cluster` is the same; one without a cluster stands alone.
void check_systems(std::span<const SystemUnit> units);

/// The same for units that belong together, of any number of files. `brokers` is how many brokers
/// there are, where that is known otherwise than from the units.
void check_system(std::span<const SystemUnit> units, std::optional<std::uint32_t> brokers);

}  // namespace kaflint::policy
