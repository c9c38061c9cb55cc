// Findings that are not reported, and what is to be said about that.
#pragma once

#include "linter/policy/engine.h"

namespace kaflint::policy {

struct SuppressOptions {
  /// Adds findings about the file's directives: unknown rules, and directives that suppress
  /// nothing.
  bool complain = true;
  /// And those without a reason.
  bool require_reason = false;
  /// One that is off finds nothing that could be suppressed.
  const RuleChoice& rules;
};

/// Moves the findings that the file suppresses from `result.findings`, which must be complete, to
/// `result.suppressed`.
void suppress(FileResult& result, const SuppressOptions& options);

}  // namespace kaflint::policy
