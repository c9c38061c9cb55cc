// Rules for programs: `kaflint rules` and `kaflint explain RULE` with --format json.
#pragma once

#include <string>

#include "linter/policy/rule.h"

namespace kaflint::cli {

/// `kaflint-rules/1`: every rule, by id, without its page.
std::string rules_json();
/// `kaflint-rule/1`: one rule with its page and references.
std::string rule_json(const policy::Rule& rule);

}  // namespace kaflint::cli
