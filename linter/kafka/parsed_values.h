// What ConfigDef makes of the written keys, parsed once for all versions that read them alike.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "linter/kafka/catalog.h"
#include "linter/kafka/config.h"
#include "linter/kafka/tables.h"

namespace kaflint::kafka {

/// The written keys that the role's catalog knows in any version, and their synonyms. It parses
/// when it is first asked and belongs to one thread.
class ParsedValues {
 public:
  using Outcome = std::expected<ConfigValue, ValueError>;

  /// `written` has to live as long.
  ParsedValues(RoleCatalog catalog, const WrittenConfig& written);

  RoleCatalog catalog() const { return catalog_; }
  const WrittenConfig& written() const { return *written_; }
  std::size_t size() const { return keys_.size(); }
  const tables::KeyRow& key(std::size_t place) const { return *keys_[place].row; }
  bool has_text(std::size_t place) const { return keys_[place].text->has_value(); }
  /// Whether the key is not written itself but has the value of another: `broker.id` of `node.id`
  /// and the other way round, where only one is written (KafkaConfig.populateSynonyms, 3.1.0).
  bool is_synonym(std::size_t place) const { return place == synonym_; }
  bool has_synonym() const { return synonym_ != kNone; }
  /// The key that is written for it.
  std::string_view written_key(std::size_t place) const { return keys_[place].written; }
  /// The key's place; nothing when it is neither written nor a synonym.
  std::optional<std::size_t> find(const tables::KeyRow& key) const;
  /// ConfigDef.parseValue; the key must have a text. The reference lives as long as this.
  const Outcome& parse(std::size_t place, KeyDefinition definition);

 private:
  void add(std::string_view key, std::string_view written, const std::optional<std::string>& text);

  static constexpr std::uint32_t kNone = 0xFFFF'FFFF;
  struct Key {
    const tables::KeyRow* row;
    std::string_view written;
    const std::optional<std::string>* text;
    std::uint32_t first_parse = kNone;
  };
  struct Parse {
    KeyDefinition definition;
    Outcome outcome;
    std::uint32_t next;  // of the same key
  };

  RoleCatalog catalog_;
  const WrittenConfig* written_;
  std::vector<Key> keys_;
  std::vector<std::uint16_t> places_;  // by the key's number in the role, plus one; 0 when absent
  std::deque<Parse> parses_;
  std::size_t synonym_ = kNone;
};

}  // namespace kaflint::kafka
