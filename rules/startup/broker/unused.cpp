// Written settings that a broker which starts does not use, because something more precise stands
// beside them or the mode has no use for them.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <optional>
#include <set>
#include <string>

#include "linter/base/text.h"
#include "rules/startup/broker/checks.h"

namespace kaflint::startup::kafka_server {
namespace {

constexpr const char* kMigration = "zookeeper.metadata.migration.enable";
constexpr const char* kProtocolVersion = "inter.broker.protocol.version";
constexpr std::string_view kListenerPrefix = "listener.name.";

struct Precedence {
  const char* key;
  const char* winner;
};

// KafkaConfig's accessors ask for the winner first and stop there.
constexpr std::array<Precedence, 11> kPrecedences = {{
    {"log.retention.minutes", "log.retention.ms"},
    {"log.retention.hours", "log.retention.ms"},
    {"log.retention.hours", "log.retention.minutes"},
    {"log.roll.hours", "log.roll.ms"},
    {"log.roll.jitter.hours", "log.roll.jitter.ms"},
    {"log.dir", "log.dirs"},
    {"host.name", "listeners"},
    {"port", "listeners"},
    {"advertised.host.name", "advertised.listeners"},
    {"advertised.port", "advertised.listeners"},
    {"delegation.token.master.key", "delegation.token.secret.key"},
}};

bool is_defined(Server& server, std::string_view key) {
  return server.config().definition(key).has_value();
}

bool written_and_known(Server& server, std::string_view key) {
  return server.config().is_written(key) && server.config().find(key) != nullptr;
}

void report_shadowed(Server& server) {
  std::string_view last;
  for (const auto& [key, winner] : kPrecedences) {
    if (last == key || !server.config().is_written(key) || !is_defined(server, key)) continue;
    if (!written_and_known(server, winner) || !is_defined(server, winner)) continue;
    server.report().unused("broker/shadowed-setting", key, {{"winner", winner}});
    last = key;
  }
}

/// ZooKeeper's settings in KRaft mode, unless the server migrates.
void report_zookeeper_settings(Server& server) {
  if (server.version() < Version(2, 8, 0) || server.version() >= Version(4, 0, 0)) return;
  if (!server.process_roles().value.any() || server.migration_enabled().value) return;
  if (!server.config().written().contains("zookeeper.connect")) return;
  if (server.config().find("process.roles") == nullptr) return;
  if (server.config().written().contains(kMigration) && !written_and_known(server, kMigration))
    return;
  server.report().unused("broker/zookeeper-setting-in-kraft", "zookeeper.connect");
}

/// In KRaft mode the metadata version counts from 3.3.0 on (KIP-778).
void report_protocol_version(Server& server) {
  if (server.version() < Version(3, 3, 0) || server.version() >= Version(4, 0, 0)) return;
  if (!server.process_roles().value.any() || !written_and_known(server, kProtocolVersion)) return;
  const std::string text = server.config().string(kProtocolVersion).value_or("");
  const auto protocol = parse_protocol_version(text, server.version());
  if (!protocol || *protocol < kFirstOfKraft) return;  // refused
  server.report().unused("broker/protocol-version-in-kraft", kProtocolVersion);
}

/// LogConfig.shouldIgnoreMessageFormatVersion
void report_message_format(Server& server) {
  constexpr const char* kMessageFormat = "log.message.format.version";
  if (server.version() < Version(3, 0, 0) || server.version() >= Version(4, 0, 0)) return;
  if (!server.config().is_written(kMessageFormat)) return;
  const Derived<ProtocolVersion>* protocol = server.inter_broker_protocol();
  if (protocol == nullptr || protocol->value < kFirstThatIgnoresMessageFormat) return;
  if (!protocol->evidence.unknown().empty()) return;
  server.report().unused("broker/message-format-ignored", kMessageFormat);
}

/// A listener's name in a key is looked for in lower case only (ListenerName.configPrefix).
void report_upper_case_prefixes(Server& server) {
  for (const auto& [key, value] : server.config().written().with_prefix(kListenerPrefix)) {
    const std::string_view rest = std::string_view(key).substr(kListenerPrefix.size());
    const std::string_view listener = rest.substr(0, rest.find('.'));
    const std::string lower = ascii_lower(listener);
    if (lower == listener || listener.size() == rest.size()) continue;
    server.report().unused("broker/listener-prefix-case", key,
                           {{"listener", std::string(listener)},
                            {"right", std::string(kListenerPrefix) + lower +
                                          std::string(rest.substr(listener.size()))}});
  }
}

bool is_certain(const Evidence& evidence) {
  return evidence.unknown().empty() && evidence.assumed().empty();
}

/// Listeners that the broker has, reaches controllers or other brokers through, or may be given
/// while it runs, in lower case; nothing when somebody else may name more.
std::optional<std::set<std::string>> listener_names(Server& server) {
  const Derived<EndPoints>* listeners = server.listeners();
  if (listeners == nullptr || !is_certain(listeners->evidence)) return std::nullopt;
  const Derived<Names>& controllers = server.controller_listener_names();
  if (!is_certain(controllers.evidence)) return std::nullopt;
  std::set<std::string> names;
  for (const EndPoint& listener : listeners->value) names.insert(ascii_lower(listener.listener));
  for (const std::string& name : controllers.value) names.insert(ascii_lower(name));
  for (const char* key : {"inter.broker.listener.name", "control.plane.listener.name"}) {
    if (!server.config().is_written(key)) continue;
    if (!written_and_known(server, key)) return std::nullopt;
    names.insert(ascii_lower(server.config().string(key).value_or("")));
  }
  if (!server.config().is_written("listener.security.protocol.map")) return names;
  const Derived<ProtocolMap>* map = server.protocol_map();
  if (map == nullptr || !is_certain(map->evidence)) return std::nullopt;
  for (const auto& [name, protocol] : map->value) names.insert(ascii_lower(name));
  return names;
}

void report_unknown_listeners(Server& server) {
  const auto prefixed = server.config().written().with_prefix(kListenerPrefix);
  if (std::ranges::empty(prefixed)) return;
  const auto names = listener_names(server);
  if (!names) return;
  for (const auto& [key, value] : prefixed) {
    const std::string_view rest = std::string_view(key).substr(kListenerPrefix.size());
    const std::string listener(rest.substr(0, rest.find('.')));
    if (listener.size() == rest.size() || names->contains(ascii_lower(listener))) continue;
    server.report().unused(
        "broker/prefix-of-no-listener", key,
        {{"listener", listener}, {"listeners", fmt::format("{}", fmt::join(*names, ", "))}});
  }
}

}  // namespace

void report_unused_settings(Server& server) {
  report_shadowed(server);
  report_zookeeper_settings(server);
  report_protocol_version(server);
  report_message_format(server);
  report_upper_case_prefixes(server);
  report_unknown_listeners(server);
}

}  // namespace kaflint::startup::kafka_server
