// See spring_sections.h.
#include "linter/dialect/spring_sections.h"

#include <algorithm>
#include <iterator>

#include "linter/dialect/spring_table.h"

namespace kaflint::dialect {
namespace {

bool is_section(const SpringEntry& entry, std::string_view section) {
  return spring_uniform(entry.elements[0]) == section;
}

/// Groups of spring.kafka that configure Spring alone.
bool is_other_group(const SpringEntry& entry) {
  for (std::string_view group : {"listener", "template", "retry", "jaas"})
    if (is_section(entry, group)) return true;
  return false;
}

}  // namespace

bool is_role_section(const SpringEntry& entry) {
  return std::ranges::any_of(kSpringRoles,
                             [&](kafka::Role role) { return is_section(entry, to_string(role)); });
}

std::optional<SpringPlace> spring_place(const SpringEntry& entry, kafka::Role role) {
  const bool own = is_section(entry, to_string(role));
  if (!own && (is_role_section(entry) || is_other_group(entry))) return std::nullopt;
  const std::size_t at = own ? 1 : 0;
  if (at >= entry.elements.size()) return std::nullopt;
  const bool map = spring_uniform(entry.elements[at]) == "properties";
  if (map && at + 1 >= entry.elements.size()) return std::nullopt;
  return SpringPlace{own ? to_string(role) : "common", at + (map ? 1 : 0), map};
}

bool is_of_role(const SpringEntry& entry, kafka::Role role) {
  return is_section(entry, to_string(role)) && entry.elements.size() > 1;
}

bool is_empty_section(const SpringEntry& entry) {
  constexpr std::string_view kGroups[] = {"admin",    "consumer", "producer", "streams",   "jaas",
                                          "listener", "template", "ssl",      "properties"};
  constexpr std::string_view kWithin[] = {"ssl", "properties"};
  if (entry.indexed || entry.variable || entry.value != "") return false;
  const std::string name = spring_uniform(entry.elements.back());
  if (entry.elements.size() == 2 && is_role_section(entry))
    return std::ranges::find(kWithin, name) != std::end(kWithin);
  return entry.elements.size() == 1 && std::ranges::find(kGroups, name) != std::end(kGroups);
}

bool is_common(const SpringEntry& entry) {
  return !is_role_section(entry) && !is_other_group(entry);
}

}  // namespace kaflint::dialect
