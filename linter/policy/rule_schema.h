// The JSON Schema of a rule file's front matter, for editors.
#pragma once

#include <string>

#include "linter/policy/rule_source.h"

namespace kaflint::policy {

/// Draft 7, made from front_matter_keys(); ends with a line end. It knows the form of what is
/// written; whether a constraint is right says loading the file.
std::string rule_schema(RuleKind kind);

}  // namespace kaflint::policy
