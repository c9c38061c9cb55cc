// What a broker checks when a topic is created or altered:
// org.apache.kafka.storage.internals.log.LogConfig.validate (until 3.4 kafka.log.LogConfig), in its
// order. The broker's own settings, which stand in for what the topic does not write, are unknown.
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/startup/names.h"
#include "rules/startup/startup.h"

namespace kaflint::startup {
namespace {

using kafka::ParsedConfig;
using kafka::StartupReport;
using kafka::Version;

constexpr const char* kCleanupPolicy = "cleanup.policy";
constexpr const char* kMinCompactionLag = "min.compaction.lag.ms";
constexpr const char* kMaxCompactionLag = "max.compaction.lag.ms";

/// A local retention of -2 is the whole topic's, one of -1 has no limit.
constexpr std::int64_t kLikeRetention = -2;
constexpr std::int64_t kUnlimited = -1;

class TopicStartup {
 public:
  TopicStartup(const ParsedConfig& config, StartupReport& report)
      : config_(config), report_(report), version_(config.version()) {}

  void run() {
    check_names(config_, report_);
    check_compaction_lag();
    if (version_ >= Version(3, 6, 0) && config_.boolean("remote.storage.enable") == true)
      check_remote_storage();
  }

 private:
  /// LogConfig.validateValues, since max.compaction.lag.ms exists (2.3.0, KIP-354).
  void check_compaction_lag() {
    const auto least = config_.number(kMinCompactionLag);
    const auto most = config_.number(kMaxCompactionLag);
    if (!least || !most || *least <= *most) return;
    report_.refuse("topic/compaction-lag-bounds-crossed", kMinCompactionLag,
                   {{"least", fmt::format("{}", *least)}, {"most", fmt::format("{}", *most)}});
  }

  /// LogConfig.validateTopicLogConfigValues, for a topic with tiered storage (KIP-405).
  void check_remote_storage() {
    check_remote_cleanup_policy();
    check_local_retention("retention.bytes", "local.retention.bytes");
    check_local_retention("retention.ms", "local.retention.ms");
    check_copy_lag("retention.bytes", "local.retention.bytes", "remote.copy.lag.bytes");
    check_copy_lag("retention.ms", "local.retention.ms", "remote.copy.lag.ms");
    if (version_ >= Version(3, 9, 0) && config_.boolean("remote.log.copy.disable") == true) {
      check_equal_retention("retention.bytes", "local.retention.bytes");
      check_equal_retention("retention.ms", "local.retention.ms");
    }
  }

  /// validateNoRemoteStorageForCompactedTopic until 4.0; since 4.1
  /// validateRemoteStorageRequiresDeleteCleanupPolicy, which accepts an empty list from 4.2 on.
  void check_remote_cleanup_policy() {
    const std::vector<std::string>* policies = config_.list(kCleanupPolicy);
    if (policies == nullptr) return;
    const bool compacts = std::ranges::find(*policies, "compact") != policies->end();
    const bool none_of_them =
        policies->empty() && version_ >= Version(4, 1, 0) && version_ < Version(4, 2, 0);
    if (!compacts && !none_of_them) return;
    const bool named = version_ >= Version(4, 1, 0);
    report_.refuse("topic/remote-storage-needs-delete",
                   named ? std::optional<std::string>(kCleanupPolicy) : std::nullopt,
                   {{"key", kCleanupPolicy}, {"value", kafka::convert_to_string(*policies)}});
  }

  /// validateRemoteStorageRetentionSize and validateRemoteStorageRetentionTime
  void check_local_retention(const char* whole_key, const char* local_key) {
    const auto whole = config_.number(whole_key);
    const auto local = config_.number(local_key);
    if (!whole || !local || *whole <= kUnlimited || *local == kLikeRetention) return;
    if (*local == kUnlimited || *local > *whole)
      report_.refuse("topic/local-retention-above-retention", local_key,
                     {{"value", fmt::format("{}", *local)},
                      {"whole_key", whole_key},
                      {"whole", fmt::format("{}", *whole)}});
  }

  /// validateRemoteCopyLagSize and validateRemoteCopyLagTime, since these keys exist (4.4.0).
  void check_copy_lag(const char* whole_key, const char* local_key, const char* lag_key) {
    const auto whole = config_.number(whole_key);
    auto local = config_.number(local_key);
    const auto lag = config_.number(lag_key);
    if (!local || !lag) return;
    const bool follows = *local == kLikeRetention;
    if (follows) local = whole;
    if (!local || *lag <= 0 || *local < 0 || *lag <= *local) return;
    report_.refuse("topic/remote-copy-lag-above-local-retention", lag_key,
                   {{"value", fmt::format("{}", *lag)},
                    {"local_key", follows ? whole_key : local_key},
                    {"local", fmt::format("{}", *local)}});
  }

  /// validateRetentionConfigsWhenRemoteCopyDisabled (KIP-950)
  void check_equal_retention(const char* whole_key, const char* local_key) {
    const auto whole = config_.number(whole_key);
    const auto local = config_.number(local_key);
    if (!whole || !local || *local == kLikeRetention || *local == *whole) return;
    report_.refuse("topic/remote-copy-disabled-needs-equal-retention", std::nullopt,
                   {{"key", local_key},
                    {"value", fmt::format("{}", *local)},
                    {"whole_key", whole_key},
                    {"whole", fmt::format("{}", *whole)}});
  }

  const ParsedConfig& config_;
  StartupReport& report_;
  Version version_;
};

}  // namespace

void topic(const ParsedConfig& config, StartupReport& report) {
  TopicStartup(config, report).run();
}

}  // namespace kaflint::startup
