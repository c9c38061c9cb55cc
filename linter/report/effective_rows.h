// The table of what a component would run with, as people see it.
#pragma once

#include <string>
#include <vector>

#include "linter/kafka/verdict.h"
#include "linter/policy/engine.h"
#include "linter/report/file_view.h"

namespace kaflint::report {

/// Texts are safe to print, secrets `[hidden]`.
struct EffectiveRow {
  std::string key;
  std::string value;
  std::string origin;    // `line 3, as `batch-size``, `default`, `set by Spring Boot`
  bool changed = false;  // by Kafka, from something that is written or documented
};

/// What differs from the defaults, with `every_key` all keys of the role; then what is written and
/// no key of Kafka's.
std::vector<EffectiveRow> effective_rows(const FileView& view, const policy::UnitResult& result,
                                         const kafka::Verdict& verdict, bool every_key);

/// The same for a client that the unit's component builds inside.
std::vector<EffectiveRow> effective_rows(const FileView& view, const dialect::Unit& unit,
                                         const kafka::ClientVerdict& client, bool every_key);

}  // namespace kaflint::report
