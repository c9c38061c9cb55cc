// Custom resources of Strimzi (apiVersion kafka.strimzi.io/*): their config maps, without what the
// operator drops, with values as the operator turns them into text.
#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "linter/base/ternary.h"
#include "linter/dialect/common.h"
#include "linter/dialect/kubernetes_scalar.h"
#include "linter/dialect/readers.h"
#include "linter/dialect/resource_places.h"
#include "linter/dialect/strimzi_clusters.h"
#include "linter/dialect/strimzi_forbidden.h"
#include "linter/dialect/yaml_settings.h"
#include "linter/kafka/version.h"

namespace kaflint::dialect {
namespace {

constexpr std::string_view kGroup = "kafka.strimzi.io/";
constexpr std::string_view kDialect = "strimzi";

/// One config map while it is read.
class ConfigMap {
 public:
  ConfigMap(const ParsedFile& file, const KubernetesResource& resource, const ResourcePlace& place,
            const std::vector<Unit>& others)
      : file_(file),
        yaml_(*file.yaml),
        resource_(resource),
        place_(place),
        lenient_(place.row->form == "strimzi-topic"),
        builder_(resource_unit(file, resource, place, kDialect, others,
                               [this](const syntax::YamlEntry& entry, Setting& setting) {
                                 read_field(entry, setting);
                               })) {
    api_version_ = resource.api_version.substr(kGroup.size());
    if (builder_.unit().project_version)
      version_ = builder_.unit().project_version->releases().front();
  }

  void add(const syntax::YamlEntry& entry) {
    std::optional<Setting> setting = setting_of(file_, entry, {});
    if (!setting) return;
    const Ternary dropped = strimzi_drops(place_.row->filter, setting->key, api_version_, version_);
    if (dropped == Ternary::yes) return report_dropped(*setting);
    read_value(entry, *setting);
    // Some operators that may run this drop the key, others pass it on.
    if (dropped == Ternary::unknown) set_unsupported(*setting);
    builder_.override_with(std::move(*setting));
  }

  /// What the resource says of KRaft's metadata, whose version cannot be above Kafka's.
  void check_metadata_version() {
    const syntax::YamlId node = at_path(yaml_, resource_.root, "spec.kafka.metadataVersion");
    if (!version_ || node == syntax::kNoYaml) return;
    const std::string_view text = known_text(yaml_, node);  // `4.1` or `4.1-IV0`
    const std::string_view line = text.substr(0, text.find('-'));
    const std::optional<kafka::Version> metadata = kafka::Version::parse(fmt::format("{}.0", line));
    if (!metadata || metadata->line() <= version_->line()) return;
    const std::string kafka = version_->to_string();
    const std::string kafka_line = kafka.substr(0, kafka.rfind('.'));
    builder_.unit().diagnostics.push_back(
        {.rule = "strimzi/metadata-version-above-kafka",
         .span = yaml_.node(yaml_.resolve(node)).span,
         .key = "metadataVersion",
         .arguments = {{"metadata", std::string(text)}, {"kafka", kafka}, {"line", kafka_line}},
         .related = {},
         .fixes = {}});
  }

  Unit take() && {
    if (resource_.kind == "Kafka") check_metadata_version();
    if (builder_.unit().role == kafka::Role::connect_distributed) add_converters();
    return finish_resource_unit(file_, resource_, place_, std::move(builder_), "Strimzi");
  }

 private:
  /// KafkaConnectConfiguration and KafkaMirrorMaker2Configuration: their defaults.
  void add_converters() {
    const std::string_view converter =
        resource_.kind == "KafkaMirrorMaker2"
            ? "org.apache.kafka.connect.converters.ByteArrayConverter"
            : "org.apache.kafka.connect.json.JsonConverter";
    for (std::string_view key : {"key.converter", "value.converter"})
      builder_.add_framework(key, converter, "Strimzi");
  }

  static void set_unsupported(Setting& setting) {
    setting.value.reset();
    setting.unknown = UnknownReason::unsupported;
  }

