// Names of settings, where Kafka validates them.
#pragma once

#include "linter/kafka/verdict.h"

namespace kaflint::startup {

/// LogConfig.validateNames and GroupConfig.validateNames: a broker refuses a topic's or a group's
/// setting whose name it does not know, before it looks at any value. Names of other brokers than
/// Apache's decide nothing.
void check_names(const kafka::ParsedConfig& config, kafka::StartupReport& report);

}  // namespace kaflint::startup
