#include "rules/startup/streams/client_configs.h"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <utility>

namespace kaflint::startup::streams {
namespace {

using kafka::DerivedConfig;
using kafka::Role;
using kafka::Version;

constexpr const char* kMaxInt = "2147483647";

/// Map.putAll
void put_all(DerivedConfig& to, const DerivedConfig& from) {
  for (const auto& [key, value] : from.written().values()) {
    const std::string_view source = from.source_of(key);
    if (!source.empty())
      to.pass_on(key, value, source);
    else if (value)
      to.set(key, *value);
  }
}

/// StreamsConfig.checkIfUnexpectedUserSpecifiedClientConfig: only what says the same may stay.
void drop_unless(DerivedConfig& user, std::string_view key, std::string_view streams_value) {
  const std::optional<std::string>* value = user.written().find(key);
  if (value != nullptr && *value != streams_value) user.erase(key);
}

/// A setting that Streams may or may not take, depending on what is not known.
void make_unknown(DerivedConfig& user, std::string_view key) {
  if (!user.written().contains(key)) return;
  const std::string source(user.source_of(key));
  user.pass_on(key, std::nullopt, source);
}

}  // namespace

ClientConfigs::ClientConfigs(const kafka::ParsedConfig& config, Guarantee guarantee)
    : config_(config), guarantee_(guarantee) {}

DerivedConfig ClientConfigs::provided(Role role, std::string_view prefix) const {
  DerivedConfig result;
  for (const auto& [key, value] : config_.written().values())
    if (kafka::catalog(role).find(key, config_.version())) result.pass_on(key, value, key);
  put_all(result, with_prefix(prefix));
  return result;
}

DerivedConfig ClientConfigs::with_prefix(std::string_view prefix) const {
  DerivedConfig result;
  for (const auto& [key, value] : config_.written().with_prefix(prefix))
    if (key.size() > prefix.size())
      result.pass_on(std::string_view(key).substr(prefix.size()), value, key);
  return result;
}

/// CONSUMER_DEFAULT_OVERRIDES and CONSUMER_EOS_OVERRIDES
DerivedConfig ClientConfigs::consumer_defaults() const {
  DerivedConfig result;
  result.set("max.poll.records", "1000");
  result.set("auto.offset.reset", "earliest");
  result.set("enable.auto.commit", "false");
  if (!since(Version(4, 2, 0))) result.set("internal.leave.group.on.close", "false");
  if (!since(Version(2, 3, 0))) result.set("max.poll.interval.ms", kMaxInt);
  if (since(Version(4, 0, 0))) result.set("group.protocol", "classic");
  if (since(Version(4, 2, 0))) result.set("allow.auto.create.topics", "false");
  if (exactly_once()) result.set("isolation.level", "read_committed");
  if (guarantee_ == Guarantee::exactly_once_v2)
    result.set("internal.throw.on.fetch.stable.offset.unsupported", "true");
  return result;
}

/// PRODUCER_DEFAULT_OVERRIDES and PRODUCER_EOS_OVERRIDES
DerivedConfig ClientConfigs::producer_defaults() const {
  DerivedConfig result;
  result.set("linger.ms", "100");
  if (!since(Version(2, 1, 0))) result.set("retries", exactly_once() ? kMaxInt : "10");
  const bool in_every_mode = since(Version(2, 6, 0)) && !since(Version(2, 8, 0));
  if (in_every_mode || (exactly_once() && since(Version(2, 8, 0))))
    result.set("transaction.timeout.ms", "10000");
  if (!exactly_once()) return result;
  result.set("enable.idempotence", "true");
  if (!since(Version(2, 0, 0))) result.set("max.in.flight.requests.per.connection", "1");
  if (since(Version(2, 1, 0))) result.set("delivery.timeout.ms", kMaxInt);
  return result;
}

/// What 0.11 refuses, later releases take out with a warning.
void ClientConfigs::drop_unconfigurable(DerivedConfig& user) const {
  drop_unless(user, "enable.auto.commit", "false");
  if (since(Version(4, 0, 0))) drop_unless(user, "group.protocol", "classic");
  if (since(Version(4, 2, 0))) drop_unless(user, "allow.auto.create.topics", "false");
}

/// StreamsConfig.getCommonConsumerConfigs
DerivedConfig ClientConfigs::common_consumer() const {
  DerivedConfig user = provided(Role::consumer, "consumer.");
  if (since(Version(4, 1, 0))) user.erase("group.protocol");
  drop_unconfigurable(user);
  if (exactly_once()) drop_unless(user, "isolation.level", "read_committed");
  if (guarantee_ == Guarantee::unknown) make_unknown(user, "isolation.level");
  DerivedConfig result = consumer_defaults();
  put_all(result, user);
  put_written(result, "bootstrap.servers");
  return result;
}

/// StreamsConfig.getMainConsumerConfigs, before 2.0.0 getConsumerConfigs
DerivedConfig ClientConfigs::main_consumer() const {
  DerivedConfig result = common_consumer();
  if (since(Version(2, 0, 0))) {
    DerivedConfig user = with_prefix("main.consumer.");
    if (since(Version(4, 2, 0))) drop_unconfigurable(user);
    put_all(result, user);
  }
  if (const std::optional<std::string>* id = config_.written().find("application.id"))
    result.pass_on("group.id", *id, "application.id");
  else
    result.erase("group.id");
  put_client_id(result, "-StreamThread-1-consumer");
  const std::optional<std::string>* instance = result.written().find("group.instance.id");
  if (since(Version(2, 3, 0)) && instance != nullptr && *instance) {
    const std::string source(result.source_of("group.instance.id"));
    result.pass_on("group.instance.id", **instance + "-1", source);
  }
  result.set("partition.assignment.strategy",
             since(Version(2, 0, 0))
                 ? "org.apache.kafka.streams.processor.internals.StreamsPartitionAssignor"
                 : "org.apache.kafka.streams.processor.internals.StreamPartitionAssignor");
  if (since(Version(2, 5, 0)) && !since(Version(4, 2, 0)))
    result.set("allow.auto.create.topics", "false");
  put_data_classes(result, "deserializer");
  finish(result);
  return result;
}

/// A consumer that reads partitions which Streams tells it, from offsets which Streams tells it.
DerivedConfig ClientConfigs::storeless_consumer(std::string_view prefix) const {
  DerivedConfig result = common_consumer();
  if (since(Version(2, 0, 0))) {
    DerivedConfig user = with_prefix(prefix);
    if (since(Version(4, 2, 0))) drop_unconfigurable(user);
    put_all(result, user);
  }
  result.erase("group.id");
  if (since(Version(2, 6, 0))) result.erase("group.instance.id");
  if (since(Version(1, 1, 0))) result.set("auto.offset.reset", "none");
  put_data_classes(result, "deserializer");
  finish(result);
  return result;
}

/// StreamsConfig.getRestoreConsumerConfigs
DerivedConfig ClientConfigs::restore_consumer() const {
  DerivedConfig result = storeless_consumer("restore.consumer.");
  put_client_id(result, since(Version(4, 0, 0)) ? "-StateUpdater-1-restore-consumer"
                                                : "-StreamThread-1-restore-consumer");
  return result;
}

/// StreamsConfig.getGlobalConsumerConfigs
DerivedConfig ClientConfigs::global_consumer() const {
  DerivedConfig result = storeless_consumer("global.consumer.");
  put_client_id(result, since(Version(2, 0, 0)) ? "-global-consumer" : "-global-restore-consumer");
  return result;
}

/// StreamsConfig.getProducerConfigs; StreamsProducer, before 2.6.0 StreamThread, makes the
/// transactional.id.
DerivedConfig ClientConfigs::producer() const {
  DerivedConfig user = provided(Role::producer, "producer.");
  if (exactly_once()) {
    user.erase("enable.idempotence");
    user.erase("transactional.id");
    if (!since(Version(2, 0, 0))) user.erase("max.in.flight.requests.per.connection");
  }
  if (guarantee_ == Guarantee::unknown)
    for (const char* key : {"enable.idempotence", "transactional.id", "acks", "retries",
                            "max.in.flight.requests.per.connection"})
      make_unknown(user, key);
  DerivedConfig result = producer_defaults();
  put_all(result, user);
  if (guarantee_ == Guarantee::exactly_once_alpha && since(Version(2, 6, 0)))
    result.set("internal.auto.downgrade.txn.commit", "true");
  put_written(result, "bootstrap.servers");
  put_client_id(result, "-StreamThread-1-producer");
  put_data_classes(result, "serializer");
  finish(result);
  return result;
}

/// StreamsConfig.getAdminConfigs
DerivedConfig ClientConfigs::admin() const {
  DerivedConfig result;
  if (since(Version(4, 0, 0))) result.set("enable.metrics.push", "true");
  put_all(result, provided(Role::admin, "admin."));
  put_client_id(result, "-admin");
  finish(result);
  return result;
}

void ClientConfigs::put_written(DerivedConfig& to, std::string_view key) const {
  if (const std::optional<std::string>* value = config_.written().find(key))
    to.pass_on(key, *value, key);
}

/// Without a client.id Streams makes one up of the application's and a random one.
void ClientConfigs::put_client_id(DerivedConfig& to, std::string_view suffix) const {
  const auto id = config_.string("client.id");
  if (id && !id->empty())
    to.pass_on("client.id", fmt::format("{}{}", *id, suffix), "client.id");
  else
    to.erase("client.id");
}

/// DefaultKafkaClientSupplier hands in (de)serializers of its own.
void ClientConfigs::put_data_classes(DerivedConfig& to, std::string_view kind) const {
  const std::string name = fmt::format("org.apache.kafka.common.serialization.ByteArray{}",
                                       kind == "serializer" ? "Serializer" : "Deserializer");
  for (const char* part : {"key", "value"}) to.set(fmt::format("{}.{}", part, kind), name);
}

/// StreamsConfig.enforceSynchronousBootstrapResolution
void ClientConfigs::finish(DerivedConfig& to) const {
  if (since(Version(4, 4, 0))) to.set("bootstrap.resolve.timeout.ms", "0");
}

}  // namespace kaflint::startup::streams
