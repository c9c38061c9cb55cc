// What starting a broker or a controller checks after ConfigDef.parse: kafka.server.KafkaConfig's
// constructor with the classes that it builds, KafkaConfig.validateValues, and the overrides that
// each listener reads when it is built. In Kafka's order.
#include "rules/startup/broker/checks.h"
#include "rules/startup/startup.h"

namespace kaflint::startup {
namespace kafka_server {
namespace {

/// Values that the constructor computes, in the order of its fields.
void construct(Server& server) {
  const Version version = server.version();
  server.process_roles();
  if (version >= Version(3, 9, 0)) {
    check_group_coordinator(server);
    check_share_groups(server);
  }
  if (version >= Version(4, 0, 0)) check_share_coordinator(server);
  if (version >= Version(3, 3, 0)) check_early_start_listeners(server);
  if (version < Version(4, 1, 0)) check_connection_overrides_syntax(server);
  check_message_format_version(server);
  if (version < Version(1, 1, 0)) server.inter_broker_listener();
  if (version < Version(4, 0, 0)) server.inter_broker_protocol();
  check_rebalance_protocols(server);
  if (version < Version(3, 9, 0)) check_offsets_codec(server);
  if (version < Version(1, 1, 0)) {
    server.listeners();
    server.advertised_listeners();
  }
}

/// KafkaConfig.validateValues
void validate_values(Server& server) {
  const Version version = server.version();
  check_ids(server);
  check_voters_and_policies_in_3_0(server);
  check_log_times(server);
  check_log_dirs(server);
  check_log_cleaner(server);
  check_replica_fetch_wait(server);
  if (version < Version(3, 9, 0)) check_offset_commit_acks(server);
  check_compression_type(server);
  check_controller_has_listener(server);
  if (version >= Version(3, 1, 0)) check_quorum_and_listeners_of_mode(server);
  check_advertised_listeners(server);
  check_cordoned_log_dirs(server);
  check_advertised_addresses(server);
  check_control_plane_listener(server);
  check_message_format(server);
  check_offsets_codec_needs_protocol(server);
  check_inter_broker_sasl(server);
  check_request_queue(server);
  check_connections(server);
  check_principal_builder(server);
  if (version < Version(3, 9, 0)) check_consumer_groups(server);
}

/// SocketServer builds a listener's acceptor, quota and channels from the overrides of its name.
void build_listeners(Server& server) {
  if (const Derived<EndPoints>* listeners = server.listeners())
    for (const EndPoint& each : listeners->value) server.overrides_are_valid(each.listener);
}

}  // namespace
}  // namespace kafka_server

void broker(const kafka::ParsedConfig& config, kafka::StartupReport& report) {
  kafka_server::Server server(config, report);
  kafka_server::construct(server);
  kafka_server::validate_values(server);
  kafka_server::build_listeners(server);
  kafka_server::report_unused_settings(server);
}

}  // namespace kaflint::startup
