// Topics in the files of kafka-gitops, JulieOps, Kattlo and Jikkou.
#include "tests/unit/dialect/reading.h"

namespace kaflint::dialect {
namespace {

using kafka::Role;

std::string shown(const std::optional<Setting>& setting) {
  if (!setting) return "-";
  return setting->value ? *setting->value : std::string(to_string(setting->unknown));
}

/// `name partitions/replication factor`
std::string layout(const Unit& unit) {
  if (!unit.topic) return "none";
  return unit.topic->name + " " + shown(unit.topic->partitions) + "/" +
         shown(unit.topic->replication_factor);
}

TEST(KafkaGitops, EachTopicIsAUnit) {
  const Reading reading("state.yaml", R"(settings: {topics: {defaults: {replication: 2}}}
topics:
  orders:
    partitions: 6
    replication: 3
    configs:
      cleanup.policy: compact
      retention.ms: 010
  clicks: {partitions: 1}
services: {}
)");
  ASSERT_EQ(reading.names(), (Lines{"topics.orders", "topics.clicks"}));
  const Unit& unit = reading.unit("topics.orders");
  EXPECT_EQ(unit.role, Role::topic);
  EXPECT_EQ(unit.dialect, "kafka-gitops");
  EXPECT_EQ(Reading::settings(unit), (Lines{"cleanup.policy=compact", "retention.ms=010"}));
  EXPECT_EQ(layout(unit), "orders 6/3");
  EXPECT_EQ(reading.text(unit.topic->partitions->entry_span), "partitions: 6");
  EXPECT_EQ(layout(reading.unit("topics.clicks")), "clicks 1/-");
}

TEST(KafkaGitops, OtherMapsOfTopicsAreNot) {
  for (const char* text : {"topics: {a: {partitions: 1, owner: me}}", "topics: {a: 1}\n#partitions",
                           "topics: {a: {partitions: 1}}\nspring: {}", "topics: [partitions]",
                           "a: {topics: {b: {partitions: 1}}}"})
    EXPECT_EQ(Reading("x.yaml", text).names(), Lines{}) << text;
}

TEST(KafkaGitops, ListsAreRefused) {
  const Reading reading(
      "state.yaml", "topics: {a: {configs: {cleanup.policy: [compact, delete]}}}\n# partitions");
  const Unit& unit = reading.unit("topics.a");
  EXPECT_EQ(Reading::settings(unit), Lines{"cleanup.policy ? unsupported"});
  EXPECT_EQ(reading.diagnostics(unit.diagnostics),
            Lines{"topic/value-not-text @39 [compact, delete]"});
}

TEST(JulieOps, PartitionsAndReplicationAreNoSettings) {
  const Reading reading("descriptor.yaml", R"(context: shop
projects:
  - name: web
    topics:
      - name: orders
        config:
          num.partitions: "6"
          replication.factor: 3
          retention.ms: 010
      - name: plain
  - name: empty
    topics:
)");
  ASSERT_EQ(reading.names(), Lines{"projects[0].topics[0]"});
  const Unit& unit = reading.unit("projects[0].topics[0]");
  EXPECT_EQ(Reading::settings(unit), Lines{"retention.ms=8"});
  EXPECT_EQ(layout(unit), "orders 6/3");
}

TEST(JulieOps, ADescriptorInJson) {
  const Reading reading("descriptor.json", R"({"context": "shop", "projects": [{"name": "web",
    "topics": [{"name": "orders", "config": {"num.partitions": 6, "retention.ms": "5"}}]}]})");
  const Unit& unit = reading.unit("projects[0].topics[0]");
  EXPECT_EQ(Reading::settings(unit), Lines{"retention.ms=5"});
  EXPECT_EQ(layout(unit), "orders 6/-");
  EXPECT_EQ(reading.text(Reading::setting(unit, "retention.ms").entry_span),
            R"("retention.ms": "5")");
  const Reading other("tsconfig.json", R"({"projects": ["a"], "partitions": [1,})");
  EXPECT_TRUE(other.found().units.empty());
  EXPECT_TRUE(other.found().diagnostics.empty());
}

