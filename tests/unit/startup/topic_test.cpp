// LogConfig.validate by version; the expected verdicts are the jars'.
#include <gtest/gtest.h>

#include "tests/unit/startup/judged.h"

namespace kaflint::startup_test {
namespace {

std::string topic(std::string_view version, Settings settings) {
  return judged(kafka::Role::topic, version, settings);
}

TEST(Topic, WithoutSettingsItIsCreated) {
  EXPECT_EQ(topic("0.11.0.0", {}), "starts");
  EXPECT_EQ(topic("4.4.0", {}), "starts");
}

TEST(Topic, AnUnknownNameIsRefusedBeforeAnyValue) {
  EXPECT_EQ(topic("4.1.2", {{"retention.days", "7"}}), "any/unknown-key at retention.days");
  EXPECT_EQ(topic("4.1.2", {{"cleanup.policy", "x"}, {"retention.days", "7"}}),
            "any/unknown-key at retention.days, any/invalid-value at cleanup.policy");
  EXPECT_EQ(topic("3.9.2", {{"message.format.version", "2.8"}}), "starts");
  EXPECT_EQ(topic("4.0.0", {{"message.format.version", "2.8"}}),
            "any/unknown-key at message.format.version");
}

TEST(Topic, NamesOfOtherBrokersDecideNothing) {
  const kafka::Verdict verdict =
      judge(kafka::Role::topic, "4.1.2", {{"confluent.placement.constraints", "{}"}});
  EXPECT_EQ(in_words(verdict), "undetermined");
  EXPECT_EQ(verdict.unknown, std::vector<std::string>{"confluent.placement.constraints"});
}

TEST(Topic, TheCompactionLagsBoundsMustNotCross) {
  const Settings crossed = {{"min.compaction.lag.ms", "5"}, {"max.compaction.lag.ms", "4"}};
  const char* refused = "topic/compaction-lag-bounds-crossed at min.compaction.lag.ms";
  EXPECT_EQ(topic("2.2.2", crossed), "any/unknown-key at max.compaction.lag.ms");
  EXPECT_EQ(topic("2.3.0", crossed), refused);
  EXPECT_EQ(topic("4.4.0", crossed), refused);
  EXPECT_EQ(topic("4.4.0", {{"min.compaction.lag.ms", "5"}, {"max.compaction.lag.ms", "5"}}),
            "starts");
}

TEST(Topic, TieredStorageNeedsTheDeletePolicy) {
  const char* refused = "topic/remote-storage-needs-delete";
  const Settings compacted = {{"remote.storage.enable", "true"},
                              {"cleanup.policy", "delete,compact"}};
  EXPECT_EQ(topic("3.5.2", compacted), "starts");
  EXPECT_EQ(topic("3.6.0", compacted), refused);
  EXPECT_EQ(topic("4.0.2", compacted), refused);
  const std::string refused_at_key = std::string(refused) + " at cleanup.policy";
  EXPECT_EQ(topic("4.4.0", compacted), refused_at_key);
  const Settings none = {{"remote.storage.enable", "true"}, {"cleanup.policy", ""}};
  EXPECT_EQ(topic("4.0.2", none), "starts");
  EXPECT_EQ(topic("4.1.0", none), refused_at_key);
  EXPECT_EQ(topic("4.2.0", none), "starts");
}

TEST(Topic, TheLocalRetentionIsPartOfTheWhole) {
  const char* refused = "topic/local-retention-above-retention at local.retention.ms";
  const Settings above = {
      {"remote.storage.enable", "true"}, {"retention.ms", "5"}, {"local.retention.ms", "6"}};
  EXPECT_EQ(topic("3.5.2", above), "starts");
  EXPECT_EQ(topic("3.6.0", above), refused);
  EXPECT_EQ(topic("4.4.0", above), refused);
  EXPECT_EQ(topic("4.4.0", {{"retention.ms", "5"}, {"local.retention.ms", "6"}}), "starts");
  EXPECT_EQ(topic("3.6.0", {{"remote.storage.enable", "true"},
                            {"retention.ms", "5"},
                            {"local.retention.ms", "-1"}}),
            refused);
  EXPECT_EQ(topic("3.6.0", {{"remote.storage.enable", "true"},
                            {"retention.ms", "-1"},
                            {"local.retention.ms", "-1"}}),
            "starts");
}

TEST(Topic, WithoutCopyingTheLocalRetentionIsTheWhole) {
  const Settings different = {{"remote.storage.enable", "true"},
                              {"remote.log.copy.disable", "true"},
                              {"retention.bytes", "-1"},
                              {"local.retention.bytes", "7"}};
  EXPECT_EQ(topic("3.8.1", different), "any/unknown-key at remote.log.copy.disable");
  EXPECT_EQ(topic("3.9.0", different), "topic/remote-copy-disabled-needs-equal-retention");
  EXPECT_EQ(topic("3.9.0", {{"remote.storage.enable", "true"},
                            {"remote.log.copy.disable", "true"},
                            {"local.retention.bytes", "-2"}}),
            "starts");
}

TEST(Topic, ACopyComesBeforeTheLocalDeletion) {
  EXPECT_EQ(topic("4.4.0", {{"remote.storage.enable", "true"},
                            {"local.retention.ms", "5"},
                            {"remote.copy.lag.ms", "6"}}),
            "topic/remote-copy-lag-above-local-retention at remote.copy.lag.ms");
  EXPECT_EQ(topic("4.4.0", {{"remote.storage.enable", "true"},
                            {"retention.bytes", "5"},
                            {"remote.copy.lag.bytes", "6"}}),
            "topic/remote-copy-lag-above-local-retention at remote.copy.lag.bytes");
  EXPECT_EQ(topic("4.4.0", {{"remote.storage.enable", "true"},
                            {"retention.bytes", "-1"},
                            {"remote.copy.lag.bytes", "6"}}),
            "starts");
}

TEST(Topic, WhatTheBrokerMayHaveReplacedDecidesNothing) {
  EXPECT_EQ(in_words(judge(kafka::Role::topic, "4.1.2",
                           {{"remote.storage.enable", "true"}, {"local.retention.ms", "-1"}},
                           kafka::Completeness::incomplete)),
            "starts");
}

}  // namespace
}  // namespace kaflint::startup_test
