// Writes the tables of linter/kafka/tables.h as C++ source.
#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <iterator>

#include "linter/kafka/compiler/model.h"
#include "linter/kafka/key_hash.h"
#include "linter/kafka/role.h"

namespace kaflint::kafka::compiler {
namespace {

using tables::ReleaseMask;

/// An array of the output: its elements as source, counted.
class Array {
 public:
  template <typename... Args>
  void add(fmt::format_string<Args...> format, Args&&... args) {
    fmt::format_to(std::back_inserter(body_), format, std::forward<Args>(args)...);
    body_ += ++count_ % 8 == 0 ? ",\n" : ",";
  }
  std::size_t count() const { return count_; }
  std::string definition(std::string_view type, std::string_view name) const {
    return fmt::format("extern const {} {}[] = {{\n{}}};\n", type, name,
                       count_ == 0 ? "{}" : body_);
  }

 private:
  std::string body_;
  std::size_t count_ = 0;
};

class Writer {
 public:
  std::string write(const CatalogModel& model) {
    Array releases;
    for (std::string text : model.releases) {
      std::ranges::replace(text, '.', ',');
      releases.add("Version({})", text);
    }
    for (const std::string& name : definition_names()) add_role(model.roles.at(name));
    std::string out =
        "// Made from rules/catalog.\n#include \"linter/kafka/tables.h\"\n"
        "namespace kaflint::kafka::tables {\n";
    out += fmt::format("extern const std::size_t kReleaseCount = {};\n", releases.count());
    out += releases.definition("Version", "kReleases");
    out += pool_definition();
    out += items_.definition("Text", "kItems");
    out += "using K = Validator::Kind;\n";
    out += validators_.definition("ValidatorRow", "kValidators");
    out += "using T = Type;\nusing I = Importance;\nusing D = DynamicScope;\n";
    out += definitions_.definition("DefinitionRow", "kDefinitions");
    out += fmt::format("extern const std::size_t kDefinitionCount = {};\n", definitions_.count());
    out += keys_.definition("KeyRow", "kKeys");
    out += key_slots_.definition("std::uint16_t", "kKeySlots");
    out += ordered_keys_.definition("std::uint16_t", "kOrderedKeys");
    out += places_.definition("std::uint16_t", "kPlaces");
    out += orders_.definition("OrderRow", "kOrders");
    out += required_.definition("std::uint16_t", "kRequired");
    out += roles_.definition("RoleRow", "kRoles");
    out += dynamic_only_.definition("DynamicOnlyRow", "kDynamicOnly");
    out += fmt::format("extern const std::size_t kDynamicOnlyCount = {};\n", dynamic_only_.count());
    out += fmt::format("static_assert({} < 65536 && {} < 65536);\n", definitions_.count(),
                       keys_.count());
    out += "}  // namespace kaflint::kafka::tables\n";
    return out;
  }

 private:
  static std::string mask(const ReleaseMask& mask) {
    return fmt::format("{{{:#x}u,{:#x}u}}", mask.low, mask.high);
  }

  std::string text(const std::string& value) {
    const auto [entry, is_new] = texts_.try_emplace(value, pool_.size());
    if (is_new) pool_ += value;
    return fmt::format("{{{},{}}}", entry->second, value.size());
  }

  std::string pool_definition() const {
    std::string out = "extern const char kPool[] =";
    for (std::size_t i = 0; i < pool_.size(); ++i) {
      if (i % 96 == 0) out += i == 0 ? "\n\"" : "\"\n\"";
      const auto byte = static_cast<unsigned char>(pool_[i]);
      if (byte < ' ' || byte >= 0x7F || byte == '"' || byte == '\\' || byte == '?')
        out += fmt::format("\\{:03o}", byte);
      else
        out += pool_[i];
    }
    return out + (pool_.empty() ? "\"\";\n" : "\";\n");
  }

  // Equal lists of items, such as the versions of Kafka, are written once.
  std::size_t items(const std::vector<std::string>& values) {
    const auto [entry, is_new] = item_lists_.try_emplace(values, items_.count());
    if (is_new)
      for (const std::string& value : values) items_.add("{}", text(value));
    return entry->second;
  }

