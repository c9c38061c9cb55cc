// The typed settings of spring.kafka.*, from rules/dialects/spring_boot.yaml.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "linter/dialect/spring_convert.h"

namespace kaflint::dialect {

struct SpringSetting {
  std::string_view sections;  // separated by spaces: `common admin`
  std::string_view property;  // `batch-size`
  std::string_view kafka;     // `batch.size`; `-` when it stays within Spring
  SpringType type;
  std::string_view boot;  // `2.1..`, `2.1..3.2`
};

std::span<const SpringSetting> spring_settings();

/// Spring's relaxed comparison: dashes and underscores do not count, nor does case.
std::string spring_uniform(std::string_view name);

/// The setting of an environment variable's elements after the section: {"batchsize"} or
/// {"batch", "size"}, as SystemEnvironmentPropertyMapper has it.
const SpringSetting* find_spring_variable(std::string_view section,
                                          std::span<const std::string> elements);

/// `property` in any spelling; its dots count. Null when the section binds nothing of that name.
const SpringSetting* find_spring_setting(std::string_view section, std::string_view property);

}  // namespace kaflint::dialect
