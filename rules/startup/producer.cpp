// What starting a producer checks after ConfigDef.parse:
// org.apache.kafka.clients.producer.ProducerConfig.postProcessParsedConfig and the configuration
// checks in the constructor of org.apache.kafka.clients.producer.KafkaProducer, each in its
// version's order.
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>

#include "linter/base/text.h"
#include "rules/startup/client.h"
#include "rules/startup/startup.h"

namespace kaflint::startup {
namespace {

using kafka::ParsedConfig;
using kafka::StartupReport;
using kafka::Version;

constexpr const char* kAcks = "acks";
constexpr const char* kBatchSize = "batch.size";
constexpr const char* kClientRack = "client.rack";
constexpr const char* kCompression = "compression.type";
constexpr const char* kDeliveryTimeout = "delivery.timeout.ms";
constexpr const char* kIdempotence = "enable.idempotence";
constexpr const char* kInFlight = "max.in.flight.requests.per.connection";
constexpr const char* kLinger = "linger.ms";
constexpr const char* kRackAware = "partitioner.rack.aware";
constexpr const char* kRequestTimeout = "request.timeout.ms";
constexpr const char* kRetries = "retries";
constexpr const char* kStrategy = "buffer.memory.allocation.strategy";
constexpr const char* kTransactionalId = "transactional.id";

/// KafkaProducer's size of the pieces in which an `incremental` buffer grows, in bytes.
constexpr std::int64_t kChunk = 16384;

/// Releases in which idempotence is on unless something stands against it (KIP-679). The default
/// says so in 3.0.0 and 3.1.0 too, but there the running producer does not obey it (KAFKA-13598).
bool on_by_default(Version version) {
  return (version >= Version(3, 0, 1) && version < Version(3, 1, 0)) || version >= Version(3, 1, 1);
}

bool default_says_on(Version version) { return version >= Version(3, 0, 0); }

class ProducerStartup {
 public:
  ProducerStartup(const ParsedConfig& config, StartupReport& report)
      : config_(config), report_(report), settings_(config, report), version_(config.version()) {}

  void run() {
    post_process_client(settings_, report_);
    if (on_by_default(version_)) {
      process_idempotence();
      check_two_phase_commit();
      check_plugins();
      check_compression();
      check_delivery_timeout();
      check_bootstrap_servers(config_, report_);
      check_accumulator();
      check_channel_builder(settings_, report_);
    } else if (version_ >= Version(2, 5, 0)) {
      decide_requested_idempotence();
      if (idempotent_) {
        require_retries();
        require_acks_all();
      }
      check_plugins();
      check_compression();
      check_delivery_timeout();
      check_bootstrap_servers(config_, report_);
      if (idempotent_) require_in_flight();
      check_channel_builder(settings_, report_);
    } else if (version_ >= Version(2, 1, 0)) {
      check_plugins();
      check_compression();
      decide_requested_idempotence();
      check_delivery_timeout();
      check_bootstrap_servers(config_, report_);
      if (idempotent_) require_in_flight();
      check_channel_builder(settings_, report_);
      if (idempotent_) {
        require_retries();
        require_acks_all();
      }
    } else {
      check_plugins();
      check_compression();
      decide_requested_idempotence();
      if (idempotent_) {
        require_retries();
        require_in_flight();
        require_acks_all();
      }
      check_bootstrap_servers(config_, report_);
      check_channel_builder(settings_, report_);
    }
    report_running_values();
  }

 private:
  bool written(const char* key) const { return config_.is_written(key); }
  std::string text(const char* key) const {
    const kafka::ConfigValue* value = config_.find(key);
    return value == nullptr ? "" : kafka::convert_to_string(*value);
  }
  std::optional<bool> acks_are_all() const {
    const auto acks = config_.string(kAcks);
    if (!acks) return std::nullopt;
    return *acks == "all" || *acks == "-1";
  }

  /// KafkaProducer.configureTransactionState up to 2.4, ProducerConfig.idempotenceEnabled from 2.5:
  /// on only if asked for, by enable.idempotence or by a transactional.id.
  void decide_requested_idempotence() {
    if (written(kIdempotence) && !config_.boolean(kIdempotence)) {
      report_.needs(kIdempotence);
      return;
    }
    const bool asked = written(kIdempotence) && *config_.boolean(kIdempotence);
    if (written(kIdempotence) && !asked && written(kTransactionalId)) {
      report_.refuse("producer/transactional-id-needs-idempotence", kTransactionalId,
                     {{"because", "`enable.idempotence=false` is written"}});
      return;
    }
    idempotent_ = asked || written(kTransactionalId);
    asked_by_ = asked ? "`enable.idempotence=true`" : "`transactional.id`";
  }

