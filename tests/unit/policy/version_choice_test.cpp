#include "linter/policy/version_choice.h"

#include <gtest/gtest.h>

namespace kaflint::policy {
namespace {

using kafka::Role;
using kafka::Version;
using kafka::VersionSet;

project::Fact fact(std::string text) { return {std::move(text), "pom.xml", 8}; }

std::string choice(Role role, const project::ProjectVersions& project,
                   std::string dialect = "properties") {
  dialect::Unit unit;
  unit.role = role;
  unit.dialect = std::move(dialect);
  const VersionChoice choice = choose_versions(unit, {}, project);
  return choice.versions.to_string() + " " + std::string(to_string(choice.source)) + " " +
         choice.from;
}

const std::string kAssumed = kafka::newest_release().to_string() + " assumed ";

TEST(VersionChoice, TheOptionThenTheFileThenTheProject) {
  project::ProjectVersions project;
  project.build.kafka_clients = fact("3.6.1");
  dialect::Unit unit;
  unit.project_version = VersionSet::of(Version(3, 7, 0));
  unit.version_from = "spec.version";
  CheckOptions options;
  EXPECT_EQ(choose_versions(unit, options, project).versions, unit.project_version);
  EXPECT_EQ(choose_versions(unit, options, project).from, "spec.version");
  options.versions = VersionSet::of(Version(3, 8, 0));
  EXPECT_EQ(choose_versions(unit, options, project).versions, options.versions);
  EXPECT_EQ(choose_versions(unit, options, project).from, "");
}

TEST(VersionChoice, BuildsSpeakAboutClients) {
  project::ProjectVersions project;
  project.build.kafka_clients = fact("3.6.1");
  for (Role role :
       {Role::producer, Role::consumer, Role::share_consumer, Role::admin, Role::streams})
    EXPECT_EQ(choice(role, project), "3.6.1 project kafka-clients 3.6.1 in pom.xml:8");
  for (Role role : {Role::broker, Role::topic, Role::connect_distributed, Role::sink_connector})
    EXPECT_EQ(choice(role, project), kAssumed);
  EXPECT_EQ(choice(Role::producer, project, "strimzi"), kAssumed);
}

TEST(VersionChoice, ImagesSpeakAboutBrokersAndWorkers) {
  project::ProjectVersions project;
  project.brokers = {VersionSet::of(Version(3, 7, 0)), "image a"};
  project.workers = {VersionSet::of(Version(3, 8, 0)), "image b"};
  EXPECT_EQ(choice(Role::broker, project), "3.7.0 project image a");
  EXPECT_EQ(choice(Role::topic, project), "3.7.0 project image a");
  EXPECT_EQ(choice(Role::connect_standalone, project), "3.8.0 project image b");
  EXPECT_EQ(choice(Role::mirrormaker, project), "3.8.0 project image b");
  EXPECT_EQ(choice(Role::producer, project), kAssumed);
  EXPECT_EQ(choice(Role::topic, project, "strimzi"), kAssumed);
}

TEST(VersionChoice, FrameworksManageTheClients) {
  project::ProjectVersions project;
  project.build.kafka_streams = fact("3.8.0");
  EXPECT_EQ(choice(Role::streams, project), "3.8.0 project kafka-streams 3.8.0 in pom.xml:8");
  project.build.spring_boot = fact("3.2.4");
  EXPECT_EQ(choice(Role::streams, project, "spring-boot"),
            "3.6.1 project Spring Boot 3.2.4 in pom.xml:8");
  project.build.boot_kafka_version = fact("3.7.1");
  EXPECT_EQ(choice(Role::admin, project), "3.7.1 project kafka.version 3.7.1 in pom.xml:8");
  project.build.kafka_clients = fact("");
  EXPECT_EQ(choice(Role::admin, project), kAssumed);
}

TEST(VersionChoice, FrameworksThatAreNotKnown) {
  for (const char* version : {"3.2.0-M1", "3.2.0-RC1", "1.5.22.RELEASE", "99.0.0", ""}) {
    project::ProjectVersions project;
    project.build.kafka_streams = fact("3.8.0");
    project.build.spring_boot = fact(version);
    EXPECT_EQ(choice(Role::streams, project), kAssumed) << version;
  }
  project::ProjectVersions project;
  project.build.spring_boot_library = fact("3.2.4");
  EXPECT_EQ(choice(Role::producer, project), kAssumed);
  project.build.quarkus = fact("3.2.9.Final");
  EXPECT_EQ(choice(Role::producer, project), "3.4.0 project Quarkus 3.2.9.Final in pom.xml:8");
}

}  // namespace
}  // namespace kaflint::policy
