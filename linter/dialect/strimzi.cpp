// Custom resources of Strimzi (apiVersion kafka.strimzi.io/*): their config maps, without what the
// operator drops, with values as the operator turns them into text.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "linter/base/ternary.h"
#include "linter/dialect/common.h"
#include "linter/dialect/kubernetes_scalar.h"
#include "linter/dialect/readers.h"
#include "linter/dialect/strimzi_forbidden.h"
#include "linter/dialect/yaml_settings.h"
#include "linter/kafka/version.h"

namespace kaflint::dialect {
namespace {

using kafka::Role;

constexpr std::string_view kGroup = "kafka.strimzi.io/";

/// A config map within a kind of resource.
struct Place {
  std::string_view kind;
  std::string_view path;  // below the resource
  Role role;
  std::string_view spec;     // the operator's class that filters it; empty where nothing is dropped
  std::string_view version;  // path of the Kafka version; empty if there is none
};

constexpr Place kPlaces[] = {
    {"Kafka", "spec.kafka.config", Role::broker, "KafkaClusterSpec", "spec.kafka.version"},
    {"KafkaTopic", "spec.config", Role::topic, "", ""},
    {"KafkaConnect", "spec.config", Role::connect_distributed, "KafkaConnectSpec", "spec.version"},
    {"KafkaBridge", "spec.producer.config", Role::producer, "KafkaBridgeProducerSpec", ""},
    {"KafkaBridge", "spec.consumer.config", Role::consumer, "KafkaBridgeConsumerSpec", ""},
    {"KafkaBridge", "spec.adminClient.config", Role::admin, "KafkaBridgeAdminClientSpec", ""},
    {"KafkaMirrorMaker", "spec.producer.config", Role::producer, "KafkaMirrorMakerProducerSpec",
     ""},
    {"KafkaMirrorMaker", "spec.consumer.config", Role::consumer, "KafkaMirrorMakerConsumerSpec",
     ""},
};

syntax::YamlId at_path(const syntax::YamlFile& yaml, syntax::YamlId node, std::string_view path) {
  while (node != syntax::kNoYaml && !path.empty()) {
    const std::size_t dot = path.find('.');
    node = syntax::find(yaml, node, path.substr(0, dot));
    path = dot == std::string_view::npos ? std::string_view{} : path.substr(dot + 1);
  }
  return node;
}

/// Strimzi's plugins and agents that read the broker's own map.
void add_foreign_prefixes(Unit& unit) {
  unit.foreign_prefixes = client_foreign_prefixes();
  if (unit.role != Role::broker) return;
  for (std::string_view prefix : {"cruise.control.metrics.", "client.quota.callback.static.",
                                  "strimzi.", "opa.", "zookeeper.", "prometheus.metrics.reporter."})
    unit.foreign_prefixes.emplace_back(prefix);
}

/// One config map while it is read.
class ConfigMap {
 public:
  ConfigMap(const ParsedFile& file, const KubernetesResource& resource, const Place& place,
            Unit unit)
      : file_(file), yaml_(*file.yaml), place_(place), builder_(std::move(unit)) {
    api_version_ = resource.api_version.substr(kGroup.size());
    if (builder_.unit().project_version)
      version_ = builder_.unit().project_version->releases().front();
  }

  void add(const syntax::YamlEntry& entry) {
    std::optional<Setting> setting = setting_of(file_, entry, {});
    if (!setting) return;
    const Ternary dropped = strimzi_drops(place_.spec, setting->key, api_version_, version_);
    if (dropped == Ternary::yes) return report_dropped(*setting);
    read_value(entry, *setting);
    // Some operators that may run this drop the key, others pass it on.
    if (dropped == Ternary::unknown) set_unsupported(*setting);
    builder_.override_with(std::move(*setting));
  }

  Unit take() && { return std::move(builder_).take(); }

 private:
  static void set_unsupported(Setting& setting) {
    setting.value.reset();
    setting.unknown = UnknownReason::unsupported;
  }

  void report_dropped(const Setting& setting) {
    builder_.unit().diagnostics.push_back({.rule = "strimzi/forbidden-option",
                                           .span = setting.key_span,
                                           .key = setting.key,
                                           .arguments = {{"kind", std::string(place_.kind)}},
                                           .related = {},
                                           .fixes = {}});
  }

