// The startup mirrors by role.
#pragma once

#include "linter/kafka/verdict.h"

namespace kaflint::startup {

/// The mirror of the classes that start this role; null for a role that has none.
kafka::StartupMirror mirror(kafka::Role role);

/// org.apache.kafka.clients.producer.ProducerConfig and KafkaProducer
void producer(const kafka::ParsedConfig& config, kafka::StartupReport& report);

/// org.apache.kafka.clients.consumer.ConsumerConfig and KafkaConsumer
void consumer(const kafka::ParsedConfig& config, kafka::StartupReport& report);

/// org.apache.kafka.clients.consumer.ShareConsumerConfig and KafkaShareConsumer
void share_consumer(const kafka::ParsedConfig& config, kafka::StartupReport& report);

/// org.apache.kafka.clients.admin.AdminClientConfig and KafkaAdminClient
void admin(const kafka::ParsedConfig& config, kafka::StartupReport& report);

/// org.apache.kafka.storage.internals.log.LogConfig
void topic(const kafka::ParsedConfig& config, kafka::StartupReport& report);

/// org.apache.kafka.coordinator.group.GroupConfig
void group(const kafka::ParsedConfig& config, kafka::StartupReport& report);
/// kafka.server.KafkaConfig, as KafkaConfig.fromProps makes one, and what the listeners read of it
void broker(const kafka::ParsedConfig& config, kafka::StartupReport& report);
/// org.apache.kafka.streams.StreamsConfig and KafkaStreams
void streams_application(const kafka::ParsedConfig& config, kafka::StartupReport& report);

/// org.apache.kafka.connect.runtime.distributed.DistributedConfig and standalone.StandaloneConfig
void connect_worker(const kafka::ParsedConfig& config, kafka::StartupReport& report);

/// org.apache.kafka.connect.runtime.SourceConnectorConfig and SinkConnectorConfig
void connector(const kafka::ParsedConfig& config, kafka::StartupReport& report);

/// org.apache.kafka.connect.mirror.MirrorMakerConfig
void mirrormaker(const kafka::ParsedConfig& config, kafka::StartupReport& report);

}  // namespace kaflint::startup
