// What Streams hands to the clients that it builds, version by version.
#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <stdexcept>
#include <string>

#include "tests/unit/startup/streams_verdict.h"

namespace kaflint::streams_test {
namespace {

using kafka::ClientVerdict;

const ClientVerdict& client(const Verdict& verdict, const std::string& name) {
  for (const ClientVerdict& each : verdict.clients)
    if (each.name == name) return each;
  throw std::runtime_error("no client " + name);
}

/// What the component itself puts into the client's configuration.
std::map<std::string, std::string> decided(const Verdict& verdict, const std::string& name) {
  std::map<std::string, std::string> result;
  const ClientVerdict& found = client(verdict, name);
  for (const auto& [key, value] : found.config.written().values())
    if (found.config.source_of(key).empty()) result[key] = value.value_or("?");
  return result;
}

std::optional<std::string> handed(const Verdict& verdict, const std::string& name,
                                  const std::string& key) {
  const std::optional<std::string>* value = client(verdict, name).config.written().find(key);
  return value == nullptr ? std::nullopt : *value;
}

using Texts = std::map<std::string, std::string>;

Texts with(Texts base, const Texts& more) {
  for (const auto& [key, value] : more) base[key] = value;
  return base;
}

const Texts kConsumer = {
    {"auto.offset.reset", "earliest"},
    {"enable.auto.commit", "false"},
    {"key.deserializer", "org.apache.kafka.common.serialization.ByteArrayDeserializer"},
    {"max.poll.records", "1000"},
    {"partition.assignment.strategy",
     "org.apache.kafka.streams.processor.internals.StreamsPartitionAssignor"},
    {"value.deserializer", "org.apache.kafka.common.serialization.ByteArrayDeserializer"}};

const Texts kProducer = {
    {"key.serializer", "org.apache.kafka.common.serialization.ByteArraySerializer"},
    {"linger.ms", "100"},
    {"value.serializer", "org.apache.kafka.common.serialization.ByteArraySerializer"}};

TEST(Streams, MainConsumerHasTheDefaultsOfStreamsInEachVersion) {
  EXPECT_EQ(
      decided(judge("1.1.1", {}), "main-consumer"),
      with(kConsumer, {{"internal.leave.group.on.close", "false"},
                       {"max.poll.interval.ms", "2147483647"},
                       {"partition.assignment.strategy",
                        "org.apache.kafka.streams.processor.internals.StreamPartitionAssignor"}}));
  EXPECT_EQ(decided(judge("2.2.2", {}), "main-consumer"),
            with(kConsumer, {{"internal.leave.group.on.close", "false"},
                             {"max.poll.interval.ms", "2147483647"}}));
  EXPECT_EQ(decided(judge("2.4.1", {}), "main-consumer"),
            with(kConsumer, {{"internal.leave.group.on.close", "false"}}));
  EXPECT_EQ(decided(judge("3.9.2", {}), "main-consumer"),
            with(kConsumer, {{"internal.leave.group.on.close", "false"},
                             {"allow.auto.create.topics", "false"}}));
  EXPECT_EQ(decided(judge("4.1.2", {}), "main-consumer"),
            with(kConsumer, {{"internal.leave.group.on.close", "false"},
                             {"allow.auto.create.topics", "false"},
                             {"group.protocol", "classic"}}));
  EXPECT_EQ(
      decided(judge("4.2.0", {}), "main-consumer"),
      with(kConsumer, {{"allow.auto.create.topics", "false"}, {"group.protocol", "classic"}}));
  EXPECT_EQ(decided(judge("4.4.0", {}), "main-consumer"),
            with(kConsumer, {{"allow.auto.create.topics", "false"},
                             {"bootstrap.resolve.timeout.ms", "0"},
                             {"group.protocol", "classic"}}));
}

TEST(Streams, ExactlyOnceReadsCommittedRecords) {
  const auto added = [](const char* version, const char* guarantee) {
    Texts result = decided(judge(version, {{kEos, guarantee}}), "restore-consumer");
    for (const auto& [key, value] : decided(judge(version, {}), "restore-consumer"))
      result.erase(key);
    return result;
  };
  const Texts committed = {{"isolation.level", "read_committed"}};
  const Texts checked =
      with(committed, {{"internal.throw.on.fetch.stable.offset.unsupported", "true"}});
  EXPECT_EQ(added("2.5.1", "exactly_once"), committed);
  EXPECT_EQ(added("2.6.0", "exactly_once"), committed);
  EXPECT_EQ(added("2.6.0", "exactly_once_beta"), checked);
  EXPECT_EQ(added("3.9.2", "exactly_once"), committed);
  EXPECT_EQ(added("3.9.2", "exactly_once_v2"), checked);
  EXPECT_EQ(added("4.4.0", "exactly_once_v2"), checked);
}

TEST(Streams, ProducerHasTheDefaultsOfStreamsInEachVersion) {
  EXPECT_EQ(decided(judge("2.0.1", {}), "producer"), with(kProducer, {{"retries", "10"}}));
  EXPECT_EQ(decided(judge("2.5.1", {}), "producer"), kProducer);
  EXPECT_EQ(decided(judge("2.7.2", {}), "producer"),
            with(kProducer, {{"transaction.timeout.ms", "10000"}}));
  EXPECT_EQ(decided(judge("2.8.0", {}), "producer"), kProducer);
  EXPECT_EQ(decided(judge("4.3.1", {}), "producer"), kProducer);
}

TEST(Streams, ProducerOfExactlyOnceInEachVersion) {
  const Texts idempotent = with(kProducer, {{"enable.idempotence", "true"}});
  EXPECT_EQ(decided(judge("1.1.1", {{kEos, "exactly_once"}}), "producer"),
            with(idempotent,
                 {{"max.in.flight.requests.per.connection", "1"}, {"retries", "2147483647"}}));
  EXPECT_EQ(decided(judge("2.0.0", {{kEos, "exactly_once"}}), "producer"),
            with(idempotent, {{"retries", "2147483647"}}));
  const Texts patient = with(idempotent, {{"delivery.timeout.ms", "2147483647"}});
  EXPECT_EQ(decided(judge("2.1.0", {{kEos, "exactly_once"}}), "producer"), patient);
  const Texts limited = with(patient, {{"transaction.timeout.ms", "10000"}});
  EXPECT_EQ(decided(judge("2.6.0", {{kEos, "exactly_once"}}), "producer"),
            with(limited, {{"internal.auto.downgrade.txn.commit", "true"}}));
  EXPECT_EQ(decided(judge("3.9.2", {{kEos, "exactly_once_v2"}}), "producer"), limited);
  EXPECT_EQ(decided(judge("4.3.1", {{kEos, "exactly_once_v2"}}), "producer"), limited);
}

TEST(Streams, ClientsByVersion) {
  const auto names = [](const char* version, const char* guarantee) {
    std::vector<std::string> result;
    for (const ClientVerdict& each : judge(version, {{kEos, guarantee}}).clients)
      result.push_back(each.name);
    return result;
  };
  using Names = std::vector<std::string>;
  EXPECT_EQ(names("0.11.0.3", "at_least_once"),
            (Names{"main-consumer", "restore-consumer", "producer"}));
  EXPECT_EQ(names("1.0.2", "at_least_once"),
            (Names{"restore-consumer", "producer", "main-consumer"}));
  EXPECT_EQ(names("1.1.1", "at_least_once"),
            (Names{"admin", "restore-consumer", "producer", "main-consumer"}));
  EXPECT_EQ(names("3.9.2", "exactly_once"),
            (Names{"admin", "restore-consumer", "main-consumer", "producer", "global-consumer"}));
  EXPECT_EQ(names("4.4.0", "exactly_once_v2"),
            (Names{"admin", "restore-consumer", "producer", "main-consumer", "global-consumer"}));
}

TEST(Streams, TheMoreSpecificPrefixWins) {
  const Verdict verdict = judge("3.9.2", {{"max.poll.interval.ms", "1"},
                                          {"consumer.max.poll.interval.ms", "2"},
                                          {"main.consumer.max.poll.interval.ms", "3"},
                                          {"global.consumer.max.poll.interval.ms", "4"}});
  EXPECT_EQ(handed(verdict, "main-consumer", "max.poll.interval.ms"), "3");
  EXPECT_EQ(handed(verdict, "restore-consumer", "max.poll.interval.ms"), "2");
  EXPECT_EQ(handed(verdict, "global-consumer", "max.poll.interval.ms"), "4");
  EXPECT_EQ(client(verdict, "main-consumer").config.source_of("max.poll.interval.ms"),
            "main.consumer.max.poll.interval.ms");
  const Verdict old = judge("1.1.1", {{"consumer.max.poll.interval.ms", "2"},
                                      {"main.consumer.max.poll.interval.ms", "3"}});
  EXPECT_EQ(handed(old, "main-consumer", "max.poll.interval.ms"), "2");
}

TEST(Streams, ClientsAreNamedByApplicationAndThread) {
  const Verdict verdict =
      judge("3.9.2", {{"client.id", "c"}, {"group.instance.id", "i"}, {"group.id", "g"}});
  EXPECT_EQ(handed(verdict, "main-consumer", "group.id"), "app");
  EXPECT_EQ(handed(verdict, "main-consumer", "client.id"), "c-StreamThread-1-consumer");
  EXPECT_EQ(handed(verdict, "main-consumer", "group.instance.id"), "i-1");
  EXPECT_EQ(handed(verdict, "restore-consumer", "client.id"), "c-StreamThread-1-restore-consumer");
  EXPECT_EQ(handed(verdict, "restore-consumer", "group.id"), std::nullopt);
  EXPECT_EQ(handed(verdict, "restore-consumer", "group.instance.id"), std::nullopt);
  EXPECT_EQ(handed(verdict, "restore-consumer", "auto.offset.reset"), "none");
  EXPECT_EQ(handed(verdict, "global-consumer", "client.id"), "c-global-consumer");
  EXPECT_EQ(handed(verdict, "producer", "client.id"), "c-StreamThread-1-producer");
  EXPECT_EQ(handed(verdict, "admin", "client.id"), "c-admin");
  EXPECT_EQ(handed(judge("4.0.0", {{"client.id", "c"}}), "restore-consumer", "client.id"),
            "c-StateUpdater-1-restore-consumer");
  EXPECT_EQ(handed(judge("3.9.2", {{"producer.client.id", "p"}}), "producer", "client.id"),
            std::nullopt);
}

TEST(Streams, ServersComeFromStreamsButForTheMostSpecificPrefixes) {
  const Verdict verdict = judge("3.9.2", {{"producer.bootstrap.servers", "p:1"},
                                          {"consumer.bootstrap.servers", "c:1"},
                                          {"main.consumer.bootstrap.servers", "localhost:1"},
                                          {"admin.bootstrap.servers", "localhost:2"}});
  EXPECT_EQ(handed(verdict, "producer", "bootstrap.servers"), "localhost:9092");
  EXPECT_EQ(handed(verdict, "restore-consumer", "bootstrap.servers"), "localhost:9092");
  EXPECT_EQ(handed(verdict, "main-consumer", "bootstrap.servers"), "localhost:1");
  EXPECT_EQ(handed(verdict, "admin", "bootstrap.servers"), "localhost:2");
}

TEST(Streams, IdempotenceOfItsProducerIsAskedForByTheGuarantee) {
  const Verdict verdict = judge("3.6.2", {{kEos, "exactly_once_v2"}, {"producer.acks", "1"}});
  ASSERT_FALSE(verdict.refusals.empty());
  EXPECT_EQ(verdict.refusals[0].rule.text(), "producer/idempotence-needs-acks-all");
  EXPECT_EQ(verdict.refusals[0].arguments.at("asked"), "`processing.guarantee=exactly_once_v2`");
}

TEST(Streams, IdempotenceThatIsWrittenIsAskedForByItsKey) {
  const Verdict verdict =
      judge("3.6.2", {{"producer.enable.idempotence", "true"}, {"producer.acks", "1"}});
  ASSERT_FALSE(verdict.refusals.empty());
  EXPECT_EQ(verdict.refusals[0].arguments.at("asked"), "`enable.idempotence=true`");
}

TEST(Streams, TheAssignorIsConfiguredBeforeTheHeartbeatIsMade) {
  const auto first = [](const char* version, const char* upgrade_from) {
    const Verdict verdict =
        judge(version, {{"session.timeout.ms", "3000"}, {"upgrade.from", upgrade_from}});
    return std::string(verdict.refusals.at(0).rule.text());
  };
  EXPECT_EQ(first("4.0.1", "1.0"), "streams/upgrade-from-too-old");
  EXPECT_EQ(first("4.0.1", "2.4"), "consumer/heartbeat-not-below-session-timeout");
  EXPECT_EQ(first("3.9.2", "1.0"), "consumer/heartbeat-not-below-session-timeout");
}

}  // namespace
}  // namespace kaflint::streams_test
