// Fixes of what Kafka's own checks find, where only one thing can be meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "linter/dialect/unit.h"
#include "linter/finding/fix.h"

namespace kaflint::policy {

/// Fixes for a finding of `rule` about `setting`, whose spans are of `bytes`. None where the
/// setting does not stand there as it reaches Kafka. Removing what is ignored is only safe if that
/// is `certain`: on every version that the file is for, and these are known.
std::vector<Fix> setting_fixes(std::string_view bytes, RuleId rule,
                               const kafka::Arguments& arguments, const dialect::Setting& setting,
                               bool certain);

/// Gives the setting another key, where its own stands in the file as Kafka sees it: not escaped
/// and not in another form.
std::vector<Fix> rename_fixes(const dialect::Setting& setting, const std::string& key,
                              Applicability applicability);

}  // namespace kaflint::policy
