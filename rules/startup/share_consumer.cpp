// What starting a share consumer checks: org.apache.kafka.clients.consumer.ShareConsumerConfig and
// the constructor of org.apache.kafka.clients.consumer.internals.ShareConsumerImpl (from 4.1.0).
#include <array>
#include <string_view>

#include "rules/startup/client.h"
#include "rules/startup/consumer.h"
#include "rules/startup/startup.h"

namespace kaflint::startup {
namespace {

using kafka::ParsedConfig;
using kafka::StartupReport;
using kafka::Version;

/// ShareConsumerConfig.preProcessParsedConfig: in Kafka's order, and before ConfigDef.parse.
void refuse_unsupported_keys(const Settings& settings, StartupReport& report) {
  constexpr std::array<std::string_view, 10> kUnsupported = {"auto.offset.reset",
                                                             "enable.auto.commit",
                                                             "group.instance.id",
                                                             "isolation.level",
                                                             "partition.assignment.strategy",
                                                             "interceptor.classes",
                                                             "session.timeout.ms",
                                                             "heartbeat.interval.ms",
                                                             "group.protocol",
                                                             "group.remote.assignor"};
  for (std::string_view key : kUnsupported)
    if (settings.written(key))
      report.refuse_before_parsing("share-consumer/unsupported-key", std::string(key));
}

/// ShareConsumerImpl.maybeThrowInvalidGroupIdException
void require_group_id(const Settings& settings, StartupReport& report) {
  constexpr const char* kGroupId = "group.id";
  const bool missing = !settings.written(kGroupId) || settings.string(kGroupId) == "";
  if (missing && settings.certain({kGroupId}))
    report.refuse("share-consumer/needs-group-id", kGroupId);
}

}  // namespace

void share_consumer(const ParsedConfig& config, StartupReport& report) {
  const Settings settings(config, report);
  refuse_unsupported_keys(settings, report);
  post_process_client(settings, report);
  override_auto_commit(settings, report);
  require_group_id(settings, report);
  check_metrics(config, settings, report);
  check_bootstrap_servers(config, report);
  if (settings.since(Version(4, 2, 0))) {
    check_channel_builder(settings, report);
    check_initialization_timeout(settings, report);
  }
}

}  // namespace kaflint::startup
