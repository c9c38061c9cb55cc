// The clients that a Connect worker builds for its connectors and for itself.
#pragma once

#include "linter/kafka/verdict.h"

namespace kaflint::startup {

/// Reports the clients that org.apache.kafka.connect.runtime.Worker makes of this configuration for
/// each task, as far as it does not depend on the connector, and the first one that the worker
/// makes for itself. None of them is built with the configuration, so none keeps it from being
/// accepted; a written key that lets one refuse is reported.
void report_worker_clients(const kafka::ParsedConfig& worker, kafka::StartupReport& report);

}  // namespace kaflint::startup
