// See helm_settings.h.
#include "linter/dialect/helm_settings.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "linter/dialect/kubernetes_scalar.h"
#include "linter/dialect/yaml_settings.h"
#include "linter/kafka/catalog.h"

namespace kaflint::dialect {
namespace {

using Kind = KubernetesScalar::Kind;

/// Helm holds doubles: beyond 2^53 the digits are not those that were written.
constexpr double kExact = 9007199254740992.0;

bool prints_plainly(double number) {
  const double size = std::fabs(number);
  return size == 0 || (size >= 1e-4 && size < 1e6);
}

std::optional<std::string> text_of(const KubernetesScalar& value, Printing printing) {
  if (value.kind == Kind::refused || !value.exact) return std::nullopt;
  if (value.kind == Kind::string || value.kind == Kind::boolean) return value.text;
  if (std::fabs(value.number) > kExact) return std::nullopt;
  if (prints_plainly(value.number)) return value.text;
  switch (printing) {
    case Printing::yaml:
      return value.kind == Kind::integer ? std::optional(value.text) : std::nullopt;
    case Printing::printed:
      return helm_printed(value);
    case Printing::unknown:
      break;
  }
  return std::nullopt;
}

void report_exponent(const syntax::YamlFile& yaml, syntax::YamlId value,
                     const KubernetesScalar& scalar, const Setting& setting, Unit& unit) {
  if (scalar.kind != Kind::integer || !takes_whole_number(unit.role, setting.key)) return;
  Diagnostic found{.rule = "helm/number-with-exponent",
                   .span = setting.entry_span,
                   .key = setting.key,
                   .arguments = {{"written", std::string(yaml.text(value))},
                                 {"printed", *setting.value},
                                 {"instead", fmt::format("`\"{}\"`, in quotes", scalar.text)}},
                   .related = {},
                   .fixes = {}};
  const syntax::YamlNode& node = yaml.node(value);
  if (node.kind == syntax::YamlKind::scalar && node.style == syntax::YamlStyle::plain)
    found.fixes.push_back({.title = fmt::format("write \"{}\" in quotes", scalar.text),
                           .applicability = Applicability::safe,
                           .edits = {{node.span, fmt::format("\"{}\"", scalar.text)}}});
  unit.diagnostics.push_back(std::move(found));
}

}  // namespace

bool takes_whole_number(kafka::Role role, std::string_view key) {
  const auto history = kafka::catalog(role).history(key);
  return !history.empty() && std::ranges::all_of(history, [](const auto& definition) {
    return definition.type() == kafka::Type::int_ || definition.type() == kafka::Type::long_ ||
           definition.type() == kafka::Type::short_;
  });
}

void add_value(const ParsedFile& file, syntax::YamlId value, Printing printing, Setting setting,
               UnitBuilder& builder) {
  const syntax::YamlFile& yaml = *file.yaml;
  if (!yaml.is_scalar(value)) {
    setting.unknown = UnknownReason::unsupported;
  } else if (!yaml.node(yaml.resolve(value)).masked) {
    const KubernetesScalar scalar = kubernetes_scalar(yaml, value);
    // A null takes the key away from the chart's own values.
    if (scalar.kind == Kind::null) return;
    setting.unknown = UnknownReason::unsupported;
    setting.value = text_of(scalar, printing);
    if (setting.value && setting.value->find("{{") != std::string::npos) {
      setting.value.reset();  // charts often pass values through `tpl`
      setting.unknown = UnknownReason::template_action;
    }
    if (setting.value && printing == Printing::printed && !prints_plainly(scalar.number))
      report_exponent(yaml, value, scalar, setting, builder.unit());
  }
  builder.override_with(std::move(setting));
}

void add_map(const ParsedFile& file, const ValuesPlace& place, Printing printing,
             UnitBuilder& builder) {
  for (const syntax::YamlEntry& entry : syntax::entries(*file.yaml, place.node))
    if (std::optional<Setting> setting = setting_of(file, entry, values_chain(place)))
      add_value(file, entry.value, printing, std::move(*setting), builder);
}

Setting named_setting(const ParsedFile& file, const ValuesPlace& place, std::string_view key) {
  const syntax::YamlFile& yaml = *file.yaml;
  Setting setting;
  setting.key = key;
  setting.written_key = place.key;
  setting.key_span = place.key_span;
  setting.value_span = yaml.node(yaml.resolve(place.node)).span;
  setting.entry_span = {place.key_span.begin,
                        std::max(place.key_span.end, yaml.node(place.node).span.end)};
  setting.chain = values_chain(place);
  if (yaml.is_scalar(place.node)) {
    const syntax::YamlId target = yaml.resolve(place.node);
    const MappedText text = syntax::map_scalar(yaml, file.source.bytes(), target);
    if (!text.text().empty())
      setting.value_pieces =
          text.source_pieces({0, static_cast<std::uint32_t>(text.text().size())});
    if (yaml.node(target).masked)
      setting.unknown = mask_in(yaml, setting.value_span).value_or(UnknownReason::template_action);
  }
  return setting;
}

std::vector<Provenance> values_chain(const ValuesPlace& place) {
  return {{fmt::format("values {}", place.path), place.key_span}};
}

}  // namespace kaflint::dialect
