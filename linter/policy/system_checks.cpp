#include "linter/policy/system_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/text.h"
#include "linter/policy/system_cluster.h"
#include "linter/policy/system_listeners.h"
#include "linter/source/position.h"

namespace kaflint::policy {
namespace {

namespace server = startup::kafka_server;
using dialect::Setting;
using dialect::Unit;
using kafka::Role;
using kafka::Version;
using Keys = std::initializer_list<std::string_view>;

/// Since then a partition's replicas bound its min.insync.replicas (Partition.effectiveMinIsr).
constexpr Version kMinIsrIsBounded(3, 7, 0);

std::optional<Span> span_of(const Setting* setting) {
  if (setting == nullptr || setting->entry_span.empty()) return std::nullopt;
  return setting->entry_span;
}

/// The other setting that a finding rests on.
struct Other {
  const Setting* setting = nullptr;  // null for a default
  const SystemUnit* of = nullptr;
  std::string_view message;

  Other() = default;
  Other(const Known& known, std::string_view what)
      : setting(known.setting), of(known.of), message(what) {}
  Other(const Setting* written, const SystemUnit& member, std::string_view what)
      : setting(written), of(&member), message(what) {}
};

class SystemCheck {
 public:
  explicit SystemCheck(const Cluster& cluster) : cluster_(cluster), size_(cluster.size()) {}

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
  void each_version(const SystemUnit& member, Check check) {
    member_ = &member;
    for (const Version version : member.versions.releases()) {
      version_ = version;
      check();
    }
  }

  const Unit& unit() const { return *member_->unit; }
  bool is_written(std::string_view key) const { return setting_of(unit(), key) != nullptr; }

  /// A place in the same file is shown beside the finding, one in another file is named.
  void report(RuleId rule, std::string_view key, const Setting* setting, kafka::Arguments arguments,
              const Other& other = {}) {
    Diagnostic found{.rule = rule,
                     .span = span_of(setting),
                     .key = std::string(key),
                     .arguments = std::move(arguments),
                     .related = {},
                     .fixes = {}};
    const std::optional<Span> span = span_of(other.setting);
    std::string place;
    if (span && other.of->source == member_->source) {
      found.related.push_back({*span, std::string(other.message)});
    } else if (span) {
      const LineTable lines(other.of->source->bytes());
      place = fmt::format(" ({}:{})", other.of->source->path(),
                          lines.position(span->begin, ColumnUnit::utf8).line + 1);
    }
    found.arguments.emplace("place", std::move(place));
    member_->findings->add(found, kafka::VersionSet::of(version_), unit());
  }

  // --- replicas -----------------------------------------------------------------------------

  /// StripedReplicaPlacer.place, AdminUtils.assignReplicasToBrokers: a topic needs as many brokers
  /// as it has replicas. Kafka's own topics too, since KIP-115.
  void check_factor(const std::optional<Known>& factor, std::string_view effect) {
    if (!factor || !size_ || factor->value <= *size_) return;
    report(RuleId("system/replication-factor-above-brokers"), factor->key, factor->setting,
           {{"setting", shown(*factor)},
            {"default", factor->setting == nullptr ? " by default" : ""},
            {"brokers", *size_ == 1 ? "1 broker" : std::to_string(*size_) + " brokers"},
            {"effect", std::string(effect)}});
  }

  /// ReplicaManager refuses acks=all while fewer replicas are in sync than min.insync.replicas.
  void check_min_isr(const std::optional<Known>& least, std::int64_t replicas, std::string_view why,
                     const Other& other = {}) {
    if (!least || least->setting == nullptr || replicas < 1 || least->value <= replicas) return;
    const bool bounded = version_ >= kMinIsrIsBounded;
    report(bounded ? RuleId("system/min-insync-replicas-lowered")
                   : RuleId("system/min-insync-replicas-unreachable"),
           least->key, least->setting,
           {{"setting", shown(*least)},
            {"replicas", std::to_string(replicas)},
            {"count", std::to_string(replicas) + (replicas == 1 ? " replica" : " replicas")},
            {"why", std::string(why)}},
           other);
  }

