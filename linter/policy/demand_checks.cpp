#include "linter/policy/demand_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "linter/base/check.h"
#include "linter/policy/unit_bindings.h"
#include "rules/startup/startup.h"

namespace kaflint::policy {
namespace {

/// `partitions` or `replicationFactor`, which a rule may be about too; null for other names.
const dialect::Setting* layout_of(const dialect::Unit& unit, std::string_view name) {
  if (!unit.topic) return nullptr;
  const std::optional<dialect::Setting>* layout = nullptr;
  if (name == "partitions") layout = &unit.topic->partitions;
  if (name == "replicationFactor") layout = &unit.topic->replication_factor;
  return layout != nullptr && *layout ? &**layout : nullptr;
}

/// Whether a framework sets the key to what is Kafka's default anyway, so that nobody chose it.
bool is_framework_default(const dialect::Unit& unit, const kafka::ParsedConfig& config,
                          std::string_view key) {
  const dialect::Setting* const setting = dialect::setting_of(unit, key);
  if (setting == nullptr || setting->origin != dialect::SettingOrigin::framework) return false;
  const auto definition = config.definition(key);
  const kafka::ConfigValue* const value = config.find(key);
  return definition && value != nullptr && *value == definition->default_value();
}

/// What the file writes for a name that a rule is about; null where it writes nothing.
const dialect::Setting* written_for(const dialect::Unit& unit, std::string_view name) {
  const dialect::Setting* const layout = layout_of(unit, name);
  return layout != nullptr ? layout : dialect::setting_of(unit, name);
}

}  // namespace

DemandChecks::DemandChecks(const SelectedFrom& file, const dialect::Unit& unit,
                           std::span<const ActiveDemand> demands, constraint::Evaluator& evaluator)
    : source_(file.source), unit_(unit), demands_(demands), evaluator_(evaluator) {
  if (demands.empty()) return;
  for (const ActiveDemand& demand : demands)
    selected_.push_back(demand.rule->selector == nullptr ||
                        demand.rule->selector->selects(file, unit));
  for (const dialect::Setting& setting : unit.settings) {
    has_inherited_ = has_inherited_ || setting.inherited;
    if (setting.inherited) below_.set(setting.key, setting.value);
  }
}

void DemandChecks::check(const kafka::ParsedConfig& config, const kafka::Verdict& verdict) {
  const std::optional<std::size_t> release = kafka::release_index(config.version());
  if (demands_.empty() || !release) return;
  const UnitBindings bindings(unit_, config, verdict);
  for (std::size_t i = 0; i < demands_.size(); ++i) {
    const auto& [rule, releases] = demands_[i];
    if (!releases.contains(*release) || !selected_[i] || !fires(*rule, bindings)) continue;
    const bool advice = rule->selector == nullptr;
    if (advice && is_framework_default(unit_, config, rule->demand.keys.front())) continue;
    if (!fires_below(*rule, config.version())) add(*rule, bindings, config.version());
  }
}

bool DemandChecks::fires(const Rule& rule, const constraint::Bindings& bindings) {
  if (!rule.demand.when.nodes.empty() && !evaluator_.evaluate(rule.demand.when, bindings).is_true())
    return false;
  return evaluator_.evaluate(rule.demand.require, bindings).is_false();
}

bool DemandChecks::fires_below(const Rule& rule, kafka::Version version) {
  if (!has_inherited_) return false;
  const auto completeness =
      unit_.complete ? kafka::Completeness::complete : kafka::Completeness::incomplete;
  const kafka::ParsedConfig config(kafka::catalog(unit_.role), version, below_, completeness);
  const kafka::Verdict verdict = kafka::judge(config, startup::mirror(unit_.role));
  return fires(rule, UnitBindings(unit_, config, verdict));
}

void DemandChecks::add(const Rule& rule, const UnitBindings& bindings, kafka::Version version) {
  Diagnostic made{RuleId::loaded(rule.id), {}, std::string(rule.demand.keys.front()), {}, {}, {}};
  for (const std::string_view key : rule.demand.keys)
    if (rule.message.find(fmt::format("{{{}}}", key)) != std::string_view::npos)
      made.arguments.emplace(key, bindings.shown(key));
  if (const dialect::Setting* layout = layout_of(unit_, made.key)) {
    made.arguments.emplace("value", layout->value.value_or("(not known)"));
    made.key = layout->key;
  } else {
    made.arguments.emplace("value", bindings.shown(made.key));
  }
  made.arguments.emplace("role", to_string(unit_.role));
  const auto same = std::ranges::find_if(found_, [&](const DiagnosticAt& other) {
    return other.diagnostic.rule == made.rule && other.diagnostic.arguments == made.arguments;
  });
  if (same != found_.end()) return same->versions.insert(version);
  for (const std::string_view key : rule.demand.keys) {
    const dialect::Setting* setting = written_for(unit_, key);
    if (setting == nullptr || setting->entry_span.empty()) continue;
    made.span = setting->entry_span;
    break;
  }
  if (auto fix = fix_of(rule)) made.fixes.push_back(*std::move(fix));
  found_.push_back({std::move(made), kafka::VersionSet::of(version)});
}

/// Replaces the value where it stands as it is, between quotes or without.
std::optional<Fix> DemandChecks::fix_of(const Rule& rule) const {
  const Demand& demand = rule.demand;
  const dialect::Setting* setting =
      demand.fix_key.empty() ? nullptr : written_for(unit_, demand.fix_key);
  if (setting == nullptr || !setting->value || setting->value_span.empty()) return std::nullopt;
  const Span span = setting->value_span;
  const std::string_view written = source_.bytes().substr(span.begin, span.size());
  std::string text(demand.fix_value);
  for (const char quote : {'"', '\''})
    if (written == fmt::format("{0}{1}{0}", quote, *setting->value))
      text = fmt::format("{0}{1}{0}", quote, demand.fix_value);
  if (written != *setting->value && text == demand.fix_value) return std::nullopt;
  return Fix{.title = fmt::format("write `{}={}`", demand.fix_key, demand.fix_value),
             .applicability = Applicability::unsafe,
             .edits = {{span, text}}};
}

}  // namespace kaflint::policy
