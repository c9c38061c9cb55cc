// What starting a Streams application checks after ConfigDef.parse: the constructor of
// org.apache.kafka.streams.StreamsConfig, then the constructor of
// org.apache.kafka.streams.KafkaStreams, which builds its clients with configurations that
// StreamsConfig derives. Each in its version's order, for a topology that reads topics; the global
// consumer, which only some topologies have, comes last.
#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/startup/client.h"
#include "rules/startup/embedded_client.h"
#include "rules/startup/startup.h"
#include "rules/startup/streams/checks.h"
#include "rules/startup/streams/derivation_checks.h"
#include "rules/startup/streams/ignored_settings.h"

namespace kaflint::startup {
namespace {

using kafka::ParsedConfig;
using kafka::Role;
using kafka::StartupReport;
using kafka::Version;
using streams::Guarantee;

class StreamsStartup {
 public:
  StreamsStartup(const ParsedConfig& config, StartupReport& report)
      : config_(config),
        report_(report),
        version_(config.version()),
        guarantee_(streams::guarantee_of(config)),
        clients_(config, guarantee_),
        derivation_(config, clients_, guarantee_, report) {}

  void run() {
    if (guarantee_ == Guarantee::unknown) report_.needs("processing.guarantee");
    plan_clients();
    streams_config();
    kafka_streams();
    streams::check_superseded(config_, report_);
  }

 private:
  void plan_clients() {
    clients_to_build_.emplace_back(Role::consumer, "main-consumer", clients_.main_consumer());
    clients_to_build_.emplace_back(Role::consumer, "restore-consumer", clients_.restore_consumer());
    clients_to_build_.emplace_back(Role::producer, "producer", clients_.producer());
    if (version_ >= Version(1, 1, 0))
      clients_to_build_.emplace_back(Role::admin, "admin", clients_.admin());
    if (version_ >= Version(2, 0, 0))
      clients_to_build_.emplace_back(Role::consumer, "global-consumer", clients_.global_consumer());
    streams::check_ignored_settings(config_, clients_to_build_, report_);
  }

  /// The constructor of StreamsConfig
  void streams_config() {
    streams::post_process(config_, guarantee_, report_);
    streams::check_client_tags(config_, report_);
    streams::check_transaction_timeout(config_, guarantee_, report_);
    streams::check_metrics_push(config_, report_);
    streams::check_streams_protocol(config_, clients_, report_);
  }

  /// The constructor of KafkaStreams
  void kafka_streams() {
    if (version_ >= Version(2, 8, 0)) {
      admin();
      streams::check_application_server(config_, report_);
      streams::check_stream_threads(config_, report_);
    } else if (version_ >= Version(1, 1, 0)) {
      streams::check_application_server(config_, report_);
      streams::check_stream_threads(config_, report_);
      admin();
    } else {
      streams::check_stream_threads(config_, report_);
      streams::check_application_server(config_, report_);
      const auto id = config_.string("client.id");
      if (id && id->empty()) check_jmx_name(config_, report_, "application.id");
    }
    stream_thread();
    if (version_ >= Version(2, 0, 0)) global_consumer();
  }

  /// StreamThread.create, before 1.0.0 the constructor of StreamThread. With one producer for each
  /// task, the first is built when the first task is assigned.
  void stream_thread() {
    if (version_ < Version(1, 0, 0)) {
      main_consumer();
      restore_consumer();
      producer();
    } else if (guarantee_ == Guarantee::exactly_once_alpha) {
      restore_consumer();
      main_consumer();
      producer();
    } else {
      restore_consumer();
      producer();
      main_consumer();
    }
  }

  void main_consumer() {
    derivation_.main_consumer();
    build("main-consumer");
  }

  void restore_consumer() {
    derivation_.restore_consumer();
    build("restore-consumer");
  }

  void global_consumer() {
    derivation_.global_consumer();
    build("global-consumer");
  }

  void producer() {
    derivation_.producer();
    build("producer");
  }

  void admin() { build("admin"); }

