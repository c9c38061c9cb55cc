// ConfigDef.parseType and the validators: from a written string to a typed value, or Kafka's
// refusal.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "linter/kafka/catalog.h"
#include "linter/kafka/config_value.h"
#include "linter/kafka/version.h"

namespace kaflint::kafka {

struct ValueError {
  enum class Kind : std::uint8_t { wrong_type, out_of_range, not_accepted };
  Kind kind;
  /// What would be accepted, to be read after `expects `: `a whole number from 0 to 2147483647`,
  /// `one of all, -1, 0, 1`.
  std::string expected;
};

/// ConfigDef.parseType for a java.lang.String, as that version does it. All known versions agree,
/// on which ParsedValues builds.
std::expected<ConfigValue, ValueError> parse_type(Type type, std::string_view text,
                                                  Version version);

/// ConfigDef.ConfigKey.validator.ensureValid on a typed value.
std::optional<ValueError> validate(const KeyDefinition& definition, const ConfigValue& value,
                                   Version version);

/// Both, in ConfigDef.parseValue's order.
std::expected<ConfigValue, ValueError> parse_value(const KeyDefinition& definition,
                                                   std::string_view text, Version version);

/// What the key accepts in that version, for a person: `one of all, -1, 0, 1`.
std::string describe_accepted(const KeyDefinition& definition, Version version);

}  // namespace kaflint::kafka
