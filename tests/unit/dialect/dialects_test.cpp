#include "linter/dialect/dialect.h"

#include <gtest/gtest.h>

namespace kaflint::dialect {
namespace {

FileUnits read(const std::string& path, std::string text, std::optional<kafka::Role> role = {}) {
  return read_units(SourceFile(path, std::move(text)), {.role = role});
}

TEST(HasKnownExtension, ByNameAlone) {
  EXPECT_TRUE(has_known_extension("a/x.properties"));
  EXPECT_TRUE(has_known_extension("a/X.YAML"));
  EXPECT_TRUE(has_known_extension("x.yml"));
  EXPECT_FALSE(has_known_extension("a.yml/x.png"));
  EXPECT_FALSE(has_known_extension("kafka"));
}

TEST(MayHoldSettings, ByNameAndNeedle) {
  EXPECT_TRUE(may_hold_settings("a/producer.properties", ""));
  EXPECT_TRUE(may_hold_settings("a/x.properties", "my.kafka.x=1"));
  EXPECT_FALSE(may_hold_settings("a/x.properties", "color=red"));
  EXPECT_TRUE(may_hold_settings("deploy.yaml", "kind: KafkaTopic"));
  EXPECT_FALSE(may_hold_settings("deploy.yml", "kind: Pod"));
  EXPECT_FALSE(may_hold_settings("kafka.txt", "bootstrap.servers=a:1"));
}

TEST(ReadUnits, AForcedRoleGivesOneCompleteUnit) {
  for (const char* text : {"", "x=1\n", "spring.kafka.producer.acks=1\n"}) {
    const FileUnits out = read("any.conf", text, kafka::Role::consumer);
    ASSERT_EQ(out.units.size(), 1U) << text;
    EXPECT_EQ(out.units[0].role, kafka::Role::consumer);
    EXPECT_TRUE(out.units[0].complete);
    EXPECT_EQ(out.units[0].why, "the role was given");
  }
  EXPECT_TRUE(read("any.conf", "acks=1\n").units.empty());
}

TEST(ReadUnits, PropertiesMistakes) {
  const FileUnits escape = read("producer.properties", "acks=1\nx=C:\\users\n");
  ASSERT_EQ(escape.diagnostics.size(), 1U);
  EXPECT_EQ(escape.diagnostics[0].rule.text(), "syntax/properties-malformed-escape");
  const FileUnits mark = read("producer.properties", "\xEF\xBB\xBFlinger.ms=1\nacks=1\n");
  ASSERT_EQ(mark.diagnostics.size(), 1U);
  EXPECT_EQ(mark.diagnostics[0].rule.text(), "syntax/byte-order-mark");
  EXPECT_EQ(mark.diagnostics[0].span, (Span{0, 3}));
  const FileUnits binary = read("producer.properties", std::string("acks\0=1\n", 8));
  EXPECT_TRUE(binary.units.empty());
  ASSERT_EQ(binary.diagnostics.size(), 1U);
  EXPECT_EQ(binary.diagnostics[0].rule.text(), "syntax/invalid-utf8");
  EXPECT_EQ(binary.diagnostics[0].span, (Span{4, 5}));
}

TEST(ReadUnits, YamlMistakesOnlyWhereKafkaIs) {
  const FileUnits bad = read("application.yml", "spring:\n  kafka:\n    client-id: \"x\n");
  ASSERT_FALSE(bad.diagnostics.empty());
  EXPECT_EQ(bad.diagnostics[0].rule.text(), "syntax/yaml-error");
  EXPECT_TRUE(read("other.yml", "a: \"x\n").diagnostics.empty());
  EXPECT_TRUE(
      read("templates/kafka.yaml", "kafka:\n{{- if .x }}\n a: [\n{{ end }}").diagnostics.empty());
  const FileUnits twice =
      read("application.yml", "spring:\n  kafka:\n    producer:\n      acks: 1\n      acks: all\n");
  ASSERT_EQ(twice.diagnostics.size(), 1U);
  EXPECT_EQ(twice.diagnostics[0].rule.text(), "syntax/yaml-duplicate-key");
}

TEST(ReadUnits, ADuplicateKeyStopsSpringBootAlone) {
  constexpr const char* kSpring = "a: 1\na: 2\nspring:\n  kafka:\n    producer:\n      acks: all\n";
  const FileUnits spring = read("config/application-prod.yml", kSpring);
  ASSERT_EQ(spring.diagnostics.size(), 1U);
  EXPECT_EQ(spring.diagnostics[0].consequence, Consequence::refuses_to_start);
  EXPECT_EQ(spring.diagnostics[0].span, (Span{5, 6}));
  // Nobody knows what loads a file of that name.
  const FileUnits other = read("settings.yml", kSpring);
  ASSERT_EQ(other.diagnostics.size(), 1U);
  EXPECT_EQ(other.diagnostics[0].consequence, std::nullopt);
}

constexpr const char* kConfigMap =
    "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: m\ndata:\n"
    "  client.properties: |\n    bootstrap.servers=b:9092\n    acks=all\n    linger.ms=5\n"
    "  log4j.properties: |\n    log4j.rootLogger=INFO\n";

TEST(ReadUnits, AGivenRoleCountsForBlocksInYaml) {
  const FileUnits guessed = read("map.yaml", kConfigMap);
  ASSERT_EQ(guessed.units.size(), 1U);
  EXPECT_EQ(guessed.units[0].role, kafka::Role::producer);
  const FileUnits given = read("map.yaml", kConfigMap, kafka::Role::consumer);
  ASSERT_EQ(given.units.size(), 1U);
  EXPECT_EQ(given.units[0].name, "data.client.properties");
  EXPECT_EQ(given.units[0].role, kafka::Role::consumer);
  EXPECT_EQ(given.units[0].why, "the role was given");
  EXPECT_TRUE(given.units[0].complete);
}

TEST(ReadUnits, AGivenRoleCountsForMapsOfHelmValues) {
  constexpr const char* kValues =
      "client:\n  settings:\n    max.poll.records: 5\n    fetch.min.bytes: 1\n"
      "  text: |\n    max.poll.records=5\n    fetch.min.bytes=1\n"
      "provisioning:\n  topics:\n    - name: t\n      config:\n        retention.ms: 1000\n";
  const FileUnits given = read("values.yaml", kValues, kafka::Role::share_consumer);
  ASSERT_EQ(given.units.size(), 3U);
  EXPECT_EQ(given.units[0].name, "client.settings");
  EXPECT_EQ(given.units[0].role, kafka::Role::share_consumer);
  EXPECT_FALSE(given.units[0].complete);
  EXPECT_EQ(given.units[1].role, kafka::Role::share_consumer);
  // A place that says its role keeps it.
  EXPECT_EQ(given.units[2].role, kafka::Role::topic);
}

TEST(ReadUnits, AGivenRoleLeavesTypedPlacesAlone) {
  const FileUnits spring =
      read("application.yml", "spring:\n  kafka:\n    producer:\n      acks: all\n",
           kafka::Role::consumer);
  ASSERT_EQ(spring.units.size(), 1U);
  EXPECT_EQ(spring.units[0].role, kafka::Role::producer);
}

}  // namespace
}  // namespace kaflint::dialect
