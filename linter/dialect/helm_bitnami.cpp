// See helm_bitnami.h. All brokers have the values at the top of the chart, and from chart 24 on
// each of the two kinds of nodes its own over them: `controller` (brokers too, unless
// controllerOnly) and `broker`. Their order is that of the templates; which values there are,
// rules/dialects says.
#include "linter/dialect/helm_bitnami.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "linter/dialect/embedded.h"
#include "linter/dialect/helm_bitnami_env.h"
#include "linter/dialect/helm_bitnami_listeners.h"
#include "linter/dialect/helm_bitnami_table.h"
#include "linter/dialect/helm_bitnami_values.h"
#include "linter/dialect/helm_chart.h"
#include "linter/dialect/kubernetes_scalar.h"
#include "linter/dialect/yaml_settings.h"

namespace kaflint::dialect {
namespace {

using syntax::kNoYaml;
using syntax::YamlId;

constexpr std::string_view kDialect = "helm-values";
constexpr std::string_view kWhy = "the chart's broker configuration";
/// From this chart on the pods get a whole server.properties, and the image then leaves KAFKA_CFG_
/// alone: seen with 26.4.3 and later.
constexpr unsigned kNoEnvironmentSince = 26;
constexpr std::array<std::string_view, 2> kNodes = {"controller", "broker"};
constexpr std::array<std::string_view, 4> kLayers = {"config", "extraConfig", "extraConfigYaml",
                                                     "overrideConfiguration"};

class SectionReader {
 public:
  SectionReader(const ParsedFile& file, const BitnamiSection& section, FileUnits& out)
      : file_(file), yaml_(*file.yaml), section_(section), out_(out) {}

  std::vector<YamlId> read() {
    report_unread();
    report_unread_environment();
    if (report_replaced_by_configmap()) return std::move(read_);
    report_replaced("");
    const std::vector<ValuesPlace> common = layers("");
    std::size_t own = 0;
    for (const std::string_view nodes : kNodes) own += !layers(nodes).empty();
    if (own < kNodes.size()) add_unit("", common);
    for (const std::string_view nodes : kNodes) {
      if (layers(nodes).empty()) continue;
      report_replaced(nodes);
      add_unit(nodes, with(nodes, common));
    }
    return std::move(read_);
  }

 private:
  bool reads(const BitnamiValue& value) const {
    return !section_.major || value.read_by(*section_.major);
  }

  ValuesPlace place_of(std::string_view path) const {
    return place_at(yaml_, section_.place, path);
  }

  bool is_written(const BitnamiValue& value, const ValuesPlace& place) const {
    return has_form(yaml_, place.node, value.form) && !is_empty_value(yaml_, place.node);
  }

  /// The whole configurations and additions for nodes of one kind, or for all ("").
  std::vector<ValuesPlace> layers(std::string_view nodes) const {
    if (const ValuesPlace whole = replacing(nodes); whole.node != kNoYaml) return {whole};
    std::vector<ValuesPlace> found;
    for (const std::string_view key : kLayers)
      if (ValuesPlace place = layer(nodes, key); place.node != kNoYaml) found.push_back(place);
    return found;
  }

  ValuesPlace layer(std::string_view nodes, std::string_view key) const {
    const std::string path = joined(nodes, key);
    ValuesPlace place = place_of(path);
    const auto value = std::ranges::find(bitnami_values(), path, &BitnamiValue::path);
    if (place.node == kNoYaml || !reads(*value) || !is_written(*value, place) ||
        (!section_.major && !holds_broker_settings(yaml_, place.node)))
      place.node = kNoYaml;
    return place;
  }

  /// `config` as a text, which is the whole file.
  ValuesPlace replacing(std::string_view nodes) const {
    ValuesPlace place = layer(nodes, "config");
    if (place.node != kNoYaml && !yaml_.is_scalar(place.node)) place.node = kNoYaml;
    return place;
  }

  /// What the nodes of that kind have, weakest first.
  std::vector<ValuesPlace> with(std::string_view nodes,
                                const std::vector<ValuesPlace>& common) const {
    std::vector<ValuesPlace> own = layers(nodes);
    if (replacing(nodes).node != kNoYaml) return own;
    if (replacing("").node != kNoYaml) return common;
    std::vector<ValuesPlace> all = common;
    std::ranges::move(own, std::back_inserter(all));
    // Texts go into the file before maps, the general one of each first.
    std::ranges::stable_partition(
        all, [this](const ValuesPlace& place) { return yaml_.is_scalar(place.node); });
    return all;
  }

