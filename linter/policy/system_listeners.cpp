#include "linter/policy/system_listeners.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "linter/base/text.h"
#include "linter/policy/system_cluster.h"

namespace kaflint::policy {
namespace {

namespace server = startup::kafka_server;
using dialect::Setting;
using dialect::Unit;
using server::SecurityProtocol;

using Protocols = std::vector<std::pair<std::string, SecurityProtocol>>;

/// KafkaConfig.effectiveListenerSecurityProtocolMap; nothing in it where none is written: then
/// names are protocols.
std::optional<Protocols> protocol_map(const Unit& broker, kafka::Version version) {
  Protocols protocols;
  const Setting* const setting = setting_of(broker, "listener.security.protocol.map");
  if (setting == nullptr) return broker.complete ? std::optional(protocols) : std::nullopt;
  if (!setting->value) return std::nullopt;
  const auto pairs = server::parse_csv_map(*setting->value);
  if (!pairs) return std::nullopt;
  for (const auto& [name, text] : *pairs) {
    const auto protocol = server::security_protocol(text, version);
    if (!protocol) return std::nullopt;
    protocols.emplace_back(server::normalised(name), *protocol);
  }
  return protocols;
}

std::optional<SecurityProtocol> protocol_of(const std::string& listener, const Protocols& map,
                                            kafka::Version version) {
  if (map.empty()) return server::security_protocol(listener, version);
  const auto found = std::ranges::find(map, listener, &Protocols::value_type::first);
  return found == map.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

std::optional<OfferedListeners> offered_listeners(const Unit& broker, kafka::Version version) {
  OfferedListeners offered;
  for (std::string_view key : {"advertised.listeners", "listeners"}) {
    offered.from = setting_of(broker, key);
    if (offered.from != nullptr) break;
    if (!broker.complete) return std::nullopt;
  }
  if (offered.from != nullptr && !offered.from->value) return std::nullopt;
  const Setting* const controllers = setting_of(broker, "controller.listener.names");
  if (controllers != nullptr && !controllers->value) return std::nullopt;
  std::vector<std::string> controller_names;
  if (controllers != nullptr)
    for (const std::string& name : server::parse_csv_list(*controllers->value))
      controller_names.push_back(server::normalised(name));
  const std::optional<Protocols> map = protocol_map(broker, version);
  if (!map) return std::nullopt;
  const std::string texts = offered.from == nullptr ? "PLAINTEXT://:9092" : *offered.from->value;
  for (const std::string& text : server::parse_csv_list(texts)) {
    const auto parts = server::split_listener(text);
    if (!parts) return std::nullopt;
    const std::string name = server::normalised(parts->name);
    if (std::ranges::find(controller_names, name) != controller_names.end()) continue;
    const auto protocol = protocol_of(name, *map, version);
    if (!protocol) return std::nullopt;
    offered.listeners.push_back({ascii_lower(parts->host), std::string(parts->port), *protocol});
  }
  return offered;
}

}  // namespace kaflint::policy
