// SPRING_KAFKA_... variables of a container's environment.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/dialect/dialect.h"

namespace kaflint::dialect {

/// One variable, wherever it is written.
struct EnvironmentEntry {
  std::string name;
  std::optional<std::string> value;  // as the process gets it
  UnknownReason unknown = UnknownReason::placeholder;
  Span key_span = {};
  Span value_span = {};
  Span entry_span = {};
  std::vector<Provenance> chain;
};

/// Whether Spring Boot binds the variable to spring.kafka, as SPRING_KAFKA_... or, where the names
/// of variables may hold dots, as spring.kafka....
bool is_spring_variable(std::string_view name);

/// The clients that the variables of one container configure, as one property source: units as of
/// an application file (`spring.kafka.producer`). Other variables are passed over.
FileUnits read_spring_environment(std::span<const EnvironmentEntry> entries,
                                  const ReadOptions& options);

}  // namespace kaflint::dialect
