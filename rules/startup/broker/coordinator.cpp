// Group, share and streams coordinators: GroupCoordinatorConfig, ShareGroupConfig and
// ShareCoordinatorConfig, and what KafkaConfig itself checked before them.
#include <fmt/format.h>

#include "linter/base/text.h"
#include "linter/kafka/java_text.h"
#include "rules/startup/broker/checks.h"

namespace kaflint::startup::kafka_server {
namespace {

constexpr const char* kAcks = "offsets.commit.required.acks";
constexpr const char* kConsumerAssignors = "group.consumer.assignors";
constexpr const char* kOffsetsCodec = "offsets.topic.compression.codec";
constexpr const char* kOffsetsReplication = "offsets.topic.replication.factor";
constexpr const char* kProtocolVersion = "inter.broker.protocol.version";
constexpr const char* kRackTags = "group.streams.rack.aware.assignment.tags";
constexpr const char* kRebalanceProtocols = "group.coordinator.rebalance.protocols";
constexpr const char* kShareAssignors = "group.share.assignors";
constexpr const char* kShareCodec = "share.coordinator.state.topic.compression.codec";
constexpr const char* kSnapshotRecords = "share.coordinator.snapshot.update.records.per.snapshot";

enum class Relation : std::uint8_t { at_least, at_most, less };

/// `{key} must be ... {other}`; nothing where the version has not both.
void check_relation(Server& server, const std::string& key, Relation relation,
                    const std::string& other) {
  const kafka::RoleCatalog catalog = server.config().catalog();
  if (!catalog.find(key, server.version()) || !catalog.find(other, server.version())) return;
  Decision decision = server.decide();
  const std::int64_t a = decision.number(key);
  const std::int64_t b = decision.number(other);
  const bool holds = relation == Relation::at_least  ? a >= b
                     : relation == Relation::at_most ? a <= b
                                                     : a < b;
  decision.require(holds, "broker/coordinator-bounds",
                   {.named = {key, other}, .at = server.config().is_written(key) ? key : other},
                   {{"first", key},
                    {"value", fmt::format("{}", a)},
                    {"relation", relation == Relation::at_least  ? "at least"
                                 : relation == Relation::at_most ? "at most"
                                                                 : "less than"},
                    {"other", other},
                    {"limit", fmt::format("{}", b)}});
}

/// `min <= value <= max` for a setting of a kind of group: group.<kind>.[min.|max.]<what>
void check_bounds(Server& server, const std::string& kind, const std::string& what) {
  const std::string value = fmt::format("group.{}.{}", kind, what);
  const std::string min = fmt::format("group.{}.min.{}", kind, what);
  const std::string max = fmt::format("group.{}.max.{}", kind, what);
  check_relation(server, max, Relation::at_least, min);
  check_relation(server, value, Relation::at_least, min);
  check_relation(server, value, Relation::at_most, max);
}

void check_heartbeat_below_session(Server& server, const std::string& kind) {
  check_relation(server, fmt::format("group.{}.heartbeat.interval.ms", kind), Relation::less,
                 fmt::format("group.{}.session.timeout.ms", kind));
}

void check_codec(Server& server, const char* key) {
  Decision decision = server.decide();
  const std::int64_t codec = decision.number(key);
  const std::int64_t last = server.version() < Version(2, 1, 0) ? 3 : 4;
  decision.require(
      codec >= 0 && codec <= last, "broker/unknown-compression-codec", {.named = {}, .at = key},
      {{"value", fmt::format("{}", codec)},
       {"expected", last == 3 ? "0 (none), 1 (gzip), 2 (snappy) or 3 (lz4)"
                              : "0 (none), 1 (gzip), 2 (snappy), 3 (lz4) or 4 (zstd)"}});
}

/// From 4.4.0 on two assignors must not have the same name: Kafka's own have one and a class, a
/// class of others may have any name.
void check_assignors_are_distinct(Server& server) {
  if (server.version() < Version(4, 4, 0)) return;
  Decision decision = server.decide();
  Names seen;
  for (const std::string& assignor : decision.list(kConsumerAssignors).value_or(Names())) {
    const std::string package = "org.apache.kafka.coordinator.group.assignor.";
    const std::string name = assignor == package + "UniformAssignor" ? "uniform"
                             : assignor == package + "RangeAssignor" ? "range"
                                                                     : assignor;
    if (contains(seen, name))
      decision.refuse("broker/duplicate-assignor", {.named = {kConsumerAssignors}},
                      {{"assignor", name}});
    seen.push_back(name);
  }
}

void check_share_assignors(Server& server) {
  if (server.version() < Version(4, 1, 0)) return;
  Decision decision = server.decide();
  const std::size_t count = decision.list(kShareAssignors).value_or(Names()).size();
  decision.require(count == 1, "broker/one-share-assignor", {.named = {kShareAssignors}},
                   {{"count", fmt::format("{}", count)}});
}

/// 4.4.0 looks at the text itself, since ConfigDef has dropped the second of two by now.
void check_rack_tags(Server& server) {
  const std::optional<std::string>* text = server.config().written().find(kRackTags);
  if (server.version() < Version(4, 4, 0) || text == nullptr || !*text) return;
  Names seen;
  for (const std::string_view tag : kafka::split_at_commas(trim_java(**text))) {
    if (contains(seen, tag)) {
      Decision decision = server.decide();
      decision.refuse("broker/duplicate-rack-tag", {.named = {kRackTags}},
                      {{"tag", std::string(tag)}});
      return;
    }
    seen.emplace_back(tag);
  }
}

void check_streams_groups(Server& server) {
  check_bounds(server, "streams", "heartbeat.interval.ms");
  check_bounds(server, "streams", "session.timeout.ms");
  const auto check_standby = [&] {
    check_relation(server, "group.streams.num.standby.replicas", Relation::at_most,
                   "group.streams.max.standby.replicas");
  };
  if (server.version() < Version(4, 3, 0)) check_standby();
  check_heartbeat_below_session(server, "streams");
  if (server.version() < Version(4, 3, 0)) return;
  check_bounds(server, "streams", "assignment.interval.ms");
  check_standby();
  check_relation(server, "group.streams.task.offset.interval.ms", Relation::at_least,
                 "group.streams.min.task.offset.interval.ms");
  check_relation(server, "group.streams.num.warmup.replicas", Relation::at_most,
                 "group.streams.max.warmup.replicas");
  check_rack_tags(server);
}

}  // namespace

/// Up to 3.9, where 4.0 has no such key any more.
void check_offset_commit_acks(Server& server) {
  if (server.version() >= Version(4, 0, 0)) return;
  Decision decision = server.decide();
  const std::int64_t acks = decision.number(kAcks);
  const std::int64_t replicas = decision.number(kOffsetsReplication);
  decision.require(acks >= -1 && acks <= replicas, "broker/offset-commit-acks",
                   {.named = {kAcks, kOffsetsReplication},
                    .at = server.config().is_written(kAcks) ? kAcks : kOffsetsReplication},
                   {{"value", fmt::format("{}", acks)}, {"replicas", fmt::format("{}", replicas)}});
}

void check_offsets_codec(Server& server) { check_codec(server, kOffsetsCodec); }

/// 2.2.0 to 3.9
void check_offsets_codec_needs_protocol(Server& server) {
  if (server.version() < Version(2, 2, 0) || server.version() >= Version(4, 0, 0)) return;
  const Derived<ProtocolVersion>* protocol = server.inter_broker_protocol();
  if (protocol == nullptr) return;
  Decision decision = server.decide();
  decision.rely_on(protocol->evidence);
  constexpr std::int64_t kZstd = 4;
  decision.require(decision.number(kOffsetsCodec) != kZstd || record_version(protocol->value) >= 2,
                   "broker/zstd-offsets-need-protocol",
                   {.named = {kOffsetsCodec, kProtocolVersion}, .at = kOffsetsCodec},
                   {{"protocol", decision.shown(kProtocolVersion)}});
}

/// KafkaConfig.groupCoordinatorRebalanceProtocols
void check_rebalance_protocols(Server& server) {
  if (server.version() < Version(3, 7, 0)) return;
  Decision decision = server.decide();
  const Names protocols = decision.list(kRebalanceProtocols).value_or(Names());
  const Blame blame{.named = {}, .at = kRebalanceProtocols};
  const std::string shown = decision.shown(kRebalanceProtocols);
  decision.require(contains(protocols, "classic"), "broker/invalid-rebalance-protocols", blame,
                   {{"value", shown}, {"problem", "lacks `classic`, which cannot be left out"}});
  if (server.version() < Version(3, 8, 0) || server.version() >= Version(4, 0, 0)) return;
  decision.rely_on(server.process_roles().evidence);
  decision.require(
      !contains(protocols, "consumer") || server.process_roles().value.any(),
      "broker/invalid-rebalance-protocols", blame,
      {{"value", shown}, {"problem", "names `consumer`, which needs KRaft (`process.roles`)"}});
}

/// 3.5.0 to 3.8; GroupCoordinatorConfig later.
void check_consumer_groups(Server& server) {
  if (server.version() < Version(3, 5, 0)) return;
  check_bounds(server, "consumer", "heartbeat.interval.ms");
  check_bounds(server, "consumer", "session.timeout.ms");
}

void check_group_coordinator(Server& server) {
  check_assignors_are_distinct(server);
  check_offsets_codec(server);
  check_offset_commit_acks(server);
  check_consumer_groups(server);
  if (server.version() >= Version(4, 0, 0)) check_heartbeat_below_session(server, "consumer");
  check_bounds(server, "consumer", "assignment.interval.ms");
  check_bounds(server, "share", "heartbeat.interval.ms");
  check_bounds(server, "share", "session.timeout.ms");
  if (server.version() >= Version(4, 0, 0)) check_heartbeat_below_session(server, "share");
  check_share_assignors(server);
  check_bounds(server, "share", "assignment.interval.ms");
  check_streams_groups(server);
}

/// ShareGroupConfig.validate
void check_share_groups(Server& server) {
  const auto at_least = [&](const char* key, const char* other) {
    check_relation(server, key, Relation::at_least, other);
  };
  if (server.version() >= Version(4, 3, 0)) {
    at_least("group.share.max.delivery.count.limit", "group.share.delivery.count.limit");
    at_least("group.share.delivery.count.limit", "group.share.min.delivery.count.limit");
    at_least("group.share.max.partition.max.record.locks",
             "group.share.partition.max.record.locks");
    at_least("group.share.partition.max.record.locks",
             "group.share.min.partition.max.record.locks");
  }
  at_least("group.share.record.lock.duration.ms", "group.share.min.record.lock.duration.ms");
  at_least("group.share.max.record.lock.duration.ms", "group.share.record.lock.duration.ms");
  if (server.version() >= Version(4, 1, 0))
    at_least("group.share.max.share.sessions", "group.share.max.size");
}

/// ShareCoordinatorConfig's constructor, from 4.0.0 on
void check_share_coordinator(Server& server) {
  check_codec(server, kShareCodec);
  if (server.version() >= Version(4, 3, 0)) return;  // ConfigDef knows the bounds
  Decision decision = server.decide();
  const std::int64_t records = decision.number(kSnapshotRecords);
  decision.require(records >= 0 && records <= 500, "broker/share-snapshot-records",
                   {.named = {kSnapshotRecords}}, {{"value", fmt::format("{}", records)}});
}

}  // namespace kaflint::startup::kafka_server
