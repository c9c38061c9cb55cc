// Rules with a constraint, over one unit.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "linter/constraint/evaluator.h"
#include "linter/dialect/unit.h"
#include "linter/kafka/config.h"
#include "linter/kafka/verdict.h"
#include "linter/policy/key_checks.h"
#include "linter/policy/profile.h"
#include "linter/policy/selector.h"
#include "linter/source/source_file.h"

namespace kaflint::policy {

class DemandChecks {
 public:
  /// `demands` are those for the unit's role. All has to live as long.
  DemandChecks(const SelectedFrom& file, const dialect::Unit& unit,
               std::span<const ActiveDemand> demands, constraint::Evaluator& evaluator);

  /// One release. The configuration is judged already.
  void check(const kafka::ParsedConfig& config, const kafka::Verdict& verdict);

  /// What was found, without its place. Equal findings of several releases are one.
  std::vector<DiagnosticAt> take() { return std::move(found_); }

 private:
  bool fires(const Rule& rule, const constraint::Bindings& bindings);
  /// Whether a unit that this one is layered on fires too: then it is told there.
  bool fires_below(const Rule& rule, kafka::Version version);
  void add(const Rule& rule, const class UnitBindings& bindings, kafka::Version version);
  std::optional<Fix> fix_of(const Rule& rule) const;

  const SourceFile& source_;
  const dialect::Unit& unit_;
  std::span<const ActiveDemand> demands_;
  constraint::Evaluator& evaluator_;
  std::vector<bool> selected_;  // whether each demand is about this unit
  kafka::WrittenConfig below_;  // what is inherited
  bool has_inherited_ = false;
  std::vector<DiagnosticAt> found_;
};

}  // namespace kaflint::policy
