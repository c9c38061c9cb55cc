// A variable's value on its way through a properties file.
#pragma once

#include <string>
#include <vector>

#include "linter/dialect/container_table.h"
#include "linter/dialect/unit.h"

namespace kaflint::dialect {

/// What java.util.Properties reads from the line `key=value` that the image writes: first the
/// setting itself, then those that the value's own line breaks begin.
std::vector<Setting> settings_of_variable(const Setting& variable, const std::string& key,
                                          const ContainerFamily& family);

}  // namespace kaflint::dialect
