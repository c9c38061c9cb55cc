// Which keys exist for each role and version, and how ConfigDef defines them. The tables are
// compiled from rules/catalog/*.yaml and hold offsets instead of pointers, so that loading the
// binary costs nothing.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string_view>
#include <vector>

#include "linter/kafka/config_value.h"
#include "linter/kafka/role.h"
#include "linter/kafka/version.h"

namespace kaflint::kafka {

namespace tables {
struct RoleRow;
}

enum class Importance : std::uint8_t { high, medium, low };
std::string_view to_string(Importance importance);

/// Where a broker's key can be changed while the broker runs (KIP-226, since 1.1; the broker's
/// `dynamicConfigUpdateModes`). A key that is `cluster_wide` can also be set for one broker.
enum class DynamicScope : std::uint8_t { read_only, per_broker, cluster_wide };
/// `read-only`, `per-broker`, `cluster-wide`: Kafka's own words.
std::string_view to_string(DynamicScope scope);

/// Texts of the tables, as a range of std::string_view that owns nothing.
class TextList {
 public:
  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using iterator_concept = std::forward_iterator_tag;
    using value_type = std::string_view;
    using reference = std::string_view;
    using pointer = void;
    using difference_type = std::ptrdiff_t;

    constexpr Iterator() = default;
    explicit constexpr Iterator(std::uint32_t item) : item_(item) {}
    std::string_view operator*() const;
    constexpr Iterator& operator++() {
      ++item_;
      return *this;
    }
    constexpr Iterator operator++(int) {
      const Iterator before = *this;
      ++item_;
      return before;
    }
    friend constexpr bool operator==(Iterator, Iterator) = default;

   private:
    std::uint32_t item_ = 0;
  };

  constexpr TextList() = default;
  constexpr TextList(std::uint32_t first, std::uint32_t size) : first_(first), size_(size) {}
  constexpr Iterator begin() const { return Iterator(first_); }
  constexpr Iterator end() const { return Iterator(first_ + size_); }
  constexpr std::size_t size() const { return size_; }
  constexpr bool empty() const { return size_ == 0; }
  std::string_view operator[](std::size_t index) const;

 private:
  std::uint32_t first_ = 0;
  std::uint32_t size_ = 0;
};

/// One thing that a ConfigDef.Validator demands; a composite one is several of these.
/// rules/catalog/README.md says what each accepts.
struct Validator {
  enum class Kind : std::uint8_t {
    // Numbers, with `number` as the bound.
    min,
    max,
    // Texts and lists, with `items`.
    one_of,
    one_of_ignoring_case,
    list_of,
    not_null,
    not_empty,
    not_empty_no_control,
    /// A list of at most `number` items.
    list_size,
    /// A version of Kafka, of those in `items`.
    version_in,
    /// `name` says which; behaviour in named_validators.cpp.
    named,
  };
  Kind kind = Kind::not_null;
  /// list_of
  bool empty_list_allowed = true;
  bool duplicates_allowed = true;
  /// list_of: ConfigDef.parseValue drops an item's second occurrence before it validates.
  bool drops_duplicates = false;
  /// one_of, list_of: null is accepted.
  bool nullable = false;
  /// version_in: dots at the end are lost before the text is compared.
  bool trailing_dots = false;
  double number = 0;
  TextList items;
  std::string_view name;
};

