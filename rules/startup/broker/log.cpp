// Log directories, times, the cleaner, compression and the message format:
// KafkaConfig.validateValues.
#include <fmt/format.h>

#include "linter/base/text.h"
#include "rules/startup/broker/checks.h"

namespace kaflint::startup::kafka_server {
namespace {

constexpr const char* kCleanerBuffer = "log.cleaner.dedupe.buffer.size";
constexpr const char* kCleanerThreads = "log.cleaner.threads";
constexpr const char* kCompression = "compression.type";
constexpr const char* kCordoned = "cordoned.log.dirs";
constexpr const char* kLogDir = "log.dir";
constexpr const char* kLogDirs = "log.dirs";
constexpr const char* kMessageFormat = "log.message.format.version";
constexpr const char* kProtocol = "inter.broker.protocol.version";
constexpr const char* kRemoteLog = "remote.log.storage.system.enable";
constexpr const char* kRetentionHours = "log.retention.hours";
constexpr const char* kRetentionMinutes = "log.retention.minutes";
constexpr const char* kRetentionMs = "log.retention.ms";
constexpr const char* kRollHours = "log.roll.hours";
constexpr const char* kRollJitterHours = "log.roll.jitter.hours";
constexpr const char* kRollJitterMs = "log.roll.jitter.ms";
constexpr const char* kRollMs = "log.roll.ms";

constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kHour = 60 * kMinute;

std::string_view dirs_at(Server& server) {
  return server.config().is_written(kLogDirs) ? kLogDirs : kLogDir;
}

/// KafkaConfig.logRollTimeMillis and its like: milliseconds win over hours.
void check_time(Server& server, const char* milliseconds, const char* hours, std::int64_t least) {
  Decision decision = server.decide();
  const auto precise = decision.optional_number(milliseconds);
  const std::int64_t time = precise ? *precise : kHour * decision.number(hours);
  decision.require(time >= least, "broker/log-time-too-small",
                   {.named = {milliseconds}, .at = precise ? milliseconds : hours},
                   {{"value", decision.shown(precise ? milliseconds : hours)},
                    {"least", fmt::format("{}", least)}});
}

/// KafkaConfig.logRetentionTimeMillis: everything negative means for ever.
void check_retention(Server& server) {
  Decision decision = server.decide();
  const char* at = kRetentionMs;
  std::int64_t time = 0;
  if (const auto milliseconds = decision.optional_number(kRetentionMs)) {
    time = *milliseconds;
  } else if (const auto minutes = decision.optional_number(kRetentionMinutes)) {
    time = kMinute * *minutes;
    at = kRetentionMinutes;
  } else {
    time = kHour * decision.number(kRetentionHours);
    at = kRetentionHours;
  }
  decision.require(time != 0, "broker/log-retention-zero", {.named = {kRetentionMs}, .at = at},
                   {{"value", decision.shown(at)}});
}

}  // namespace

void check_log_times(Server& server) {
  check_time(server, kRollMs, kRollHours, 1);
  check_time(server, kRollJitterMs, kRollJitterHours, 0);
  check_retention(server);
}

void check_log_dirs(Server& server) {
  Decision decision = server.decide();
  const Derived<Names> dirs = server.log_dirs();
  decision.rely_on(dirs.evidence);
  decision.require(!dirs.value.empty(), "broker/no-log-directory",
                   {.named = {kLogDirs, kLogDir}, .at = dirs_at(server), .begins_with_key = false});
  if (server.version().line() != Version(3, 6, 0) && server.version().line() != Version(3, 7, 0))
    return;
  const bool remote = decision.boolean(kRemoteLog);
  decision.require(!remote || dirs.value.size() <= 1, "broker/remote-log-needs-one-directory",
                   {.named = {}, .at = dirs_at(server)},
                   {{"count", fmt::format("{}", dirs.value.size())}});
}

/// Each thread needs more than a megabyte. Kafka divides without asking whether there are threads.
void check_log_cleaner(Server& server) {
  Decision decision = server.decide();
  const std::int64_t threads = decision.number(kCleanerThreads);
  const std::int64_t buffer = decision.number(kCleanerBuffer);
  if (threads == 0)
    return decision.refuse("broker/log-cleaner-without-threads",
                           {.named = {}, .at = kCleanerThreads});
  decision.require(
      buffer / threads > std::int64_t{1024} * 1024, "broker/log-cleaner-buffer-too-small",
      {.named = {kCleanerBuffer},
       .at = server.config().is_written(kCleanerBuffer) ? kCleanerBuffer : kCleanerThreads},
      {{"value", fmt::format("{}", buffer)},
       {"threads", fmt::format("{}", threads)},
       {"least", fmt::format("{}", threads * 1024 * 1024 + threads)}});
}

/// Up to 3.4, in any case; ConfigDef knows the values from 3.3.0 on.
void check_compression_type(Server& server) {
  if (server.version() >= Version(3, 3, 0)) return;
  Decision decision = server.decide();
  const std::string written = decision.text(kCompression).value_or("");
  const std::string name = ascii_lower(written);
  bool known = false;
  for (const char* option : {"uncompressed", "snappy", "lz4", "gzip", "producer"})
    known = known || name == option;
  const bool with_zstd = server.version() >= Version(2, 1, 0);
  known = known || (with_zstd && name == "zstd");
  decision.require(
      known, "broker/unknown-compression-type", {.named = {kCompression}},
      {{"value", written},
       {"expected", with_zstd ? "one of uncompressed, zstd, lz4, snappy, gzip, producer"
                              : "one of uncompressed, lz4, snappy, gzip, producer"}});
}

void check_message_format_version(Server& server) {
  if (server.version() >= Version(2, 1, 0)) return;
  Decision decision = server.decide();
  const std::string text = decision.text(kMessageFormat).value_or("");
  decision.require(parse_protocol_version(text, server.version()).has_value(),
                   "broker/unknown-protocol-version", {.named = {}, .at = kMessageFormat},
                   {{"value", text}});
}

/// The message format must not be younger than the protocol: by version up to 1.0.0, by the format
/// of its records later, and not at all with a protocol from 3.0 on.
void check_message_format(Server& server) {
  if (server.version() >= Version(4, 0, 0)) return;
  const Derived<ProtocolVersion>* protocol = server.inter_broker_protocol();
  if (protocol == nullptr) return;
  Decision decision = server.decide();
  decision.rely_on(protocol->evidence);
  if (server.version() >= Version(3, 0, 0) && protocol->value >= kFirstThatIgnoresMessageFormat)
    return decision.conclude_that_it_holds();
  const std::string text = decision.text(kMessageFormat).value_or("");
  const auto format = parse_protocol_version(text, server.version());
  if (!format) return;
  const bool fits = server.version() < Version(1, 0, 1)
                        ? protocol->value >= *format
                        : record_version(protocol->value) >= record_version(*format);
  decision.require(fits, "broker/message-format-above-protocol",
                   {.named = {kMessageFormat, kProtocol}, .at = kMessageFormat},
                   {{"value", text}, {"protocol", decision.shown(kProtocol)}});
}

/// KafkaConfig.validateCordonedLogDirs (KIP-1066), for brokers
void check_cordoned_log_dirs(Server& server) {
  if (server.version() < Version(4, 3, 0) || !server.process_roles().value.broker) return;
  Decision decision = server.decide();
  decision.rely_on(server.process_roles().evidence);
  const Names cordoned = decision.list(kCordoned).value_or(Names());
  if (contains(cordoned, "*")) {
    decision.require(cordoned.size() == 1, "broker/cordoned-log-dirs", {.named = {kCordoned}},
                     {{"problem", "names `*` and other directories"}});
    return;
  }
  const Derived<Names> dirs = server.log_dirs();
  decision.rely_on(dirs.evidence);
  for (const std::string& dir : cordoned)
    if (!contains(dirs.value, dir))
      return decision.refuse(
          "broker/cordoned-log-dirs",
          {.named = {kCordoned, kLogDirs, kLogDir}, .at = kCordoned, .begins_with_key = false},
          {{"problem", fmt::format("names `{}`, which is no log directory of this broker", dir)}});
  decision.conclude_that_it_holds();
}

}  // namespace kaflint::startup::kafka_server
