// Which of several entries Spring Boot takes for a setting.
#include <gtest/gtest.h>

#include <string>

#include "linter/dialect/spring_names.h"
#include "tests/unit/dialect/spring_reading.h"

namespace kaflint::dialect {
namespace {

TEST(SpringNames, CaseDashesAndUnderscoresDoNotCountOutsideOfBrackets) {
  EXPECT_EQ(uniform_name("a.Fetch-max_Bytes"), uniform_name("A.fetchMaxBytes"));
  EXPECT_EQ(uniform_name("map[acks]"), uniform_name("map.acks"));
  EXPECT_NE(uniform_name("map[Acks]"), uniform_name("map.acks"));
  EXPECT_NE(uniform_name("map[a.b]"), uniform_name("map.a.b"));
  EXPECT_EQ(canonical_name("a.Fetch-max_Bytes[Key_A]"), "a.fetch-maxbytes[Key_A]");
}

TEST(SpringChoice, OfTwoSpellingsBootsOwnCounts) {
  EXPECT_EQ(properties("3.5",
                       "spring.kafka.producer.batchSize=1\n"
                       "spring.kafka.producer.batch-size=2\n"
                       "spring.kafka.producer.batch_size=3\n")
                .value("producer", "batch.size"),
            "2");
  EXPECT_EQ(properties("3.5",
                       "spring.kafka.producer.batchSize=1\n"
                       "spring.kafka.producer.batch_size=3\n")
                .value("producer", "batch.size"),
            "(unsupported)");
  EXPECT_EQ(properties("3.5",
                       "spring.kafka.producer.properties.linger.ms=1\n"
                       "spring.kafka.producer.properties[linger.ms]=2\n")
                .value("producer", "linger.ms"),
            "1");
}

TEST(SpringChoice, WhatIsNotTakenIsNotBound) {
  EXPECT_EQ(properties("3.5",
                       "spring.kafka.producer.batch-size=2\n"
                       "spring.kafka.producer.batch_size=many\n")
                .findings(),
            "");
  EXPECT_EQ(properties("3.5",
                       "spring.kafka.producer.batchSize=2\n"
                       "spring.kafka.producer.batch_size=many\n")
                .findings(),
            "");
}

TEST(SpringChoice, OfTwoNamesThatGiveOneKeyTheFirstCounts) {
  const Reading file = properties("3.5",
                                  "spring.kafka.producer.properties.acks=1\n"
                                  "spring.kafka.producer.properties[acks]=all\n");
  EXPECT_EQ(file.value("producer", "acks"), "1");
  EXPECT_EQ(file.findings(), "");
}

TEST(SpringChoice, TheSameNameAgainReplacesTheFirst) {
  const Reading file = properties("3.5",
                                  "spring.kafka.producer.acks=1\n"
                                  "spring.kafka.producer.acks=all\n"
                                  "spring.kafka.producer.properties.retries=1\n"
                                  "spring.kafka.producer.properties.retries=2\n");
  EXPECT_EQ(file.value("producer", "acks"), "all");
  EXPECT_EQ(file.value("producer", "retries"), "2");
  EXPECT_EQ(file.findings(),
            "any/duplicate-key: spring.kafka.producer.acks=1\n"
            "any/duplicate-key: spring.kafka.producer.properties.retries=1\n");
}

TEST(SpringChoice, KeysWithNamesThatAreOneHaveOneValue) {
  const Reading file = yaml("3.5",
                            "spring.kafka.properties:\n  METRIC.REPORTERS: weak\n---\n"
                            "spring.kafka.properties:\n  metric.reporters: strong\n");
  EXPECT_EQ(file.value("producer", "METRIC.REPORTERS"), "strong");
  EXPECT_EQ(file.value("producer", "metric.reporters"), "strong");
}

TEST(SpringChoice, WhatALaterDocumentReplacesIsNotBound) {
  EXPECT_EQ(yaml("3.5",
                 "spring.config.activate.on-profile: prod\nspring.kafka.producer.retries: x\n---\n"
                 "spring.kafka.producer.retries: 3\n")
                .findings(),
            "");
}

TEST(SpringChoice, AnEmptyTextLaterUnsetsANumber) {
  EXPECT_EQ(yaml("3.5",
                 "spring.kafka.consumer: {max-poll-records: 5, group-id: g}\n---\n"
                 "spring.kafka.consumer.max-poll-records:\n")
                .value("consumer", "max.poll.records"),
            "(absent)");
}

TEST(SpringChoice, OnlyWhatCountsIsCut) {
  EXPECT_EQ(yaml("3.5",
                 "spring.kafka.producer.batch-size: 4GB\n---\n"
                 "spring.kafka.producer.batch-size: 4KB\n")
                .findings(),
            "");
}

TEST(SpringChoice, OnlyListsHaveItems) {
  const Reading file = yaml("3.5",
                            "spring.kafka:\n"
                            "  bootstrap-servers: ['${A:a:1}', 'b:2']\n"
                            "  client-id: [app]\n"
                            "  producer.retries: [x]\n");
  EXPECT_EQ(file.value("producer", "bootstrap.servers"), "a:1,b:2");
  EXPECT_EQ(file.value("producer", "client.id"), "(absent)");
  EXPECT_EQ(file.value("producer", "retries"), "(absent)");
  EXPECT_EQ(file.findings(), "");
}

TEST(SpringChoice, SpringsOwnSettingsAreBoundToo) {
  EXPECT_EQ(properties("3.5", "spring.kafka.admin.fail-fast=maybe\n").findings(),
            "spring/unbindable-value: maybe\n");
  EXPECT_EQ(properties("3.5", "spring.kafka.admin.fail-fast=\n").findings(),
            "spring/unbindable-value: spring.kafka.admin.fail-fast=\n");
}

TEST(SpringChoice, GroupsThatConfigureSpringAlone) {
  EXPECT_EQ(yaml("3.5",
                 "spring.kafka:\n"
                 "  listener: {ack-mode: manual_immediate, type: many, poll-timeout: 5 s}\n"
                 "  jaas.control-flag: ${FLAG:needed}\n"
                 "  listener.concurrency: ${N}\n")
                .findings(),
            "spring/unbindable-value: many\n"
            "spring/unbindable-value: 5 s\n"
            "spring/unbindable-value: ${FLAG:needed}\n");
  EXPECT_EQ(yaml("2.1", "spring.kafka.listener.immediate-stop: maybe\n").findings(), "");
}

TEST(SpringChoice, AnEmptyFileIsNone) {
  EXPECT_EQ(properties("3.5", "spring.kafka.ssl.key-store-location=\n")
                .value("producer", "ssl.keystore.location"),
            "(absent)");
}

TEST(SpringChoice, ATextCountsBeforeItems) {
  EXPECT_EQ(yaml("3.2", "spring.kafka:\n  bootstrap-servers: ['a:1']\n  BOOTSTRAP_SERVERS: b:2\n")
                .value("producer", "bootstrap.servers"),
            "b:2");
  EXPECT_EQ(yaml("3.2", "spring.kafka:\n  bootstrapServers: b:2\n  bootstrap-servers: ['a:1']\n")
                .value("producer", "bootstrap.servers"),
            "b:2");
}

TEST(SpringChoice, ItemsOfAListStayAsTheyAre) {
  EXPECT_EQ(properties("3.5",
                       "spring.kafka.bootstrap-servers[0]=a:1\n"
                       "spring.kafka.bootstrap-servers[1]=\\ b:2\n")
                .value("producer", "bootstrap.servers"),
            "a:1, b:2");
  EXPECT_EQ(properties("3.5", "spring.kafka.bootstrap-servers=a:1, b:2\n")
                .value("producer", "bootstrap.servers"),
            "a:1,b:2");
}

}  // namespace
}  // namespace kaflint::dialect
