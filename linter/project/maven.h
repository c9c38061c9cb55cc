// pom.xml and its parents within the project.
#pragma once

#include <string_view>

#include "linter/project/build_facts.h"
#include "linter/source/project_files.h"

namespace kaflint::project {

/// What the pom.xml at `relative`, seen from the folder of `from`, says, inheritance and properties
/// as Maven resolves them, as far as the parents lie in the project. Profiles are left away.
BuildFacts read_maven(const ProjectFiles& files, std::string_view from, std::string_view relative);

}  // namespace kaflint::project
