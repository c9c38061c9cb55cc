// The files that belong to a system of which a run reads only a part.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "linter/cli/discover.h"
#include "linter/policy/configuration_finder.h"

namespace kaflint::cli {

/// Files of the same systems as `files` that are not among them, sorted: what a commit changes is
/// judged beside what it leaves alone. `paths` is what the run was asked for, so that nothing is
/// walked twice.
std::vector<std::string> rest_of_systems(std::span<const FoundFile> files,
                                         const std::vector<std::string>& paths,
                                         const DiscoverOptions& options,
                                         const policy::ConfigurationFinder& configurations);

}  // namespace kaflint::cli
