// What frameworks set by themselves, from rules/dialects/framework_values.yaml.
#pragma once

#include <string_view>

#include "linter/dialect/common.h"
#include "linter/kafka/role.h"

namespace kaflint::dialect {

inline constexpr std::string_view kSmallRye = "SmallRye Reactive Messaging";
inline constexpr std::string_view kCloudStream = "Spring Cloud Stream";
inline constexpr std::string_view kMicronaut = "Micronaut";

/// Adds each value whose key is not there yet; what is made while the application runs is unknown.
void add_framework_values(std::string_view framework, kafka::Role role, UnitBuilder& builder);

/// The finished unit with its settings as they are written, then those that come from other files,
/// then the framework's own.
Unit in_written_order(UnitBuilder builder);

}  // namespace kaflint::dialect
