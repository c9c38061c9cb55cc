#include "linter/policy/unit_check.h"

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "linter/base/check.h"
#include "linter/kafka/parsed_values.h"
#include "linter/policy/demand_checks.h"
#include "linter/policy/engine.h"
#include "linter/policy/key_advice.h"
#include "linter/policy/rule.h"
#include "linter/policy/secret_checks.h"
#include "linter/policy/setting_fixes.h"
#include "rules/startup/startup.h"

namespace kaflint::policy {
namespace {

using kafka::Version;
using kafka::VersionSet;

constexpr Version kJudgedLinesSince(3, 0, 0);

Consequence usual_consequence(RuleId rule) {
  const Rule* found = find_rule(rule.text());
  KAFLINT_CHECK(found != nullptr, "a RuleId always has a rule");
  return found->consequences.front();
}

/// Equal reports of several versions, in the order in which they first occur.
template <typename Report>
class Merged {
 public:
  struct Entry {
    const Report* report;  // the first of them
    kafka::ReleaseMask releases;
  };

  /// `report` has to outlive this. `release` is the version's place among the known ones.
  void add(const Report& report, std::size_t release) {
    const std::string_view key = key_of(report);
    const auto [first, last] = places_.equal_range(key);
    const auto found = std::find_if(
        first, last, [&](const auto& place) { return *entries_[place.second].report == report; });
    const std::size_t place = found == last ? entries_.size() : found->second;
    if (found == last) {
      places_.emplace(key, place);
      entries_.push_back({&report, {}});
    }
    entries_[place].releases.insert(release);
  }
  const std::vector<Entry>& entries() const { return entries_; }

 private:
  static std::string_view key_of(const kafka::Refusal& refusal) {
    return kafka::key_at_fault(refusal);
  }
  static std::string_view key_of(const kafka::Change& change) { return change.key; }

  std::vector<Entry> entries_;
  std::unordered_multimap<std::string_view, std::size_t> places_;
};

class UnitCheck {
 public:
  UnitCheck(std::string_view bytes, const dialect::Unit& unit, std::span<const dialect::Unit> all,
            std::vector<DiagnosticAt>& keys, FindingBuilder& findings)
      : bytes_(bytes),
        unit_(unit),
        all_(all),
        keys_(keys),
        findings_(findings),
        catalog_(kafka::catalog(unit.role)),
        written_(written_config(unit)),
        values_(std::make_shared<kafka::ParsedValues>(catalog_, written_)),
        completeness_(unit.complete ? kafka::Completeness::complete
                                    : kafka::Completeness::incomplete) {
    for (const dialect::Setting& setting : unit.settings) {
      settings_.emplace(setting.key, &setting);
      has_inherited_ |= setting.inherited;
      if (!setting.entry_span.empty() && unit.span.contains(setting.entry_span)) ++in_section_;
    }
  }

  std::vector<kafka::Verdict> run(const VersionChoice& choice) {
    assumed_ = choice.source == dialect::VersionSource::assumed;
    first_key_ = keys_.size();
    check_keys(unit_, choice.versions, keys_, all_);
    for (const DiagnosticAt& found : std::span(keys_).subspan(first_key_))
      said_.insert(found.diagnostic.key);
    for (const Diagnostic& found : unit_.diagnostics)
      if (found.consequence.value_or(usual_consequence(found.rule)) ==
          Consequence::refuses_to_start)
        refused_by_dialect_.insert(found.key);
    std::vector<kafka::Verdict> verdicts;
    for (const Version version : choice.versions.releases()) verdicts.push_back(judge(version));
    if (assumed_)
      report_for_assumed_version(verdicts);
    else
      report(verdicts);
    report_keys();
    for (const Diagnostic& found : check_secrets(bytes_, unit_))
      findings_.add(found, choice.versions, unit_);
    for (const Diagnostic& found : unit_.diagnostics) findings_.add(found, choice.versions, unit_);
    return verdicts;
  }

  /// Rules with a constraint, for what run() has judged.
  void run(DemandChecks demands, std::span<const kafka::Verdict> verdicts) {
    for (const kafka::Verdict& verdict : verdicts)
      if (catalog_.exists_in(verdict.version))
        demands.check(kafka::ParsedConfig(values_, verdict.version, completeness_), verdict);
    for (DiagnosticAt& found : demands.take()) {
      if (!found.diagnostic.span) place_elsewhere(found.diagnostic.key, found.diagnostic);
      findings_.add(found.diagnostic, found.versions, unit_);
    }
  }

 private:
  kafka::Verdict judge(Version version) const {
    if (!catalog_.exists_in(version)) {
      kafka::Verdict verdict;
      verdict.version = version;
      return verdict;
    }
    const kafka::ParsedConfig config(values_, version, completeness_);
    return kafka::judge(config, startup::mirror(unit_.role));
  }

