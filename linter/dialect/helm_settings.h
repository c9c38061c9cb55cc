// Settings out of the values of a Helm chart: what its templates make of a scalar.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "linter/dialect/common.h"
#include "linter/dialect/dialect.h"

namespace kaflint::dialect {

/// How a chart's templates turn a value into text.
enum class Printing : std::uint8_t {
  yaml,     // toYaml: whole numbers stay as they are
  printed,  // {{ $value }}, also with `quote`: numbers from a million on get an exponent
  unknown,
};

/// One value on the way through the file.
struct ValuesPlace {
  syntax::YamlId node = syntax::kNoYaml;
  std::string path;         // `kafka.broker.config`
  std::string_view key;     // its last component
  std::string_view parent;  // the one before; empty at the top
  std::size_t depth = 0;
  Span key_span = {};
  std::size_t chart = 0;  // within values of a chart that is known; its number from 1
};

/// Gives the setting the value that the scalar `value` has for Kafka and adds it, over one of the
/// same key. A null is no setting. What an exponent breaks is a finding of the unit.
void add_value(const ParsedFile& file, syntax::YamlId value, Printing printing, Setting setting,
               UnitBuilder& builder);

/// Every entry of a map of Kafka's keys.
void add_map(const ParsedFile& file, const ValuesPlace& place, Printing printing,
             UnitBuilder& builder);

/// Whether Kafka reads the key as a whole number in every version that knows it.
bool takes_whole_number(kafka::Role role, std::string_view key);

/// A setting of `key` whose value stands under another name: `logRetentionBytes`.
Setting named_setting(const ParsedFile& file, const ValuesPlace& place, std::string_view key);

/// How the chain of such settings begins.
std::vector<Provenance> values_chain(const ValuesPlace& place);

}  // namespace kaflint::dialect