  /// Single values of the chart; in older charts environment variables, which a whole
  /// configuration switches off.
  void add_single_values(UnitBuilder& builder) {
    for (const BitnamiValue& value : bitnami_values()) {
      if (value.kafka.empty() || !reads(value)) continue;
      const ValuesPlace place = place_of(value.path);
      if (place.node == kNoYaml || !is_written(value, place)) continue;
      Setting setting = named_setting(file_, place, value.kafka);
      if (value.form == BitnamiForm::list) {
        set_joined(place, setting);
        builder.override_with(std::move(setting));
      } else if (value.form == BitnamiForm::stripped) {
        add_stripped(place, std::move(setting), builder);
      } else {
        add_value(file_, place.node, Printing::printed, std::move(setting), builder);
      }
    }
  }

  void set_joined(const ValuesPlace& place, Setting& setting) const {
    setting.unknown = UnknownReason::template_action;
    std::string text;
    for (const YamlId item : syntax::items(yaml_, place.node)) {
      const std::string_view one = known_text(yaml_, item);
      if (one.empty() || one.find("{{") != std::string_view::npos) return;
      text += fmt::format("{}{}", text.empty() ? "" : ",", one);
    }
    setting.value = std::move(text);
  }

  void add_stripped(const ValuesPlace& place, Setting setting, UnitBuilder& builder) const {
    if (yaml_.node(yaml_.resolve(place.node)).masked)
      return builder.override_with(std::move(setting));
    const KubernetesScalar scalar = kubernetes_scalar(yaml_, place.node);
    if (scalar.kind == KubernetesScalar::Kind::string) {
      setting.value = scalar.text;
      std::erase(*setting.value, '_');
      return builder.override_with(std::move(setting));
    }
    setting.unknown = UnknownReason::unsupported;
    const auto rows =
        std::ranges::count(bitnami_values(), setting.written_key, &BitnamiValue::path);
    if (!section_.major && rows > 1) return builder.override_with(std::move(setting));
    Diagnostic found{.rule = "helm/number-instead-of-text",
                     .span = setting.entry_span,
                     .key = setting.key,
                     .arguments = {{"path", place.path}, {"text", scalar.text}},
                     .related = {},
                     .fixes = {}};
    if (yaml_.node(place.node).kind == syntax::YamlKind::scalar)
      found.fixes.push_back({.title = fmt::format("write _{}", scalar.text),
                             .applicability = Applicability::safe,
                             .edits = {{yaml_.node(place.node).span, "_" + scalar.text}}});
    builder.unit().diagnostics.push_back(std::move(found));
    builder.override_with(std::move(setting));
  }

  /// Variables, which the pod has for all of the chart's own.
  void add_environment(UnitBuilder& builder) const {
    if (!has_environment()) return;
    for (Setting& setting : bitnami_environment(file_, place_of("extraEnvVars")))
      builder.override_with(std::move(setting));
  }

  /// Whether the chart makes environment variables of its values; one of unknown version that has
  /// whole configurations does not.
  bool has_environment() const {
    if (section_.major) return *section_.major < 24;
    return layers("").empty() && layers("controller").empty() && layers("broker").empty();
  }

  void add_unit(std::string_view nodes, const std::vector<ValuesPlace>& places) {
    UnitBuilder builder(new_unit());
    if (replacing(nodes).node == kNoYaml && replacing("").node == kNoYaml) {
      add_single_values(builder);
      add_environment(builder);
    }
    const bool alone = builder.empty() && places.size() == 1;
    for (const ValuesPlace& place : places) add_layer(place, builder);
    const bool whole =
        layer(nodes, "config").node != kNoYaml || layer("", "config").node != kNoYaml;
    if (builder.empty() && (whole || !has_bitnami_listeners(file_, section_))) return;
    if (!whole) add_bitnami_listeners(file_, section_, nodes, builder);
    if (builder.empty()) return;
    std::string name = nodes.empty() ? section_.place.path : joined(section_.place.path, nodes);
    if (name.empty()) name = "bitnami/kafka";
    if (!places.empty()) builder.unit().span = yaml_.node(places.back().node).span;
    Unit unit = std::move(builder).take();
    unit.name = unique_unit_name(out_.units, alone ? places.front().path : std::move(name),
                                 section_.document);
    out_.units.push_back(std::move(unit));
  }

  void add_layer(const ValuesPlace& place, UnitBuilder& builder) {
    read_.push_back(place.node);
    if (yaml_.is_mapping(place.node)) return add_map(file_, place, Printing::yaml, builder);
    const EmbeddedFile inner{.outer = file_,
                             .scalar = place.node,
                             .file_name = place.key,
                             .unit_name = place.path,
                             .dialect = kDialect,
                             .chain = values_chain(place)};
    std::optional<Unit> text =
        read_properties_text(inner, RoleGuess{kafka::Role::broker, false, std::string(kWhy)});
    if (!text) return;
    for (Setting& setting : text->settings) builder.override_with(std::move(setting));
    std::ranges::move(text->diagnostics, std::back_inserter(builder.unit().diagnostics));
  }