  void require_retries() {
    if (written(kRetries) && config_.number(kRetries) == 0)
      report_.refuse("producer/idempotence-needs-retries", kRetries, {{"asked", asked_by_}});
  }

  void require_acks_all() {
    if (written(kAcks) && acks_are_all() == false)
      report_.refuse("producer/idempotence-needs-acks-all", kAcks,
                     {{"asked", asked_by_}, {"value", text(kAcks)}});
  }

  /// 0.11 allows one request in flight, later releases five (KAFKA-5494).
  void require_in_flight() {
    const std::int64_t most = version_ < Version(1, 0, 0) ? 1 : 5;
    if (!written(kInFlight)) return;
    if (const auto value = config_.number(kInFlight);
        value && (most == 1 ? *value != 1 : *value > most))
      report_.refuse(
          "producer/idempotence-needs-max-in-flight", kInFlight,
          {{"asked", asked_by_}, {"value", text(kInFlight)}, {"most", fmt::format("{}", most)}});
  }

  /// ProducerConfig.postProcessAndValidateIdempotenceConfigs
  void process_idempotence() {
    const auto wanted = config_.boolean(kIdempotence);
    if (!wanted) {
      report_.needs(kIdempotence);
      if (written(kIdempotence)) return;
    }
    // Where somebody else may still write it, the default tells what a written conflict is about.
    idempotent_ = wanted.value_or(true);
    asked_by_ = "`enable.idempotence=true`";
    std::string stopped_by;
    if (idempotent_) {
      if (config_.number(kRetries) == 0) stand_against(kRetries, stopped_by);
      if (acks_are_all() == false) stand_against(kAcks, stopped_by);
      if (const auto value = config_.number(kInFlight); value && *value > 5)
        too_many_in_flight(stopped_by);
    }
    if (!stopped_by.empty()) idempotent_ = false;
    if (!idempotent_ && written(kTransactionalId))
      report_.refuse("producer/transactional-id-needs-idempotence", kTransactionalId,
                     {{"because", stopped_by.empty()
                                      ? std::string("`enable.idempotence=false` is written")
                                      : fmt::format("{} switches idempotence off", stopped_by)}});
  }

  /// Refused when the user asked for idempotence, silently preferred to it when not.
  void stand_against(const char* key, std::string& stopped_by) {
    const std::string setting = fmt::format("`{}={}`", key, text(key));
    const bool acks = std::string_view(key) == kAcks;
    if (written(kIdempotence)) {
      if (acks)
        require_acks_all();
      else
        require_retries();
      return;
    }
    stopped_by = setting;
    report_.change(acks ? RuleId("producer/acks-disable-idempotence")
                        : RuleId("producer/retries-disable-idempotence"),
                   key, kIdempotence, "false", {{"value", text(key)}});
  }

  /// From 4.0.0 this refuses even where acks or retries have switched idempotence off before.
  void too_many_in_flight(std::string& stopped_by) {
    if (version_ >= Version(4, 0, 0) && !config_.boolean(kIdempotence)) return;
    if (written(kIdempotence) || version_ >= Version(4, 0, 0)) {
      asked_by_ =
          written(kIdempotence) ? "`enable.idempotence=true`" : "idempotence, on by default,";
      require_in_flight();
      return;
    }
    stopped_by = fmt::format("`{}={}`", kInFlight, text(kInFlight));
    report_.change("producer/max-in-flight-disables-idempotence", kInFlight, kIdempotence, "false",
                   {{"value", text(kInFlight)}});
  }

  /// ProducerConfig.postProcessAndValidateIdempotenceConfigs, KIP-939
  void check_two_phase_commit() {
    if (config_.boolean("transaction.two.phase.commit.enable") == true &&
        written("transaction.timeout.ms"))
      report_.refuse("producer/two-phase-commit-forbids-timeout", "transaction.timeout.ms");
  }

  void check_plugins() {
    check_metrics(config_, settings_, report_);
    check_class_names(settings_, report_, "interceptor.classes");
  }

  /// CompressionType.forName, before 3.3.0 gave the key a validator.
  void check_compression() {
    if (version_ >= Version(3, 3, 0)) return;
    const auto name = config_.string(kCompression);
    if (!name) return;
    const bool zstd = *name == "zstd" && version_ >= Version(2, 1, 0);
    if (*name != "none" && *name != "gzip" && *name != "snappy" && *name != "lz4" && !zstd)
      report_.refuse("producer/unknown-compression-type", std::nullopt,
                     {{"key", kCompression},
                      {"value", *name},
                      {"expected", version_ >= Version(2, 1, 0) ? "none, gzip, snappy, lz4, zstd"
                                                                : "none, gzip, snappy, lz4"}});
  }

