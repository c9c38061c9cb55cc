// Quarkus and SmallRye Reactive Messaging: mp.messaging.*, kafka.*, kafka-streams.*. Layers of a
// channel, weakest first: what the connector sets itself, kafka.*, the connector's properties, the
// channel's; a profile's property is stronger than the same one without.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "linter/dialect/framework_values.h"
#include "linter/dialect/quarkus_client.h"
#include "linter/dialect/readers.h"

namespace kaflint::dialect {
namespace {

using kafka::Role;
using Path = QuarkusPath;

const Path kDefaults = {"kafka"};
const Path kOfConnector = {"mp", "messaging", "connector", std::string(kSmallRyeConnector)};
const Path kStreams = {"kafka-streams"};
const Path kTypedStreams = {"quarkus", "kafka-streams"};

/// Names that tell that another framework reads the file's `kafka.` properties, if any does.
constexpr std::array<std::string_view, 4> kOtherFrameworks = {"spring", "micronaut", "bridge",
                                                              "akhq"};

class FileReader {
 public:
  FileReader(const QuarkusProperties& properties, std::string_view file_name, FileUnits& out)
      : properties_(properties), file_name_(file_name), out_(out) {
    profiles_.emplace_back();
    for (const QuarkusProperty& property : properties) {
      if (std::ranges::find(profiles_, property.profile) == profiles_.end())
        profiles_.push_back(property.profile);
      const std::vector<std::string>& elements = property.entry.elements;
      if (elements.size() < 5 || elements[0] != "mp" || elements[1] != "messaging") continue;
      if (elements[2] != "incoming" && elements[2] != "outgoing") continue;
      Path channel(elements.begin(), elements.begin() + 4);
      if (std::ranges::find(channels_, channel) == channels_.end())
        channels_.push_back(std::move(channel));
    }
  }

  /// Whether there was anything.
  bool read() {
    const std::size_t before = out_.units.size();
    for (const std::string& profile : profiles_) {
      for (const Path& channel : channels_) read_channel(channel, profile);
      read_streams(profile);
    }
    if (out_.units.size() == before && channels_.empty()) read_defaults_alone();
    return out_.units.size() > before;
  }

 private:
  /// Whether this file says something there for just that profile.
  bool says(const Path& path, std::string_view profile) const {
    return std::ranges::any_of(properties_, [&](const QuarkusProperty& property) {
      return property.own && property.profile == profile && property.key_below(path);
    });
  }

  /// The strongest property that holds in the profile; null if there is none.
  const QuarkusProperty* find(const Path& path, std::string_view name,
                              std::string_view profile) const {
    const QuarkusProperty* found = nullptr;
    for (const QuarkusProperty& property : properties_) {
      if (!property.profile.empty() && !property.in(profile)) continue;
      if (property.key_below(path) != name) continue;
      if (!found || found->profile.empty() || !property.profile.empty()) found = &property;
    }
    return found;
  }

  bool is_kafka_channel(const Path& channel, std::string_view profile, Role role) const {
    if (const QuarkusProperty* connector = find(channel, "connector", profile))
      return connector->entry.value.value_or(std::string(kSmallRyeConnector)) == kSmallRyeConnector;
    // Quarkus takes the only connector that there is.
    return std::ranges::any_of(properties_, [&](const QuarkusProperty& property) {
      if (property.key_below(kDefaults)) return true;
      const std::optional<std::string> key = property.key_below(channel);
      return key && is_kafka_key(*key, role);
    });
  }

  void read_channel(const Path& channel, const std::string& profile) {
    const Role role = channel[2] == "outgoing" ? Role::producer : Role::consumer;
    const bool defaults_of_file = !profile.empty() || any_below();
    const bool touched =
        says(channel, profile) ||
        (defaults_of_file && (says(kDefaults, profile) || says(kOfConnector, profile)));
    if (!touched || !is_kafka_channel(channel, profile, role)) return;
    UnitBuilder builder(begin_unit(join_elements(channel), channel, profile, role));
    builder.unit().why = "a channel of SmallRye's Kafka connector";
    QuarkusClient client(properties_, profile, role, QuarkusClient::Way::connector, builder);
    // What holds for all channels is told with the first of its kind.
    const bool first = std::ranges::none_of(out_.units, [&](const Unit& unit) {
      return unit.role == role && unit.name.ends_with(suffix(profile));
    });
    client.add_layer(kDefaults, first);
    client.add_layer(kOfConnector, first);
    client.add_layer(channel, true);
    add_framework_values(kSmallRye, role, builder);
    place_framework_values(channel, profile, builder.unit());
    finish(std::move(builder));
  }