  void refuse(Setting& setting, std::string_view what) {
    set_unsupported(setting);
    // An empty value has no bytes to point at.
    const Span span = setting.value_span.empty() ? setting.key_span : setting.value_span;
    builder_.unit().diagnostics.push_back({.rule = "strimzi/value-not-scalar",
                                           .span = span,
                                           .key = setting.key,
                                           .arguments = {{"what", std::string(what)}},
                                           .related = {},
                                           .fixes = {}});
  }

  void read_value(const syntax::YamlEntry& entry, Setting& setting) {
    if (yaml_.is_mapping(entry.value)) return refuse(setting, "a map");
    if (yaml_.is_sequence(entry.value)) return read_list(entry.value, setting);
    if (!yaml_.is_scalar(entry.value)) return set_unsupported(setting);  // an unknown alias
    if (yaml_.node(yaml_.resolve(entry.value)).masked) return;
    KubernetesScalar scalar = kubernetes_scalar(yaml_, entry.value);
    const bool topic = place_.role == Role::topic;
    switch (scalar.kind) {
      case KubernetesScalar::Kind::null:
        // The topic operator passes it on; what then happens is not established.
        return topic ? set_unsupported(setting) : refuse(setting, "null");
      case KubernetesScalar::Kind::big:
        if (!topic) return refuse(setting, "a number beyond 64 bits");
        break;
      case KubernetesScalar::Kind::refused:
        if (!scalar.exact) return refuse(setting, "text that does not fit its tag");
        return refuse(setting, "a number that JSON does not have");
      default:
        break;
    }
    if (!scalar.exact) return set_unsupported(setting);
    setting.value = std::move(scalar.text);
  }

  /// Operators refuse lists; the topic operator joins them with commas.
  void read_list(syntax::YamlId list, Setting& setting) {
    if (place_.role != Role::topic) return refuse(setting, "a list");
    std::string joined;
    const syntax::YamlId first = yaml_.node(yaml_.resolve(list)).first_child;
    for (syntax::YamlId item = first; item != syntax::kNoYaml;
         item = yaml_.node(item).next_sibling) {
      if (!yaml_.is_scalar(item) || yaml_.node(yaml_.resolve(item)).masked)
        return set_unsupported(setting);
      const KubernetesScalar scalar = kubernetes_scalar(yaml_, item);
      if (!scalar.exact || scalar.kind == KubernetesScalar::Kind::null)
        return set_unsupported(setting);
      if (item != first) joined += ',';
      joined += scalar.text;
    }
    setting.value = std::move(joined);
  }

  const ParsedFile& file_;
  const syntax::YamlFile& yaml_;
  const Place& place_;
  UnitBuilder builder_;
  std::string_view api_version_;
  std::optional<kafka::Version> version_;
};

Unit new_unit(const syntax::YamlFile& yaml, const KubernetesResource& resource, const Place& place,
              syntax::YamlId config, const std::vector<Unit>& others) {
  Unit unit;
  std::string name = resource.name.empty()
                         ? fmt::format("{} {}", resource.kind, place.path)
                         : fmt::format("{}/{} {}", resource.kind, resource.name, place.path);
  unit.name = unique_unit_name(others, std::move(name), resource.document);
  unit.role = place.role;
  unit.dialect = "strimzi";
  unit.why = fmt::format("{} of a Strimzi {}", place.path, resource.kind);
  unit.span = yaml.node(config).span;
  add_foreign_prefixes(unit);
  if (place.version.empty()) return unit;
  const syntax::YamlId node = at_path(yaml, resource.root, place.version);
  const auto version = kafka::Version::parse(known_text(yaml, node));
  if (version && kafka::VersionSet::all().contains(*version))
    unit.project_version = kafka::VersionSet::of(*version);
  return unit;
}

}  // namespace

void read_strimzi(const ParsedFile& file, std::vector<bool>& claimed, FileUnits& out) {
  if (!file.yaml) return;
  const syntax::YamlFile& yaml = *file.yaml;
  for (const KubernetesResource& resource : kubernetes_resources(yaml, claimed)) {
    if (!resource.api_version.starts_with(kGroup)) continue;
    claimed[resource.document] = true;
    for (const Place& place : kPlaces) {
      if (place.kind != resource.kind) continue;
      const syntax::YamlId config = at_path(yaml, resource.root, place.path);
      if (config == syntax::kNoYaml || !yaml.is_mapping(config)) continue;
      ConfigMap map(file, resource, place, new_unit(yaml, resource, place, config, out.units));
      for (const syntax::YamlEntry& entry : syntax::entries(yaml, config)) map.add(entry);
      out.units.push_back(std::move(map).take());
    }
  }
}

}  // namespace kaflint::dialect
