// gradle/libs.versions.toml: versions, libraries and plugins that build scripts refer to.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kaflint::project {

struct CatalogEntry {
  enum class Kind : std::uint8_t { version, library, plugin };
  Kind kind;
  /// As scripts write it below `libs`: `kafka.clients` for `kafka-clients`.
  std::string accessor;
  std::string id;           // `group:artifact` of a library, the id of a plugin
  std::string version;      // empty when it is said elsewhere, or in a form that is not known here
  std::string version_ref;  // alias in [versions]
  std::uint32_t line;       // from 1
};

/// Dots for the hyphens and underscores of an alias.
std::string catalog_accessor(std::string_view alias);

/// Never fails: lines in other forms are left away.
std::vector<CatalogEntry> parse_version_catalog(std::string_view bytes);

}  // namespace kaflint::project
