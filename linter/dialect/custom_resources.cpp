// Custom resources of other operators than Strimzi's: Confluent for Kubernetes, Koperator, Jikkou.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "linter/base/text.h"
#include "linter/dialect/common.h"
#include "linter/dialect/embedded.h"
#include "linter/dialect/jackson_yaml.h"
#include "linter/dialect/kubernetes_scalar.h"
#include "linter/dialect/readers.h"
#include "linter/dialect/resource_places.h"
#include "linter/kafka/catalog.h"
#include "linter/project/image_tag.h"

namespace kaflint::dialect {
namespace {

using kafka::Role;

struct Operator {
  std::string_view group;
  std::string_view dialect;
  std::string_view name;   // in messages
  std::string_view image;  // path of the image; empty if there is none
};

constexpr std::array kOperators = std::to_array<Operator>({
    {"platform.confluent.io/", "confluent-operator", "Confluent for Kubernetes",
     "spec.image.application"},
    {"kafka.banzaicloud.io/", "koperator", "Koperator", "spec.clusterImage"},
    {"kafka.jikkou.io/", "jikkou", "Jikkou", ""},
    {"core.jikkou.io/", "jikkou", "Jikkou", ""},
});

const Operator* operator_of(std::string_view api_version) {
  const auto* found = std::ranges::find_if(kOperators, [&](const Operator& candidate) {
    return api_version.starts_with(candidate.group);
  });
  return found == kOperators.end() ? nullptr : found;
}

/// One place of one resource while it is read.
class PlaceReader {
 public:
  PlaceReader(const ParsedFile& file, const KubernetesResource& resource,
              const ResourcePlace& place, const Operator& by, FileUnits& out)
      : file_(file), yaml_(*file.yaml), resource_(resource), place_(place), by_(by), out_(out) {}

  void read() {
    const std::string_view form = place_.row->form;
    if (form == "properties" || form == "dynamic") return read_text(form == "dynamic");
    UnitBuilder builder = resource_unit(
        file_, resource_, place_, by_.dialect, out_.units,
        [this](const syntax::YamlEntry& entry, Setting& setting) { read_field(entry, setting); });
    if (form == "lines")
      read_lines(builder);
    else if (place_.settings != syntax::kNoYaml)
      for (const syntax::YamlEntry& entry : syntax::entries(yaml_, place_.settings))
        read_entry(entry, builder);
    if (form == "lines" && builder.empty() && builder.unit().diagnostics.empty()) return;
    add_unit(finish_resource_unit(file_, resource_, place_, std::move(builder), by_.name));
  }

 private:
  void add_unit(Unit unit) {
    if (!by_.image.empty() && !unit.project_version) {
      const std::string_view image = known_text(yaml_, at_path(yaml_, resource_.root, by_.image));
      unit.project_version = project::kafka_of_image(image);
      if (unit.project_version) unit.version_from = fmt::format("image {}", image);
    }
    // Confluent's server reads settings of listeners that Kafka's does not.
    if (place_.row->form == "lines") unit.foreign_prefixes.emplace_back("listener.name.");
    out_.units.push_back(std::move(unit));
  }

  bool is_known(syntax::YamlId value) const {
    return yaml_.is_scalar(value) && !yaml_.node(yaml_.resolve(value)).masked;
  }

  void read_field(const syntax::YamlEntry& entry, Setting& setting) const {
    if (!is_known(entry.value)) return;
    setting.unknown = UnknownReason::unsupported;
    if (place_.row->form == "jackson") {
      setting.value = jackson_scalar(yaml_, entry.value).as_object;
      return;
    }
    KubernetesScalar scalar = kubernetes_scalar(yaml_, entry.value);
    const bool text = scalar.kind == KubernetesScalar::Kind::string;
    if (text || scalar.kind == KubernetesScalar::Kind::integer)
      setting.value = std::move(scalar.text);
  }

