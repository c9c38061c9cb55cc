// Values files of charts: which values are Kafka's, and what the chart makes of their numbers.
#include "tests/unit/dialect/reading.h"

namespace kaflint::dialect {
namespace {

TEST(HelmValues, ReadsTheMapsOfBitnamisChart) {
  const Reading reading("deploy/values-prod.yaml",
                        "kafka:\n"
                        "  overrideConfiguration:\n"
                        "    message.max.bytes: 1048588\n"
                        "    auto.create.topics.enable: no\n"
                        "  broker:\n"
                        "    overrideConfiguration:\n"
                        "      num.io.threads: {{ .Values.threads }}\n"
                        "      log.retention.hours: ~\n"
                        "      num.partitions: 0170\n");
  EXPECT_EQ(reading.names(), (Lines{"kafka.overrideConfiguration", "kafka.broker"}));
  const Unit& all = reading.unit("kafka.overrideConfiguration");
  EXPECT_EQ(all.role, kafka::Role::broker);
  EXPECT_EQ(all.dialect, "helm-values");
  EXPECT_EQ(Reading::settings(all),
            (Lines{"message.max.bytes=1048588", "auto.create.topics.enable=false"}));
  EXPECT_EQ(reading.text(Reading::setting(all, "message.max.bytes").value_span), "1048588");
  EXPECT_EQ(Reading::settings(reading.unit("kafka.broker")),
            (Lines{"message.max.bytes=1048588", "auto.create.topics.enable=false",
                   "num.io.threads ? template-action", "num.partitions=120"}));
}

TEST(HelmValues, ReadsTheTextsOfBitnamisChart) {
  const Reading reading(
      "values.yaml",
      "controller:\n  extraConfig: |-\n    num.partitions=3\n    min.insync.replicas=2\n"
      "heapOpts: |\n  -Xmx1g\n  -Xms1g\n");
  ASSERT_EQ(reading.names(), Lines{"controller.extraConfig"});
  const Unit& unit = reading.unit("controller.extraConfig");
  EXPECT_EQ(unit.role, kafka::Role::broker);
  EXPECT_FALSE(unit.complete);
  EXPECT_EQ(reading.text(Reading::setting(unit, "min.insync.replicas").entry_span),
            "min.insync.replicas=2");
}

TEST(HelmValues, PrintedNumbersGetAnExponent) {
  const Reading reading("values.yaml",
                        "cp-kafka:\n  configurationOverrides:\n"
                        "    message.max.bytes: 2097152\n"
                        "    num.partitions: 12\n"
                        "    log.retention.bytes: \"2097152\"\n"
                        "    offsets.topic.replication.factor: 3\n"
                        "provisioning:\n  topics:\n    - name: t\n      config:\n"
                        "        retention.ms: 604800000\n");
  EXPECT_EQ(Reading::settings(reading.unit("cp-kafka.configurationOverrides")),
            (Lines{"message.max.bytes=2.097152e+06", "num.partitions=12",
                   "log.retention.bytes=2097152", "offsets.topic.replication.factor=3"}));
  const Unit& topic = reading.unit("provisioning.topics[0].config");
  EXPECT_EQ(topic.role, kafka::Role::topic);
  EXPECT_EQ(Reading::settings(topic), Lines{"retention.ms=6.048e+08"});
}

TEST(HelmValues, OtherMapsNeedKnownKeys) {
  const Reading reading("values.yaml",
                        "app:\n  producer:\n    linger.ms: 5\n    batch.size: 1000000\n"
                        "    delivery.timeout.ms: 120000\n    acks: all\n"
                        "ingress:\n  annotations:\n    nginx.org/a.b: x\n    nginx.org/c.d: y\n"
                        "kafka:\n  config: {enabled: true}\n");
  ASSERT_EQ(reading.names(), Lines{"app.producer"});
  const Unit& unit = reading.unit("app.producer");
  EXPECT_EQ(unit.role, kafka::Role::producer);
  EXPECT_EQ(Reading::settings(unit), (Lines{"linger.ms=5", "batch.size ? unsupported",
                                            "delivery.timeout.ms=120000", "acks=all"}));
}

TEST(HelmValues, OnlyByName) {
  const Reading reading("deploy/kafka.yaml",
                        "controller:\n  extraConfig: |-\n    num.partitions=3\n");
  EXPECT_TRUE(reading.names().empty());
}

TEST(HelmValues, MapsForLibrdkafkaAreLeftAlone) {
  const Reading reading("values.yaml", R"(ingest:
  kafka:
    consumer:
      bootstrap.servers: kafka:9092
      group.id: ingest
      enable.auto.commit: false
      enable.auto.offset.store: false
    producer:
      bootstrap.servers: kafka:9092
      message.max.bytes: 1000000
      compression.type: zstd
      queue.buffering.max.messages: 100000
)");
  EXPECT_EQ(reading.names(), Lines{});
}

TEST(HelmValues, ConnectorsInJson) {
  const Reading reading("values.yaml", R"(connect:
  connectors:
    orders: |
      {"name": "orders",
       "config": {"connector.class": "org.example.OrdersSink", "topics": "orders"}}
)");
  const Unit& unit = reading.unit("connect.connectors.orders config");
  EXPECT_EQ(unit.role, kafka::Role::sink_connector);
  EXPECT_EQ(reading.text(Reading::setting(unit, "topics").entry_span), R"("topics": "orders")");
}

}  // namespace
}  // namespace kaflint::dialect