  Unit new_unit() const {
    Unit unit;
    unit.role = kafka::Role::broker;
    unit.dialect = kDialect;
    unit.why = kWhy;
    unit.span = yaml_.node(section_.place.node).span;
    unit.foreign_prefixes = client_foreign_prefixes();
    unit.project_version = section_.kafka;
    return unit;
  }

  /// Values of other generations, which this one does not read.
  void report_unread() {
    if (!section_.major) return;
    for (const BitnamiValue& value : bitnami_values()) {
      if (reads(value)) continue;
      const ValuesPlace place = place_of(value.path);
      if (place.node == kNoYaml || !is_written(value, place) || is_read_below(value.path)) continue;
      report_unread(place, value);
    }
  }

  /// Whether this generation reads the path in another form, or something below it.
  bool is_read_below(std::string_view path) const {
    return std::ranges::any_of(bitnami_values(), [&](const BitnamiValue& other) {
      return reads(other) && has_form(yaml_, place_of(other.path).node, other.form) &&
             (other.path == path || other.path.starts_with(fmt::format("{}.", path)));
    });
  }

  void report_unread(const ValuesPlace& place, const BitnamiValue& value) {
    read_.push_back(place.node);
    std::string instead(value.instead);
    if (instead.empty() && !value.kafka.empty())
      instead = fmt::format("`{}` in {}", value.kafka, general_place(value.path));
    if (instead.empty()) instead = general_place(value.path);
    report("helm/value-not-read", place.key_span, value.kafka,
           {{"path", place.path}, {"instead", std::move(instead)}});
  }

  void report_unread_environment() {
    if (!section_.major || *section_.major < kNoEnvironmentSince) return;
    for (const std::string_view path :
         {"extraEnvVars", "controller.extraEnvVars", "broker.extraEnvVars"})
      for (const Setting& setting : bitnami_environment(file_, place_of(path)))
        report("helm/value-not-read", setting.key_span, setting.key,
               {{"path", setting.written_key},
                {"instead", fmt::format("`{}` in {}", setting.key, general_place(path))}});
  }

  void report(RuleId rule, Span span, std::string_view key, kafka::Arguments arguments) {
    arguments.emplace("chart", section_.chart_version);
    out_.diagnostics.push_back({.rule = rule,
                                .span = span,
                                .key = std::string(key),
                                .arguments = std::move(arguments),
                                .related = {},
                                .fixes = {}});
  }

  /// With a ConfigMap from elsewhere nothing of the values is a setting (up to 31 for certain).
  bool report_replaced_by_configmap() {
    const ValuesPlace map = place_of("existingConfigmap");
    if (!section_.major || *section_.major > 31 || is_empty_value(yaml_, map.node)) return false;
    for (const std::string_view key : kLayers)
      if (const ValuesPlace place = layer("", key); place.node != kNoYaml) {
        read_.push_back(place.node);
        report_replaced(place, map);
      }
    return true;
  }

  /// What stands beside a whole configuration for the same nodes.
  void report_replaced(std::string_view nodes) {
    const ValuesPlace whole = replacing(nodes);
    if (whole.node == kNoYaml) return;
    for (const std::string_view key : kLayers) {
      const ValuesPlace place = layer(nodes, key);
      if (place.node == kNoYaml || place.node == whole.node) continue;
      read_.push_back(place.node);
      report_replaced(place, whole);
    }
    if (!nodes.empty()) return;
    for (const BitnamiValue& value : bitnami_values()) {
      if (value.kafka.empty() || !reads(value)) continue;
      const ValuesPlace place = place_of(value.path);
      if (place.node != kNoYaml && is_written(value, place)) report_replaced(place, whole);
    }
  }

  void report_replaced(const ValuesPlace& place, const ValuesPlace& by) {
    report("helm/value-replaced", place.key_span, {}, {{"path", place.path}, {"by", by.path}});
    out_.diagnostics.back().related.push_back({by.key_span, "the whole configuration"});
  }

  /// Where this generation takes settings of brokers.
  std::string general_place(std::string_view path) const {
    if (*section_.major < 24) return "`extraEnvVars`, as variables `KAFKA_CFG_...`";
    const std::string_view key = *section_.major < 32 ? "extraConfig" : "overrideConfiguration";
    const std::size_t dot = path.find('.');
    const bool of_nodes = path.starts_with("controller.") || path.starts_with("broker.");
    return fmt::format("`{}`", of_nodes ? joined(path.substr(0, dot), key) : std::string(key));
  }

  const ParsedFile& file_;
  const syntax::YamlFile& yaml_;
  const BitnamiSection& section_;
  FileUnits& out_;
  std::vector<YamlId> read_;
};

}  // namespace

std::vector<YamlId> read_bitnami(const ParsedFile& file, const BitnamiSection& section,
                                 FileUnits& out) {
  return SectionReader(file, section, out).read();
}

}  // namespace kaflint::dialect
