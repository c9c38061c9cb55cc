// One file through the whole machine: its units, what is found in them, what is reported of that.
#include "linter/policy/engine.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <span>
#include <string>
#include <system_error>
#include <utility>

#include "linter/policy/configured_findings.h"
#include "linter/policy/finding_builder.h"
#include "linter/policy/rule.h"
#include "linter/policy/suppress.h"
#include "linter/policy/system_checks.h"
#include "linter/policy/unit_check.h"
#include "linter/policy/upgrade.h"
#include "linter/policy/version_choice.h"

namespace kaflint::policy {

kafka::WrittenConfig written_config(const dialect::Unit& unit) {
  kafka::WrittenConfig written;
  for (const dialect::Setting& setting : unit.settings) written.set(setting.key, setting.value);
  return written;
}

void CheckOptions::read_projects() {
  files = std::make_shared<const ProjectFiles>();
  finder = std::make_shared<const project::VersionFinder>(files);
  configurations = std::make_shared<const ConfigurationFinder>();
  baselines = std::make_shared<const Baselines>();
  if (!chooser) chooser = std::make_shared<const RuleChooser>();
}

namespace {

std::shared_ptr<const project::ProjectVersions> project_versions(const SourceFile& source,
                                                                 const CheckOptions& options) {
  if (options.project) return options.project;
  if (options.finder) return options.finder->around(source.path());
  return std::make_shared<const project::ProjectVersions>();
}

/// The files of values of the configuration, seen from the folder of the source.
std::vector<std::vector<std::string>> installations_seen_from(const SourceFile& source,
                                                              const Configuration& configuration) {
  namespace fs = std::filesystem;
  std::vector<std::vector<std::string>> seen;
  if (configuration.installations.empty()) return seen;
  std::error_code unknown;
  const fs::path folder = fs::weakly_canonical(source.path(), unknown).parent_path();
  for (const Installation& installation : configuration.installations) {
    auto& values = seen.emplace_back();
    for (const NamedFile& file : installation.values)  // whose links the configuration followed
      values.push_back(
          fs::absolute(file.path, unknown).lexically_relative(folder).generic_string());
  }
  return seen;
}

dialect::ReadOptions read_options(const SourceFile& source, const CheckOptions& options,
                                  const Configured& configured,
                                  const project::ProjectVersions& project) {
  dialect::ReadOptions read;
  read.role = options.role;
  if (!read.role && configured.configuration)
    if (const RoleEntry* entry = configured.configuration->role_of(configured.path))
      read.role = entry->role;
  read.files = options.files.get();
  if (configured.configuration)
    read.installations = installations_seen_from(source, *configured.configuration);
  const project::BuildFacts& build = project.build;
  if (const auto& boot = build.spring_boot ? build.spring_boot : build.spring_boot_library)
    read.spring_boot = dialect::SpringBootVersion::parse(boot->text);
  if (build.spring_cloud) read.spring_cloud = build.spring_cloud->text;
  if (build.spring_cloud_binder) read.spring_cloud_binder = build.spring_cloud_binder->text;
  return read;
}

}  // namespace

const Rule* FileResult::find_rule(std::string_view id) const {
  return rules ? rules->find(id) : policy::find_rule(id);
}

const System* system_of(const FileResult& result) {
  const Configuration* configuration = result.configured.configuration.get();
  return configuration ? configuration->system_of(result.configured.path) : nullptr;
}

void settle(FileResult& result, const CheckOptions& options) {
  set_fingerprints(result.source->path(), result.findings);
  apply_configuration(result.configured, result.findings, result.suppressed);
  const Configuration* configuration = result.configured.configuration.get();
  const bool reasons = configuration && configuration->require_reason.value_or(false);
  // What an upgrade brings is another question than whether a suppression is of use today.
  suppress(result, {.complain = !options.upgrade,
                    .require_reason = options.require_reason || reasons,
                    .rules = *result.rules});
  if (options.baselines && !options.upgrade)
    result.baseline = options.baselines->of(result.configured);
  if (result.baseline)
    apply_baseline(*result.baseline, result.source->path(), result.findings, result.suppressed);
  if (!options.every_finding) limit_per_rule(result.findings);
}

FileResult check_file(std::shared_ptr<const SourceFile> source, const CheckOptions& options) {
  const auto project = project_versions(*source, options);
  FileResult result;
  if (options.configurations) result.configured = options.configurations->of(source->path());
  dialect::FileUnits read =
      dialect::read_units(*source, read_options(*source, options, result.configured, *project));
  FindingBuilder findings;
  for (const Diagnostic& found : read.diagnostics) findings.add(found);
  std::vector<DiagnosticAt> keys;
  std::vector<SystemUnit> system;
  constraint::Evaluator evaluator;
  const SelectedFrom selected{*source, result.configured.path};
  const FileCheck shared{selected, read.units, keys, evaluator, findings};
  result.rules = options.chooser ? options.chooser->of(result.configured) : options.rules;
  for (const dialect::Unit& unit : read.units) {
    VersionChoice choice = choose_versions(unit, options, *project, result.configured);
    if (options.upgrade) choice = along(*options.upgrade, std::move(choice));
    std::vector<kafka::Verdict> verdicts =
        check_unit(unit, choice, result.rules->demands(unit.role), shared);
    if (options.upgrade) {
      report_default_changes(unit, verdicts, findings);
      report_possible_refusals(unit, verdicts, findings);
    }
    result.units.push_back({{}, choice.source, std::move(choice.from), std::move(verdicts)});
    system.push_back({&unit, std::move(choice.versions), source.get(), &findings});
  }
  const bool apart = options.systems_apart && system_of(result) != nullptr;
  if (!apart) check_systems(system);
  for (std::size_t i = 0; i < read.units.size(); ++i)
    result.units[i].unit = std::move(read.units[i]);
  result.source = std::move(source);
  result.findings = findings.take(*result.rules);
  if (options.upgrade) keep_what_changes(result.units, result.findings);
  if (!apart) settle(result, options);
  return result;
}

}  // namespace kaflint::policy
