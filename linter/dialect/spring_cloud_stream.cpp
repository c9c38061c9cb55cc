// See spring_cloud_stream.h. Layers as KafkaMessageChannelBinder and
// KafkaBinderConfigurationProperties put them, weakest first: the binder's own values,
// required-acks, Boot's whole map, `configuration`, `producer-properties` or `consumer-properties`,
// the binding's `configuration`.
#include "linter/dialect/spring_cloud_stream.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "linter/dialect/flat_setting.h"
#include "linter/dialect/framework_values.h"
#include "linter/dialect/spring_boot_values.h"
#include "linter/dialect/spring_findings.h"
#include "linter/dialect/spring_table.h"
#include "linter/kafka/catalog.h"

namespace kaflint::dialect {
namespace {

using kafka::Role;

/// One property below spring.cloud.stream, and whether the unit is about its document.
struct Property {
  const SpringEntry* entry;
  std::size_t skip;  // elements of an environment around it
  bool own;

  std::size_t size() const { return entry->elements.size() - skip; }
  bool is(std::size_t at, std::string_view name) const {
    return at < size() && spring_uniform(entry->elements[skip + at]) == spring_uniform(name);
  }
  const std::string& at(std::size_t index) const { return entry->elements[skip + index]; }
  std::string from(std::size_t index) const {
    return join_elements(std::span(entry->elements).subspan(skip + index));
  }
};

using Names = std::vector<std::string_view>;

bool begins_with(const Property& property, const Names& names) {
  if (property.size() <= names.size()) return false;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (!property.is(i, names[i])) return false;
  return true;
}

std::string_view section_of(Role role) { return role == Role::producer ? "producer" : "consumer"; }

/// Settings of a binding's producer with names of their own, which the binder puts where nothing
/// else has set their keys (KafkaMessageChannelBinder.getProducerFactory).
struct TypedBinding {
  std::string_view name;
  std::string_view key;
};
constexpr std::array kTypedBindings = {TypedBinding{"buffer-size", "batch.size"},
                                       TypedBinding{"batch-timeout", "linger.ms"},
                                       TypedBinding{"compression-type", "compression.type"}};

/// One set of properties: the application's, or that of a binder's environment over it.
class BinderReader {
 public:
  BinderReader(std::vector<Property> properties, std::span<const ActiveDocument> documents,
               const SpringContext& context, std::string suffix, FileUnits& out)
      : properties_(std::move(properties)),
        documents_(documents),
        context_(context),
        suffix_(std::move(suffix)),
        out_(out) {}

  void read() {
    for (Role role : {Role::producer, Role::consumer})
      if (makes(role)) read_client(role, "");
    for (const std::string& binding : bindings())
      for (Role role : {Role::producer, Role::consumer})
        if (is_client(role, binding)) read_client(role, binding);
    if (has_own({"kafka", "streams", "binder"})) read_streams();
  }

 private:
  bool has_own(const Names& names) const {
    return std::ranges::any_of(properties_, [&](const Property& property) {
      return property.own && begins_with(property, names);
    });
  }

  /// Whether the binder makes such clients: by settings that only they have, or by the bindings.
  bool makes(Role role) const {
    const Role other = role == Role::producer ? Role::consumer : Role::producer;
    if (!has_own({"kafka", "binder"}) && !has_own({"kafka", "default"})) return false;
    return tells(role) || !tells(other);
  }

  bool is_client(Role role, const std::string& binding) const {
    const Names section = {"kafka", "bindings", binding, section_of(role)};
    return std::ranges::any_of(properties_, [&](const Property& property) {
      if (!property.own || !begins_with(property, section)) return false;
      if (property.is(4, "configuration")) return property.size() > 5;
      return role == Role::producer &&
             std::ranges::any_of(kTypedBindings, [&](const TypedBinding& typed) {
               return property.is(4, typed.name);
             });
    });
  }

  bool tells(Role role) const {
    const std::string_view suffix = role == Role::producer ? "-out-" : "-in-";
    return std::ranges::any_of(properties_, [&](const Property& property) {
      if (property.is(0, "bindings") && property.size() > 2)
        return property.at(1).find(suffix) != std::string::npos ||
               property.is(2, section_of(role)) ||
               (role == Role::consumer && property.is(2, "group"));
      if (property.is(0, "kafka") && property.is(1, "bindings"))
        return property.is(3, section_of(role));
      if (role == Role::producer && (begins_with(property, {"kafka", "binder", "transaction"}) ||
                                     (property.is(1, "binder") && property.is(2, "required-acks"))))
        return true;
      if (property.is(0, "kafka") && property.is(1, "binder"))
        return property.is(2, std::string(section_of(role)) + "-properties") ||
               (property.is(2, "configuration") && only_of(role, property.from(3)));
      return false;
    });
  }