  // --- brokers ------------------------------------------------------------------------------

  void check_broker() {
    check_factor(known(*member_, "offsets.topic.replication.factor", version_),
                 "`__consumer_offsets` is never created and no consumer group works");
    check_factor(written(*member_, "transaction.state.log.replication.factor"),
                 "`__transaction_state` is never created and no transaction begins");
    check_factor(written(*member_, "share.coordinator.state.topic.replication.factor"),
                 "`__share_group_state` is never created and no share group works");
    check_factor(written(*member_, "default.replication.factor"),
                 "topics that are created with it are refused");
    if (size_)
      check_min_isr(written(*member_, "min.insync.replicas"), *size_,
                    "on all brokers of the cluster");
    check_pair("min.insync.replicas", "default.replication.factor");
    check_pair("transaction.state.log.min.isr", "transaction.state.log.replication.factor");
    check_request_size(known(*member_, "message.max.bytes", version_),
                       known(*member_, "socket.request.max.bytes", version_));
  }

  void check_pair(std::string_view least_key, std::string_view factor_key) {
    const std::optional<Known> factor = known(*member_, factor_key, version_);
    if (!factor || factor->setting == nullptr) return;
    if (size_ && least_key == "min.insync.replicas" && factor->value >= *size_) return;
    check_min_isr(known(*member_, least_key, version_), factor->value,
                  "with `" + shown(*factor) + "`", {*factor, "this many replicas"});
  }

  /// SocketServer closes the connection of a larger request (InvalidReceiveException).
  void check_request_size(const std::optional<Known>& message,
                          const std::optional<Known>& request) {
    if (!message || !request || message->value <= request->value) return;
    const bool by_message = message->setting != nullptr;
    if (!by_message && request->setting == nullptr) return;
    const Known& wrong = by_message ? *message : *request;
    report(RuleId("system/message-above-request-size"), wrong.key, wrong.setting,
           {{"message", shown(*message)}, {"request", shown(*request)}},
           by_message ? Other(*request, "the limit of a request") : Other());
  }

  // --- topics -------------------------------------------------------------------------------

  void check_topic() {
    std::optional<Known> factor;
    if (unit().topic && unit().topic->replication_factor)
      if (const auto number = number_of(*unit().topic->replication_factor))
        factor = Known{*number, unit().topic->replication_factor->written_key,
                       &*unit().topic->replication_factor, member_};
    check_factor(factor, "the topic is not created");
    const std::optional<Known> least = written(*member_, "min.insync.replicas");
    if (factor && (!size_ || factor->value <= *size_))
      check_min_isr(least, factor->value, "with `" + shown(*factor) + "`",
                    {*factor, "this many replicas"});
    else if (size_)
      check_min_isr(least, *size_, "on all brokers of the cluster");
    check_request_size(written(*member_, "max.message.bytes"),
                       cluster_.agreed("socket.request.max.bytes", version_));
  }

  // --- clients ------------------------------------------------------------------------------

  void check_client() {
    check_protocol();
    switch (unit().role) {
      case Role::producer:
        if (is_written("transactional.id")) check_transaction({"transaction.timeout.ms"});
        return check_message({"max.request.size"});
      case Role::consumer:
        return check_session({"session.timeout.ms"});
      case Role::streams:
        return check_streams();
      case Role::connect_distributed:
        return check_worker();
      case Role::source_connector:
        return check_message({"producer.override.max.request.size"});
      case Role::sink_connector:
        return check_session({"consumer.override.session.timeout.ms"});
      default:
        return;
    }
  }

