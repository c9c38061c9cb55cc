#include "linter/policy/upgrade.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <ranges>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "linter/kafka/catalog.h"
#include "linter/kafka/parsed_values.h"
#include "linter/policy/default_changes.h"
#include "rules/startup/startup.h"

namespace kaflint::policy {
namespace {

using kafka::Verdict;
using kafka::Version;
using kafka::VersionSet;

/// What a key is that nobody writes; nothing for null.
using Unwritten = std::optional<std::string>;

/// Nothing when the release does not define the key, or has no default for it.
std::optional<Unwritten> unwritten_value(const kafka::RoleCatalog& catalog, std::string_view key,
                                         const Verdict& verdict) {
  const auto definition = catalog.find(key, verdict.version);
  if (!definition || definition->required()) return std::nullopt;
  if (const auto found = verdict.overrides.find(key);
      found != verdict.overrides.end() && found->second.by_kafka)
    return Unwritten(found->second.value);
  if (const auto text = definition->default_text()) return Unwritten(std::string(*text));
  return Unwritten();
}

/// The release since which the key is what it is in the last one.
Version changed_in(const kafka::RoleCatalog& catalog, std::string_view key,
                   std::span<const Verdict> verdicts) {
  const auto last = unwritten_value(catalog, key, verdicts.back());
  std::size_t first = verdicts.size() - 1;
  while (first > 0 && unwritten_value(catalog, key, verdicts[first - 1]) == last) --first;
  return verdicts[first].version;
}

bool writes(const dialect::Unit& unit, std::string_view key, std::string_view value) {
  return std::ranges::any_of(unit.settings, [&](const dialect::Setting& setting) {
    return setting.key == key &&
           (!setting.value || setting.value->find(value) != std::string::npos);
  });
}

bool matters(DefaultMatters when, const dialect::Unit& unit) {
  switch (when) {
    case DefaultMatters::always:
      return true;
    case DefaultMatters::tls:
      return writes(unit, "security.protocol", "SSL") ||
             writes(unit, "security.inter.broker.protocol", "SSL") ||
             writes(unit, "listeners", "SSL:") ||
             writes(unit, "listener.security.protocol.map", "SSL");
    case DefaultMatters::tiered:
      return writes(unit, "remote.log.storage.system.enable", "true");
    case DefaultMatters::zookeeper:
      return writes(unit, "zookeeper.connect", "");
    case DefaultMatters::never:
      break;
  }
  return false;
}

/// Whether something that is written changes the key: then that is what is told.
bool changed_by_another(std::string_view key, const Verdict& verdict) {
  return std::ranges::any_of(verdict.changes, [&](const kafka::Change& change) {
    return change.key == key && change.cause != key;
  });
}

/// `unset`, or the value as the file would have it.
std::string shown(const Unwritten& value) {
  if (!value) return "unset";
  if (value->empty()) return "empty";
  std::string text = *value;
  constexpr std::string_view kClass = "class ";
  for (std::size_t at = 0; (at = text.find(kClass, at)) != std::string::npos;)
    text.erase(at, kClass.size());
  return fmt::format("`{}`", text);
}

/// Nothing for a class, which need not exist any more.
std::string advice(kafka::KeyDefinition definition, const Unwritten& before) {
  if (!before || before->empty() || before->find('.') != std::string::npos) return "";
  return fmt::format("; write `{}={}` to keep it as it was", definition.key(), *before);
}

Diagnostic default_changed(kafka::KeyDefinition definition, const DefaultChange& change,
                           const Unwritten& before, const Unwritten& after, Version since) {
  return {RuleId("upgrade/default-changed"),
          std::nullopt,
          std::string(definition.key()),
          {{"before", shown(before)},
           {"after", shown(after)},
           {"since", since.to_string()},
           {"effect", std::string(change.effect)},
           {"advice", advice(definition, before)}},
          {},
          {}};
}

/// What is refused of a unit if nobody adds anything to it.
class AsItStands {
 public:
  explicit AsItStands(const dialect::Unit& unit)
      : role_(unit.role),
        written_(written_config(unit)),
        values_(std::make_shared<kafka::ParsedValues>(kafka::catalog(role_), written_)) {}

  AsItStands(const AsItStands&) = delete;  // the values refer to what is written

