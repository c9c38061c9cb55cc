// One unit on every release that is asked for: what Kafka does with it, and what is to be said.
#pragma once

#include <span>
#include <vector>

#include "linter/constraint/evaluator.h"
#include "linter/dialect/unit.h"
#include "linter/kafka/verdict.h"
#include "linter/policy/finding_builder.h"
#include "linter/policy/key_checks.h"
#include "linter/policy/profile.h"
#include "linter/policy/selector.h"
#include "linter/policy/version_choice.h"

namespace kaflint::policy {

/// What the checks of one file's units share.
struct FileCheck {
  const SelectedFrom& selected;
  std::span<const dialect::Unit> units;
  std::vector<DiagnosticAt>& keys;  // found in the names of the units so far
  constraint::Evaluator& evaluator;
  FindingBuilder& findings;
};

/// One verdict for each release of `choice`, in their order; what is found goes to the file's
/// findings. `demands` are the rules with a constraint that are on for the unit's role.
std::vector<kafka::Verdict> check_unit(const dialect::Unit& unit, const VersionChoice& choice,
                                       std::span<const ActiveDemand> demands,
                                       const FileCheck& file);

}  // namespace kaflint::policy
