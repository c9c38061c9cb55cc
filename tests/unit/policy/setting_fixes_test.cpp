// What the fixes of Kafka's own checks write, in every way in which a setting can stand in a file.
#include "linter/policy/setting_fixes.h"

#include <gtest/gtest.h>

#include "linter/policy/fixing.h"

namespace kaflint::policy {
namespace {

constexpr auto kSafe = Applicability::safe;
constexpr auto kUnsafe = Applicability::unsafe;

std::string fixed(std::string bytes, Applicability boldest,
                  std::string path = "producer.properties", std::string_view version = "3.9.2") {
  CheckOptions options;
  if (!version.empty()) options.versions = kafka::parse_version_request(version).value();
  const FixedFile file = fix_file(
      std::make_shared<const SourceFile>(std::move(path), std::move(bytes)), options, boldest);
  return std::string((file.after ? *file.after : file.before).source->bytes());
}

TEST(SettingFixes, AcksAreOnlySetWhenAskedFor) {
  EXPECT_EQ(fixed("acks = 1\n", kSafe), "acks = 1\n");
  EXPECT_EQ(fixed("acks = 1\n", kUnsafe), "acks = all\n");
  EXPECT_EQ(fixed("enable.idempotence=true\nacks:0\r\n", kUnsafe),
            "enable.idempotence=true\nacks:all\r\n");
}

TEST(SettingFixes, RequestsInFlight) {
  EXPECT_EQ(fixed("max.in.flight.requests.per.connection=10", kUnsafe),
            "max.in.flight.requests.per.connection=5");
  const std::string asked = "acks=all\nenable.idempotence=true\n";
  EXPECT_EQ(fixed(asked + "max.in.flight.requests.per.connection : 10\n", kUnsafe,
                  "producer.properties", "4.0.0"),
            asked + "max.in.flight.requests.per.connection : 5\n");
}

TEST(SettingFixes, RetriesAreRemovedWithTheirLineAndNothingElse) {
  EXPECT_EQ(fixed("# no retries\nretries=0\n\nacks=all\n", kUnsafe), "# no retries\n\nacks=all\n");
}

TEST(SettingFixes, TheMissingSemicolon) {
  const std::string jaas =
      "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"a\" "
      "password=\"b\"";
  const std::string head = "security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=";
  EXPECT_EQ(fixed(head + jaas + "\n", kSafe), head + jaas + ";\n");
  EXPECT_EQ(fixed(head + jaas + "  \r\n", kSafe), head + jaas + ";  \r\n");
  const std::string lines =
      "org.apache.kafka.common.security.plain.PlainLoginModule required \\\n  username=\"a\" \\\n"
      "  password=\"b\"";
  EXPECT_EQ(fixed(head + lines + "\n", kSafe), head + lines + ";\n");
}

TEST(SettingFixes, TheMissingSemicolonInYaml) {
  const std::string head =
      "spring:\n  kafka:\n    producer:\n      properties:\n"
      "        security.protocol: SASL_SSL\n        sasl.mechanism: PLAIN\n        "
      "sasl.jaas.config: ";
  const std::string jaas =
      "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"a\" "
      "password=\"b\"";
  EXPECT_EQ(fixed(head + jaas + "\n", kSafe, "application.yml"), head + jaas + ";\n");
  EXPECT_EQ(fixed(head + "'" + jaas + "' # ours\n", kSafe, "application.yml"),
            head + "'" + jaas + ";' # ours\n");
  EXPECT_EQ(fixed(head + "|\n          " + jaas + "\n", kSafe, "application.yml"),
            head + "|\n          " + jaas + ";\n");
}

TEST(SettingFixes, QuotesStay) {
  const std::string head = "spring:\n  kafka:\n    producer:\n      acks: ";
  EXPECT_EQ(fixed(head + "\"1\"\n", kUnsafe, "application.yml"), head + "\"all\"\n");
  EXPECT_EQ(fixed(head + "'1' # why\n", kUnsafe, "application.yml"), head + "'all' # why\n");
  EXPECT_EQ(fixed(head + "1\n", kUnsafe, "application.yml"), head + "all\n");
}

TEST(SettingFixes, WhatIsIgnoredIsSafelyRemovedOnlyWhenTheVersionIsKnown) {
  const std::string streams =
      "application.id=a\nbootstrap.servers=b:9092\nprocessing.guarantee=exactly_once_v2\n";
  const std::string ignored = "consumer.isolation.level=read_uncommitted\n";
  EXPECT_EQ(fixed(streams + ignored, kSafe, "streams.properties"), streams);
  EXPECT_EQ(fixed(streams + ignored, kSafe, "streams.properties", ""), streams + ignored);
  EXPECT_EQ(fixed(streams + ignored, kUnsafe, "streams.properties", ""), streams);
}

TEST(SettingFixes, ANewNameForAnOldOne) {
  const std::string streams = "application.id=a\nbootstrap.servers=b:9092\n";
  EXPECT_EQ(
      fixed(streams + "cache.max.bytes.buffering = 7\n", kSafe, "streams.properties", "4.0.0"),
      streams + "statestore.cache.max.bytes = 7\n");
}

TEST(SettingFixes, AValueOfAnotherPlaceIsLeftAlone) {
  const std::string anchors =
      "x: &acks 1\nspring:\n  kafka:\n    producer:\n      acks: *acks\n      retries: 3\n";
  EXPECT_EQ(fixed(anchors, kUnsafe, "application.yml"), anchors);
}

}  // namespace
}  // namespace kaflint::policy
