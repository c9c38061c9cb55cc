// spring.kafka.* of application and bootstrap files: what Boot's KafkaProperties hands to each
// client. Layers, weakest first: Boot's own values, typed common settings, spring.kafka.properties,
// the role's typed settings, the role's properties; within a layer, later documents win.
#include <algorithm>
#include <array>
#include <map>

#include "linter/base/text.h"
#include "linter/dialect/common.h"
#include "linter/dialect/readers.h"
#include "linter/dialect/spring_documents.h"
#include "linter/dialect/spring_findings.h"
#include "linter/dialect/spring_placeholders.h"
#include "linter/dialect/spring_table.h"
#include "linter/kafka/catalog.h"

namespace kaflint::dialect {
namespace {

using kafka::Role;

constexpr std::array kRoles = {Role::producer, Role::consumer, Role::admin, Role::streams};

bool is_section(const SpringEntry& entry, std::string_view section) {
  return spring_uniform(entry.elements[0]) == section;
}

bool is_role_section(const SpringEntry& entry) {
  return std::ranges::any_of(kRoles, [&](Role role) { return is_section(entry, to_string(role)); });
}

/// Groups of spring.kafka that configure Spring alone.
bool is_other_group(const SpringEntry& entry) {
  for (std::string_view group : {"listener", "template", "retry", "jaas"})
    if (is_section(entry, group)) return true;
  return false;
}

/// Where an entry belongs, apart from documents.
struct Place {
  std::string_view section;  // `common` or a role
  std::size_t skip;          // elements before the property or map key
  bool map;                  // below `properties`
};

std::optional<Place> place_of(const SpringEntry& entry, Role role) {
  const bool own = is_section(entry, to_string(role));
  if (!own && (is_role_section(entry) || is_other_group(entry))) return std::nullopt;
  const std::size_t at = own ? 1 : 0;
  if (at >= entry.elements.size()) return std::nullopt;
  const bool map = spring_uniform(entry.elements[at]) == "properties";
  if (map && at + 1 >= entry.elements.size()) return std::nullopt;
  return Place{own ? to_string(role) : "common", at + (map ? 1 : 0), map};
}

std::string join(std::span<const std::string> elements) {
  std::string joined;
  for (const std::string& element : elements) {
    if (!joined.empty()) joined += '.';
    joined += element;
  }
  return joined;
}

/// One active document, and whether the unit is about it: the documents that are always active are
/// reported once, not again for every profile.
struct Active {
  const SpringDocument* document;
  bool own;
};

class RoleReader {
 public:
  RoleReader(Role role, UnitBuilder& builder, bool first_unit, const SpringLookup& lookup)
      : role_(role), builder_(builder), lookup_(lookup), first_unit_(first_unit) {}

  void read(std::span<const Active> documents) {
    for (const bool own_section : {false, true})
      for (const bool map : {false, true})
        for (const Active& active : documents) read_layer(active, own_section, map);
    if (ssl_bundle_) take_ssl_from_bundle();
    // DefaultKafkaProducerFactory gives each producer an id of its own with the prefix.
    if (transactional_) builder_.set_by_framework("transactional.id", "Spring Kafka");
  }

 private:
  /// An SslBundle brings an engine factory, and what it holds is described elsewhere.
  void take_ssl_from_bundle() {
    for (Setting& setting : builder_.unit().settings)
      if (setting.key.starts_with("ssl.")) {
        setting.value.reset();
        setting.unknown = UnknownReason::unsupported;
      }
    builder_.set_by_framework("ssl.engine.factory.class", "Spring Boot");
  }

  void read_layer(const Active& active, bool own_section, bool map) {
    std::map<std::string, bool> seen;
    const std::vector<SpringEntry>& entries = active.document->entries;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const std::optional<Place> place = place_of(entries[i], role_);
      if (!place || place->map != map || (place->section != "common") != own_section) continue;
      report_ = active.own && (own_section || first_unit_);
      if (map)
        read_map_entry(entries[i], *place, seen);
      else
        i += read_typed(entries, i, *place, seen);
    }
  }

