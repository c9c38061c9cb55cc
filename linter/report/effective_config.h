// What a unit's Kafka component really runs with, as both `effective` renderers show it.
#pragma once

#include <map>
#include <string>

#include "linter/kafka/verdict.h"
#include "linter/policy/engine.h"

namespace kaflint::report {

using EffectiveConfig = std::map<std::string, kafka::EffectiveValue>;

/// Every key of the role; secrets are `[hidden]`. Empty unless the verdict's outcome is `starts`.
EffectiveConfig effective_config(const policy::UnitResult& result, const kafka::Verdict& verdict);
/// The same for a client that the unit's component builds inside.
EffectiveConfig effective_config(const kafka::ClientVerdict& client);

}  // namespace kaflint::report
