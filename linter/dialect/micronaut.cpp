// Micronaut's kafka.* in application files: kafka.<key> for every client, kafka.producers.<id>,
// kafka.consumers.<id> and kafka.streams.<name> above it. AKHQ, a Micronaut program, has a tree of
// its own: akhq.connections.<cluster>.properties and akhq.clients-defaults; so has Jikkou's server.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "linter/dialect/common.h"
#include "linter/dialect/flat_setting.h"
#include "linter/dialect/framework_values.h"
#include "linter/dialect/readers.h"
#include "linter/dialect/spring_findings.h"
#include "linter/kafka/catalog.h"

namespace kaflint::dialect {
namespace {

using kafka::Role;
using Path = std::vector<std::string>;

struct Group {
  std::string_view name;
  Role role;
};
constexpr std::array kGroups = {Group{"producers", Role::producer},
                                Group{"consumers", Role::consumer},
                                Group{"streams", Role::streams}};

/// Names below `kafka` that are no client's.
constexpr std::array<std::string_view, 7> kOther = {"enabled",   "topics",    "health", "embedded",
                                                    "consumers", "producers", "streams"};

bool begins_with(const FlatEntry& entry, const Path& path) {
  return entry.elements.size() > path.size() &&
         std::equal(path.begin(), path.end(), entry.elements.begin());
}

class MicronautReader {
 public:
  /// `is_application`: whether Micronaut loads a file of that name.
  MicronautReader(std::vector<FlatEntry> entries, bool is_application, FileUnits& out)
      : entries_(std::move(entries)), is_application_(is_application), out_(out) {
    lookup_.find = [this](std::string_view name) { return property(name); };
  }

  bool read() {
    const std::size_t before = out_.units.size();
    const bool micronaut = has({"micronaut"});
    const std::vector<Path> clients = clients_of_kafka();
    // Other frameworks' applications like such names for settings that they read themselves.
    if (micronaut || (is_application_ && !has({"spring"})))
      for (const Path& client : clients)
        if (micronaut || has_known_key(client)) read_client(client);
    if (micronaut && clients.empty() && has({"kafka"})) read_defaults();
    read_akhq();
    if (micronaut) read_jikkou();
    return out_.units.size() > before;
  }

 private:
  SpringProperty property(std::string_view name) const {
    using State = SpringProperty::State;
    for (auto entry = entries_.rbegin(); entry != entries_.rend(); ++entry)
      if (join_elements(entry->elements) == name)
        return entry->value ? SpringProperty{State::known, *entry->value}
                            : SpringProperty{State::unknown, {}};
    // `${random.uuid}` and the environment.
    return {State::absent, {}};
  }

  bool has(const Path& path) const {
    return std::ranges::any_of(entries_,
                               [&](const FlatEntry& entry) { return begins_with(entry, path); });
  }

  /// kafka.producers.<id>, in the order of the file.
  std::vector<Path> clients_of_kafka() const {
    std::vector<Path> clients;
    for (const FlatEntry& entry : entries_) {
      if (entry.elements.size() < 4 || entry.elements[0] != "kafka") continue;
      const bool group = std::ranges::any_of(
          kGroups, [&](const Group& each) { return each.name == entry.elements[1]; });
      Path client(entry.elements.begin(), entry.elements.begin() + 3);
      // `kafka.consumers.group.id` begins a key instead of a client's name.
      const std::string rest = join_elements(std::span(entry.elements).subspan(2));
      const bool key = !kafka::catalog(Role::consumer).history(rest).empty();
      if (group && !key && std::ranges::find(clients, client) == clients.end())
        clients.push_back(std::move(client));
    }
    return clients;
  }

  static Role role_of(const Path& client) {
    return std::ranges::find(kGroups, client[1], &Group::name)->role;
  }

  bool has_known_key(const Path& client) const {
    const kafka::RoleCatalog catalog = kafka::catalog(role_of(client));
    return std::ranges::any_of(entries_, [&](const FlatEntry& entry) {
      const auto rest =
          std::span(entry.elements).subspan(std::min(entry.elements.size(), client.size()));
      return begins_with(entry, client) && !catalog.history(join_elements(rest)).empty();
    });
  }

  void read_client(const Path& client) {
    const Role role = role_of(client);
    UnitBuilder builder(begin_unit(client, role, "micronaut"));
    builder.unit().why = "a client of Micronaut Kafka";
    add_defaults(role, builder);
    add_below(client, role, true, builder);
    add_framework_values(kMicronaut, role, builder);
    finish(std::move(builder));
  }

  void read_defaults() {
    const auto knows = [this](Role role, Role other) {
      return std::ranges::any_of(entries_, [&](const FlatEntry& entry) {
        if (!begins_with(entry, {"kafka"})) return false;
        const std::string key = join_elements(std::span(entry.elements).subspan(1));
        return !kafka::catalog(role).history(key).empty() &&
               kafka::catalog(other).history(key).empty();
      });
    };
    const Role role =
        knows(Role::consumer, Role::producer) && !knows(Role::producer, Role::consumer)
            ? Role::consumer
            : Role::producer;
    UnitBuilder builder(begin_unit({"kafka"}, role, "micronaut"));
    builder.unit().why = "settings of `kafka` that every client of Micronaut Kafka gets";
    add_defaults(role, builder);
    if (builder.empty()) return;
    add_framework_values(kMicronaut, role, builder);
    finish(std::move(builder));
  }

  void add_defaults(Role role, UnitBuilder& builder) {
    const bool told = std::ranges::any_of(
        out_.units, [](const Unit& unit) { return unit.dialect == "micronaut"; });
    for (const FlatEntry& entry : entries_) {
      if (!begins_with(entry, {"kafka"}) ||
          std::ranges::find(kOther, entry.elements[1]) != kOther.end())
        continue;
      add(entry, 1, role, !told, builder);
    }
  }

