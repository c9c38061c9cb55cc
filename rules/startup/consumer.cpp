// What starting a consumer checks after ConfigDef.parse:
// org.apache.kafka.clients.consumer.ConsumerConfig.postProcessParsedConfig and the constructor of
// org.apache.kafka.clients.consumer.KafkaConsumer. From 3.7.0 on group.protocol chooses the class
// behind it: internals.ClassicKafkaConsumer (LegacyKafkaConsumer in 3.7 and 3.8) or
// internals.AsyncKafkaConsumer.
#include "rules/startup/consumer.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "linter/base/ascii.h"
#include "linter/base/text.h"
#include "rules/startup/client.h"
#include "rules/startup/startup.h"

namespace kaflint::startup {
namespace {

using kafka::ParsedConfig;
using kafka::StartupReport;
using kafka::Version;

constexpr const char* kAssignors = "partition.assignment.strategy";
constexpr const char* kAutoCommit = "enable.auto.commit";
constexpr const char* kFetchMaxWait = "fetch.max.wait.ms";
constexpr const char* kGroupId = "group.id";
constexpr const char* kGroupProtocol = "group.protocol";
constexpr const char* kHeartbeat = "heartbeat.interval.ms";
constexpr const char* kRequestTimeout = "request.timeout.ms";
constexpr const char* kSessionTimeout = "session.timeout.ms";

class ConsumerStartup {
 public:
  ConsumerStartup(const ParsedConfig& config, StartupReport& report)
      : config_(config), report_(report), settings_(config, report) {}

  void run() {
    post_process();
    if (is_async())
      construct_async();
    else
      construct_classic();
  }

 private:
  bool since(Version first) const { return settings_.since(first); }

  /// ConsumerConfig.postProcessParsedConfig
  void post_process() {
    post_process_client(settings_, report_);
    if (since(Version(2, 6, 0)) && settings_.text("client.id").empty())
      check_group_instance_id(settings_, report_);
    if (since(Version(3, 7, 0))) override_auto_commit(settings_, report_);
    check_keys_of_protocol(settings_, report_);
  }

  /// ConsumerDelegateCreator.create
  bool is_async() const {
    return since(Version(3, 7, 0)) &&
           equals_ignoring_ascii_case(settings_.text(kGroupProtocol), "consumer");
  }

  void construct_classic() {
    check_group_instance_id(settings_, report_);
    if (since(Version(4, 0, 0))) refuse_empty_group_id();
    if (!since(Version(2, 0, 0))) check_request_timeout();
    if (since(Version(2, 2, 0)) && !since(Version(3, 7, 0)))
      override_auto_commit(settings_, report_);
    check_metrics(config_, settings_, report_);
    check_class_names(settings_, report_, "interceptor.classes");
    check_bootstrap_servers(config_, report_);
    check_channel_builder(settings_, report_);
    check_class_names(settings_, report_, kAssignors);
    check_assignors();
    check_heartbeat();
  }

  /// Until 4.1 the background thread makes the channel builder and keeps its errors to itself; from
  /// 4.2.0 on the constructor waits for the thread to have done it.
  void construct_async() {
    check_group_instance_id(settings_, report_);
    check_metrics(config_, settings_, report_);
    check_class_names(settings_, report_, "interceptor.classes");
    check_bootstrap_servers(config_, report_);
    refuse_empty_group_id();
    if (since(Version(4, 2, 0))) {
      check_channel_builder(settings_, report_);
      check_initialization_timeout(settings_, report_);
    }
  }

  /// AsyncKafkaConsumer.initializeGroupMetadata; the constructor of ClassicKafkaConsumer from 4.0.0
  void refuse_empty_group_id() {
    if (settings_.written(kGroupId) && settings_.string(kGroupId) == "")
      report_.refuse("consumer/empty-group-id", kGroupId);
  }

  /// In the constructor up to 1.1; KIP-266 made the two independent of each other.
  void check_request_timeout() {
    const auto request = settings_.number(kRequestTimeout);
    const auto session = settings_.number(kSessionTimeout);
    const auto wait = settings_.number(kFetchMaxWait);
    if (!request || !session || !wait) return;
    const bool below_session = *request <= *session;
    if (!below_session && *request > *wait) return;
    const char* other = below_session ? kSessionTimeout : kFetchMaxWait;
    if (settings_.certain({kRequestTimeout, other}))
      report_.refuse("consumer/request-timeout-too-small", kRequestTimeout,
                     {{"value", settings_.text(kRequestTimeout)},
                      {"other", other},
                      {"other_value", settings_.text(other)}});
  }

  /// ConsumerPartitionAssignor.getAssignorInstances: two of the same name are refused from 3.1.0
  /// on.
  void check_assignors() {
    const auto* assignors = std::get_if<std::vector<std::string>>(settings_.value(kAssignors));
    if (assignors == nullptr || !settings_.written(kAssignors)) return;
    const std::string cooperative = "org.apache.kafka.clients.consumer.CooperativeStickyAssignor";
    if (!since(Version(2, 4, 0)) && std::ranges::find(*assignors, cooperative) != assignors->end())
      return report_.refuse("consumer/assignor-not-yet-there", std::nullopt,
                            {{"key", kAssignors}, {"value", cooperative}});
    if (!since(Version(3, 1, 0))) return;
    for (auto at = assignors->begin(); at != assignors->end(); ++at)
      if (std::find(assignors->begin(), at, *at) != at)
        return report_.refuse("consumer/assignor-twice", std::nullopt,
                              {{"key", kAssignors}, {"value", *at}});
  }

