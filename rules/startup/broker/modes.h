// What the checks of a server's mode have in common, and those of ZooKeeper mode.
#pragma once

#include <cstdint>
#include <string>

#include "rules/startup/broker/server.h"

namespace kaflint::startup::kafka_server {

/// KafkaConfig.brokerId
std::int64_t broker_id(Server& server, Decision& decision);

/// KafkaConfig.nodeId
std::int64_t node_id(Server& server, Decision& decision);

/// Whether the quorum is known by its voters or, from 3.9.0 on, by servers that know them.
bool quorum_is_known(Server& server, Decision& decision);

/// A decision on the controllers' listeners and the roles.
Decision decide_on_controllers(Server& server);

/// Refuses what a migration from ZooKeeper (KIP-866) does not go without.
void migration_needs(Decision& decision, const Blame& blame, std::string problem,
                     std::string advice);

// zookeeper_mode.cpp
void check_zookeeper_connect(Server& server);
void check_broker_id(Server& server);
void check_zookeeper_broker(Server& server);

}  // namespace kaflint::startup::kafka_server
