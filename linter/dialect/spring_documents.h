// Spring's property sources of one file: documents of flat properties, only what spring.kafka
// needs.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/dialect/dialect.h"
#include "linter/dialect/snake_yaml.h"

namespace kaflint::dialect {

/// One flat property below spring.kafka.
struct SpringEntry {
  /// After `spring.kafka`, as written: {"producer", "properties", "linger.ms"}. Brackets and dots
  /// separate: [max.poll.records] is one element.
  std::vector<std::string> elements;
  /// The last element is an index: an item of a list.
  bool indexed = false;
  std::optional<std::string> value;  // before placeholders are resolved
  UnknownReason unknown = UnknownReason::placeholder;
  SnakeScalar::Kind kind = SnakeScalar::Kind::text;
  std::string written_key;  // what the key's span holds
  /// How many elements the key's span holds, `spring` and `kafka` counted.
  std::size_t written_elements = 0;
  Span key_span;
  Span value_span;
  std::vector<Span> value_pieces;
  Span entry_span;
  /// Of the whole list, for an item of one that is written as a list.
  std::optional<Span> list_span;
  std::optional<Span> removable;
  std::vector<Provenance> chain;
  /// Where it stands when that is not the file itself, so that the spans are empty:
  /// `application.yml:12`.
  std::string other_file;
  /// A variable of the environment, SPRING_KAFKA_PRODUCER_ACKS: the elements are what stands
  /// between underscores, in lower case.
  bool variable = false;
};

/// Any property, for ${...}: its name as its elements joined with dots.
struct SpringDefinition {
  std::string name;
  std::optional<std::string> value;  // before placeholders are resolved; nothing when unknown
};

struct SpringDocument {
  std::size_t index = 0;  // among the file's documents
  std::string condition;  // `profile prod`; empty: always active
  bool broken = false;
  std::vector<SpringEntry> entries;
  /// All properties, in order, if the file has any placeholder.
  std::vector<SpringDefinition> definitions;
  bool partial = false;  // too many definitions: some are missing
};

/// The documents of a YAML or a properties file (split at `#---`), those without anything below
/// spring.kafka included. Before Boot 2.4, a properties file is one document.
std::vector<SpringDocument> read_spring_documents(const ParsedFile& file);

/// A property's name in its elements, `spring` and `kafka` included.
std::vector<std::string> spring_name_elements(std::string_view name);

}  // namespace kaflint::dialect