  /// A name that another version knows is an error only where the version is known.
  void report_keys() {
    for (const DiagnosticAt& found : std::span(keys_).subspan(first_key_)) {
      findings_.add(found.diagnostic, found.versions, unit_);
      const RuleId rule = found.diagnostic.rule;
      if (assumed_ &&
          (rule == RuleId("any/removed-key") || rule == RuleId("any/key-not-yet-known")))
        findings_.widen(found.diagnostic, {}, unit_, Level::warning);
    }
  }

  const dialect::Setting* setting_of(std::string_view key) const {
    const auto found = settings_.find(key);
    return found == settings_.end() ? nullptr : found->second;
  }

  std::optional<Span> entry_span(std::string_view key) const {
    const dialect::Setting* setting = setting_of(key);
    if (!setting || setting->entry_span.empty()) return std::nullopt;
    return setting->entry_span;
  }

  /// For a key that does not stand in this file: says who sets it, and points at what is written
  /// here, if possible at what the arguments are about.
  void place_elsewhere(std::string_view key, Diagnostic& diagnostic) const {
    const dialect::Setting* setting = setting_of(key);
    if (!setting) return;
    if (!setting->entry_span.empty()) {
      if (!setting->set_by.empty()) diagnostic.arguments.emplace(kSetBy, setting->set_by);
      return;
    }
    if (setting->origin == dialect::SettingOrigin::framework)
      diagnostic.arguments.emplace(kSetBy, setting->set_by);
    else if (!setting->chain.empty())
      diagnostic.arguments.emplace(kSetBy, setting->chain.front().what);
    if (setting->origin == dialect::SettingOrigin::framework && !setting->chain.empty() &&
        !setting->chain.back().span.empty())
      diagnostic.span = setting->chain.back().span;  // what the framework makes it of
    for (const dialect::Setting& other : unit_.settings) {
      const bool within = unit_.span.empty() || unit_.span.overlaps(other.entry_span);
      if (other.entry_span.empty() || other.inherited || !within) continue;
      const bool named = std::ranges::any_of(diagnostic.arguments, [&](const auto& argument) {
        return argument.second.find("`" + other.key + "=") != std::string::npos;
      });
      if (named || !diagnostic.span) diagnostic.span = other.entry_span;
      if (named) return;
    }
    if (!diagnostic.span && !unit_.span.empty()) diagnostic.span = unit_.span;
  }

  Diagnostic to_diagnostic(const kafka::Refusal& refusal) const {
    const std::string key(kafka::key_at_fault(refusal));
    Diagnostic made{refusal.rule,
                    entry_span(key),
                    key,
                    refusal.arguments,
                    {},
                    {},
                    Consequence::refuses_to_start};
    if (refusal.rule == RuleId("any/missing-required-key"))
      made.arguments["advice"] = advice_for_missing(
          unit_.role, key, [this](std::string_view other) { return setting_of(other) != nullptr; });
    place_elsewhere(key, made);
    return made;
  }

  Diagnostic to_diagnostic(const kafka::Change& change) const {
    const std::string& key = change.cause.empty() ? change.key : change.cause;
    Diagnostic made{change.rule, entry_span(change.cause), key, change.arguments, {}, {}};
    place_elsewhere(key, made);
    return made;
  }

  void add_fixes(Diagnostic& found, bool certain) const {
    const auto named = found.arguments.find("key");
    const std::string& key = named == found.arguments.end() ? found.key : named->second;
    if (const dialect::Setting* setting = setting_of(key))
      found.fixes = setting_fixes(bytes_, found.rule, found.arguments, *setting, certain);
    // A unit whose section is empty is no longer found, so that nothing could tell whether removing
    // the last setting there helped.
    if (in_section_ < 2) std::erase_if(found.fixes, &only_removes);
  }

  static bool only_removes(const Fix& fix) {
    return std::ranges::all_of(fix.edits, [](const Edit& edit) { return edit.text.empty(); });
  }

  /// What the inherited settings lead to without the unit's own, or null when there are none.
  const kafka::Verdict* inherited_verdict(Version version) {
    if (!has_inherited_) return nullptr;
    auto [found, fresh] = inherited_.try_emplace(version);
    if (!fresh) return &found->second;
    kafka::WrittenConfig written;
    for (const dialect::Setting& setting : unit_.settings)
      if (setting.inherited) written.set(setting.key, setting.value);
    const auto values = std::make_shared<kafka::ParsedValues>(catalog_, written);
    if (catalog_.exists_in(version))
      found->second = kafka::judge(kafka::ParsedConfig(values, version, completeness_),
                                   startup::mirror(unit_.role));
    return &found->second;
  }

