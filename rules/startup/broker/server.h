// What KafkaConfig's accessors make of the settings: roles, listeners, the inter-broker protocol.
// Each is computed when Kafka first asks for it, and what is wrong is reported then and once.
#pragma once

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/startup/broker/decision.h"
#include "rules/startup/broker/endpoints.h"
#include "rules/startup/broker/protocol_version.h"

namespace kaflint::startup::kafka_server {

/// A value and what it rests on.
template <typename T>
struct Derived {
  T value{};
  Evidence evidence;
};

struct ProcessRoles {
  bool broker = false;
  bool controller = false;
  bool any() const { return broker || controller; }
  bool is_broker_only() const { return broker && !controller; }
  bool is_controller_only() const { return controller && !broker; }
  bool is_combined() const { return broker && controller; }
};

using ProtocolMap = std::vector<std::pair<std::string, SecurityProtocol>>;
using EndPoints = std::vector<EndPoint>;
using Names = std::vector<std::string>;

struct InterBrokerListener {
  std::string name;
  SecurityProtocol protocol = SecurityProtocol::plaintext;
};

Names names_of(const EndPoints& endpoints);
inline bool contains(const Names& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}
std::string joined(const Names& names);

/// A pointer is null when Kafka throws while it computes the value (which has then been reported).
class Server {
 public:
  Server(const kafka::ParsedConfig& config, kafka::StartupReport& report)
      : config_(config), report_(report) {}

  Version version() const { return config_.version(); }
  const kafka::ParsedConfig& config() const { return config_; }
  kafka::StartupReport& report() { return report_; }
  /// A new decision, which knows nothing yet.
  Decision decide() { return {config_, report_}; }

  /// KafkaConfig.parseProcessRoles; no roles before 2.8.0: the broker uses ZooKeeper.
  const Derived<ProcessRoles>& process_roles();
  /// AbstractKafkaConfig.controllerListenerNames
  const Derived<Names>& controller_listener_names();
  /// The ids in controller.quorum.voters: RaftConfig.parseVoterConnections,
  /// QuorumConfig.parseVoterIds
  Derived<std::set<std::int64_t>> voter_ids();
  /// KafkaConfig.logDirs
  Derived<Names> log_dirs();
  /// zookeeper.metadata.migration.enable
  Derived<bool> migration_enabled();

  /// KafkaConfig.listenerSecurityProtocolMap, effectiveListenerSecurityProtocolMap
  const Derived<ProtocolMap>* protocol_map();
  /// KafkaConfig.listeners
  const Derived<EndPoints>* listeners();
  /// KafkaConfig.advertisedListeners as it is written, or else the listeners
  const Derived<EndPoints>* advertised_listeners();
  /// KafkaConfig.controllerListeners
  std::optional<Derived<EndPoints>> controller_listeners();
  /// KafkaConfig.effectiveAdvertisedListeners, effectiveAdvertisedBrokerListeners
  std::optional<Derived<EndPoints>> advertised_broker_listeners();
  /// KafkaConfig.effectiveAdvertisedControllerListeners (3.9.0)
  const Derived<EndPoints>* advertised_controller_listeners();
  /// KafkaConfig.getInterBrokerListenerNameAndSecurityProtocol
  const Derived<InterBrokerListener>* inter_broker_listener();
  /// KafkaConfig.controlPlaneListenerName: an empty name where none is written
  const Derived<std::string>* control_plane_listener();
  /// KafkaConfig.interBrokerProtocolVersion: the oldest one of KRaft from 3.3.0 on in KRaft mode
  const Derived<ProtocolVersion>* inter_broker_protocol();

  /// AbstractConfig.valuesWithPrefixOverride for a listener: whether every override can be read.
  bool overrides_are_valid(std::string_view listener);

 private:
  /// A value that is computed once; `failed` when Kafka throws.
  template <typename T>
  struct Lazy {
    bool done = false;
    std::optional<Derived<T>> value;
    const Derived<T>* get() const { return value ? &*value : nullptr; }
  };
  template <typename T, typename Compute>
  static const Derived<T>* once(Lazy<T>& lazy, Compute compute) {
    if (!lazy.done) {
      lazy.done = true;
      lazy.value = compute();
    }
    return lazy.get();
  }

  std::optional<Derived<ProtocolMap>> compute_protocol_map();
  /// False when a listener's name cannot be read.
  bool add_controller_mappings(Decision& decision, ProtocolMap& map);
  std::optional<Derived<EndPoints>> compute_listeners();
  std::optional<Derived<EndPoints>> compute_advertised_listeners();
  std::optional<Derived<EndPoints>> parse_endpoints(Decision decision, const Names& texts,
                                                    std::string_view key, bool distinct_ports);
  std::optional<EndPoint> parse_endpoint(Decision& decision, const std::string& text,
                                         const ProtocolMap& map, std::string_view key);
  /// Whether names, and ports if they must, are distinct.
  bool check_distinct(Decision& decision, const EndPoints& endpoints, std::string_view key,
                      bool distinct_ports);
  std::optional<Derived<EndPoints>> compute_advertised_controller_listeners();
  /// Whether the quorum's voters can be taken for addresses that others reach.
  bool voters_are_routable(Decision& decision);
  std::optional<Derived<InterBrokerListener>> compute_inter_broker_listener();
  std::optional<Derived<std::string>> compute_control_plane_listener();
  std::optional<Derived<ProtocolVersion>> compute_inter_broker_protocol();
  std::optional<SecurityProtocol> mapped_protocol(Decision& decision, const std::string& listener,
                                                  std::string_view key);
  bool override_is_valid(std::string_view key, std::string_view prefix,
                         const std::optional<std::string>& text);

  const kafka::ParsedConfig& config_;
  kafka::StartupReport& report_;
  Lazy<ProcessRoles> process_roles_;
  Lazy<Names> controller_listener_names_;
  Lazy<ProtocolMap> protocol_map_;
  Lazy<EndPoints> listeners_;
  Lazy<EndPoints> advertised_listeners_;
  Lazy<EndPoints> advertised_controller_listeners_;
  Lazy<InterBrokerListener> inter_broker_listener_;
  Lazy<std::string> control_plane_listener_;
  Lazy<ProtocolVersion> inter_broker_protocol_;
  std::set<std::string, std::less<>> judged_listeners_;
};

}  // namespace kaflint::startup::kafka_server
