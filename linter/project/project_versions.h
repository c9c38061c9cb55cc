// What the project around a file says about the versions that it runs with.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "linter/kafka/version.h"
#include "linter/project/build_facts.h"
#include "linter/source/project_files.h"

namespace kaflint::project {

/// Kafka's releases with the reason for them.
struct KafkaVersions {
  kafka::VersionSet releases;
  std::string from;  // `Spring Boot 3.2.4 in pom.xml:8`
};

struct ProjectVersions {
  /// Of the nearest build above the file that says anything. A framework's release brings a
  /// version of kafka-clients, which is for those to know who know the framework.
  BuildFacts build;
  /// Of the Kafka images in the nearest folder with any, if they agree.
  std::optional<KafkaVersions> brokers;
  std::optional<KafkaVersions> workers;
};

/// The version text as a reason: `Spring Boot 3.2.4 in pom.xml:8`.
std::string said(std::string_view what, const Fact& fact);

/// Of kafka-clients or kafka-streams by the version of the library; Confluent's builds of them
/// have the platform's: `7.4.0-ccs`.
std::optional<KafkaVersions> of_library(std::string_view what, const Fact& fact);

/// Pure, but for reading files.
ProjectVersions read_project_versions(const ProjectFiles& files, std::string_view path);

/// Remembers what was read for each folder. Safe from several threads.
class VersionFinder {
 public:
  explicit VersionFinder(std::shared_ptr<const ProjectFiles> files) : files_(std::move(files)) {}

  std::shared_ptr<const ProjectVersions> around(std::string_view path) const;

 private:
  std::shared_ptr<const ProjectFiles> files_;
  mutable std::mutex mutex_;
  mutable std::unordered_map<std::string, std::shared_ptr<const ProjectVersions>> folders_;
};

}  // namespace kaflint::project