  bool told_elsewhere(const kafka::Refusal& refusal, Version version) {
    const kafka::Verdict* inherited = inherited_verdict(version);
    return inherited &&
           std::ranges::find(inherited->refusals, refusal) != inherited->refusals.end();
  }
  bool told_elsewhere(const kafka::Change& change, Version version) {
    const kafka::Verdict* inherited = inherited_verdict(version);
    return inherited && std::ranges::find(inherited->changes, change) != inherited->changes.end();
  }

  /// Whether somebody else says the same with an advice: the checks of keys that an unknown name is
  /// a misspelt one, the dialect how the value came to be one that Kafka cannot read.
  bool said_better(const kafka::Refusal& refusal) const {
    const std::string key = refusal.key.value_or("");
    return (refusal.rule == RuleId("any/unknown-key") && said_.contains(key)) ||
           (refusal.rule == RuleId("any/invalid-value") && refused_by_dialect_.contains(key));
  }

  void report(const std::vector<kafka::Verdict>& verdicts) {
    Merged<kafka::Refusal> refusals;
    Merged<kafka::Change> changes;
    for (const kafka::Verdict& verdict : verdicts) {
      const std::optional<std::size_t> release = kafka::release_index(verdict.version);
      KAFLINT_CHECK(release, "only known releases are judged");
      for (const kafka::Refusal& refusal : verdict.refusals)
        if (!told_elsewhere(refusal, verdict.version)) refusals.add(refusal, *release);
      for (const kafka::Change& change : verdict.changes)
        if (!told_elsewhere(change, verdict.version)) changes.add(change, *release);
    }
    const auto add = [&](Diagnostic found, const kafka::ReleaseMask& releases) {
      const VersionSet versions = VersionSet::of(releases);
      add_fixes(found, !assumed_ && versions.size() == verdicts.size());
      findings_.add(found, versions, unit_);
    };
    for (const auto& [refusal, releases] : refusals.entries())
      if (!said_better(*refusal)) add(to_diagnostic(*refusal), releases);
    for (const auto& [change, releases] : changes.entries()) add(to_diagnostic(*change), releases);
  }

  /// A refusal on a version that nobody named is an error only if every line since 3.0 refuses too.
  void report_for_assumed_version(const std::vector<kafka::Verdict>& verdicts) {
    report(verdicts);
    const bool refuses = std::ranges::any_of(
        verdicts, [](const auto& verdict) { return !verdict.refusals.empty(); });
    if (!refuses) return;
    std::map<std::string, kafka::ReleaseMask, std::less<>> refused;
    kafka::ReleaseMask newest_of_lines;
    const std::span<const Version> known = kafka::known_releases();
    for (std::size_t i = 0; i + 1 < known.size(); ++i) {
      if (known[i] < kJudgedLinesSince) continue;
      if (known[i].line() != known[i + 1].line()) newest_of_lines.insert(i);
      for (const kafka::Refusal& refusal : judge(known[i]).refusals)
        refused[std::string(key_at_fault(refusal))].insert(i);
    }
    for (const kafka::Refusal& refusal : verdicts.front().refusals) {
      if (said_better(refusal) || told_elsewhere(refusal, verdicts.front().version)) continue;
      const auto found = refused.find(key_at_fault(refusal));
      kafka::ReleaseMask releases = found == refused.end() ? kafka::ReleaseMask() : found->second;
      const bool everywhere = (newest_of_lines - releases).empty();
      releases.insert(known.size() - 1);
      findings_.widen(to_diagnostic(refusal), VersionSet::of(releases), unit_,
                      everywhere ? Level::error : Level::warning);
    }
  }

  std::string_view bytes_;  // of the file
  const dialect::Unit& unit_;
  std::span<const dialect::Unit> all_;    // of the file
  std::vector<DiagnosticAt>& keys_;       // of all units so far
  std::size_t first_key_ = 0;             // of this unit's
  std::unordered_set<std::string> said_;  // keys about which the key checks say something
  std::unordered_set<std::string> refused_by_dialect_;
  std::unordered_map<std::string_view, const dialect::Setting*> settings_;
  FindingBuilder& findings_;
  kafka::RoleCatalog catalog_;
  kafka::WrittenConfig written_;
  std::shared_ptr<kafka::ParsedValues> values_;
  kafka::Completeness completeness_;
  bool has_inherited_ = false;
  std::size_t in_section_ = 0;  // settings that stand in the unit's own section
  bool assumed_ = false;        // the version
  std::map<Version, kafka::Verdict> inherited_;
};

}  // namespace

std::vector<kafka::Verdict> check_unit(const dialect::Unit& unit, const VersionChoice& choice,
                                       std::span<const ActiveDemand> demands,
                                       const FileCheck& file) {
  UnitCheck check(file.selected.source.bytes(), unit, file.units, file.keys, file.findings);
  std::vector<kafka::Verdict> verdicts = check.run(choice);
  if (!demands.empty())
    check.run(DemandChecks(file.selected, unit, demands, file.evaluator), verdicts);
  return verdicts;
}

}  // namespace kaflint::policy
