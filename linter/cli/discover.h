// Which files a run reads.
#pragma once

#include <string>
#include <vector>

#include "linter/report/report.h"

namespace kaflint::cli {

struct DiscoverOptions {
  std::vector<std::string> excludes;  // gitignore patterns, relative to the working directory
  bool use_gitignore = true;
  /// What configurations exclude; may be null.
  const policy::ConfigurationFinder* configurations = nullptr;
};

struct FoundFile {
  std::string path;  // as given, or the given folder's path with what lies below
  /// Named on the command line: read whatever it is called.
  bool given = false;
};

struct Discovery {
  std::vector<FoundFile> files;  // sorted by path, each once
  std::vector<report::RunError> errors;
};

/// Walks the folders among `paths`. Skipped below them: hidden folders, `node_modules`, `target`,
/// `build`, links to folders, what .gitignore files, `excludes` and configurations
/// name. A path that does not exist
/// and a folder that cannot be read are errors.
Discovery discover(const std::vector<std::string>& paths, const DiscoverOptions& options);

}  // namespace kaflint::cli
