// One client's settings out of the documents that are active together; see spring_role.h.
#include "linter/dialect/spring_role.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <utility>

#include "linter/dialect/flat_setting.h"
#include "linter/dialect/spring_boot_values.h"
#include "linter/dialect/spring_findings.h"
#include "linter/dialect/spring_names.h"
#include "linter/dialect/spring_sections.h"
#include "linter/dialect/spring_typed.h"
#include "linter/kafka/catalog.h"

namespace kaflint::dialect {
namespace {

using kafka::Role;

class RoleReader {
 public:
  RoleReader(Role role, UnitBuilder& builder, const SpringContext& context)
      : role_(role), builder_(builder), context_(context) {}

  void read(std::span<const ActiveDocument> documents) {
    bool any_bundle = false;
    for (const bool own_section : {false, true}) {
      const std::vector<TypedEntry> typed =
          typed_entries(documents, role_, own_section, context_.boot);
      ssl_bundle_ = std::ranges::any_of(
          typed, [this](const TypedEntry& entry) { return is_ssl_bundle(entry); });
      any_bundle |= ssl_bundle_;
      for (const TypedEntry& entry : typed) read_typed(entry);
      check_exclusive();
      for (const ActiveDocument& active : documents) read_map(active, own_section);
      for (Setting& setting : namesakes_.settle()) builder_.override_with(std::move(setting));
      namesakes_ = {};
    }
    if (any_bundle) take_ssl_from_bundle();
    // DefaultKafkaProducerFactory gives each producer an id of its own with the prefix.
    if (transactional_) builder_.set_by_framework("transactional.id", kSpringKafka);
  }

  /// Whether a typed setting gives the key.
  bool is_typed(std::string_view key) const { return typed_.contains(key); }

 private:
  bool reports(const ActiveDocument& active, std::string_view section) const {
    return active.own && (section != "common" || context_.first_unit);
  }

  void report(Diagnostic finding) { builder_.unit().diagnostics.push_back(std::move(finding)); }

  /// Whether Boot puts its connection details over the client's map: its servers since 3.1, its
  /// security protocol since 3.5.
  bool has_details(std::uint8_t major, std::uint8_t minor) const {
    return context_.boot && context_.connection_details && !context_.boot->before(major, minor);
  }

  /// In 3.5 the consumer gets the common protocol, whatever its own section says.
  bool takes_common_protocol() const {
    return role_ == Role::consumer && has_details(3, 5) && context_.boot->before(4, 0);
  }

  /// KafkaConnectionDetails, over a key of a map.
  bool is_replaced(std::string_view key) const {
    if (key == "bootstrap.servers") return has_details(3, 1);
    if (key != "security.protocol" || !has_details(3, 5)) return false;
    return common_protocol_ || (own_protocol_ && !takes_common_protocol());
  }

  /// KafkaProperties.Ssl.validate, for one section.
  void check_exclusive() {
    constexpr std::pair<std::string_view, std::string_view> kPairs[] = {
        {"ssl.key-store-key", "ssl.key-store-location"},
        {"ssl.trust-store-certificates", "ssl.trust-store-location"},
        {"ssl.bundle", "ssl.key-store-key"},
        {"ssl.bundle", "ssl.key-store-location"},
        {"ssl.bundle", "ssl.trust-store-certificates"},
        {"ssl.bundle", "ssl.trust-store-location"}};
    for (const auto& [one, other] : kPairs) {
      const auto first = ssl_.find(one);
      const auto second = ssl_.find(other);
      if (first == ssl_.end() || second == ssl_.end()) continue;
      const bool at_second = second->second.report;
      if (at_second || first->second.report)
        report(exclusive_settings(at_second ? *second->second.entry : *first->second.entry,
                                  at_second ? *first->second.entry : *second->second.entry));
    }
    ssl_.clear();
  }

  /// An SslBundle brings an engine factory, and what it holds is described elsewhere.
  void take_ssl_from_bundle() {
    for (Setting& setting : builder_.unit().settings)
      if (setting.key.starts_with("ssl.")) {
        setting.value.reset();
        setting.unknown = UnknownReason::unsupported;
      }
    builder_.set_by_framework("ssl.engine.factory.class", kSpringBoot);
  }

