// What it means that the default of a key changes between two releases:
// rules/upgrade/default_changes.yaml.
#pragma once

#include <cstdint>
#include <string_view>

#include "linter/kafka/role.h"

namespace kaflint::policy {

/// When a component does anything differently because of the change.
enum class DefaultMatters : std::uint8_t { always, tls, tiered, zookeeper, never };

struct DefaultChange {
  std::string_view key;
  std::string_view role;  // empty for all that have the key
  DefaultMatters matters;
  std::string_view effect;  // half a sentence about what is done differently
};

/// Null for a key whose default never changed for that role.
const DefaultChange* find_default_change(kafka::Role role, std::string_view key);

}  // namespace kaflint::policy
