// From the texts of the listener settings to endpoints: KafkaConfig.listeners and its relatives,
// CoreUtils.listenerListToEndPoints, SocketServerConfigs.listenerListToEndPoints.
#include <fmt/format.h>

#include "linter/base/text.h"
#include "linter/kafka/java_number.h"
#include "rules/startup/broker/server.h"

namespace kaflint::startup::kafka_server {
namespace {

constexpr const char* kAdvertised = "advertised.listeners";
constexpr const char* kAdvertisedHost = "advertised.host.name";
constexpr const char* kAdvertisedPort = "advertised.port";
constexpr const char* kControllerNames = "controller.listener.names";
constexpr const char* kHost = "host.name";
constexpr const char* kListeners = "listeners";
constexpr const char* kPort = "port";
constexpr const char* kProtocolMap = "listener.security.protocol.map";

bool is_ssl_or_sasl(std::string_view name) {
  return name == "SSL" || name == "SASL_SSL" || name == "SASL_PLAINTEXT";
}

/// The items of a key that is a string up to 4.1 and a list later; nothing for null.
std::optional<Names> listed(Decision& decision, std::string_view key) {
  if (decision.version() >= Version(4, 2, 0)) return decision.list(key);
  const std::optional<std::string> text = decision.text(key);
  return text ? std::optional(parse_csv_list(*text)) : std::nullopt;
}

void put(ProtocolMap& map, const std::string& name, SecurityProtocol protocol) {
  const auto same = std::ranges::find(map, name, [](const auto& entry) { return entry.first; });
  if (same == map.end())
    map.emplace_back(name, protocol);
  else
    same->second = protocol;
}

}  // namespace

const Derived<ProtocolMap>* Server::protocol_map() {
  return once(protocol_map_, [&] { return compute_protocol_map(); });
}

const Derived<EndPoints>* Server::listeners() {
  return once(listeners_, [&] { return compute_listeners(); });
}

const Derived<EndPoints>* Server::advertised_listeners() {
  return once(advertised_listeners_, [&] { return compute_advertised_listeners(); });
}

std::optional<Derived<ProtocolMap>> Server::compute_protocol_map() {
  Decision decision = decide();
  const auto refuse = [&](std::array<std::string_view, 4> named, std::string_view value,
                          const char* problem) {
    decision.refuse("broker/invalid-protocol-map", {.named = named, .at = kProtocolMap},
                    {{"value", std::string(value)}, {"problem", problem}});
    return std::nullopt;
  };
  const auto pairs = parse_csv_map(decision.text(kProtocolMap).value_or(""));
  if (!pairs)
    return refuse({kProtocolMap}, pairs.error(), "is not of the form `LISTENER:PROTOCOL`");
  ProtocolMap map;
  for (const auto& [listener, name] : *pairs) {
    const std::optional<SecurityProtocol> protocol = security_protocol(name, version());
    if (!protocol) return refuse({kProtocolMap}, name, "is not a security protocol");
    const std::size_t before = map.size();
    put(map, normalised(listener), *protocol);
    if (map.size() == before && version() >= Version(4, 1, 0))
      return refuse({}, listener, "is mapped twice");
  }
  if (version() >= Version(3, 1, 0) && !add_controller_mappings(decision, map)) return std::nullopt;
  return Derived<ProtocolMap>{std::move(map), decision.evidence()};
}

/// In KRaft mode controller listeners are PLAINTEXT unless the map is written or SSL or SASL is in
/// use. Their names are put in as they are written.
bool Server::add_controller_mappings(Decision& decision, ProtocolMap& map) {
  if (version() < Version(4, 0, 0)) {
    decision.rely_on(process_roles().evidence);
    if (!process_roles().value.any()) return true;
  }
  if (decision.written(kProtocolMap)) return true;
  const Derived<Names>& controllers = controller_listener_names();
  decision.rely_on(controllers.evidence);
  if (std::ranges::any_of(controllers.value, is_ssl_or_sasl)) return true;
  for (const std::string& text : listed(decision, kListeners).value_or(Names())) {
    const std::optional<std::string> name = parse_listener_name(text, version());
    if (!name) {
      decision.refuse("broker/invalid-listeners", {.named = {}, .at = kListeners},
                      {{"value", text}, {"problem", "is not of the form `NAME://host:port`"}});
      return false;
    }
    if (is_ssl_or_sasl(*name)) return true;
  }
  Names added;
  for (const std::string& name : controllers.value) {
    if (name == "PLAINTEXT") continue;
    if (contains(added, name) && version() >= Version(4, 1, 0)) {
      decision.refuse("broker/duplicate-controller-listener-name",
                      {.named = {}, .at = kControllerNames}, {{"listener", name}});
      return false;
    }
    added.push_back(name);
    put(map, name, SecurityProtocol::plaintext);
  }
  return true;
}

std::optional<Derived<EndPoints>> Server::compute_listeners() {
  Decision decision = decide();
  std::optional<Names> texts = listed(decision, kListeners);
  std::string_view key = kListeners;
  if (!texts) {
    texts = parse_csv_list(fmt::format("PLAINTEXT://{}:{}", decision.text(kHost).value_or(""),
                                       decision.number(kPort)));
    key = decision.text(kHost).value_or("").empty() ? kPort : kHost;
  }
  return parse_endpoints(std::move(decision), *texts, key, true);
}

std::optional<Derived<EndPoints>> Server::compute_advertised_listeners() {
  const bool distinct_ports = version() < Version(2, 7, 0);
  Decision decision = decide();
  if (const std::optional<Names> texts = listed(decision, kAdvertised))
    return parse_endpoints(std::move(decision), *texts, kAdvertised, distinct_ports);
  const std::optional<std::string> host = decision.text(kAdvertisedHost);
  const std::optional<std::int64_t> port = decision.optional_number(kAdvertisedPort);
  if (host || port) {
    const Names texts = parse_csv_list(fmt::format("PLAINTEXT://{}:{}",
                                                   host ? *host : decision.text(kHost).value_or(""),
                                                   port ? *port : decision.number(kPort)));
    return parse_endpoints(std::move(decision), texts, host ? kAdvertisedHost : kAdvertisedPort,
                           distinct_ports);
  }
  const Derived<EndPoints>* all = listeners();
  if (all == nullptr) return std::nullopt;
  decision.rely_on(all->evidence);
  return Derived<EndPoints>{all->value, decision.evidence()};
}

std::optional<Derived<EndPoints>> Server::parse_endpoints(Decision decision, const Names& texts,
                                                          std::string_view key,
                                                          bool distinct_ports) {
  const Derived<ProtocolMap>* map = protocol_map();
  if (map == nullptr) return std::nullopt;
  decision.rely_on(map->evidence);
  EndPoints endpoints;
  for (const std::string& text : texts) {
    std::optional<EndPoint> endpoint = parse_endpoint(decision, text, map->value, key);
    if (!endpoint) return std::nullopt;
    endpoints.push_back(*std::move(endpoint));
  }
  if (!check_distinct(decision, endpoints, key, distinct_ports)) return std::nullopt;
  return Derived<EndPoints>{std::move(endpoints), decision.evidence()};
}

std::optional<EndPoint> Server::parse_endpoint(Decision& decision, const std::string& text,
                                               const ProtocolMap& map, std::string_view key) {
  const auto refuse = [&](std::string problem) {
    decision.refuse("broker/invalid-listeners", {.named = {}, .at = key},
                    {{"value", text}, {"problem", std::move(problem)}});
    return std::nullopt;
  };
  const std::optional<ListenerText> parts = split_listener(text);
  if (!parts) return refuse("is not of the form `NAME://host:port`");
  const auto port = kafka::parse_java_integer(parts->port, INT32_MIN, INT32_MAX);
  if (port.error) return refuse("has a port that is too large");
  const std::string name = normalised(parts->name);
  const auto mapped = std::ranges::find(map, name, [](const auto& entry) { return entry.first; });
  if (mapped == map.end())
    return refuse(fmt::format("has no protocol: `{}` has no entry for `{}`", kProtocolMap, name));
  return EndPoint{name,
                  parts->host.empty() ? std::nullopt : std::optional(std::string(parts->host)),
                  port.value, mapped->second};
}

bool Server::check_distinct(Decision& decision, const EndPoints& endpoints, std::string_view key,
                            bool distinct_ports) {
  const auto distinct_names = [&] {
    Names seen;
    for (const EndPoint& each : endpoints) {
      if (contains(seen, each.listener)) {
        decision.refuse("broker/duplicate-listener-name", {.named = {kListeners}, .at = key},
                        {{"listener", each.listener}});
        return false;
      }
      seen.push_back(each.listener);
    }
    return true;
  };
  const auto no_port_conflict = [&] {
    std::int64_t port = 0;
    const PortConflict conflict = port_conflict(endpoints, version(), port);
    if (conflict == PortConflict::none) return true;
    decision.refuse("broker/duplicate-listener-port", {.named = {kListeners}, .at = key},
                    {{"port", fmt::format("{}", port)},
                     {"unless", version() < Version(3, 6, 0)
                                    ? ""
                                    : ", unless exactly two have it, one with an IPv4 and one with "
                                      "an IPv6 address"}});
    return false;
  };
  if (!distinct_ports) return distinct_names();
  if (version() < Version(2, 7, 0)) return no_port_conflict() && distinct_names();
  return distinct_names() && no_port_conflict();
}

std::optional<Derived<EndPoints>> Server::controller_listeners() {
  const Derived<EndPoints>* all = listeners();
  if (all == nullptr) return std::nullopt;
  const Derived<Names>& names = controller_listener_names();
  Derived<EndPoints> result = *all;
  result.evidence.add(names.evidence);
  std::erase_if(result.value,
                [&](const EndPoint& each) { return !contains(names.value, each.listener); });
  return result;
}

std::optional<Derived<EndPoints>> Server::advertised_broker_listeners() {
  const Derived<EndPoints>* all = advertised_listeners();
  if (all == nullptr) return std::nullopt;
  Derived<EndPoints> result = *all;
  if (version() < Version(2, 8, 0)) return result;
  Decision decision = decide();
  if (version() < Version(3, 9, 0) && decision.text(kAdvertised)) return result;
  const Derived<Names>& controllers = controller_listener_names();
  result.evidence.add(controllers.evidence);
  const auto is_controller = [&](const EndPoint& each) {
    return contains(controllers.value, each.listener);
  };
  if (version() < Version(4, 0, 0) && version() >= Version(3, 9, 0) && migration_enabled().value &&
      std::ranges::any_of(result.value, is_controller)) {
    // While ZooKeeper is left the control plane's listener stays advertised (KAFKA-17788).
    const Derived<std::string>* control_plane = control_plane_listener();
    if (control_plane == nullptr) return std::nullopt;
    std::erase_if(result.value, [&](const EndPoint& each) {
      return is_controller(each) && each.listener != control_plane->value;
    });
    return result;
  }
  std::erase_if(result.value, is_controller);
  return result;
}

/// From 4.2.1 on a voter's address is advertised for the first controller listener if that listens
/// on every interface: QuorumConfig.parseVoterConnections.
bool Server::voters_are_routable(Decision& decision) {
  constexpr const char* kVoters = "controller.quorum.voters";
  if (version() < Version(4, 2, 1)) return true;
  for (const std::string& voter : decision.list(kVoters).value_or(Names())) {
    const std::size_t at = voter.find('@');
    if (voter.substr(at + 1).find("0.0.0.0:") == std::string::npos) continue;
    decision.refuse("broker/unroutable-voter", {.named = {}, .at = kVoters}, {{"value", voter}});
    return false;
  }
  return true;
}

const Derived<EndPoints>* Server::advertised_controller_listeners() {
  return once(advertised_controller_listeners_,
              [&] { return compute_advertised_controller_listeners(); });
}

std::optional<Derived<EndPoints>> Server::compute_advertised_controller_listeners() {
  std::optional<Derived<EndPoints>> controllers = controller_listeners();
  const Derived<EndPoints>* advertised = advertised_listeners();
  if (!controllers || advertised == nullptr) return std::nullopt;
  Decision decision = decide();
  const bool written = decision.text(kAdvertised).has_value();
  Derived<EndPoints> result;
  result.evidence = controllers->evidence;
  result.evidence.add(advertised->evidence);
  const auto find = [](const EndPoints& among, const std::string& name) -> const EndPoint* {
    const auto found = std::ranges::find(among, normalised(name), &EndPoint::listener);
    return found == among.end() ? nullptr : &*found;
  };
  const Names& names = controller_listener_names().value;
  for (const std::string& name : names) {
    const EndPoint* endpoint =
        written && contains(names, normalised(name)) ? find(advertised->value, name) : nullptr;
    const bool inherited = endpoint == nullptr;
    if (inherited) endpoint = find(controllers->value, name);
    if (endpoint == nullptr) continue;
    const bool wildcard = !endpoint->host || endpoint->host == "0.0.0.0";
    if (inherited && wildcard && name == names.front() && !voters_are_routable(decision))
      return std::nullopt;
    result.value.push_back(*endpoint);
    // From 3.9.1 on an inherited wildcard address is one that nobody sees.
    if (inherited && version() >= Version(3, 9, 1) && endpoint->host == "0.0.0.0")
      result.value.back().host.reset();
  }
  return result;
}

}  // namespace kaflint::startup::kafka_server
