// A flat property as a setting of a client.
#pragma once

#include <cstdint>
#include <string>

#include "linter/dialect/flat_properties.h"
#include "linter/dialect/spring_placeholders.h"
#include "linter/dialect/unit.h"

namespace kaflint::dialect {

/// Whether a text that becomes empty by placeholders is taken for one, or keeps the place for what
/// another source brings, and is unknown.
enum class EmptyText : std::uint8_t { unknown, known };

/// Replaces ${...} in the value as far as `lookup` knows them.
void resolve_placeholders(const SpringLookup& lookup, Setting& setting,
                          EmptyText empty = EmptyText::unknown);

/// The setting with its place and resolved value. `shown` is the property's whole name.
Setting flat_setting(const FlatEntry& entry, std::string key, std::string shown,
                     const SpringLookup& lookup);

}  // namespace kaflint::dialect
