// Where a property below spring.kafka belongs: to all clients, to one role, or to Spring alone.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "linter/dialect/spring_documents.h"
#include "linter/kafka/role.h"

namespace kaflint::dialect {

inline constexpr std::array kSpringRoles = {kafka::Role::producer, kafka::Role::consumer,
                                            kafka::Role::admin, kafka::Role::streams};

/// Where an entry belongs, apart from documents.
struct SpringPlace {
  std::string_view section;  // `common` or a role
  std::size_t skip;          // elements before the property or map key
  bool map;                  // below `properties`
};

/// For a client of that role; nothing when it never gets the entry.
std::optional<SpringPlace> spring_place(const SpringEntry& entry, kafka::Role role);

/// Whether the entry stands in the role's own section.
bool is_of_role(const SpringEntry& entry, kafka::Role role);

/// Whether the entry stands in the section of any role.
bool is_role_section(const SpringEntry& entry);

/// Whether the entry gives an empty text to one of KafkaProperties' groups instead of a setting in
/// it.
bool is_empty_section(const SpringEntry& entry);

/// Whether every client gets the entry.
bool is_common(const SpringEntry& entry);

}  // namespace kaflint::dialect
