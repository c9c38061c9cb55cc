#include "linter/dialect/dialect.h"

#include <gtest/gtest.h>

namespace kaflint::dialect {
namespace {

FileUnits read(const std::string& path, std::string text, std::optional<kafka::Role> role = {}) {
  return read_units(SourceFile(path, std::move(text)), {.role = role});
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

}  // namespace
}  // namespace kaflint::dialect