  void add_below(const Path& path, Role role, bool own, UnitBuilder& builder) {
    for (const FlatEntry& entry : entries_)
      if (begins_with(entry, path)) add(entry, path.size(), role, own, builder);
  }

  void add(const FlatEntry& entry, std::size_t skip, Role role, bool own, UnitBuilder& builder) {
    std::span<const std::string> rest = std::span(entry.elements).subspan(skip);
    const bool item = entry.indexed && rest.size() > 1;
    if (item) rest = rest.first(rest.size() - 1);
    std::string key = join_elements(rest);
    // Streams' names are Micronaut's own, such as `application-id`.
    if (role == Role::streams && kafka::catalog(role).history(key).empty())
      if (const std::string_view known = kafka_key_like(key, role, false); !known.empty())
        key = known;
    Setting setting = flat_setting(entry, key, join_elements(entry.elements), lookup_);
    if (entry.value && entry.value->find("${random.") != std::string::npos) setting.value.reset();
    setting.inherited = !own;
    if (item && entry.elements.back() != "0") {
      const Setting* before = builder.find(key);
      if (before && before->value && setting.value)
        setting.value = *before->value + "," + *setting.value;
      else
        setting.value.reset();
    }
    if (kafka::catalog(role).history(key).empty() && (!own || known_to_another_client(key, role)))
      builder.unit().foreign_prefixes.push_back(key);
    builder.override_with(std::move(setting), entry.removable);
  }

  void read_akhq() {
    const Path defaults = {"akhq", "clients-defaults"};
    for (Role role : {Role::consumer, Role::producer, Role::admin}) {
      Path path = defaults;
      path.insert(path.end(), {std::string(to_string(role)), "properties"});
      if (!has(path)) continue;
      UnitBuilder builder(begin_unit(path, role, "akhq"));
      builder.unit().why = "what AKHQ hands to each client of that kind";
      add_below(path, role, true, builder);
      finish(std::move(builder));
    }
    std::vector<Path> clusters;
    for (const FlatEntry& entry : entries_) {
      if (!begins_with(entry, {"akhq", "connections"}) || entry.elements.size() < 5 ||
          entry.elements[3] != "properties")
        continue;
      Path path(entry.elements.begin(), entry.elements.begin() + 4);
      if (std::ranges::find(clusters, path) == clusters.end()) clusters.push_back(std::move(path));
    }
    for (const Path& path : clusters) {
      UnitBuilder builder(begin_unit(path, Role::admin, "akhq"));
      builder.unit().why = "what AKHQ hands to every client of that cluster";
      add_below(path, Role::admin, true, builder);
      finish(std::move(builder));
    }
  }

  /// Jikkou's server: jikkou.kafka.client, or the same of a provider.
  void read_jikkou() {
    std::vector<Path> paths = {{"jikkou", "kafka", "client"}};
    for (const FlatEntry& entry : entries_) {
      if (!begins_with(entry, {"jikkou", "provider"}) || entry.elements.size() < 6) continue;
      if (entry.elements[3] != "config" || entry.elements[4] != "client") continue;
      Path path(entry.elements.begin(), entry.elements.begin() + 5);
      if (std::ranges::find(paths, path) == paths.end()) paths.push_back(std::move(path));
    }
    for (const Path& path : paths) {
      if (!has(path)) continue;
      UnitBuilder builder(begin_unit(path, Role::admin, "jikkou"));
      builder.unit().why = "what Jikkou hands to its admin client";
      add_below(path, Role::admin, true, builder);
      finish(std::move(builder));
    }
  }

  Unit begin_unit(const Path& path, Role role, std::string_view dialect) const {
    Unit unit;
    unit.name = unique_unit_name(out_.units, join_elements(path), 0);
    unit.role = role;
    unit.dialect = dialect;
    unit.foreign_prefixes = client_foreign_prefixes();
    for (const FlatEntry& entry : entries_) {
      if (!begins_with(entry, path)) continue;
      if (unit.span.empty()) unit.span = entry.entry_span;
      unit.span = {std::min(unit.span.begin, entry.entry_span.begin),
                   std::max(unit.span.end, entry.entry_span.end)};
    }
    return unit;
  }

  void finish(UnitBuilder builder) { out_.units.push_back(in_written_order(std::move(builder))); }

  std::vector<FlatEntry> entries_;
  bool is_application_;
  FileUnits& out_;
  SpringLookup lookup_;
};

}  // namespace

void read_micronaut(const ParsedFile& file, std::vector<bool>& claimed, FileUnits& out) {
  if (file.source.bytes().find("kafka") == std::string_view::npos &&
      file.source.bytes().find("akhq") == std::string_view::npos)
    return;
  const bool is_application = is_spring_file_name(file_name(file.source.path()));
  for (std::size_t i = 0; i < claimed.size(); ++i) {
    if (claimed[i]) continue;
    std::vector<FlatEntry> entries;
    if (file.properties) {
      for (const syntax::PropertiesPair& pair : file.properties->pairs)
        if (std::vector<std::string> elements = name_elements(pair.key); !elements.empty())
          entries.push_back(flat_entry(pair, std::move(elements)));
    } else {
      flatten_yaml(
          *file.yaml, file.yaml->documents[i].root, {.elements = name_elements},
          [](const std::vector<std::string>&) { return true; },
          [&](FlatEntry entry) { entries.push_back(std::move(entry)); });
    }
    if (MicronautReader(std::move(entries), is_application, out).read()) claimed[i] = true;
  }
}

}  // namespace kaflint::dialect
