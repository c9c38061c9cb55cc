// Text that stands for something else (`{{ ... }}`, `@x@`) is replaced by as many harmless bytes, so that
// YAML around it can be read and every span stays true.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "linter/syntax/yaml.h"

namespace kaflint::syntax {

/// Adds what is to be masked to `masks`, orders them and makes them disjoint; gives the masked text,
/// empty when there is nothing to mask.
std::string mask(std::string_view bytes, const YamlOptions& options, std::vector<YamlMask>& masks);

/// `bytes` with these masks put over them.
std::string apply_masks(std::string_view bytes, const std::vector<YamlMask>& masks);

}  // namespace kaflint::syntax
