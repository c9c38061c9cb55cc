// What a configuration makes of findings: other levels, and none where it says so.
#pragma once

#include <vector>

#include "linter/finding/finding.h"
#include "linter/policy/configuration.h"

namespace kaflint::policy {

/// Keeps the order of what stays.
void apply_configuration(const Configured& configured, std::vector<Finding>& findings);

}  // namespace kaflint::policy
