// From the bytes of a `.kaflint.yaml` to what it says.
#pragma once

#include <vector>

#include "linter/policy/configuration.h"
#include "linter/source/source_file.h"

namespace kaflint::policy {

struct ConfigurationRead {
  Configuration configuration;  // what is right of it
  std::vector<ConfigurationProblem> problems;
};

/// Pure. Paths of the files that it names are those that it writes. Unknown keys, wrong types, and
/// values that do not exist are problems.
ConfigurationRead read_configuration(const SourceFile& file);

}  // namespace kaflint::policy
