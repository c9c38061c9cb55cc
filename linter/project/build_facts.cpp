#include "linter/project/build_facts.h"

#include <utility>

namespace kaflint::project {
namespace {

using Slot = std::optional<Fact> BuildFacts::*;

constexpr Slot kSlots[] = {
    &BuildFacts::kafka_clients,       &BuildFacts::kafka_streams,       &BuildFacts::spring_boot,
    &BuildFacts::spring_boot_library, &BuildFacts::boot_kafka_version,  &BuildFacts::spring_kafka,
    &BuildFacts::spring_cloud,        &BuildFacts::spring_cloud_binder, &BuildFacts::quarkus,
    &BuildFacts::micronaut,
};

struct Library {
  std::string_view group;
  std::string_view artifact;
  Slot slot;
};

constexpr Library kLibraries[] = {
    {"org.apache.kafka", "kafka-clients", &BuildFacts::kafka_clients},
    {"org.apache.kafka", "kafka-streams", &BuildFacts::kafka_streams},
    {"org.springframework.boot", "spring-boot-starter-parent", &BuildFacts::spring_boot},
    {"org.springframework.boot", "spring-boot-dependencies", &BuildFacts::spring_boot},
    {"org.springframework.boot", "spring-boot-gradle-plugin", &BuildFacts::spring_boot},
    {"org.springframework.kafka", "spring-kafka", &BuildFacts::spring_kafka},
    {"org.springframework.cloud", "spring-cloud-dependencies", &BuildFacts::spring_cloud},
    {"org.springframework.cloud", "spring-cloud-stream-binder-kafka",
     &BuildFacts::spring_cloud_binder},
    {"org.springframework.cloud", "spring-cloud-starter-stream-kafka",
     &BuildFacts::spring_cloud_binder},
    {"io.quarkus.platform", "quarkus-bom", &BuildFacts::quarkus},
    {"io.quarkus", "quarkus-bom", &BuildFacts::quarkus},
    {"io.quarkus", "quarkus-universe-bom", &BuildFacts::quarkus},
    {"io.micronaut.platform", "micronaut-platform", &BuildFacts::micronaut},
    {"io.micronaut.platform", "micronaut-parent", &BuildFacts::micronaut},
    {"io.micronaut", "micronaut-bom", &BuildFacts::micronaut},
    {"io.micronaut", "micronaut-parent", &BuildFacts::micronaut},
};

}  // namespace

bool BuildFacts::empty() const {
  for (const Slot slot : kSlots)
    if (this->*slot) return false;
  return true;
}

void BuildFacts::merge(const BuildFacts& further) {
  for (const Slot slot : kSlots)
    if (!(this->*slot)) this->*slot = further.*slot;
}

std::optional<Fact>* slot_of_library(BuildFacts& facts, std::string_view group,
                                     std::string_view artifact) {
  for (const Library& library : kLibraries)
    if (library.group == group && library.artifact == artifact) return &(facts.*library.slot);
  if (group == "org.springframework.boot" && artifact.starts_with("spring-boot"))
    return &facts.spring_boot_library;
  return nullptr;
}

std::optional<Fact>* slot_of_plugin(BuildFacts& facts, std::string_view id) {
  if (id == "org.springframework.boot") return &facts.spring_boot;
  if (id == "io.quarkus") return &facts.quarkus;
  return nullptr;
}

}  // namespace kaflint::project
