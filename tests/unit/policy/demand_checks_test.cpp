// Rules with a constraint over units: where they fire, for which releases, and what they offer.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "linter/policy/engine.h"

namespace kaflint::policy {
namespace {

std::vector<Finding> found(std::string name, std::string text, std::string_view rule,
                           std::string_view versions = "3.9.0") {
  CheckOptions options;
  options.versions = kafka::parse_version_request(versions).value();
  options.rules = std::make_shared<const RuleChoice>(std::vector<const Profile*>(),
                                                     std::vector<std::string>{std::string(rule)});
  const auto source = std::make_shared<const SourceFile>(std::move(name), std::move(text));
  std::vector<Finding> findings;
  for (Finding& finding : check_file(source, options).findings)
    if (finding.rule == rule) findings.push_back(std::move(finding));
  return findings;
}

constexpr std::string_view kSends = "producer/unacknowledged-sends";
constexpr std::string_view kHeartbeat = "consumer/heartbeat-too-rare";

TEST(DemandChecks, FiresWhereTheDemandIsFalse) {
  const auto findings = found("producer.properties", "acks=0\n", kSends, "2.8..4.0");
  ASSERT_EQ(findings.size(), 1U);
  const Finding& finding = findings.front();
  EXPECT_EQ(finding.level, Level::warning);
  EXPECT_EQ(finding.consequence, Consequence::risk);
  EXPECT_EQ(finding.key, "acks");
  ASSERT_TRUE(finding.span);
  EXPECT_EQ(*finding.span, (Span{0, 6}));
  EXPECT_EQ(finding.versions, kafka::parse_version_request("2.8..4.0").value());
  ASSERT_EQ(finding.fixes.size(), 1U);
  EXPECT_EQ(finding.fixes[0].applicability, Applicability::unsafe);
  ASSERT_EQ(finding.fixes[0].edits.size(), 1U);
  EXPECT_EQ(finding.fixes[0].edits[0], (Edit{{5, 6}, "all"}));
}

TEST(DemandChecks, DefaultThatAFrameworkSetsIsNobodysChoice) {
  constexpr std::string_view kAborted = "consumer/reads-aborted-transactions";
  EXPECT_TRUE(found("application.yml", "spring.kafka.consumer.group-id: a\n", kAborted).empty());
  const auto written = found("application.yml",
                             "spring.kafka.consumer.isolation-level: read_uncommitted\n", kAborted);
  ASSERT_EQ(written.size(), 1U);
  EXPECT_EQ(written[0].span, (Span{0, 55}));
}

TEST(DemandChecks, IsSilentAboutWhatIsNotKnown) {
  EXPECT_TRUE(found("producer.properties", "acks=1\n", kSends).empty());
  EXPECT_TRUE(found("producer.properties", "linger.ms=0\n", kSends).empty());
  EXPECT_TRUE(found("application.yml", "spring.kafka.producer.acks: ${ACKS}\n", kSends).empty());
  // A value that Kafka refuses is not known either.
  EXPECT_TRUE(found("consumer.properties",
                    "group.id=a\nheartbeat.interval.ms=x\nsession.timeout.ms=9\n", kHeartbeat)
                  .empty());
  EXPECT_TRUE(found("application.yml",
                    "spring.kafka.consumer:\n  group-id: a\n  heartbeat-interval: 20000ms\n",
                    kHeartbeat)
                  .empty())
      << "another source may set the session's timeout";
}

TEST(DemandChecks, CompletesWithDefaultsWhereNothingElseCanSetThem) {
  const std::string text = "group.id=a\nsession.timeout.ms=8000\n";
  CheckOptions options;
  options.role = kafka::Role::consumer;
  options.versions = kafka::parse_version_request("2.8.0..3.9.0").value();
  options.rules = std::make_shared<const RuleChoice>(
      std::vector<const Profile*>(), std::vector<std::string>{std::string(kHeartbeat)});
  const auto source = std::make_shared<const SourceFile>("x.properties", text);
  std::vector<Finding> findings;
  for (Finding& finding : check_file(source, options).findings)
    if (finding.rule == kHeartbeat) findings.push_back(std::move(finding));
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].key, "heartbeat.interval.ms");
  ASSERT_TRUE(findings[0].span) << "points at the key that is written";
  EXPECT_EQ(text.substr(findings[0].span->begin, findings[0].span->size()),
            "session.timeout.ms=8000");
  EXPECT_NE(findings[0].message.find("`heartbeat.interval.ms=3000`"), std::string::npos);
}

TEST(DemandChecks, PointsAtTheLayoutOfATopic) {
  const std::string text =
      "apiVersion: kafka.strimzi.io/v1beta2\nkind: KafkaTopic\nmetadata:\n  name: orders\n"
      "spec:\n  partitions: 6\n  replicas: 2\n  config:\n    min.insync.replicas: 1\n";
  const auto findings = found("topic.yaml", text, "topic/few-replicas");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].key, "replication.factor");
  ASSERT_TRUE(findings[0].span);
  EXPECT_EQ(text.substr(findings[0].span->begin, findings[0].span->size()), "replicas: 2");
  EXPECT_TRUE(findings[0].message.starts_with("with `replication.factor=2` "));
}

TEST(DemandChecks, KeepsQuotes) {
  const std::string text = "spring.kafka.producer:\n  acks: \"0\"\n";
  const auto findings = found("application.yml", text, kSends);
  ASSERT_EQ(findings.size(), 1U);
  ASSERT_EQ(findings[0].fixes.size(), 1U);
  const Edit& edit = findings[0].fixes[0].edits[0];
  std::string fixed = text;
  fixed.replace(edit.span.begin, edit.span.size(), edit.text);
  EXPECT_EQ(fixed, "spring.kafka.producer:\n  acks: \"all\"\n");
}

TEST(DemandChecks, OffUnlessChosen) {
  const auto source = std::make_shared<const SourceFile>("producer.properties", "acks=0\n");
  CheckOptions options;
  const auto count = [&] {
    return std::ranges::count(check_file(source, options).findings, kSends, &Finding::rule);
  };
  EXPECT_EQ(count(), 0);
  for (const auto& [profile, expected] :
       {std::pair("durability", 1), {"strict", 1}, {"security", 0}}) {
    options.rules =
        std::make_shared<const RuleChoice>(std::vector<const Profile*>{find_profile(profile)});
    EXPECT_EQ(count(), expected) << profile;
  }
}

}  // namespace
}  // namespace kaflint::policy
