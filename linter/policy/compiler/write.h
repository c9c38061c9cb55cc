// What the compiler of the rules makes of them.
#pragma once

#include <string>
#include <vector>

#include "linter/policy/compiler/profile_source.h"
#include "linter/policy/rule_source.h"

namespace kaflint::policy::compiler {

/// rule_table.cpp: the definitions of policy::rules() and policy::profiles(). Rules must be sorted
/// by id, profiles by name.
std::string write_table(const std::vector<RuleSource>& rules,
                        const std::vector<ProfileSource>& profiles);

/// rules/README.md: the index of all rules and profiles.
std::string write_index(const std::vector<RuleSource>& rules,
                        const std::vector<ProfileSource>& profiles);

}  // namespace kaflint::policy::compiler
