// Gradle's build scripts from a folder up to the root of the build, with their properties and
// version catalogs.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "linter/project/build_facts.h"
#include "linter/source/project_files.h"

namespace kaflint::project {

/// What the build whose nearest script lies in the first of the folders says. `folders` are
/// prefixes as ProjectFiles::upwards gives them; those above the one with a settings script do not
/// belong to the build.
BuildFacts read_gradle(const ProjectFiles& files, std::string_view from,
                       std::span<const std::string> folders);

}  // namespace kaflint::project
