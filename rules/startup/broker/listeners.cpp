// How listeners relate to each other: KafkaConfig.validateValues and
// KafkaConfig.earlyStartListeners.
#include "linter/base/text.h"
#include "rules/startup/broker/checks.h"

namespace kaflint::startup::kafka_server {
namespace {

constexpr const char* kAdvertised = "advertised.listeners";
constexpr const char* kControllerNames = "controller.listener.names";
constexpr const char* kControlPlane = "control.plane.listener.name";
constexpr const char* kEarlyStart = "early.start.listeners";
constexpr const char* kInterBrokerListener = "inter.broker.listener.name";
constexpr const char* kListeners = "listeners";

/// Where a person looks for what is advertised: at the listeners if nothing else is written.
std::string_view advertised_at(Server& server) {
  for (const char* key : {kAdvertised, "advertised.host.name", "advertised.port"})
    if (server.config().is_written(key)) return key;
  return server.config().is_written(kListeners) ? kListeners : "host.name";
}

bool has_wildcard_address(const EndPoints& endpoints) {
  return std::ranges::any_of(endpoints,
                             [](const EndPoint& each) { return each.host == "0.0.0.0"; });
}

void check_inter_broker_listener_is_advertised(Server& server,
                                               const Derived<EndPoints>& advertised) {
  const Derived<InterBrokerListener>* inter_broker = server.inter_broker_listener();
  if (inter_broker == nullptr) return;
  Decision decision = server.decide();
  decision.rely_on(server.process_roles().evidence);
  decision.rely_on(advertised.evidence);
  decision.rely_on(inter_broker->evidence);
  const Names names = names_of(advertised.value);
  if (names.empty() && server.version() >= Version(3, 1, 0)) return;  // refused before
  const bool named = decision.text(kInterBrokerListener).has_value();
  decision.require(contains(names, inter_broker->value.name),
                   "broker/inter-broker-listener-not-advertised",
                   {.named = {kInterBrokerListener, kAdvertised, kListeners},
                    .at = named ? kInterBrokerListener : advertised_at(server)},
                   {{"listener", inter_broker->value.name}, {"advertised", joined(names)}});
}

void check_advertised_are_listeners(Server& server, const Derived<EndPoints>& advertised) {
  const Derived<EndPoints>* all = server.listeners();
  if (all == nullptr) return;
  Decision decision = server.decide();
  decision.rely_on(server.process_roles().evidence);
  decision.rely_on(advertised.evidence);
  decision.rely_on(all->evidence);
  const Names names = names_of(all->value);
  for (const EndPoint& each : advertised.value) {
    if (contains(names, each.listener)) continue;
    decision.refuse("broker/advertised-listener-not-in-listeners",
                    {.named = {kAdvertised, kListeners}, .at = kAdvertised},
                    {{"listener", each.listener}, {"listeners", joined(names)}});
    return;
  }
  decision.conclude_that_it_holds();
}

}  // namespace

/// From 3.3.0 on.
void check_early_start_listeners(Server& server) {
  const Derived<EndPoints>* all = server.listeners();
  if (all == nullptr) return;
  Decision decision = server.decide();
  decision.rely_on(all->evidence);
  Names early;
  if (server.version() >= Version(4, 2, 0))
    early = decision.list(kEarlyStart).value_or(Names());
  else
    early = split_at_each_comma(decision.text(kEarlyStart).value_or(""));
  const Names names = names_of(all->value);
  for (const std::string& written : early) {
    const std::string_view name = trim_java(written);
    if (name.empty() || contains(names, name)) continue;
    decision.refuse("broker/early-start-listener-unknown", {.named = {kEarlyStart}},
                    {{"listener", std::string(name)}, {"listeners", joined(names)}});
    return;
  }
  decision.conclude_that_it_holds();
}

/// 3.0 only.
void check_controller_has_listener(Server& server) {
  if (server.version().line() != Version(3, 0, 0) || !server.process_roles().value.controller)
    return;
  const auto controllers = server.controller_listeners();
  if (!controllers) return;
  Decision decision = server.decide();
  decision.rely_on(server.process_roles().evidence);
  decision.rely_on(controllers->evidence);
  const Names& names = server.controller_listener_names().value;
  if (!controllers->value.empty()) return decision.conclude_that_it_holds();
  if (decision.written(kControllerNames))
    decision.refuse("broker/controller-listener-not-in-listeners", {.named = {kControllerNames}},
                    {{"listener", joined(names)}});
  else
    decision.refuse("broker/missing-controller-listener-names",
                    {.named = {kControllerNames}, .at = "process.roles"},
                    {{"role", "a controller needs a listener"}});
}

/// For brokers of both modes, not for a server that is only a controller.
void check_advertised_listeners(Server& server) {
  const auto advertised = server.advertised_broker_listeners();
  server.listeners();  // asked for next, whatever the roles
  const ProcessRoles roles = server.process_roles().value;
  const bool zookeeper = !roles.any() && server.version() < Version(4, 0, 0);
  if (!advertised || !(zookeeper || roles.broker)) return;
  check_inter_broker_listener_is_advertised(server, *advertised);
  check_advertised_are_listeners(server, *advertised);
}

void check_advertised_addresses(Server& server) {
  if (server.version() < Version(1, 0, 0)) return;
  const auto refuse_wildcard = [&](const Derived<EndPoints>& endpoints) {
    Decision decision = server.decide();
    decision.rely_on(endpoints.evidence);
    decision.require(!has_wildcard_address(endpoints.value), "broker/wildcard-address-advertised",
                     {.named = {kAdvertised}, .at = advertised_at(server)});
  };
  if (const auto advertised = server.advertised_broker_listeners()) {
    refuse_wildcard(*advertised);
    if (has_wildcard_address(advertised->value)) return;
  }
  if (server.version() >= Version(3, 9, 0)) {
    if (const Derived<EndPoints>* controllers = server.advertised_controller_listeners())
      refuse_wildcard(*controllers);
    return;
  }
  if (server.version() < Version(2, 8, 0) || server.version() >= Version(3, 1, 0)) return;
  const auto controllers = server.controller_listeners();
  const auto advertised = server.advertised_broker_listeners();
  if (!controllers || !advertised) return;
  Decision decision = server.decide();
  decision.rely_on(controllers->evidence);
  decision.rely_on(advertised->evidence);
  for (const EndPoint& each : controllers->value)
    if (std::ranges::find(advertised->value, each) != advertised->value.end())
      decision.refuse("broker/controller-listener-advertised",
                      {.named = {kAdvertised, kControllerNames}, .at = kAdvertised},
                      {{"listener", each.listener}});
}

/// 2.2.0 to 3.9.
void check_control_plane_listener(Server& server) {
  if (server.version() < Version(2, 2, 0) || server.version() >= Version(4, 0, 0)) return;
  const Derived<std::string>* control_plane = server.control_plane_listener();
  const auto advertised = server.advertised_broker_listeners();
  if (control_plane == nullptr || control_plane->value.empty() || !advertised) return;
  // In KRaft mode it has been refused before.
  if (server.version() >= Version(3, 1, 0) && server.process_roles().value.any()) return;
  Decision decision = server.decide();
  decision.rely_on(control_plane->evidence);
  decision.rely_on(advertised->evidence);
  const Names names = names_of(advertised->value);
  decision.require(contains(names, control_plane->value),
                   "broker/control-plane-listener-not-advertised",
                   {.named = {kControlPlane, kAdvertised, kListeners}, .at = kControlPlane},
                   {{"listener", control_plane->value}, {"advertised", joined(names)}});
  const Derived<InterBrokerListener>* inter_broker = server.inter_broker_listener();
  if (inter_broker == nullptr) return;
  decision.rely_on(inter_broker->evidence);
  decision.require(control_plane->value != inter_broker->value.name,
                   "broker/control-plane-listener-is-inter-broker", {.named = {kControlPlane}},
                   {{"listener", control_plane->value}});
}

}  // namespace kaflint::startup::kafka_server