  /// With the value as far as placeholders are known.
  Setting setting_of(const ActiveDocument& active, const SpringEntry& entry,
                     std::string key) const {
    Setting setting = flat_setting(
        entry, std::move(key), "spring.kafka." + join_elements(entry.elements), context_.lookup);
    setting.inherited = !active.own;
    return setting;
  }

  /// Whether the section takes its TLS settings from a bundle, so that Boot leaves out its others.
  bool is_ssl_bundle(const TypedEntry& typed) const {
    if (!typed.binds || typed.typed->property != "ssl.bundle") return false;
    const std::optional<std::string> name = typed_value(typed).value;
    return !name || !name->empty() || (context_.boot && context_.boot->before(3, 3));
  }

  Setting typed_value(const TypedEntry& typed) const {
    const SpringEntry& entry = typed.entry();
    Setting setting = setting_of(*typed.active, entry, std::string(typed.typed->kafka));
    if (typed.typed->kafka == "-") {  // no other source brings it where it is empty
      setting.value = entry.value;
      resolve_placeholders(context_.lookup, setting, EmptyText::known);
    }
    if (entry.indexed) join_items(typed, setting);
    if (typed.unclear) {
      setting.value.reset();
      setting.unknown = UnknownReason::unsupported;
    }
    return setting;
  }

  void join_items(const TypedEntry& list, Setting& setting) const {
    const std::span<const SpringEntry> entries = list.active->document->entries;
    const std::size_t more = further_items(entries, list.at);
    for (const SpringEntry& next : entries.subspan(list.at + 1, more)) {
      const Setting item = setting_of(*list.active, next, setting.key);
      if (!item.value) setting.value.reset();
      if (setting.value) *setting.value += "," + *item.value;
      setting.value_span.end = std::max(setting.value_span.end, next.value_span.end);
      setting.entry_span.end = std::max(setting.entry_span.end, next.entry_span.end);
      setting.value_pieces.push_back(next.value_span);
    }
    if (list.entry().list_span) setting.value_span = *list.entry().list_span;
  }

  void read_typed(const TypedEntry& typed) {
    const SpringEntry& entry = typed.entry();
    const bool reported = reports(*typed.active, typed.place.section);
    if (!typed.binds) {
      const SpringName name{entry, typed.place.skip, role_};
      std::optional<Diagnostic> finding = check_misplaced(name, typed.typed, context_.boot);
      if (finding && reported) report(std::move(*finding));
      return;
    }
    transactional_ |= typed.typed->property == "transaction-id-prefix";
    Setting setting = typed_value(typed);
    if (!convert(typed, reported, setting)) return;
    const bool of_ssl = typed.typed->property.starts_with("ssl.");
    if (of_ssl && setting.value != "") ssl_[typed.typed->property] = {&entry, reported};
    if (typed.typed->kafka == "-" || (ssl_bundle_ && of_ssl)) return;
    if (setting.key == "security.protocol" && !keeps_protocol(typed, reported, setting)) return;
    typed_.insert(setting.key);
    put_typed(typed, reported, std::move(setting));
  }

  /// False when nothing reaches Kafka.
  bool convert(const TypedEntry& typed, bool reported, Setting& setting) {
    const SpringEntry& entry = typed.entry();
    if (!setting.value || entry.indexed) return true;  // the items of a list stay as they are
    // What a placeholder stands for is a text.
    const auto kind = setting.value == entry.value ? entry.kind : SnakeScalar::Kind::text;
    SpringConversion converted =
        convert_spring(typed.typed->type, *setting.value, kind, context_.boot);
    switch (converted.outcome) {
      case SpringConversion::Outcome::value:
        if (converted.cut && reported && typed.typed->kafka != "-")
          report(cut_to_32_bits(entry, *typed.typed, *setting.value, converted.text));
        setting.value = std::move(converted.text);
        return true;
      case SpringConversion::Outcome::unset:
        return false;
      case SpringConversion::Outcome::refused:
        if (reported) report(unbindable(entry, *typed.typed, *setting.value));
        [[fallthrough]];
      case SpringConversion::Outcome::unknown:
        setting.value.reset();
        setting.unknown = UnknownReason::unsupported;
        return true;
    }
    return true;
  }

