#include "linter/policy/version_choice.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "linter/dialect/spring_boot_version.h"
#include "linter/project/framework_kafka.h"

namespace kaflint::policy {
namespace {

using project::BuildFacts;
using project::Fact;
using project::KafkaVersions;

/// What a release of Boot manages; milestones managed something else.
std::optional<KafkaVersions> of_spring_boot(const Fact& fact) {
  if (fact.text.find("-M") != std::string::npos || fact.text.find("-RC") != std::string::npos)
    return std::nullopt;
  const auto boot = dialect::SpringBootVersion::parse(fact.text);
  if (!boot) return std::nullopt;
  const std::optional<kafka::Version> release = dialect::kafka_of_spring_boot(*boot);
  if (!release || !kafka::release_index(*release)) return std::nullopt;
  return KafkaVersions{kafka::VersionSet::of(*release), project::said("Spring Boot", fact)};
}

std::optional<KafkaVersions> of_framework(std::string_view name, const Fact& fact) {
  std::optional<kafka::VersionSet> releases = project::kafka_of_framework(name, fact.text);
  if (!releases) return std::nullopt;
  return KafkaVersions{*std::move(releases), project::said(name, fact)};
}

/// What is said first decides, even where its version is not known. A framework's management also
/// holds for the clients below kafka-streams.
std::optional<KafkaVersions> of_clients(const BuildFacts& facts) {
  if (facts.kafka_clients) return project::of_library("kafka-clients", *facts.kafka_clients);
  if (facts.boot_kafka_version)
    return project::of_library("kafka.version", *facts.boot_kafka_version);
  if (facts.spring_boot) return of_spring_boot(*facts.spring_boot);
  if (facts.quarkus) return of_framework("Quarkus", *facts.quarkus);
  if (facts.micronaut) return of_framework("Micronaut", *facts.micronaut);
  if (facts.kafka_streams) return project::of_library("kafka-streams", *facts.kafka_streams);
  return std::nullopt;
}

std::optional<KafkaVersions> of_project(const dialect::Unit& unit,
                                        const project::ProjectVersions& project) {
  // Containers of the same folder run plain files, not what goes to an operator or a chart.
  const bool plain = unit.dialect == "properties";
  switch (unit.role) {
    case kafka::Role::producer:
    case kafka::Role::consumer:
    case kafka::Role::share_consumer:
    case kafka::Role::admin:
    case kafka::Role::streams:
      return unit.dialect == "strimzi" ? std::nullopt : of_clients(project.build);
    case kafka::Role::broker:
    case kafka::Role::topic:
    case kafka::Role::group:
      return plain ? project.brokers : std::nullopt;
    case kafka::Role::connect_distributed:
    case kafka::Role::connect_standalone:
    case kafka::Role::source_connector:
    case kafka::Role::sink_connector:
    case kafka::Role::mirrormaker:
      return plain ? project.workers : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

VersionChoice choose_versions(const dialect::Unit& unit, const CheckOptions& options,
                              const project::ProjectVersions& project,
                              const Configured& configured) {
  using dialect::VersionSource;
  if (options.versions) return {*options.versions, VersionSource::option, {}};
  if (configured.configuration)
    if (const auto* entry = configured.configuration->kafka_of(configured.path, unit.role))
      return {entry->versions, VersionSource::config,
              fmt::format("{}:{}", entry->place.file, entry->place.line)};
  if (unit.project_version && !unit.project_version->empty())
    return {*unit.project_version, VersionSource::project, unit.version_from};
  if (std::optional<KafkaVersions> found = of_project(unit, project))
    return {std::move(found->releases), VersionSource::project, std::move(found->from)};
  return {kafka::VersionSet::of(kafka::newest_release()), VersionSource::assumed, {}};
}

}  // namespace kaflint::policy