  Setting setting_of(const SpringEntry& entry, std::string key) const {
    Setting setting;
    setting.key = std::move(key);
    setting.unknown = entry.unknown;
    setting.written_key = entry.written_key;
    setting.key_span = entry.key_span;
    setting.value_span = entry.value_span;
    setting.value_pieces = entry.value_pieces;
    setting.entry_span = entry.entry_span;
    setting.chain = {{"spring.kafka." + join(entry.elements), entry.entry_span}};
    setting.chain.insert(setting.chain.end(), entry.chain.begin(), entry.chain.end());
    return setting;
  }

  void put(Setting setting, const SpringEntry& entry, std::map<std::string, bool>& seen) {
    const bool again = !seen.emplace(setting.key, true).second;
    if (again && report_)
      builder_.add(std::move(setting), entry.removable);
    else if (again)
      builder_.override_with(std::move(setting));
    else
      builder_.override_with(std::move(setting), entry.removable);
  }

  void resolve(std::optional<std::string>& value, UnknownReason& unknown) const {
    if (!value) return;
    PlaceholderResult resolved = resolve_spring_placeholders(*value, lookup_);
    if (resolved.known) {
      value = std::move(resolved.text);
    } else {
      value.reset();
      unknown = UnknownReason::placeholder;
    }
  }

  void read_map_entry(const SpringEntry& entry, const Place& place,
                      std::map<std::string, bool>& seen) {
    const std::span<const std::string> rest = std::span(entry.elements).subspan(place.skip);
    Setting setting = setting_of(entry, join(rest));
    setting.value = entry.value;
    resolve(setting.value, setting.unknown);
    const bool common = place.section == "common";
    if (std::optional<Diagnostic> finding = check_map_key(entry, setting.key, role_, common)) {
      const bool once = !entry.indexed || entry.elements.back() == "0";  // of a list's items
      if (report_ && once) builder_.unit().diagnostics.push_back(std::move(*finding));
      builder_.unit().foreign_prefixes.push_back(setting.key);
    } else if (common && kafka::catalog(role_).history(setting.key).empty() &&
               (!first_unit_ || known_to_another_client(setting.key, role_))) {
      // A common setting goes to every client; to one that does not know it, it does no harm.
      builder_.unit().foreign_prefixes.push_back(setting.key);
    }
    put(std::move(setting), entry, seen);
  }

  /// Gives how many further entries belong to the same setting: items of a list.
  std::size_t read_typed(const std::vector<SpringEntry>& entries, std::size_t at,
                         const Place& place, std::map<std::string, bool>& seen) {
    const SpringEntry& entry = entries[at];
    std::span<const std::string> rest = std::span(entry.elements).subspan(place.skip);
    if (entry.indexed) rest = rest.first(rest.size() - 1);
    const SpringSetting* typed = find_spring_setting(place.section, join(rest));
    if (!typed) {
      if (std::optional<Diagnostic> finding = check_misplaced(entry, place.skip, role_);
          finding && report_)
        builder_.unit().diagnostics.push_back(std::move(*finding));
      return 0;
    }
    ssl_bundle_ |= typed->property == "ssl.bundle";
    transactional_ |= typed->property == "transaction-id-prefix";
    if (typed->kafka == "-") return 0;
    Setting setting = setting_of(entry, std::string(typed->kafka));
    setting.value = entry.value;
    std::size_t more = 0;
    if (entry.indexed) more = join_items(entries, at, setting);
    resolve(setting.value, setting.unknown);
    if (convert(*typed, entry, setting)) put(std::move(setting), entry, seen);
    return more;
  }

  static std::size_t join_items(const std::vector<SpringEntry>& entries, std::size_t at,
                                Setting& setting) {
    const std::vector<std::string>& first = entries[at].elements;
    std::size_t more = 0;
    for (std::size_t i = at + 1; i < entries.size(); ++i, ++more) {
      const SpringEntry& next = entries[i];
      if (!next.indexed || next.elements.size() != first.size() ||
          !std::equal(first.begin(), first.end() - 1, next.elements.begin()))
        break;
      if (!next.value) setting.value.reset();
      if (setting.value) *setting.value += "," + *next.value;
      setting.value_span.end = std::max(setting.value_span.end, next.value_span.end);
      setting.entry_span.end = std::max(setting.entry_span.end, next.entry_span.end);
      setting.value_pieces.push_back(next.value_span);
    }
    if (entries[at].list_span) setting.value_span = *entries[at].list_span;
    return more;
  }

