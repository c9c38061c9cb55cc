// What every dialect needs to make units: settings collected with their provenance, names that are
// unique, placeholders that Kafka itself would resolve.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "linter/dialect/unit.h"
#include "linter/source/mapped_text.h"
#include "linter/source/position.h"
#include "linter/source/source_file.h"
#include "linter/syntax/properties.h"

namespace kaflint::dialect {

/// Whether a line of a properties file is a statement of a template language ({{ ... }}, {% ... %})
/// instead of a pair.
bool is_template_line(std::string_view key);

/// Whether a value still has to be filled in, by a template language or by hand: {{ ... }},
/// {% ... %}, {name}, as Python's str.format reads it, or <name>. ${name} is none of these.
bool holds_template_text(std::string_view value);

/// A pair as a setting of the same key, its value unknown where it still has to be filled in.
Setting setting_of(const syntax::PropertiesPair& pair);

/// Moves the setting's spans, which are of `text`, to the file that it was mapped from.
void map_setting(const MappedText& text, Setting& setting);

/// Collects one unit's settings, each key once.
class UnitBuilder {
 public:
  explicit UnitBuilder(Unit unit) : unit_(std::move(unit)) {}

  /// A later setting of a key replaces the earlier one and moves to its own place, as in a map that
  /// is filled in file order. The earlier one becomes an any/duplicate-key finding, with a safe fix
  /// where `removable` of the earlier one was given: what must go from the file to delete the
  /// entry, its line end included.
  void add(Setting setting, std::optional<Span> removable = std::nullopt);
  /// The same without a finding: a layer that is meant to win.
  void override_with(Setting setting, std::optional<Span> removable = std::nullopt);
  /// A value that the framework sets itself, weaker than anything written: no effect when the key
  /// is there already.
  void add_framework(std::string_view key, std::string_view value, std::string_view set_by);
  /// The same for a value that is made while the application runs; what is written is replaced.
  void set_by_framework(std::string_view key, std::string_view set_by);
  /// Adds every pair of a properties text, also those after a malformed escape. `text` maps the
  /// pairs' spans to the file; null when the text is the file itself.
  void add_pairs(std::span<const syntax::PropertiesPair> pairs, const MappedText* text,
                 const std::vector<Provenance>& chain);

  Unit& unit() { return unit_; }
  const Setting* find(std::string_view key) const;
  bool empty() const { return places_.empty(); }
  /// The finished unit: replaced settings are gone, values that Kafka's config providers resolve
  /// are unknown, diagnostics are in file order.
  Unit take() &&;

 private:
  void put(Setting setting, std::optional<Span> removable);

  Unit unit_;
  std::unordered_map<std::string, std::size_t> places_;  // key -> index in unit_.settings
  std::vector<bool> replaced_;                           // by index
  std::vector<std::optional<Span>> removable_;
};

/// Values with ${provider:path:key} become unknown where Kafka would resolve them: when the map
/// itself names that provider in config.providers (AbstractConfig.resolveConfigVariables), or for a
/// connector, whose references the worker's providers resolve (ConfigTransformer). Elsewhere the
/// text is literal.
void mark_config_provider_references(Unit& unit);

/// `name`, or a variant with the document's number (counted from 0, shown from 1) when another unit
/// has that name already.
std::string unique_unit_name(const std::vector<Unit>& units, std::string name,
                             std::size_t document);

/// Keys and prefixes that serializers, metrics reporters and login modules read from the same map
/// as a client.
std::vector<std::string> client_foreign_prefixes();

/// The same for a whole properties file: a byte order mark, which has a finding of its own, begins
/// the first key.
std::vector<std::string> plain_file_foreign_prefixes(std::string_view bytes);

/// Whether Spring Boot or Spring Cloud loads a file of that name: `application-prod.yml`.
bool is_spring_file_name(std::string_view file_name);

/// The last component of a path with `/`.
std::string_view file_name(std::string_view path);

/// Where something stands in a file that is not the one that is read: `application.yml:12`. `lines`
/// are those of `source`.
std::string place_in_other_file(const SourceFile& source, const LineTable& lines,
                                std::uint32_t offset);

/// A span of the file, from sizes as the standard library counts them.
Span span_of(std::size_t begin, std::size_t end);

}  // namespace kaflint::dialect
