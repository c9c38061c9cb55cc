// YAML scalars as jackson-dataformat-yaml gives them to a program: kafka-gitops, JulieOps, Jikkou.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "linter/syntax/yaml.h"

namespace kaflint::dialect {

struct JacksonScalar {
  /// What arrives in a map of strings; nothing for null and for numbers that Jackson cannot read.
  std::optional<std::string> as_string;
  /// What String.valueOf gives for the value in a map of objects.
  std::optional<std::string> as_object;
};

/// `id` must be a scalar of the file, aliases followed, that is not masked.
JacksonScalar jackson_scalar(const syntax::YamlFile& file, syntax::YamlId id);

/// A plain scalar's text (`quoted` false), or any scalar with an explicit tag.
JacksonScalar jackson_scalar(std::string_view text, bool quoted, std::string_view tag);

}  // namespace kaflint::dialect