  // Definitions with equal validators share them, so that a reader sees that they demand the same.
  std::size_t validators(const std::vector<ValidatorEntry>& entries) {
    std::vector<std::string> rows;
    for (const ValidatorEntry& v : entries)
      rows.push_back(fmt::format("{{K::{},{},{},{},{},{},{},{},{},{:.17g}}}", v.kind,
                                 v.empty_list_allowed, v.duplicates_allowed, v.drops_duplicates,
                                 v.nullable, v.trailing_dots, v.items.size(), items(v.items),
                                 text(v.name), v.number));
    const auto [entry, is_new] = validator_lists_.try_emplace(rows, validators_.count());
    if (is_new)
      for (const std::string& row : rows) validators_.add("{}", row);
    return entry->second;
  }

  void add_definition(const DefinitionEntry& entry, std::size_t key) {
    const std::size_t first_validator = validators(entry.validators);
    if (entry.required) required_.add("{}", definitions_.count());
    definitions_.add("{{{},{},{},{},{},T::{},I::{},{},{},{},{},D::{},{},{}}}", mask(entry.releases),
                     text(entry.default_text.value_or("")), first_validator,
                     entry.validators.size(), key, entry.type, entry.importance, entry.required,
                     !entry.required && !entry.default_text, entry.deprecated, entry.internal,
                     entry.dynamic, entry.synonyms.size(), items(entry.synonyms));
  }

  void add_order(const OrderEntry& order, const std::map<std::string, std::size_t>& indices) {
    orders_.add("{{{},{},{},{}}}", mask(order.releases), ordered_keys_.count(), places_.count(),
                order.keys.size());
    std::vector<std::size_t> places(indices.size(), 0xFFFF);
    for (std::size_t place = 0; place < order.keys.size(); ++place) {
      const std::size_t index = indices.at(order.keys[place]);
      places[index] = place;
      ordered_keys_.add("{}", index);
    }
    for (std::size_t place : places) places_.add("{}", place);
  }

  void add_role(const RoleEntry& role) {
    const std::size_t first_key = keys_.count();
    const std::size_t first_order = orders_.count();
    const std::size_t first_required = required_.count();
    std::map<std::string, std::size_t> indices;
    for (const auto& [key, definitions] : role.keys) {
      indices.emplace(key, indices.size());
      const std::size_t first_definition = definitions_.count();
      for (const DefinitionEntry& entry : definitions) add_definition(entry, keys_.count());
      keys_.add("{{{},{},{}}}", text(key), first_definition, definitions.size());
    }
    for (const OrderEntry& order : role.orders) add_order(order, indices);
    for (const OrderEntry& only : role.dynamic_only)
      dynamic_only_.add("{{{},{},{}}}", mask(only.releases), items(only.keys), only.keys.size());
    const std::size_t first_slot = key_slots_.count();
    add_slots(indices);
    roles_.add("{{{},{},{},{},{},{},{},{},{}}}", mask(role.releases), first_key, role.keys.size(),
               first_order, role.orders.size(), first_required, required_.count() - first_required,
               first_slot, key_slots_.count() - first_slot);
  }

  void add_slots(const std::map<std::string, std::size_t>& indices) {
    std::vector<std::size_t> slots(std::bit_ceil(2 * indices.size() + 1));
    for (const auto& [key, index] : indices) {
      std::size_t slot = tables::key_hash(key) % slots.size();
      while (slots[slot] != 0) slot = (slot + 1) % slots.size();
      slots[slot] = index + 1;
    }
    for (std::size_t slot : slots) key_slots_.add("{}", slot);
  }

  std::string pool_;
  std::map<std::string, std::size_t> texts_;
  std::map<std::vector<std::string>, std::size_t> item_lists_;
  std::map<std::vector<std::string>, std::size_t> validator_lists_;
  Array items_, validators_, definitions_, keys_, key_slots_, ordered_keys_, places_, orders_,
      required_, roles_, dynamic_only_;
};

}  // namespace

std::string write_tables(const CatalogModel& model) { return Writer().write(model); }

}  // namespace kaflint::kafka::compiler
