// Nested YAML as the flat properties that Java frameworks make of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/dialect/snake_yaml.h"
#include "linter/dialect/unit.h"
#include "linter/source/position.h"
#include "linter/source/source_file.h"
#include "linter/syntax/properties.h"
#include "linter/syntax/yaml.h"

namespace kaflint::dialect {

/// One flat property.
struct FlatEntry {
  /// Its name's elements, as written: {"producer", "properties", "linger.ms"}. Brackets and dots
  /// separate: [max.poll.records] is one element. What leads to all entries of a list is left out.
  std::vector<std::string> elements;
  /// The whole name as the loader has it: `producer.properties[linger.ms]`.
  std::string name;
  /// The last element is an index: an item of a list.
  bool indexed = false;
  std::optional<std::string> value;  // before placeholders are resolved
  UnknownReason unknown = UnknownReason::placeholder;
  SnakeScalar::Kind kind = SnakeScalar::Kind::text;
  std::string written_key;  // what the key's span holds
  /// How many elements the key's span holds.
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

/// The elements of a key, and whether a scalar is typed as SnakeYAML does or keeps its source text
/// but for booleans (SmallRye).
struct FlatRules {
  std::vector<std::string> (*elements)(std::string_view key);
  enum class Scalars : std::uint8_t { snake, smallrye } scalars = Scalars::snake;
  /// Nothing where it is not known which one reads: what they read differently is then unknown.
  std::optional<SnakeVersion> snake = SnakeVersion::since_1_30;
};

using FlatWanted = std::function<bool(const std::vector<std::string>& elements)>;
using FlatSink = std::function<void(FlatEntry entry)>;

/// Hands every scalar below names that are `wanted` to `take`, in order. An empty list is an empty
/// text. False when there were too many.
bool flatten_yaml(const syntax::YamlFile& yaml, syntax::YamlId root, const FlatRules& rules,
                  const FlatWanted& wanted, const FlatSink& take);

/// A pair of a properties file; `elements` are its name's.
FlatEntry flat_entry(const syntax::PropertiesPair& pair, std::vector<std::string> elements);

/// Makes an entry of another file say where it stands instead: `application.yml:12`. `lines` are
/// those of `source`.
void leave_file(FlatEntry& entry, const SourceFile& source, const LineTable& lines);

/// A property's name in its elements, which dots and brackets separate.
std::vector<std::string> name_elements(std::string_view name);

/// The same as Spring has it: outside of brackets, what may not stand in a name is left out
/// (ConfigurationPropertyName.adapt).
std::vector<std::string> spring_name_elements(std::string_view name);

std::string join_elements(std::span<const std::string> elements);

}  // namespace kaflint::dialect
