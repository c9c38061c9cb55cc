// Whether rules and profiles name each other rightly.
#pragma once

#include <vector>

#include "linter/policy/compiler/profile_source.h"
#include "linter/policy/rule_source.h"

namespace kaflint::policy::compiler {

/// Appends to the problems of rules and profiles. A rule with `require` is in some profile.
void check_profiles(std::vector<RuleSource>& rules, std::vector<ProfileSource>& profiles);

}  // namespace kaflint::policy::compiler