  /// What the connector sets is told where the connector is named. A profile of a channel that is
  /// there without it inherits such values.
  void place_framework_values(const Path& channel, const std::string& profile, Unit& unit) const {
    const QuarkusProperty* connector = find(channel, "connector", profile);
    bool told = false;
    for (const QuarkusProperty& property : properties_)
      told |= property.key_below(channel) &&
              (!property.own || (!profile.empty() && property.profile.empty()));
    for (Setting& setting : unit.settings) {
      if (setting.origin != SettingOrigin::framework) continue;
      setting.inherited |= told;
      if (connector && connector->own)
        setting.chain.push_back({setting.set_by, connector->entry.entry_span});
    }
  }

  bool any_below() const {
    return std::ranges::any_of(properties_,
                               [](const QuarkusProperty& property) { return !property.own; });
  }

  void read_streams(const std::string& profile) {
    if (!says(kStreams, profile) && !says(kTypedStreams, profile)) return;
    UnitBuilder builder(begin_unit("kafka-streams", kStreams, profile, Role::streams));
    builder.unit().why = "settings of Quarkus' Kafka Streams";
    QuarkusClient client(properties_, profile, Role::streams, QuarkusClient::Way::direct, builder);
    client.add_layer(kStreams, true);
    // KafkaStreamsRuntimeConfig; what it says is put last.
    for (std::string_view name : {"application-id", "bootstrap-servers", "application-server"})
      if (const QuarkusProperty* property = find(kTypedStreams, name, profile)) {
        std::string key(name);
        std::ranges::replace(key, '-', '.');
        client.add_as(*property, std::move(key));
      }
    if (!builder.empty()) finish(std::move(builder));
  }

  /// kafka.* without channels: the application makes its clients of them itself.
  void read_defaults_alone() {
    if (file_name_ != "application.properties" && file_name_ != "microprofile-config.properties")
      return;
    bool producer = false;
    bool consumer = false;
    for (const QuarkusProperty& property : properties_) {
      const std::string& first = property.entry.elements.front();
      if (std::ranges::find(kOtherFrameworks, first) != kOtherFrameworks.end()) return;
      const std::optional<std::string> key = property.key_below(kDefaults);
      if (!key || !property.profile.empty()) continue;
      const bool of_producer = is_kafka_key(*key, Role::producer);
      const bool of_consumer = is_kafka_key(*key, Role::consumer);
      if (!of_producer && !of_consumer) return;
      producer |= !of_consumer;
      consumer |= !of_producer;
    }
    if (producer == consumer) return;
    const Role role = producer ? Role::producer : Role::consumer;
    UnitBuilder builder(begin_unit("kafka", kDefaults, "", role));
    builder.unit().why =
        "settings of `kafka`, some of them only a " + std::string(to_string(role)) + "'s";
    QuarkusClient(properties_, "", role, QuarkusClient::Way::direct, builder)
        .add_layer(kDefaults, true);
    if (!builder.empty()) finish(std::move(builder));
  }

  static std::string suffix(const std::string& profile) {
    return profile.empty() ? "" : " (profile " + profile + ")";
  }

  Unit begin_unit(std::string name, const Path& path, const std::string& profile, Role role) const {
    Unit unit;
    unit.name = unique_unit_name(out_.units, std::move(name) + suffix(profile), 0);
    unit.role = role;
    unit.dialect = "quarkus";
    unit.foreign_prefixes = client_foreign_prefixes();
    for (const QuarkusProperty& property : properties_) {
      if (!property.own || property.profile != profile || !property.key_below(path)) continue;
      const Span span = property.entry.entry_span;
      if (unit.span.empty()) unit.span = span;
      unit.span = {std::min(unit.span.begin, span.begin), std::max(unit.span.end, span.end)};
    }
    return unit;
  }

  void finish(UnitBuilder builder) { out_.units.push_back(in_written_order(std::move(builder))); }

  const QuarkusProperties& properties_;
  std::string_view file_name_;
  FileUnits& out_;
  std::vector<std::string> profiles_;  // the empty one first
  std::vector<Path> channels_;
};

}  // namespace

void read_quarkus(const ParsedFile& file, std::vector<bool>& claimed, FileUnits& out) {
  const std::string_view bytes = file.source.bytes();
  const auto holds = [bytes](std::string_view text) {
    return bytes.find(text) != std::string_view::npos;
  };
  if (!holds("messaging") && !holds("kafka.") && !holds("kafka-streams")) return;
  for (std::size_t i = 0; i < claimed.size(); ++i) {
    if (claimed[i]) continue;
    const QuarkusProperties properties = read_quarkus_properties(file, i);
    if (FileReader(properties, file_name(file.source.path()), out).read()) claimed[i] = true;
  }
}

}  // namespace kaflint::dialect
