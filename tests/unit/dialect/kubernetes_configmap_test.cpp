// Files in ConfigMaps: which are read, and the exact bytes of what they hold.
#include "tests/unit/dialect/reading.h"

namespace kaflint::dialect {
namespace {

TEST(KubernetesConfigMap, ReadsABlockOfProperties) {
  const Reading reading("map.yaml",
                        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: clients}\ndata:\n"
                        "  other.txt: acks=1\n"
                        "  producer.properties: |\n"
                        "    # é\n"
                        "    client.id=\xC3\xA9t\xC3\xA9\n"
                        "    bootstrap.servers=a:9092,\\\n"
                        "      b:9092\n"
                        "    acks = all\n");
  ASSERT_EQ(reading.names(), Lines{"data.producer.properties"});
  const Unit& unit = reading.unit("data.producer.properties");
  EXPECT_EQ(unit.role, kafka::Role::producer);
  EXPECT_EQ(unit.dialect, "kubernetes-configmap");
  // Kafka reads properties as ISO-8859-1.
  EXPECT_EQ(Reading::settings(unit), (Lines{"client.id=\xC3\x83\xC2\xA9t\xC3\x83\xC2\xA9",
                                            "bootstrap.servers=a:9092,b:9092", "acks=all"}));
  EXPECT_EQ(reading.text(Reading::setting(unit, "client.id").value_span), "\xC3\xA9t\xC3\xA9");
  const Setting& servers = Reading::setting(unit, "bootstrap.servers");
  ASSERT_EQ(servers.value_pieces.size(), 2U);
  EXPECT_EQ(reading.text(servers.value_pieces[0]), "a:9092,");
  EXPECT_EQ(reading.text(servers.value_pieces[1]), "b:9092");
  EXPECT_EQ(reading.text(Reading::setting(unit, "acks").entry_span), "acks = all");
  ASSERT_EQ(servers.chain.size(), 1U);
  EXPECT_EQ(servers.chain[0].what, "ConfigMap data.producer.properties");
  EXPECT_EQ(reading.text(servers.chain[0].span), "producer.properties");
}

TEST(KubernetesConfigMap, KeepsItsPlaceWithCrlfAndIndicators) {
  const Reading reading("map.yaml",
                        "apiVersion: v1\r\nkind: ConfigMap\r\ndata:\r\n"
                        "  producer.properties: |2-\r\n"
                        "      acks=all\r\n"
                        "    linger.ms=5\r\n");
  const Unit& unit = reading.unit("data.producer.properties");
  EXPECT_EQ(Reading::settings(unit), (Lines{"acks=all", "linger.ms=5"}));
  EXPECT_EQ(reading.text(Reading::setting(unit, "acks").entry_span), "acks=all");
  EXPECT_EQ(reading.text(Reading::setting(unit, "linger.ms").entry_span), "linger.ms=5");
}

TEST(KubernetesConfigMap, NamesTheMapWhenThereAreSeveral) {
  const Reading reading("maps.yaml",
                        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n"
                        "  producer.properties: acks=all\n"
                        "---\n"
                        "apiVersion: v1\nkind: Secret\nmetadata: {name: b}\nstringData:\n"
                        "  consumer.properties: |\n    group.id=g\n");
  EXPECT_EQ(reading.names(), (Lines{"ConfigMap/a data.producer.properties",
                                    "Secret/b stringData.consumer.properties"}));
}

TEST(KubernetesConfigMap, DuplicatesStandWhereTheyAre) {
  const Reading reading("map.yaml",
                        "apiVersion: v1\nkind: ConfigMap\ndata:\n"
                        "  producer.properties: |\n    acks=1\n    acks=all\n");
  const Unit& unit = reading.unit("data.producer.properties");
  EXPECT_EQ(reading.diagnostics(unit.diagnostics), Lines{"any/duplicate-key @66 acks=1"});
}

TEST(KubernetesConfigMap, ReportsValuesThatAreNoText) {
  const Reading reading("map.yaml",
                        "apiVersion: v1\nkind: ConfigMap\ndata:\n"
                        "  KAFKA_NUM_PARTITIONS: 6\n"
                        "  replicas: 3\n"
                        "  auto.create.topics.enable: no\n"
                        "  application.yml:\n    spring: {}\n"
                        "  KAFKA_HEAP: \"5\"\n  KAFKA_EMPTY:\n");
  EXPECT_EQ(reading.diagnostics(reading.found().diagnostics),
            (Lines{"kubernetes/configmap-value-not-string @61 6",
                   "kubernetes/configmap-value-not-string @106 no",
                   "kubernetes/configmap-value-not-string @132 spring: {}"}));
  const Diagnostic& number = reading.found().diagnostics[0];
  EXPECT_EQ(number.key, "KAFKA_NUM_PARTITIONS");
  EXPECT_EQ(number.arguments.at("what"), "a number");
  ASSERT_EQ(number.fixes.size(), 1U);
  EXPECT_EQ(number.fixes[0].edits, (std::vector<Edit>{{Span{61, 61}, "\""}, {Span{62, 62}, "\""}}));
}

TEST(KubernetesConfigMap, TemplateActionsInABlock) {
  const Reading reading("templates/map.yaml",
                        "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}\n"
                        "data:\n  producer.properties: |\n"
                        "    bootstrap.servers={{ .Values.kafka.servers }}\n"
                        "    {{- if .Values.safe }}\n"
                        "    acks=all\n"
                        "    {{- else }}\n"
                        "    acks=1\n"
                        "    {{- end }}\n"
                        "    linger.ms=5\n");
  const Unit& unit = reading.unit("data.producer.properties");
  EXPECT_EQ(Reading::settings(unit), (Lines{"bootstrap.servers ? template-action",
                                            "acks ? template-action", "linger.ms=5"}));
  EXPECT_FALSE(unit.complete);
  EXPECT_TRUE(unit.diagnostics.empty());
}

}  // namespace
}  // namespace kaflint::dialect
