// What fixes would change, for people and for patch.
#pragma once

#include <string>

#include "linter/policy/engine.h"
#include "linter/report/paint.h"

namespace kaflint::report {

/// A unified diff with three lines of context; empty when the bytes are the same. Secrets are
/// `[hidden]` in it, so a diff that shows any cannot be applied.
std::string unified_diff(const policy::FileResult& before, const policy::FileResult& after,
                         const Paint& paint);

}  // namespace kaflint::report
