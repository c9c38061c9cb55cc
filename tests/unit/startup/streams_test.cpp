// What starting a Streams application refuses and changes, version by version.
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "tests/unit/startup/streams_verdict.h"

namespace kaflint::streams_test {
namespace {

using kafka::Outcome;
using kafka::ParsedConfig;

constexpr const char* kProducerInFlight = "producer.max.in.flight.requests.per.connection";

/// `rule KEY @ place` of the refusal that Kafka reports; `-` where its exception names no key.
std::string first_refusal(const Verdict& verdict) {
  if (verdict.refusals.empty()) return "none";
  const kafka::Refusal& refusal = verdict.refusals.front();
  return std::string(refusal.rule.text()) + " " + refusal.key.value_or("-") + " @ " +
         std::string(kafka::key_at_fault(refusal));
}

std::string refusal(const char* version, Settings settings) {
  return first_refusal(judge(version, settings));
}

/// `rule @ cause` of everything that is silently different.
std::vector<std::string> changes(const char* version, Settings settings) {
  std::vector<std::string> result;
  for (const kafka::Change& change : judge(version, settings).changes)
    result.push_back(std::string(change.rule.text()) + " @ " + change.cause);
  return result;
}

TEST(Streams, CommitIntervalOfExactlyOnce) {
  const auto interval = [](Settings settings) {
    const kafka::WrittenConfig config = written(settings);
    const ParsedConfig parsed(kafka::catalog(Role::streams), Version(3, 9, 2), config,
                              Completeness::complete);
    const Verdict verdict = kafka::judge(parsed, startup::mirror(Role::streams));
    const auto value = kafka::effective_values(parsed, verdict, {}).at("commit.interval.ms");
    return value.value.value_or("null") + " " + std::string(kafka::to_string(value.origin));
  };
  EXPECT_EQ(interval({}), "30000 default");
  EXPECT_EQ(interval({{kEos, "exactly_once_v2"}}), "100 kafka");
  EXPECT_EQ(interval({{kEos, "exactly_once"}}), "100 kafka");
  EXPECT_EQ(interval({{kEos, "exactly_once_v2"}, {"commit.interval.ms", "200"}}), "200 written");
}

TEST(Streams, TransactionsMustOutliveCommits) {
  const Settings slow = {{kEos, "exactly_once"}, {"commit.interval.ms", "10001"}};
  EXPECT_EQ(refusal("2.8.2", slow), "none");
  EXPECT_EQ(refusal("3.0.0", slow),
            "streams/transaction-timeout-too-small commit.interval.ms @ commit.interval.ms");
  EXPECT_EQ(refusal("3.0.0", {{kEos, "exactly_once"},
                              {"commit.interval.ms", "10001"},
                              {"producer.transaction.timeout.ms", " 10001 "}}),
            "none");
  EXPECT_EQ(refusal("4.3.1", {{kEos, "exactly_once_v2"},
                              {"commit.interval.ms", "10001"},
                              {"transaction.timeout.ms", "60000"}}),
            "streams/transaction-timeout-too-small commit.interval.ms @ commit.interval.ms");
  EXPECT_EQ(
      refusal("3.9.2", {{kEos, "exactly_once"}, {"producer.transaction.timeout.ms", "99"}}),
      "streams/transaction-timeout-too-small commit.interval.ms @ producer.transaction.timeout.ms");
  EXPECT_EQ(refusal("3.9.2", {{kEos, "exactly_once"}, {"producer.transaction.timeout.ms", "1s"}}),
            "any/invalid-value producer.transaction.timeout.ms @ producer.transaction.timeout.ms");
}

TEST(Streams, RequestsInFlightOfExactlyOnce) {
  const auto with_six = [](const char* version) {
    return refusal(version, {{kEos, "exactly_once"}, {kProducerInFlight, "6"}});
  };
  const std::string at = std::string(" @ ") + kProducerInFlight;
  EXPECT_EQ(with_six("0.11.0.3"),
            "streams/setting-forbidden max.in.flight.requests.per.connection" + at);
  EXPECT_EQ(with_six("1.1.1"), "none");
  EXPECT_EQ(with_six("2.0.1"), "streams/in-flight-unreadable -" + at);
  EXPECT_EQ(with_six("2.1.0"),
            "streams/exactly-once-max-in-flight max.in.flight.requests.per.connection" + at);
  EXPECT_EQ(with_six("3.9.2"),
            "streams/exactly-once-max-in-flight max.in.flight.requests.per.connection" + at);
  EXPECT_EQ(refusal("3.9.2", {{kEos, "exactly_once"}, {kProducerInFlight, "5"}}), "none");
  EXPECT_EQ(refusal("2.8.2", {{kProducerInFlight, "6"}}), "none");
  const Settings of_consumer = {{kEos, "exactly_once_v2"},
                                {"main.consumer.max.in.flight.requests.per.connection", "6"}};
  EXPECT_EQ(refusal("4.1.2", of_consumer), "none");
  EXPECT_EQ(refusal("4.2.0", of_consumer),
            "streams/exactly-once-max-in-flight max.in.flight.requests.per.connection @ "
            "main.consumer.max.in.flight.requests.per.connection");
}

TEST(Streams, WhatOldReleasesForbid) {
  EXPECT_EQ(refusal("0.11.0.3", {{"enable.auto.commit", "false"}}),
            "streams/setting-forbidden enable.auto.commit @ enable.auto.commit");
  EXPECT_EQ(refusal("1.0.0", {{"enable.auto.commit", "false"}}), "none");
  EXPECT_EQ(refusal("0.11.0.0", {{"isolation.level", "read_committed"}}), "none");
  EXPECT_EQ(
      refusal("0.11.0.0", {{kEos, "exactly_once"}, {"consumer.isolation.level", "read_committed"}}),
      "streams/setting-forbidden isolation.level @ consumer.isolation.level");
  EXPECT_EQ(refusal("0.11.0.0", {{kEos, "exactly_once"}, {"enable.idempotence", "true"}}),
            "streams/setting-forbidden enable.idempotence @ enable.idempotence");
}

TEST(Streams, SegmentsHoldABatch) {
  const Settings small = {{"topic.segment.bytes", "99"}, {"producer.batch.size", "100"}};
  EXPECT_EQ(refusal("2.2.0", small), "none");
  EXPECT_EQ(refusal("2.2.1", small), "streams/segment-smaller-than-batch - @ topic.segment.bytes");
  EXPECT_EQ(refusal("4.4.0", small), "streams/segment-smaller-than-batch - @ topic.segment.bytes");
  EXPECT_EQ(refusal("4.4.0", {{"topic.segment.bytes", "99"}}), "none");
  EXPECT_EQ(refusal("4.4.0", {{"topic.segment.bytes", "x"}}), "none");
  EXPECT_EQ(refusal("4.4.0", {{"topic.segment.bytes", "100"}, {"batch.size", "100"}}), "none");
  EXPECT_EQ(refusal("4.4.0", {{"topic.segment.bytes", " 100"}, {"batch.size", "100"}}),
            "streams/size-not-a-number - @ topic.segment.bytes");
  const Settings index = {{"topic.segment.index.bytes", "99"}};
  EXPECT_EQ(refusal("1.0.2", index), "none");
  EXPECT_EQ(refusal("1.1.0", index),
            "streams/segment-index-without-batch-size key.serializer @ topic.segment.index.bytes");
  EXPECT_EQ(refusal("2.2.0", {{"topic.segment.index.bytes", "99"}, {"batch.size", "100"}}),
            "streams/segment-smaller-than-batch - @ topic.segment.index.bytes");
  EXPECT_EQ(refusal("2.2.1", index), "none");
}

TEST(Streams, NumberOfThreads) {
  const auto starts = [](const char* version, const char* threads) {
    return refusal(version, {{"num.stream.threads", threads}}) == "none";
  };
  EXPECT_FALSE(starts("0.11.0.3", "0"));
  EXPECT_TRUE(starts("1.0.2", "0"));
  EXPECT_FALSE(starts("1.1.0", "0"));
  EXPECT_FALSE(starts("3.0.2", "0"));
  EXPECT_TRUE(starts("3.1.0", "0"));
  EXPECT_FALSE(starts("1.0.2", "-1"));
  EXPECT_FALSE(starts("3.7.1", "-1"));
  EXPECT_TRUE(starts("3.7.2", "-1"));
  EXPECT_FALSE(starts("3.8.0", "-1"));
  EXPECT_TRUE(starts("3.8.1", "-1"));
  EXPECT_EQ(refusal("3.0.2", {{"num.stream.threads", "0"}}),
            "streams/no-stream-threads - @ num.stream.threads");
}

TEST(Streams, ApplicationServer) {
  const auto of = [](const char* version, const char* address) {
    return refusal(version, {{"application.server", address}});
  };
  EXPECT_EQ(of("4.3.1", "host"), "streams/invalid-application-server - @ application.server");
  EXPECT_EQ(of("4.4.0", "host"), "any/invalid-value application.server @ application.server");
  for (const char* version : {"0.11.0.0", "3.9.2", "4.4.0"}) {
    EXPECT_EQ(of(version, "host:70000"), "none") << version;
    EXPECT_EQ(of(version, " "), "none") << version;
    EXPECT_NE(of(version, "host:99999999999"), "none") << version;
  }
}

TEST(Streams, ClientTags) {
  const Settings long_name = {{"client.tag.abcdefghijklmnopqrstu", "x"}};
  EXPECT_EQ(refusal("3.1.2", long_name), "none");
  EXPECT_EQ(refusal("3.2.0", long_name),
            "streams/invalid-client-tag client.tag. @ client.tag.abcdefghijklmnopqrstu");
  EXPECT_EQ(refusal("4.3.0", long_name),
            "streams/invalid-client-tag client.tag.abcdefghijklmnopqrstu @ "
            "client.tag.abcdefghijklmnopqrstu");
  EXPECT_EQ(refusal("3.2.0", {{"client.tag.abcdefghijklmnopqrst", "x"}}), "none");
  EXPECT_EQ(refusal("4.2.2", {{"client.tag.a", " "}}), "none");
  EXPECT_EQ(refusal("4.3.0", {{"client.tag.a", " "}}),
            "streams/invalid-client-tag client.tag.a @ client.tag.a");
  EXPECT_EQ(refusal("3.9.2", {{"client.tag.a", "x"}, {"rack.aware.assignment.tags", "a,b"}}),
            "streams/rack-tag-without-client-tag rack.aware.assignment.tags @ "
            "rack.aware.assignment.tags");
  EXPECT_EQ(refusal("3.9.2", {{"client.tag.a", ""},
                              {"client.tag.b", ""},
                              {"client.tag.c", ""},
                              {"client.tag.d", ""},
                              {"client.tag.e", ""}}),
            "none");
  EXPECT_EQ(refusal("3.9.2", {{"client.tag.a", ""},
                              {"client.tag.b", ""},
                              {"client.tag.c", ""},
                              {"client.tag.d", ""},
                              {"client.tag.e", ""},
                              {"client.tag.f", ""}}),
            "streams/too-many-client-tags - @ client.tag.f");
}

// Java's HashMap has `zz...` before `aa...`.
TEST(Streams, TheFirstBadTagIsTheFirstOfAHashMap) {
  EXPECT_EQ(refusal("4.3.1", {{"client.tag.bb", "y"},
                              {"client.tag.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "x"},
                              {"client.tag.zzzzzzzzzzzzzzzzzzzzzzzzzz", "y"}}),
            "streams/invalid-client-tag client.tag.zzzzzzzzzzzzzzzzzzzzzzzzzz @ "
            "client.tag.zzzzzzzzzzzzzzzzzzzzzzzzzz");
}

TEST(Streams, TopologyOptimizationIsRefusedWithoutItsName) {
  EXPECT_EQ(refusal("3.3.2", {{"topology.optimization", "x"}}),
            "any/invalid-value topology.optimization @ topology.optimization");
  EXPECT_EQ(refusal("3.4.0", {{"topology.optimization", "x"}}),
            "any/invalid-value - @ topology.optimization");
}

TEST(Streams, MetricsPushOfAClientIsNoBoolean) {
  const Settings settings = {{"consumer.enable.metrics.push", "true"}};
  EXPECT_EQ(refusal("3.9.2", settings), "none");
  EXPECT_EQ(refusal("4.0.0", settings),
            "streams/metrics-push-of-client - @ consumer.enable.metrics.push");
  EXPECT_EQ(refusal("4.4.0", {{"producer.enable.metrics.push", "true"}}), "none");
  EXPECT_EQ(refusal("4.4.0", {{"enable.metrics.push", "true"}}), "none");
}

TEST(Streams, StreamsProtocolHasNoStaticMembersUpTo43) {
  const Settings settings = {{"group.protocol", "Streams"}, {"consumer.group.instance.id", "i"}};
  EXPECT_EQ(refusal("4.1.0", settings),
            "streams/static-membership-with-streams-protocol - @ consumer.group.instance.id");
  EXPECT_EQ(refusal("4.3.1", settings),
            "streams/static-membership-with-streams-protocol - @ consumer.group.instance.id");
  EXPECT_EQ(refusal("4.4.0", settings), "none");
  EXPECT_EQ(
      changes("4.3.1", {{"group.protocol", "streams"},
                        {"num.standby.replicas", "0"},
                        {"max.warmup.replicas", "1"}}),
      (std::vector<std::string>{"streams/replicas-with-streams-protocol @ max.warmup.replicas"}));
}

TEST(Streams, ARefusingClientIsTheApplications) {
  EXPECT_EQ(refusal("3.9.2", {{"producer.acks", "2"}}), "any/invalid-value acks @ producer.acks");
  EXPECT_EQ(refusal("3.9.2", {{kEos, "exactly_once_v2"}, {"acks", "1"}}),
            "producer/idempotence-needs-acks-all acks @ acks");
  EXPECT_EQ(refusal("3.9.2", {{"acks", "1"}}), "none");
  EXPECT_EQ(refusal("3.9.2", {{kEos, "exactly_once_v2"},
                              {"enable.idempotence", "false"},
                              {"producer.retries", "0"}}),
            "producer/idempotence-needs-retries retries @ producer.retries");
}

// StreamsPartitionAssignor reads the consumer's configuration as one of Streams.
TEST(Streams, AStreamsKeyWithAConsumersPrefixIsReadByTheAssignor) {
  const Settings settings = {{"consumer.num.stream.threads", "x"}};
  EXPECT_EQ(refusal("1.0.2", settings), "none");
  EXPECT_EQ(refusal("1.1.0", settings),
            "any/invalid-value num.stream.threads @ consumer.num.stream.threads");
  EXPECT_EQ(refusal("4.4.0", settings),
            "any/invalid-value num.stream.threads @ consumer.num.stream.threads");
  EXPECT_EQ(refusal("4.4.0", {{"consumer.num.standby.replicas", "x"}}), "none");
  EXPECT_EQ(refusal("2.0.1", {{"consumer.receive.buffer.bytes", "-1"}}),
            "any/value-out-of-range receive.buffer.bytes @ consumer.receive.buffer.bytes");
  EXPECT_EQ(refusal("2.1.0", {{"consumer.receive.buffer.bytes", "-1"}}), "none");
}

TEST(Streams, SettingsThatReachNoClient) {
  using Found = std::vector<std::string>;
  EXPECT_EQ(changes("3.6.2", {{"enable.auto.commit", "true"}}),
            Found{"streams/enable-auto-commit-ignored @ enable.auto.commit"});
  EXPECT_EQ(changes("3.6.2", {{"enable.auto.commit", "FALSE"}}),
            Found{"streams/enable-auto-commit-ignored @ enable.auto.commit"});
  EXPECT_EQ(changes("3.6.2", {{"enable.auto.commit", "false"}}), Found{});
  EXPECT_EQ(changes("3.6.2", {{"isolation.level", "read_uncommitted"}}), Found{});
  EXPECT_EQ(changes("3.6.2", {{kEos, "exactly_once_v2"}, {"isolation.level", "read_uncommitted"}}),
            Found{"streams/isolation-level-ignored @ isolation.level"});
  EXPECT_EQ(changes("3.6.2", {{kEos, "exactly_once_v2"}, {"enable.idempotence", "true"}}), Found{});
  EXPECT_EQ(changes("3.6.2", {{"group.id", "app"}}), Found{});
  EXPECT_EQ(changes("3.6.2", {{"group.id", "other"}}),
            Found{"streams/group-id-ignored @ group.id"});
  EXPECT_EQ(changes("3.6.2", {{"auto.offset.reset", "latest"}}), Found{});
  EXPECT_EQ(changes("3.6.2", {{"global.consumer.auto.offset.reset", "latest"}}),
            Found{"streams/auto-offset-reset-ignored @ global.consumer.auto.offset.reset"});
  EXPECT_EQ(changes("3.6.2", {{"max.poll.records", "1"}, {"consumer.max.poll.records", "2"}}),
            Found{"streams/overridden-by-prefix @ max.poll.records"});
  EXPECT_EQ(changes("3.6.2", {{"max.poll.records", "1"}, {"main.consumer.max.poll.records", "2"}}),
            Found{});
  EXPECT_EQ(changes("4.4.0", {{"admin.bootstrap.resolve.timeout.ms", "1"}}),
            Found{"streams/resolve-timeout-ignored @ admin.bootstrap.resolve.timeout.ms"});
}

TEST(Streams, UpgradesFromTheEagerProtocolEndWith40) {
  const Settings from_23 = {{"upgrade.from", "2.3"}};
  EXPECT_EQ(refusal("3.9.2", from_23), "none");
  EXPECT_EQ(refusal("4.0.0", from_23), "streams/upgrade-from-too-old upgrade.from @ upgrade.from");
  EXPECT_EQ(refusal("4.0.0", {{"upgrade.from", "2.4"}}), "none");
}

// Kafka 0.11 does not quote ids in the names of JMX beans.
TEST(Streams, IdsThatJmxCannotTakeOn011) {
  const Settings application = {{"application.id", "a,b"}};
  EXPECT_EQ(refusal("0.11.0.3", application), "any/id-not-for-jmx - @ application.id");
  EXPECT_EQ(refusal("1.0.0", application), "none");
  EXPECT_EQ(refusal("0.11.0.3", {{"application.id", "a,b"}, {"client.id", "c"}}), "none");
  EXPECT_EQ(refusal("0.11.0.3", {{"client.id", "a=b"}}), "any/id-not-for-jmx - @ client.id");
  EXPECT_EQ(refusal("0.11.0.3", {{"application.id", "a b/c"}}), "none");
}

TEST(Streams, SupersededSettings) {
  using Found = std::vector<std::string>;
  const Settings both = {{"cache.max.bytes.buffering", "1"}, {"statestore.cache.max.bytes", "2"}};
  EXPECT_EQ(changes("3.3.2", both), Found{});
  EXPECT_EQ(changes("3.4.0", both),
            Found{"streams/superseded-setting @ cache.max.bytes.buffering"});
  EXPECT_EQ(
      changes("3.4.0", {{"cache.max.bytes.buffering", "2"}, {"statestore.cache.max.bytes", "2"}}),
      Found{});
}

TEST(Streams, AnUnknownGuaranteeDecidesNothing) {
  const Verdict verdict = judge("3.9.2", {{kEos, nullptr},
                                          {"enable.idempotence", "false"},
                                          {"transactional.id", "x"},
                                          {"acks", "1"},
                                          {"commit.interval.ms", "20000"},
                                          {kProducerInFlight, "9"}});
  EXPECT_EQ(first_refusal(verdict), "none");
  EXPECT_EQ(verdict.outcome, Outcome::undetermined);
  EXPECT_EQ(verdict.unknown.front(), kEos);
  EXPECT_EQ(first_refusal(judge("3.9.2", {{kEos, nullptr}, {"producer.linger.ms", "x"}})),
            "any/invalid-value linger.ms @ producer.linger.ms");
}

TEST(Streams, IncompleteUnitsAreNotRefusedForWhatIsAbsent) {
  const auto refused = [](Settings settings) {
    return first_refusal(judge("3.9.2", settings, Completeness::incomplete));
  };
  EXPECT_EQ(refused({{kEos, "exactly_once_v2"}, {"commit.interval.ms", "20000"}}), "none");
  EXPECT_EQ(refused({{kEos, "exactly_once_v2"},
                     {"commit.interval.ms", "20000"},
                     {"producer.transaction.timeout.ms", "15000"}}),
            "streams/transaction-timeout-too-small commit.interval.ms @ commit.interval.ms");
  EXPECT_EQ(refused({{"client.tag.a", "x"}, {"rack.aware.assignment.tags", "b"}}), "none");
}

}  // namespace
}  // namespace kaflint::streams_test
