// Bytes that no YAML reader accepts. Internal to the YAML reader.
#pragma once

#include <string_view>

#include "linter/syntax/yaml.h"

namespace kaflint::syntax {

/// Appends an error and a mask for every run of malformed UTF-8 and of control characters. False if
/// the file is no UTF-8 text at all, such as UTF-16.
bool check_encoding(std::string_view bytes, YamlFile& file);

}  // namespace kaflint::syntax
