// What a configuration makes of findings: other levels, and none where it says so.
#pragma once

#include <vector>

#include "linter/finding/finding.h"
#include "linter/finding/suppressed.h"
#include "linter/policy/configuration.h"

namespace kaflint::policy {

/// Keeps the order of what stays. What the configuration suppresses moves to `suppressed`.
void apply_configuration(const Configured& configured, std::vector<Finding>& findings,
                         std::vector<Suppressed>& suppressed);

}  // namespace kaflint::policy