  static bool only_of(Role role, const std::string& key) {
    const Role other = role == Role::producer ? Role::consumer : Role::producer;
    return !kafka::catalog(role).history(key).empty() && kafka::catalog(other).history(key).empty();
  }

  std::vector<std::string> bindings() const {
    std::vector<std::string> names;
    for (const Property& property : properties_)
      if (property.own && begins_with(property, {"kafka", "bindings"}) &&
          std::ranges::find(names, property.at(2)) == names.end())
        names.push_back(property.at(2));
    return names;
  }

  void read_client(Role role, const std::string& binding) {
    Unit unit = begin_unit(role, "kafka." + (binding.empty() ? "binder" : "bindings." + binding) +
                                     " " + std::string(to_string(role)));
    unit.why = "what the Kafka binder hands to its " + std::string(to_string(role)) + "s";
    UnitBuilder builder(std::move(unit));
    own_layer_ = binding.empty() || !makes(role);
    if (role == Role::producer) add_acks(builder);
    for (Setting& setting : builder.unit().settings) setting.inherited = !own_layer_;
    add_boot_layers(role, builder);
    add_binder_layers(role, builder);
    own_layer_ = true;
    add_map({"kafka", "default", section_of(role), "configuration"}, role, false, builder);
    if (!binding.empty()) {
      if (role == Role::producer) add_typed(binding, builder);
      add_map({"kafka", "bindings", binding, section_of(role), "configuration"}, role, false,
              builder);
    }
    add_framework_values(kCloudStream, role, builder);
    add_boot_values(role, context_.boot, builder);
    out_.units.push_back(in_written_order(std::move(builder)));
  }

  /// The binder always sets acks, to the default of required-acks when nothing is written.
  void add_acks(UnitBuilder& builder) const {
    for (const Property& property : properties_)
      if (begins_with(property, {"kafka", "binder"}) && property.is(2, "required-acks"))
        return put(property, "acks", builder);
    switch (context_.required_acks) {
      case RequiredAcks::one:
        return builder.add_framework("acks", "1", "Spring Cloud Stream before 5.0.2");
      case RequiredAcks::all:
        return builder.add_framework("acks", "all", kCloudStream);
      case RequiredAcks::unknown:
        return builder.set_by_framework("acks", kCloudStream);
    }
  }

  void add_typed(const std::string& binding, UnitBuilder& builder) const {
    for (const TypedBinding& typed : kTypedBindings) {
      if (builder.find(typed.key)) continue;
      for (const Property& property : properties_)
        if (begins_with(property, {"kafka", "bindings", binding, "producer"}) &&
            property.is(4, typed.name))
          put(property, std::string(typed.key), builder);
    }
  }

  /// They have units of their own.
  void add_boot_layers(Role role, UnitBuilder& builder) const {
    std::vector<ActiveDocument> inherited;
    for (const ActiveDocument& document : documents_)
      inherited.push_back({document.document, false});
    SpringContext context = context_;
    context.first_unit = false;
    context.connection_details = false;
    add_spring_layers(role, inherited, context, builder);
  }

  void add_binder_layers(Role role, UnitBuilder& builder) const {
    add_map({"kafka", "binder", "configuration"}, role, true, builder);
    const std::string properties = std::string(section_of(role)) + "-properties";
    add_map({"kafka", "binder", properties}, role, false, builder);
    if (role == Role::producer) {
      const Names transaction = {"kafka", "binder", "transaction"};
      add_map({"kafka", "binder", "transaction", "producer", "configuration"}, role, false,
              builder);
      for (const Property& property : properties_)
        if (begins_with(property, transaction) && property.is(3, "transaction-id-prefix"))
          builder.set_by_framework("transactional.id", kCloudStream);
    }
    add_brokers({"kafka", "binder"}, builder);
  }

  /// Brokers without a port get 9092; left at localhost they give way to Boot's.
  void add_brokers(const Names& binder, UnitBuilder& builder) const {
    std::optional<Setting> brokers;
    for (const Property& property : properties_) {
      if (!begins_with(property, binder) || !property.is(binder.size(), "brokers")) continue;
      Setting setting = setting_of(property, "bootstrap.servers");
      const bool item = property.entry->indexed && property.entry->elements.back() != "0";
      if (item && brokers && brokers->value && setting.value)
        setting.value = *brokers->value + "," + *setting.value;
      brokers = std::move(setting);
    }
    if (!brokers) return;
    if (brokers->value && brokers->value->find(':') == std::string::npos) {
      brokers->value.reset();  // default-broker-port stands behind each
      brokers->unknown = UnknownReason::unsupported;
    }
    builder.override_with(std::move(*brokers));
  }

