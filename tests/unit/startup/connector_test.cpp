// SourceConnectorConfig and SinkConnectorConfig by version; the expected verdicts are the jars'.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/unit/startup/judged.h"

namespace kaflint::startup_test {
namespace {

using kafka::Role;
using Extra = std::vector<std::pair<std::string, std::string>>;

const std::string kTransforms = "org.apache.kafka.connect.transforms.";

kafka::Verdict connector(Role role, std::string_view version, const Extra& extra) {
  kafka::WrittenConfig written;
  written.set("name", "orders");
  written.set("connector.class", "com.example.Connector");
  for (const auto& [key, value] : extra) written.set(key, value);
  return judge(role, version, written);
}

std::string source(std::string_view version, const Extra& extra) {
  return in_words(connector(Role::source_connector, version, extra));
}

std::string sink(std::string_view version, const Extra& extra) {
  return in_words(connector(Role::sink_connector, version, extra));
}

std::vector<std::string> changes(std::string_view version, const Extra& extra) {
  return changes_of(connector(Role::source_connector, version, extra));
}

TEST(SinkConnector, ReadsAListOrAPattern) {
  EXPECT_EQ(sink("1.0.2", {}), "starts");
  EXPECT_EQ(sink("1.1.0", {}), "connect/sink-needs-topics");
  EXPECT_EQ(sink("3.6.2", {{"topics", " "}}), "connect/sink-needs-topics");
  EXPECT_EQ(sink("3.7.0", {}), "connect/sink-needs-topics at topics");
  EXPECT_EQ(sink("1.1.0", {{"topics", "a"}, {"topics.regex", "b"}}),
            "connect/topics-and-regex at topics");
  EXPECT_EQ(sink("4.4.0", {{"topics.regex", "b"}}), "starts");
}

TEST(SinkConnector, ItsTopicsAreCheckedBeforeConfigDefUntil36) {
  EXPECT_EQ(sink("3.6.2", {{"tasks.max", "0"}}),
            "connect/sink-needs-topics, any/value-out-of-range at tasks.max");
  EXPECT_EQ(sink("3.7.0", {{"tasks.max", "0"}}),
            "any/value-out-of-range at tasks.max, connect/sink-needs-topics at topics");
}

TEST(SinkConnector, DoesNotReadItsDeadLetters) {
  const Extra listed = {{"topics", "a, dlq"}, {"errors.deadletterqueue.topic.name", " dlq "}};
  EXPECT_EQ(sink("2.5.0", listed), "starts");
  EXPECT_EQ(sink("2.5.1", listed), "connect/dead-letter-topic-consumed");
  EXPECT_EQ(sink("3.7.0", listed), "connect/dead-letter-topic-consumed at topics");
  EXPECT_EQ(sink("3.7.0", {{"topics.regex", "d.*"}, {"errors.deadletterqueue.topic.name", "dlq"}}),
            "connect/dead-letter-topic-consumed at topics.regex");
  EXPECT_EQ(sink("3.7.0", {{"topics.regex", "d"}, {"errors.deadletterqueue.topic.name", "dlq"}}),
            "starts");
}

TEST(Transformation, NeedsAClassThatIsOne) {
  EXPECT_EQ(source("3.9.2", {{"transforms", "a"}}),
            "connect/plugin-needs-type at transforms.a.type");
  const char* unusable = "connect/plugin-class-not-usable at transforms.a.type";
  EXPECT_EQ(source("0.11.0.0", {{"transforms", "a"}, {"transforms.a.type", "java.lang.String"}}),
            unusable);
  EXPECT_EQ(source("3.9.2", {{"transforms", "a"}, {"transforms.a.type", kTransforms + "Cast"}}),
            unusable);
  EXPECT_EQ(source("3.9.2", {{"transforms", "a"}, {"transforms.a.type", "com.example.Mask"}}),
            "starts");
  EXPECT_EQ(source("3.9.2", {{"predicates", "p"}, {"predicates.p.type", kTransforms + "Filter"}}),
            "connect/plugin-class-not-usable at predicates.p.type");
}

TEST(Transformation, BlanksMakeNoClass) {
  const auto with = [](const char* version, const std::string& type) {
    return source(version, {{"transforms", "a"}, {"transforms.a.type", type}});
  };
  const char* unusable = "connect/plugin-class-not-usable at transforms.a.type";
  EXPECT_EQ(with("2.8.2", " "), unusable);
  EXPECT_EQ(with("4.0.2", " " + kTransforms + "Filter"), "starts");
  EXPECT_EQ(with("4.1.0", " " + kTransforms + "Filter"), unusable);
}

TEST(SinkConnector, FromVersion37ItsTopicsAreCheckedLast) {
  EXPECT_EQ(sink("3.7.0", {{"transforms", "a"}}),
            "connect/plugin-needs-type at transforms.a.type, connect/sink-needs-topics at topics");
  EXPECT_EQ(sink("4.4.0", {{"topics.regex", "a{2,1}"}}), "any/invalid-value at topics.regex");
  EXPECT_EQ(sink("4.4.0", {{"topics.regex", "a{1,0}"}}), "any/invalid-value at topics.regex");
  EXPECT_EQ(sink("4.4.0", {{"topics.regex", "a{2,02}"}}), "starts");
  EXPECT_EQ(sink("4.4.0", {{"topics.regex", "a{2,}"}}), "starts");
}

TEST(Transformation, KafkasOwnHaveKnownSettings) {
  const std::string type = kTransforms + "RegexRouter";
  EXPECT_EQ(source("3.9.2", {{"transforms", "a"}, {"transforms.a.type", type}}),
            "any/missing-required-key at transforms.a.regex, "
            "any/missing-required-key at transforms.a.replacement");
  // A validator knows a setting only by its last name.
  EXPECT_EQ(source("3.9.2", {{"transforms", "a"},
                             {"transforms.a.type", type},
                             {"transforms.a.regex", "("},
                             {"transforms.a.replacement", ""}}),
            "any/invalid-value at regex");
  EXPECT_EQ(source("3.9.2", {{"transforms", "a"},
                             {"transforms.a.type", kTransforms + "Cast$Value"},
                             {"transforms.a.spec", "id:int64,price:decimal"}}),
            "any/invalid-value");
  EXPECT_EQ(source("3.8.1", {{"transforms", "a"},
                             {"transforms.a.type", kTransforms + "Cast$Value"},
                             {"transforms.a.spec", "id:int64"},
                             {"transforms.a.replace.null.with.default", "x"}}),
            "starts");
  EXPECT_EQ(source("3.9.0", {{"transforms", "a"},
                             {"transforms.a.type", kTransforms + "Cast$Value"},
                             {"transforms.a.spec", "id:int64"},
                             {"transforms.a.replace.null.with.default", "x"}}),
            "any/invalid-value at transforms.a.replace.null.with.default");
}

TEST(Transformation, NegatesAPredicateThatItNames) {
  const Extra negated = {{"transforms", "a"},
                         {"transforms.a.type", "com.example.Mask"},
                         {"transforms.a.negate", "true"}};
  EXPECT_EQ(source("2.5.1", negated), "starts");
  EXPECT_EQ(source("2.6.0", negated), "connect/negate-needs-predicate");
}

TEST(Transformation, WhatNothingRefersToIsReported) {
  EXPECT_EQ(changes("3.9.2", {{"transforms", "a"},
                              {"transforms.a.type", "com.example.Mask"},
                              {"transforms.a.predicate", "p"},
                              {"transforms.b.type", "com.example.Mask"},
                              {"transforms.b.field", "x"}}),
            (std::vector<std::string>{"connect/alias-not-listed at transforms.b.field",
                                      "connect/unknown-predicate at transforms.a.predicate"}));
}

TEST(TopicCreation, NeedsTheDefaultGroup) {
  EXPECT_EQ(source("2.5.1", {{"topic.creation.groups", "g"}}), "starts");
  const char* missing =
      "connect/topic-creation-needs-default at topic.creation.default.replication.factor, "
      "connect/topic-creation-needs-default at topic.creation.default.partitions";
  EXPECT_EQ(source("2.6.0", {{"topic.creation.groups", "g"}}), missing);
  EXPECT_EQ(source("4.4.0", {{"topic.creation.g.partitions", "3"}}), missing);
}

TEST(TopicCreation, NumbersArePositiveOrTheBrokers) {
  const auto with = [](const char* factor, const char* partitions) {
    return source("3.9.2", {{"topic.creation.default.replication.factor", factor},
                            {"topic.creation.default.partitions", partitions}});
  };
  EXPECT_EQ(with("-1", "-1"), "starts");
  EXPECT_EQ(with("3", "1"), "starts");
  EXPECT_EQ(with("0", "1"), "any/invalid-value at replication.factor");
  EXPECT_EQ(with("x", "1"), "any/invalid-value at topic.creation.default.replication.factor");
  EXPECT_EQ(with("1", "-2"), "any/invalid-value at partitions");
}

TEST(TopicCreation, UntilVersion33TheDefaultGroupIsNotListed) {
  const Extra listed = {{"topic.creation.default.replication.factor", "1"},
                        {"topic.creation.default.partitions", "1"},
                        {"topic.creation.groups", "default"}};
  EXPECT_EQ(source("3.3.2", listed), "connect/default-group-listed");
  EXPECT_EQ(source("3.4.0", listed), "starts");
}

TEST(Connector, OverridesThatAClientRefusesFailItsTasks) {
  EXPECT_EQ(source("3.9.2", {{"producer.override.linger.ms", "-1"}}), "starts");
  EXPECT_EQ(changes("3.9.2", {{"producer.override.linger.ms", "-1"}}),
            std::vector<std::string>{"connect/client-refuses at producer.override.linger.ms"});
  EXPECT_EQ(
      changes("2.8.2", {{"producer.override.linger.ms", "1"}}),
      std::vector<std::string>{"connect/override-needs-policy at producer.override.linger.ms"});
}

TEST(Connector, ConvertersAreConvertersFromVersion37) {
  EXPECT_EQ(source("3.6.2", {{"key.converter", "java.lang.String"}}), "starts");
  EXPECT_EQ(source("3.7.0", {{"key.converter", "java.lang.String"}}),
            "connect/plugin-class-not-usable at key.converter");
}

}  // namespace
}  // namespace kaflint::startup_test
