// libyaml's errors for people. Internal to the YAML reader.
#pragma once

#include <yaml.h>

#include <string_view>

#include "linter/syntax/yaml.h"
#include "linter/syntax/yaml_offsets.h"

namespace kaflint::syntax {

/// What stopped libyaml, in words for a person, and where the mistake is.
YamlError describe_problem(const yaml_parser_t& parser, const CharacterOffsets& offsets,
                           std::string_view bytes);

}  // namespace kaflint::syntax
