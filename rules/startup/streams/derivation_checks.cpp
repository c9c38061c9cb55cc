#include "rules/startup/streams/derivation_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <string>

#include "linter/base/text.h"
#include "linter/kafka/java_number.h"

namespace kaflint::startup::streams {
namespace {

using kafka::DerivedConfig;
using kafka::Role;
using kafka::Version;

constexpr const char* kInFlight = "max.in.flight.requests.per.connection";

/// Integer.parseInt, which takes no blanks.
std::optional<std::int64_t> parse_int(std::string_view text) {
  const kafka::IntegerResult result = kafka::parse_java_integer(
      text, std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max());
  return result.error ? std::nullopt : std::optional(result.value);
}

}  // namespace

bool DerivationChecks::seen(std::string_view cause) {
  if (std::ranges::find(seen_, cause) != seen_.end()) return true;
  seen_.emplace_back(cause);
  return false;
}

/// StreamsConfig.getCommonConsumerConfigs, and from 4.2.0 what the client's own method checks.
void DerivationChecks::consumer(const char* own_prefix) {
  const DerivedConfig user = clients_.provided(Role::consumer, "consumer.");
  if (!since(Version(1, 0, 0))) {
    forbid(user, "enable.auto.commit");
    if (is_exactly_once(guarantee_)) forbid(user, "isolation.level");
  }
  in_flight(user);
  if (since(Version(4, 2, 0))) in_flight(clients_.with_prefix(own_prefix));
}

void DerivationChecks::main_consumer() {
  consumer("main.consumer.");
  admin_of_main_consumer();
  segment_of_topics();
}

void DerivationChecks::restore_consumer() { consumer("restore.consumer."); }

void DerivationChecks::global_consumer() { consumer("global.consumer."); }

/// StreamsConfig.getProducerConfigs
void DerivationChecks::producer() {
  const DerivedConfig user = clients_.provided(Role::producer, "producer.");
  if (!since(Version(1, 0, 0)) && is_exactly_once(guarantee_)) {
    forbid(user, "enable.idempotence");
    forbid(user, kInFlight);
  }
  in_flight(user);
}

void DerivationChecks::forbid(const DerivedConfig& user, const char* key) {
  if (!user.written().contains(key)) return;
  const std::string cause(user.source_of(key));
  if (seen(cause)) return;
  const bool always = std::string_view(key) == "enable.auto.commit";
  report_.refuse(
      "streams/setting-forbidden", key,
      {{"key", cause},
       {"because", always ? std::string("Streams commits offsets itself")
                          : std::string("`processing.guarantee=exactly_once` sets it")}});
}

/// StreamsConfig.verifyMaxInFlightRequestPerConnection; 2.0 casts the text to an Integer.
void DerivationChecks::in_flight(const DerivedConfig& user) {
  if (!since(Version(2, 0, 0)) || !is_exactly_once(guarantee_)) return;
  const std::optional<std::string>* value = user.written().find(kInFlight);
  if (value == nullptr) return;
  const std::string cause(user.source_of(kInFlight));
  if (seen(cause)) return;
  if (!since(Version(2, 1, 0))) {
    report_.refuse("streams/in-flight-unreadable", std::nullopt, {{"key", cause}});
    return;
  }
  if (!*value) return report_.needs(cause);
  const std::optional<std::int64_t> number = parse_int(trim_java(**value));
  if (!number || *number > 5)
    report_.refuse("streams/exactly-once-max-in-flight", kInFlight,
                   {{"key", cause}, {"value", **value}});
}

/// 1.1.0 to 2.6.3 read the admin client's retries through an AdminClientConfig of its own.
void DerivationChecks::admin_of_main_consumer() {
  if (!since(Version(1, 1, 0)) || since(Version(2, 7, 0))) return;
  const DerivedConfig user = clients_.provided(Role::admin, "admin.");
  const kafka::ParsedConfig parsed(kafka::catalog(Role::admin), config_.version(), user.written(),
                                   kafka::Completeness::incomplete);
  for (const kafka::Refusal& refusal : kafka::judge(parsed, nullptr).refusals) {
    kafka::Arguments arguments = refusal.arguments;
    arguments["key"] = user.source_of(refusal.key.value_or(""));
    report_.refuse(refusal.rule, refusal.key, std::move(arguments));
  }
}

/// StreamsConfig.getMainConsumerConfigs: a batch has to fit into a segment. Before 2.2.1 it took
/// the size of the index for that of a segment, and looked for the default batch in a
/// ProducerConfig that cannot be built.
void DerivationChecks::segment_of_topics() {
  if (!since(Version(1, 1, 0))) return;
  const bool index = !since(Version(2, 2, 1));
  const std::string cause = index ? "topic.segment.index.bytes" : "topic.segment.bytes";
  const std::optional<std::string>* segment = config_.written().find(cause);
  if (segment == nullptr) return;
  if (!*segment) return report_.needs(cause);
  const DerivedConfig producer = clients_.provided(Role::producer, "producer.");
  const std::optional<std::string>* batch = producer.written().find("batch.size");
  if (batch == nullptr && !index) return;
  const std::optional<std::int64_t> segment_size = parse_int(**segment);
  if (!segment_size) {
    report_.refuse("streams/size-not-a-number", std::nullopt,
                   {{"key", cause}, {"value", **segment}});
    return;
  }
  if (batch == nullptr) {
    if (config_.completeness() == kafka::Completeness::incomplete) return;
    report_.refuse("streams/segment-index-without-batch-size", "key.serializer", {{"key", cause}});
    return;
  }
  const std::string batch_key(producer.source_of("batch.size"));
  if (!*batch) return report_.needs(batch_key);
  const std::optional<std::int64_t> batch_size = parse_int(**batch);
  if (!batch_size)
    report_.refuse("streams/size-not-a-number", std::nullopt,
                   {{"key", batch_key}, {"value", **batch}});
  else if (*segment_size < *batch_size)
    report_.refuse(
        "streams/segment-smaller-than-batch", std::nullopt,
        {{"key", cause}, {"value", **segment}, {"other", batch_key}, {"batch", **batch}});
}

}  // namespace kaflint::startup::streams
