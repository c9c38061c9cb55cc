// Checks that Kafka clients share when they start. Each takes what the real method takes: the
// caller keeps their order.
#pragma once

#include <string_view>

#include "rules/startup/settings.h"

namespace kaflint::startup {

/// What the postProcessParsedConfig of every client's config class begins with:
/// CommonClientConfigs.postValidateSaslMechanismConfig (from 3.3.0),
/// warnDisablingExponentialBackoff (from 3.7.0) and postProcessReconnectBackoffConfigs.
void post_process_client(const Settings& settings, kafka::StartupReport& report);

/// What every client does to make its metrics: it makes the reporters, then its own for JMX, whose
/// filters JmxReporter.compilePredicate reads (from 2.6.0).
void check_metrics(const kafka::ParsedConfig& config, const Settings& settings,
                   kafka::StartupReport& report);

/// JmxReporter before 1.0.0, which makes names of beans from ids as they are: `key` holds the id.
void check_jmx_name(const kafka::ParsedConfig& config, kafka::StartupReport& report,
                    const char* key);

/// AbstractConfig.getConfiguredInstances for a list of classes, as far as no class is loaded: a
/// name that is empty is no class's. From 4.2.0 on ConfigDef refuses it already.
void check_class_names(const Settings& settings, kafka::StartupReport& report,
                       std::string_view key);

/// org.apache.kafka.clients.ClientUtils.parseAndValidateAddresses, as far as no name is resolved.
/// `key` holds the addresses; Kafka's exception calls it bootstrap.servers in any case.
void check_bootstrap_servers(const kafka::ParsedConfig& config, kafka::StartupReport& report,
                             std::string_view key = "bootstrap.servers");

/// ClientUtils.createChannelBuilder: security.protocol, then what SASL and TLS demand without
/// looking at files, classes or the network.
void check_channel_builder(const Settings& settings, kafka::StartupReport& report);

/// The SASL part: JaasContext.loadClientContext and SaslChannelBuilder.configure.
void check_sasl(const Settings& settings, kafka::StartupReport& report);

/// The TLS part: DefaultSslEngineFactory.configure, before 2.6.0 SslFactory's or
/// SslEngineBuilder's.
void check_ssl(const Settings& settings, kafka::StartupReport& report);

}  // namespace kaflint::startup
