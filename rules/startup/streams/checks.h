// What Streams checks of its own: each function is one method of StreamsConfig or KafkaStreams.
#pragma once

#include <string_view>

#include "linter/kafka/verdict.h"
#include "rules/startup/streams/client_configs.h"
#include "rules/startup/streams/guarantee.h"

namespace kaflint::startup::streams {

/// StreamsConfig.postProcessParsedConfig but for the tags: reconnect.backoff.max.ms and
/// commit.interval.ms get values by other keys.
void post_process(const kafka::ParsedConfig& config, Guarantee guarantee,
                  kafka::StartupReport& report);

/// StreamsConfig.validateRackAwarenessConfiguration (from 3.2.0, KIP-708)
void check_client_tags(const kafka::ParsedConfig& config, kafka::StartupReport& report);

/// StreamsConfig.verifyEOSTransactionTimeoutCompatibility (from 3.0.0)
void check_transaction_timeout(const kafka::ParsedConfig& config, Guarantee guarantee,
                               kafka::StartupReport& report);

/// StreamsConfig.maybeMetricsPushEnabled (from 4.0.0)
void check_metrics_push(const kafka::ParsedConfig& config, kafka::StartupReport& report);

/// StreamsConfig.verifyStreamsProtocolCompatibility (from 4.1.0)
void check_streams_protocol(const kafka::ParsedConfig& config, const ClientConfigs& clients,
                            kafka::StartupReport& report);

/// KafkaStreams.parseHostInfo; from 4.4.0 ConfigDef refuses before.
void check_application_server(const kafka::ParsedConfig& config, kafka::StartupReport& report);

/// What the constructor of KafkaStreams makes of num.stream.threads, for a topology without global
/// tables.
void check_stream_threads(const kafka::ParsedConfig& config, kafka::StartupReport& report);

/// AssignorConfiguration.rebalanceProtocol (from 4.0.0), which StreamsPartitionAssignor.configure
/// asks; the streams protocol has no such assignor.
void check_upgrade_from(const kafka::ParsedConfig& config, kafka::StartupReport& report);

/// Settings of Streams itself that another one makes void.
void check_superseded(const kafka::ParsedConfig& config, kafka::StartupReport& report);

}  // namespace kaflint::startup::streams
