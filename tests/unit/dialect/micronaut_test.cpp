#include <gtest/gtest.h>

#include "tests/unit/dialect/reading.h"

namespace kaflint::dialect {
namespace {

TEST(Micronaut, ClientsGetTheDefaultsUnderTheirOwn) {
  const Reading file("application.yml",
                     "micronaut:\n"
                     "  application.name: shop\n"
                     "kafka:\n"
                     "  bootstrap.servers: a:1\n"
                     "  enabled: true\n"
                     "  health: {enabled: false}\n"
                     "  producers:\n"
                     "    orders:\n"
                     "      acks: 1\n"
                     "      max:\n"
                     "        in:\n"
                     "          flight.requests.per.connection: 3\n"
                     "  consumers:\n"
                     "    default:\n"
                     "      session.timeout.ms: 12_000\n");
  EXPECT_EQ(file.names(), (Lines{"kafka.producers.orders", "kafka.consumers.default"}));
  const Unit& producer = file.unit("kafka.producers.orders");
  EXPECT_EQ(producer.role, kafka::Role::producer);
  EXPECT_EQ(producer.dialect, "micronaut");
  EXPECT_EQ(Reading::settings(producer),
            (Lines{"bootstrap.servers=a:1", "acks=1", "max.in.flight.requests.per.connection=3"}));
  EXPECT_FALSE(Reading::setting(producer, "acks").inherited);
  const Unit& consumer = file.unit("kafka.consumers.default");
  EXPECT_EQ(consumer.role, kafka::Role::consumer);
  EXPECT_EQ(Reading::settings(consumer),
            (Lines{"bootstrap.servers=a:1", "session.timeout.ms=12000"}));
  // Told for the first client.
  EXPECT_TRUE(Reading::setting(consumer, "bootstrap.servers").inherited);
}

TEST(Micronaut, ListsAreJoinedAndTheAddressHasADefault) {
  const Reading file("application.yml",
                     "micronaut.application.name: shop\n"
                     "kafka:\n"
                     "  producers:\n"
                     "    default:\n"
                     "      interceptor.classes: [a, b]\n");
  EXPECT_EQ(Reading::settings(file.unit("kafka.producers.default")),
            (Lines{"interceptor.classes=a,b", "bootstrap.servers=localhost:9092"}));
}

TEST(Micronaut, StreamsByTheirNames) {
  const Reading file("application.yml",
                     "micronaut.application.name: shop\n"
                     "kafka:\n"
                     "  streams:\n"
                     "    counts:\n"
                     "      application-id: counts\n"
                     "      client.id: ${random.uuid}\n"
                     "      num.stream.threads: 2\n");
  const Unit& unit = file.unit("kafka.streams.counts");
  EXPECT_EQ(unit.role, kafka::Role::streams);
  EXPECT_EQ(Reading::settings(unit),
            (Lines{"application.id=counts", "client.id ? placeholder", "num.stream.threads=2",
                   "bootstrap.servers=localhost:9092"}));
}

TEST(Micronaut, DefaultsAloneAreOfTheClientThatTheirKeysTell) {
  const Reading file("application.properties",
                     "micronaut.application.name=shop\n"
                     "kafka.bootstrap.servers=a:1\n"
                     "kafka.max.poll.records=5\n");
  EXPECT_EQ(file.names(), Lines{"kafka"});
  EXPECT_EQ(file.unit("kafka").role, kafka::Role::consumer);
}

TEST(Micronaut, OtherFrameworksSettingsAreLeftAlone) {
  const Reading spring("application.yml",
                       "spring.application.name: shop\n"
                       "kafka:\n"
                       "  producers:\n"
                       "    orders:\n"
                       "      acks: 1\n");
  EXPECT_EQ(spring.names(), Lines{});
  const Reading own("application.yml",
                    "kafka:\n"
                    "  producers:\n"
                    "    orders:\n"
                    "      topic: 1\n");
  EXPECT_EQ(own.names(), Lines{});
}

TEST(Akhq, ConnectionsAndDefaultsOfClients) {
  const Reading file("application.yml",
                     "akhq:\n"
                     "  clients-defaults:\n"
                     "    consumer:\n"
                     "      properties:\n"
                     "        max.poll.records: 50\n"
                     "  connections:\n"
                     "    dev:\n"
                     "      properties:\n"
                     "        bootstrap.servers: a:1\n"
                     "      schema-registry:\n"
                     "        url: x\n");
  EXPECT_EQ(file.names(), (Lines{"akhq.clients-defaults.consumer.properties",
                                 "akhq.connections.dev.properties"}));
  EXPECT_EQ(file.unit("akhq.clients-defaults.consumer.properties").role, kafka::Role::consumer);
  EXPECT_EQ(Reading::settings(file.unit("akhq.connections.dev.properties")),
            Lines{"bootstrap.servers=a:1"});
  EXPECT_EQ(file.unit("akhq.connections.dev.properties").role, kafka::Role::admin);
}

TEST(Jikkou, TheClientOfItsServer) {
  const Reading file("application.yaml",
                     "micronaut: {application: {name: jikkou-api-server}}\n"
                     "jikkou:\n"
                     "  provider:\n"
                     "    kafka:\n"
                     "      config:\n"
                     "        client:\n"
                     "          bootstrap.servers: a:1\n");
  EXPECT_EQ(file.names(), Lines{"jikkou.provider.kafka.config.client"});
  EXPECT_EQ(file.unit("jikkou.provider.kafka.config.client").role, kafka::Role::admin);
}

}  // namespace
}  // namespace kaflint::dialect
