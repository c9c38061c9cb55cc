// One client's settings out of the documents that are active together; see spring_role.h.
#include "linter/dialect/spring_role.h"

#include <algorithm>
#include <map>
#include <utility>

#include "linter/dialect/flat_setting.h"
#include "linter/dialect/spring_findings.h"
#include "linter/dialect/spring_sections.h"
#include "linter/dialect/spring_table.h"
#include "linter/kafka/catalog.h"

namespace kaflint::dialect {
namespace {

using kafka::Role;

class RoleReader {
 public:
  RoleReader(Role role, UnitBuilder& builder, const SpringContext& context)
      : role_(role), builder_(builder), context_(context) {}

  void read(std::span<const ActiveDocument> documents) {
    for (const bool own_section : {false, true})
      for (const bool map : {false, true})
        for (const ActiveDocument& active : documents) read_layer(active, own_section, map);
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

  void read_layer(const ActiveDocument& active, bool own_section, bool map) {
    std::map<std::string, bool> seen;
    own_ = active.own;
    const std::vector<SpringEntry>& entries = active.document->entries;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const std::optional<SpringPlace> place = spring_place(entries[i], role_);
      if (!place || place->map != map || (place->section != "common") != own_section) continue;
      report_ = active.own && (own_section || context_.first_unit);
      if (map)
        read_map_entry(entries[i], *place, seen);
      else
        i += read_typed(entries, i, *place, seen);
    }
  }

  /// With the value as far as placeholders are known.
  Setting setting_of(const SpringEntry& entry, std::string key) const {
    Setting setting = flat_setting(
        entry, std::move(key), "spring.kafka." + join_elements(entry.elements), context_.lookup);
    setting.inherited = !own_;
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

  void read_map_entry(const SpringEntry& entry, const SpringPlace& place,
                      std::map<std::string, bool>& seen) {
    const std::span<const std::string> rest = std::span(entry.elements).subspan(place.skip);
    Setting setting = setting_of(entry, join_elements(rest));
    const bool common = place.section == "common";
    if (std::optional<Diagnostic> finding = check_map_key(entry, setting.key, role_, common)) {
      const bool once = !entry.indexed || entry.elements.back() == "0";  // of a list's items
      if (report_ && once) builder_.unit().diagnostics.push_back(std::move(*finding));
      builder_.unit().foreign_prefixes.push_back(setting.key);
    } else if (common && kafka::catalog(role_).history(setting.key).empty() &&
               (!context_.first_unit || known_to_another_client(setting.key, role_))) {
      // A common setting goes to every client; to one that does not know it, it does no harm.
      builder_.unit().foreign_prefixes.push_back(setting.key);
    }
    put(std::move(setting), entry, seen);
  }

  /// Gives how many further entries belong to the same setting: items of a list.
  std::size_t read_typed(const std::vector<SpringEntry>& entries, std::size_t at,
                         const SpringPlace& place, std::map<std::string, bool>& seen) {
    const SpringEntry& entry = entries[at];
    std::span<const std::string> rest = std::span(entry.elements).subspan(place.skip);
    if (entry.indexed) rest = rest.first(rest.size() - 1);
    const SpringSetting* typed = entry.variable
                                     ? find_spring_variable(place.section, rest)
                                     : find_spring_setting(place.section, join_elements(rest));
    if (!typed || (context_.boot && !context_.boot->in_lines(typed->boot))) {
      const SpringName name{entry, place.skip, role_};
      std::optional<Diagnostic> finding = check_misplaced(name, typed, context_.boot);
      if (finding && report_) builder_.unit().diagnostics.push_back(std::move(*finding));
      return 0;
    }
    ssl_bundle_ |= typed->property == "ssl.bundle";
    transactional_ |= typed->property == "transaction-id-prefix";
    if (typed->kafka == "-") return 0;
    Setting setting = setting_of(entry, std::string(typed->kafka));
    std::size_t more = 0;
    if (entry.indexed) more = join_items(entries, at, setting);
    resolve_placeholders(context_.lookup, setting);
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
  const SpringContext& context_;
  bool own_ = true;  // the document that is being read
  bool report_ = true;
  bool ssl_bundle_ = false;
  bool transactional_ = false;
};

}  // namespace

void add_boot_values(Role role, const std::optional<SpringBootVersion>& boot,
                     UnitBuilder& builder) {
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
    if (!boot || !boot->before(2, 3))
      builder.add_framework("isolation.level", "read_uncommitted", kBoot);
  }
}

void add_spring_layers(Role role, std::span<const ActiveDocument> documents,
                       const SpringContext& context, UnitBuilder& builder) {
  RoleReader(role, builder, context).read(documents);
}

void read_spring_role(Role role, std::span<const ActiveDocument> documents,
                      const SpringContext& context, UnitBuilder& builder) {
  add_spring_layers(role, documents, context, builder);
  add_boot_values(role, context.boot, builder);
}

}  // namespace kaflint::dialect
