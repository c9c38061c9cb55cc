// Which keys exist for each role and version, and how ConfigDef defines them. The tables are compiled
// from rules/catalog/*.yaml and hold offsets instead of pointers, so that loading the binary costs
// nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "linter/kafka/config_value.h"
#include "linter/kafka/role.h"
#include "linter/kafka/version.h"

namespace kaflint::kafka {

enum class Importance : std::uint8_t { high, medium, low };

/// One thing that a ConfigDef.Validator demands; a composite one is several of these.
struct Validator {
  enum class Kind : std::uint8_t {
    min, max,              // number
    one_of, one_of_ignoring_case, list_of,  // items
    not_null, not_empty, not_empty_no_control, list_size,
    named,                 // name; behaviour in validators.cpp
  };
  Kind kind;
  double number = 0;
  std::vector<std::string_view> items;
  std::string_view name;
  bool empty_list_allowed = true;     // list_of
  bool duplicates_allowed = true;     // list_of
};

/// How one key is defined over an interval of releases: ConfigDef.ConfigKey. A view into the tables,
/// which live as long as the program.
class KeyDefinition {
 public:
  explicit constexpr KeyDefinition(std::uint32_t index) : index_(index) {}
  std::string_view key() const;
  Type type() const;
  /// ConfigDef.NO_DEFAULT_VALUE
  bool required() const;
  /// The default in the form of convertToString; nothing when it is null or the key is required.
  std::optional<std::string_view> default_text() const;
  /// The default, typed; Null when it is null or the key is required.
  const ConfigValue& default_value() const;
  std::vector<Validator> validators() const;
  Importance importance() const;
  bool deprecated() const;
  bool internal() const;
  bool holds_in(Version version) const;
  VersionSet versions() const;
  /// The same for two definitions that are one entry of the catalog.
  constexpr std::uint32_t index() const { return index_; }
  friend constexpr bool operator==(KeyDefinition, KeyDefinition) = default;

 private:
  std::uint32_t index_;
};

/// All versions of one role's ConfigDef.
class RoleCatalog {
 public:
  explicit constexpr RoleCatalog(Role role) : role_(role) {}
  Role role() const { return role_; }
  /// Whether the role exists in that version (share-consumer from 4.1, group from 4.0).
  bool exists_in(Version version) const;
  /// Nothing when that version does not define the key.
  std::optional<KeyDefinition> find(std::string_view key, Version version) const;
  /// The definitions in the order in which ConfigDef.parse takes them, hence the order in which a
  /// first error is found.
  std::vector<KeyDefinition> definitions(Version version) const;
  /// The key's place in that order; the key must be defined in that version.
  std::uint32_t order_of(std::string_view key, Version version) const;
  /// The number of keys in that version.
  std::size_t size(Version version) const;
  /// Every definition that the key ever had, oldest first; empty for a key that never existed.
  std::vector<KeyDefinition> history(std::string_view key) const;
  /// Releases that define the key.
  VersionSet versions_of(std::string_view key) const;
  /// Every key of every version, sorted.
  std::vector<std::string_view> all_keys() const;

 private:
  Role role_;
};

/// mirrormaker has no definitions of its own: every call gives nothing.
RoleCatalog catalog(Role role);

}  // namespace kaflint::kafka
