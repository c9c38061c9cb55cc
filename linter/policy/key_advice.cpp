#include "linter/policy/key_advice.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "linter/kafka/catalog.h"

namespace kaflint::policy {
namespace {

using kafka::Role;

struct Replacement {
  std::string_view key;
  std::string_view advice;
};

// From Kafka's upgrade notes and the documentation of each key.
constexpr std::array kOutdated = std::to_array<Replacement>({
    {"advertised.host.name", "write it as `advertised.listeners`"},
    {"advertised.port", "write it as `advertised.listeners`"},
    {"host.name", "write it as `listeners`"},
    {"port", "write it as `listeners`"},
    {"rest.host.name", "write it as `listeners`"},
    {"rest.port", "write it as `listeners`"},
    {"auto.include.jmx.reporter",
     "list `org.apache.kafka.common.metrics.JmxReporter` in `metric.reporters`, or do not"},
    {"quota.producer.default", "set default quotas with `kafka-configs`"},
    {"quota.consumer.default", "set default quotas with `kafka-configs`"},
    {"delegation.token.master.key", "write `delegation.token.secret.key`"},
    {"broker.id", "write `node.id`"},
    {"broker.id.generation.enable", "write `node.id`"},
    {"reserved.broker.max.id", "remove it"},
    {"inter.broker.protocol.version", "set the feature `metadata.version` with `kafka-features`"},
    {"log.message.timestamp.difference.max.ms",
     "write `log.message.timestamp.before.max.ms` and `log.message.timestamp.after.max.ms`"},
    {"message.timestamp.difference.max.ms",
     "write `message.timestamp.before.max.ms` and `message.timestamp.after.max.ms`"},
    {"control.plane.listener.name", "write `controller.listener.names`"},
    {"unstable.metadata.versions.enable", "write `unstable.feature.versions.enable`"},
    {"eligible.leader.replicas.enable",
     "set the feature `eligible.leader.replicas.version` with `kafka-features`"},
    {"group.share.enable", "set the feature `share.version` with `kafka-features`"},
    {"group.coordinator.new.enable", "remove it: the new coordinator is always used"},
    {"log.cleaner.enable", "remove it: the cleaner always runs"},
    {"offsets.commit.required.acks", "remove it: offsets are always written with acks=all"},
    {"group.coordinator.rebalance.protocols",
     "set the feature `group.version` with `kafka-features`"},
    {"remote.log.manager.thread.pool.size",
     "write `remote.log.manager.copier.thread.pool.size` and "
     "`remote.log.manager.expiration.thread.pool.size`"},
    {"key.serde", "write `default.key.serde`"},
    {"value.serde", "write `default.value.serde`"},
    {"timestamp.extractor", "write `default.timestamp.extractor`"},
    {"default.windowed.key.serde.inner", "write `windowed.inner.class.serde`"},
    {"default.windowed.value.serde.inner", "write `windowed.inner.class.serde`"},
    {"cache.max.bytes.buffering", "write `statestore.cache.max.bytes`"},
    {"default.deserialization.exception.handler", "write `deserialization.exception.handler`"},
    {"default.production.exception.handler", "write `production.exception.handler`"},
    {"default.dsl.store", "write `dsl.store.suppliers.class`"},
    {"internal.key.converter", "remove it: Connect uses JSON without schemas for its own topics"},
    {"internal.value.converter", "remove it: Connect uses JSON without schemas for its own topics"},
});

struct NewName {
  std::string_view old_key;
  std::string_view new_key;
};

constexpr std::array kRenamed = std::to_array<NewName>({
    {"cache.max.bytes.buffering", "statestore.cache.max.bytes"},
    {"default.deserialization.exception.handler", "deserialization.exception.handler"},
    {"default.production.exception.handler", "production.exception.handler"},
    {"default.windowed.key.serde.inner", "windowed.inner.class.serde"},
    {"default.windowed.value.serde.inner", "windowed.inner.class.serde"},
    {"delegation.token.master.key", "delegation.token.secret.key"},
    {"key.serde", "default.key.serde"},
    {"timestamp.extractor", "default.timestamp.extractor"},
    {"unstable.metadata.versions.enable", "unstable.feature.versions.enable"},
    {"value.serde", "default.value.serde"},
});

struct Synonym {
  std::string_view topic;
  std::string_view broker;
};

// ServerTopicConfigSynonyms, where the names differ by more than `log.`.
constexpr std::array kSynonyms = std::to_array<Synonym>({
    {"max.message.bytes", "message.max.bytes"},
    {"segment.ms", "log.roll.ms"},
    {"segment.jitter.ms", "log.roll.jitter.ms"},
    {"flush.messages", "log.flush.interval.messages"},
    {"flush.ms", "log.flush.interval.ms"},
    {"index.interval.bytes", "log.index.interval.bytes"},
    {"segment.index.bytes", "log.index.size.max.bytes"},
    {"delete.retention.ms", "log.cleaner.delete.retention.ms"},
    {"min.compaction.lag.ms", "log.cleaner.min.compaction.lag.ms"},
    {"max.compaction.lag.ms", "log.cleaner.max.compaction.lag.ms"},
    {"min.cleanable.dirty.ratio", "log.cleaner.min.cleanable.ratio"},
    {"file.delete.delay.ms", "log.segment.delete.delay.ms"},
});

/// The broker's name of a topic's key and the reverse; empty when there is none.
std::string synonym(Role role, std::string_view key) {
  for (const Synonym& pair : kSynonyms) {
    if (role == Role::broker && pair.topic == key) return std::string(pair.broker);
    if (role == Role::topic && pair.broker == key) return std::string(pair.topic);
  }
  std::string other;
  if (role == Role::broker) other = fmt::format("log.{}", key);
  if (role == Role::topic && key.starts_with("log.")) other = key.substr(4);
  return kafka::catalog(role).history(other).empty() ? "" : other;
}

}  // namespace

std::string advice_for_outdated(Role role, std::string_view key) {
  if (role == Role::producer || role == Role::consumer || role == Role::admin ||
      key != "zookeeper.connect") {
    const auto found = std::ranges::find(kOutdated, key, &Replacement::key);
    return found == kOutdated.end() ? "remove it" : std::string(found->advice);
  }
  return role == Role::broker ? "run the cluster with KRaft" : "remove it";
}

std::string_view new_name_of(std::string_view key) {
  const auto found = std::ranges::find(kRenamed, key, &NewName::old_key);
  return found == kRenamed.end() ? std::string_view() : found->new_key;
}

std::string advice_for_misplaced(Role role, std::string_view key, std::span<const Role> owners) {
  constexpr std::string_view kNone = "move it there or remove it";
  if (role == Role::broker || role == Role::topic) {
    const std::string other = synonym(role, key);
    return other.empty() ? std::string(kNone) : fmt::format("write `{}`", other);
  }
  const bool worker = role == Role::connect_distributed || role == Role::connect_standalone;
  const bool one_client =
      owners.size() == 1 && (owners[0] == Role::producer || owners[0] == Role::consumer);
  if (worker && one_client) return fmt::format("write `{}.{}`", to_string(owners[0]), key);
  return std::string(kNone);
}

std::string advice_for_missing(kafka::Role role, std::string_view key,
                               const std::function<bool(std::string_view)>& writes) {
  if (role == kafka::Role::broker && key == "process.roles" && writes("zookeeper.connect"))
    return "there is no ZooKeeper mode any more: migrate the cluster to KRaft with Kafka 3.9 first";
  return "add it";
}

}  // namespace kaflint::policy
