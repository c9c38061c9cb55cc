// What the dedicated MirrorMaker derives from its configuration before it starts:
// org.apache.kafka.connect.mirror.MirrorMakerConfig (KIP-382), and the Connect worker of each flow.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/text.h"
#include "rules/startup/connect/mirrormaker.h"
#include "rules/startup/embedded_client.h"
#include "rules/startup/startup.h"

namespace kaflint::startup {
namespace {

using kafka::DerivedConfig;
using kafka::ParsedConfig;
using kafka::Role;
using kafka::StartupReport;
using kafka::Version;

constexpr const char* kArrow = "->";
constexpr const char* kBootstrapServers = "bootstrap.servers";
constexpr const char* kClusters = "clusters";
constexpr const char* kHeartbeats = "emit.heartbeats.enabled";

struct Flow {
  std::string source;
  std::string target;
};

class MirrorMakerStartup {
 public:
  MirrorMakerStartup(const ParsedConfig& config, StartupReport& report)
      : config_(config), report_(report), version_(config.version()) {
    const std::vector<std::string>* aliases = config.list(kClusters);
    if (aliases == nullptr) return;
    known_ = true;
    for (const std::string& alias : *aliases)
      if (std::ranges::find(clusters_, alias) == clusters_.end()) clusters_.push_back(alias);
  }

  void run() {
    if (!known_) return;
    for (const Flow& flow : flows())
      report_.client(judge_client(config_, Role::connect_distributed,
                                  fmt::format("{}{}{}", flow.source, kArrow, flow.target),
                                  worker_config(flow)));
    report_flows();
    report_unknown_clusters();
    report_clients_of_no_cluster();
  }

 private:
  const std::optional<std::string>* written(std::string_view key) const {
    return config_.written().find(key);
  }

  /// Boolean.parseBoolean of the text; nothing where it is not written or not known.
  std::optional<bool> flag(const std::string& key) const {
    const std::optional<std::string>* text = written(key);
    if (text == nullptr || !*text) return std::nullopt;
    return ascii_lower(**text) == "true";
  }

  static std::string flow_key(const Flow& flow, std::string_view name) {
    return fmt::format("{}{}{}.{}", flow.source, kArrow, flow.target, name);
  }

  bool is_enabled(const Flow& flow) const {
    return flag(flow_key(flow, "enabled")).value_or(false);
  }

  std::vector<Flow> pairs() const {
    std::vector<Flow> pairs;
    for (const std::string& source : clusters_)
      for (const std::string& target : clusters_)
        if (source != target) pairs.push_back({source, target});
    return pairs;
  }

  /// MirrorMakerConfig.clusterPairs: heartbeats need a worker for each direction, whether it is
  /// enabled or not.
  std::vector<Flow> flows() const {
    std::vector<Flow> flows;
    const bool heartbeats = flag(kHeartbeats).value_or(true);
    for (Flow& flow : pairs())
      if (is_enabled(flow) || flag(flow_key(flow, kHeartbeats)).value_or(heartbeats))
        flows.push_back(std::move(flow));
    return flows;
  }

  /// MirrorMakerConfig.workerConfig
  DerivedConfig worker_config(const Flow& flow) const {
    DerivedConfig worker = cluster_config(flow.target);
    for (std::string_view prefix : kMirrorWorkerPrefixes) pass_on_all(worker, prefix);
    if (version_ >= Version(3, 0, 0)) pass_on_all(worker, "replication.policy");
    pass_on_all(worker, "config.providers");
    set_if_absent(worker, "group.id", flow.source + "-mm2");
    for (const char* topic : {"offset", "status", "config"})
      set_if_absent(
          worker, fmt::format("{}.storage.topic", topic),
          fmt::format("mm2-{}{}.{}.internal", topic, topic[0] == 's' ? "" : "s", flow.source));
    for (const char* converter : {"key.converter", "value.converter", "header.converter"})
      set_if_absent(worker, converter, "org.apache.kafka.connect.converters.ByteArrayConverter");
    return worker;
  }

