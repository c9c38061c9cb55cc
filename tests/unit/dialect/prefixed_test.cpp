#include <gtest/gtest.h>

#include "tests/unit/dialect/reading.h"

namespace kaflint::dialect {
namespace {

TEST(Prefixed, DebeziumServersProducer) {
  const Reading file("application.properties",
                     "debezium.sink.type=kafka\n"
                     "debezium.sink.kafka.producer.bootstrap.servers=a:1\n"
                     "debezium.sink.kafka.producer.acks=${ACKS}\n"
                     "debezium.source.offset.flush.interval.ms=0\n");
  const Unit& unit = file.unit("debezium.sink.kafka.producer");
  EXPECT_EQ(unit.role, kafka::Role::producer);
  EXPECT_EQ(unit.dialect, "prefixed-properties");
  EXPECT_FALSE(unit.complete);
  EXPECT_EQ(Reading::settings(unit), (Lines{"bootstrap.servers=a:1", "acks ? placeholder"}));
  EXPECT_EQ(file.text(unit.span),
            "debezium.sink.kafka.producer.bootstrap.servers=a:1\n"
            "debezium.sink.kafka.producer.acks=${ACKS}");
}

TEST(Prefixed, TheBridgesClientsGetWhatIsCommonUnderTheirOwn) {
  const Reading file("application.properties",
                     "kafka.producer.acks=1\n"
                     "bridge.id=b\n"
                     "kafka.bootstrap.servers=a:1\n"
                     "kafka.acks=all\n"
                     "kafka.consumer.auto.offset.reset=earliest\n");
  EXPECT_EQ(file.names(), (Lines{"kafka.producer", "kafka.consumer"}));
  EXPECT_EQ(Reading::settings(file.unit("kafka.producer")),
            (Lines{"acks=1", "bootstrap.servers=a:1"}));
  EXPECT_EQ(Reading::settings(file.unit("kafka.consumer")),
            (Lines{"bootstrap.servers=a:1", "auto.offset.reset=earliest"}));
}

TEST(Prefixed, AProgramsOwnSettingsBehindACommonPrefixAreLeftOut) {
  const Reading file("canal.properties",
                     "canal.serverMode = kafka\n"
                     "kafka.acks = all\n"
                     "kafka.kerberos.enable = false\n");
  const Unit& unit = file.unit("kafka");
  EXPECT_EQ(unit.role, kafka::Role::producer);
  EXPECT_EQ(Reading::settings(unit), Lines{"acks=all"});
  EXPECT_EQ(unit.version_from, "the client of Canal");
  ASSERT_TRUE(unit.project_version.has_value());
  EXPECT_TRUE(unit.project_version->contains(kafka::Version(1, 1, 1)));
  EXPECT_FALSE(unit.project_version->contains(kafka::Version(3, 0, 0)));
}

TEST(Prefixed, AKeyWrittenTwiceIsTold) {
  const Reading file("application.properties",
                     "debezium.sink.type=kafka\n"
                     "debezium.sink.kafka.producer.acks=1\n"
                     "debezium.sink.kafka.producer.acks=all\n");
  const Unit& unit = file.unit("debezium.sink.kafka.producer");
  EXPECT_EQ(Reading::settings(unit), Lines{"acks=all"});
  EXPECT_EQ(file.diagnostics(unit.diagnostics),
            Lines{"any/duplicate-key @25 debezium.sink.kafka.producer.acks=1"});
}

TEST(Prefixed, NothingWithoutTheProgramsMarker) {
  const Reading file("other.properties", "kafka.producer.acks=1\nkafka.consumer.group.id=g\n");
  EXPECT_EQ(file.names(), Lines{});
}

}  // namespace
}  // namespace kaflint::dialect
