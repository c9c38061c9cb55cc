// Environment variables in the values of Bitnami's chart: `extraEnvVars`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "linter/dialect/helm_settings.h"

namespace kaflint::dialect {

/// The key that Bitnami's image makes of KAFKA_CFG_...; empty for any other name. Source:
/// libkafka.sh, kafka_configure_from_environment_variables.
std::string key_of_bitnami_variable(std::string_view name);

/// The variables of the list that become settings, in their order; `path` of the chain says which.
std::vector<Setting> bitnami_environment(const ParsedFile& file, const ValuesPlace& list);

}  // namespace kaflint::dialect
