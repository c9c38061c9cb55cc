// A configuration as one component of one version gets it: ConfigDef.parse applied to what was
// written, the way AbstractConfig's constructor does.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <ranges>
#include <string>
#include <string_view>
#include <vector>

#include "linter/kafka/catalog.h"
#include "linter/kafka/config_def.h"

namespace kaflint::kafka {

namespace tables {
struct KeyRow;
}

/// The originals of a configuration: key to the string that reaches Kafka, or nothing when the
/// string cannot be known statically. Keys are unique.
class WrittenConfig {
 public:
  void set(std::string_view key, std::optional<std::string> value);
  void erase(std::string_view key);
  bool contains(std::string_view key) const { return values_.contains(key); }
  /// Null when the key was not written.
  const std::optional<std::string>* find(std::string_view key) const;
  using Values = std::map<std::string, std::optional<std::string>, std::less<>>;
  const Values& values() const { return values_; }
  /// The entries whose keys begin with `prefix`, by key; a view into this.
  std::ranges::subrange<Values::const_iterator> with_prefix(std::string_view prefix) const;

 private:
  Values values_;
};

/// Whether something outside of what was read can add settings: then an absent key is unknown.
enum class Completeness : std::uint8_t { incomplete, complete };

struct ConfigError {
  KeyDefinition definition;
  bool missing = false;  // required and not written
  ValueError error;      // when not missing
};

class ParsedValues;

class ParsedConfig {
 public:
  ParsedConfig(RoleCatalog catalog, Version version, const WrittenConfig& written,
               Completeness completeness);
  /// One of several versions of the same configuration: what was parsed for one serves all.
  ParsedConfig(std::shared_ptr<ParsedValues> values, Version version, Completeness completeness);

  RoleCatalog catalog() const { return catalog_; }
  Version version() const { return version_; }
  const WrittenConfig& written() const { return *written_; }
  Completeness completeness() const { return completeness_; }

  /// Whether the user or the framework wrote the key: originals().containsKey. Unknown for an
  /// absent key of an incomplete configuration.
  bool is_written(std::string_view key) const;
  /// The key whose value Kafka takes for this one: the other of `broker.id` and `node.id` where
  /// only one is written (KafkaConfig.populateSynonyms), else the key itself.
  std::string_view written_as(std::string_view key) const;
  /// Whether written_as() differs from the key for one of them.
  bool has_synonym() const;

  /// How ConfigDef defines the key in this version; nothing where it does not.
  std::optional<KeyDefinition> definition(std::string_view key) const;
  /// The value that Kafka would hold: parsed or default. Null pointer when it is not known (written
  /// as something unknown, refused by ConfigDef, or the version has no such key).
  const ConfigValue* find(std::string_view key) const;
  std::optional<std::int64_t> number(std::string_view key) const;
  std::optional<bool> boolean(std::string_view key) const;
  std::optional<std::string> string(std::string_view key) const;
  /// Null pointer where it is null or not known; a view into this.
  const std::vector<std::string>* list(std::string_view key) const;

  /// In ConfigDef order: the first is the one that Kafka's exception is about. Missing required
  /// keys are here only when the configuration is complete.
  const std::vector<ConfigError>& errors() const { return errors_; }
  /// Keys of this role whose value is unknown and could make ConfigDef refuse, in ConfigDef order.
  const std::vector<std::string>& unknown() const { return unknown_; }

 private:
  /// Whether this version takes what is at that place of values_ for written.
  bool holds(std::size_t place) const;
  std::optional<std::size_t> place_of(const tables::KeyRow& key) const;

  RoleCatalog catalog_;
  Version version_;
  std::optional<std::size_t> release_;
  const WrittenConfig* written_;
  Completeness completeness_;
  std::shared_ptr<ParsedValues> values_;
  std::vector<const ConfigValue*> known_;  // by the place in values_; null when not known
  std::vector<ConfigError> errors_;
  std::vector<std::string> unknown_;
};

}  // namespace kaflint::kafka
