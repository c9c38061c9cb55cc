// Keys that Kafka does not read where they are written: misspelt, another role's, of another
// version.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "linter/dialect/unit.h"
#include "linter/finding/finding.h"
#include "linter/kafka/version.h"

namespace kaflint::policy {

/// A diagnostic and the versions for which it holds.
struct DiagnosticAt {
  Diagnostic diagnostic;
  kafka::VersionSet versions;
};

/// Appends what is wrong with the written keys of `unit` on `versions`. Serializers, interceptors,
/// connectors and other plug-ins read keys of their own from the same map, so an unknown key is
/// reported only where nothing of that kind explains it. `all` are the file's units, `unit` among
/// them, and `out` may hold what was found in the earlier ones: an entry that several units share
/// is reported once, and only if no unit reads it.
void check_keys(const dialect::Unit& unit, const kafka::VersionSet& versions,
                std::vector<DiagnosticAt>& out, std::span<const dialect::Unit> all = {});

}  // namespace kaflint::policy
