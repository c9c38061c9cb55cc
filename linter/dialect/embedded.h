// A file within a file: a properties text or an application.yml in a YAML scalar. It is read as if
// it were a file of its own, and what was found is mapped to the bytes of the file around it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/dialect/dialect.h"
#include "linter/dialect/role_guess.h"
#include "linter/source/mapped_text.h"

namespace kaflint::dialect {

/// Where an inner file stands, and as what it is known.
struct EmbeddedFile {
  const ParsedFile& outer;
  syntax::YamlId scalar = syntax::kNoYaml;  // aliases followed; a scalar
  std::string_view file_name;               // `producer.properties`; may be empty
  std::string unit_name;                    // `data.producer.properties`
  std::string_view dialect;
  std::vector<Provenance> chain;
};

/// The properties text as one unit; nothing when its keys are not Kafka's. `role` where something
/// better decides it than name and keys, or the role that was asked for.
std::optional<Unit> read_properties_text(const EmbeddedFile& inner,
                                         std::optional<RoleGuess> role = std::nullopt);

/// Lets another dialect read the text as a file of that name (.properties, .json, .yml, .yaml).
FileUnits read_embedded(const EmbeddedFile& inner, ReadUnits dialect);

/// Moves every span of `units`, which are of `text`, to the file that `text` was mapped from. Fixes
/// that cannot be made there with the same edits are left out. `bytes` are that file's.
void map_to_file(const MappedText& text, std::string_view bytes, FileUnits& units);

}  // namespace kaflint::dialect
