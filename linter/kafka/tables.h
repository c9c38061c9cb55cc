// The catalog as compiler/ writes it: arrays of numbers and one pool of text. There are no pointers
// in them, so a position-independent binary needs no relocation to load them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "linter/kafka/catalog.h"

namespace kaflint::kafka::tables {

/// A piece of kPool.
struct Text {
  std::uint32_t offset = 0;
  std::uint32_t size = 0;
};

using ReleaseMask = kafka::ReleaseMask;
inline constexpr std::size_t kMaxReleases = 128;

struct ValidatorRow {
  Validator::Kind kind = Validator::Kind::not_null;
  bool empty_list_allowed = true;
  bool duplicates_allowed = true;
  bool drops_duplicates = false;
  bool nullable = false;
  bool trailing_dots = false;
  std::uint16_t item_count = 0;
  std::uint32_t first_item = 0;  // in kItems
  Text name;
  double number = 0;
};

struct DefinitionRow {
  ReleaseMask releases;
  Text default_text;
  std::uint32_t first_validator = 0;
  std::uint16_t validator_count = 0;
  std::uint16_t key = 0;
  Type type = Type::string;
  Importance importance = Importance::high;
  bool required = false;
  bool null_default = false;
  bool deprecated = false;
  bool internal = false;
  DynamicScope dynamic = DynamicScope::read_only;
  std::uint8_t synonym_count = 0;
  std::uint32_t first_synonym = 0;  // in kItems
};

struct KeyRow {
  Text name;
  std::uint16_t first_definition = 0;
  std::uint16_t definition_count = 0;
};

/// The order of ConfigDef in some releases. Keys are counted from the role's first one.
struct OrderRow {
  ReleaseMask releases;
  std::uint32_t first_key = 0;    // in kOrderedKeys, key_count of them
  std::uint32_t first_place = 0;  // in kPlaces, one for each key of the role
  std::uint16_t key_count = 0;
};

struct RoleRow {
  ReleaseMask releases;
  std::uint16_t first_key = 0;
  std::uint16_t key_count = 0;
  std::uint16_t first_order = 0;
  std::uint16_t order_count = 0;
  std::uint16_t first_required = 0;  // in kRequired
  std::uint16_t required_count = 0;
  std::uint32_t first_slot = 0;  // in kKeySlots
  std::uint32_t slot_count = 0;  // a power of two
};

/// Keys that only a running broker takes over.
struct DynamicOnlyRow {
  ReleaseMask releases;
  std::uint32_t first_item = 0;  // in kItems
  std::uint16_t item_count = 0;
};

extern const Version kReleases[];
extern const std::size_t kReleaseCount;
extern const char kPool[];
extern const Text kItems[];
extern const ValidatorRow kValidators[];
extern const DefinitionRow kDefinitions[];
extern const std::size_t kDefinitionCount;
/// Sorted by name within a role.
extern const KeyRow kKeys[];
/// Open addressing by key_hash: the key counted from the role's first one, plus one; 0 when free.
extern const std::uint16_t kKeySlots[];
extern const std::uint16_t kOrderedKeys[];
extern const std::uint16_t kPlaces[];
extern const OrderRow kOrders[];
/// Definitions without a default.
extern const std::uint16_t kRequired[];
/// By Role, then by MirrorConnector.
extern const RoleRow kRoles[];
extern const DynamicOnlyRow kDynamicOnly[];
extern const std::size_t kDynamicOnlyCount;

inline std::string_view text(Text piece) { return {kPool + piece.offset, piece.size}; }

/// Every key that the role ever had, in the order of their names.
std::span<const KeyRow> keys_of(const RoleRow& role);
/// The role's definitions without a default in any release, in the order of their keys' names.
std::span<const std::uint16_t> required_of(const RoleRow& role);
/// Null when the role never had the key.
const KeyRow* find_key(const RoleRow& role, std::string_view key);
/// How the key is defined in the i-th of kReleases.
std::optional<KeyDefinition> definition_in(const KeyRow& key, std::size_t release);

}  // namespace kaflint::kafka::tables
