// The checks of a broker's start, by theme; broker.cpp calls them in Kafka's order.
#pragma once

#include "rules/startup/broker/server.h"

namespace kaflint::startup::kafka_server {

// modes.cpp, with zookeeper_mode.cpp: ZooKeeper, KRaft, and the way from one to the other
void check_ids(Server& server);
void check_quorum_and_listeners_of_mode(Server& server);
void check_voters_and_policies_in_3_0(Server& server);

// listeners.cpp
void check_early_start_listeners(Server& server);
void check_controller_has_listener(Server& server);
void check_advertised_listeners(Server& server);
void check_advertised_addresses(Server& server);
void check_control_plane_listener(Server& server);

// log.cpp
void check_log_times(Server& server);
void check_log_dirs(Server& server);
void check_log_cleaner(Server& server);
void check_compression_type(Server& server);
void check_message_format(Server& server);
void check_cordoned_log_dirs(Server& server);
/// The message format's version itself, before 2.1.0 gave the key a validator.
void check_message_format_version(Server& server);

// replication.cpp
void check_replica_fetch_wait(Server& server);

// connections.cpp
/// max.connections.per.ip.overrides as it is parsed; false when it cannot be.
bool check_connection_overrides_syntax(Server& server);
void check_connections(Server& server);
void check_request_queue(Server& server);

// security.cpp
void check_inter_broker_sasl(Server& server);
void check_principal_builder(Server& server);

// coordinator.cpp
void check_offset_commit_acks(Server& server);
void check_offsets_codec(Server& server);
void check_offsets_codec_needs_protocol(Server& server);
void check_rebalance_protocols(Server& server);
void check_consumer_groups(Server& server);
/// org.apache.kafka.coordinator.group.GroupCoordinatorConfig's constructor
void check_group_coordinator(Server& server);
void check_share_groups(Server& server);
void check_share_coordinator(Server& server);

// unused.cpp: what has no effect beside something else
void report_unused_settings(Server& server);

}  // namespace kaflint::startup::kafka_server
