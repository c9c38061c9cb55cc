// GroupConfig.validate by version; the expected verdicts are the jars'.
#include <gtest/gtest.h>

#include "tests/unit/startup/judged.h"

namespace kaflint::startup_test {
namespace {

std::string group(std::string_view version, Settings settings) {
  return judged(kafka::Role::group, version, settings);
}

TEST(Group, AnUnknownNameIsRefusedBeforeAnyValue) {
  EXPECT_EQ(group("4.0.0", {}), "starts");
  EXPECT_EQ(group("4.0.0", {{"consumer.session.timeout.ms", "x"}, {"session.timeout.ms", "5"}}),
            "any/unknown-key at session.timeout.ms, "
            "any/invalid-value at consumer.session.timeout.ms");
  EXPECT_EQ(group("4.0.2", {{"streams.num.standby.replicas", "1"}}),
            "any/unknown-key at streams.num.standby.replicas");
  EXPECT_EQ(group("4.1.0", {{"streams.num.standby.replicas", "1"}}), "starts");
}

TEST(Group, TheBrokersDefaultLimitsHold) {
  const char* session = "group/beyond-broker-limit at consumer.session.timeout.ms";
  EXPECT_EQ(group("4.0.0", {{"consumer.session.timeout.ms", "44999"}}), session);
  EXPECT_EQ(group("4.0.0", {{"consumer.session.timeout.ms", "45000"}}), "starts");
  EXPECT_EQ(group("4.0.0", {{"consumer.session.timeout.ms", "60000"}}), "starts");
  EXPECT_EQ(group("4.0.0", {{"consumer.session.timeout.ms", "60001"}}), session);
  EXPECT_EQ(group("4.4.0", {{"streams.num.standby.replicas", "3"}}),
            "group/beyond-broker-limit at streams.num.standby.replicas");
  EXPECT_EQ(group("4.3.0", {{"share.delivery.count.limit", "11"}}),
            "group/beyond-broker-limit at share.delivery.count.limit");
}

TEST(Group, HeartbeatsAreCheckedBeforeSessions) {
  EXPECT_EQ(group("4.1.2",
                  {{"consumer.session.timeout.ms", "1"}, {"consumer.heartbeat.interval.ms", "1"}}),
            "group/beyond-broker-limit at consumer.heartbeat.interval.ms, "
            "group/beyond-broker-limit at consumer.session.timeout.ms, "
            "group/session-not-above-heartbeat at consumer.session.timeout.ms");
}

TEST(Group, ATagStandsOnce) {
  const char* key = "streams.rack.aware.assignment.tags";
  EXPECT_EQ(group("4.4.0", {{key, "a, b ,a"}}), std::string("group/duplicate-rack-tag at ") + key);
  EXPECT_EQ(group("4.4.0", {{key, "a,b"}}), "starts");
}

TEST(Group, TheAssignorIsOneOfTheBrokers) {
  EXPECT_EQ(group("4.4.0", {{"streams.assignor.name", "x"}}),
            "group/unknown-assignor at streams.assignor.name");
  EXPECT_EQ(group("4.4.0", {{"streams.assignor.name", "sticky"}}), "starts");
}

TEST(Group, TheDeadLetterTopicIsNoInternalOne) {
  EXPECT_EQ(group("4.4.0", {{"errors.deadletterqueue.topic.name", "__x"}}),
            "group/dead-letter-topic-is-internal at errors.deadletterqueue.topic.name");
  EXPECT_EQ(group("4.4.0", {{"errors.deadletterqueue.topic.name", "_x"}}), "starts");
}

}  // namespace
}  // namespace kaflint::startup_test
