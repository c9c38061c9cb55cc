#include "linter/dialect/strimzi_clusters.h"

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "linter/dialect/resource_places.h"

namespace kaflint::dialect {
namespace {

constexpr std::string_view kClusterLabel = "strimzi.io/cluster";
constexpr std::string_view kBootstrap = "-kafka-bootstrap";

class Clusters {
 public:
  Clusters(const syntax::YamlFile& yaml, const std::vector<KubernetesResource>& resources)
      : yaml_(yaml), resources_(resources) {}

  /// Empty when the resource does not tell.
  std::string cluster_of(const KubernetesResource& resource) const {
    if (resource.kind == "Kafka") return named(resource, resource.name);
    if (resource.kind == "KafkaTopic") return named(resource, label(resource));
    if (resource.kind != "KafkaConnect" && resource.kind != "KafkaBridge") return {};
    const std::string_view servers = text(resource, "spec.bootstrapServers");
    const std::string_view host = servers.substr(0, servers.find_first_of(":,."));
    if (!host.ends_with(kBootstrap)) return {};
    return named(resource, host.substr(0, host.size() - kBootstrap.size()));
  }

  std::optional<std::uint32_t> brokers_of(const KubernetesResource& kafka) const {
    const std::string cluster = cluster_of(kafka);
    std::uint32_t count = 0;
    bool pools = false;
    for (const KubernetesResource& pool : resources_) {
      if (pool.kind != "KafkaNodePool" || named(pool, label(pool)) != cluster) continue;
      pools = true;
      const std::optional<bool> brokers = has_brokers(pool);
      const std::optional<std::uint32_t> replicas = number(pool, "spec.replicas");
      if (!brokers || !replicas) return std::nullopt;
      if (*brokers) count += *replicas;
    }
    if (pools) return count;
    const syntax::YamlId annotations = at_path(yaml_, kafka.root, "metadata.annotations");
    if (annotations != syntax::kNoYaml && yaml_.is_mapping(annotations) &&
        syntax::find(yaml_, annotations, "strimzi.io/node-pools") != syntax::kNoYaml)
      return std::nullopt;
    return number(kafka, "spec.kafka.replicas");
  }

 private:
  std::string_view text(const KubernetesResource& resource, std::string_view path) const {
    return known_text(yaml_, at_path(yaml_, resource.root, path));
  }

  std::string_view label(const KubernetesResource& resource) const {
    const syntax::YamlId labels = at_path(yaml_, resource.root, "metadata.labels");
    if (labels == syntax::kNoYaml || !yaml_.is_mapping(labels)) return {};
    return known_text(yaml_, syntax::find(yaml_, labels, kClusterLabel));
  }

  std::string named(const KubernetesResource& resource, std::string_view name) const {
    if (name.empty()) return {};
    return std::string(text(resource, "metadata.namespace")).append("/").append(name);
  }

  std::optional<std::uint32_t> number(const KubernetesResource& resource,
                                      std::string_view path) const {
    const std::string_view digits = text(resource, path);
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size() || value > 10'000)
      return std::nullopt;
    return value;
  }

  std::optional<bool> has_brokers(const KubernetesResource& pool) const {
    const syntax::YamlId roles = at_path(yaml_, pool.root, "spec.roles");
    if (roles == syntax::kNoYaml || !yaml_.is_sequence(roles)) return std::nullopt;
    bool brokers = false;
    for (const syntax::YamlId role : syntax::items(yaml_, roles)) {
      const std::string_view name = known_text(yaml_, role);
      if (name.empty()) return std::nullopt;
      brokers = brokers || name == "broker";
    }
    return brokers;
  }

  const syntax::YamlFile& yaml_;
  const std::vector<KubernetesResource>& resources_;
};

}  // namespace

void set_strimzi_clusters(const syntax::YamlFile& yaml,
                          const std::vector<KubernetesResource>& resources,
                          std::span<const KubernetesResource* const> origins,
                          std::span<Unit> units) {
  const Clusters clusters(yaml, resources);
  for (std::size_t i = 0; i < origins.size(); ++i) {
    units[i].cluster = clusters.cluster_of(*origins[i]);
    if (units[i].role == kafka::Role::broker) units[i].brokers = clusters.brokers_of(*origins[i]);
  }
}

}  // namespace kaflint::dialect
