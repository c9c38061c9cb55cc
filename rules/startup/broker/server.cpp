#include "rules/startup/broker/server.h"

#include "linter/base/text.h"
#include "linter/kafka/java_number.h"

namespace kaflint::startup::kafka_server {
namespace {

constexpr const char* kControlPlaneListener = "control.plane.listener.name";
constexpr const char* kInterBrokerListener = "inter.broker.listener.name";
constexpr const char* kInterBrokerProtocol = "inter.broker.protocol.version";
constexpr const char* kInterBrokerSecurity = "security.inter.broker.protocol";
constexpr const char* kProtocolMap = "listener.security.protocol.map";

}  // namespace

Names names_of(const EndPoints& endpoints) {
  Names names;
  for (const EndPoint& each : endpoints) names.push_back(each.listener);
  return names;
}

std::string joined(const Names& names) {
  std::string result;
  for (const std::string& name : names) {
    if (!result.empty()) result += ", ";
    result += name;
  }
  return result;
}

const Derived<ProcessRoles>& Server::process_roles() {
  return *once(process_roles_, [&]() -> std::optional<Derived<ProcessRoles>> {
    Decision decision = decide();
    const Names written = decision.list("process.roles").value_or(Names());
    ProcessRoles roles;
    for (const std::string& role : written) {
      if (role == "broker" ? roles.broker : roles.controller)
        decision.refuse("broker/duplicate-process-role", {.named = {"process.roles"}},
                        {{"role", role}});
      (role == "broker" ? roles.broker : roles.controller) = true;
    }
    return Derived<ProcessRoles>{roles, decision.evidence()};
  });
}

const Derived<Names>& Server::controller_listener_names() {
  return *once(controller_listener_names_, [&]() -> std::optional<Derived<Names>> {
    constexpr const char* kKey = "controller.listener.names";
    Decision decision = decide();
    Names names;
    if (version() >= Version(4, 2, 0)) {
      names = decision.list(kKey).value_or(Names());
    } else if (const std::string text = decision.text(kKey).value_or(""); !text.empty()) {
      names = version() >= Version(4, 1, 0) ? parse_csv_list(text) : split_at_each_comma(text);
    }
    return Derived<Names>{std::move(names), decision.evidence()};
  });
}

Derived<std::set<std::int64_t>> Server::voter_ids() {
  Decision decision = decide();
  std::set<std::int64_t> ids;
  for (const std::string& voter : decision.list("controller.quorum.voters").value_or(Names())) {
    const std::string_view id = std::string_view(voter).substr(0, voter.find('@'));
    ids.insert(kafka::parse_java_integer(id, INT32_MIN, INT32_MAX).value);
  }
  return {std::move(ids), decision.evidence()};
}

Derived<Names> Server::log_dirs() {
  Decision decision = decide();
  Names dirs;
  if (version() >= Version(4, 2, 0)) {
    const std::optional<Names> several = decision.list("log.dirs");
    dirs = several ? *several : decision.list("log.dir").value_or(Names());
  } else {
    const std::optional<std::string> several = decision.text("log.dirs");
    const std::string text = several ? *several : decision.text("log.dir").value_or("");
    if (!text.empty()) dirs = parse_csv_list(text);
  }
  return {std::move(dirs), decision.evidence()};
}

Derived<bool> Server::migration_enabled() {
  Decision decision = decide();
  const bool enabled = decision.boolean("zookeeper.metadata.migration.enable");
  return {enabled, decision.evidence()};
}

const Derived<InterBrokerListener>* Server::inter_broker_listener() {
  return once(inter_broker_listener_, [&] { return compute_inter_broker_listener(); });
}

const Derived<std::string>* Server::control_plane_listener() {
  return once(control_plane_listener_, [&] { return compute_control_plane_listener(); });
}

const Derived<ProtocolVersion>* Server::inter_broker_protocol() {
  return once(inter_broker_protocol_, [&] { return compute_inter_broker_protocol(); });
}

std::optional<Derived<InterBrokerListener>> Server::compute_inter_broker_listener() {
  Decision decision = decide();
  InterBrokerListener result;
  if (const std::optional<std::string> name = decision.text(kInterBrokerListener)) {
    if (decision.written(kInterBrokerSecurity)) {
      decision.refuse("broker/inter-broker-listener-and-protocol",
                      {.named = {kInterBrokerListener, kInterBrokerSecurity},
                       .at = kInterBrokerSecurity,
                       .begins_with_key = false},
                      {{"listener", *name}, {"value", decision.shown(kInterBrokerSecurity)}});
      return std::nullopt;
    }
    result.name = normalised(*name);
    const auto protocol = mapped_protocol(decision, result.name, kInterBrokerListener);
    if (!protocol) return std::nullopt;
    result.protocol = *protocol;
    return Derived<InterBrokerListener>{std::move(result), decision.evidence()};
  }
  const std::string text = decision.text(kInterBrokerSecurity).value_or("");
  const std::optional<SecurityProtocol> protocol = security_protocol(text, version());
  if (!protocol) {
    decision.refuse("broker/unknown-security-protocol", {.named = {kInterBrokerSecurity}},
                    {{"value", text}});
    return std::nullopt;
  }
  return Derived<InterBrokerListener>{{std::string(to_string(*protocol)), *protocol},
                                      decision.evidence()};
}

std::optional<Derived<std::string>> Server::compute_control_plane_listener() {
  Decision decision = decide();
  const std::optional<std::string> name = decision.text(kControlPlaneListener);
  if (!name) return Derived<std::string>{"", decision.evidence()};
  const std::string listener = normalised(*name);
  if (!mapped_protocol(decision, listener, kControlPlaneListener)) return std::nullopt;
  return Derived<std::string>{listener, decision.evidence()};
}

std::optional<SecurityProtocol> Server::mapped_protocol(Decision& decision,
                                                        const std::string& listener,
                                                        std::string_view key) {
  const Derived<ProtocolMap>* map = protocol_map();
  if (map == nullptr) return std::nullopt;
  decision.rely_on(map->evidence);
  const auto found = std::ranges::find(map->value, listener, [](const auto& e) { return e.first; });
  if (found != map->value.end()) return found->second;
  decision.refuse("broker/listener-without-protocol",
                  {.named = {key, kProtocolMap}, .at = key, .begins_with_key = false},
                  {{"listener", listener}});
  return std::nullopt;
}

std::optional<Derived<ProtocolVersion>> Server::compute_inter_broker_protocol() {
  Decision decision = decide();
  const bool pinned = version() >= Version(3, 3, 0) && process_roles().value.any();
  if (version() >= Version(3, 3, 0)) decision.rely_on(process_roles().evidence);
  if (pinned && !decision.written(kInterBrokerProtocol))
    return Derived<ProtocolVersion>{kFirstOfKraft, decision.evidence()};
  const std::string text = decision.text(kInterBrokerProtocol).value_or("");
  const std::optional<ProtocolVersion> protocol = parse_protocol_version(text, version());
  if (!protocol) {
    decision.refuse("broker/unknown-protocol-version", {.named = {}, .at = kInterBrokerProtocol},
                    {{"value", text}});
    return std::nullopt;
  }
  if (!pinned) return Derived<ProtocolVersion>{*protocol, decision.evidence()};
  decision.require(*protocol >= kFirstOfKraft, "broker/protocol-version-before-kraft",
                   {.named = {kInterBrokerProtocol}}, {{"value", text}});
  return Derived<ProtocolVersion>{kFirstOfKraft, decision.evidence()};
}

}  // namespace kaflint::startup::kafka_server