TEST(JulieOps, Plans) {
  const Reading reading("plans.yaml",
                        "plans:\n  gold: {alias: gold, config: {retention.ms: '5000'}}\n");
  EXPECT_EQ(Reading::settings(reading.unit("plans.gold")), Lines{"retention.ms=5000"});
  EXPECT_EQ(Reading("x.yaml", "plans: {gold: {price: 5, config: {retention.ms: 1}}}").names(),
            Lines{});
}

TEST(Kattlo, OneTopicAFile) {
  const Reading reading("v0001_orders.yaml", R"(operation: create
topic: orders
partitions: 3
replicationFactor: 2
config:
  retention.ms: 1e3
)");
  const Unit& unit = reading.unit("");
  EXPECT_EQ(Reading::settings(unit), Lines{"retention.ms=1000.0"});
  EXPECT_EQ(layout(unit), "orders 3/2");
}

TEST(Jikkou, TopicsConnectorsAndGroups) {
  const Reading reading("all.yaml", R"(apiVersion: kafka.jikkou.io/v1
kind: KafkaTopicList
items:
  - metadata: {name: orders}
    spec: {partitions: 3, replicas: 2, configs: {cleanup.policy: compact, retention.ms: 010}}
  - metadata: {name: clicks}
    spec: {partitions: 1, replicas: 1}
---
apiVersion: kafka.jikkou.io/v1beta2
kind: KafkaTopicList
spec:
  topics:
    - {name: old, partitions: 2, configs: {retention.ms: '{{ values.x }}'}}
---
apiVersion: kafka.jikkou.io/v1
kind: KafkaConnector
metadata: {name: sink}
spec: {connectorClass: FileStreamSink, tasksMax: 1, config: {file: /tmp/x, topics: a}}
---
apiVersion: kafka.jikkou.io/v1
kind: KafkaConsumerGroup
metadata: {name: g}
spec: {configs: {consumer.session.timeout.ms: 50000}}
---
apiVersion: core.jikkou.io/v1
kind: ConfigMap
metadata: {name: small}
data: {retention.ms: 3600000}
---
apiVersion: core.jikkou.io/v1
kind: ConfigMap
metadata: {name: other}
data: {retention.ms: 1, owner: me}
)");
  ASSERT_EQ(reading.names(),
            (Lines{"KafkaTopicList items[0].spec.configs", "KafkaTopicList items[1].spec.configs",
                   "KafkaTopicList spec.topics[0].configs", "KafkaConnector/sink spec.config",
                   "KafkaConsumerGroup/g spec.configs", "ConfigMap/small data"}));
  const std::vector<Unit>& units = reading.found().units;
  EXPECT_EQ(layout(units[0]), "orders 3/2");
  EXPECT_EQ(Reading::settings(units[0]), (Lines{"cleanup.policy=compact", "retention.ms=8"}));
  EXPECT_EQ(layout(units[1]), "clicks 1/1");
  EXPECT_EQ(layout(units[2]), "old 2/-");
  EXPECT_EQ(Reading::settings(units[2]), Lines{"retention.ms ? template-action"});
  EXPECT_EQ(units[3].role, Role::sink_connector);
  EXPECT_EQ(Reading::settings(units[3]), (Lines{"connector.class=FileStreamSink", "tasks.max=1",
                                                "file=/tmp/x", "topics=a", "name=sink"}));
  EXPECT_EQ(units[4].role, Role::group);
  EXPECT_EQ(units[5].role, Role::topic);
  EXPECT_EQ(layout(units[5]), "none");
}

TEST(TopicsAsCode, OtherFilesWithTheirWordsStayUnread) {
  const Reading reading("spark.yaml", "partitions: [1, 2\nretention.ms: 5\n");
  EXPECT_TRUE(reading.found().units.empty());
  EXPECT_TRUE(reading.found().diagnostics.empty());
}

}  // namespace
}  // namespace kaflint::dialect
