// Rules for programs: `kaflint rules` and `kaflint explain RULE` with --format json.
#pragma once

#include <span>
#include <string>

#include "linter/policy/rule.h"

namespace kaflint::cli {

/// `kaflint-rules/1`: the rules without their pages.
std::string rules_json(std::span<const policy::Rule* const> rules);
/// `kaflint-rule/1`: one rule with its page and references.
std::string rule_json(const policy::Rule& rule);

}  // namespace kaflint::cli