/// How one key is defined over an interval of releases: ConfigDef.ConfigKey. A view into the
/// tables, which live as long as the program.
class KeyDefinition {
 public:
  explicit constexpr KeyDefinition(std::uint32_t index) : index_(index) {}
  std::string_view key() const;
  Type type() const;
  /// ConfigDef.NO_DEFAULT_VALUE
  bool required() const;
  /// The default in the form of convertToString; nothing when it is null or the key is required.
  std::optional<std::string_view> default_text() const;
  /// The default, typed; Null when it is null or the key is required. Classes in a list are only
  /// names, without the `class ` that default_text() has before them.
  const ConfigValue& default_value() const;
  /// In the order in which they are checked.
  std::vector<Validator> validators() const;
  std::size_t validator_count() const;
  Validator validator(std::size_t index) const;
  Importance importance() const;
  bool deprecated() const;
  bool internal() const;
  /// Always `read_only` for another role than the broker.
  DynamicScope dynamic_scope() const;
  /// For a topic's key: the broker keys that stand in where the topic does not set it; the first of
  /// them that the broker sets counts. Empty for a key that the broker cannot set.
  TextList synonyms() const;
  bool holds_in(Version version) const;
  /// Whether both have one type and the same validators, and so read and accept the same texts.
  bool demands_the_same_as(KeyDefinition other) const;
  VersionSet versions() const;
  ReleaseMask releases() const;
  /// The same for two definitions that are one entry of the catalog.
  constexpr std::uint32_t index() const { return index_; }
  friend constexpr bool operator==(KeyDefinition, KeyDefinition) = default;

 private:
  std::uint32_t index_;
};

/// The connectors of MirrorMaker 2.
enum class MirrorConnector : std::uint8_t { source, checkpoint, heartbeat };
inline constexpr std::array kAllMirrorConnectors = {
    MirrorConnector::source, MirrorConnector::checkpoint, MirrorConnector::heartbeat};
std::string_view to_string(MirrorConnector connector);

/// All versions of one ConfigDef: a role's, or that of one of MirrorMaker's connectors.
class RoleCatalog {
 public:
  explicit constexpr RoleCatalog(Role role)
      : role_(role), table_(static_cast<std::uint8_t>(role)) {}
  explicit constexpr RoleCatalog(MirrorConnector connector)
      : role_(Role::mirrormaker),
        table_(static_cast<std::uint8_t>(kAllRoles.size() + static_cast<std::size_t>(connector))) {}
  Role role() const { return role_; }
  /// The compiled rows behind this catalog (tables.h).
  const tables::RoleRow& rows() const;
  /// Whether the role exists in that version (share-consumer from 4.1, group from 4.0).
  bool exists_in(Version version) const;
  /// Nothing when that version does not define the key.
  std::optional<KeyDefinition> find(std::string_view key, Version version) const;
  /// The definitions in the order in which ConfigDef.parse takes them, hence the order in which a
  /// first error is found.
  std::vector<KeyDefinition> definitions(Version version) const;
  /// The key's place in that order; the key must be defined in that version.
  std::uint32_t order_of(std::string_view key, Version version) const;
  /// The definitions without a default, in the order of their keys' names.
  std::vector<KeyDefinition> required(Version version) const;
  /// The number of keys in that version.
  std::size_t size(Version version) const;
  /// Every definition that the key ever had, oldest first; empty for a key that never existed.
  std::vector<KeyDefinition> history(std::string_view key) const;
  /// Releases that define the key.
  VersionSet versions_of(std::string_view key) const;
  ReleaseMask releases_of(std::string_view key) const;
  /// Whether that version defines a key that begins so.
  bool has_key_from(std::string_view beginning, Version version) const;
  /// Every key of every version, sorted.
  std::vector<std::string_view> all_keys() const;

 private:
  Role role_;
  std::uint8_t table_;
};

/// For mirrormaker, what MirrorMakerConfig itself parses when it starts: `clusters` and the keys
/// around it. The keys of the flows between clusters, which stand in the same file, are those of
/// its connectors.
RoleCatalog catalog(Role role);
/// What MirrorMaker validates a connector with: MirrorSourceConfig, MirrorCheckpointConfig,
/// MirrorHeartbeatConfig; until 3.3 all three are MirrorConnectorConfig. Their keys stand at the
/// top of the file or behind `SOURCE->TARGET.`; `name`, `connector.class` and the aliases, although
/// required, are filled in by MirrorMaker.
RoleCatalog catalog(MirrorConnector connector);

/// Releases in which a running broker takes the key over dynamically although its configuration
/// file cannot have it (the replication throttles of DynamicConfig.Broker).
VersionSet dynamic_only(std::string_view broker_key);

}  // namespace kaflint::kafka
