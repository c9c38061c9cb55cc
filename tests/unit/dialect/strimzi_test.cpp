// Config maps of Strimzi's resources: what reaches Kafka, what is dropped or refused, and where it
// stands.
#include "tests/unit/dialect/reading.h"

#include "linter/dialect/strimzi_forbidden.h"

namespace kaflint::dialect {
namespace {

using kafka::Version;

TEST(Strimzi, ReadsABrokersMap) {
  const Reading reading("cluster.yaml",
                        "apiVersion: kafka.strimzi.io/v1\n"
                        "kind: Kafka\n"
                        "metadata: {name: events}\n"
                        "spec:\n"
                        "  kafka:\n"
                        "    version: 4.1.0\n"
                        "    config:\n"
                        "      num.partitions: 0x10\n"
                        "      auto.create.topics.enable: off\n"
                        "      \"log.retention.hours\": '168'\n");
  ASSERT_EQ(reading.names(), Lines{"Kafka/events spec.kafka.config"});
  const Unit& unit = reading.unit("Kafka/events spec.kafka.config");
  EXPECT_EQ(unit.role, kafka::Role::broker);
  EXPECT_EQ(unit.dialect, "strimzi");
  EXPECT_FALSE(unit.complete);
  EXPECT_EQ(unit.project_version, kafka::VersionSet::of(Version(4, 1, 0)));
  EXPECT_EQ(Reading::settings(unit), (Lines{"num.partitions=16", "auto.create.topics.enable=false",
                                            "log.retention.hours=168"}));
  const Setting& partitions = Reading::setting(unit, "num.partitions");
  EXPECT_EQ(reading.text(partitions.key_span), "num.partitions");
  EXPECT_EQ(reading.text(partitions.value_span), "0x10");
  EXPECT_EQ(reading.text(partitions.entry_span), "num.partitions: 0x10");
  EXPECT_EQ(reading.text(Reading::setting(unit, "log.retention.hours").value_span), "'168'");
  EXPECT_TRUE(unit.diagnostics.empty());
}

TEST(Strimzi, DropsWhatEveryOperatorDrops) {
  const Reading reading("cluster.yaml",
                        "apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nmetadata: {name: a}\n"
                        "spec:\n  kafka:\n    config:\n"
                        "      Log.Dirs: /data\n"
                        "      ssl.protocol: TLSv1.3\n"
                        "      cordoned.log.dirs: /old\n");
  const Unit& unit = reading.unit("Kafka/a spec.kafka.config");
  EXPECT_EQ(Reading::settings(unit),
            (Lines{"ssl.protocol=TLSv1.3", "cordoned.log.dirs ? unsupported"}));
  EXPECT_EQ(reading.diagnostics(unit.diagnostics), Lines{"strimzi/forbidden-option @97 Log.Dirs"});
}

TEST(Strimzi, RefusesWhatHasNoText) {
  const Reading reading("connect.yaml",
                        "apiVersion: kafka.strimzi.io/v1beta2\nkind: KafkaConnect\n"
                        "metadata: {name: c}\nspec:\n  version: 3.9.0\n  config:\n"
                        "    group.id: g\n"
                        "    offset.flush.timeout.ms: ~\n"
                        "    plugin.discovery:\n"
                        "    producer.acks: [all]\n"
                        "    consumer.x: {a: b}\n"
                        "    task.shutdown.graceful.timeout.ms: 9223372036854775808\n");
  const Unit& unit = reading.unit("KafkaConnect/c spec.config");
  EXPECT_EQ(unit.role, kafka::Role::connect_distributed);
  EXPECT_EQ(Reading::settings(unit),
            (Lines{"group.id=g", "offset.flush.timeout.ms ? unsupported",
                   "plugin.discovery ? unsupported", "producer.acks ? unsupported",
                   "consumer.x ? unsupported", "task.shutdown.graceful.timeout.ms ? unsupported",
                   "key.converter=org.apache.kafka.connect.json.JsonConverter",
                   "value.converter=org.apache.kafka.connect.json.JsonConverter"}));
  ASSERT_EQ(unit.diagnostics.size(), 5U);
  EXPECT_EQ(unit.diagnostics[0].arguments.at("what"), "null");
  EXPECT_EQ(reading.text(*unit.diagnostics[0].span), "~");
  EXPECT_EQ(reading.text(*unit.diagnostics[1].span), "plugin.discovery");
  EXPECT_EQ(unit.diagnostics[2].arguments.at("what"), "a list");
  EXPECT_EQ(reading.text(*unit.diagnostics[2].span), "[all]");
  EXPECT_EQ(unit.diagnostics[3].arguments.at("what"), "a map");
  EXPECT_EQ(reading.text(*unit.diagnostics[4].span), "9223372036854775808");
}

TEST(Strimzi, TopicsJoinLists) {
  const Reading reading("topic.yaml",
                        "apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata: {name: t}\n"
                        "spec:\n  partitions: 3\n  config:\n"
                        "    cleanup.policy: [compact, delete]\n    retention.ms: 7200000\n"
                        "    segment.bytes: null\n");
  const Unit& unit = reading.unit("KafkaTopic/t spec.config");
  EXPECT_EQ(unit.role, kafka::Role::topic);
  EXPECT_EQ(Reading::settings(unit), (Lines{"cleanup.policy=compact,delete", "retention.ms=7200000",
                                            "segment.bytes ? unsupported"}));
  EXPECT_TRUE(unit.diagnostics.empty());
}

TEST(Strimzi, FollowsAliasesAndMerges) {
  const Reading reading("two.yaml",
                        "apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata: {name: t}\n"
                        "x: &base\n  min.insync.replicas: 2\ny: &ms 1000\n"
                        "spec:\n  config:\n    <<: *base\n    retention.ms: *ms\n");
  const Unit& unit = reading.unit("KafkaTopic/t spec.config");
  EXPECT_EQ(Reading::settings(unit), (Lines{"retention.ms=1000", "min.insync.replicas=2"}));
  const Setting& merged = Reading::setting(unit, "min.insync.replicas");
  ASSERT_EQ(merged.chain.size(), 1U);
  EXPECT_EQ(merged.chain[0].what, "alias *base");
  EXPECT_EQ(reading.text(merged.chain[0].span), "*base");
  const Setting& alias = Reading::setting(unit, "retention.ms");
  EXPECT_EQ(reading.text(alias.value_span), "1000");
  EXPECT_EQ(reading.text(alias.entry_span), "retention.ms: *ms");
  ASSERT_EQ(alias.chain.size(), 1U);
  EXPECT_EQ(alias.chain[0].what, "alias *ms");
}

TEST(Strimzi, TemplateActionsAreUnknown) {
  const Reading reading(
      "templates/kafka.yaml",
      "apiVersion: kafka.strimzi.io/v1\nkind: Kafka\n"
      "metadata:\n  name: {{ .Release.Name }}\n"
      "spec:\n  kafka:\n    config:\n"
      "      num.partitions: {{ .Values.partitions }}\n      log.retention.hours: 5\n");
  const Unit& unit = reading.unit("Kafka spec.kafka.config");
  EXPECT_EQ(Reading::settings(unit),
            (Lines{"num.partitions ? template-action", "log.retention.hours=5"}));
}

TEST(Strimzi, ReadsItemsOfListsAndNumbersTwins) {
  const Reading reading(
      "list.yaml",
      "apiVersion: v1\nkind: List\nitems:\n"
      "  - {apiVersion: kafka.strimzi.io/v1, kind: KafkaTopic, metadata: {name: a},"
      " spec: {config: {retention.ms: 1}}}\n"
      "---\napiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\n"
      "metadata: {name: a}\nspec: {config: {retention.ms: 2}}\n");
  EXPECT_EQ(reading.names(),
            (Lines{"KafkaTopic/a spec.config", "KafkaTopic/a spec.config (document 2)"}));
}

TEST(Strimzi, AConnectorIsAWhole) {
  const Reading reading("connector.yaml", R"(apiVersion: kafka.strimzi.io/v1
kind: KafkaConnect
metadata: {name: workers}
spec: {version: 4.1.1, config: {producer.acks: all}}
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaConnector
metadata:
  name: copy
  labels: {strimzi.io/cluster: workers}
spec:
  class: org.example.CopySinkConnector
  tasksMax: 2
  config:
    topics: orders
    tasks.max: 5
    tasks.max.enforce: yes
)");
  const Unit& unit = reading.unit("KafkaConnector/copy spec.config");
  EXPECT_EQ(unit.role, kafka::Role::sink_connector);
  EXPECT_TRUE(unit.complete);
  EXPECT_EQ(unit.project_version, kafka::VersionSet::of(Version(4, 1, 1)));
  EXPECT_EQ(Reading::settings(unit),
            (Lines{"connector.class=org.example.CopySinkConnector", "tasks.max=2", "topics=orders",
                   "tasks.max.enforce=true", "name=copy"}));
  EXPECT_EQ(reading.text(Reading::setting(unit, "tasks.max").entry_span), "tasksMax: 2");
  EXPECT_EQ(reading.diagnostics(unit.diagnostics).size(), 1U);
  EXPECT_EQ(unit.diagnostics[0].key, "tasks.max");
}

TEST(Strimzi, AConnectorWithoutConfig) {
  const Reading reading(
      "connector.yaml",
      "apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnector\n"
      "metadata: {name: '{{ .Release.Name }}'}\nspec: {class: FileStreamSource}\n");
  const Unit& unit = reading.unit("KafkaConnector spec.config");
  EXPECT_EQ(unit.role, kafka::Role::source_connector);
  EXPECT_FALSE(unit.complete);
  EXPECT_EQ(Reading::settings(unit),
            (Lines{"connector.class=FileStreamSource", "name ? unsupported"}));
}

constexpr const char* kMirrorMaker = R"(apiVersion: kafka.strimzi.io/v1beta2
kind: KafkaMirrorMaker2
metadata: {name: mm}
spec:
  version: 3.9.0
  connectCluster: b
  clusters:
    - alias: a
      config: {ssl.protocol: TLSv1.3, config.storage.replication.factor: 3}
    - alias: b
      config: {config.storage.replication.factor: -1, rest.port: 8083}
  mirrors:
    - sourceCluster: a
      targetCluster: b
      sourceConnector: {tasksMax: 4, config: {replication.factor: -1, connector.class: x}}
      checkpointConnector: {config: {sync.group.offsets.enabled: true}}
      heartbeatConnector: {}
)";

TEST(Strimzi, MirrorMakersClustersAndConnectors) {
  const Reading reading("mm.yaml", kMirrorMaker);
  ASSERT_EQ(reading.names(),
            (Lines{"KafkaMirrorMaker2/mm spec.clusters[0].config",
                   "KafkaMirrorMaker2/mm spec.clusters[1].config",
                   "KafkaMirrorMaker2/mm spec.mirrors[0].sourceConnector.config",
                   "KafkaMirrorMaker2/mm spec.mirrors[0].checkpointConnector.config"}));
  const std::vector<Unit>& units = reading.found().units;
  EXPECT_EQ(units[0].role, kafka::Role::admin);
  EXPECT_EQ(units[1].role, kafka::Role::connect_distributed);
  EXPECT_EQ(Reading::settings(units[1]),
            (Lines{"config.storage.replication.factor=-1",
                   "key.converter=org.apache.kafka.connect.converters.ByteArrayConverter",
                   "value.converter=org.apache.kafka.connect.converters.ByteArrayConverter"}));
  EXPECT_EQ(units[1].diagnostics[0].rule.text(), "strimzi/forbidden-option");
  EXPECT_EQ(units[2].role, kafka::Role::source_connector);
  EXPECT_FALSE(units[2].complete);
  EXPECT_EQ(Reading::settings(units[2]),
            (Lines{"tasks.max=4", "replication.factor=-1",
                   "connector.class=org.apache.kafka.connect.mirror.MirrorSourceConnector",
                   "name ? unsupported"}));
  EXPECT_EQ(units[2].diagnostics[0].key, "connector.class");
  for (const Unit& unit : units)
    EXPECT_EQ(unit.project_version, kafka::VersionSet::of(Version(3, 9, 0)));
}

TEST(Strimzi, MirrorMakerOfVersion1) {
  const Reading reading("mm.yaml", R"(apiVersion: kafka.strimzi.io/v1
kind: KafkaMirrorMaker2
metadata: {name: mm}
spec:
  target: {alias: b, groupId: g, config: {group.id: mine, status.storage.replication.factor: 3}}
  mirrors:
    - source: {alias: a, config: {ssl.protocol: TLSv1.3}}
      sourceConnector: {config: {replication.factor: -1}}
)");
  ASSERT_EQ(reading.names(),
            (Lines{"KafkaMirrorMaker2/mm spec.target.config",
                   "KafkaMirrorMaker2/mm spec.mirrors[0].source.config",
                   "KafkaMirrorMaker2/mm spec.mirrors[0].sourceConnector.config"}));
  const std::vector<Unit>& units = reading.found().units;
  EXPECT_EQ(units[0].role, kafka::Role::connect_distributed);
  // Operators before 1.0 read this version too, and pass it on.
  EXPECT_EQ(Reading::settings(units[0]),
            (Lines{"group.id ? unsupported", "status.storage.replication.factor=3",
                   "key.converter=org.apache.kafka.connect.converters.ByteArrayConverter",
                   "value.converter=org.apache.kafka.connect.converters.ByteArrayConverter"}));
  EXPECT_EQ(units[1].role, kafka::Role::admin);
}

TEST(Strimzi, ATopicsLayoutAndItsClustersVersion) {
  const Reading reading("topic.yaml", R"(apiVersion: kafka.strimzi.io/v1
kind: KafkaTopic
metadata:
  name: orders
  labels: {strimzi.io/cluster: events}
spec: {partitions: 12, replicas: 3, topicName: Orders_1}
---
apiVersion: kafka.strimzi.io/v1
kind: Kafka
metadata: {name: events}
spec: {kafka: {version: 4.1.0, config: {num.partitions: 3}}}
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaNodePool
metadata: {name: pool}
spec: {replicas: 3}
)");
  ASSERT_EQ(reading.names(),
            (Lines{"KafkaTopic/orders spec.config", "Kafka/events spec.kafka.config"}));
  const Unit& unit = reading.unit("KafkaTopic/orders spec.config");
  EXPECT_EQ(unit.project_version, kafka::VersionSet::of(Version(4, 1, 0)));
  ASSERT_TRUE(unit.topic);
  EXPECT_EQ(unit.topic->name, "Orders_1");
  EXPECT_EQ(unit.topic->partitions->value, "12");
  EXPECT_EQ(unit.topic->replication_factor->value, "3");
  EXPECT_EQ(reading.text(unit.topic->replication_factor->entry_span), "replicas: 3");
  EXPECT_TRUE(unit.settings.empty());
}

TEST(StrimziForbidden, DependsOnTheOperators) {
  const auto broker = [](std::string_view key, std::string_view api,
                         std::optional<Version> kafka = std::nullopt) {
    return strimzi_drops("KafkaClusterSpec", key, api, kafka);
  };
  EXPECT_EQ(broker("node.id", "v1"), Ternary::yes);
  EXPECT_EQ(broker("node.id", "v1beta2"), Ternary::unknown);  // 0.28 passed it on
  EXPECT_EQ(broker("node.id", "v1beta2", Version(3, 9, 0)), Ternary::yes);
  EXPECT_EQ(broker("listeners", "v1beta1"), Ternary::unknown);
  EXPECT_EQ(broker("broker.session.timeout.ms", "v1"), Ternary::no);
  EXPECT_EQ(broker("broker.session.timeout.ms", "v1beta2", Version(3, 7, 0)), Ternary::unknown);
  EXPECT_EQ(broker("listener.name.tls-9093.max.connections", "v1"), Ternary::unknown);
  EXPECT_EQ(broker("listener.name.tls-9093.ssl.keystore.location", "v1"), Ternary::yes);
  EXPECT_EQ(broker("num.partitions", "v1"), Ternary::no);
  EXPECT_EQ(strimzi_drops("KafkaConnectSpec", "group.id", "v1beta2", {}), Ternary::no);
  EXPECT_EQ(strimzi_drops("KafkaConnectSpec", "group.id", "v1", {}), Ternary::unknown);
  EXPECT_EQ(strimzi_drops("", "listeners", "v1", {}), Ternary::no);
}

}  // namespace
}  // namespace kaflint::dialect
