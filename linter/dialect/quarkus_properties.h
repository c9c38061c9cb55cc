// The properties of a Quarkus or MicroProfile application, each with its profile.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/dialect/dialect.h"
#include "linter/dialect/flat_properties.h"
#include "linter/dialect/spring_placeholders.h"

namespace kaflint::dialect {

/// The names that lead to a key: {"mp", "messaging", "outgoing", "prices"}.
using QuarkusPath = std::vector<std::string>;

struct QuarkusProperty {
  std::string profile;  // `prod`, `dev,test`; empty when the property always holds
  FlatEntry entry;      // elements without the profile
  /// A key of YAML with dots, which SmallRye's YamlConfigSource takes for one quoted segment. The
  /// elements do not separate it.
  bool quoted = false;
  /// False for what stands in another file below this one.
  bool own = true;

  /// Whether it holds in that profile and not in others; `wanted` may be several, as in `dev,test`.
  bool in(std::string_view wanted) const;
  /// The key below the path; nothing for a property that stands elsewhere.
  std::optional<std::string> key_below(std::span<const std::string> path) const;
};

/// Properties of one document, weakest first; the items of a list are one property. Those without a
/// value are left out: SmallRye Config takes them for absent. For application-prod.properties, what
/// application.properties and application.yaml say without a profile or for `prod` comes before.
std::vector<QuarkusProperty> read_quarkus_properties(const ParsedFile& file, std::size_t document);

/// ${...} in that profile, the profile's own properties first.
SpringLookup quarkus_lookup(const std::vector<QuarkusProperty>& properties,
                            std::string_view profile);

}  // namespace kaflint::dialect
