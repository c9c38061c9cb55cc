// What the dialects of Kubernetes and Helm share: resources, settings out of YAML maps, and
// template actions within what was read.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/dialect/dialect.h"

namespace kaflint::dialect {

/// One Kubernetes object of a file: a document, or an item of a `kind: List`.
struct KubernetesResource {
  std::size_t document = 0;
  syntax::YamlId root = syntax::kNoYaml;
  std::string_view api_version;
  std::string_view kind;
  std::string_view name;  // metadata.name; empty if absent or a template's
};

/// The objects of all documents that no dialect has claimed.
std::vector<KubernetesResource> kubernetes_resources(const syntax::YamlFile& file,
                                                     const std::vector<bool>& claimed);

/// A scalar's text; empty when it is absent, no scalar or masked.
std::string_view known_text(const syntax::YamlFile& file, syntax::YamlId id);

/// A setting with the entry's key, spans and provenance; its value is the dialect's to set. Nothing
/// when the key is no scalar, or is a template's.
std::optional<Setting> setting_of(const ParsedFile& file, const syntax::YamlEntry& entry,
                                  const std::vector<Provenance>& chain);

/// Makes a text of a plain scalar, by quotation marks; none for any other node.
std::vector<Fix> quoting_fixes(const syntax::YamlNode& value);

/// Why the scalar's text is not known because a mask lies in it; nothing if there is none.
std::optional<UnknownReason> mask_in(const syntax::YamlFile& file, Span span);

/// For a unit that was read from text with masked actions: drops settings whose keys are a
/// template's, makes values unknown that hold an action, and forgets duplicates, which may stand in
/// two branches.
void apply_masks(const syntax::YamlFile& file, Span section, Unit& unit);

}  // namespace kaflint::dialect