  /// StreamsConfig.getMainConsumerConfigs, getProducerConfigs: a prefix first, then the bare key.
  void check_streams() {
    const Setting* const guarantee = setting_of(unit(), "processing.guarantee");
    if (guarantee != nullptr && guarantee->value && guarantee->value->starts_with("exactly_once"))
      check_transaction({"producer.transaction.timeout.ms", "transaction.timeout.ms"});
    check_session(
        {"main.consumer.session.timeout.ms", "consumer.session.timeout.ms", "session.timeout.ms"});
    check_message({"producer.max.request.size", "max.request.size"});
    check_factor(written(*member_, "replication.factor"),
                 "the application's own topics are not created");
  }

  void check_worker() {
    check_session({"session.timeout.ms"});
    check_message({"producer.max.request.size"});
    for (std::string_view key :
         {"config.storage.replication.factor", "offset.storage.replication.factor",
          "status.storage.replication.factor"})
      check_factor(written(*member_, key), "the worker cannot create that topic");
  }

  /// TransactionCoordinator.handleInitProducerId
  void check_transaction(Keys keys) {
    const std::optional<Known> timeout = written(*member_, keys);
    const auto most = cluster_.agreed("transaction.max.timeout.ms", version_);
    if (!timeout || !most || timeout->value <= most->value) return;
    report(RuleId("system/transaction-timeout-above-broker"), timeout->key, timeout->setting,
           {{"setting", shown(*timeout)}, {"most", shown(*most)}}, {*most, "the brokers' limit"});
  }

  /// With another protocol than the classic one the brokers alone decide.
  bool is_classic_member() const {
    const Setting* const protocol = setting_of(unit(), "group.protocol");
    return protocol == nullptr || (protocol->value && ascii_lower(*protocol->value) == "classic");
  }

  /// GroupCoordinator.handleJoinGroup, GroupCoordinatorService.joinGroup
  void check_session(Keys keys) {
    const std::optional<Known> timeout = written(*member_, keys);
    if (!timeout || !is_classic_member()) return;
    const auto least = cluster_.agreed("group.min.session.timeout.ms", version_);
    const auto most = cluster_.agreed("group.max.session.timeout.ms", version_);
    const auto refuse = [&](const Known& bound, std::string_view side) {
      report(RuleId("system/session-timeout-out-of-bounds"), timeout->key, timeout->setting,
             {{"setting", shown(*timeout)}, {"bound", shown(bound)}, {"side", std::string(side)}},
             {bound, "the brokers' bound"});
    };
    if (least && timeout->value < least->value)
      refuse(*least, "below");
    else if (most && timeout->value > most->value)
      refuse(*most, "above");
  }

  /// LogValidator refuses a batch above the topic's max.message.bytes, by default the broker's
  /// message.max.bytes. A topic that lets more in may be the one that is written to.
  void check_message(Keys keys) {
    const std::optional<Known> size = written(*member_, keys);
    const auto most = cluster_.agreed("message.max.bytes", version_);
    if (!size || !most || size->value <= most->value) return;
    for (const SystemUnit* topic : cluster_.topics) {
      if (setting_of(*topic->unit, "max.message.bytes") == nullptr) continue;
      const std::optional<Known> limit = written(*topic, "max.message.bytes");
      if (!limit || limit->value >= size->value) return;
    }
    report(RuleId("system/request-size-above-broker"), size->key, size->setting,
           {{"setting", shown(*size)}, {"most", shown(*most)}}, {*most, "the brokers' limit"});
  }

  // --- security protocols -------------------------------------------------------------------

  struct ClientProtocol {
    server::SecurityProtocol protocol = server::SecurityProtocol::plaintext;
    const Setting* setting = nullptr;  // null for the default
  };

  std::optional<ClientProtocol> client_protocol() const {
    constexpr std::string_view kKey = "security.protocol";
    if (!kafka::catalog(unit().role).find(kKey, version_)) return std::nullopt;
    const Setting* const setting = setting_of(unit(), kKey);
    if (setting == nullptr) return unit().complete ? std::optional(ClientProtocol()) : std::nullopt;
    if (!setting->value) return std::nullopt;
    const auto protocol = server::security_protocol(trim_java(*setting->value), version_);
    return protocol ? std::optional(ClientProtocol{*protocol, setting}) : std::nullopt;
  }

