#include "rules/startup/streams/checks.h"

#include <fmt/format.h>

#include <array>
#include <limits>
#include <optional>
#include <string>

#include "linter/base/text.h"
#include "linter/kafka/named_validators.h"

namespace kaflint::startup::streams {
namespace {

using kafka::ParsedConfig;
using kafka::StartupReport;
using kafka::Version;

constexpr const char* kCommitInterval = "commit.interval.ms";

bool is_complete(const ParsedConfig& config) {
  return config.completeness() == kafka::Completeness::complete;
}

std::string text(const ParsedConfig& config, std::string_view key) {
  const kafka::ConfigValue* value = config.find(key);
  return value == nullptr || std::holds_alternative<kafka::Null>(*value)
             ? ""
             : kafka::convert_to_string(*value);
}

/// Whether both are written and known to differ.
bool differ(const ParsedConfig& config, const char* one, const char* other) {
  return config.is_written(one) && config.is_written(other) && config.find(one) != nullptr &&
         config.find(other) != nullptr && text(config, one) != text(config, other);
}

bool streams_protocol(const ParsedConfig& config) {
  const auto protocol = config.string("group.protocol");
  return config.version() >= Version(4, 1, 0) && protocol && ascii_lower(*protocol) == "streams";
}

}  // namespace

void post_process(const ParsedConfig& config, Guarantee guarantee, StartupReport& report) {
  if (!is_complete(config)) return;
  // What this changes is said once, for the clients.
  if (config.is_written("reconnect.backoff.ms") && !config.is_written("reconnect.backoff.max.ms") &&
      config.find("reconnect.backoff.ms") != nullptr)
    report.set("reconnect.backoff.max.ms", text(config, "reconnect.backoff.ms"));
  if (is_exactly_once(guarantee) && !config.is_written(kCommitInterval))
    report.set(kCommitInterval, "100");
}

void check_transaction_timeout(const ParsedConfig& config, Guarantee guarantee,
                               StartupReport& report) {
  constexpr const char* kTimeout = "producer.transaction.timeout.ms";
  if (config.version() < Version(3, 0, 0) || !is_exactly_once(guarantee)) return;
  std::int64_t timeout = 10000;
  if (const std::optional<std::string>* written = config.written().find(kTimeout)) {
    if (!*written) return report.needs(kTimeout);
    const auto value = kafka::parse_type(kafka::Type::int_, **written, config.version());
    if (!value) {
      report.refuse("any/invalid-value", kTimeout,
                    {{"value", **written}, {"expected", value.error().expected}, {"type", "int"}});
      return;
    }
    timeout = std::get<std::int64_t>(*value);
  }
  std::int64_t interval = 100;
  if (config.is_written(kCommitInterval)) {
    const auto value = config.number(kCommitInterval);
    if (!value) return report.needs(kCommitInterval);
    interval = *value;
  }
  if (timeout >= interval) return;
  const bool written = config.written().contains(kTimeout);
  if (!is_complete(config) && !(written && config.is_written(kCommitInterval)))
    return report.needs(written ? kCommitInterval : kTimeout);
  report.refuse("streams/transaction-timeout-too-small", kCommitInterval,
                {{"key", config.is_written(kCommitInterval) ? kCommitInterval : kTimeout},
                 {"interval", fmt::format("{}", interval)},
                 {"timeout", fmt::format("{}", timeout)}});
}

/// It casts what is written to a Boolean: a text of any content cannot be cast.
void check_metrics_push(const ParsedConfig& config, StartupReport& report) {
  if (config.version() < Version(4, 0, 0)) return;
  for (const char* key : {"main.consumer.enable.metrics.push", "consumer.enable.metrics.push",
                          "admin.enable.metrics.push"})
    if (config.is_written(key))
      report.refuse("streams/metrics-push-of-client", std::nullopt, {{"key", key}});
}

void check_streams_protocol(const ParsedConfig& config, const ClientConfigs& clients,
                            StartupReport& report) {
  if (!streams_protocol(config)) return;
  const kafka::DerivedConfig consumer = clients.main_consumer();
  if (config.version() < Version(4, 4, 0) && consumer.written().contains("group.instance.id")) {
    const std::string source(consumer.source_of("group.instance.id"));
    report.refuse("streams/static-membership-with-streams-protocol", std::nullopt,
                  {{"key", source}});
  }
  for (const char* key : {"max.warmup.replicas", "num.standby.replicas"})
    if (config.is_written(key) && config.number(key) && config.number(key) != 0)
      report.unused("streams/replicas-with-streams-protocol", key, {{"value", text(config, key)}});
}

void check_application_server(const ParsedConfig& config, StartupReport& report) {
  constexpr const char* kKey = "application.server";
  if (config.version() >= Version(4, 4, 0) || !config.is_written(kKey)) return;
  const auto address = config.string(kKey);
  if (!address || trim_java(*address).empty()) return;
  const kafka::AddressRules rules{.any_prefix = config.version() < Version(4, 0, 0),
                                  .host_needed = false,
                                  .max_port = std::numeric_limits<std::int32_t>::max()};
  if (!kafka::is_address(*address, rules))
    report.refuse("streams/invalid-application-server", std::nullopt,
                  {{"key", kKey}, {"value", *address}});
}

/// 1.0 divides the cache among its threads only if there are some; 2.5 to 3.0 refuse none on
/// purpose. A negative number was the size of an array, then the capacity of a map.
void check_stream_threads(const ParsedConfig& config, StartupReport& report) {
  constexpr const char* kKey = "num.stream.threads";
  const auto threads = config.number(kKey);
  if (!threads || *threads > 0) return;
  const Version version = config.version();
  const bool none_refused = version < Version(3, 1, 0) && version.line() != Version(1, 0, 0);
  const bool negative_refused = version < Version(3, 7, 2) || version == Version(3, 8, 0);
  if (*threads == 0 ? none_refused : negative_refused)
    report.refuse("streams/no-stream-threads", std::nullopt,
                  {{"key", kKey}, {"value", text(config, kKey)}});
}

void check_upgrade_from(const ParsedConfig& config, StartupReport& report) {
  constexpr const char* kKey = "upgrade.from";
  if (config.version() < Version(4, 0, 0) || streams_protocol(config)) return;
  const auto from = config.string(kKey);
  if (!from) return;
  for (std::string_view old :
       {"0.10.0", "0.10.1", "0.10.2", "0.11.0", "1.0", "1.1", "2.0", "2.1", "2.2", "2.3"})
    if (*from == old) report.refuse("streams/upgrade-from-too-old", kKey, {{"value", *from}});
}

void check_superseded(const ParsedConfig& config, StartupReport& report) {
  struct Pair {
    const char* old_key;
    const char* new_key;
    Version since;
  };
  static constexpr std::array kPairs = std::to_array<Pair>({
      // StreamsConfigUtils.getTotalCacheSize
      {"cache.max.bytes.buffering", "statestore.cache.max.bytes", Version(3, 4, 0)},
      // StreamsConfig.deserializationExceptionHandler and productionExceptionHandler
      {"default.deserialization.exception.handler", "deserialization.exception.handler",
       Version(4, 0, 0)},
      {"default.production.exception.handler", "production.exception.handler", Version(4, 0, 0)},
  });
  for (const Pair& pair : kPairs)
    if (config.version() >= pair.since && differ(config, pair.old_key, pair.new_key))
      report.unused("streams/superseded-setting", pair.old_key,
                    {{"value", text(config, pair.old_key)}, {"other", pair.new_key}});
}

}  // namespace kaflint::startup::streams
