// Files are independent: each is read and checked on some thread, and its result has a place of its
// own.
#include "linter/cli/run.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <optional>
#include <utility>

#include "linter/cli/discover.h"
#include "linter/cli/parallel.h"
#include "linter/cli/system_context.h"
#include "linter/cli/system_error.h"
#include "linter/cli/version.h"
#include "linter/dialect/common.h"
#include "linter/dialect/dialect.h"
#include "linter/policy/configured_systems.h"
#include "linter/policy/engine.h"

namespace kaflint::cli {
namespace {

constexpr std::size_t kFileLimit = std::size_t{256} << 20;

/// What came of one file; neither when it holds no Kafka configuration.
struct Outcome {
  bool read = false;
  std::optional<policy::FileResult> result;
  std::optional<report::RunError> error;
};

std::expected<SourceFile, ReadError> read_stdin(const std::string& name) {
  std::string bytes;
  std::array<char, 65536> buffer;
  for (;;) {
    const ssize_t count = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return std::unexpected(ReadError{name, system_error(errno)});
    if (count == 0) return SourceFile(name, std::move(bytes));
    bytes.append(buffer.data(), static_cast<std::size_t>(count));
    if (bytes.size() > kFileLimit)
      return std::unexpected(
          ReadError{name, fmt::format("is larger than {} MiB", kFileLimit >> 20)});
  }
}

Outcome check_source(std::expected<SourceFile, ReadError> source, bool given,
                     const policy::CheckOptions& options, const CheckFile& check_file) {
  Outcome outcome;
  if (!source) {
    outcome.error = {std::move(source.error().path), std::move(source.error().reason)};
    return outcome;
  }
  outcome.read = true;
  if (!given && !dialect::may_hold_settings(source->path(), source->bytes())) return outcome;
  policy::FileResult result =
      check_file(std::make_shared<const SourceFile>(*std::move(source)), options);
  if (!result.units.empty() || !result.findings.empty() || !result.suppressed.empty())
    outcome.result = std::move(result);
  return outcome;
}

void add(Outcome outcome, report::Report& report) {
  if (outcome.read) ++report.files_read;
  if (outcome.result) report.files.push_back(*std::move(outcome.result));
  if (outcome.error) report.errors.push_back(*std::move(outcome.error));
}

/// Such a file has been read already, where it counts.
bool is_configuration(std::string_view path) {
  const std::string_view name = dialect::file_name(path);
  return name == policy::kConfigurationName || name == policy::kBaselineName;
}

/// Whether the configuration gives that file a role, so that it is read whatever it is called.
bool is_named(const policy::ConfigurationFinder& configurations, const std::string& path) {
  const policy::Configured configured = configurations.of(path);
  if (!configured.configuration) return false;
  const policy::RoleEntry* entry = configured.configuration->role_of(configured.path);
  return entry != nullptr && entry->paths.name(configured.path);
}

/// Reads those of the files that no walk has come by, and lets them name files.
void read_configurations(std::vector<FoundFile>& files,
                         const policy::ConfigurationFinder& configurations) {
  for (const FoundFile& file : files)
    if (file.given) (void)configurations.of(file.path);
  if (configurations.found().empty()) return;
  for (FoundFile& file : files) file.given |= is_named(configurations, file.path);
}

void add_configurations(const policy::ConfigurationFinder& configurations, report::Report& report) {
  for (const auto& configuration : configurations.found()) {
    std::string text = configuration->path;
    for (std::size_t i = 0; i < configuration->extended.size(); ++i)
      text += (i == 0 ? ", which extends " : ", ") + configuration->extended[i];
    report.configurations.push_back(std::move(text));
  }
  add_problems(configurations.problems(), report);
}

/// Files that are not reported on. One that cannot be read says nothing.
std::vector<policy::FileResult> read_context(const std::vector<std::string>& paths,
                                             const Options& options,
                                             const policy::CheckOptions& check) {
  std::vector<Outcome> outcomes(paths.size());
  parallel_for(outcomes.size(), options.jobs, false, [&](std::size_t i) {
    outcomes[i] =
        check_source(read_source_file(paths[i], kFileLimit),
                     is_named(*check.configurations, paths[i]), check, policy::check_file);
  });
  std::vector<policy::FileResult> results;
  for (Outcome& outcome : outcomes)
    if (outcome.result) results.push_back(*std::move(outcome.result));
  return results;
}

/// Said once, and only if some unit's version was nothing but assumed.
std::string assumption(const report::Report& report) {
  constexpr std::string_view kNoStart =
      "no Kafka version is known for some units, so what the upgrade changes for them is not; "
      "--from says it";
  for (const policy::FileResult& file : report.files)
    for (const policy::UnitResult& unit : file.units)
      if (unit.version_source == dialect::VersionSource::assumed)
        return report.upgrade ? std::string(kNoStart)
                              : fmt::format(
                                    "no Kafka version given, assuming {}, the newest known; "
                                    "--kafka-version says another",
                                    kafka::newest_release().to_string());
  return {};
}

}  // namespace

void add_problems(const std::vector<policy::ConfigurationProblem>& problems,
                  report::Report& report) {
  for (const policy::ConfigurationProblem& problem : problems)
    report.errors.push_back(
        {problem.place.file, problem.text, problem.place.line, problem.place.column});
}

report::Report run(const Options& options, const CheckFile& check_file) {
  std::vector<std::string> paths = options.paths;
  const bool from_stdin = std::erase(paths, "-") > 0;
  policy::CheckOptions check;
  check.versions = options.versions;
  check.role = options.role;
  check.upgrade = options.upgrade;
  check.chooser = std::make_shared<const policy::RuleChooser>(options.profiles, options.policies);
  const policy::CheckOptions alone = check;  // for what has no place in a project
  check.read_projects();
  check.systems_apart = options.command == Command::check;
  if (!options.baseline.empty())
    check.baselines =
        std::make_shared<const policy::Baselines>(options.baseline, options.write_baseline);
  report::Report report;
  report.tool_version = kToolVersion;
  report.upgrade = options.upgrade;
  const DiscoverOptions discovery = {options.excludes, options.use_gitignore,
                                     check.configurations.get()};
  Discovery found = discover(paths, discovery);
  read_configurations(found.files, *check.configurations);
  std::erase_if(found.files, [](const FoundFile& file) {
    return is_configuration(file.path) || (!file.given && !dialect::has_known_extension(file.path));
  });
  report.errors = std::move(found.errors);
  std::vector<Outcome> outcomes(found.files.size());
  parallel_for(outcomes.size(), options.jobs, !options.quiet, [&](std::size_t i) {
    const FoundFile& file = found.files[i];
    outcomes[i] =
        check_source(read_source_file(file.path, kFileLimit), file.given, check, check_file);
  });
  if (from_stdin) {
    const bool named = !options.stdin_filename.empty();
    outcomes.push_back(check_source(read_stdin(named ? options.stdin_filename : "<stdin>"), true,
                                    named ? check : alone, check_file));
  }
  for (std::size_t i = 0; i < found.files.size(); ++i)
    if (outcomes[i].read) report.paths_read.push_back(found.files[i].path);
  for (Outcome& outcome : outcomes) add(std::move(outcome), report);
  std::ranges::stable_sort(report.files, {},
                           [](const policy::FileResult& file) { return file.source->path(); });
  if (options.command == Command::check)
    policy::check_configured_systems(
        report.files,
        read_context(rest_of_systems(found.files, paths, discovery, *check.configurations), options,
                     check),
        check);
  add_configurations(*check.configurations, report);
  add_problems(check.baselines->problems(), report);
  add_problems(check.chooser->problems(), report);
  std::ranges::stable_sort(report.errors, {}, &report::RunError::path);
  report.assumption = assumption(report);
  return report;
}

}  // namespace kaflint::cli
