// Checks that every Kafka client makes when it starts.
#pragma once

#include "linter/kafka/verdict.h"

namespace kaflint::startup {

/// org.apache.kafka.clients.ClientUtils.parseAndValidateAddresses, as far as no name is resolved.
void check_bootstrap_servers(const kafka::ParsedConfig& config, kafka::StartupReport& report);

/// CommonClientConfigs.postValidateSaslMechanismConfig
void check_sasl_mechanism(const kafka::ParsedConfig& config, kafka::StartupReport& report);

/// SecurityProtocol.forName in ClientUtils.createChannelBuilder, before ConfigDef validated the
/// key.
void check_security_protocol(const kafka::ParsedConfig& config, kafka::StartupReport& report);

}  // namespace kaflint::startup
