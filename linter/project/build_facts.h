// What build files say about the versions of Kafka's clients and of the frameworks around them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kaflint::project {

/// A version as a build file says it, with the place where its text stands.
struct Fact {
  std::string text;  // `3.6.1`; empty when it is said in a way that is not known here
  std::string path;
  std::uint32_t line = 0;  // from 1
};

struct BuildFacts {
  std::optional<Fact> kafka_clients;
  std::optional<Fact> kafka_streams;
  /// By parent, bill of materials or plugin.
  std::optional<Fact> spring_boot;
  /// By one of its libraries alone, so that it manages no other versions.
  std::optional<Fact> spring_boot_library;
  /// Boot's build property `kafka.version`, where the project inherits it.
  std::optional<Fact> boot_kafka_version;
  std::optional<Fact> spring_kafka;
  std::optional<Fact> spring_cloud;         // the release train: `2023.0.1`
  std::optional<Fact> spring_cloud_binder;  // spring-cloud-stream-binder-kafka
  std::optional<Fact> quarkus;
  std::optional<Fact> micronaut;

  bool empty() const;
  /// Takes over what is not said here yet.
  void merge(const BuildFacts& further);
};

/// Where the version of a library, bill of materials or parent belongs; null for any other.
std::optional<Fact>* slot_of_library(BuildFacts& facts, std::string_view group,
                                     std::string_view artifact);
/// The same for a plugin of Gradle by its id.
std::optional<Fact>* slot_of_plugin(BuildFacts& facts, std::string_view id);

/// The first one that says something wins.
inline void put(std::optional<Fact>& slot, Fact fact) {
  if (!slot) slot = std::move(fact);
}

}  // namespace kaflint::project
