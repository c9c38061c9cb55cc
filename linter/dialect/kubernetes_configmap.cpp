// ConfigMaps and Secrets (stringData) that hold whole files: properties of a Kafka component, or
// the application files of Spring Boot.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "linter/base/text.h"
#include "linter/dialect/common.h"
#include "linter/dialect/embedded.h"
#include "linter/dialect/kubernetes_scalar.h"
#include "linter/dialect/readers.h"
#include "linter/dialect/spring_environment.h"
#include "linter/dialect/yaml_settings.h"
#include "linter/kafka/catalog.h"

namespace kaflint::dialect {
namespace {

/// Entries that some Kafka program reads, as a file or as a variable of the environment.
bool is_kafkas(std::string_view key) {
  const std::string lower = ascii_lower(key);
  if (lower.ends_with(".properties") || is_spring_file_name(key)) return true;
  for (std::string_view prefix : {"KAFKA_", "SPRING_KAFKA_", "CONNECT_"})
    if (key.starts_with(prefix)) return true;
  if (key.find('.') == std::string_view::npos) return false;
  return std::ranges::any_of(kafka::kAllRoles, [key](kafka::Role role) {
    return !kafka::catalog(role).history(key).empty();
  });
}

class ConfigMapReader {
 public:
  ConfigMapReader(const ParsedFile& file, const KubernetesResource& resource,
                  std::string_view section, bool prefixed, FileUnits& out)
      : file_(file),
        yaml_(*file.yaml),
        resource_(resource),
        section_(section),
        prefixed_(prefixed),
        out_(out) {}

  void add(const syntax::YamlEntry& entry) {
    const std::string_view key = known_text(yaml_, entry.key);
    if (key.empty()) return;
    const bool scalar = yaml_.is_scalar(entry.value);
    if (scalar && yaml_.node(yaml_.resolve(entry.value)).masked &&
        yaml_.text(entry.value).find('\n') == std::string_view::npos)
      return;  // {{ .Files.Get ... }}: the whole content comes from elsewhere
    if (const std::string_view what = kubernetes_type(yaml_, entry.value); !what.empty())
      return report(entry, key, what);
    if (scalar && is_spring_variable(key))
      add_variable(entry, key);
    else if (scalar)
      read_file(entry, key);
  }

  /// The entries that containers get as variables of their environment (`envFrom`).
  void finish() {
    FileUnits units = read_spring_environment(variables_, file_.options);
    for (Unit& unit : units.units) {
      unit.name = fmt::format("{} {}", place_name(section_), unit.name);
      add_unit(std::move(unit));
    }
    for (Diagnostic& found : units.diagnostics) out_.diagnostics.push_back(std::move(found));
  }

 private:
  std::string place_name(std::string_view place) const {
    return prefixed_ && !resource_.name.empty()
               ? fmt::format("{}/{} {}", resource_.kind, resource_.name, place)
               : std::string(place);
  }

  void add_variable(const syntax::YamlEntry& entry, std::string_view key) {
    const syntax::YamlNode& value = yaml_.node(yaml_.resolve(entry.value));
    Setting variable;
    variable.key = key;
    variable.value = yaml_.text(entry.value);
    variable.key_span = yaml_.node(entry.key).span;
    variable.value_span = yaml_.node(entry.value).span;
    variable.entry_span = {variable.key_span.begin, variable.value_span.end};
    if (value.masked) {
      variable.value.reset();
      variable.unknown = UnknownReason::template_action;
    }
    variables_.push_back(std::move(variable));
  }

  void report(const syntax::YamlEntry& entry, std::string_view key, std::string_view what) {
    if (!is_kafkas(key)) return;
    const syntax::YamlNode& value = yaml_.node(entry.value);
    out_.diagnostics.push_back(
        {.rule = "kubernetes/configmap-value-not-string",
         .span = value.span,
         .key = std::string(key),
         .arguments = {{"what", std::string(what)}, {"kind", std::string(resource_.kind)}},
         .related = {},
         .fixes = quoting_fixes(value)});
  }

  void read_file(const syntax::YamlEntry& entry, std::string_view key) {
    const std::string lower = ascii_lower(key);
    const bool spring = is_spring_file_name(key);
    const bool json = lower.ends_with(".json");
    if (!spring && !json && !lower.ends_with(".properties")) return;
    const std::string place = fmt::format("{}.{}", section_, key);
    const std::string name = place_name(place);
    EmbeddedFile inner{.outer = file_,
                       .scalar = entry.value,
                       .file_name = key,
                       .unit_name = name,
                       .dialect = "kubernetes-configmap",
                       .chain = {}};
    inner.chain.push_back(
        {fmt::format("{} {}", resource_.kind, place), yaml_.node(entry.key).span});
    if (spring || json) {
      FileUnits units = read_embedded(inner, json ? read_connector_json : read_application_file);
      const bool any = !units.units.empty();
      for (Unit& unit : units.units) add_unit(std::move(unit));
      for (Diagnostic& found : units.diagnostics) out_.diagnostics.push_back(std::move(found));
      if (any || !lower.ends_with(".properties")) return;
    }
    if (std::optional<Unit> unit = read_properties_text(inner)) add_unit(std::move(*unit));
  }

  /// One ConfigMap serves all brokers, so their start script adds at least the id.
  void add_unit(Unit unit) {
    if (unit.role == kafka::Role::broker) unit.complete = false;
    unit.name = unique_unit_name(out_.units, std::move(unit.name), resource_.document);
    out_.units.push_back(std::move(unit));
  }

  const ParsedFile& file_;
  const syntax::YamlFile& yaml_;
  const KubernetesResource& resource_;
  std::string_view section_;
  bool prefixed_;
  FileUnits& out_;
  std::vector<Setting> variables_;
};

std::string_view section_of(const KubernetesResource& resource) {
  if (resource.api_version != "v1") return {};
  if (resource.kind == "ConfigMap") return "data";
  if (resource.kind == "Secret") return "stringData";
  return {};
}

}  // namespace

void read_kubernetes_configmap(const ParsedFile& file, std::vector<bool>& claimed, FileUnits& out) {
  if (!file.yaml) return;
  const std::vector<KubernetesResource> resources = kubernetes_resources(*file.yaml, claimed);
  const auto count = std::ranges::count_if(
      resources, [](const KubernetesResource& resource) { return !section_of(resource).empty(); });
  for (const KubernetesResource& resource : resources) {
    const std::string_view section = section_of(resource);
    if (section.empty()) continue;
    claimed[resource.document] = true;
    const syntax::YamlId data = syntax::find(*file.yaml, resource.root, section);
    if (data == syntax::kNoYaml || !file.yaml->is_mapping(data)) continue;
    ConfigMapReader reader(file, resource, section, count > 1, out);
    for (const syntax::YamlEntry& entry : syntax::entries(*file.yaml, data)) reader.add(entry);
    reader.finish();
  }
}

}  // namespace kaflint::dialect
