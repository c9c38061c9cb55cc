#include "linter/project/image_tag.h"

#include <gtest/gtest.h>

#include "linter/project/release_text.h"

namespace kaflint::project {
namespace {

std::string kafka_of(std::string_view image) {
  const auto versions = kafka_of_image(image);
  return versions ? versions->to_string() : "unknown";
}

std::string releases(std::string_view text) {
  const auto versions = releases_of(text);
  return versions ? versions->to_string() : "unknown";
}

TEST(ImageTag, PartsOfAName) {
  const ImageName name = parse_image("registry.example:5000/confluentinc/cp-kafka:7.4.0@sha256:ab");
  EXPECT_EQ(name.owner, "confluentinc");
  EXPECT_EQ(name.image, "cp-kafka");
  EXPECT_EQ(name.tag, "7.4.0");
  EXPECT_EQ(parse_image("kafka").image, "kafka");
  EXPECT_EQ(parse_image("kafka").owner, "");
  EXPECT_EQ(parse_image("host:5000/kafka").tag, "");
  EXPECT_EQ(parse_image("${REGISTRY}confluentinc/cp-kafka:1").owner, "confluentinc");
  EXPECT_EQ(parse_image("").image, "");
}

TEST(ImageTag, ConfluentPlatformStandsForALine) {
  EXPECT_EQ(kafka_of("confluentinc/cp-kafka:7.4.0"), "3.4.0..3.4.1");
  EXPECT_EQ(kafka_of("confluentinc/cp-server:7.9.2-1-ubi8"), "3.9.0..3.9.2");
  EXPECT_EQ(kafka_of("confluentinc/cp-enterprise-kafka:5.2.3-1"), "2.2.0..2.2.2");
  EXPECT_EQ(kafka_of("confluentinc/cp-kafka:3.3.1"), "0.11.0.0..0.11.0.3");
  EXPECT_EQ(kafka_of("confluentinc/cp-kafka:7.5.0.arm64"), "3.5.0..3.5.2");
  EXPECT_EQ(kafka_of("mirror.example/team/cp-kafka-connect:8.0.0"), "4.0.0..4.0.2");
}

TEST(ImageTag, UnknownPlatforms) {
  EXPECT_EQ(kafka_of("confluentinc/cp-kafka:3.2.0"), "unknown");  // Kafka 0.10.2
  EXPECT_EQ(kafka_of("confluentinc/cp-kafka:8.4.x-latest"), "unknown");
  EXPECT_EQ(kafka_of("confluentinc/cp-kafka:latest"), "unknown");
  EXPECT_EQ(kafka_of("confluentinc/cp-kafka"), "unknown");
  EXPECT_EQ(kafka_of("confluentinc/cp-kafka:${TAG:-7.4.0}"), "unknown");
  EXPECT_EQ(kafka_of("confluentinc/cp-enterprise-prometheus:2.5.0"), "unknown");
}

TEST(ImageTag, TagsWithKafkasOwnVersion) {
  EXPECT_EQ(kafka_of("apache/kafka:3.9.0"), "3.9.0");
  EXPECT_EQ(kafka_of("apache/kafka-native:4.1.0-rc2"), "4.1.0");
  EXPECT_EQ(kafka_of("docker.io/bitnami/kafka:3.4.0-debian-11-r22"), "3.4.0");
  EXPECT_EQ(kafka_of("bitnamilegacy/kafka:2.4.1"), "2.4.1");
  EXPECT_EQ(kafka_of("bitnami/kafka:3.6"), "3.6.0..3.6.2");
  EXPECT_EQ(kafka_of("bitnami/kafka:3"), "unknown");
  EXPECT_EQ(kafka_of("example/kafka:3.6.0"), "unknown");  // anybody's own numbering
  EXPECT_EQ(kafka_of("kafka:3.6.0"), "unknown");
}

TEST(ImageTag, ScalaBeforeKafka) {
  EXPECT_EQ(kafka_of("wurstmeister/kafka:2.13-2.8.1"), "2.8.1");
  EXPECT_EQ(kafka_of("wurstmeister/kafka:2.11-0.11.0.3"), "0.11.0.3");
  EXPECT_EQ(kafka_of("wurstmeister/kafka:1.1.0"), "1.1.0");
  EXPECT_EQ(kafka_of("wurstmeister/kafka:2.1.0"), "2.1.0");
  EXPECT_EQ(kafka_of("wurstmeister/kafka:0.10.2.1"), "unknown");
  EXPECT_EQ(kafka_of("wurstmeister/kafka"), "unknown");
}

TEST(ImageTag, StrimziBehindItsOwnVersion) {
  EXPECT_EQ(kafka_of("quay.io/strimzi/kafka:0.40.0-kafka-3.7.0"), "3.7.0");
  EXPECT_EQ(kafka_of("strimzi/kafka:latest-kafka-2.5.0"), "2.5.0");
  EXPECT_EQ(kafka_of("quay.io/strimzi/kafka:0.40.0"), "unknown");
}

TEST(ReleaseText, WholeLinesAndUnknownPatches) {
  EXPECT_EQ(releases("3.6.1"), "3.6.1");
  EXPECT_EQ(releases("3.6.1.redhat-00003"), "3.6.1");
  EXPECT_EQ(releases("2.2.1-kafka-4.1.0"), "2.2.1");
  EXPECT_EQ(releases("3.6"), "3.6.0..3.6.2");
  EXPECT_EQ(releases("3.6.99"), "3.6.2");
  EXPECT_EQ(releases("0.11.0"), "0.11.0.0..0.11.0.3");
  EXPECT_EQ(releases("0.11.0.2"), "0.11.0.2");
  EXPECT_EQ(releases("3.6.x"), "3.6.0..3.6.2");
  for (const char* text :
       {"", "3", ".", "3.", "v3.6.1", "99.1.0", "3.6.999", "1000.0.0", "0.10.2.1", "latest"})
    EXPECT_EQ(releases(text), "unknown") << text;
}

}  // namespace
}  // namespace kaflint::project
