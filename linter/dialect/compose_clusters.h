// Which services of a compose file are brokers of one cluster.
#pragma once

#include <span>

#include "linter/dialect/unit.h"

namespace kaflint::dialect {

/// Sets `cluster` and `brokers` of a compose file's units: brokers belong together where they name
/// the same controllers or the same ZooKeeper; a client belongs to the cluster of the service that
/// its bootstrap.servers names. Brokers are only counted where none can stand in another file.
void set_compose_clusters(std::span<Unit> units);

}  // namespace kaflint::dialect
