#include <gtest/gtest.h>

#include <algorithm>

#include "tests/unit/dialect/reading.h"

namespace kaflint::dialect {
namespace {

constexpr std::string_view kProducer = "spring.cloud.stream.kafka.binder producer";
constexpr std::string_view kConsumer = "spring.cloud.stream.kafka.binder consumer";

/// Reads for a project with that release train of Spring Cloud.
FileUnits read_with_train(const SourceFile& source, std::string train) {
  ReadOptions options;
  options.spring_cloud = std::move(train);
  return read_units(source, options);
}

TEST(SpringCloudStream, TheBindersMapsReachTheClientsThatKnowTheirKeys) {
  const Reading file("application.yml",
                     "spring:\n"
                     "  cloud:\n"
                     "    stream:\n"
                     "      kafka:\n"
                     "        binder:\n"
                     "          brokers: a:1\n"
                     "          configuration:\n"
                     "            linger.ms: 5\n"
                     "            max.poll.records: 7\n"
                     "            security.protocol: SSL\n"
                     "          producer-properties:\n"
                     "            security.protocol: PLAINTEXT\n"
                     "          consumerProperties:\n"
                     "            fetch.min.bytes: 9\n");
  EXPECT_EQ(file.names(), (Lines{std::string(kProducer), std::string(kConsumer)}));
  const Unit& producer = file.unit(kProducer);
  EXPECT_EQ(producer.role, kafka::Role::producer);
  EXPECT_EQ(producer.dialect, "spring-cloud-stream");
  EXPECT_EQ(Reading::setting(producer, "linger.ms").value, "5");
  EXPECT_EQ(Reading::setting(producer, "security.protocol").value, "PLAINTEXT");
  EXPECT_EQ(Reading::setting(producer, "bootstrap.servers").value, "a:1");
  const Unit& consumer = file.unit(kConsumer);
  EXPECT_EQ(Reading::setting(consumer, "max.poll.records").value, "7");
  EXPECT_EQ(Reading::setting(consumer, "security.protocol").value, "SSL");
  EXPECT_EQ(Reading::setting(consumer, "fetch.min.bytes").value, "9");
  const auto knows = [](const Unit& unit, std::string_view key) {
    return std::ranges::any_of(unit.settings, [&](const Setting& one) { return one.key == key; });
  };
  EXPECT_FALSE(knows(producer, "max.poll.records"));
  EXPECT_FALSE(knows(consumer, "linger.ms"));
}

TEST(SpringCloudStream, BootsMapBeatsRequiredAcksAndTheBinderBeatsBoots) {
  const Reading file("application.properties",
                     "spring.cloud.stream.kafka.binder.required-acks=0\n"
                     "spring.cloud.stream.kafka.binder.configuration.linger.ms=2\n"
                     "spring.kafka.producer.acks=all\n"
                     "spring.kafka.producer.properties.linger.ms=1\n"
                     "spring.kafka.producer.batch-size=77\n");
  const Unit& unit = file.unit(kProducer);
  EXPECT_EQ(Reading::setting(unit, "acks").value, "all");
  EXPECT_EQ(Reading::setting(unit, "linger.ms").value, "2");
  EXPECT_EQ(Reading::setting(unit, "batch.size").value, "77");
  EXPECT_TRUE(Reading::setting(unit, "batch.size").inherited);
  EXPECT_EQ(file.names(), (Lines{"spring.kafka.producer", std::string(kProducer)}));
}

TEST(SpringCloudStream, RequiredAcksByTheRelease) {
  const SourceFile source("application.properties",
                          "spring.cloud.stream.kafka.binder.producer-properties.linger.ms=2\n");
  const FileUnits old = read_with_train(source, "2023.0.1");
  ASSERT_EQ(old.units.size(), 1U);
  const Setting& one = Reading::setting(old.units[0], "acks");
  EXPECT_EQ(one.value, "1");
  EXPECT_EQ(one.origin, SettingOrigin::framework);
  EXPECT_EQ(one.set_by, "Spring Cloud Stream before 5.0.2");
  const FileUnits young = read_with_train(source, "2025.1.2");
  EXPECT_EQ(Reading::setting(young.units.at(0), "acks").value, "all");
  const FileUnits unknown = read_with_train(source, "");
  EXPECT_EQ(Reading::setting(unknown.units.at(0), "acks").value, std::nullopt);
}

TEST(SpringCloudStream, ABindingIsAUnitOverTheBindersSettings) {
  const Reading file(
      "application.properties",
      "spring.cloud.stream.kafka.binder.producer-properties.linger.ms=2\n"
      "spring.cloud.stream.kafka.bindings.orders-out-0.producer.configuration.acks=all\n"
      "spring.cloud.stream.kafka.bindings.orders-out-0.producer.batch-timeout=3\n"
      "spring.cloud.stream.kafka.bindings.orders-out-0.producer.compression-type=zstd\n"
      "spring.cloud.stream.kafka.bindings.other-out-0.producer.sync=true\n");
  constexpr std::string_view kBinding = "spring.cloud.stream.kafka.bindings.orders-out-0 producer";
  EXPECT_EQ(file.names(), (Lines{std::string(kProducer), std::string(kBinding)}));
  const Unit& unit = file.unit(kBinding);
  EXPECT_EQ(Reading::setting(unit, "acks").value, "all");
  // batch-timeout only fills what nothing else has set.
  EXPECT_EQ(Reading::setting(unit, "linger.ms").value, "2");
  EXPECT_TRUE(Reading::setting(unit, "linger.ms").inherited);
  EXPECT_EQ(Reading::setting(unit, "compression.type").value, "zstd");
  EXPECT_EQ(Reading::setting(unit, "batch.size").value, "16384");
  EXPECT_EQ(Reading::setting(unit, "batch.size").origin, SettingOrigin::framework);
}

TEST(SpringCloudStream, EachBinderHasItsEnvironment) {
  const Reading file("application.yml",
                     "spring.cloud.stream.kafka.binder.producer-properties.linger.ms: 1\n"
                     "spring.cloud.stream.binders:\n"
                     "  east:\n"
                     "    type: kafka\n"
                     "    environment:\n"
                     "      spring.cloud.stream.kafka.binder:\n"
                     "        producer-properties:\n"
                     "          linger.ms: 2\n");
  EXPECT_EQ(file.names(),
            (Lines{std::string(kProducer), std::string(kProducer) + " of binder east"}));
  EXPECT_EQ(Reading::setting(file.unit(kProducer), "linger.ms").value, "1");
  EXPECT_EQ(
      Reading::setting(file.unit(std::string(kProducer) + " of binder east"), "linger.ms").value,
      "2");
}

TEST(SpringCloudStream, TheStreamsBinder) {
  const Reading file("application.properties",
                     "spring.cloud.stream.kafka.streams.binder.application-id=counts\n"
                     "spring.cloud.stream.kafka.streams.binder.configuration.commit.interval.ms=5\n"
                     "spring.cloud.stream.kafka.streams.binder.brokers=a\n");
  const Unit& unit = file.unit("spring.cloud.stream.kafka.streams.binder");
  EXPECT_EQ(unit.role, kafka::Role::streams);
  EXPECT_EQ(Reading::settings(unit), (Lines{"application.id=counts", "commit.interval.ms=5",
                                            "bootstrap.servers ? unsupported"}));
}

}  // namespace
}  // namespace kaflint::dialect
