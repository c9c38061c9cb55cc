// From the units of one file to verdicts and findings.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "linter/dialect/dialect.h"
#include "linter/finding/finding.h"
#include "linter/finding/suppressed.h"
#include "linter/kafka/verdict.h"
#include "linter/policy/baseline.h"
#include "linter/policy/configuration_finder.h"
#include "linter/policy/rule_chooser.h"
#include "linter/project/project_versions.h"

namespace kaflint::policy {

/// A change of Kafka's version to look at, instead of one version.
struct Upgrade {
  std::optional<kafka::Version> from;  // nothing: what each unit runs with today
  kafka::Version to;
};

struct CheckOptions {
  /// --kafka-version; nothing when it was not given.
  std::optional<kafka::VersionSet> versions;
  std::optional<kafka::Role> role;
  /// Then only what the upgrade changes is found; of `versions` nothing counts.
  std::optional<Upgrade> upgrade = {};
  /// May be null: then every file stands alone.
  std::shared_ptr<const ProjectFiles> files;
  /// What every file's project says about versions; null: what `finder` finds, which remembers it
  /// and may be null too.
  std::shared_ptr<const project::ProjectVersions> project = nullptr;
  std::shared_ptr<const project::VersionFinder> finder = nullptr;
  /// May be null: then no `.kaflint.yaml` counts.
  std::shared_ptr<const ConfigurationFinder> configurations = nullptr;
  /// Which rules are on.
  std::shared_ptr<const RuleChoice> rules = std::make_shared<const RuleChoice>();
  /// Leaves a file that a configuration makes part of a system to check_configured_systems, which
  /// settles what is reported of it.
  bool systems_apart = false;
  /// May be null: then no baseline counts.
  std::shared_ptr<const Baselines> baselines = nullptr;
  /// Decides instead of `rules`, with the policies of the file's configuration; may be null.
  std::shared_ptr<const RuleChooser> chooser = nullptr;

  /// Suppressions without a reason are findings.
  bool require_reason = false;
  /// Without the limit on the findings of one rule.
  bool every_finding = false;

  /// From now on, files around the one that is checked count, as they are now, and configurations
  /// with their baselines and policies, beside what a chooser that is there already chose.
  void read_projects();
};

struct UnitResult {
  dialect::Unit unit;
  dialect::VersionSource version_source = dialect::VersionSource::assumed;
  std::string version_from;              // what in the project says so; may be empty
  std::vector<kafka::Verdict> verdicts;  // ascending by version
};

struct FileResult {
  std::shared_ptr<const SourceFile> source;
  Configured configured;
  std::shared_ptr<const RuleChoice> rules = nullptr;  // that were on; may be null
  std::vector<UnitResult> units;
  std::vector<Finding> findings;  // sorted, fingerprints set
  /// Found, but not to be reported; the same.
  std::vector<Suppressed> suppressed = {};
  std::shared_ptr<const Baseline> baseline = nullptr;  // that counted; may be null

  /// Kaflint's own, or a policy that was on for the file; null for an unknown id.
  const Rule* find_rule(std::string_view id) const;
};

/// Pure: the same bytes, options and files of the project give the same result.
FileResult check_file(std::shared_ptr<const SourceFile> source, const CheckOptions& options);

/// The system that the configuration makes the file part of; null for none.
const System* system_of(const FileResult& result);

/// Decides, of everything that was found, what is reported and under which name: levels,
/// suppressions, the baseline, fingerprints. The findings must be sorted. check_file does it, but
/// for what is left apart.
void settle(FileResult& result, const CheckOptions& options);

/// The written configuration of a unit, framework values included.
kafka::WrittenConfig written_config(const dialect::Unit& unit);

}  // namespace kaflint::policy
