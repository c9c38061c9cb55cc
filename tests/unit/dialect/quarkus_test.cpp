#include <gtest/gtest.h>

#include "tests/unit/dialect/reading.h"

namespace kaflint::dialect {
namespace {

constexpr std::string_view kPrices = "mp.messaging.outgoing.prices";
constexpr std::string_view kOrders = "mp.messaging.incoming.orders";

TEST(Quarkus, ChannelsAreClientsOfTheirDirection) {
  const Reading file("application.properties",
                     "mp.messaging.outgoing.prices.connector=smallrye-kafka\n"
                     "mp.messaging.outgoing.prices.linger.ms=5\n"
                     "mp.messaging.incoming.orders.connector=smallrye-kafka\n"
                     "mp.messaging.incoming.orders.auto.offset.reset=earliest\n");
  EXPECT_EQ(file.names(), (Lines{std::string(kPrices), std::string(kOrders)}));
  const Unit& producer = file.unit(kPrices);
  EXPECT_EQ(producer.role, kafka::Role::producer);
  EXPECT_EQ(producer.dialect, "quarkus");
  EXPECT_FALSE(producer.complete);
  EXPECT_EQ(Reading::settings(producer),
            (Lines{"linger.ms=5", "acks=1", "bootstrap.servers=localhost:9092",
                   "key.serializer=org.apache.kafka.common.serialization.StringSerializer",
                   "reconnect.backoff.max.ms=10000", "client.id ? unsupported"}));
  EXPECT_EQ(file.unit(kOrders).role, kafka::Role::consumer);
  EXPECT_EQ(
      Reading::settings(file.unit(kOrders)),
      (Lines{"auto.offset.reset=earliest", "client.id ? unsupported", "group.id ? unsupported",
             "enable.auto.commit=false", "bootstrap.servers=localhost:9092",
             "key.deserializer=org.apache.kafka.common.serialization.StringDeserializer",
             "reconnect.backoff.max.ms=10000"}));
}

TEST(Quarkus, TheConnectorsOwnValuesSayWhoSetThemAndWhere) {
  const Reading file("application.properties",
                     "mp.messaging.outgoing.prices.linger.ms=5\n"
                     "mp.messaging.outgoing.prices.connector=smallrye-kafka\n");
  const Setting& acks = Reading::setting(file.unit(kPrices), "acks");
  EXPECT_EQ(acks.origin, SettingOrigin::framework);
  EXPECT_EQ(acks.set_by, "SmallRye Reactive Messaging");
  EXPECT_TRUE(acks.entry_span.empty());
  ASSERT_EQ(acks.chain.size(), 1U);
  EXPECT_EQ(file.text(acks.chain[0].span), "mp.messaging.outgoing.prices.connector=smallrye-kafka");
}

TEST(Quarkus, LayersFromKafkaOverTheConnectorToTheChannel) {
  const Reading file("application.properties",
                     "mp.messaging.outgoing.prices.connector=smallrye-kafka\n"
                     "mp.messaging.outgoing.prices.linger.ms=3\n"
                     "mp.messaging.connector.smallrye-kafka.linger.ms=2\n"
                     "mp.messaging.connector.smallrye-kafka.batch.size=2\n"
                     "kafka.linger.ms=1\n"
                     "kafka.batch.size=1\n"
                     "kafka.acks=all\n");
  const Unit& unit = file.unit(kPrices);
  EXPECT_EQ(Reading::setting(unit, "linger.ms").value, "3");
  EXPECT_EQ(Reading::setting(unit, "batch.size").value, "2");
  EXPECT_EQ(Reading::setting(unit, "acks").value, "all");
}

TEST(Quarkus, AttributesOfTheConnectorAreNoSettings) {
  const Reading file("application.properties",
                     "mp.messaging.incoming.orders.connector=smallrye-kafka\n"
                     "mp.messaging.incoming.orders.topic=orders\n"
                     "mp.messaging.incoming.orders.failure-strategy=dead-letter-queue\n"
                     "mp.messaging.incoming.orders.dead-letter-queue.value.serializer=x\n"
                     "mp.messaging.incoming.orders.checkpoint.state-store=x\n"
                     "mp.messaging.incoming.orders.value-deserialization-failure-handler=x\n");
  for (const Setting& setting : file.unit(kOrders).settings)
    EXPECT_EQ(setting.origin, SettingOrigin::framework) << setting.key;
  EXPECT_EQ(file.unit(kOrders).diagnostics.size(), 0U);
}

TEST(Quarkus, AProfileIsAUnitOfItsOwnOverWhatAlwaysHolds) {
  const Reading file("application.properties",
                     "mp.messaging.outgoing.prices.connector=smallrye-kafka\n"
                     "mp.messaging.outgoing.prices.linger.ms=1\n"
                     "%prod.mp.messaging.outgoing.prices.linger.ms=2\n"
                     "%{dev,test}.mp.messaging.outgoing.prices.batch.size=3\n");
  EXPECT_EQ(file.names(), (Lines{std::string(kPrices), std::string(kPrices) + " (profile prod)",
                                 std::string(kPrices) + " (profile dev,test)"}));
  EXPECT_EQ(Reading::setting(file.unit(kPrices), "linger.ms").value, "1");
  const Unit& prod = file.unit("mp.messaging.outgoing.prices (profile prod)");
  EXPECT_EQ(Reading::setting(prod, "linger.ms").value, "2");
  EXPECT_FALSE(Reading::setting(prod, "linger.ms").inherited);
  EXPECT_TRUE(Reading::setting(prod, "acks").inherited);
  const Unit& two = file.unit("mp.messaging.outgoing.prices (profile dev,test)");
  EXPECT_EQ(Reading::setting(two, "linger.ms").value, "1");
  EXPECT_TRUE(Reading::setting(two, "linger.ms").inherited);
  EXPECT_EQ(Reading::setting(two, "batch.size").value, "3");
}

TEST(Quarkus, ChannelsOfOtherConnectorsAreLeftAlone) {
  const Reading amqp("application.properties",
                     "kafka.bootstrap.servers=a:1\n"
                     "mp.messaging.outgoing.prices.connector=smallrye-amqp\n"
                     "mp.messaging.outgoing.prices.acks=1\n");
  EXPECT_EQ(amqp.names(), Lines{});
  const Reading in_tests("application.properties",
                         "mp.messaging.outgoing.prices.connector=smallrye-kafka\n"
                         "%test.mp.messaging.outgoing.prices.connector=smallrye-in-memory\n");
  EXPECT_EQ(in_tests.names(), Lines{std::string(kPrices)});
}

TEST(Quarkus, TheConnectorMayBeLeftOutWhereKafkaIsTheOnlyOne) {
  const Reading by_key("application.properties", "mp.messaging.outgoing.prices.linger.ms=5\n");
  EXPECT_EQ(by_key.names(), Lines{std::string(kPrices)});
  const Reading by_defaults("application.properties",
                            "kafka.bootstrap.servers=a:1\n"
                            "mp.messaging.outgoing.prices.topic=p\n");
  EXPECT_EQ(by_defaults.names(), Lines{std::string(kPrices)});
  const Reading unknown("application.properties", "mp.messaging.outgoing.prices.topic=p\n");
  EXPECT_EQ(unknown.names(), Lines{});
}

TEST(Quarkus, PlaceholdersAreThoseOfTheProfile) {
  const Reading file("application.properties",
                     "linger=7\n"
                     "%prod.linger=9\n"
                     "mp.messaging.outgoing.prices.connector=smallrye-kafka\n"
                     "mp.messaging.outgoing.prices.linger.ms=${linger}\n"
                     "mp.messaging.outgoing.prices.batch.size=${batch:12}\n"
                     "mp.messaging.outgoing.prices.client.id=${nowhere}\n"
                     "%prod.mp.messaging.outgoing.prices.acks=all\n");
  const Unit& prod = file.unit("mp.messaging.outgoing.prices (profile prod)");
  EXPECT_EQ(Reading::setting(prod, "linger.ms").value, "9");
  EXPECT_EQ(Reading::setting(prod, "batch.size").value, "12");
  EXPECT_EQ(Reading::setting(prod, "client.id").value, std::nullopt);
  EXPECT_EQ(Reading::setting(file.unit(kPrices), "linger.ms").value, "7");
}

TEST(Quarkus, NumbersBeyondAnIntAreToldAndHandedOnWithAPoint) {
  const Reading file("application.properties",
                     "mp.messaging.outgoing.prices.connector=smallrye-kafka\n"
                     "mp.messaging.outgoing.prices.buffer.memory=3000000000\n"
                     "mp.messaging.outgoing.prices.client.id=3000000000\n");
  const Unit& unit = file.unit(kPrices);
  EXPECT_EQ(Reading::setting(unit, "buffer.memory").value, "3.0E9");
  EXPECT_EQ(file.diagnostics(unit.diagnostics),
            (Lines{"quarkus/number-too-large-for-connector @54 "
                   "mp.messaging.outgoing.prices.buffer.memory=3000000000"}));
}

TEST(Quarkus, KeysSpeltLikeAttributesAreTold) {
  const Reading file("application.properties",
                     "mp.messaging.incoming.orders.connector=smallrye-kafka\n"
                     "mp.messaging.incoming.orders.max-poll-records=5\n"
                     "mp.messaging.incoming.orders.key.serializer=x\n");
  const Unit& unit = file.unit(kOrders);
  EXPECT_EQ(file.diagnostics(unit.diagnostics),
            (Lines{"quarkus/key-not-kafka @54 mp.messaging.incoming.orders.max-poll-records"}));
}

TEST(Quarkus, YamlIsFlattenedAsSmallRyeConfigDoes) {
  const Reading file("application.yaml",
                     "mp:\n"
                     "  messaging:\n"
                     "    outgoing:\n"
                     "      prices:\n"
                     "        connector: smallrye-kafka\n"
                     "        linger:\n"
                     "          ms: 1e1\n"
                     "        interceptor:\n"
                     "          classes: [a, b]\n"
                     "        enable:\n"
                     "          idempotence: no\n"
                     "        batch.size: 5\n"
                     "\"%prod\":\n"
                     "  kafka:\n"
                     "    acks: all\n");
  const Unit& unit = file.unit(kPrices);
  EXPECT_EQ(Reading::setting(unit, "linger.ms").value, "10.0");
  EXPECT_EQ(Reading::setting(unit, "interceptor.classes").value, "a,b");
  EXPECT_EQ(Reading::setting(unit, "enable.idempotence").value, "false");
  EXPECT_EQ(file.diagnostics(unit.diagnostics), (Lines{"quarkus/quoted-key @210 batch.size"}));
  const Unit& prod = file.unit("mp.messaging.outgoing.prices (profile prod)");
  EXPECT_EQ(Reading::setting(prod, "acks").value, "all");
}

TEST(Quarkus, StreamsGetsItsPrefixAndTheTypedSettings) {
  const Reading file("application.properties",
                     "kafka-streams.num.stream.threads=2\n"
                     "quarkus.kafka-streams.application-id=shop\n"
                     "quarkus.kafka-streams.bootstrap-servers=a:1\n"
                     "quarkus.kafka-streams.topics=x\n");
  const Unit& unit = file.unit("kafka-streams");
  EXPECT_EQ(unit.role, kafka::Role::streams);
  EXPECT_EQ(Reading::settings(unit),
            (Lines{"num.stream.threads=2", "application.id=shop", "bootstrap.servers=a:1"}));
}

TEST(Quarkus, DefaultsWithoutChannelsAreOfTheRoleThatTheirKeysTell) {
  const Reading consumer("application.properties",
                         "kafka.group.id=g\nkafka.auto.offset.reset=earliest\n");
  EXPECT_EQ(consumer.unit("kafka").role, kafka::Role::consumer);
  EXPECT_EQ(Reading::settings(consumer.unit("kafka")),
            (Lines{"group.id=g", "auto.offset.reset=earliest"}));
  const Reading both("application.properties", "kafka.group.id=g\nkafka.acks=1\n");
  EXPECT_EQ(both.names(), Lines{});
  const Reading own("application.properties", "kafka.group.id=g\nkafka.my.topic=t\n");
  EXPECT_EQ(own.names(), Lines{});
  const Reading spring("application.properties", "kafka.group.id=g\nspring.application.name=t\n");
  EXPECT_EQ(spring.names(), Lines{});
}

}  // namespace
}  // namespace kaflint::dialect
