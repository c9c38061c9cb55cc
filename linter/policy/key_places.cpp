#include "linter/policy/key_places.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "rules/startup/connect/mirrormaker.h"

namespace kaflint::policy {
namespace {

using kafka::MirrorConnector;
using kafka::Role;
using kafka::RoleCatalog;
using Readers = std::span<const RoleCatalog>;

struct Prefix {
  std::string_view text;
  Role reader;
  /// The first release that hands such settings on.
  kafka::Version since = {0, 11, 0, 0};
};

constexpr std::array<Prefix, 7> kStreamsPrefixes = {
    {{"producer.", Role::producer},
     {"consumer.", Role::consumer},
     {"main.consumer.", Role::consumer, kafka::Version(2, 0, 0)},
     {"restore.consumer.", Role::consumer, kafka::Version(2, 0, 0)},
     {"global.consumer.", Role::consumer, kafka::Version(2, 0, 0)},
     {"admin.", Role::admin, kafka::Version(1, 1, 0)},
     {"topic.", Role::topic, kafka::Version(1, 0, 0)}}};
constexpr std::array<Prefix, 3> kWorkerPrefixes = {
    {{"producer.", Role::producer}, {"consumer.", Role::consumer}, {"admin.", Role::admin}}};
constexpr std::array<Prefix, 3> kConnectorPrefixes = {{{"producer.override.", Role::producer},
                                                       {"consumer.override.", Role::consumer},
                                                       {"admin.override.", Role::admin}}};
constexpr std::array<std::string_view, 5> kMechanisms = {"gssapi.", "plain.", "scram-sha-256.",
                                                         "scram-sha-512.", "oauthbearer."};

constexpr std::array kDistributed = {RoleCatalog(Role::connect_distributed),
                                     RoleCatalog(Role::producer), RoleCatalog(Role::consumer),
                                     RoleCatalog(Role::admin)};
/// MirrorMakerConfig.connectorBaseConfig takes what its connectors define.
constexpr std::array kMirrorMaker = {
    RoleCatalog(Role::mirrormaker), RoleCatalog(MirrorConnector::source),
    RoleCatalog(MirrorConnector::checkpoint), RoleCatalog(MirrorConnector::heartbeat)};

std::span<const Prefix> prefixes_of(Role role) {
  switch (role) {
    case Role::streams:
      return kStreamsPrefixes;
    case Role::connect_distributed:
    case Role::connect_standalone:
      return kWorkerPrefixes;
    case Role::source_connector:
    case Role::sink_connector:
      return kConnectorPrefixes;
    default:
      return {};
  }
}

template <std::size_t... kRole>
constexpr std::array<RoleCatalog, sizeof...(kRole)> catalogs_of(std::index_sequence<kRole...>) {
  return {RoleCatalog(kafka::kAllRoles[kRole])...};
}

Readers just(Role role) {
  static constexpr auto kAll = catalogs_of(std::make_index_sequence<kafka::kAllRoles.size()>());
  return Readers(kAll).subspan(static_cast<std::size_t>(role), 1);
}

/// Who reads a key without a prefix. Streams hands its own keys to its clients; a distributed
/// worker gives its whole map to the clients of the internal topics, a standalone one to admin
/// clients.
Readers readers_of(Role role) {
  static constexpr std::array kStreams = {RoleCatalog(Role::streams), RoleCatalog(Role::producer),
                                          RoleCatalog(Role::consumer), RoleCatalog(Role::admin)};
  static constexpr std::array kStandalone = {RoleCatalog(Role::connect_standalone),
                                             RoleCatalog(Role::admin)};
  switch (role) {
    case Role::streams:
      return kStreams;
    case Role::connect_distributed:
      return kDistributed;
    case Role::connect_standalone:
      return kStandalone;
    case Role::mirrormaker:
      return kMirrorMaker;
    default:
      return just(role);
  }
}

/// Size of `offset.storage.` and its like before a setting of the topic that the worker creates
/// (KIP-605); 0 for the worker's own keys.
std::size_t internal_topic_prefix(std::string_view key) {
  for (std::string_view prefix : {"config.storage.", "offset.storage.", "status.storage."})
    if (key.starts_with(prefix) && kafka::catalog(Role::connect_distributed).history(key).empty())
      return prefix.size();
  return 0;
}

/// `tasks.max` is the connectors'.
bool is_given_to_every_worker(std::string_view key) {
  return !key.starts_with("tasks.max") &&
         std::ranges::any_of(startup::kMirrorWorkerPrefixes,
                             [key](std::string_view prefix) { return key.starts_with(prefix); });
}

/// The place behind `prefix_size` bytes of the key.
KeyPlace moved(KeyPlace place, std::size_t prefix_size) {
  place.prefix_size += prefix_size;
  return place;
}

/// The cluster's alias with its dot; of several the longest, since an alias may have dots.
std::size_t alias_prefix(std::string_view key, std::span<const std::string> clusters) {
  std::size_t size = 0;
  for (const std::string& alias : clusters)
    if (key.starts_with(alias) && key.substr(alias.size()).starts_with('.'))
      size = std::max(size, alias.size() + 1);
  return size;
}

/// `A->B.` gives a setting to the connectors of one flow, `A.` to the worker and the clients of a
/// cluster; some of a worker's stand at the top too.
KeyPlace place_in_mirrormaker(std::string_view key, std::span<const std::string> clusters) {
  if (const std::size_t arrow = key.find("->"); arrow != std::string_view::npos) {
    const std::size_t target = alias_prefix(key.substr(arrow + 2), clusters);
    const std::size_t dot = key.find('.', arrow);
    const std::size_t size = target != 0 ? arrow + 2 + target : dot + 1;
    if (dot == std::string_view::npos) return {kMirrorMaker, 0};
    const KeyPlace place = place_of(Role::source_connector, key.substr(size));
    return moved(place.prefix_size == 0 ? KeyPlace{kMirrorMaker, 0} : place, size);
  }
  if (const std::size_t size = alias_prefix(key, clusters); size != 0)
    return moved(place_of(Role::connect_distributed, key.substr(size)), size);
  if (is_given_to_every_worker(key)) return place_of(Role::connect_distributed, key);
  return {kMirrorMaker, 0};
}

/// Size of `listener.name.NAME.` and a mechanism behind it; 0 when there is no such prefix.
std::size_t listener_prefix(std::string_view key) {
  constexpr std::string_view kListener = "listener.name.";
  if (!key.starts_with(kListener)) return 0;
  const std::size_t dot = key.find('.', kListener.size());
  if (dot == std::string_view::npos) return 0;
  for (std::string_view mechanism : kMechanisms)
    if (key.substr(dot + 1).starts_with(mechanism)) return dot + 1 + mechanism.size();
  return dot + 1;
}

// What plug-ins read beside Kafka's own keys: the clients of schema registries, Confluent's and
// Apicurio's and AWS's and Azure's serializers, Spring's JSON, tracing and metrics libraries,
// Kafka's own authorizers and remote storage, which the ConfigDefs leave out.
constexpr std::array kThirdPartyPrefixes = std::to_array<std::string_view>({
    "schema.registry.",
    "schema.",
    "schemas.",
    "basic.auth.",
    "bearer.auth.",
    "auto.register.",
    "use.latest.",
    "use.schema.",
    "latest.",
    "normalize.schemas",
    "specific.",
    "avro.",
    "json.",
    "protobuf.",
    "proto.",
    "derive.type",
    "value.subject.",
    "key.subject.",
    "subject.",
    "reference.",
    "context.name.",
    "proxy.host",
    "proxy.port",
    "rule.",
    "rules.",
    "id.compat",
    "max.schemas.",
    "confluent.",
    "io.confluent.",
    "spring.",
    "apicurio.",
    "registry.",
    "aws.",
    "glue.",
    "region",
    "endpoint",
    "secondary.deserializer",
    "data",
    "azure.",
    "gcp.",
    "google.",
    "key.converter.",
    "value.converter.",
    "header.converter.",
    "internal.key.converter.",
    "internal.value.converter.",
    "key.serializer.",
    "value.serializer.",
    "key.deserializer.",
    "value.deserializer.",
    "serializer.",
    "deserializer.",
    "serialized.",
    "serde.",
    "serdes.",
    "default.key.serde.",
    "default.value.serde.",
    "list.",
    "default.list.",
    "window.",
    "windowed.",
    "inner.",
    "transforms.",
    "predicates.",
    "config.providers.",
    "client.tag.",
    "interceptor.",
    "interceptors.",
    "listener.name.",
    "listener.security.",
    "metrics.context.",
    "metrics.",
    "metric.",
    "prometheus.",
    "jmx.",
    "opentelemetry.",
    "otel.",
    "opentracing.",
    "brave.",
    "zipkin.",
    "datadog.",
    "elastic.",
    "cruise.control.",
    "camel.",
    "debezium.",
    "kafka.",
    "kafkastore.",
    "quarkus.",
    "mp.",
    "micronaut.",
    "ranger.",
    "opa.",
    "strimzi.",
    "oauth.",
    "principal.",
    "authorizer.",
    "super.users",
    "allow.everyone.if.no.acl.found",
    "sentry.",
    "rsm.",
    "rlmm.",
    "remote.log.storage.manager.impl.",
    "remote.log.metadata.manager.impl.",
    "rlmm.config.",
    "rsm.config.",
    "ldap.",
    "keycloak.",
    "redpanda.",
    "rocksdb.",
    "org.",
    "com.",
    "io.",
    "net.",
    "delegation.token.",
    "partitioner.",
    "assignor.",
});

}  // namespace

KeyPlace place_of(Role role, std::string_view key, std::span<const std::string> clusters) {
  if (role == Role::mirrormaker) return place_in_mirrormaker(key, clusters);
  for (const Prefix& prefix : prefixes_of(role))
    if (key.starts_with(prefix.text))
      return {just(prefix.reader), prefix.text.size(), prefix.since};
  if (role == Role::connect_distributed)
    if (const std::size_t size = internal_topic_prefix(key); size != 0)
      return {just(Role::topic), size};
  if (role == Role::broker)
    if (const std::size_t size = listener_prefix(key); size != 0) return {just(role), size};
  return {readers_of(role), 0};
}

bool is_defined(const KeyPlace& place, std::string_view name, kafka::Version version) {
  return version >= place.since &&
         std::ranges::any_of(place.readers, [&](const RoleCatalog& reader) {
           return reader.find(name, version).has_value();
         });
}

kafka::ReleaseMask releases_of(const KeyPlace& place, std::string_view name) {
  kafka::ReleaseMask releases;
  for (const RoleCatalog& reader : place.readers) releases = releases | reader.releases_of(name);
  if (place.since <= kafka::known_releases().front()) return releases;
  return releases & kafka::VersionSet::between(place.since, kafka::newest_release()).mask();
}

bool is_third_party_key(Role role, std::string_view key) {
  // Ignored with a finding of its own.
  if (role == Role::connect_distributed && key == "config.storage.partitions") return true;
  if (role == Role::topic)
    return key.starts_with("confluent.") || key.starts_with("redpanda.") ||
           key.starts_with("inkless.");
  return std::ranges::any_of(kThirdPartyPrefixes,
                             [key](std::string_view prefix) { return key.starts_with(prefix); });
}

std::string_view role_in_words(Role role) {
  switch (role) {
    case Role::share_consumer:
      return "share consumer";
    case Role::admin:
      return "admin client";
    case Role::streams:
      return "Streams application";
    case Role::connect_distributed:
      return "distributed Connect worker";
    case Role::connect_standalone:
      return "standalone Connect worker";
    case Role::source_connector:
      return "source connector";
    case Role::sink_connector:
      return "sink connector";
    case Role::mirrormaker:
      return "MirrorMaker";
    default:
      return to_string(role);
  }
}

}  // namespace kaflint::policy