  /// False where the protocol of Boot's connection details replaces this typed one.
  bool keeps_protocol(const TypedEntry& typed, bool reported, const Setting& setting) {
    const bool given = setting.value != "";
    if (typed.place.section == "common") {
      common_protocol_ = given;
      return true;
    }
    own_protocol_ = given;
    if (!has_details(3, 5) || !common_protocol_ || (given && !takes_common_protocol())) return true;
    const Setting* common = builder_.find(setting.key);
    const bool differs = common && common->value && setting.value && common->value != setting.value;
    if (given && differs && reported)
      report(replaced_by_typed(typed.entry(), setting.key, *context_.boot));
    return false;
  }

  void put_typed(const TypedEntry& typed, bool reported, Setting setting) {
    if (!reported || typed.earlier.empty())
      return builder_.override_with(std::move(setting), typed.entry().removable);
    bool first = true;
    for (const std::size_t at : typed.earlier) {
      const SpringEntry& entry = typed.active->document->entries[at];
      Setting earlier = setting_of(*typed.active, entry, setting.key);
      if (std::exchange(first, false))
        builder_.override_with(std::move(earlier), entry.removable);
      else
        builder_.add(std::move(earlier), entry.removable);
    }
    builder_.add(std::move(setting), typed.entry().removable);
  }

  void read_map(const ActiveDocument& active, bool own_section) {
    std::map<std::string, const SpringEntry*> seen;  // by Kafka's key
    for (const SpringEntry& entry : active.document->entries) {
      const std::optional<SpringPlace> place = spring_place(entry, role_);
      if (place && place->map && (place->section != "common") == own_section)
        read_map_entry(active, entry, *place, seen);
    }
  }

  void read_map_entry(const ActiveDocument& active, const SpringEntry& entry,
                      const SpringPlace& place, std::map<std::string, const SpringEntry*>& seen) {
    const std::span<const std::string> rest = std::span(entry.elements).subspan(place.skip);
    Setting setting = setting_of(active, entry, join_elements(rest));
    const bool reported = reports(active, place.section);
    if (is_replaced(setting.key)) {
      if (reported) report(replaced_by_typed(entry, setting.key, *context_.boot));
      return;
    }
    check_key(entry, setting.key, place, reported);
    // Of two names that give one key, the first counts; the same name replaces the first.
    const auto [earlier, fresh] = seen.try_emplace(setting.key, &entry);
    if (!fresh && earlier->second->name != entry.name) return;
    if (!entry.variable) namesakes_.add(*active.document, entry, setting);
    if (!fresh && reported)
      builder_.add(std::move(setting), entry.removable);
    else
      builder_.override_with(std::move(setting), entry.removable);
  }

  void check_key(const SpringEntry& entry, const std::string& key, const SpringPlace& place,
                 bool reported) {
    const bool common = place.section == "common";
    if (std::optional<Diagnostic> finding = check_map_key(entry, key, role_, common)) {
      const bool once = !entry.indexed || entry.elements.back() == "0";  // of a list's items
      if (reported && once) report(std::move(*finding));
      builder_.unit().foreign_prefixes.push_back(key);
    } else if (common && kafka::catalog(role_).history(key).empty() &&
               (!context_.first_unit || known_to_another_client(key, role_))) {
      // A common setting goes to every client; to one that does not know it, it does no harm.
      builder_.unit().foreign_prefixes.push_back(key);
    }
  }

  struct Written {
    const SpringEntry* entry;
    bool report;
  };

  Role role_;
  UnitBuilder& builder_;
  const SpringContext& context_;
  bool ssl_bundle_ = false;                   // of the section that is being read
  std::map<std::string_view, Written> ssl_;   // of that section, by property, not empty
  SpringNamesakes namesakes_;                 // of that section's map
  std::set<std::string, std::less<>> typed_;  // keys that typed settings give
  bool common_protocol_ = false;              // typed ones that are not empty
  bool own_protocol_ = false;
  bool transactional_ = false;
};

}  // namespace

void add_spring_layers(Role role, std::span<const ActiveDocument> documents,
                       const SpringContext& context, UnitBuilder& builder) {
  RoleReader(role, builder, context).read(documents);
}

void read_spring_role(Role role, std::span<const ActiveDocument> documents,
                      const SpringContext& context, UnitBuilder& builder) {
  RoleReader reader(role, builder, context);
  reader.read(documents);
  if (role == Role::producer) add_idempotence_of_transactions(context.boot, builder);
  if (role == Role::streams && !reader.is_typed("application.id"))
    name_streams_application(documents, context.lookup, builder);
  add_boot_values(role, context.boot, builder);
}

}  // namespace kaflint::dialect
