// Resources of Confluent for Kubernetes and of Koperator.
#include "tests/unit/dialect/reading.h"

namespace kaflint::dialect {
namespace {

using kafka::Role;

TEST(ConfluentOperator, OverridesAreLines) {
  const Reading reading("kafka.yaml", R"(apiVersion: platform.confluent.io/v1beta1
kind: Kafka
metadata: {name: kafka}
spec:
  image: {application: "confluentinc/cp-server:7.9.0"}
  configOverrides:
    server:
      - auto.create.topics.enable=false
      - "log.retention.ms = 1 "
      - listener.name.x.plain.sasl.jaas.config=a "b=c";
      - message.max.bytes=
      - message.max.bytes=5
      - compression.type=a\tb
      - num.partitions
    jvm: ["-Xmx1g=5"]
)");
  const Unit& unit = reading.unit("Kafka/kafka spec.configOverrides.server");
  EXPECT_EQ(unit.role, Role::broker);
  EXPECT_EQ(unit.dialect, "confluent-operator");
  EXPECT_FALSE(unit.complete);
  ASSERT_TRUE(unit.project_version);
  EXPECT_EQ(unit.project_version->releases().front(), kafka::Version(3, 9, 0));
  EXPECT_EQ(Reading::settings(unit),
            (Lines{"auto.create.topics.enable=false", "log.retention.ms=1",
                   "listener.name.x.plain.sasl.jaas.config=a \"b=c\";", "message.max.bytes=5",
                   "compression.type ? unsupported"}));
  const Setting& retention = Reading::setting(unit, "log.retention.ms");
  EXPECT_EQ(reading.text(retention.key_span), "log.retention.ms");
  EXPECT_EQ(reading.text(retention.value_span), "1");
  EXPECT_EQ(reading.text(retention.entry_span), "log.retention.ms = 1");
  EXPECT_EQ(reading.diagnostics(unit.diagnostics).size(), 1U);
}

TEST(ConfluentOperator, ControllersAndWorkers) {
  const Reading reading("all.yaml", R"(apiVersion: platform.confluent.io/v1beta1
kind: KRaftController
metadata: {name: c}
spec: {configOverrides: {server: [log.retention.ms=1]}}
---
apiVersion: platform.confluent.io/v1beta1
kind: Connect
metadata: {name: w}
spec: {configOverrides: {server: [producer.acks=1]}}
---
apiVersion: platform.confluent.io/v1beta1
kind: SchemaRegistry
metadata: {name: kafka}
spec: {configOverrides: {server: [kafkastore.topic=x]}}
---
apiVersion: platform.confluent.io/v1beta1
kind: ClusterLink
metadata: {name: link}
spec: {configs: {consumer.offset.sync.enable: "true"}}
)");
  ASSERT_EQ(reading.names(), (Lines{"KRaftController/c spec.configOverrides.server",
                                    "Connect/w spec.configOverrides.server"}));
  EXPECT_EQ(reading.found().units[0].role, Role::broker);
  EXPECT_EQ(reading.found().units[1].role, Role::connect_distributed);
}

TEST(ConfluentOperator, TopicsAndConnectorsTakeText) {
  const Reading reading("all.yaml", R"(apiVersion: platform.confluent.io/v1beta1
kind: KafkaTopic
metadata: {name: orders}
spec:
  replicas: 3
  partitionCount: 6
  configs:
    cleanup.policy: compact
    retention.ms: 5
---
apiVersion: platform.confluent.io/v1beta1
kind: Connector
metadata: {name: copy}
spec:
  class: io.example.CopySourceConnector
  taskMax: 4
  configs: {topic: "x"}
)");
  const Unit& topic = reading.unit("KafkaTopic/orders spec.configs");
  EXPECT_EQ(topic.role, Role::topic);
  EXPECT_EQ(Reading::settings(topic),
            (Lines{"cleanup.policy=compact", "retention.ms ? unsupported"}));
  ASSERT_TRUE(topic.topic);
  EXPECT_EQ(topic.topic->name, "orders");
  EXPECT_EQ(topic.topic->partitions->value, "6");
  EXPECT_EQ(topic.topic->replication_factor->value, "3");
  ASSERT_EQ(topic.diagnostics.size(), 1U);
  EXPECT_EQ(topic.diagnostics[0].rule.text(), "kubernetes/value-not-text");
  EXPECT_EQ(reading.text(*topic.diagnostics[0].span), "5");
  const Unit& connector = reading.unit("Connector/copy spec.configs");
  EXPECT_EQ(connector.role, Role::source_connector);
  EXPECT_TRUE(connector.complete);
  EXPECT_EQ(Reading::settings(connector), (Lines{"connector.class=io.example.CopySourceConnector",
                                                 "tasks.max=4", "topic=x", "name=copy"}));
}

TEST(ConfluentOperator, AnAliasWithoutItsAnchorIsNothing) {
  const Reading reading("topic.yaml", R"(apiVersion: platform.confluent.io/v1beta1
kind: KafkaTopic
metadata: {name: orders}
spec: {partitionCount: *a, configs: *b}
)");
  const Unit& unit = reading.unit("KafkaTopic/orders spec.configs");
  EXPECT_TRUE(unit.settings.empty());
  EXPECT_FALSE(unit.topic->partitions->value);
}

constexpr const char* kCluster = R"(apiVersion: kafka.banzaicloud.io/v1beta1
kind: KafkaCluster
metadata: {name: kafka}
spec:
  clusterImage: "ghcr.io/banzaicloud/kafka:2.13-3.4.1"
  readOnlyConfig: |
    auto.create.topics.enable=false
  clusterWideConfig: |
    background.threads=20
    auto.create.topics.enable=false
    ssl.keystore.location=/x
    listener.name.x.ssl.keystore.location=/x
    leader.replication.throttled.rate=5
  brokerConfigGroups:
    default:
      config: |
        ssl.keystore.location=/y
        broker.rack=a
        log.cleaner.threads=${X}
  brokers:
    - id: 0
      readOnlyConfig: |
        broker.rack=a
    - id: 1
      brokerConfig:
        config: |
          compression.type=zstd
  cruiseControlConfig:
    config: |
      num.metric.fetchers=1
)";

TEST(Koperator, PropertiesOfEachPlace) {
  const Reading reading("cluster.yaml", kCluster);
  EXPECT_EQ(reading.names(), (Lines{"KafkaCluster/kafka spec.readOnlyConfig",
                                    "KafkaCluster/kafka spec.clusterWideConfig",
                                    "KafkaCluster/kafka spec.brokers[0].readOnlyConfig",
                                    "KafkaCluster/kafka spec.brokers[1].brokerConfig.config",
                                    "KafkaCluster/kafka spec.brokerConfigGroups.default.config"}));
  for (const Unit& unit : reading.found().units) {
    EXPECT_EQ(unit.role, Role::broker);
    EXPECT_EQ(unit.project_version, kafka::VersionSet::of(kafka::Version(3, 4, 1)));
  }
}

TEST(Koperator, DynamicMapsTakeDynamicSettingsOnly) {
  const Reading reading("cluster.yaml", kCluster);
  const auto keys = [&](std::string_view name) {
    Lines found;
    for (const Diagnostic& diagnostic : reading.unit(name).diagnostics) {
      EXPECT_EQ(diagnostic.rule.text(), "koperator/static-setting");
      EXPECT_EQ(reading.text(*diagnostic.span), diagnostic.key);
      found.push_back(diagnostic.key);
    }
    return found;
  };
  EXPECT_EQ(keys("KafkaCluster/kafka spec.clusterWideConfig"),
            (Lines{"auto.create.topics.enable", "ssl.keystore.location"}));
  const std::string_view group = "KafkaCluster/kafka spec.brokerConfigGroups.default.config";
  EXPECT_EQ(keys(group), Lines{"broker.rack"});
  EXPECT_FALSE(Reading::setting(reading.unit(group), "log.cleaner.threads").value);
  EXPECT_EQ(keys("KafkaCluster/kafka spec.readOnlyConfig"), Lines{});
}

}  // namespace
}  // namespace kaflint::dialect
