// Which Kafka releases a unit is checked for, and who says so.
#pragma once

#include <string>

#include "linter/dialect/unit.h"
#include "linter/kafka/version.h"
#include "linter/policy/engine.h"
#include "linter/project/project_versions.h"

namespace kaflint::policy {

struct VersionChoice {
  kafka::VersionSet versions;
  dialect::VersionSource source;
  std::string from;  // `Spring Boot 3.2.4 in pom.xml:8`; may be empty
};

/// The option, else the configuration, else what the unit's own file says, else what the project
/// says about what the unit configures: builds about clients, container images about brokers,
/// topics and workers. Else the newest release is assumed.
VersionChoice choose_versions(const dialect::Unit& unit, const CheckOptions& options,
                              const project::ProjectVersions& project,
                              const Configured& configured = {});

}  // namespace kaflint::policy
