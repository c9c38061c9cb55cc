// One file through the whole machine: units, verdicts for every version asked for, and findings,
// equal ones of several versions merged.
#include "linter/policy/engine.h"

#include <algorithm>
#include <map>
#include <span>
#include <utility>

#include "linter/policy/finding_builder.h"
#include "linter/policy/key_checks.h"
#include "rules/startup/startup.h"

namespace kaflint::policy {
namespace {

using kafka::Version;
using kafka::VersionSet;

constexpr Version kJudgedLinesSince(3, 0, 0);

struct VersionChoice {
  VersionSet versions;
  dialect::VersionSource source;
};

VersionChoice choose_versions(const dialect::Unit& unit, const CheckOptions& options) {
  if (options.versions) return {*options.versions, dialect::VersionSource::option};
  if (unit.project_version) return {*unit.project_version, dialect::VersionSource::project};
  return {VersionSet::of(kafka::newest_release()), dialect::VersionSource::assumed};
}

const dialect::Setting* find_setting(const dialect::Unit& unit, std::string_view key) {
  const auto found = std::ranges::find(unit.settings, key, &dialect::Setting::key);
  return found == unit.settings.end() ? nullptr : &*found;
}

std::optional<Span> entry_span(const dialect::Unit& unit, std::string_view key) {
  const dialect::Setting* setting = find_setting(unit, key);
  if (setting == nullptr || setting->origin == dialect::SettingOrigin::framework)
    return std::nullopt;
  return setting->entry_span;
}

Diagnostic to_diagnostic(const dialect::Unit& unit, const kafka::Refusal& refusal) {
  const std::string key(kafka::key_at_fault(refusal));
  return {refusal.rule, entry_span(unit, key), key, refusal.arguments, {}, {}};
}

Diagnostic to_diagnostic(const dialect::Unit& unit, const kafka::Change& change) {
  const std::string& key = change.cause.empty() ? change.key : change.cause;
  return {change.rule, entry_span(unit, change.cause), key, change.arguments, {}, {}};
}

class UnitCheck {
 public:
  UnitCheck(const dialect::Unit& unit, std::span<const dialect::Unit> all,
            std::vector<DiagnosticAt>& keys, FindingBuilder& findings)
      : unit_(unit),
        all_(all),
        keys_(keys),
        findings_(findings),
        catalog_(kafka::catalog(unit.role)),
        written_(written_config(unit)),
        completeness_(unit.complete ? kafka::Completeness::complete
                                    : kafka::Completeness::incomplete) {}

  std::vector<kafka::Verdict> run(const VersionChoice& choice) {
    const bool assumed = choice.source == dialect::VersionSource::assumed;
    first_key_ = keys_.size();
    check_keys(unit_, choice.versions, keys_, all_);
    std::vector<kafka::Verdict> verdicts;
    for (const Version version : choice.versions.releases()) verdicts.push_back(judge(version));
    if (assumed)
      report_for_assumed_version(verdicts);
    else
      report(verdicts);
    report_keys(assumed);
    for (const Diagnostic& found : unit_.diagnostics) findings_.add(found, choice.versions, unit_);
    return verdicts;
  }

 private:
  kafka::Verdict judge(Version version) const {
    if (!catalog_.exists_in(version)) {
      kafka::Verdict verdict;
      verdict.version = version;
      return verdict;
    }
    const kafka::ParsedConfig config(catalog_, version, written_, completeness_);
    return kafka::judge(config, startup::mirror(unit_.role));
  }

  /// A name that another version knows is an error only where the version is known.
  void report_keys(bool assumed) {
    for (const DiagnosticAt& found : std::span(keys_).subspan(first_key_)) {
      findings_.add(found.diagnostic, found.versions, unit_, found.consequence);
      const RuleId rule = found.diagnostic.rule;
      if (assumed && (rule == RuleId("any/removed-key") || rule == RuleId("any/key-not-yet-known")))
        findings_.widen(found.diagnostic, {}, unit_, Level::warning);
    }
  }

