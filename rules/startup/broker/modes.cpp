// The roles of a server, its quorum and the listeners of its mode: KafkaConfig.validateValues.
#include <fmt/format.h>

#include "rules/startup/broker/checks.h"
#include "rules/startup/broker/modes.h"

namespace kaflint::startup::kafka_server {
namespace {

constexpr const char* kAutoJoin = "controller.quorum.auto.join.enable";
constexpr const char* kBootstrap = "controller.quorum.bootstrap.servers";
constexpr const char* kBrokerId = "broker.id";
constexpr const char* kControllerNames = "controller.listener.names";
constexpr const char* kControlPlane = "control.plane.listener.name";
constexpr const char* kInterBrokerListener = "inter.broker.listener.name";
constexpr const char* kListeners = "listeners";
constexpr const char* kAdvertised = "advertised.listeners";
constexpr const char* kMigration = "zookeeper.metadata.migration.enable";
constexpr const char* kNodeId = "node.id";
constexpr const char* kProcessRoles = "process.roles";
constexpr const char* kProtocolMap = "listener.security.protocol.map";
constexpr const char* kVoters = "controller.quorum.voters";
constexpr const char* kZookeeper = "zookeeper.connect";

void check_node_id(Server& server) {
  Decision decision = server.decide();
  decision.rely_on(server.process_roles().evidence);
  decision.require(
      node_id(server, decision) >= 0, "broker/missing-node-id",
      {.named = {kNodeId, kProcessRoles}, .at = kProcessRoles, .begins_with_key = false});
  if (server.version() < Version(3, 4, 0) || !decision.boolean(kMigration)) return;
  if (!decision.text(kZookeeper))
    migration_needs(decision,
                    {.named = {kMigration, kZookeeper}, .at = kMigration, .begins_with_key = false},
                    "`zookeeper.connect` is not written",
                    "write the `zookeeper.connect` of the cluster that is left");
}

// The quorum -------------------------------------------------------------------------------------

void check_quorum_is_known(Server& server) {
  Decision decision = server.decide();
  decision.rely_on(server.process_roles().evidence);
  const bool bootstrap = server.version() >= Version(3, 9, 0);
  decision.require(
      quorum_is_known(server, decision), "broker/missing-quorum",
      {.named = {kProcessRoles, kVoters}, .at = kProcessRoles, .begins_with_key = false},
      {{"wanted", bootstrap ? "`controller.quorum.bootstrap.servers`, or the older "
                              "`controller.quorum.voters`,"
                            : "`controller.quorum.voters`"}});
}

void check_controller_is_voter(Server& server) {
  Decision decision = server.decide();
  decision.rely_on(server.process_roles().evidence);
  const Derived<std::set<std::int64_t>> voters = server.voter_ids();
  decision.rely_on(voters.evidence);
  const std::int64_t id = node_id(server, decision);
  // Refused before, or known by bootstrap servers.
  if (voters.value.empty() || id < 0) return;
  decision.require(voters.value.contains(id), "broker/controller-is-no-voter",
                   {.named = {kProcessRoles, kVoters}, .at = kVoters, .begins_with_key = false},
                   {{"id", fmt::format("{}", id)}, {"value", decision.shown(kVoters)}});
}

void check_broker_is_no_voter(Server& server) {
  Decision decision = server.decide();
  decision.rely_on(server.process_roles().evidence);
  const Derived<std::set<std::int64_t>> voters = server.voter_ids();
  decision.rely_on(voters.evidence);
  const std::int64_t id = node_id(server, decision);
  decision.require(!voters.value.contains(id), "broker/broker-is-voter",
                   {.named = {kProcessRoles, kVoters}, .at = kVoters, .begins_with_key = false},
                   {{"id", fmt::format("{}", id)}, {"value", decision.shown(kVoters)}});
}

void check_no_control_plane_in_kraft(Server& server) {
  if (server.version() >= Version(4, 0, 0)) return;
  const Derived<std::string>* listener = server.control_plane_listener();
  if (listener == nullptr) return;
  Decision decision = server.decide();
  decision.rely_on(server.process_roles().evidence);
  decision.rely_on(listener->evidence);
  const Blame in_3_1{.named = {kControlPlane, kControllerNames}, .at = kControlPlane};
  const Blame later{.named = {kControlPlane}};
  decision.require(listener->value.empty(), "broker/control-plane-listener-in-kraft",
                   server.version() < Version(3, 2, 0) ? in_3_1 : later);
}

// Controller listeners ---------------------------------------------------------------------------

void check_no_controller_advertised(Server& server) {
  if (server.version() >= Version(3, 9, 0)) return;
  const auto advertised = server.advertised_broker_listeners();
  if (!advertised) return;
  Decision decision = decide_on_controllers(server);
  decision.rely_on(advertised->evidence);
  const Names& controllers = server.controller_listener_names().value;
  for (const EndPoint& each : advertised->value)
    if (contains(controllers, each.listener)) {
      decision.refuse("broker/controller-listener-advertised",
                      {.named = {kAdvertised, kListeners, kControllerNames, kProcessRoles},
                       .at = kAdvertised,
                       .begins_with_key = false},
                      {{"listener", each.listener}});
      return;
    }
  decision.conclude_that_it_holds();
}

void check_controllers_are_named(Server& server) {
  Decision decision = decide_on_controllers(server);
  decision.require(!server.controller_listener_names().value.empty(),
                   "broker/missing-controller-listener-names",
                   {.named = {kControllerNames}, .at = kProcessRoles},
                   {{"role", "a broker needs the name of the controllers' listener"}});
}

void check_broker_listens_for_no_controller(Server& server) {
  const auto controllers = server.controller_listeners();
  if (!controllers) return;
  Decision decision = decide_on_controllers(server);
  decision.rely_on(controllers->evidence);
  decision.require(controllers->value.empty(), "broker/controller-listener-on-broker",
                   {.named = {kControllerNames, kListeners}, .at = kListeners},
                   {{"listener", joined(names_of(controllers->value))}});
}

void check_controllers_have_protocol(Server& server) {
  const Derived<ProtocolMap>* map = server.protocol_map();
  if (map == nullptr) return;
  Decision decision = decide_on_controllers(server);
  decision.rely_on(map->evidence);
  for (const std::string& written : server.controller_listener_names().value) {
    const std::string name = normalised(written);
    const bool mapped =
        std::ranges::any_of(map->value, [&](const auto& entry) { return entry.first == name; });
    if (mapped) continue;
    decision.refuse("broker/listener-without-protocol",
                    {.named = {kControllerNames, kProtocolMap},
                     .at = kControllerNames,
                     .begins_with_key = false},
                    {{"listener", name}});
    return;
  }
  decision.conclude_that_it_holds();
}

void check_auto_join(Server& server) {
  if (server.version() < Version(4, 2, 0)) return;
  Decision decision = server.decide();
  decision.rely_on(server.process_roles().evidence);
  decision.require(!decision.boolean(kAutoJoin), "broker/auto-join-without-controller",
                   {.named = {kAutoJoin, kProcessRoles}, .at = kAutoJoin});
}

void check_only_controller_listeners(Server& server) {
  const auto refuse = [](Decision& decision, std::string_view at, std::string problem) {
    decision.refuse("broker/listener-beside-controller",
                    {.named = {kListeners, kControllerNames, kProcessRoles},
                     .at = at,
                     .begins_with_key = false},
                    {{"problem", std::move(problem)}});
  };
  Decision decision = decide_on_controllers(server);
  const bool written = decision.text(kAdvertised).has_value();
  if (server.version() >= Version(3, 3, 2) && server.version() < Version(3, 9, 0) && written)
    return refuse(decision, kAdvertised, "`advertised.listeners` is written");
  if (server.version() < Version(3, 9, 0)) {
    const auto advertised = server.advertised_broker_listeners();
    if (!advertised) return;
    decision.rely_on(advertised->evidence);
    if (advertised->value.empty()) return decision.conclude_that_it_holds();
    return refuse(decision, written ? kAdvertised : kListeners,
                  fmt::format("`{}` holds {}", written ? kAdvertised : kListeners,
                              joined(names_of(advertised->value))));
  }
  const Derived<EndPoints>* controllers = server.advertised_controller_listeners();
  const Derived<EndPoints>* all = server.listeners();
  if (controllers == nullptr || all == nullptr) return;
  decision.rely_on(controllers->evidence);
  if (controllers->value.size() == all->value.size()) return decision.conclude_that_it_holds();
  refuse(decision, kListeners, fmt::format("`listeners` holds {}", joined(names_of(all->value))));
}

void check_inter_broker_is_no_controller(Server& server) {
  if (server.version() < Version(4, 0, 0)) return;
  Decision decision = decide_on_controllers(server);
  if (!decision.text(kInterBrokerListener)) return;
  const Derived<InterBrokerListener>* listener = server.inter_broker_listener();
  if (listener == nullptr) return;
  decision.rely_on(listener->evidence);
  decision.require(!contains(server.controller_listener_names().value, listener->value.name),
                   "broker/controller-listener-is-inter-broker",
                   {.named = {kControllerNames, kInterBrokerListener, kProcessRoles},
                    .at = kInterBrokerListener},
                   {{"listener", listener->value.name}});
}

void check_controller_listens(Server& server) {
  const Blame blame{.named = {kControllerNames, kListeners}, .at = kControllerNames};
  const auto missing = [&](Decision& decision, std::string names) {
    decision.refuse("broker/controller-listener-not-in-listeners", blame,
                    {{"listener", std::move(names)}});
  };
  const Derived<EndPoints>* all = server.listeners();
  if (all == nullptr) return;
  const Names& names = server.controller_listener_names().value;
  Decision decision = decide_on_controllers(server);
  decision.rely_on(all->evidence);
  bool any = false;
  if (server.version() < Version(3, 9, 0)) {
    const auto controllers = server.controller_listeners();
    any = controllers && !controllers->value.empty();
  } else {
    const Derived<EndPoints>* controllers = server.advertised_controller_listeners();
    if (controllers == nullptr) return;
    decision.rely_on(controllers->evidence);
    any = !controllers->value.empty();
  }
  if (!any && names.empty())
    return decision.refuse("broker/missing-controller-listener-names",
                           {.named = {kControllerNames, kListeners}, .at = kProcessRoles},
                           {{"role", "a controller needs a listener"}});
  if (!any) return missing(decision, joined(names));
  const Names listeners = names_of(all->value);
  for (const std::string& name : names)
    if (!contains(listeners, name)) return missing(decision, name);
  decision.conclude_that_it_holds();
}

void check_broker_advertises_something(Server& server) {
  const auto advertised = server.advertised_broker_listeners();
  if (!advertised) return;
  Decision decision = decide_on_controllers(server);
  decision.rely_on(advertised->evidence);
  const bool kraft_broker = server.process_roles().value.broker;
  const Blame blame = kraft_broker ? Blame{.named = {kListeners, kControllerNames},
                                           .at = kListeners,
                                           .begins_with_key = false}
                                   : Blame{.named = {}, .at = kListeners};
  decision.require(!advertised->value.empty(), "broker/nothing-advertised", blame);
}

}  // namespace

std::int64_t broker_id(Server& server, Decision& decision) {
  // 2.8 and 3.0: node.id stands for broker.id unless it is negative.
  if (server.version() >= Version(2, 8, 0) && server.version() < Version(3, 1, 0))
    if (const std::int64_t id = decision.number(kNodeId); id >= 0) return id;
  return decision.number(kBrokerId);
}

std::int64_t node_id(Server& server, Decision& decision) {
  return server.version() < Version(3, 1, 0) ? broker_id(server, decision)
                                             : decision.number(kNodeId);
}

bool quorum_is_known(Server& server, Decision& decision) {
  const Derived<std::set<std::int64_t>> voters = server.voter_ids();
  decision.rely_on(voters.evidence);
  if (!voters.value.empty()) return true;
  return server.version() >= Version(3, 9, 0) &&
         !decision.list(kBootstrap).value_or(Names()).empty();
}

Decision decide_on_controllers(Server& server) {
  Decision decision = server.decide();
  decision.rely_on(server.process_roles().evidence);
  decision.rely_on(server.controller_listener_names().evidence);
  return decision;
}

void migration_needs(Decision& decision, const Blame& blame, std::string problem,
                     std::string advice) {
  decision.refuse("broker/migration-prerequisite", blame,
                  {{"problem", std::move(problem)}, {"advice", std::move(advice)}});
}

/// The first checks of validateValues.
void check_ids(Server& server) {
  if (server.version() >= Version(3, 1, 0)) {
    Decision decision = server.decide();
    const std::int64_t node = decision.number(kNodeId);
    const std::int64_t broker = decision.number(kBrokerId);
    decision.require(node == broker, "broker/node-id-not-broker-id",
                     {.named = {kNodeId, kBrokerId}, .at = kNodeId, .begins_with_key = false},
                     {{"node", fmt::format("{}", node)}, {"broker", fmt::format("{}", broker)}});
  }
  if (server.version() >= Version(4, 0, 0)) return;
  if (server.process_roles().value.any()) {
    check_node_id(server);
  } else {
    check_zookeeper_connect(server);
    check_broker_id(server);
  }
}

/// What 3.0 checks where later releases check all that belongs to a mode.
void check_voters_and_policies_in_3_0(Server& server) {
  if (server.version().line() != Version(3, 0, 0) || !server.process_roles().value.any()) return;
  check_quorum_is_known(server);
  if (server.process_roles().value.controller)
    check_controller_is_voter(server);
  else
    check_broker_is_no_voter(server);
  for (const char* policy : {"alter.config.policy.class.name", "create.topic.policy.class.name"}) {
    Decision decision = server.decide();
    decision.rely_on(server.process_roles().evidence);
    decision.require(!decision.text(policy), "broker/policy-in-kraft", {.named = {policy}},
                     {{"value", decision.shown(policy)}});
  }
}

/// From 3.1.0 on.
void check_quorum_and_listeners_of_mode(Server& server) {
  const ProcessRoles roles = server.process_roles().value;
  const bool before_3_9 = server.version() < Version(3, 9, 0);
  server.advertised_broker_listeners();  // Kafka computes them first of all
  if (roles.is_broker_only()) {
    check_quorum_is_known(server);
    check_no_control_plane_in_kraft(server);
    check_no_controller_advertised(server);
    check_broker_is_no_voter(server);
    check_controllers_are_named(server);
    check_broker_listens_for_no_controller(server);
    check_controllers_have_protocol(server);
    check_auto_join(server);
    if (before_3_9) check_broker_advertises_something(server);
  } else if (roles.is_controller_only()) {
    check_quorum_is_known(server);
    check_no_control_plane_in_kraft(server);
    check_only_controller_listeners(server);
    check_inter_broker_is_no_controller(server);
    check_controller_is_voter(server);
    check_controller_listens(server);
  } else if (roles.is_combined()) {
    check_quorum_is_known(server);
    check_no_control_plane_in_kraft(server);
    check_no_controller_advertised(server);
    check_controller_is_voter(server);
    check_controller_listens(server);
    if (before_3_9) check_broker_advertises_something(server);
  } else if (server.version() < Version(4, 0, 0)) {
    check_zookeeper_broker(server);
    if (before_3_9) check_broker_advertises_something(server);
  }
  if (!before_3_9 && (roles.broker || (!roles.any() && server.version() < Version(4, 0, 0))))
    check_broker_advertises_something(server);
}

}  // namespace kaflint::startup::kafka_server
