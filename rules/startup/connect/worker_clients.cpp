#include "rules/startup/connect/worker_clients.h"

#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "linter/base/text.h"
#include "rules/startup/embedded_client.h"

namespace kaflint::startup {
namespace {

using kafka::DerivedConfig;
using kafka::ParsedConfig;
using kafka::Role;
using kafka::StartupReport;
using kafka::Version;

constexpr const char* kAdminPrefix = "admin.";
constexpr const char* kBootstrapServers = "bootstrap.servers";
constexpr const char* kConsumerPrefix = "consumer.";
constexpr const char* kIdempotence = "enable.idempotence";
constexpr const char* kProducerPrefix = "producer.";
constexpr const char* kMaxInt = "2147483647";
constexpr const char* kMaxLong = "9223372036854775807";

/// Releases in which a task's producer is not idempotent unless asked.
bool switches_idempotence_off(Version version) {
  return version == Version(3, 0, 2) || version == Version(3, 1, 1) ||
         version == Version(3, 1, 2) || version >= Version(3, 2, 0);
}

bool is_client_setting(std::string_view key) {
  return key.starts_with(kAdminPrefix) || key.starts_with(kProducerPrefix) ||
         key.starts_with(kConsumerPrefix);
}

class WorkerClients {
 public:
  WorkerClients(const ParsedConfig& worker, StartupReport& report)
      : worker_(worker), report_(report), version_(worker.version()) {}

  void run() {
    if (worker_.catalog().role() == Role::connect_distributed && version_ >= Version(2, 0, 0))
      add(Role::admin, "internal-admin", internal_config(), "worker");
    add(Role::producer, "task-producer", producer_config(), "source task");
    add(Role::consumer, "task-consumer", consumer_config(), "sink task");
    if (version_ >= Version(2, 4, 0))
      add(Role::admin, "connector-admin", admin_config(), "connector");
  }

 private:
  /// ConnectUtils.lookupKafkaClusterId: the worker's own settings, all of them.
  DerivedConfig internal_config() const {
    DerivedConfig config;
    for (const auto& [key, value] : worker_.written().values())
      if (!is_client_setting(key)) config.pass_on(key, value, key);
    pass_on_servers(config);
    return config;
  }

  /// Worker.baseProducerConfigs, before 3.2 producerConfigs
  DerivedConfig producer_config() const {
    DerivedConfig config;
    pass_on_servers(config);
    config.set("key.serializer", "org.apache.kafka.common.serialization.ByteArraySerializer");
    config.set("value.serializer", "org.apache.kafka.common.serialization.ByteArraySerializer");
    config.set("acks", "all");
    config.set("max.block.ms", kMaxLong);
    config.set("max.in.flight.requests.per.connection", "1");
    if (version_ < Version(3, 0, 0)) config.set("request.timeout.ms", kMaxInt);
    if (version_ < Version(2, 1, 0))
      config.set("retries", kMaxInt);
    else
      config.set("delivery.timeout.ms", kMaxInt);
    if (switches_idempotence_off(version_)) config.set(kIdempotence, "false");
    pass_on_prefixed(config, kProducerPrefix);
    if (exactly_once()) force_transactions(config);
    return config;
  }

  /// Worker.exactlyOnceSourceTaskProducerConfigs (3.3.0, KIP-618)
  void force_transactions(DerivedConfig& config) const {
    config.set(kIdempotence, "true");
    config.set("transactional.id",
               worker_.string("group.id").value_or("GROUP") + "-CONNECTOR-TASK");
  }

  bool exactly_once() const {
    if (version_ < Version(3, 3, 0)) return false;
    const auto support = worker_.string("exactly.once.source.support");
    return support && ascii_lower(*support) == "enabled";
  }

  /// Worker.baseConsumerConfigs, before 3.2 consumerConfigs
  DerivedConfig consumer_config() const {
    DerivedConfig config;
    config.set("group.id", "connect-CONNECTOR");
    pass_on_servers(config);
    config.set("enable.auto.commit", "false");
    config.set("auto.offset.reset", "earliest");
    config.set("key.deserializer", "org.apache.kafka.common.serialization.ByteArrayDeserializer");
    config.set("value.deserializer", "org.apache.kafka.common.serialization.ByteArrayDeserializer");
    pass_on_prefixed(config, kConsumerPrefix);
    return config;
  }

  /// Worker.adminConfigs
  DerivedConfig admin_config() const {
    DerivedConfig config = internal_config();
    pass_on_prefixed(config, kAdminPrefix);
    return config;
  }

  void pass_on_servers(DerivedConfig& config) const {
    if (const auto* written = worker_.written().find(kBootstrapServers))
      config.pass_on(kBootstrapServers, *written, kBootstrapServers);
    else if (const kafka::ConfigValue* servers = worker_.find(kBootstrapServers))
      config.set(kBootstrapServers, kafka::convert_to_string(*servers));
  }

  /// AbstractConfig.originalsWithPrefix
  void pass_on_prefixed(DerivedConfig& config, std::string_view prefix) const {
    for (const auto& [key, value] : worker_.written().with_prefix(prefix))
      config.pass_on(std::string_view(key).substr(prefix.size()), value, key);
  }

  void add(Role role, const char* name, DerivedConfig config, const char* owner) {
    kafka::ClientVerdict client = judge_client(worker_, role, name, std::move(config));
    client.required = false;
    for (const kafka::Refusal& refusal : client.verdict.refusals) report(client, refusal, owner);
    report_.client(std::move(client));
  }

  /// One finding for each written key, however many clients stumble over it.
  void report(const kafka::ClientVerdict& client, const kafka::Refusal& refusal,
              const char* owner) {
    const std::string source(client.config.source_of(key_at_fault(refusal)));
    if (source.empty() || !reported_.insert(source).second || refused_by_worker(source)) return;
    report_.unused("connect/client-refuses", source,
                   {{"client", std::string(to_string(client.role))},
                    {"owner", owner},
                    {"rule", std::string(refusal.rule.text())}});
  }

  /// Whether ConfigDef already refuses the worker's own key.
  bool refused_by_worker(std::string_view key) const {
    for (const kafka::ConfigError& error : worker_.errors())
      if (error.definition.key() == key) return true;
    return false;
  }

  const ParsedConfig& worker_;
  StartupReport& report_;
  Version version_;
  std::set<std::string, std::less<>> reported_;
};

}  // namespace

void report_worker_clients(const ParsedConfig& worker, StartupReport& report) {
  WorkerClients(worker, report).run();
}

}  // namespace kaflint::startup
