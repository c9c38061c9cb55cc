// What starting an admin client checks after ConfigDef.parse:
// org.apache.kafka.clients.admin.AdminClientConfig.postProcessParsedConfig and
// org.apache.kafka.clients.admin.KafkaAdminClient.createInternal.
#include <string>
#include <vector>

#include "rules/startup/client.h"
#include "rules/startup/startup.h"

namespace kaflint::startup {
namespace {

using kafka::ParsedConfig;
using kafka::StartupReport;
using kafka::Version;

constexpr const char* kApiTimeout = "default.api.timeout.ms";
constexpr const char* kControllers = "bootstrap.controllers";
constexpr const char* kRequestTimeout = "request.timeout.ms";
constexpr const char* kServers = "bootstrap.servers";

class AdminStartup {
 public:
  AdminStartup(const ParsedConfig& config, StartupReport& report)
      : config_(config), report_(report), settings_(config, report) {}

  void run() {
    post_process_client(settings_, report_);
    if (settings_.since(Version(2, 2, 0))) {
      check_bootstrap();
      check_metrics(config_, settings_, report_);
      check_channel_builder(settings_, report_);
      if (settings_.defined(kApiTimeout)) check_api_timeout();
    } else {
      check_metrics(config_, settings_, report_);
      check_channel_builder(settings_, report_);
      check_bootstrap();
    }
  }

 private:
  bool any_in(const char* key) const {
    const auto* list = std::get_if<std::vector<std::string>>(settings_.value(key));
    return list != nullptr && !list->empty();
  }

  /// internals.AdminBootstrapAddresses.fromConfig, from 3.7.0 on (KIP-919)
  void check_bootstrap() {
    if (!settings_.since(Version(3, 7, 0))) return check_bootstrap_servers(config_, report_);
    for (const char* key : {kServers, kControllers})
      if (settings_.written(key) && !settings_.certain({key})) return;
    const bool servers = any_in(kServers);
    const bool controllers = any_in(kControllers);
    if (servers && controllers)
      report_.refuse("admin/servers-and-controllers", kServers, {}, kControllers);
    else if (servers || controllers)
      check_bootstrap_servers(config_, report_, servers ? kServers : kControllers);
    else if (settings_.certain({kServers, kControllers}))
      report_.refuse("admin/needs-bootstrap-servers", kServers);
  }

  /// KafkaAdminClient.configureDefaultApiTimeoutMs (KIP-533)
  void check_api_timeout() {
    const auto api = settings_.number(kApiTimeout);
    const auto request = settings_.number(kRequestTimeout);
    if (!api || !request || *api >= *request) return;
    if (!settings_.certain({kApiTimeout, kRequestTimeout})) return;
    const kafka::Arguments arguments = {{"value", settings_.text(kApiTimeout)},
                                        {"request", settings_.text(kRequestTimeout)}};
    if (settings_.written(kApiTimeout))
      report_.refuse("admin/api-timeout-below-request-timeout", kApiTimeout, arguments);
    else
      report_.change("admin/api-timeout-raised", kRequestTimeout, kApiTimeout,
                     settings_.text(kRequestTimeout), arguments);
  }

  const ParsedConfig& config_;
  StartupReport& report_;
  Settings settings_;
};

}  // namespace

void admin(const ParsedConfig& config, StartupReport& report) {
  AdminStartup(config, report).run();
}

}  // namespace kaflint::startup
