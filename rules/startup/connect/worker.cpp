// What constructing a Connect worker's configuration checks after ConfigDef.parse:
// org.apache.kafka.connect.runtime.distributed.DistributedConfig and
// org.apache.kafka.connect.runtime.standalone.StandaloneConfig; and what the worker then does with
// it, which does not keep the configuration itself from being accepted.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/ascii.h"
#include "linter/base/text.h"
#include "rules/startup/connect/key_generator.h"
#include "rules/startup/connect/rest_listener.h"
#include "rules/startup/connect/worker_clients.h"
#include "rules/startup/startup.h"

namespace kaflint::startup {
namespace {

using kafka::ParsedConfig;
using kafka::StartupReport;
using kafka::Version;

constexpr const char* kBackoff = "reconnect.backoff.ms";
constexpr const char* kKeyAlgorithm = "inter.worker.key.generation.algorithm";
constexpr const char* kKeySize = "inter.worker.key.size";
constexpr const char* kMostBackoff = "reconnect.backoff.max.ms";
constexpr const char* kResolveTimeout = "bootstrap.resolve.timeout.ms";
constexpr const char* kSignatureAlgorithm = "inter.worker.signature.algorithm";
constexpr const char* kVerificationAlgorithms = "inter.worker.verification.algorithms";

class WorkerStartup {
 public:
  WorkerStartup(const ParsedConfig& config, StartupReport& report)
      : config_(config), report_(report), version_(config.version()) {}

  void run() {
    process_reconnect_backoff();
    if (distributed()) {
      process_resolve_timeout();
      check_key_size();
      check_verification_algorithms();
      report_ignored_topic_settings();
    }
    report_listeners("listeners");
    report_listeners("admin.listeners");
    report_worker_clients(config_, report_);
  }

 private:
  bool distributed() const { return config_.catalog().role() == kafka::Role::connect_distributed; }

  /// WorkerConfig.postProcessParsedConfig: CommonClientConfigs.postProcessReconnectBackoffConfigs
  void process_reconnect_backoff() {
    if (!config_.is_written(kBackoff) || config_.is_written(kMostBackoff)) return;
    if (const auto backoff = config_.number(kBackoff))
      report_.set(kMostBackoff, fmt::format("{}", *backoff));
  }

  /// DistributedConfig.postProcessParsedConfig (4.4.0): a worker resolves its servers at once.
  void process_resolve_timeout() {
    const auto timeout = config_.number(kResolveTimeout);
    if (!timeout || *timeout == 0) return;
    if (config_.is_written(kResolveTimeout))
      report_.change("connect/resolve-timeout-ignored", kResolveTimeout, kResolveTimeout, "0",
                     {{"value", fmt::format("{}", *timeout)}});
    else
      report_.set(kResolveTimeout, "0");
  }

  /// DistributedConfig.getInternalRequestKeyGenerator (2.4.0, KIP-507)
  void check_key_size() {
    if (!config_.is_written(kKeySize)) return;
    const auto algorithm = config_.string(kKeyAlgorithm);
    const auto size = config_.number(kKeySize);
    if (!algorithm || !size) return;
    if (const std::optional<std::string> expected = missed_key_size(*algorithm, *size))
      report_.refuse("connect/key-size-not-for-algorithm", std::nullopt,
                     {{"key", kKeySize},
                      {"value", fmt::format("{}", *size)},
                      {"algorithm", *algorithm},
                      {"expected", *expected}});
  }

  /// Until 3.2 DistributedConfig.validateKeyAlgorithmAndVerificationAlgorithms, which compares the
  /// wrong algorithm; since 3.3.0 ensureVerificationAlgorithmsIncludeSignatureAlgorithm.
  void check_verification_algorithms() {
    const char* key = version_ < Version(3, 3, 0) ? kKeyAlgorithm : kSignatureAlgorithm;
    const auto algorithm = config_.string(key);
    const std::vector<std::string>* verified = config_.list(kVerificationAlgorithms);
    if (!algorithm || verified == nullptr) return;
    if (std::ranges::find(*verified, *algorithm) != verified->end()) return;
    report_.refuse("connect/algorithm-not-verified", key,
                   {{"value", *algorithm}, {"verified", kafka::convert_to_string(*verified)}});
  }

  /// DistributedConfig.topicSettings (2.6.0, KIP-605)
  void report_ignored_topic_settings() {
    if (version_ < Version(2, 6, 0)) return;
    for (const char* key : {"config.storage.cleanup.policy", "offset.storage.cleanup.policy",
                            "status.storage.cleanup.policy"})
      if (config_.is_written(key))
        report_.unused("connect/internal-topic-setting-ignored", key,
                       {{"because", "Connect always compacts it"}});
    constexpr const char* kPartitions = "config.storage.partitions";
    if (config_.is_written(kPartitions))
      report_.unused("connect/internal-topic-setting-ignored", kPartitions,
                     {{"because", "the topic of configurations always has one partition"}});
  }

  /// RestServer.createConnector, when the worker starts its REST server.
  void report_listeners(const char* key) {
    if (!config_.is_written(key)) return;
    const std::vector<std::string>* listeners = config_.list(key);
    if (listeners == nullptr) return;
    for (const std::string& listener : *listeners)
      if (const std::string_view problem = rest_listener_problem(listener); !problem.empty()) {
        report_.unused("connect/invalid-listener", key,
                       {{"value", listener}, {"problem", std::string(problem)}});
        return;
      }
  }

  const ParsedConfig& config_;
  StartupReport& report_;
  Version version_;
};

}  // namespace

void connect_worker(const ParsedConfig& config, StartupReport& report) {
  WorkerStartup(config, report).run();
}

}  // namespace kaflint::startup
