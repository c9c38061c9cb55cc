// Spring's property sources of one file: documents of flat properties, only what spring.kafka
// needs.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/dialect/dialect.h"
#include "linter/dialect/flat_properties.h"

namespace kaflint::dialect {

/// One flat property; its elements are those after `spring.kafka` or `spring.cloud.stream`.
using SpringEntry = FlatEntry;

/// Any property, for ${...}: its name as its elements joined with dots.
struct SpringDefinition {
  std::string name;
  std::optional<std::string> value;  // before placeholders are resolved; nothing when unknown
};

struct SpringDocument {
  std::size_t index = 0;  // among the file's documents
  std::string condition;  // `profile prod`; empty: always active
  bool broken = false;
  /// `spring.profiles`, which Boot 2.4 has replaced, where the condition is written so.
  std::optional<Span> profiles_key;
  std::vector<SpringEntry> entries;  // below spring.kafka
  std::vector<SpringEntry> stream;   // below spring.cloud.stream
  /// `spring.application.name`, where it is set.
  std::optional<SpringDefinition> application;
  /// All properties, in order, if the file has any placeholder.
  std::vector<SpringDefinition> definitions;
  bool partial = false;  // too many definitions: some are missing
};

/// The documents of a YAML or a properties file (split at `#---`), those without anything below
/// spring.kafka included. Before Boot 2.4, a properties file is one document.
std::vector<SpringDocument> read_spring_documents(const ParsedFile& file);

}  // namespace kaflint::dialect