  void build(std::string_view name) {
    auto& planned = *std::ranges::find(clients_to_build_, name, &streams::PlannedClient::name);
    kafka::ClientVerdict client =
        judge_client(config_, planned.role, name, std::move(planned.config));
    name_the_guarantee(client);
    if (name == "main-consumer") return construct_main_consumer(std::move(client));
    report_.client(std::move(client));
  }

  /// KafkaConsumer configures the assignor, then makes the coordinator with its heartbeat.
  void construct_main_consumer(kafka::ClientVerdict client) {
    std::vector<kafka::Refusal>& refusals = client.verdict.refusals;
    const auto coordinator = std::ranges::find_if(refusals, is_of_heartbeat);
    const bool reaches_assignor = coordinator == refusals.begin();
    const std::vector<kafka::Refusal> more = assignor(client);
    refusals.insert(coordinator, more.begin(), more.end());
    if (!more.empty()) client.verdict.outcome = kafka::Outcome::refuses;
    if (reaches_assignor && more.empty()) streams::check_upgrade_from(config_, report_);
    report_.client(std::move(client));
    if (!reaches_assignor || !more.empty()) streams::check_upgrade_from(config_, report_);
  }

  static bool is_of_heartbeat(const kafka::Refusal& refusal) {
    return refusal.rule == RuleId("consumer/heartbeat-not-below-session-timeout") ||
           refusal.rule == RuleId("consumer/negative-heartbeat");
  }

  /// Idempotence that Streams switches on is asked for by its own guarantee.
  void name_the_guarantee(kafka::ClientVerdict& client) const {
    const auto guarantee = config_.string("processing.guarantee");
    if (!guarantee || !client.config.source_of("enable.idempotence").empty()) return;
    for (kafka::Refusal& refusal : client.verdict.refusals)
      if (const auto asked = refusal.arguments.find("asked"); asked != refusal.arguments.end())
        asked->second = fmt::format("`processing.guarantee={}`", *guarantee);
  }

  /// StreamsPartitionAssignor.configure (from 1.1.0) makes a StreamsConfig of what the main
  /// consumer has got, so a key of Streams with a consumer's prefix is read after all.
  std::vector<kafka::Refusal> assignor(const kafka::ClientVerdict& consumer) const {
    std::vector<kafka::Refusal> refusals;
    if (version_ < Version(1, 1, 0)) return refusals;
    kafka::WrittenConfig read;
    for (const auto& [key, value] : consumer.config.written().values())
      if (consumer.config.source_of(key) != key && is_read_by_assignor(key)) read.set(key, value);
    if (read.values().empty()) return refusals;
    const ParsedConfig parsed(kafka::catalog(Role::streams), version_, read,
                              kafka::Completeness::incomplete);
    for (kafka::Refusal& refusal : kafka::judge(parsed, nullptr).refusals) {
      const auto same = [&](const kafka::Refusal& other) { return other.key == refusal.key; };
      if (!std::ranges::any_of(consumer.verdict.refusals, same))
        refusals.push_back(std::move(refusal));
    }
    return refusals;
  }

  /// StreamsConfig.getMainConsumerConfigs puts the application's own values of these in.
  static bool is_read_by_assignor(std::string_view key) {
    for (std::string_view own :
         {"application.id", "upgrade.from", "replication.factor", "application.server",
          "num.standby.replicas", "acceptable.recovery.lag", "max.warmup.replicas",
          "probing.rebalance.interval.ms", "windowstore.changelog.additional.retention.ms",
          "rack.aware.assignment.non_overlap_cost", "rack.aware.assignment.strategy",
          "rack.aware.assignment.tags", "rack.aware.assignment.traffic_cost",
          "task.assignor.class"})
      if (key == own) return false;
    return true;
  }

  const ParsedConfig& config_;
  StartupReport& report_;
  Version version_;
  Guarantee guarantee_;
  streams::ClientConfigs clients_;
  streams::DerivationChecks derivation_;
  std::vector<streams::PlannedClient> clients_to_build_;
};

}  // namespace

void streams_application(const ParsedConfig& config, StartupReport& report) {
  StreamsStartup(config, report).run();
}

}  // namespace kaflint::startup