  Setting setting_of(const Property& property, std::string key) const {
    Setting setting = flat_setting(*property.entry, std::move(key),
                                   "spring.cloud.stream." + join_elements(property.entry->elements),
                                   context_.lookup);
    setting.inherited = !property.own || !own_layer_;
    return setting;
  }

  void put(const Property& property, std::string key, UnitBuilder& builder) const {
    builder.override_with(setting_of(property, std::move(key)), property.entry->removable);
  }

  /// `shared` maps go to producers and consumers, and only keys that the client knows get through.
  void add_map(const Names& names, Role role, bool shared, UnitBuilder& builder) const {
    for (const Property& property : properties_) {
      if (!begins_with(property, names)) continue;
      const std::string key = property.from(names.size());
      const bool known = !kafka::catalog(role).history(key).empty();
      if (shared && !known && known_to_another_client(key, role)) continue;
      if (!known && role == Role::consumer && shared)
        builder.unit().foreign_prefixes.push_back(key);  // told for the producer
      put(property, key, builder);
    }
  }

  void read_streams() {
    Unit unit = begin_unit(Role::streams, "kafka.streams.binder");
    unit.why = "what the Kafka Streams binder hands to its applications";
    UnitBuilder builder(std::move(unit));
    own_layer_ = true;
    add_boot_layers(Role::streams, builder);
    add_map({"kafka", "streams", "binder", "configuration"}, Role::streams, false, builder);
    for (const Property& property : properties_)
      if (begins_with(property, {"kafka", "streams", "binder"}) &&
          property.is(3, "application-id") && property.size() == 4)
        put(property, "application.id", builder);
    add_brokers({"kafka", "streams", "binder"}, builder);
    if (!builder.empty()) out_.units.push_back(in_written_order(std::move(builder)));
  }

  Unit begin_unit(Role role, const std::string& name) const {
    Unit unit;
    unit.name = unique_unit_name(out_.units, "spring.cloud.stream." + name + suffix_, 0);
    unit.role = role;
    unit.dialect = "spring-cloud-stream";
    unit.foreign_prefixes = client_foreign_prefixes();
    for (const Property& property : properties_) {
      const Span span = property.entry->entry_span;
      if (!property.own || !property.is(0, "kafka") || span.empty()) continue;
      if (unit.span.empty()) unit.span = span;
      unit.span = {std::min(unit.span.begin, span.begin), std::max(unit.span.end, span.end)};
    }
    return unit;
  }

  std::vector<Property> properties_;
  std::span<const ActiveDocument> documents_;
  const SpringContext& context_;
  std::string suffix_;
  FileUnits& out_;
  bool own_layer_ = true;  // not of a unit that stands for all bindings
};

bool is_environment(const Property& property) {
  return property.is(0, "binders") && property.is(2, "environment") && property.size() > 3;
}

/// How many elements lead to what stands below spring.cloud.stream in an environment: 6.
std::optional<std::size_t> environment_skip(const Property& property) {
  if (property.is(3, "spring") && property.is(4, "cloud") && property.is(5, "stream") &&
      property.size() > 6)
    return 6;
  return std::nullopt;
}

}  // namespace

void read_spring_cloud_stream(std::span<const ActiveDocument> documents,
                              const SpringContext& context, const std::string& condition,
                              FileUnits& out) {
  std::vector<Property> all;
  for (const ActiveDocument& document : documents)
    for (const SpringEntry& entry : document.document->stream)
      all.push_back({&entry, 0, document.own});
  if (all.empty()) return;
  const std::string suffix = condition.empty() ? "" : " (" + condition + ")";
  BinderReader(all, documents, context, suffix, out).read();
  std::vector<std::string> binders;
  for (const Property& property : all)
    if (is_environment(property) && environment_skip(property) &&
        std::ranges::find(binders, property.at(1)) == binders.end())
      binders.push_back(property.at(1));
  for (const std::string& binder : binders) {
    std::vector<Property> properties;
    for (const Property& property : all) {
      if (!is_environment(property)) {
        properties.push_back(property);
        properties.back().own = false;
      } else if (const auto skip = environment_skip(property); skip && property.at(1) == binder) {
        properties.push_back({property.entry, *skip, property.own});
      }
    }
    // What the environment says is stronger.
    std::ranges::stable_sort(properties, {}, &Property::skip);
    BinderReader(std::move(properties), documents, context, " of binder " + binder + suffix, out)
        .read();
  }
}

}  // namespace kaflint::dialect
