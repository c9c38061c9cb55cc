#include "linter/policy/key_checks.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "linter/policy/key_advice.h"
#include "linter/policy/key_places.h"
#include "linter/policy/key_similarity.h"
#include "tests/unit/policy/keys_of_file.h"

namespace kaflint::policy {
namespace {

constexpr Version kNewest(4, 4, 0);

TEST(MisspeltKey, EveryKindOfSlip) {
  EXPECT_EQ(
      File(Role::producer,
           "buffer.memori=1\n"        // another letter
           "compresion.type=zstd\n"   // a letter too few
           "lingger.ms=1\n"           // one too many
           "bathc.size=1\n"           // two that changed places
           "Retry.Backoff.ms=1\n"     // capitals
           "request-timeout-ms=1\n"   // other separators
           "metadata_max_age_ms=1\n"  //
           "MAX.BLOCK_MS=1\n"         // both
           "delivery.timeuot.sm=1\n"  // two slips in a long key
           "max.in.flight.request.per.conection=1\n")
          .findings(),
      (Lines{"any/misspelt-key: buffer.memori; buffer.memory",
             "any/misspelt-key: compresion.type; compression.type",
             "any/misspelt-key: lingger.ms; linger.ms", "any/misspelt-key: bathc.size; batch.size",
             "any/misspelt-key: Retry.Backoff.ms; retry.backoff.ms",
             "any/misspelt-key: request-timeout-ms; request.timeout.ms",
             "any/misspelt-key: metadata_max_age_ms; metadata.max.age.ms",
             "any/misspelt-key: MAX.BLOCK_MS; max.block.ms",
             "any/misspelt-key: delivery.timeuot.sm; delivery.timeout.ms",
             "any/misspelt-key: max.in.flight.request.per.conection; "
             "max.in.flight.requests.per.connection"}));
}

TEST(MisspeltKey, ShortKeysMayBeAnything) {
  EXPECT_EQ(File(Role::producer, "ack=all\nretrys=1\n").findings(), Lines());
}

TEST(MisspeltKey, TwoSlipsNeedALongKey) {
  EXPECT_EQ(File(Role::producer, "bufer.memori=1\n").findings(), Lines());
}

TEST(MisspeltKey, OnlyWhereOneKeyIsMeant) {
  // As near to `min` as to `max`.
  EXPECT_EQ(File(Role::topic, "mix.compaction.lag.ms=1\n").findings(),
            (Lines{"any/unknown-key: mix.compaction.lag.ms !"}));
  const KeyPlace broker = place_of(Role::broker, "");
  const kafka::ReleaseMask newest = versions_of("4.4.0").mask();
  EXPECT_EQ(similar_key(broker, "log.cleaner.mix.compaction.lag.ms", newest, {}), "");
  EXPECT_EQ(similar_key(broker, "log.retention.mss", newest, {}), "log.retention.ms");
}

TEST(MisspeltKey, TheKeyThatIsMeantExistsOnEveryVersion) {
  // delivery.timeout.ms came with 2.1.
  EXPECT_EQ(File(Role::producer, "delivery.timeot.ms=1\n").findings("2.1.0"),
            (Lines{"any/misspelt-key: delivery.timeot.ms; delivery.timeout.ms"}));
  EXPECT_EQ(File(Role::producer, "delivery.timeot.ms=1\n").findings("2.0.0"), Lines());
  EXPECT_EQ(File(Role::producer, "delivery.timeot.ms=1\n").findings("2.0..2.1"),
            (Lines{"any/unknown-key: delivery.timeot.ms"}));
}

TEST(MisspeltKey, NotWhereTheRightKeyIsWrittenToo) {
  EXPECT_EQ(File(Role::producer, "buffer.memory=1\nbuffer.memori=1\n").findings(), Lines());
}

TEST(MisspeltKey, TheFixRenamesWhatStandsInTheFile) {
  const std::vector<DiagnosticAt> plain =
      File(Role::producer, "acks=all\nbuffer.memori=1\n").found("4.4.0");
  ASSERT_EQ(plain.size(), 1U);
  ASSERT_EQ(plain[0].diagnostic.fixes.size(), 1U);
  const Fix& fix = plain[0].diagnostic.fixes[0];
  EXPECT_EQ(fix.title, "rename it to `buffer.memory`");
  EXPECT_EQ(fix.applicability, Applicability::safe);
  ASSERT_EQ(fix.edits.size(), 1U);
  EXPECT_EQ(fix.edits[0].span, (Span{9, 22}));
  EXPECT_EQ(fix.edits[0].text, "buffer.memory");
  const std::vector<DiagnosticAt> escaped =
      File(Role::producer, "buffer\\u002ememori=1\n").found("4.4.0");
  ASSERT_EQ(escaped.size(), 1U);
  EXPECT_TRUE(escaped[0].diagnostic.fixes.empty());
}

TEST(MisspeltKey, ConnectorsHaveKeysOfTheirOwn) {
  EXPECT_EQ(File(Role::sink_connector,
                 "topicss=a\ntasks.maxx=1\nconnector.class=com.example.Sink\n"
                 "errors.tolerence=all\nmy.setting=1\n")
                .findings(),
            (Lines{"any/misspelt-key: tasks.maxx; tasks.max",
                   "any/misspelt-key: errors.tolerence; errors.tolerance"}));
}

TEST(UnknownKey, WhatExtendsOrCutsAKnownKey) {
  EXPECT_EQ(File(Role::producer, "linger.ms.max=1\nrequest.timeout=1\n").findings(),
            (Lines{"any/unknown-key: linger.ms.max", "any/unknown-key: request.timeout"}));
  // A class may read what stands below the key that names it.
  EXPECT_EQ(File(Role::producer, "partitioner.class.shards=3\nmetric.reporters.url=x\n").findings(),
            Lines());
}

TEST(UnknownKey, AFirstWordOfKafkasOnlyInACompleteFile) {
  const std::string text = "delivery.attempts=3\n";
  EXPECT_EQ(File(Role::producer, text).findings(), (Lines{"any/unknown-key: delivery.attempts"}));
  EXPECT_EQ(File(Role::producer, text).incomplete().findings(), Lines());
  EXPECT_EQ(File(Role::producer, "key.serializer=com.example.Own\n" + text).findings(), Lines());
  EXPECT_EQ(File(Role::producer,
                 "key.serializer=org.apache.kafka.common.serialization.StringSerializer\n" + text)
                .findings(),
            (Lines{"any/unknown-key: delivery.attempts"}));
  // Words that plug-ins use as well say nothing.
  EXPECT_EQ(File(Role::producer, "max.attempts=3\nclient.team=a\n").findings(), Lines());
}

TEST(UnknownKey, NeverWhatIsNoPlainKey) {
  EXPECT_EQ(File(Role::producer, "linger.ms/max=1\nlinger.ms[0]=1\n{{x}}=1\n").findings(), Lines());
}

TEST(UnknownKey, TopicsAreRefused) {
  EXPECT_EQ(
      File(Role::topic, "my.setting=1\nretention.mss=1\n").findings(),
      (Lines{"any/unknown-key: my.setting !", "any/misspelt-key: retention.mss; retention.ms !"}));
  EXPECT_EQ(
      File(Role::topic, "confluent.placement.constraints=x\nredpanda.iceberg.mode=x\n").findings(),
      Lines());
}

TEST(UnknownKey, ThirdPartyFamiliesNever) {
  const std::string families =
      "schema.registry.url=http://r\nbasic.auth.user.info=a\nauto.register.schemas=false\n"
      "specific.avro.reader=true\njson.value.type=a.B\nspring.json.trusted.packages=*\n"
      "apicurio.registry.url=http://r\naws.region=eu\nconfluent.monitoring.interceptor.x=1\n"
      "value.subject.name.strategy=a.B\nopentelemetry.tracing.enabled=true\nrocksdb.config=1\n"
      "metrics.recorder.url=x\ninterceptor.setting=1\noauth.client.id=a\nldap.url=x\n";
  for (const Role role :
       {Role::producer, Role::consumer, Role::share_consumer, Role::admin, Role::streams,
        Role::broker, Role::connect_distributed, Role::connect_standalone})
    EXPECT_EQ(File(role, families).findings(), Lines()) << to_string(role);
}

TEST(UnknownKey, ForeignPrefixesOfTheDialect) {
  EXPECT_EQ(File(Role::producer, "linger.ms.max=1\n").foreign("linger.ms.").findings(), Lines());
}

TEST(OtherRoleKey, NamesItsOwners) {
  EXPECT_EQ(
      File(Role::producer, "acks=all\nmax.poll.records=5\nlog.retention.hours=1\n").findings(),
      (Lines{"any/other-role-key: max.poll.records; consumer; move it there or remove it",
             "any/other-role-key: log.retention.hours; broker; move it there or remove it"}));
  // One word belongs to a client, or to nobody.
  EXPECT_EQ(File(Role::consumer, "acks=all\nport=1\n").findings(),
            (Lines{"any/other-role-key: acks; producer; move it there or remove it"}));
}

TEST(OtherRoleKey, SaysWhatTheRoleWritesInstead) {
  EXPECT_EQ(File(Role::broker, "retention.ms=1\nmax.message.bytes=1\nsegment.ms=1\n").findings(),
            (Lines{"any/other-role-key: retention.ms; topic; write `log.retention.ms`",
                   "any/other-role-key: max.message.bytes; topic; write `message.max.bytes`",
                   "any/other-role-key: segment.ms; topic; write `log.roll.ms`"}));
  EXPECT_EQ(File(Role::topic, "log.retention.ms=1\nmessage.max.bytes=1\n").findings(),
            (Lines{"any/other-role-key: log.retention.ms; broker; write `retention.ms` !",
                   "any/other-role-key: message.max.bytes; broker; write `max.message.bytes` !"}));
  EXPECT_EQ(File(Role::connect_standalone, "max.poll.records=1\n").findings(),
            (Lines{"any/other-role-key: max.poll.records; consumer; "
                   "write `consumer.max.poll.records`"}));
}

TEST(OtherRoleKey, TooManyMeanThatTheRoleIsWrong) {
  EXPECT_EQ(File(Role::producer,
                 "max.poll.records=5\nmax.poll.interval.ms=1\nfetch.min.bytes=1\n"
                 "auto.offset.reset=latest\n")
                .findings(),
            Lines());
}

TEST(OtherRoleKey, CommandFilesGoToAnyClient) {
  File file(Role::admin, "max.poll.records=5\nacks=all\nlog.dirs=/a\n");
  EXPECT_EQ(file.incomplete().findings(),
            (Lines{"any/other-role-key: log.dirs; broker; move it there or remove it"}));
}

TEST(RemovedKey, ByVersion) {
  const File file(Role::broker, "port=9092\nzookeeper.connect=z:2181\n");
  EXPECT_EQ(file.findings("4.4.0"),
            (Lines{"any/removed-key: port; 3.0.0; write it as `listeners`",
                   "any/removed-key: zookeeper.connect; 4.0.0; run the cluster with KRaft"}));
  EXPECT_EQ(file.findings("3.9.2"),
            (Lines{"any/removed-key: port; 3.0.0; write it as `listeners`"}));
  EXPECT_EQ(file.findings("2.8.2"), (Lines{"any/deprecated-key: port; Kafka 3.0.0 removes it; "
                                           "write it as `listeners`"}));
  EXPECT_EQ(file.findings("2.8..3.0"),
            (Lines{"any/deprecated-key: port; Kafka 3.0.0 removes it; write it as `listeners`; on "
                   "2.8.0..2.8.2",
                   "any/removed-key: port; 3.0.0; write it as `listeners`; on 3.0.0..3.0.2"}));
}

TEST(RemovedKey, ATopicWithIt) {
  EXPECT_EQ(File(Role::topic, "message.format.version=2.8\n").findings("4.0.0"),
            (Lines{"any/removed-key: message.format.version; 4.0.0; remove it !"}));
}

TEST(NotYetKnownKey, ByVersion) {
  EXPECT_EQ(File(Role::consumer, "group.protocol=consumer\n").findings("3.6.2"),
            (Lines{"any/key-not-yet-known: group.protocol; 3.7.0"}));
  EXPECT_EQ(File(Role::consumer, "group.protocol=consumer\n").findings("3.6..3.7"),
            (Lines{"any/key-not-yet-known: group.protocol; 3.7.0; on 3.6.0..3.6.2"}));
  EXPECT_EQ(File(Role::consumer, "group.protocol=consumer\n").findings("3.7.0"), Lines());
}

TEST(Prefixes, StreamsHandsThemToItsClients) {
  EXPECT_EQ(File(Role::streams,
                 "acks=all\n"  // goes to the producer as it is
                 "producer.lingger.ms=1\nmain.consumer.max.poll.record=5\n"
                 "consumer.acks=all\ntopic.retention.mss=1\n")
                .findings(),
            (Lines{"any/misspelt-key: producer.lingger.ms; producer.linger.ms",
                   "any/misspelt-key: main.consumer.max.poll.record; "
                   "main.consumer.max.poll.records",
                   "any/other-role-key: consumer.acks; producer; move it there or remove it",
                   "any/misspelt-key: topic.retention.mss; topic.retention.ms"}));
}

TEST(Prefixes, WorkersAndConnectors) {
  EXPECT_EQ(File(Role::connect_distributed, "producer.compresion.type=zstd\nacks=all\n").findings(),
            (Lines{"any/misspelt-key: producer.compresion.type; producer.compression.type"}));
  EXPECT_EQ(File(Role::source_connector,
                 "producer.override.compresion.type=zstd\nconsumer.override.acks=all\n")
                .findings(),
            (Lines{"any/misspelt-key: producer.override.compresion.type; "
                   "producer.override.compression.type",
                   "any/other-role-key: consumer.override.acks; producer; move it there or remove "
                   "it"}));
}

TEST(Prefixes, Listeners) {
  EXPECT_EQ(File(Role::broker,
                 "listener.name.external.ssl.keystore.locaton=/k\n"
                 "listener.name.external.scram-sha-256.sasl.jaas.config=x\n"
                 "listener.name.external.own.setting=1\n")
                .findings(),
            (Lines{"any/misspelt-key: listener.name.external.ssl.keystore.locaton; "
                   "listener.name.external.ssl.keystore.location"}));
  const std::string_view key = "listener.name.external.scram-sha-256.sasl.jaas.config";
  EXPECT_EQ(key.substr(place_of(Role::broker, key).prefix_size), "sasl.jaas.config");
  EXPECT_EQ(place_of(Role::producer, key).prefix_size, 0U);
  EXPECT_EQ(place_of(Role::broker, "listener.name.external").prefix_size, 0U);
}

TEST(KeyChecks, ADuplicateIsReportedOnce) {
  // Kafka gets the later one, so only that is looked at.
  const std::vector<DiagnosticAt> found =
      File(Role::producer, "buffer.memori=1\nbuffer.memori=2\n").found("4.4.0");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].diagnostic.span, (Span{16, 29}));
}

