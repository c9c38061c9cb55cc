// Reads the compiled catalog. Lookups are binary searches over keys, of which a role has a few
// hundred; nothing is set up when the program starts.
#include "linter/kafka/catalog.h"

#include <algorithm>
#include <array>
#include <span>

#include "linter/base/check.h"
#include "linter/kafka/tables.h"

namespace kaflint::kafka {
namespace {

using tables::DefinitionRow;
using tables::KeyRow;
using tables::OrderRow;
using tables::RoleRow;

const DefinitionRow& row(std::uint32_t index) { return tables::kDefinitions[index]; }

std::span<const KeyRow> keys_of(const RoleRow& role) {
  return {tables::kKeys + role.first_key, role.key_count};
}

const KeyRow* find_key(const RoleRow& role, std::string_view key) {
  const std::span<const KeyRow> keys = keys_of(role);
  const auto name = [](const KeyRow& k) { return tables::text(k.name); };
  const auto at = std::ranges::lower_bound(keys, key, {}, name);
  return at != keys.end() && name(*at) == key ? &*at : nullptr;
}

std::optional<KeyDefinition> definition_in(const KeyRow& key, std::size_t release) {
  for (std::uint32_t i = key.first_definition; i < key.first_definition + key.definition_count; ++i)
    if (row(i).releases.contains(release)) return KeyDefinition(i);
  return std::nullopt;
}

const OrderRow* order_in(const RoleRow& role, std::size_t release) {
  const std::span<const OrderRow> orders(tables::kOrders + role.first_order, role.order_count);
  const auto at = std::ranges::find_if(
      orders, [release](const OrderRow& order) { return order.releases.contains(release); });
  return at == orders.end() ? nullptr : &*at;
}

VersionSet versions_in(const tables::ReleaseMask& mask) {
  VersionSet versions;
  for (std::size_t i = 0; i < tables::kReleaseCount; ++i)
    if (mask.contains(i)) versions.insert(tables::kReleases[i]);
  return versions;
}

}  // namespace

std::optional<std::size_t> tables::release_index(Version version) {
  const std::span<const Version> known = known_releases();
  const auto at = std::ranges::lower_bound(known, version);
  if (at == known.end() || *at != version) return std::nullopt;
  return static_cast<std::size_t>(at - known.begin());
}

std::string_view TextList::Iterator::operator*() const {
  return tables::text(tables::kItems[item_]);
}

std::string_view TextList::operator[](std::size_t index) const {
  return tables::text(tables::kItems[first_ + index]);
}

std::string_view KeyDefinition::key() const {
  return tables::text(tables::kKeys[row(index_).key].name);
}

Type KeyDefinition::type() const { return row(index_).type; }

bool KeyDefinition::required() const { return row(index_).required; }

std::optional<std::string_view> KeyDefinition::default_text() const {
  if (row(index_).required || row(index_).null_default) return std::nullopt;
  return tables::text(row(index_).default_text);
}

std::vector<Validator> KeyDefinition::validators() const {
  std::vector<Validator> result;
  for (std::size_t i = 0; i < validator_count(); ++i) result.push_back(validator(i));
  return result;
}

std::size_t KeyDefinition::validator_count() const { return row(index_).validator_count; }

Validator KeyDefinition::validator(std::size_t index) const {
  const tables::ValidatorRow& v = tables::kValidators[row(index_).first_validator + index];
  return {.kind = v.kind,
          .empty_list_allowed = v.empty_list_allowed,
          .duplicates_allowed = v.duplicates_allowed,
          .drops_duplicates = v.drops_duplicates,
          .nullable = v.nullable,
          .trailing_dots = v.trailing_dots,
          .number = v.number,
          .items = TextList(v.first_item, v.item_count),
          .name = tables::text(v.name)};
}

Importance KeyDefinition::importance() const { return row(index_).importance; }
bool KeyDefinition::deprecated() const { return row(index_).deprecated; }
bool KeyDefinition::internal() const { return row(index_).internal; }
DynamicScope KeyDefinition::dynamic_scope() const { return row(index_).dynamic; }

TextList KeyDefinition::synonyms() const {
  return {row(index_).first_synonym, row(index_).synonym_count};
}

bool KeyDefinition::holds_in(Version version) const {
  const std::optional<std::size_t> release = tables::release_index(version);
  return release && row(index_).releases.contains(*release);
}

VersionSet KeyDefinition::versions() const { return versions_in(row(index_).releases); }

bool RoleCatalog::exists_in(Version version) const {
  const std::optional<std::size_t> release = tables::release_index(version);
  return release && tables::kRoles[table_].releases.contains(*release);
}

std::optional<KeyDefinition> RoleCatalog::find(std::string_view key, Version version) const {
  const std::optional<std::size_t> release = tables::release_index(version);
  const KeyRow* found = find_key(tables::kRoles[table_], key);
  return release && found != nullptr ? definition_in(*found, *release) : std::nullopt;
}

std::vector<KeyDefinition> RoleCatalog::definitions(Version version) const {
  std::vector<KeyDefinition> result;
  const std::optional<std::size_t> release = tables::release_index(version);
  const RoleRow& role = tables::kRoles[table_];
  const OrderRow* order = release ? order_in(role, *release) : nullptr;
  if (order == nullptr) return result;
  result.reserve(order->key_count);
  for (std::size_t i = 0; i < order->key_count; ++i) {
    const std::size_t key = role.first_key + tables::kOrderedKeys[order->first_key + i];
    const std::optional<KeyDefinition> found = definition_in(tables::kKeys[key], *release);
    KAFLINT_CHECK(found, "an ordered key has no definition");
    result.push_back(*found);
  }
  return result;
}

std::uint32_t RoleCatalog::order_of(std::string_view key, Version version) const {
  const std::optional<std::size_t> release = tables::release_index(version);
  const RoleRow& role = tables::kRoles[table_];
  const OrderRow* order = release ? order_in(role, *release) : nullptr;
  const KeyRow* found = find_key(tables::kRoles[table_], key);
  KAFLINT_CHECK(order != nullptr && found != nullptr, "no order for this key and version");
  const auto index = static_cast<std::size_t>(found - tables::kKeys) - role.first_key;
  return tables::kPlaces[order->first_place + index];
}

std::vector<KeyDefinition> RoleCatalog::required(Version version) const {
  std::vector<KeyDefinition> result;
  const std::optional<std::size_t> release = tables::release_index(version);
  if (!release) return result;
  const RoleRow& role = tables::kRoles[table_];
  for (std::size_t i = 0; i < role.required_count; ++i) {
    const std::uint16_t index = tables::kRequired[role.first_required + i];
    if (row(index).releases.contains(*release)) result.emplace_back(index);
  }
  return result;
}

std::size_t RoleCatalog::size(Version version) const {
  const std::optional<std::size_t> release = tables::release_index(version);
  const OrderRow* order = release ? order_in(tables::kRoles[table_], *release) : nullptr;
  return order == nullptr ? 0 : order->key_count;
}

std::vector<KeyDefinition> RoleCatalog::history(std::string_view key) const {
  std::vector<KeyDefinition> result;
  if (const KeyRow* found = find_key(tables::kRoles[table_], key))
    for (std::uint32_t i = 0; i < found->definition_count; ++i)
      result.emplace_back(found->first_definition + i);
  return result;
}

VersionSet RoleCatalog::versions_of(std::string_view key) const {
  VersionSet versions;
  for (KeyDefinition definition : history(key)) versions.insert(definition.versions());
  return versions;
}

std::vector<std::string_view> RoleCatalog::all_keys() const {
  std::vector<std::string_view> result;
  for (const KeyRow& key : keys_of(tables::kRoles[table_]))
    result.push_back(tables::text(key.name));
  return result;
}

RoleCatalog catalog(Role role) { return RoleCatalog(role); }
RoleCatalog catalog(MirrorConnector connector) { return RoleCatalog(connector); }

VersionSet dynamic_only(std::string_view broker_key) {
  VersionSet versions;
  for (std::size_t i = 0; i < tables::kDynamicOnlyCount; ++i) {
    const tables::DynamicOnlyRow& only = tables::kDynamicOnly[i];
    for (const std::string_view key : TextList(only.first_item, only.item_count))
      if (key == broker_key) versions.insert(versions_in(only.releases));
  }
  return versions;
}

std::string_view to_string(MirrorConnector connector) {
  constexpr std::array<std::string_view, 3> kNames = {"source", "checkpoint", "heartbeat"};
  return kNames[static_cast<std::size_t>(connector)];
}

std::string_view to_string(Importance importance) {
  constexpr std::array<std::string_view, 3> kNames = {"high", "medium", "low"};
  return kNames[static_cast<std::size_t>(importance)];
}

std::string_view to_string(DynamicScope scope) {
  constexpr std::array<std::string_view, 3> kNames = {"read-only", "per-broker", "cluster-wide"};
  return kNames[static_cast<std::size_t>(scope)];
}

}  // namespace kaflint::kafka
