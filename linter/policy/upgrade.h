// What a change of Kafka's version changes for the units of a file: settings that it refuses, no
// longer reads or reads differently, and defaults that the file relies on.
#pragma once

#include <optional>
#include <span>

#include "linter/kafka/verdict.h"
#include "linter/policy/engine.h"
#include "linter/policy/finding_builder.h"
#include "linter/policy/version_choice.h"

namespace kaflint::policy {

/// Every release from the one that the unit runs with, `upgrade.from` if it is given, to the one it
/// is to run with. Where nobody knows the first it is the last alone, and nothing can be said. A
/// unit that is newer already stays so.
VersionChoice along(const Upgrade& upgrade, VersionChoice today);

/// Reports the keys that the unit does not write and whose value differs between the first and the
/// last of the verdicts, with the release since which it does.
void report_default_changes(const dialect::Unit& unit, std::span<const kafka::Verdict> verdicts,
                            FindingBuilder& findings);

/// Reports, as a warning, what the last release refuses of a unit that is not complete if nothing
/// is added to it, while the first one did not: a default that has changed can make a written value
/// impossible.
void report_possible_refusals(const dialect::Unit& unit, std::span<const kafka::Verdict> verdicts,
                              FindingBuilder& findings);

/// Keeps the findings that hold for a unit's last release and not for its first.
void keep_what_changes(std::span<const UnitResult> units, std::vector<Finding>& findings);

}  // namespace kaflint::policy