TEST(KeyChecks, AnEntryOfSeveralUnitsIsReportedOnce) {
  const std::string text = "compresion.type=zstd\nmax.poll.records=5\n";
  std::vector<dialect::Unit> units = {File(Role::producer, text).unit(),
                                      File(Role::consumer, text).unit()};
  std::vector<DiagnosticAt> out;
  for (const dialect::Unit& unit : units) check_keys(unit, VersionSet::of(kNewest), out, units);
  ASSERT_EQ(out.size(), 1U);  // the consumer reads the other key
  EXPECT_EQ(out[0].diagnostic.key, "compresion.type");
}

TEST(KeyChecks, RolesThatAVersionLacks) {
  EXPECT_EQ(File(Role::share_consumer, "fetch.min.byte=1\n").findings("3.6.2"), Lines());
  EXPECT_EQ(File(Role::mirrormaker, "clusters=a,b\nlinger.ms.max=1\n").findings(), Lines());
}

TEST(KeyPlaces, SayWhetherAVersionDefinesAKey) {
  const KeyPlace streams = place_of(Role::streams, "linger.ms");
  EXPECT_TRUE(is_defined(streams, "linger.ms", kNewest));
  EXPECT_FALSE(is_defined(place_of(Role::consumer, ""), "linger.ms", kNewest));
  EXPECT_FALSE(is_defined(place_of(Role::producer, ""), "delivery.timeout.ms", Version(2, 0, 1)));
  EXPECT_EQ(
      VersionSet::of(releases_of(place_of(Role::producer, ""), "delivery.timeout.ms")).to_string(),
      "2.1.0..4.4.0");
}

TEST(KeyAdvice, WhatReplacesAKey) {
  EXPECT_EQ(advice_for_outdated(Role::broker, "broker.id"), "write `node.id`");
  EXPECT_EQ(advice_for_outdated(Role::broker, "zookeeper.connect"), "run the cluster with KRaft");
  EXPECT_EQ(advice_for_outdated(Role::consumer, "zookeeper.connect"), "remove it");
  EXPECT_EQ(advice_for_outdated(Role::streams, "cache.max.bytes.buffering"),
            "write `statestore.cache.max.bytes`");
  EXPECT_EQ(advice_for_outdated(Role::broker, "nothing.of.that.name"), "remove it");
}

}  // namespace
}  // namespace kaflint::policy