  std::vector<kafka::Refusal> refusals(Version version) const {
    if (!kafka::catalog(role_).exists_in(version)) return {};
    const kafka::ParsedConfig config(values_, version, kafka::Completeness::complete);
    return kafka::judge(config, startup::mirror(role_)).refusals;
  }
  bool refuses(RuleId rule, Version version) const { return holds(refusals(version), rule); }

  static bool holds(std::span<const kafka::Refusal> refusals, RuleId rule) {
    return std::ranges::find(refusals, rule, &kafka::Refusal::rule) != refusals.end();
  }

 private:
  kafka::Role role_;
  kafka::WrittenConfig written_;
  std::shared_ptr<kafka::ParsedValues> values_;
};

}  // namespace

VersionChoice along(const Upgrade& upgrade, VersionChoice today) {
  const bool known = upgrade.from || today.source != dialect::VersionSource::assumed;
  if (!known || today.versions.empty()) {
    today.versions = VersionSet::of(upgrade.to);
    return today;
  }
  const Version from = upgrade.from.value_or(today.versions.releases().back());
  today.versions = VersionSet::between(from, std::max(from, upgrade.to));
  if (upgrade.from) {
    today.source = dialect::VersionSource::option;
    today.from.clear();
  }
  return today;
}

void report_default_changes(const dialect::Unit& unit, std::span<const Verdict> verdicts,
                            FindingBuilder& findings) {
  if (verdicts.size() < 2) return;
  const kafka::RoleCatalog catalog = kafka::catalog(unit.role);
  std::unordered_set<std::string_view> written;
  for (const dialect::Setting& setting : unit.settings) written.insert(setting.key);
  for (const kafka::KeyDefinition definition : catalog.definitions(verdicts.back().version)) {
    const std::string_view key = definition.key();
    const DefaultChange* change = find_default_change(unit.role, key);
    if (!change || written.contains(key) || !matters(change->matters, unit)) continue;
    const auto before = unwritten_value(catalog, key, verdicts.front());
    const auto after = unwritten_value(catalog, key, verdicts.back());
    if (!before || !after || before == after) continue;
    if (changed_by_another(key, verdicts.front()) || changed_by_another(key, verdicts.back()))
      continue;
    const Version since = changed_in(catalog, key, verdicts);
    const Diagnostic found = default_changed(definition, *change, *before, *after, since);
    findings.add(found, VersionSet::between(since, verdicts.back().version), unit);
  }
}

void report_possible_refusals(const dialect::Unit& unit, std::span<const Verdict> verdicts,
                              FindingBuilder& findings) {
  if (unit.complete || verdicts.size() < 2) return;
  const AsItStands unit_alone(unit);
  const std::vector<kafka::Refusal> today = unit_alone.refusals(verdicts.front().version);
  for (const kafka::Refusal& refusal : unit_alone.refusals(verdicts.back().version)) {
    const std::string_view key = kafka::key_at_fault(refusal);
    const dialect::Setting* const setting = setting_of(unit, key);
    if (setting == nullptr || AsItStands::holds(today, refusal.rule) ||
        AsItStands::holds(verdicts.back().refusals, refusal.rule))
      continue;
    Version since = verdicts.back().version;
    for (const Verdict& verdict : verdicts | std::views::reverse) {
      if (!unit_alone.refuses(refusal.rule, verdict.version)) break;
      since = verdict.version;
    }
    const Diagnostic found{
        refusal.rule,
        setting->entry_span.empty() ? std::nullopt : std::optional(setting->entry_span),
        std::string(key),
        refusal.arguments,
        {},
        {},
        Consequence::refuses_to_start};
    findings.add(found, VersionSet::between(since, verdicts.back().version), unit);
    findings.widen(found, {}, unit, Level::warning);
  }
}

void keep_what_changes(std::span<const UnitResult> units, std::vector<Finding>& findings) {
  std::erase_if(findings, [&](const Finding& finding) {
    const auto unit = std::ranges::find_if(
        units, [&](const UnitResult& result) { return result.unit.name == finding.unit; });
    if (unit == units.end() || unit->verdicts.empty()) return true;
    return finding.versions.contains(unit->verdicts.front().version) ||
           !finding.versions.contains(unit->verdicts.back().version);
  });
}

}  // namespace kaflint::policy