  void read_entry(const syntax::YamlEntry& entry, UnitBuilder& builder) {
    std::optional<Setting> setting = setting_of(file_, entry, {});
    if (!setting) return;
    if (!yaml_.is_scalar(entry.value)) setting->unknown = UnknownReason::unsupported;
    if (place_.row->form == "strings")
      read_string(entry, *setting, builder);
    else
      read_field(entry, *setting);
    if (setting->value && setting->value->find("{{") != std::string::npos) {
      setting->value.reset();
      setting->unknown = UnknownReason::template_action;
    }
    builder.override_with(std::move(*setting));
  }

  /// The schema of the resource knows nothing but text here.
  void read_string(const syntax::YamlEntry& entry, Setting& setting, UnitBuilder& builder) {
    const bool scalar = yaml_.is_scalar(entry.value);
    if (scalar && !is_known(entry.value)) return;
    const std::string_view what = kubernetes_type(yaml_, entry.value);
    setting.unknown = UnknownReason::unsupported;
    if (!what.empty()) return report_not_text(entry.value, setting, what, builder);
    KubernetesScalar value = kubernetes_scalar(yaml_, entry.value);
    if (value.kind == KubernetesScalar::Kind::string) setting.value = std::move(value.text);
  }

  void report_not_text(syntax::YamlId value, const Setting& setting, std::string_view what,
                       UnitBuilder& builder) const {
    const syntax::YamlNode& node = yaml_.node(value);
    builder.unit().diagnostics.push_back({.rule = "kubernetes/value-not-text",
                                          .span = node.span,
                                          .key = setting.key,
                                          .arguments = {{"what", std::string(what)},
                                                        {"kind", std::string(resource_.kind)},
                                                        {"path", place_.path}},
                                          .related = {},
                                          .fixes = quoting_fixes(node)});
  }

  /// `- key=value`: lines that the operator appends to the properties file.
  void read_lines(UnitBuilder& builder) {
    for (const syntax::YamlId item : syntax::items(yaml_, place_.settings))
      if (yaml_.is_scalar(item)) read_line(item, builder);
  }

  void read_line(syntax::YamlId item, UnitBuilder& builder) {
    const MappedText line = syntax::map_scalar(yaml_, file_.source.bytes(), yaml_.resolve(item));
    const std::string_view text = line.text();
    const std::size_t equals = text.find('=');
    const std::string_view key = trim_java(text.substr(0, equals));
    if (equals == std::string_view::npos || key.empty()) return;
    const std::string_view value = trim_java(text.substr(equals + 1));
    const auto span = [&](std::string_view part) {
      const auto begin = static_cast<std::size_t>(part.data() - text.data());
      return span_of(begin, begin + part.size());
    };
    Setting setting;
    setting.key = key;
    setting.written_key = key;
    setting.key_span = line.source_span(span(key));
    if (mask_in(yaml_, setting.key_span)) return;
    setting.value_span =
        line.source_span(value.empty() ? span_of(text.size(), text.size()) : span(value));
    if (!value.empty()) setting.value_pieces = line.source_pieces(span(value));
    setting.entry_span = {setting.key_span.begin,
                          std::max(setting.key_span.end, setting.value_span.end)};
    if (const auto masked = mask_in(yaml_, setting.value_span))
      setting.unknown = *masked;
    else if (value.find('\\') != std::string_view::npos)
      setting.unknown = UnknownReason::unsupported;  // an escape to whoever reads the file
    else
      setting.value = value;
    builder.add(std::move(setting));
  }