  /// What one broker offers, and who says so.
  struct Offer {
    OfferedListeners offered;
    const SystemUnit* of;
  };

  /// Where an address is a broker's to the letter, that listener decides; else a protocol that no
  /// listener of the cluster speaks cannot be right (ChannelBuilders, SocketServer).
  void check_protocol() {
    const Setting* const servers = setting_of(unit(), "bootstrap.servers");
    const std::optional<ClientProtocol> client = client_protocol();
    if (!client || servers == nullptr || !servers->value) return;
    std::vector<Offer> offers;
    for (const SystemUnit* broker : cluster_.brokers) {
      auto offered = offered_listeners(*broker->unit, version_);
      if (!offered) return;
      offers.push_back({*std::move(offered), broker});
    }
    std::set<server::SecurityProtocol> spoken;
    const Offer* at = nullptr;
    std::string where;
    for (const std::string& address : server::parse_csv_list(ascii_lower(*servers->value))) {
      const Offer* const found = find_address(offers, address, spoken);
      if (found == nullptr) {  // an address of something between
        at = nullptr;
        break;
      }
      if (at == nullptr) where = "`" + address + "`";
      at = found;
    }
    if (at == nullptr) {
      where = "the cluster";
      at = &offers.front();
      for (const Offer& offer : offers)
        for (const OfferedListener& listener : offer.offered.listeners)
          spoken.insert(listener.protocol);
    }
    if (spoken.empty() || spoken.contains(client->protocol)) return;
    report_protocol(*client, *servers, spoken, where, *at);
  }

  static const Offer* find_address(const std::vector<Offer>& offers, const std::string& address,
                                   std::set<server::SecurityProtocol>& spoken) {
    const Offer* at = nullptr;
    for (const Offer& offer : offers)
      for (const OfferedListener& listener : offer.offered.listeners) {
        if (listener.host.empty() || listener.host + ":" + listener.port != address) continue;
        spoken.insert(listener.protocol);
        at = &offer;
      }
    return at;
  }

  void report_protocol(const ClientProtocol& client, const Setting& servers,
                       const std::set<server::SecurityProtocol>& spoken, const std::string& where,
                       const Offer& at) {
    std::string names;
    for (const server::SecurityProtocol protocol : spoken) {
      if (!names.empty()) names += " or ";
      names += fmt::format("`{}`", server::to_string(protocol));
    }
    const bool by_default = client.setting == nullptr;
    report(RuleId("system/security-protocol-not-offered"), "security.protocol",
           by_default ? &servers : client.setting,
           {{"setting", fmt::format("security.protocol={}", server::to_string(client.protocol))},
            {"default", by_default ? ", the default," : ""},
            {"where", where},
            {"names", names}},
           {at.offered.from, *at.of, "the brokers' listeners"});
  }

  const Cluster& cluster_;
  std::optional<std::int64_t> size_;
  const SystemUnit* member_ = nullptr;
  Version version_;
};

}  // namespace

void check_systems(std::span<const SystemUnit> units) {
  std::map<std::string_view, Cluster> clusters;
  for (const SystemUnit& member : units) {
    if (!member.unit->cluster.empty()) {
      clusters[member.unit->cluster].add(member);
      continue;
    }
    Cluster alone;
    alone.add(member);
    SystemCheck(alone).run();
  }
  for (const auto& [name, cluster] : clusters) SystemCheck(cluster).run();
}

void check_system(std::span<const SystemUnit> units, std::optional<std::uint32_t> brokers) {
  Cluster cluster;
  cluster.brokers_given = brokers;
  for (const SystemUnit& member : units) cluster.add(member);
  SystemCheck(cluster).run();
}

}  // namespace kaflint::policy
