#include "linter/project/project_versions.h"

#include "linter/project/framework_kafka.h"
#include "linter/project/image_files.h"
#include "tests/unit/project/project_folder.h"

namespace kaflint::project {
namespace {

class Versions : public ProjectFolder {
 protected:
  ProjectVersions around(const std::string& name) const {
    return read_project_versions(ProjectFiles(), at(name));
  }
  std::string shown_kafka(const std::optional<KafkaVersions>& versions) const {
    if (!versions) return "unknown";
    std::string from = versions->from;
    const std::string prefix = folder_.string() + "/";
    for (std::size_t i = from.find(prefix); i != std::string::npos; i = from.find(prefix))
      from.erase(i, prefix.size());
    return versions->releases.to_string() + ", " + from;
  }
};

TEST_F(Versions, TheNearestBuildThatSaysAnythingCounts) {
  write("build.gradle", "compile 'org.apache.kafka:kafka-clients:2.8.0'");
  write("app/src/a.properties", "");
  write("app/pom.xml", "<project><artifactId>app</artifactId></project>");
  EXPECT_EQ(shown(around("app/src/a.properties").build.kafka_clients), "2.8.0 at build.gradle:1");
  write("app/build.gradle.kts", "api(\"org.apache.kafka:kafka-clients:3.6.1\")");
  EXPECT_EQ(shown(around("app/src/a.properties").build.kafka_clients),
            "3.6.1 at app/build.gradle.kts:1");
  EXPECT_EQ(shown(around("a.properties").build.kafka_clients), "2.8.0 at build.gradle:1");
}

TEST_F(Versions, LibrariesOfConfluentHaveThePlatformsVersion) {
  const auto releases = [&](const std::string& version) {
    return shown_kafka(of_library("kafka-clients", {version, at("pom.xml"), 7}));
  };
  EXPECT_EQ(releases("7.4.0-ccs"), "3.4.0..3.4.1, kafka-clients 7.4.0-ccs in pom.xml:7");
  EXPECT_EQ(releases("3.4.0"), "3.4.0, kafka-clients 3.4.0 in pom.xml:7");
  EXPECT_EQ(releases(""), "unknown");
  EXPECT_EQ(releases("[3.0,4.0)"), "unknown");
  EXPECT_EQ(releases("latest.release"), "unknown");
}

TEST_F(Versions, StagesOfADockerfile) {
  write("Dockerfile",
        "# syntax=docker/dockerfile:1\nARG TAG=\"3.7.0\"\nARG OTHER\nfrom --platform=$P "
        "apache/kafka:$TAG AS base\nARG TAG=9\nFROM apache/kafka:${OTHER:-3.8.0}\nFROM "
        "apache/kafka:${OTHER}\n");
  const auto images = images_beside(ProjectFiles(), at("x"), "");
  ASSERT_EQ(images.size(), 3U);
  EXPECT_EQ(shown(images[0]), "apache/kafka:3.7.0 at Dockerfile:4");
  EXPECT_EQ(shown(images[1]), "apache/kafka:3.8.0 at Dockerfile:6");
  EXPECT_EQ(shown(images[2]), "apache/kafka:${OTHER} at Dockerfile:7");
}

TEST_F(Versions, ImagesOfWorkersAndOfBrokers) {
  write("compose.yaml",
        "services:\n  kafka: {image: 'confluentinc/cp-kafka:7.4.0'}\n  connect:\n    image: "
        "debezium/connect:2.0\n  worker:\n    image: confluentinc/cp-kafka-connect:7.5.0\n");
  write("deep/er/a.properties", "");
  const ProjectVersions versions = around("a.properties");
  EXPECT_EQ(shown_kafka(versions.brokers),
            "3.4.0..3.4.1, image confluentinc/cp-kafka:7.4.0 in compose.yaml:2");
  EXPECT_EQ(shown_kafka(versions.workers),
            "3.5.0..3.5.2, image confluentinc/cp-kafka-connect:7.5.0 in compose.yaml:6");
  EXPECT_EQ(shown_kafka(around("deep/er/a.properties").brokers), shown_kafka(versions.brokers));
}

TEST_F(Versions, ImagesThatDisagreeSayNothing) {
  write("docker-compose.yml",
        "services:\n  a: {image: 'apache/kafka:3.7.0'}\n  b: {image: 'apache/kafka:3.8.0'}\n");
  EXPECT_EQ(shown_kafka(around("x").brokers), "unknown");
  write("docker-compose.yml",
        "services:\n  a: {image: 'apache/kafka:3.7.0'}\n  b: {image: 'apache/kafka:latest'}\n");
  EXPECT_EQ(shown_kafka(around("x").brokers), "unknown");
  // and hide what is further away
  write("sub/docker-compose.yml", "services:\n  b: {image: 'apache/kafka:${TAG}'}\n");
  write("docker-compose.yml", "services:\n  a: {image: 'apache/kafka:3.7.0'}\n");
  EXPECT_EQ(shown_kafka(around("sub/x").brokers), "unknown");
  EXPECT_EQ(shown_kafka(around("x").workers), shown_kafka(around("x").brokers));
}

TEST_F(Versions, HostileImageFiles) {
  for (const char* text : {"", "FROM", "FROM --x", "ARG", "ARG x=\"", "FROM ${", "FROM $", "\0"}) {
    write("Dockerfile", text);
    write("compose.yml", text);
    EXPECT_EQ(shown_kafka(around("x").brokers), "unknown") << text;
  }
  write("compose.yml", "services: {a: {image: [x]}, b: 3, c: {image: *d}}\n---\nservices: []\n");
  EXPECT_EQ(shown_kafka(around("x").brokers), "unknown");
  std::string growing = "ARG a0=aaaaaaaa\n";
  for (int i = 1; i < 60; ++i) {
    const std::string before = "$a" + std::to_string(i - 1);
    growing += "ARG a" + std::to_string(i) + "=" + before + before + "\n";
  }
  write("Dockerfile", growing + "FROM apache/kafka:$a59\n");
  EXPECT_EQ(shown_kafka(around("x").brokers), "unknown");
}

TEST_F(Versions, TheFinderRemembersAFolder) {
  write("build.gradle", "compile 'org.apache.kafka:kafka-clients:2.8.0'");
  const VersionFinder finder(std::make_shared<const ProjectFiles>());
  const auto first = finder.around(at("a.properties"));
  EXPECT_EQ(finder.around(at("b.properties")), first);
  EXPECT_NE(finder.around(at("c/b.properties")), first);
}

TEST(FrameworkKafka, Quarkus) {
  const auto releases = [](std::string_view version) {
    const auto found = kafka_of_framework("Quarkus", version);
    return found ? found->to_string() : "unknown";
  };
  EXPECT_EQ(releases("3.2.9.Final"), "3.4.0");
  EXPECT_EQ(releases("3.20.1"), "3.9.0");
  EXPECT_EQ(releases("2.13.5.Final"), "3.2.1..3.2.3");
  EXPECT_EQ(releases("3.9.4"), "3.6.1..3.7.1");
  EXPECT_EQ(releases("3.20.99"), "unknown");
  EXPECT_EQ(releases("3.2.0.CR1"), "unknown");
  EXPECT_EQ(releases("3.2"), "unknown");
  EXPECT_EQ(releases("99999999999.2.0"), "unknown");
}

TEST(FrameworkKafka, Micronaut) {
  EXPECT_EQ(kafka_of_framework("Micronaut", "4.5.0")->to_string(), "3.7.0");
  EXPECT_EQ(kafka_of_framework("Micronaut", "4.6.2")->to_string(), "3.7.0..3.8.0");
  EXPECT_FALSE(kafka_of_framework("Micronaut", "3.9.4").has_value());
}

}  // namespace
}  // namespace kaflint::project
