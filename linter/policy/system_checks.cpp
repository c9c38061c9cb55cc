#include "linter/policy/system_checks.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/text.h"
#include "linter/kafka/catalog.h"

namespace kaflint::policy {
namespace {

using dialect::Setting;
using dialect::Unit;
using kafka::Role;
using kafka::Version;

/// Since then a partition's replicas bound its min.insync.replicas (Partition.effectiveMinIsr).
constexpr Version kMinIsrIsBounded(3, 7, 0);

const Setting* setting_of(const Unit& unit, std::string_view key) {
  const auto found = std::ranges::find(unit.settings, key, &Setting::key);
  return found == unit.settings.end() ? nullptr : &*found;
}

std::optional<std::int64_t> number_of(const Setting& setting) {
  if (!setting.value) return std::nullopt;
  const std::string_view text = trim_java(*setting.value);
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// A number that Kafka holds for a key.
struct Known {
  std::int64_t value;
  const Setting* setting;  // null for a default
};

std::optional<Known> written(const Unit& unit, std::string_view key) {
  const Setting* const setting = setting_of(unit, key);
  if (setting == nullptr) return std::nullopt;
  const std::optional<std::int64_t> number = number_of(*setting);
  return number ? std::optional(Known{*number, setting}) : std::nullopt;
}

/// Written, or the default where nothing else can write it.
std::optional<Known> known(const Unit& unit, std::string_view key, Version version) {
  if (setting_of(unit, key) != nullptr) return written(unit, key);
  if (!unit.complete) return std::nullopt;
  const auto definition = kafka::catalog(unit.role).find(key, version);
  if (!definition) return std::nullopt;
  const auto* const number = std::get_if<std::int64_t>(&definition->default_value());
  return number == nullptr ? std::nullopt : std::optional(Known{*number, nullptr});
}

std::optional<Span> span_of(const Setting* setting) {
  if (setting == nullptr || setting->entry_span.empty()) return std::nullopt;
  return setting->entry_span;
}

std::string shown(std::string_view key, const Known& known) {
  return std::string(key) + "=" + std::to_string(known.value);
}

/// Whether a server with these settings is a broker, not only a controller.
bool is_broker(const Unit& unit) {
  if (unit.role != Role::broker) return false;
  const Setting* const roles = setting_of(unit, "process.roles");
  return roles == nullptr || !roles->value || roles->value->find("broker") != std::string::npos;
}

struct Cluster {
  std::vector<const SystemUnit*> brokers;
  std::vector<const SystemUnit*> topics;
  std::vector<const SystemUnit*> clients;

  /// Nothing where some of them are not known.
  std::optional<std::int64_t> size() const {
    std::int64_t count = 0;
    for (const SystemUnit* broker : brokers) {
      if (!broker->unit->brokers) return std::nullopt;
      count += *broker->unit->brokers;
    }
    return brokers.empty() ? std::nullopt : std::optional(count);
  }

  /// What all brokers hold for the key; where they differ, it depends on which one is asked.
  std::optional<Known> agreed(std::string_view key, Version version) const {
    std::optional<Known> all;
    for (const SystemUnit* broker : brokers) {
      const std::optional<Known> one = known(*broker->unit, key, version);
      if (!one || (all && all->value != one->value)) return std::nullopt;
      if (!all) all = one;
    }
    return all;
  }
};

class SystemCheck {
 public:
  SystemCheck(const Cluster& cluster, FindingBuilder& findings)
      : cluster_(cluster), size_(cluster.size()), findings_(findings) {}

  void run() {
    for (const SystemUnit* broker : cluster_.brokers)
      each_version(*broker, [this] { check_broker(); });
    for (const SystemUnit* topic : cluster_.topics) each_version(*topic, [this] { check_topic(); });
    if (cluster_.brokers.empty()) return;
    for (const SystemUnit* client : cluster_.clients)
      each_version(*client, [this] { check_client(); });
  }

 private:
  template <typename Check>
  void each_version(const SystemUnit& unit, Check check) {
    unit_ = unit.unit;
    for (const Version version : unit.versions.releases()) {
      version_ = version;
      check();
    }
  }

  void report(RuleId rule, std::string_view key, const Setting* setting, kafka::Arguments arguments,
              const Setting* other = nullptr, std::string_view other_message = {}) {
    Diagnostic found{.rule = rule,
                     .span = span_of(setting),
                     .key = std::string(key),
                     .arguments = std::move(arguments),
                     .related = {},
                     .fixes = {}};
    if (const std::optional<Span> span = span_of(other))
      found.related.push_back({*span, std::string(other_message)});
    findings_.add(found, kafka::VersionSet::of(version_), *unit_);
  }

  // --- replicas -----------------------------------------------------------------------------

  /// StripedReplicaPlacer.place, AdminUtils.assignReplicasToBrokers: a topic needs as many brokers
  /// as it has replicas. Kafka's own topics too, since KIP-115.
  void check_factor(std::string_view key, std::optional<Known> factor, std::string_view effect) {
    if (!factor || !size_ || factor->value <= *size_) return;
    report(RuleId("system/replication-factor-above-brokers"), key, factor->setting,
           {{"setting", shown(key, *factor)},
            {"default", factor->setting == nullptr ? " by default" : ""},
            {"brokers", *size_ == 1 ? "1 broker" : std::to_string(*size_) + " brokers"},
            {"effect", std::string(effect)}});
  }

  /// ReplicaManager refuses acks=all while fewer replicas are in sync than min.insync.replicas.
  void check_min_isr(std::string_view key, std::optional<Known> least, std::int64_t replicas,
                     std::string_view why, const Setting* other) {
    if (!least || least->setting == nullptr || replicas < 1 || least->value <= replicas) return;
    const bool bounded = version_ >= kMinIsrIsBounded;
    report(bounded ? RuleId("system/min-insync-replicas-lowered")
                   : RuleId("system/min-insync-replicas-unreachable"),
           key, least->setting,
           {{"setting", shown(key, *least)},
            {"replicas", std::to_string(replicas)},
            {"count", std::to_string(replicas) + (replicas == 1 ? " replica" : " replicas")},
            {"why", std::string(why)}},
           other, "this many replicas");
  }

  // --- brokers ------------------------------------------------------------------------------

  void check_broker() {
    const Unit& unit = *unit_;
    check_factor("offsets.topic.replication.factor",
                 known(unit, "offsets.topic.replication.factor", version_),
                 "`__consumer_offsets` is never created and no consumer group works");
    check_factor("transaction.state.log.replication.factor",
                 written(unit, "transaction.state.log.replication.factor"),
                 "`__transaction_state` is never created and no transaction begins");
    check_factor("share.coordinator.state.topic.replication.factor",
                 written(unit, "share.coordinator.state.topic.replication.factor"),
                 "`__share_group_state` is never created and no share group works");
    check_factor("default.replication.factor", written(unit, "default.replication.factor"),
                 "topics that are created with it are refused");
    if (size_)
      check_min_isr("min.insync.replicas", written(unit, "min.insync.replicas"), *size_,
                    "on all brokers of the cluster", nullptr);
    check_pair("min.insync.replicas", "default.replication.factor");
    check_pair("transaction.state.log.min.isr", "transaction.state.log.replication.factor");
    check_request_size();
  }

  void check_pair(std::string_view least_key, std::string_view factor_key) {
    const std::optional<Known> factor = known(*unit_, factor_key, version_);
    if (!factor || factor->setting == nullptr) return;
    if (size_ && least_key == "min.insync.replicas" && factor->value >= *size_) return;
    check_min_isr(least_key, known(*unit_, least_key, version_), factor->value,
                  "with `" + shown(factor_key, *factor) + "`", factor->setting);
  }

  /// SocketServer closes the connection of a larger request (InvalidReceiveException).
  void check_request_size() {
    constexpr std::string_view kMessage = "message.max.bytes";
    constexpr std::string_view kRequest = "socket.request.max.bytes";
    const std::optional<Known> message = known(*unit_, kMessage, version_);
    const std::optional<Known> request = known(*unit_, kRequest, version_);
    if (!message || !request || message->value <= request->value) return;
    const bool by_message = message->setting != nullptr;
    if (!by_message && request->setting == nullptr) return;
    report(RuleId("system/message-above-request-size"), by_message ? kMessage : kRequest,
           by_message ? message->setting : request->setting,
           {{"message", shown(kMessage, *message)}, {"request", shown(kRequest, *request)}},
           by_message ? request->setting : nullptr, "the limit of a request");
  }

  // --- topics -------------------------------------------------------------------------------

  void check_topic() {
    const Unit& unit = *unit_;
    std::optional<Known> factor;
    if (unit.topic && unit.topic->replication_factor)
      if (const auto number = number_of(*unit.topic->replication_factor))
        factor = Known{*number, &*unit.topic->replication_factor};
    if (factor) check_factor(factor->setting->written_key, factor, "the topic is not created");
    const std::optional<Known> least = written(unit, "min.insync.replicas");
    if (factor && (!size_ || factor->value <= *size_))
      check_min_isr("min.insync.replicas", least, factor->value,
                    "with `" + shown(factor->setting->written_key, *factor) + "`", factor->setting);
    else if (size_)
      check_min_isr("min.insync.replicas", least, *size_, "on all brokers of the cluster", nullptr);
  }

  // --- clients ------------------------------------------------------------------------------

  void check_client() {
    const Unit& unit = *unit_;
    switch (unit.role) {
      case Role::producer:
        if (setting_of(unit, "transactional.id") != nullptr)
          check_transaction("transaction.timeout.ms");
        return check_message("max.request.size");
      case Role::consumer:
        if (const Setting* protocol = setting_of(unit, "group.protocol");
            protocol == nullptr || (protocol->value && ascii_lower(*protocol->value) == "classic"))
          check_session("session.timeout.ms");
        return;
      case Role::connect_distributed:
        check_session("session.timeout.ms");
        return check_message("producer.max.request.size");
      default:
        return;
    }
  }

  /// TransactionCoordinator.handleInitProducerId
  void check_transaction(std::string_view key) {
    const std::optional<Known> timeout = written(*unit_, key);
    const auto most = cluster_.agreed("transaction.max.timeout.ms", version_);
    if (!timeout || !most || timeout->value <= most->value) return;
    report(
        RuleId("system/transaction-timeout-above-broker"), key, timeout->setting,
        {{"setting", shown(key, *timeout)}, {"most", shown("transaction.max.timeout.ms", *most)}},
        most->setting, "the brokers' limit");
  }

  /// GroupCoordinator.handleJoinGroup, GroupCoordinatorService.joinGroup
  void check_session(std::string_view key) {
    const std::optional<Known> timeout = written(*unit_, key);
    if (!timeout) return;
    const auto least = cluster_.agreed("group.min.session.timeout.ms", version_);
    const auto most = cluster_.agreed("group.max.session.timeout.ms", version_);
    const auto refuse = [&](std::string_view bound_key, const Known& bound, std::string_view side) {
      report(RuleId("system/session-timeout-out-of-bounds"), key, timeout->setting,
             {{"setting", shown(key, *timeout)},
              {"bound", shown(bound_key, bound)},
              {"side", std::string(side)}},
             bound.setting, "the brokers' bound");
    };
    if (least && timeout->value < least->value)
      refuse("group.min.session.timeout.ms", *least, "below");
    else if (most && timeout->value > most->value)
      refuse("group.max.session.timeout.ms", *most, "above");
  }

  /// LogValidator refuses a batch above the topic's max.message.bytes, by default the broker's
  /// message.max.bytes.
  void check_message(std::string_view key) {
    const std::optional<Known> size = written(*unit_, key);
    const auto most = cluster_.agreed("message.max.bytes", version_);
    if (!size || !most || size->value <= most->value) return;
    report(RuleId("system/request-size-above-broker"), key, size->setting,
           {{"setting", shown(key, *size)}, {"most", shown("message.max.bytes", *most)}},
           most->setting, "the brokers' limit");
  }

  const Cluster& cluster_;
  std::optional<std::int64_t> size_;
  FindingBuilder& findings_;
  const Unit* unit_ = nullptr;
  Version version_;
};

}  // namespace

void check_systems(std::span<const SystemUnit> units, FindingBuilder& findings) {
  std::map<std::string_view, Cluster> clusters;
  const auto add = [](const SystemUnit& member, Cluster& cluster) {
    if (member.unit->role == Role::topic)
      cluster.topics.push_back(&member);
    else if (member.unit->role != Role::broker)
      cluster.clients.push_back(&member);
    else if (is_broker(*member.unit))
      cluster.brokers.push_back(&member);
  };
  for (const SystemUnit& member : units) {
    if (!member.unit->cluster.empty()) {
      add(member, clusters[member.unit->cluster]);
      continue;
    }
    Cluster alone;
    add(member, alone);
    SystemCheck(alone, findings).run();
  }
  for (const auto& [name, cluster] : clusters) SystemCheck(cluster, findings).run();
}

}  // namespace kaflint::policy
