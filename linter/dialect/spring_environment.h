// SPRING_KAFKA_... variables of a container's environment.
#pragma once

#include <span>
#include <string_view>

#include "linter/dialect/dialect.h"

namespace kaflint::dialect {

/// Whether Spring Boot binds the variable to spring.kafka, as SPRING_KAFKA_... or, where the names
/// of variables may hold dots, as spring.kafka....
bool is_spring_variable(std::string_view name);

/// The clients that the variables of one container configure, as one property source: units as of
/// an application file (`spring.kafka.producer`). A variable is a setting whose `key` is its name;
/// those that are not Spring's are passed over.
FileUnits read_spring_environment(std::span<const Setting> variables, const ReadOptions& options);

}  // namespace kaflint::dialect
