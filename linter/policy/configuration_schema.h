// The JSON Schema of a configuration file, for editors.
#pragma once

#include <string>

namespace kaflint::policy {

/// Draft 7, made from configuration_keys(); ends with a line end. What YAML 1.1 reads for `off` and
/// `3.6` is right too.
std::string configuration_schema();

}  // namespace kaflint::policy