  /// False when nothing reaches Kafka.
  bool convert(const SpringSetting& typed, const SpringEntry& entry, Setting& setting) {
    if (!setting.value) return true;
    if (entry.kind == SnakeScalar::Kind::floating && typed.type != SpringType::text) {
      setting.value.reset();
      setting.unknown = UnknownReason::unsupported;
      return true;
    }
    SpringConversion converted = convert_spring(typed.type, *setting.value);
    switch (converted.outcome) {
      case SpringConversion::Outcome::value:
        setting.value = std::move(converted.text);
        return true;
      case SpringConversion::Outcome::unset:
        return false;
      case SpringConversion::Outcome::refused:
        if (report_)
          builder_.unit().diagnostics.push_back(unbindable(entry, typed, *setting.value));
        [[fallthrough]];
      case SpringConversion::Outcome::unknown:
        setting.value.reset();
        setting.unknown = UnknownReason::unsupported;
        return true;
    }
    return true;
  }

  Role role_;
  UnitBuilder& builder_;
  const SpringLookup& lookup_;
  bool first_unit_;
  bool report_ = true;
  bool ssl_bundle_ = false;
  bool transactional_ = false;
};

/// What Boot puts into every map itself.
void add_boot_values(Role role, UnitBuilder& builder) {
  constexpr std::string_view kBoot = "Spring Boot";
  constexpr std::string_view kPackage = "org.apache.kafka.common.serialization.";
  const auto class_name = [&](std::string_view name) {
    return std::string(kPackage) + std::string(name);
  };
  builder.add_framework("bootstrap.servers", "localhost:9092", kBoot);
  if (role == Role::producer) {
    builder.add_framework("key.serializer", class_name("StringSerializer"), kBoot);
    builder.add_framework("value.serializer", class_name("StringSerializer"), kBoot);
  }
  if (role == Role::consumer) {
    builder.add_framework("key.deserializer", class_name("StringDeserializer"), kBoot);
    builder.add_framework("value.deserializer", class_name("StringDeserializer"), kBoot);
    builder.add_framework("isolation.level", "read_uncommitted", kBoot);
  }
}

bool mentions(const SpringDocument& document, Role role) {
  return std::ranges::any_of(document.entries, [role](const SpringEntry& entry) {
    return is_section(entry, to_string(role)) && entry.elements.size() > 1;
  });
}

bool is_common(const SpringEntry& entry) {
  return !is_role_section(entry) && !is_other_group(entry);
}

bool has_common(const SpringDocument& document) {
  return std::ranges::any_of(document.entries, is_common);
}

/// A key of spring.kafka.properties that only this client knows.
bool has_common_key_of(const SpringDocument& document, Role role) {
  return std::ranges::any_of(document.entries, [role](const SpringEntry& entry) {
    if (!is_common(entry) || entry.elements.size() < 2) return false;
    const std::string key = join(std::span(entry.elements).subspan(1));
    const Role other = role == Role::producer ? Role::consumer : Role::producer;
    return !kafka::catalog(role).history(key).empty() && kafka::catalog(other).history(key).empty();
  });
}

template <typename Test>
std::vector<Role> roles_with(std::span<const Role> roles, std::span<const Active> documents,
                             Test test) {
  std::vector<Role> found;
  for (Role role : roles)
    if (std::ranges::any_of(documents, [&](const Active& active) { return test(active, role); }))
      found.push_back(role);
  return found;
}

/// The roles that the documents of one unit are about. Common settings alone reach every client;
/// the ones that their keys are about stand for all, so that nothing is said four times.
std::vector<Role> roles_of(std::span<const Active> documents, bool any_role_in_file) {
  const auto mentioned = [](const Active& active, Role role) {
    return mentions(*active.document, role);
  };
  std::vector<Role> roles = roles_with(kRoles, documents, [&](const Active& active, Role role) {
    return active.own && mentioned(active, role);
  });
  const bool common = std::ranges::any_of(
      documents, [](const Active& active) { return active.own && has_common(*active.document); });
  if (!roles.empty() || !common) return roles;
  static constexpr std::array kTold = {Role::producer, Role::consumer};
  roles = roles_with(kTold, documents, [](const Active& active, Role role) {
    return active.own && has_common_key_of(*active.document, role);
  });
  if (roles.empty() && any_role_in_file) roles = roles_with(kRoles, documents, mentioned);
  if (roles.empty()) roles.push_back(Role::producer);
  return roles;
}

Span span_of_entries(std::span<const Active> documents, Role role) {
  std::optional<Span> span;
  for (const Active& active : documents)
    for (const SpringEntry& entry : active.document->entries) {
      if (!active.own || !place_of(entry, role)) continue;
      if (!span) span = entry.entry_span;
      span->begin = std::min(span->begin, entry.entry_span.begin);
      span->end = std::max(span->end, entry.entry_span.end);
    }
  return span.value_or(Span{});
}

void read_unit(Role role, std::span<const Active> documents, const std::string& condition,
               std::size_t index, bool first_unit, const SpringLookup& lookup, FileUnits& out) {
  Unit unit;
  std::string name = "spring.kafka." + std::string(to_string(role));
  if (!condition.empty()) name += " (" + condition + ")";
  unit.name = unique_unit_name(out.units, std::move(name), index);
  unit.role = role;
  unit.dialect = "spring-boot";
  const bool section = std::ranges::any_of(
      documents, [role](const Active& active) { return mentions(*active.document, role); });
  unit.why = section ? "settings of `spring.kafka." + std::string(to_string(role)) + "`"
                     : "settings of `spring.kafka` that every client gets";
  unit.span = span_of_entries(documents, role);
  unit.foreign_prefixes = client_foreign_prefixes();
  UnitBuilder builder(std::move(unit));
  RoleReader(role, builder, first_unit, lookup).read(documents);
  add_boot_values(role, builder);
  Unit finished = std::move(builder).take();
  std::ranges::stable_sort(finished.settings, {}, [](const Setting& setting) {
    return std::pair(setting.origin == SettingOrigin::framework, setting.entry_span.begin);
  });
  out.units.push_back(std::move(finished));
}

/// One unit for each role that documents which are active together are about. `all` are the file's,
/// those of other dialects included.
void read_active(std::span<const Active> active, std::span<const SpringDocument> all,
                 const std::string& condition, std::size_t index, bool any_role_in_file,
                 FileUnits& out) {
  std::vector<const SpringDocument*> together;
  for (const Active& each : active) together.push_back(each.document);
  const SpringLookup lookup = spring_lookup(together, all);
  bool first = true;
  for (Role role : roles_of(active, any_role_in_file)) {
    read_unit(role, active, condition, index, first, lookup, out);
    first = false;
  }
}

void read_documents(std::span<const SpringDocument* const> documents,
                    std::span<const SpringDocument> all, FileUnits& out) {
  std::vector<Active> always;
  bool any_role = false;
  for (const SpringDocument* document : documents) {
    for (Role role : kRoles) any_role |= mentions(*document, role);
    if (document->condition.empty()) always.push_back({document, true});
  }
  read_active(always, all, "", always.empty() ? 0 : always.front().document->index, any_role, out);
  for (const SpringDocument* document : documents) {
    if (document->condition.empty() || document->entries.empty()) continue;
    std::vector<Active> active;
    for (const SpringDocument* other : documents)
      if (other == document || other->condition.empty())
        active.push_back({other, other == document});
    read_active(active, all, document->condition, document->index, any_role, out);
  }
}

}  // namespace

void read_spring_boot(const ParsedFile& file, std::vector<bool>& claimed, FileUnits& out) {
  if (file.properties && claimed.at(0)) return;
  const std::vector<SpringDocument> all = read_spring_documents(file);
  std::vector<const SpringDocument*> documents;
  for (const SpringDocument& document : all)
    if (file.properties || !claimed.at(document.index)) documents.push_back(&document);
  const auto has_entries = [](const SpringDocument* document) {
    return !document->entries.empty();
  };
  if (std::ranges::none_of(documents, has_entries)) return;
  read_documents(documents, all, out);
  for (const SpringDocument* document : documents)
    if (has_entries(document)) claimed[file.properties ? 0 : document->index] = true;
}

}  // namespace kaflint::dialect
