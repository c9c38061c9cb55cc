// One function for each named validator, and the table of them.
#include "linter/kafka/named_validators.h"

#include <algorithm>
#include <array>
#include <limits>

#include "linter/base/text.h"
#include "linter/kafka/java_number.h"
#include "linter/kafka/java_text.h"

namespace kaflint::kafka {
namespace {

using Items = std::vector<std::string>;

std::string_view text_of(const ConfigValue& value) {
  const auto* text = std::get_if<std::string>(&value);
  return text == nullptr ? std::string_view() : std::string_view(*text);
}

const Items& items_of(const ConfigValue& value) {
  static const Items kNone;
  const auto* items = std::get_if<Items>(&value);
  return items == nullptr ? kNone : *items;
}

std::int64_t number_of(const ConfigValue& value) {
  const auto* number = std::get_if<std::int64_t>(&value);
  return number == nullptr ? 0 : *number;
}

bool is_null(const ConfigValue& value) { return std::holds_alternative<Null>(value); }

template <typename... Words>
bool is_one_of(std::string_view text, Words... words) {
  return ((text == words) || ...);
}

// org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy
bool resets_by_duration(std::string_view text) {
  static constexpr std::string_view kPrefix = "by_duration:";
  return text.starts_with(kPrefix) && is_duration_from_zero(text.substr(kPrefix.size()));
}
bool auto_offset_reset(const ConfigValue& value) {
  const std::string_view text = text_of(value);
  return is_one_of(text, "latest", "earliest", "none") || resets_by_duration(text);
}
bool share_auto_offset_reset(const ConfigValue& value) {
  const std::string_view text = text_of(value);
  return is_one_of(text, "latest", "earliest") || resets_by_duration(text);
}

bool gzip_compression_level(const ConfigValue& value) {
  const std::int64_t level = number_of(value);
  return level == -1 || (level >= 1 && level <= 9);
}
bool positive_or_minus_one(const ConfigValue& value) {
  return number_of(value) == -1 || number_of(value) >= 1;
}
bool null_or_at_least_zero(const ConfigValue& value) {
  return is_null(value) || number_of(value) >= 0;
}

// org.apache.kafka.streams.StreamsConfig.verifyTopologyOptimizationConfigs
bool topology_optimization(const ConfigValue& value) {
  if (is_null(value)) return false;
  std::vector<std::string_view> items = split_at_commas(text_of(value));
  if (items.size() > 1)
    while (!items.empty() && items.back().empty()) items.pop_back();
  const auto whole = [](std::string_view item) { return is_one_of(item, "all", "none"); };
  if (items.size() > 1 && std::ranges::any_of(items, whole)) return false;
  return std::ranges::all_of(items, [&](std::string_view item) {
    return whole(item) || is_one_of(item, "reuse.ktable.source.topics", "merge.repartition.topics",
                                    "single.store.self.join");
  });
}

bool application_server(const ConfigValue& value) {
  if (is_null(value)) return false;
  const std::string_view text = text_of(value);
  return trim_java(text).empty() ||
         is_address(text, {.any_prefix = false,
                           .host_needed = true,
                           .max_port = std::numeric_limits<std::int32_t>::max()});
}

// `[0-9]+:[0-9]+`, or nothing
bool is_replica(std::string_view item) {
  if (item.empty()) return true;
  const auto all_digits = [](std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
  };
  const std::size_t colon = item.find(':');
  return colon != std::string_view::npos && all_digits(item.substr(0, colon)) &&
         all_digits(item.substr(colon + 1));
}
bool throttled_replicas_first_star(const ConfigValue& value) {
  const Items& items = items_of(value);
  if (!items.empty() && items.front() == "*") return true;
  return !is_null(value) && std::ranges::all_of(items, is_replica);
}
bool throttled_replicas(const ConfigValue& value) {
  const Items& items = items_of(value);
  std::string joined;
  for (const std::string& item : items) joined += item;
  return !is_null(value) && (joined == "*" || std::ranges::all_of(items, is_replica));
}

// Integer.parseInt
bool is_int(std::string_view text) {
  constexpr std::int64_t kMin = std::numeric_limits<std::int32_t>::min();
  constexpr std::int64_t kMax = std::numeric_limits<std::int32_t>::max();
  return !parse_java_integer(text, kMin, kMax).error;
}

// org.apache.kafka.raft.QuorumConfig.parseVoterConnections
bool is_voter(std::string_view item, bool any_prefix) {
  while (item.ends_with('@')) item.remove_suffix(1);
  const std::size_t at = item.find('@');
  if (at == std::string_view::npos || item.find('@', at + 1) != std::string_view::npos)
    return false;
  return is_int(item.substr(0, at)) && is_address(item.substr(at + 1), {.any_prefix = any_prefix});
}
template <bool any_prefix>
bool quorum_voters(const ConfigValue& value) {
  return !is_null(value) && std::ranges::all_of(items_of(value), [](std::string_view item) {
    return is_voter(item, any_prefix);
  });
}
template <bool any_prefix>
bool quorum_bootstrap_servers(const ConfigValue& value) {
  return !is_null(value) && std::ranges::all_of(items_of(value), [](std::string_view item) {
    return is_address(item, {.any_prefix = any_prefix});
  });
}

// Of a list's items, the first bad one throws. Some mistakes come to light where nobody knows any
// more which key is read: a number that is none, a port that no socket has.
enum class Mistake : std::uint8_t { none, named, unnamed };

Mistake mistake_in_address(std::string_view item) {
  constexpr std::int64_t kAny = std::numeric_limits<std::int64_t>::max();
  if (is_address(item, {.any_prefix = true})) return Mistake::none;
  return is_address(item, {.any_prefix = true, .max_port = kAny}) ? Mistake::unnamed
                                                                  : Mistake::named;
}
Mistake mistake_in_voter(std::string_view item) {
  while (item.ends_with('@')) item.remove_suffix(1);
  const std::size_t at = item.find('@');
  if (at == std::string_view::npos || item.find('@', at + 1) != std::string_view::npos)
    return Mistake::named;
  return is_int(item.substr(0, at)) ? mistake_in_address(item.substr(at + 1)) : Mistake::unnamed;
}
template <typename MistakeIn>
bool names_its_key(const ConfigValue& value, MistakeIn mistake_in) {
  for (const std::string& item : items_of(value))
    if (const Mistake mistake = mistake_in(item); mistake != Mistake::none)
      return mistake == Mistake::named;
  return true;
}

// The identifiers of algorithms begin with those of RSA Security or of NIST.
bool is_object_identifier(std::string_view upper) {
  if (upper.starts_with("OID.")) upper.remove_prefix(4);
  return (upper.starts_with("1.2.840.113549.2.") || upper.starts_with("2.16.840.1.101.3.4.")) &&
         upper.find_first_not_of("0123456789.") == std::string_view::npos;
}
constexpr std::array<std::string_view, 12> kHmacs = {
    "HMACMD5",      "HMACSHA1",     "HMACSHA224",     "HMACSHA256",
    "HMACSHA384",   "HMACSHA512",   "HMACSHA512/224", "HMACSHA512/256",
    "HMACSHA3-224", "HMACSHA3-256", "HMACSHA3-384",   "HMACSHA3-512"};
bool is_hmac(std::string_view upper) { return std::ranges::find(kHmacs, upper) != kHmacs.end(); }
// javax.crypto.KeyGenerator.getInstance of Java 17; what other providers add is not known.
bool key_generator_algorithm(const ConfigValue& value) {
  const std::string name = upper_case(text_of(value));
  return is_hmac(name) || is_object_identifier(name) || name.starts_with("SUNTLS") ||
         is_one_of(name, "AES", "ARCFOUR", "RC4", "BLOWFISH", "CHACHA20", "DES", "DESEDE",
                   "TRIPLEDES", "RC2");
}
// javax.crypto.Mac.getInstance of Java 17
bool is_mac_algorithm(std::string_view text) {
  const std::string name = upper_case(text);
  if (is_hmac(name) || is_object_identifier(name)) return true;
  if (is_one_of(name, "SSLMACMD5", "SSLMACSHA1")) return true;
  for (std::string_view prefix : {"HMACPBESHA", "PBEWITHHMACSHA"})
    if (name.starts_with(prefix))
      return is_one_of(std::string_view(name).substr(prefix.size()), "1", "224", "256", "384",
                       "512", "512/224", "512/256");
  return false;
}
bool mac_algorithm(const ConfigValue& value) { return is_mac_algorithm(text_of(value)); }
bool mac_algorithms(const ConfigValue& value) {
  return !items_of(value).empty() && std::ranges::all_of(items_of(value), is_mac_algorithm);
}

// org.apache.kafka.connect.runtime.rest.RestServerConfig's validators
bool has_no_blank_item(const ConfigValue& value) {
  return std::ranges::none_of(items_of(value),
                              [](std::string_view item) { return trim_java(item).empty(); });
}
bool connect_listeners(const ConfigValue& value) {
  return !items_of(value).empty() && has_no_blank_item(value);
}

bool http_response_headers(const ConfigValue& value) {
  return is_null(value) || are_response_headers(text_of(value));
}
bool unique_items(const ConfigValue& value) {
  Items items = items_of(value);
  std::ranges::sort(items);
  return std::ranges::adjacent_find(items) == items.end();
}
bool java_regex(const ConfigValue& value) {
  return !is_null(value) && may_be_java_regex(text_of(value));
}
bool plugin_version_range(const ConfigValue& value) {
  return is_null(value) || is_plugin_version_range(text_of(value));
}
// Which classes there are cannot be known.
bool any_class(const ConfigValue& /*value*/) { return true; }

struct Named {
  std::string_view name;
  bool (*accepts)(const ConfigValue&);
  std::string_view accepted;
};

constexpr std::string_view kVoters = "a list of id@host:port such as 1@controller1:9093";
constexpr std::string_view kServers = "a list of host:port such as controller1:9093";
constexpr std::string_view kReplicas = "*, or a list of partition:broker such as 0:101,1:102";

constexpr std::array kNamed = {
    Named{"application-server", application_server, "a host and a port such as host1:8080"},
    Named{"auto-offset-reset", auto_offset_reset,
          "one of earliest, latest, none, or by_duration: and a duration such as PT1H"},
    Named{"connect-admin-listeners", has_no_blank_item, "a list without blank items"},
    Named{"connect-listeners", connect_listeners, "a list of listeners such as http://:8083"},
    Named{"converter-class", any_class, "the name of a converter's class"},
    Named{"gzip-compression-level", gzip_compression_level, "-1, or a whole number from 1 to 9"},
    Named{"header-converter-class", any_class, "the name of a header converter's class"},
    Named{"http-response-headers", http_response_headers,
          "rules for headers such as set X-Frame-Options:DENY"},
    Named{"java-regex", java_regex, "a regular expression of Java"},
    Named{"key-generator-algorithm", key_generator_algorithm,
          "an algorithm for keys such as HmacSHA256"},
    Named{"mac-algorithm", mac_algorithm, "an algorithm for signatures such as HmacSHA256"},
    Named{"mac-algorithms", mac_algorithms, "a list of algorithms for signatures, as HmacSHA256"},
    Named{"no-argument-constructor", any_class, "the name of a class"},
    Named{"null-or-at-least-zero", null_or_at_least_zero, "a whole number of at least 0"},
    Named{"plugin-version-range", plugin_version_range,
          "latest, a version, or a range of versions such as [1.0,2.0)"},
    Named{"positive-or-minus-one", positive_or_minus_one, "-1, or a whole number of at least 1"},
    Named{"quorum-bootstrap-servers", quorum_bootstrap_servers<false>, kServers},
    Named{"quorum-bootstrap-servers-any-prefix", quorum_bootstrap_servers<true>, kServers},
    Named{"quorum-voters", quorum_voters<false>, kVoters},
    Named{"quorum-voters-any-prefix", quorum_voters<true>, kVoters},
    Named{"share-auto-offset-reset", share_auto_offset_reset,
          "one of earliest, latest, or by_duration: and a duration such as PT1H"},
    Named{"throttled-replicas", throttled_replicas, kReplicas},
    Named{"throttled-replicas-first-star", throttled_replicas_first_star, kReplicas},
    Named{"topology-optimization", topology_optimization,
          "all, none, or a list of reuse.ktable.source.topics, merge.repartition.topics, "
          "single.store.self.join"},
    Named{"unique-items", unique_items, "a list in which nothing comes twice"},
};
static_assert(std::ranges::is_sorted(kNamed, {}, &Named::name));

const Named* find_named(std::string_view name) {
  const auto* at = std::ranges::lower_bound(kNamed, name, {}, &Named::name);
  return at != kNamed.end() && at->name == name ? at : nullptr;
}

}  // namespace

bool named_validator_accepts(std::string_view name, const ConfigValue& value) {
  const Named* named = find_named(name);
  return named == nullptr || named->accepts(value);
}

std::string_view describe_named_validator(std::string_view name) {
  const Named* named = find_named(name);
  return named == nullptr ? std::string_view() : named->accepted;
}

bool names_its_key(std::string_view name, const ConfigValue& value, Version version) {
  if (is_one_of(name, "topology-optimization", "http-response-headers", "plugin-version-range"))
    return false;
  if (name == "connect-admin-listeners") return version >= Version(3, 0, 0);
  if (name.starts_with("quorum-voters"))
    return names_its_key(value, [](std::string_view item) { return mistake_in_voter(item); });
  if (name.starts_with("quorum-bootstrap-servers"))
    // In 3.8 the text of the exception was never filled in.
    return version >= Version(3, 9, 0) &&
           names_its_key(value, [](std::string_view item) { return mistake_in_address(item); });
  return true;
}

bool is_number_validator(std::string_view name) {
  return is_one_of(name, "gzip-compression-level", "null-or-at-least-zero",
                   "positive-or-minus-one");
}

}  // namespace kaflint::kafka
