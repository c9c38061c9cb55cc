// Recognising compose files.
#pragma once

#include <cstddef>

#include "linter/syntax/yaml.h"

namespace kaflint::dialect {

/// Whether the document is a compose file: a mapping `services` of things that are services.
bool is_compose(const syntax::YamlFile& file, std::size_t document);

}  // namespace kaflint::dialect
