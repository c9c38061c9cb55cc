// Reads the compiled catalog. Lookups are binary searches over keys, of which a role has a few
// hundred; nothing is set up when the program starts.
#include "linter/kafka/catalog.h"

#include <algorithm>
#include <array>
#include <span>

#include "linter/base/check.h"
#include "linter/kafka/key_hash.h"
#include "linter/kafka/tables.h"

namespace kaflint::kafka {
namespace {

using tables::DefinitionRow;
using tables::KeyRow;
using tables::OrderRow;
using tables::RoleRow;

const DefinitionRow& row(std::uint32_t index) { return tables::kDefinitions[index]; }

const OrderRow* order_in(const RoleRow& role, std::size_t release) {
  const std::span<const OrderRow> orders(tables::kOrders + role.first_order, role.order_count);
  const auto at = std::ranges::find_if(
      orders, [release](const OrderRow& order) { return order.releases.contains(release); });
  return at == orders.end() ? nullptr : &*at;
}

}  // namespace

std::span<const KeyRow> tables::keys_of(const RoleRow& role) {
  return {kKeys + role.first_key, role.key_count};
}

std::span<const std::uint16_t> tables::required_of(const RoleRow& role) {
  return {kRequired + role.first_required, role.required_count};
}

const KeyRow* tables::find_key(const RoleRow& role, std::string_view key) {
  const std::uint32_t last = role.slot_count - 1;
  for (std::uint32_t slot = key_hash(key) & last;; slot = (slot + 1) & last) {
    const std::uint16_t entry = kKeySlots[role.first_slot + slot];
    if (entry == 0) return nullptr;
    const KeyRow& found = kKeys[role.first_key + entry - 1];
    if (text(found.name) == key) return &found;
  }
}

std::optional<KeyDefinition> tables::definition_in(const KeyRow& key, std::size_t release) {
  for (std::uint32_t i = key.first_definition; i < key.first_definition + key.definition_count; ++i)
    if (row(i).releases.contains(release)) return KeyDefinition(i);
  return std::nullopt;
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

bool KeyDefinition::demands_the_same_as(KeyDefinition other) const {
  const DefinitionRow& a = row(index_);
  const DefinitionRow& b = row(other.index_);
  return a.type == b.type && a.first_validator == b.first_validator &&
         a.validator_count == b.validator_count;
}

bool KeyDefinition::holds_in(Version version) const {
  const std::optional<std::size_t> release = release_index(version);
  return release && row(index_).releases.contains(*release);
}

VersionSet KeyDefinition::versions() const { return VersionSet::of(releases()); }

ReleaseMask KeyDefinition::releases() const { return row(index_).releases; }

const RoleRow& RoleCatalog::rows() const { return tables::kRoles[table_]; }

bool RoleCatalog::exists_in(Version version) const {
  const std::optional<std::size_t> release = release_index(version);
  return release && rows().releases.contains(*release);
}

std::optional<KeyDefinition> RoleCatalog::find(std::string_view key, Version version) const {
  const std::optional<std::size_t> release = release_index(version);
  const KeyRow* found = tables::find_key(rows(), key);
  return release && found != nullptr ? tables::definition_in(*found, *release) : std::nullopt;
}

std::vector<KeyDefinition> RoleCatalog::definitions(Version version) const {
  std::vector<KeyDefinition> result;
  const std::optional<std::size_t> release = release_index(version);
  const RoleRow& role = rows();
  const OrderRow* order = release ? order_in(role, *release) : nullptr;
  if (order == nullptr) return result;
  result.reserve(order->key_count);
  for (std::size_t i = 0; i < order->key_count; ++i) {
    const std::size_t key = role.first_key + tables::kOrderedKeys[order->first_key + i];
    const std::optional<KeyDefinition> found = tables::definition_in(tables::kKeys[key], *release);
    KAFLINT_CHECK(found, "an ordered key has no definition");
    result.push_back(*found);
  }
  return result;
}

std::uint32_t RoleCatalog::order_of(std::string_view key, Version version) const {
  const std::optional<std::size_t> release = release_index(version);
  const RoleRow& role = rows();
  const OrderRow* order = release ? order_in(role, *release) : nullptr;
  const KeyRow* found = tables::find_key(rows(), key);
  KAFLINT_CHECK(order != nullptr && found != nullptr, "no order for this key and version");
  const auto index = static_cast<std::size_t>(found - tables::kKeys) - role.first_key;
  return tables::kPlaces[order->first_place + index];
}

std::vector<KeyDefinition> RoleCatalog::required(Version version) const {
  std::vector<KeyDefinition> result;
  const std::optional<std::size_t> release = release_index(version);
  if (!release) return result;
  for (const std::uint16_t index : tables::required_of(rows()))
    if (row(index).releases.contains(*release)) result.emplace_back(index);
  return result;
}

std::size_t RoleCatalog::size(Version version) const {
  const std::optional<std::size_t> release = release_index(version);
  const OrderRow* order = release ? order_in(rows(), *release) : nullptr;
  return order == nullptr ? 0 : order->key_count;
}

std::vector<KeyDefinition> RoleCatalog::history(std::string_view key) const {
  std::vector<KeyDefinition> result;
  if (const KeyRow* found = tables::find_key(rows(), key))
    for (std::uint32_t i = 0; i < found->definition_count; ++i)
      result.emplace_back(found->first_definition + i);
  return result;
}

VersionSet RoleCatalog::versions_of(std::string_view key) const {
  return VersionSet::of(releases_of(key));
}

ReleaseMask RoleCatalog::releases_of(std::string_view key) const {
  ReleaseMask releases;
  if (const KeyRow* found = tables::find_key(rows(), key))
    for (std::uint32_t i = 0; i < found->definition_count; ++i)
      releases = releases | row(found->first_definition + i).releases;
  return releases;
}

bool RoleCatalog::has_key_from(std::string_view beginning, Version version) const {
  const std::optional<std::size_t> release = release_index(version);
  if (!release) return false;
  const auto name = [](const KeyRow& key) { return tables::text(key.name); };
  const std::span<const KeyRow> keys = tables::keys_of(rows());
  for (auto at = std::ranges::lower_bound(keys, beginning, {}, name);
       at != keys.end() && name(*at).starts_with(beginning); ++at)
    if (tables::definition_in(*at, *release)) return true;
  return false;
}

std::vector<std::string_view> RoleCatalog::all_keys() const {
  std::vector<std::string_view> result;
  for (const KeyRow& key : tables::keys_of(rows())) result.push_back(tables::text(key.name));
  return result;
}

RoleCatalog catalog(Role role) { return RoleCatalog(role); }
RoleCatalog catalog(MirrorConnector connector) { return RoleCatalog(connector); }

VersionSet dynamic_only(std::string_view broker_key) {
  VersionSet versions;
  for (std::size_t i = 0; i < tables::kDynamicOnlyCount; ++i) {
    const tables::DynamicOnlyRow& only = tables::kDynamicOnly[i];
    for (const std::string_view key : TextList(only.first_item, only.item_count))
      if (key == broker_key) versions.insert(VersionSet::of(only.releases));
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
