// A broker of ZooKeeper mode, and its way to KRaft (KIP-866): KafkaConfig.validateValues.
#include <fmt/format.h>

#include "rules/startup/broker/modes.h"

namespace kaflint::startup::kafka_server {
namespace {

constexpr const char* kAuthorizer = "authorizer.class.name";
constexpr const char* kBrokerId = "broker.id";
constexpr const char* kControllerNames = "controller.listener.names";
constexpr const char* kInterBrokerProtocol = "inter.broker.protocol.version";
constexpr const char* kLogDirs = "log.dirs";
constexpr const char* kMigration = "zookeeper.metadata.migration.enable";
constexpr const char* kNodeId = "node.id";
constexpr const char* kReservedMax = "reserved.broker.max.id";
constexpr const char* kVoters = "controller.quorum.voters";
constexpr const char* kZookeeper = "zookeeper.connect";

/// The id's key that is written.
std::string_view written_id(Server& server) {
  const kafka::ParsedConfig& config = server.config();
  return config.written().contains(kNodeId) ? kNodeId : kBrokerId;
}

void check_directories_of_migration(Server& server, Decision& decision, bool protocol_suffices) {
  const Derived<Names> dirs = server.log_dirs();
  decision.rely_on(dirs.evidence);
  if (server.version() >= Version(3, 5, 2) && server.version() < Version(3, 7, 0)) {
    if (dirs.value.size() != 1)
      migration_needs(decision, {.named = {}, .at = kLogDirs}, "there are several log directories",
                      "migrate on 3.7 or later, or use one directory");
  } else if (server.version() >= Version(3, 7, 0) && dirs.value.size() > 1 && !protocol_suffices) {
    migration_needs(decision, {.named = {kInterBrokerProtocol}, .at = kLogDirs},
                    "there are several log directories",
                    "write `inter.broker.protocol.version=3.7` or later");
  }
}

void check_migration_of_zookeeper_broker(Server& server) {
  Decision decision = decide_on_controllers(server);
  if (server.version() < Version(3, 5, 1) && decision.written(kAuthorizer))
    return migration_needs(decision, {.named = {kAuthorizer}}, "an authorizer is written",
                           "migrate on 3.5.1 or later");
  if (server.version() >= Version(3, 9, 0) && broker_id(server, decision) < 0)
    migration_needs(decision, {.named = {kBrokerId}, .at = kMigration},
                    "the broker's id is generated", "write the `broker.id` that this broker has");
  if (!quorum_is_known(server, decision))
    migration_needs(decision,
                    {.named = {kMigration, kVoters}, .at = kMigration, .begins_with_key = false},
                    "the quorum of controllers is not known", "write `controller.quorum.voters`");
  if (server.controller_listener_names().value.empty())
    migration_needs(decision, {.named = {kControllerNames}, .at = kMigration},
                    "the controllers' listener is not known", "write `controller.listener.names`");
  const Derived<ProtocolVersion>* protocol = server.inter_broker_protocol();
  if (protocol == nullptr) return;
  decision.rely_on(protocol->evidence);
  if (protocol->value < kFirstWithMigration)
    migration_needs(decision, {.named = {kInterBrokerProtocol}},
                    "`inter.broker.protocol.version` is below 3.4",
                    "write `inter.broker.protocol.version=3.4` or later");
  check_directories_of_migration(server, decision,
                                 protocol->value >= kFirstWithDirectoryAssignment);
  decision.conclude_that_it_holds();
}

}  // namespace

void check_zookeeper_connect(Server& server) {
  if (server.version() < Version(2, 8, 0)) return;  // ConfigDef demands it
  Decision decision = server.decide();
  decision.require(decision.text(kZookeeper).has_value(), "broker/missing-zookeeper-connect",
                   {.named = {kZookeeper}});
}

void check_broker_id(Server& server) {
  Decision decision = server.decide();
  decision.rely_on(server.process_roles().evidence);
  const std::int64_t id = broker_id(server, decision);
  const std::string_view at = written_id(server);
  const std::string shown = fmt::format("{}", id);
  if (!decision.boolean("broker.id.generation.enable")) {
    decision.require(
        id >= 0, "broker/broker-id-out-of-range", {.named = {kBrokerId}, .at = at},
        {{"value", shown}, {"range", "0 or more, since `broker.id.generation.enable` is false"}});
    return;
  }
  if (server.version() >= Version(3, 9, 0) && decision.boolean(kMigration) && id < 0)
    migration_needs(decision, {.named = {kBrokerId}, .at = at}, "the broker's id is generated",
                    "write the `broker.id` that this broker has");
  const std::int64_t most = decision.number(kReservedMax);
  decision.require(
      id >= -1 && id <= most, "broker/broker-id-out-of-range",
      {.named = {kBrokerId, kReservedMax}, .at = at},
      {{"value", shown},
       {"range", fmt::format("from -1 to `reserved.broker.max.id` ({}), above which ids are "
                             "generated",
                             most)}});
}

void check_zookeeper_broker(Server& server) {
  if (server.version() >= Version(3, 4, 0) && server.migration_enabled().value) {
    check_migration_of_zookeeper_broker(server);
    return;
  }
  Decision decision = decide_on_controllers(server);
  if (server.version() >= Version(3, 4, 0)) decision.rely_on(server.migration_enabled().evidence);
  decision.require(server.controller_listener_names().value.empty(),
                   "broker/controller-listener-without-kraft", {.named = {kControllerNames}});
}

}  // namespace kaflint::startup::kafka_server
