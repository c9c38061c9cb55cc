// What a broker checks when a group is configured:
// org.apache.kafka.coordinator.group.GroupConfig.validate, in its order, with the broker's own
// limits as they are by default.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/text.h"
#include "rules/startup/names.h"
#include "rules/startup/startup.h"

namespace kaflint::startup {
namespace {

using kafka::ParsedConfig;
using kafka::StartupReport;

/// A group's key between two of the broker's; no text where there is no such limit.
struct Limits {
  const char* key;
  std::string_view least;
  std::string_view most;
};

constexpr std::array kLimits = std::to_array<Limits>({
    {"consumer.heartbeat.interval.ms", "group.consumer.min.heartbeat.interval.ms",
     "group.consumer.max.heartbeat.interval.ms"},
    {"consumer.session.timeout.ms", "group.consumer.min.session.timeout.ms",
     "group.consumer.max.session.timeout.ms"},
    {"consumer.assignment.interval.ms", "group.consumer.min.assignment.interval.ms",
     "group.consumer.max.assignment.interval.ms"},
    {"share.heartbeat.interval.ms", "group.share.min.heartbeat.interval.ms",
     "group.share.max.heartbeat.interval.ms"},
    {"share.session.timeout.ms", "group.share.min.session.timeout.ms",
     "group.share.max.session.timeout.ms"},
    {"share.record.lock.duration.ms", "group.share.min.record.lock.duration.ms",
     "group.share.max.record.lock.duration.ms"},
    {"share.delivery.count.limit", "group.share.min.delivery.count.limit",
     "group.share.max.delivery.count.limit"},
    {"share.partition.max.record.locks", "group.share.min.partition.max.record.locks",
     "group.share.max.partition.max.record.locks"},
    {"share.assignment.interval.ms", "group.share.min.assignment.interval.ms",
     "group.share.max.assignment.interval.ms"},
    {"streams.heartbeat.interval.ms", "group.streams.min.heartbeat.interval.ms",
     "group.streams.max.heartbeat.interval.ms"},
    {"streams.session.timeout.ms", "group.streams.min.session.timeout.ms",
     "group.streams.max.session.timeout.ms"},
    {"streams.num.standby.replicas", "", "group.streams.max.standby.replicas"},
    {"streams.assignment.interval.ms", "group.streams.min.assignment.interval.ms",
     "group.streams.max.assignment.interval.ms"},
    {"streams.task.offset.interval.ms", "group.streams.min.task.offset.interval.ms", ""},
    {"streams.num.warmup.replicas", "", "group.streams.max.warmup.replicas"},
});

constexpr const char* kAssignor = "streams.assignor.name";
constexpr const char* kDeadLetterTopic = "errors.deadletterqueue.topic.name";
constexpr const char* kRackTags = "streams.rack.aware.assignment.tags";

class GroupStartup {
 public:
  GroupStartup(const ParsedConfig& config, StartupReport& report)
      : config_(config), report_(report) {}

  void run() {
    check_names(config_, report_);
    check_rack_tags();
    for (const Limits& limits : kLimits) check_limits(limits);
    check_assignor();
    check_session("consumer.session.timeout.ms", "consumer.heartbeat.interval.ms");
    check_session("share.session.timeout.ms", "share.heartbeat.interval.ms");
    check_session("streams.session.timeout.ms", "streams.heartbeat.interval.ms");
    check_dead_letter_topic();
  }

 private:
  /// The broker's default, where that version's broker has the key.
  std::optional<std::int64_t> limit(std::string_view key) const {
    const auto definition = kafka::catalog(kafka::Role::broker).find(key, config_.version());
    if (!definition) return std::nullopt;
    return kafka::copy_as<std::int64_t>(&definition->default_value());
  }

  /// GroupConfig.validateValues against GroupCoordinatorConfig and ShareGroupConfig. What is not
  /// written lies between the limits, as the broker makes sure of.
  void check_limits(const Limits& limits) {
    const auto value = config_.number(limits.key);
    if (!value || !config_.is_written(limits.key)) return;
    if (const auto least = limit(limits.least); least && *value < *least)
      refuse_limit(limits.key, *value, "below", limits.least, *least);
    if (const auto most = limit(limits.most); most && *value > *most)
      refuse_limit(limits.key, *value, "above", limits.most, *most);
  }

  void refuse_limit(const char* key, std::int64_t value, const char* where,
                    std::string_view limit_key, std::int64_t limit) {
    report_.refuse("group/beyond-broker-limit", key,
                   {{"value", fmt::format("{}", value)},
                    {"where", where},
                    {"limit_key", std::string(limit_key)},
                    {"limit", fmt::format("{}", limit)}});
  }

  void check_session(const char* session_key, const char* heartbeat_key) {
    const auto session = config_.number(session_key);
    const auto heartbeat = config_.number(heartbeat_key);
    if (!session || !heartbeat || *session > *heartbeat) return;
    if (!config_.is_written(session_key) || !config_.is_written(heartbeat_key)) return;
    report_.refuse("group/session-not-above-heartbeat", session_key,
                   {{"session", fmt::format("{}", *session)},
                    {"heartbeat_key", heartbeat_key},
                    {"heartbeat", fmt::format("{}", *heartbeat)}});
  }

  /// GroupConfig.validateNoDuplicateRackAwareAssignmentTags (4.4.0), on the text as it was sent:
  /// ConfigDef would drop the second one without a word.
  void check_rack_tags() {
    if (!config_.definition(kRackTags)) return;
    const std::optional<std::string>* text = config_.written().find(kRackTags);
    if (text == nullptr || !*text) return;
    std::set<std::string_view> seen;
    for (std::string_view tag : split(**text, ','))
      if (!seen.insert(trim_java(tag)).second) {
        report_.refuse_before_parsing("group/duplicate-rack-tag", kRackTags,
                                      {{"tag", std::string(trim_java(tag))}});
        return;
      }
  }

  /// GroupConfig.validateValues (4.4.0): one of the broker's group.streams.assignors.
  void check_assignor() {
    const auto name = config_.string(kAssignor);
    if (!name || !config_.is_written(kAssignor)) return;
    const auto assignors =
        kafka::catalog(kafka::Role::broker).find("group.streams.assignors", config_.version());
    if (!assignors) return;
    const auto* known = kafka::value_as<std::vector<std::string>>(&assignors->default_value());
    if (known == nullptr || std::ranges::find(*known, *name) != known->end()) return;
    report_.refuse("group/unknown-assignor", kAssignor,
                   {{"value", *name}, {"known", fmt::format("{}", fmt::join(*known, ", "))}});
  }

  /// GroupConfig.validateValues (4.4.0)
  void check_dead_letter_topic() {
    const auto topic = config_.string(kDeadLetterTopic);
    if (topic && topic->starts_with("__"))
      report_.refuse("group/dead-letter-topic-is-internal", kDeadLetterTopic, {{"value", *topic}});
  }

  const ParsedConfig& config_;
  StartupReport& report_;
};

}  // namespace

void group(const ParsedConfig& config, StartupReport& report) {
  GroupStartup(config, report).run();
}

}  // namespace kaflint::startup