  /// Koperator reads the text with a Go library that expands `${x}` itself.
  void read_text(bool dynamic) {
    if (!yaml_.is_scalar(place_.settings)) return;
    const EmbeddedFile inner{
        .outer = file_,
        .scalar = place_.settings,
        .file_name = {},
        .unit_name = unique_unit_name(
            out_.units,
            resource_.name.empty()
                ? fmt::format("{} {}", resource_.kind, place_.path)
                : fmt::format("{}/{} {}", resource_.kind, resource_.name, place_.path),
            resource_.document),
        .dialect = by_.dialect,
        .chain = {}};
    const RoleGuess role{Role::broker, false,
                         fmt::format("{} of a {}", place_.row->path, resource_.kind)};
    std::optional<Unit> unit = read_properties_text(inner, role);
    if (!unit || unit->settings.empty()) return;
    for (std::string_view prefix : {"cruise.control.metrics.", "zookeeper."})
      unit->foreign_prefixes.emplace_back(prefix);
    for (Setting& setting : unit->settings)
      if (setting.value && setting.value->find("${") != std::string::npos) {
        setting.value.reset();
        setting.unknown = UnknownReason::placeholder;
      }
    const std::size_t index = out_.units.size();
    add_unit(std::move(*unit));
    if (dynamic) report_static_settings(out_.units[index]);
  }

  /// A broker refuses to take over what only its start reads (DynamicBrokerConfig.validate), and
  /// for all brokers at once what belongs to one.
  void report_static_settings(Unit& unit) const {
    const bool all_brokers = place_.row->path == "spec.clusterWideConfig";
    const kafka::VersionSet versions =
        unit.project_version.value_or(kafka::VersionSet::of(kafka::newest_release()));
    for (const Setting& setting : unit.settings) {
      bool read_only = true;
      bool for_one = true;
      bool known = false;
      for (const kafka::Version version : versions.releases()) {
        const auto definition = kafka::catalog(Role::broker).find(setting.key, version);
        if (!definition) continue;
        known = true;
        read_only = read_only && definition->dynamic_scope() == kafka::DynamicScope::read_only;
        for_one = for_one && definition->dynamic_scope() == kafka::DynamicScope::per_broker;
      }
      if (!known || !(read_only || (all_brokers && for_one))) continue;
      if (!kafka::dynamic_only(setting.key).empty()) continue;
      unit.diagnostics.push_back(
          {.rule = "koperator/static-setting",
           .span = setting.key_span,
           .key = setting.key,
           .arguments = {{"path", place_.path},
                         {"reason",
                          read_only ? "a broker reads `" + setting.key + "` only when it starts"
                                    : "`" + setting.key + "` can be changed for one broker only"},
                         {"place", read_only ? "readOnlyConfig" : "brokers[].brokerConfig.config"}},
           .related = {},
           .fixes = {}});
    }
    std::ranges::stable_sort(unit.diagnostics, {}, &Diagnostic::span);
  }

  const ParsedFile& file_;
  const syntax::YamlFile& yaml_;
  const KubernetesResource& resource_;
  const ResourcePlace& place_;
  const Operator& by_;
  FileUnits& out_;
};

/// Jikkou's ConfigMaps can hold anything; one for topics holds nothing but topics' keys.
bool is_for_topics(const syntax::YamlFile& yaml, const ResourcePlace& place) {
  const std::vector<syntax::YamlEntry> entries = syntax::entries(yaml, place.settings);
  return !entries.empty() && std::ranges::all_of(entries, [&](const syntax::YamlEntry& entry) {
    return !kafka::catalog(Role::topic).history(known_text(yaml, entry.key)).empty();
  });
}

}  // namespace

void read_custom_resources(const ParsedFile& file, std::vector<bool>& claimed, FileUnits& out) {
  if (!file.yaml) return;
  for (const KubernetesResource& resource : kubernetes_resources(*file.yaml, claimed)) {
    const Operator* by = operator_of(resource.api_version);
    if (!by) continue;
    claimed[resource.document] = true;
    for (const ResourcePlace& place : resource_places(*file.yaml, resource)) {
      if (resource.kind == "ConfigMap" && !is_for_topics(*file.yaml, place)) continue;
      PlaceReader(file, resource, place, *by, out).read();
    }
  }
}

}  // namespace kaflint::dialect