  /// KafkaProducer.configureDeliveryTimeout (KIP-91)
  void check_delivery_timeout() {
    if (version_ < Version(2, 1, 0)) return;
    const auto delivery = config_.number(kDeliveryTimeout);
    const auto linger = at_least(kLinger);
    const auto request = at_least(kRequestTimeout);
    if (!delivery || !linger || !request) return;
    const std::int64_t sum = least_delivery_timeout(*linger, *request);
    constexpr std::int64_t kMax = std::numeric_limits<std::int32_t>::max();
    if (*delivery >= kMax || *delivery >= sum) return;
    if (!written(kDeliveryTimeout)) {
      const char* cause = written(kRequestTimeout) ? kRequestTimeout : kLinger;
      report_.change("producer/delivery-timeout-raised", cause, kDeliveryTimeout,
                     fmt::format("{}", sum),
                     {{"sum", fmt::format("{}", sum)}, {"value", fmt::format("{}", *delivery)}});
      return;
    }
    report_.refuse("producer/delivery-timeout-too-small", kDeliveryTimeout,
                   {{"value", text(kDeliveryTimeout)},
                    {"sum", fmt::format("{}", sum)},
                    {"linger", fmt::format("{}", *linger)},
                    {"request", fmt::format("{}", *request)}});
  }

  /// RecordAccumulator.PartitionerConfig, and what KafkaProducer decides about the accumulator's
  /// buffers.
  void check_accumulator() {
    if (version_ < Version(4, 4, 0)) return;
    const auto rack = settings_.string(kClientRack);
    if (settings_.boolean(kRackAware) == true && rack && trim_java(*rack).empty() &&
        settings_.certain({kClientRack}))
      report_.refuse("producer/rack-aware-needs-rack", kClientRack, {}, kRackAware);
    const auto strategy = settings_.string(kStrategy);
    const auto batch = settings_.number(kBatchSize);
    if (!strategy || ascii_lower(*strategy) != "incremental" || !batch) return;
    if (*batch < kChunk) {
      report_.unused("producer/small-batches-need-no-chunks", kStrategy,
                     {{"batch", fmt::format("{}", *batch)}});
      return;
    }
    const auto compression = settings_.string(kCompression);
    if (compression && *compression != "none")
      report_.refuse("producer/incremental-memory-forbids-compression", std::nullopt,
                     {{"value", *compression}}, kStrategy);
  }

  /// In 2.1.0 to 2.2.0 linger.ms is an int and the sum overflows (KAFKA-7987).
  std::int64_t least_delivery_timeout(std::int64_t linger, std::int64_t request) const {
    constexpr std::int64_t kMax = std::numeric_limits<std::int32_t>::max();
    if (version_ <= Version(2, 2, 0))
      return static_cast<std::int32_t>(static_cast<std::uint32_t>(linger) +
                                       static_cast<std::uint32_t>(request));
    return std::min(std::min(linger, kMax) + request, kMax);
  }

  /// The value; 0 where somebody else may still write it, which decides nothing by itself.
  std::optional<std::int64_t> at_least(const char* key) {
    if (written(key) || config_.completeness() == kafka::Completeness::complete)
      return config_.number(key);
    if (written(kDeliveryTimeout)) report_.needs(key);
    return 0;
  }

  /// What the built producer uses, whatever its config object says.
  void report_running_values() {
    if (default_says_on(version_) && !on_by_default(version_) && !idempotent_ &&
        !written(kIdempotence) && config_.completeness() == kafka::Completeness::complete)
      report_.change("producer/idempotence-not-in-force", "", kIdempotence, "false");
    else if (config_.boolean(kIdempotence) && *config_.boolean(kIdempotence) != idempotent_)
      report_.set(kIdempotence, idempotent_ ? "true" : "false");
    if (const auto all = acks_are_all(); all == true)
      report_.respell(kAcks, "-1");
    else if (idempotent_ && !written(kAcks))
      report_.set(kAcks, "-1");
    if (idempotent_ && !written(kRetries) && version_ < Version(2, 1, 0))
      report_.set(kRetries, "2147483647");
    if (idempotent_ && !written(kInFlight) && version_ < Version(1, 0, 0))
      report_.set(kInFlight, "1");
  }

  const ParsedConfig& config_;
  StartupReport& report_;
  Settings settings_;
  Version version_;
  bool idempotent_ = false;
  std::string asked_by_;
};

}  // namespace

void producer(const ParsedConfig& config, StartupReport& report) {
  ProducerStartup(config, report).run();
}

}  // namespace kaflint::startup