  /// internals.Heartbeat, which only a consumer with a group has (with any group.id until 2.1).
  void check_heartbeat() {
    const auto heartbeat = settings_.number(kHeartbeat);
    const auto session = settings_.number(kSessionTimeout);
    if (!heartbeat || !session) return;
    const bool grouped = !since(Version(2, 2, 0)) || settings_.written(kGroupId);
    if (!grouped && settings_.complete()) return;
    if (*heartbeat >= *session) {
      if (in_group(grouped) && settings_.certain({kHeartbeat, kSessionTimeout}))
        report_.refuse("consumer/heartbeat-not-below-session-timeout", std::nullopt,
                       {{"key", settings_.written(kHeartbeat) ? kHeartbeat : kSessionTimeout},
                        {"heartbeat", settings_.text(kHeartbeat)},
                        {"session", settings_.text(kSessionTimeout)}});
    } else if (*heartbeat < 0 && since(Version(2, 1, 0))) {
      if (in_group(grouped) && settings_.certain({kHeartbeat}))
        report_.refuse("consumer/negative-heartbeat", std::nullopt,
                       {{"key", kHeartbeat}, {"value", settings_.text(kHeartbeat)}});
    }
  }

  bool in_group(bool grouped) const { return grouped || settings_.certain({kGroupId}); }

  const ParsedConfig& config_;
  StartupReport& report_;
  Settings settings_;
};

}  // namespace

void check_group_instance_id(const Settings& settings, StartupReport& report) {
  constexpr const char* kGroupInstanceId = "group.instance.id";
  constexpr std::size_t kMostCharacters = 249;
  if (!settings.written(kGroupInstanceId)) return;
  const auto id = settings.string(kGroupInstanceId);
  if (!id) return;
  const char* problem = nullptr;
  const auto plain = [](char c) {
    return is_digit(c) || is_letter(c) || c == '.' || c == '_' || c == '-';
  };
  if (id->empty())
    problem = "is empty";
  else if (*id == "." || *id == "..")
    problem = "must not be one or two dots";
  else if (!std::ranges::all_of(*id, plain))
    problem = "holds a character other than ASCII letters, digits, `.`, `_` and `-`";
  else if (id->size() > kMostCharacters)
    problem = "is longer than 249 characters";
  if (problem != nullptr)
    report.refuse("consumer/invalid-group-instance-id", std::nullopt,
                  {{"key", kGroupInstanceId}, {"value", *id}, {"problem", problem}});
}

void override_auto_commit(const Settings& settings, StartupReport& report) {
  if (settings.written(kGroupId)) return;
  if (!settings.written(kAutoCommit)) {
    if (settings.complete()) report.set(kAutoCommit, "false");
  } else if (settings.boolean(kAutoCommit) == true && settings.certain({kGroupId})) {
    report.refuse("consumer/auto-commit-needs-group-id", kAutoCommit);
  }
}

void check_keys_of_protocol(const Settings& settings, StartupReport& report) {
  if (!settings.since(Version(3, 9, 0))) return;
  // Before 4.0.0: ConsumerConfig.checkGroupRemoteAssignor
  constexpr std::array<std::string_view, 3> kOfClassic = {
      "group.remote.assignor", "share.acknowledgement.mode", "share.acquire.mode"};
  constexpr std::array<std::string_view, 5> kOfConsumer = {
      "partition.assignment.strategy", "heartbeat.interval.ms", "session.timeout.ms",
      "share.acknowledgement.mode", "share.acquire.mode"};
  const std::string protocol = ascii_lower(settings.text(kGroupProtocol));
  std::vector<std::string_view> forbidden;
  if (protocol == "classic") forbidden.assign(kOfClassic.begin(), kOfClassic.end());
  if (protocol == "consumer" && settings.since(Version(4, 0, 0)))
    forbidden.assign(kOfConsumer.begin(), kOfConsumer.end());
  for (std::string_view key : forbidden) {
    if (!settings.defined(key) || !settings.written(key)) continue;
    const kafka::ConfigValue* value = settings.value(key);
    if (value != nullptr && trim_java(settings.text(key)).empty()) continue;
    if (settings.certain({kGroupProtocol, key}))
      report.refuse("consumer/key-not-for-group-protocol", std::string(key),
                    {{"protocol", protocol}});
  }
}

void check_initialization_timeout(const Settings& settings, StartupReport& report) {
  constexpr const char* kApiTimeout = "default.api.timeout.ms";
  // How long the thread takes is for the machine to say.
  constexpr std::int64_t kEnough = 100;
  const auto timeout = settings.number(kApiTimeout);
  if (!settings.written(kApiTimeout) || !timeout || *timeout >= kEnough) return;
  if (*timeout == 0)
    report.refuse("consumer/no-time-to-start", std::nullopt, {{"key", kApiTimeout}});
  else
    report.needs(kApiTimeout);
}

void consumer(const ParsedConfig& config, StartupReport& report) {
  ConsumerStartup(config, report).run();
}

}  // namespace kaflint::startup
