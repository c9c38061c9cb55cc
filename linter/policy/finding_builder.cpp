#include "linter/policy/finding_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "linter/base/check.h"
#include "linter/policy/rule.h"

namespace kaflint::policy {
namespace {

constexpr std::size_t kMostOfOneRule = 100;

/// A rule with several consequences is `ignored` or `silently-changed` by its first one.
Consequence consequence_of(const Rule& rule) { return rule.consequences.front(); }

/// One setting that several units share is reported once, for the first of them.
void drop_repeated(std::vector<Finding>& findings) {
  const auto same = [](const Finding& a, const Finding& b) {
    return a.span && a.span == b.span && a.rule == b.rule && a.level == b.level &&
           a.message == b.message;
  };
  std::vector<Finding> kept;
  std::map<std::pair<std::uint32_t, std::string_view>, std::vector<std::size_t>> places;
  for (Finding& finding : findings) {
    std::vector<std::size_t>& there =
        places[{finding.span ? finding.span->begin : 0, finding.rule}];
    if (std::ranges::any_of(there, [&](std::size_t i) { return same(kept[i], finding); })) continue;
    there.push_back(kept.size());
    kept.push_back(std::move(finding));
  }
  findings = std::move(kept);
}

/// What Kafka does that a wrong setting keeps from working.
std::string_view refuses_in_words(std::optional<kafka::Role> role) {
  if (role == kafka::Role::topic) return "refuses the topic";
  if (role == kafka::Role::group) return "refuses the group's settings";
  if (role == kafka::Role::source_connector || role == kafka::Role::sink_connector)
    return "refuses the connector";
  return "refuses to start";
}

}  // namespace

FindingBuilder::Identity FindingBuilder::identity(const Diagnostic& found,
                                                  const dialect::Unit& unit) {
  return {found.rule.text(), found.span, unit.name, found.key, found.arguments};
}

auto FindingBuilder::said_elsewhere(const dialect::Unit& unit)
    -> std::shared_ptr<const std::vector<SaidElsewhere>> {
  if (std::exchange(last_unit_, &unit) == &unit) return of_last_unit_;
  std::vector<SaidElsewhere> said;
  for (const dialect::Setting& setting : unit.settings) {
    if (!setting.entry_span.empty()) continue;
    if (setting.origin == dialect::SettingOrigin::framework)
      said.push_back({setting.key, setting.set_by});
    else if (!setting.chain.empty())
      said.push_back({setting.key, setting.chain.front().what});
  }
  of_last_unit_ = std::make_shared<const std::vector<SaidElsewhere>>(std::move(said));
  return of_last_unit_;
}

void FindingBuilder::add(const Diagnostic& found) {
  entries_.push_back({found, {}, "", std::nullopt, std::nullopt, nullptr});
}

void FindingBuilder::add(const Diagnostic& found, const kafka::VersionSet& versions,
                         const dialect::Unit& unit) {
  const auto [place, added] = places_.emplace(identity(found, unit), entries_.size());
  if (added)
    entries_.push_back({found, versions, unit.name, unit.role, std::nullopt, said_elsewhere(unit)});
  else
    entries_[place->second].versions.insert(versions);
}

void FindingBuilder::widen(const Diagnostic& found, const kafka::VersionSet& versions,
                           const dialect::Unit& unit, Level level) {
  const auto place = places_.find(identity(found, unit));
  KAFLINT_CHECK(place != places_.end(), "only a finding that was added can be widened");
  entries_[place->second].versions.insert(versions);
  entries_[place->second].level = level;
}

std::vector<Finding> FindingBuilder::take(const RuleChoice& rules) {
  std::vector<Finding> findings;
  for (Entry& entry : entries_) {
    const Rule* rule = rules.find(entry.diagnostic.rule.text());
    KAFLINT_CHECK(rule != nullptr, "a RuleId always has a rule");
    if (!rules.is_on(*rule)) continue;
    kafka::Arguments arguments = std::move(entry.diagnostic.arguments);
    arguments.emplace("key", entry.diagnostic.key);
    arguments.emplace("kafka", entry.versions.to_words());
    arguments.emplace("refuses", refuses_in_words(entry.role));
    Finding finding;
    finding.rule = rule->id;
    finding.consequence = entry.diagnostic.consequence.value_or(consequence_of(*rule));
    const bool usual = finding.consequence == consequence_of(*rule);
    const Level own = usual ? rule->level : default_level(finding.consequence);
    const Level level = rules.level(*rule).value_or(own);
    finding.level = std::min(level, entry.level.value_or(level));
    finding.message = render_message(*rule, arguments);
    if (const auto set_by = arguments.find(kSetBy); set_by != arguments.end())
      finding.message += fmt::format(" (`{}` is what {} sets)", arguments["key"], set_by->second);
    if (entry.elsewhere)
      for (const auto& [key, by] : *entry.elsewhere)
        if (key != entry.diagnostic.key && finding.message.contains(fmt::format("`{}=", key)))
          finding.message += fmt::format(" (`{}` is what {} sets)", key, by);
    finding.span = entry.diagnostic.span;
    finding.key = std::move(entry.diagnostic.key);
    finding.role = entry.role;
    finding.unit = std::move(entry.unit);
    finding.versions = std::move(entry.versions);
    finding.related = std::move(entry.diagnostic.related);
    finding.fixes = std::move(entry.diagnostic.fixes);
    findings.push_back(std::move(finding));
  }
  entries_.clear();
  places_.clear();
  std::ranges::sort(findings, finding_before);
  drop_repeated(findings);
  return findings;
}

void limit_per_rule(std::vector<Finding>& findings) {
  std::map<std::string, std::size_t, std::less<>> counts;
  for (const Finding& finding : findings) ++counts[finding.rule];
  std::map<std::string, std::size_t, std::less<>> kept;
  std::vector<Finding> result;
  for (Finding& finding : findings) {
    const std::size_t place = kept[finding.rule]++;
    if (place < kMostOfOneRule) {
      result.push_back(std::move(finding));
    } else if (place == kMostOfOneRule) {
      finding.message = fmt::format("{} more findings of this rule in this file",
                                    counts[finding.rule] - kMostOfOneRule);
      finding.related.clear();
      finding.fixes.clear();
      result.push_back(std::move(finding));
    }
  }
  findings = std::move(result);
}

}  // namespace kaflint::policy
