// kaflint init
#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "linter/cli/commands.h"
#include "linter/cli/first_configuration.h"
#include "linter/cli/output.h"
#include "linter/cli/run.h"
#include "linter/policy/configuration.h"

namespace kaflint::cli {

int init(const Options& options) {
  const auto fail = [](const std::string& message) {
    write_stderr(error_line(message));
    return 2;
  };
  const std::string& folder = options.paths.front();
  std::error_code unknown;
  if (options.paths.size() > 1) return fail("`init` takes one folder");
  if (!std::filesystem::is_directory(folder, unknown))
    return fail(fmt::format("`{}` is no folder", folder));
  std::string prefix = folder == "." ? std::string() : folder;
  if (!prefix.empty() && !prefix.ends_with('/')) prefix += '/';
  const std::string path = prefix + std::string(policy::kConfigurationName);
  if (std::filesystem::exists(std::filesystem::symlink_status(path, unknown)))
    return fail(fmt::format("`{}` exists already", path));
  const report::Report report = run(options);
  if (const auto failure = create_file(path, first_configuration(report, prefix)))
    return fail(fmt::format("cannot write `{}`: {}", path, *failure));
  return deliver_stdout(fmt::format("wrote {}\n", path));
}

}  // namespace kaflint::cli
