// What a unit's Kafka component really runs with, as both `effective` renderers show it.
#pragma once

#include <map>
#include <string>

#include "linter/kafka/verdict.h"
#include "linter/policy/engine.h"

namespace kaflint::report {

/// Every key of the role; secrets are `[hidden]`. Empty unless the verdict's outcome is `starts`.
std::map<std::string, kafka::EffectiveValue> effective_config(const policy::UnitResult& result,
                                                              const kafka::Verdict& verdict);

}  // namespace kaflint::report
