// See helm_template_settings.h.
#include "linter/dialect/helm_template_settings.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "linter/dialect/embedded.h"
#include "linter/dialect/helm_settings.h"

namespace kaflint::dialect {
namespace {

/// The first action that printed a value of the chart into the span; null if none did.
const PrintedAction* printed_in(const RenderedTemplate& rendered, Span span) {
  auto found =
      std::ranges::upper_bound(rendered.printed, span.begin, {},
                               [](const PrintedAction& action) { return action.span.end; });
  for (; found != rendered.printed.end() && found->span.begin < span.end; ++found)
    if (!found->origin.empty()) return &*found;
  return nullptr;
}

void report_exponent(const PrintedAction& printed, std::string_view action, const Setting& setting,
                     Unit& unit) {
  if (printed.digits.empty() || !takes_whole_number(unit.role, setting.key)) return;
  Diagnostic found{.rule = "helm/number-with-exponent",
                   .span = setting.entry_span,
                   .key = setting.key,
                   .arguments = {{"written", std::string(action)},
                                 {"printed", *setting.value},
                                 {"instead", "`| int64` directly behind the value"},
                                 {"set_by", setting.set_by}},
                   .related = {},
                   .fixes = {}};
  if (printed.repair_at != 0)
    found.fixes.push_back({.title = "add | int64",
                           .applicability = Applicability::safe,
                           .edits = {{Span{printed.repair_at, printed.repair_at}, " | int64"}}});
  unit.diagnostics.push_back(std::move(found));
}

}  // namespace

void forget_branches(const syntax::YamlFile& file, std::vector<Unit>& units) {
  std::set<std::uint32_t> twice;  // where such keys begin
  for (const syntax::YamlNode& node : file.nodes) {
    if (node.kind != syntax::YamlKind::mapping) continue;
    std::map<std::string_view, std::uint32_t> keys;
    for (syntax::YamlId key = node.first_child; key != syntax::kNoYaml;) {
      const std::uint32_t begin = file.node(key).span.begin;
      const auto [first, fresh] = keys.try_emplace(file.text(key), begin);
      if (!fresh && file.is_scalar(key)) twice.insert({first->second, begin});
      const syntax::YamlId value = file.node(key).next_sibling;
      key = value == syntax::kNoYaml ? value : file.node(value).next_sibling;
    }
  }
  if (twice.empty()) return;
  for (Unit& unit : units)
    for (Setting& setting : unit.settings)
      if (!setting.key_span.empty() && twice.contains(setting.key_span.begin)) {
        setting.value.reset();
        setting.unknown = UnknownReason::unsupported;
      }
}

void map_to_template(const RenderedTemplate& rendered, const SourceFile& source, FileUnits& units) {
  std::vector<std::vector<const PrintedAction*>> printed;
  for (Unit& unit : units.units) {
    std::vector<const PrintedAction*>& row = printed.emplace_back();
    for (const Setting& setting : unit.settings)
      row.push_back(setting.origin == SettingOrigin::written && !setting.value_span.empty()
                        ? printed_in(rendered, setting.value_span)
                        : nullptr);
  }
  map_to_file(rendered.text, source.bytes(), units);
  for (std::size_t i = 0; i < units.units.size(); ++i) {
    Unit& unit = units.units[i];
    for (std::size_t j = 0; j < unit.settings.size(); ++j) {
      Setting& setting = unit.settings[j];
      const PrintedAction* action = printed[i][j];
      if (!action || !setting.value || !setting.set_by.empty()) continue;
      setting.set_by = action->origin;
      setting.chain.push_back({action->origin, setting.value_span});
      // Spring Boot converts numbers in ways of its own.
      if (setting.value->find('e') != std::string::npos && !unit.dialect.starts_with("spring"))
        report_exponent(*action, source.text(setting.value_span), setting, unit);
    }
  }
}

}  // namespace kaflint::dialect