  /// Whether the checks of keys say the same with an advice: a misspelt name is an unknown one.
  bool said_by_key_checks(const kafka::Refusal& refusal) const {
    return refusal.rule == RuleId("any/unknown-key") &&
           std::ranges::any_of(
               std::span(keys_).subspan(first_key_),
               [&](const DiagnosticAt& found) { return found.diagnostic.key == refusal.key; });
  }

  void report(const std::vector<kafka::Verdict>& verdicts) {
    for (const kafka::Verdict& verdict : verdicts) {
      const VersionSet version = VersionSet::of(verdict.version);
      for (const kafka::Refusal& refusal : verdict.refusals)
        if (!said_by_key_checks(refusal))
          findings_.add(to_diagnostic(unit_, refusal), version, unit_,
                        Consequence::refuses_to_start);
      for (const kafka::Change& change : verdict.changes)
        findings_.add(to_diagnostic(unit_, change), version, unit_);
    }
  }

  /// A refusal on a version that nobody named is an error only if every line since 3.0 refuses too.
  void report_for_assumed_version(const std::vector<kafka::Verdict>& verdicts) {
    report(verdicts);
    const bool refuses = std::ranges::any_of(
        verdicts, [](const auto& verdict) { return !verdict.refusals.empty(); });
    if (!refuses) return;
    std::vector<std::pair<Version, std::vector<kafka::Refusal>>> others;
    for (const Version version : kafka::known_releases())
      if (version >= kJudgedLinesSince && version != kafka::newest_release())
        others.emplace_back(version, judge(version).refusals);
    for (const kafka::Refusal& refusal : verdicts.front().refusals) {
      if (said_by_key_checks(refusal)) continue;
      VersionSet versions = VersionSet::of(verdicts.front().version);
      bool everywhere = true;
      for (std::size_t i = 0; i < others.size(); ++i) {
        const bool same = std::ranges::any_of(others[i].second, [&](const kafka::Refusal& other) {
          return key_at_fault(other) == key_at_fault(refusal);
        });
        const bool newest_of_line =
            i + 1 == others.size() || others[i + 1].first.line() != others[i].first.line();
        if (same) versions.insert(others[i].first);
        if (!same && newest_of_line) everywhere = false;
      }
      findings_.widen(to_diagnostic(unit_, refusal), versions, unit_,
                      everywhere ? Level::error : Level::warning);
    }
  }

  const dialect::Unit& unit_;
  std::span<const dialect::Unit> all_;  // of the file
  std::vector<DiagnosticAt>& keys_;     // of all units so far
  std::size_t first_key_ = 0;           // of this unit's
  FindingBuilder& findings_;
  kafka::RoleCatalog catalog_;
  kafka::WrittenConfig written_;
  kafka::Completeness completeness_;
};

}  // namespace

kafka::WrittenConfig written_config(const dialect::Unit& unit) {
  kafka::WrittenConfig written;
  for (const dialect::Setting& setting : unit.settings) written.set(setting.key, setting.value);
  return written;
}

FileResult check_file(std::shared_ptr<const SourceFile> source, const CheckOptions& options) {
  dialect::FileUnits read = dialect::read_units(*source, {.role = options.role});
  FileResult result;
  FindingBuilder findings;
  for (const Diagnostic& found : read.diagnostics) findings.add(found);
  std::vector<DiagnosticAt> keys;
  for (const dialect::Unit& unit : read.units) {
    const VersionChoice choice = choose_versions(unit, options);
    std::vector<kafka::Verdict> verdicts = UnitCheck(unit, read.units, keys, findings).run(choice);
    result.units.push_back({{}, choice.source, std::move(verdicts)});
  }
  for (std::size_t i = 0; i < read.units.size(); ++i)
    result.units[i].unit = std::move(read.units[i]);
  result.findings = findings.take();
  set_fingerprints(source->path(), result.findings);
  result.source = std::move(source);
  return result;
}

}  // namespace kaflint::policy