  /// MirrorMakerConfig.clusterProps, as far as a worker reads it.
  DerivedConfig cluster_config(const std::string& alias) const {
    DerivedConfig cluster;
    const std::string prefix = alias + ".";
    for (const auto& [key, value] : config_.written().with_prefix(prefix))
      cluster.pass_on(std::string_view(key).substr(prefix.size()), value, key);
    for (const auto& [key, value] : config_.written().values())
      if (is_client_key(key)) pass_on_client_key(cluster, key, value);
    return cluster;
  }

  /// A key of MirrorClientConfig.CLIENT_CONFIG_DEF, which holds for every client of every cluster.
  bool is_client_key(std::string_view key) const {
    if (key == kBootstrapServers || key == "security.protocol") return true;
    return (key.starts_with("ssl.") || key.starts_with("sasl.")) &&
           config_.definition(key).has_value();
  }

  static void pass_on_client_key(DerivedConfig& cluster, const std::string& key,
                                 const std::optional<std::string>& value) {
    for (const char* prefix : {"producer.", "consumer.", "admin.", ""})
      if (const std::string name = prefix + key; !cluster.written().contains(name))
        cluster.pass_on(name, value, key);
  }

  void pass_on_all(DerivedConfig& worker, std::string_view prefix) const {
    for (const auto& [key, value] : config_.written().with_prefix(prefix))
      worker.pass_on(key, value, key);
  }

  static void set_if_absent(DerivedConfig& worker, std::string_view key, std::string_view value) {
    if (!worker.written().contains(key)) worker.set(key, value);
  }

  /// MirrorMaker's constructor needs a flow at least; without an enabled one nothing is replicated.
  void report_flows() {
    if (config_.completeness() != kafka::Completeness::complete) return;
    if (std::ranges::any_of(pairs(), [&](const Flow& flow) { return may_be_enabled(flow); }))
      return;
    if (config_.is_written(kClusters)) report_.unused("mirrormaker/no-flow-enabled", kClusters);
  }

  bool may_be_enabled(const Flow& flow) const {
    const std::optional<std::string>* text = written(flow_key(flow, "enabled"));
    return text != nullptr && (!*text || ascii_lower(**text) == "true");
  }

  /// Settings of a flow between clusters that are not listed.
  void report_unknown_clusters() {
    std::set<std::string, std::less<>> reported;
    for (const auto& [key, value] : config_.written().values()) {
      const std::size_t arrow = key.find(kArrow);
      const std::size_t dot = key.find('.', arrow == std::string::npos ? 0 : arrow);
      if (arrow == std::string::npos || dot == std::string::npos) continue;
      for (const std::string& alias :
           {key.substr(0, arrow), key.substr(arrow + 2, dot - arrow - 2)})
        if (!is_cluster(alias) && reported.insert(alias).second)
          report_.unused("mirrormaker/unknown-cluster", key, {{"alias", alias}});
    }
  }

  /// MirrorMakerConfig.clusterProps takes client settings from a cluster's own keys; of those at
  /// the top only what all clients have in common, without a client's prefix.
  void report_clients_of_no_cluster() {
    if (clusters_.empty()) return;
    for (std::string_view client : {"producer", "consumer", "admin"}) {
      if (is_cluster(client)) continue;
      for (const auto& [key, value] : config_.written().with_prefix(std::string(client) + "."))
        report_.unused("mirrormaker/client-of-no-cluster", key,
                       {{"right", fmt::format("{}.{}", clusters_.front(), key)}});
    }
  }

  /// An alias may have dots of its own, so the beginning of one counts.
  bool is_cluster(std::string_view alias) const {
    return std::ranges::any_of(clusters_, [alias](const std::string& cluster) {
      return cluster == alias || cluster.starts_with(std::string(alias) + ".");
    });
  }

  const ParsedConfig& config_;
  StartupReport& report_;
  Version version_;
  bool known_ = false;
  std::vector<std::string> clusters_;
};

}  // namespace

void mirrormaker(const ParsedConfig& config, StartupReport& report) {
  MirrorMakerStartup(config, report).run();
}

}  // namespace kaflint::startup