  void report_dropped(const Setting& setting) {
    builder_.unit().diagnostics.push_back({.rule = "strimzi/forbidden-option",
                                           .span = setting.key_span,
                                           .key = setting.key,
                                           .arguments = {{"kind", std::string(resource_.kind)}},
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

  /// A field with a type of its own; the API server refuses what does not fit.
  void read_field(const syntax::YamlEntry& entry, Setting& setting) const {
    set_unsupported(setting);
    if (!yaml_.is_scalar(entry.value) || yaml_.node(yaml_.resolve(entry.value)).masked) return;
    KubernetesScalar scalar = kubernetes_scalar(yaml_, entry.value);
    const bool text = scalar.kind == KubernetesScalar::Kind::string;
    if (text || scalar.kind == KubernetesScalar::Kind::integer)
      setting.value = std::move(scalar.text);
  }

  void read_value(const syntax::YamlEntry& entry, Setting& setting) {
    if (yaml_.is_mapping(entry.value)) return refuse(setting, "a map");
    if (yaml_.is_sequence(entry.value)) return read_list(entry.value, setting);
    if (!yaml_.is_scalar(entry.value)) return set_unsupported(setting);  // an unknown alias
    if (yaml_.node(yaml_.resolve(entry.value)).masked) return;
    KubernetesScalar scalar = kubernetes_scalar(yaml_, entry.value);
    switch (scalar.kind) {
      case KubernetesScalar::Kind::null:
        // The topic operator passes it on; what then happens is not established.
        return lenient_ ? set_unsupported(setting) : refuse(setting, "null");
      case KubernetesScalar::Kind::big:
        if (!lenient_) return refuse(setting, "a number beyond 64 bits");
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
    if (!lenient_) return refuse(setting, "a list");
    std::string joined;
    const std::vector<syntax::YamlId> items = syntax::items(yaml_, list);
    for (const syntax::YamlId item : items) {
      if (!yaml_.is_scalar(item) || yaml_.node(yaml_.resolve(item)).masked)
        return set_unsupported(setting);
      const KubernetesScalar scalar = kubernetes_scalar(yaml_, item);
      if (!scalar.exact || scalar.kind == KubernetesScalar::Kind::null)
        return set_unsupported(setting);
      if (item != items.front()) joined += ',';
      joined += scalar.text;
    }
    setting.value = std::move(joined);
  }

  const ParsedFile& file_;
  const syntax::YamlFile& yaml_;
  const KubernetesResource& resource_;
  const ResourcePlace& place_;
  bool lenient_;  // the topic operator is
  UnitBuilder builder_;
  std::string_view api_version_;
  std::optional<kafka::Version> version_;
};

/// The version that `Kind/name` of the file's other resources runs: a topic's is its cluster's, a
/// connector's its worker's.
std::optional<kafka::VersionSet> version_of_cluster(const syntax::YamlFile& yaml,
                                                    const KubernetesResource& resource,
                                                    const std::vector<Unit>& units) {
  std::string_view kind;
  if (resource.kind == "KafkaTopic") kind = "Kafka";
  if (resource.kind == "KafkaConnector") kind = "KafkaConnect";
  const syntax::YamlId labels = at_path(yaml, resource.root, "metadata.labels");
  if (kind.empty() || labels == syntax::kNoYaml || !yaml.is_mapping(labels)) return std::nullopt;
  const std::string_view cluster =
      known_text(yaml, syntax::find(yaml, labels, "strimzi.io/cluster"));
  const std::string name = fmt::format("{}/{} ", kind, cluster);
  const auto found = std::ranges::find_if(units, [&](const Unit& unit) {
    return unit.dialect == kDialect && unit.name.starts_with(name);
  });
  return cluster.empty() || found == units.end() ? std::nullopt : found->project_version;
}

}  // namespace

void read_strimzi(const ParsedFile& file, std::vector<bool>& claimed, FileUnits& out) {
  if (!file.yaml) return;
  const syntax::YamlFile& yaml = *file.yaml;
  const std::vector<KubernetesResource> resources = kubernetes_resources(yaml, claimed);
  const std::size_t first = out.units.size();
  std::vector<const KubernetesResource*> origins;
  for (const KubernetesResource& resource : resources) {
    if (!resource.api_version.starts_with(kGroup)) continue;
    claimed[resource.document] = true;
    for (const ResourcePlace& place : resource_places(yaml, resource)) {
      if (place.settings != syntax::kNoYaml && !yaml.is_mapping(place.settings)) continue;
      ConfigMap map(file, resource, place, out.units);
      if (place.settings != syntax::kNoYaml)
        for (const syntax::YamlEntry& entry : syntax::entries(yaml, place.settings)) map.add(entry);
      out.units.push_back(std::move(map).take());
      origins.push_back(&resource);
    }
  }
  set_strimzi_clusters(yaml, resources, origins, std::span(out.units).subspan(first));
  for (std::size_t i = 0; i < origins.size(); ++i)
    if (Unit& unit = out.units[first + i]; !unit.project_version) {
      unit.project_version = version_of_cluster(yaml, *origins[i], out.units);
      if (unit.project_version) unit.version_from = "strimzi.io/cluster";
    }
}

}  // namespace kaflint::dialect
