// The role of a flat map: names of Kafka's own files first, then keys that only one role knows.
#include "linter/dialect/role_guess.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include "linter/base/text.h"
#include "linter/kafka/catalog.h"

namespace kaflint::dialect {
namespace {

using kafka::Role;

enum class NamePattern : std::uint8_t { exact, prefix, word };

struct NameRule {
  NamePattern pattern;
  std::string_view text;
  Role role;
  bool complete;
};

// In this order; the stem is compared, in lower case, `_` read as `-`.
constexpr NameRule kNames[] = {
    {NamePattern::exact, "mm2", Role::mirrormaker, true},
    {NamePattern::word, "mirror-maker", Role::mirrormaker, true},
    {NamePattern::word, "mirrormaker", Role::mirrormaker, true},
    {NamePattern::prefix, "connect-distributed", Role::connect_distributed, true},
    {NamePattern::prefix, "connect-standalone", Role::connect_standalone, true},
    {NamePattern::word, "share-consumer", Role::share_consumer, false},
    {NamePattern::word, "producer", Role::producer, false},
    {NamePattern::word, "consumer", Role::consumer, false},
    {NamePattern::word, "streams", Role::streams, false},
    {NamePattern::prefix, "server", Role::broker, true},
    {NamePattern::prefix, "broker", Role::broker, true},
    {NamePattern::prefix, "controller", Role::broker, true},
    {NamePattern::word, "admin", Role::admin, false},
    {NamePattern::prefix, "client", Role::admin, false},
};

/// Names and prefixes that librdkafka has and no Java client does.
constexpr std::string_view kLibrdkafkaKeys[] = {
#include "librdkafka_table.inc"
};

// Roles that a plain file can have, and prefixes whose keys belong to it as well.
struct Candidate {
  Role role;
  std::string_view noun;
  std::array<std::string_view, 10> prefixes;
};
constexpr Candidate kCandidates[] = {
    {Role::producer, "a producer's", {}},
    {Role::consumer, "a consumer's", {}},
    {Role::streams,
     "a Streams application's",
     {"producer.", "consumer.", "main.consumer.", "restore.consumer.", "global.consumer.", "admin.",
      "topic.", "client.tag."}},
    {Role::connect_distributed,
     "a distributed Connect worker's",
     {"producer.", "consumer.", "admin.", "key.converter.", "value.converter.", "header.converter.",
      "config.providers.", "internal.key.converter", "internal.value.converter"}},
    {Role::connect_standalone,
     "a standalone Connect worker's",
     {"producer.", "consumer.", "admin.", "key.converter.", "value.converter.", "header.converter.",
      "config.providers.", "internal.key.converter", "internal.value.converter"}},
    {Role::broker, "a broker's", {"listener.name.", "config.providers.", "listener.security."}},
    {Role::admin, "an admin client's", {}},
};

using Catalogs = std::unordered_map<std::string_view, std::uint32_t>;  // key -> bits by candidate

/// Key -> the candidates that know it in any version. Made once: the catalog never changes.
const Catalogs& known_keys() {
  static const Catalogs keys = [] {
    Catalogs made;
    for (std::size_t i = 0; i < std::size(kCandidates); ++i)
      for (std::string_view key : kafka::catalog(kCandidates[i].role).all_keys())
        made[key] |= 1U << i;
    return made;
  }();
  return keys;
}

std::uint32_t candidates_of(std::string_view key) {
  const auto found = known_keys().find(key);
  if (found != known_keys().end()) return found->second;
  std::uint32_t bits = 0;
  for (std::size_t i = 0; i < std::size(kCandidates); ++i)
    for (std::string_view prefix : kCandidates[i].prefixes)
      if (!prefix.empty() && key.starts_with(prefix)) bits |= 1U << i;
  return bits;
}

std::string stem_of(std::string_view file_name) {
  std::string stem = ascii_lower(file_name.substr(0, file_name.find('.')));
  std::ranges::replace(stem, '_', '-');
  return stem;
}

const NameRule* name_rule(std::string_view file_name) {
  const std::string stem = stem_of(file_name);
  for (const NameRule& rule : kNames) {
    switch (rule.pattern) {
      case NamePattern::exact:
        if (stem == rule.text) return &rule;
        break;
      case NamePattern::prefix:
        if (stem.starts_with(rule.text)) return &rule;
        break;
      case NamePattern::word:
        if (stem.find(rule.text) != std::string::npos) return &rule;
        break;
    }
  }
  return nullptr;
}

bool holds(std::span<const KeyAndValue> pairs, std::string_view key) {
  return std::ranges::any_of(pairs, [key](const KeyAndValue& pair) { return pair.key == key; });
}

std::string_view value_of(std::span<const KeyAndValue> pairs, std::string_view key) {
  std::string_view value;
  for (const KeyAndValue& pair : pairs)
    if (pair.key == key) value = pair.value;
  return value;
}

std::optional<std::size_t> candidate_index(Role role) {
  for (std::size_t i = 0; i < std::size(kCandidates); ++i)
    if (kCandidates[i].role == role) return i;
  return std::nullopt;
}

/// A file's name counts only when a key is of that role, or so near to one that it is a slip:
/// `server.properties` is also the name of other programs' files.
bool name_fits(std::span<const KeyAndValue> pairs, Role role) {
  if (role == Role::mirrormaker)
    return holds(pairs, "clusters") || std::ranges::any_of(pairs, [](const KeyAndValue& pair) {
             return pair.key.find("->") != std::string_view::npos ||
                    pair.key.ends_with(".bootstrap.servers");
           });
  const std::optional<std::size_t> index =
      candidate_index(role == Role::share_consumer ? Role::consumer : role);
  if (!index) return false;
  for (const KeyAndValue& pair : pairs)
    if (candidates_of(pair.key) >> *index & 1U) return true;
  const std::vector<std::string_view> keys = kafka::catalog(role).all_keys();
  for (const KeyAndValue& pair : pairs.first(std::min<std::size_t>(pairs.size(), 20)))
    for (std::string_view key : keys)
      if (key.size() > 3 && edit_distance(pair.key, key, 2) <= 2) return true;
  return false;
}

/// A connector's configuration says by itself what it is.
std::optional<RoleGuess> guess_connector(std::span<const KeyAndValue> pairs) {
  const std::string_view full = trim_java(value_of(pairs, "connector.class"));
  const std::string_view name = full.substr(full.find_last_of('.') + 1);
  const bool says_source = name.find("Source") != std::string_view::npos;
  const bool says_sink = name.find("Sink") != std::string_view::npos;
  if (says_sink != says_source)
    return RoleGuess{says_sink ? Role::sink_connector : Role::source_connector, true,
                     "the connector's class"};
  if (holds(pairs, "topics") || holds(pairs, "topics.regex"))
    return RoleGuess{Role::sink_connector, true, "a connector with topics to read"};
  return RoleGuess{Role::source_connector, true, "a connector without topics to read"};
}

/// Keys that settle the matter, strongest first. Each needs its companion, since single names occur
/// in other programs' files.
std::optional<Role> telling_role(std::span<const KeyAndValue> pairs) {
  if (holds(pairs, "clusters") && std::ranges::any_of(pairs, [](const KeyAndValue& pair) {
        return pair.key.find("->") != std::string_view::npos;
      }))
    return Role::mirrormaker;
  const bool converters = holds(pairs, "key.converter") || holds(pairs, "value.converter");
  if (converters && holds(pairs, "offset.storage.file.filename")) return Role::connect_standalone;
  if (converters && (holds(pairs, "offset.storage.topic") || holds(pairs, "config.storage.topic")))
    return Role::connect_distributed;
  if (holds(pairs, "process.roles") || holds(pairs, "broker.id") || holds(pairs, "log.dirs") ||
      (holds(pairs, "node.id") && holds(pairs, "controller.quorum.voters")))
    return Role::broker;
  if (holds(pairs, "application.id") && holds(pairs, "bootstrap.servers")) return Role::streams;
  return std::nullopt;
}

struct Score {
  std::size_t known = 0;
  std::size_t own = 0;  // keys that of the three clients only this one has
};

Score score(std::span<const KeyAndValue> pairs, std::size_t index) {
  std::uint32_t clients = 0;
  for (Role role : {Role::producer, Role::consumer, Role::admin})
    clients |= 1U << *candidate_index(role);
  Score result;
  for (const KeyAndValue& pair : pairs) {
    const std::uint32_t bits = candidates_of(pair.key);
    if (!(bits >> index & 1U)) continue;
    ++result.known;
    if ((bits & clients) == 1U << index) ++result.own;
  }
  return result;
}

RoleGuess by_keys(Role role, std::size_t known, std::size_t all) {
  const bool complete =
      role == Role::broker || role == Role::connect_distributed || role == Role::connect_standalone;
  if (role == Role::mirrormaker) return {role, true, "`clusters` and flows between them"};
  const std::string_view noun = kCandidates[*candidate_index(role)].noun;
  return {role, complete, fmt::format("{} of {} keys are {}", known, all, noun)};
}

/// Producer or consumer, for a file whose name says nothing: three of four keys must be its own or
/// common ones, none the other's, and the file must say where Kafka is or hold two telling keys.
std::optional<RoleGuess> guess_client(std::span<const KeyAndValue> pairs) {
  const Score producer = score(pairs, *candidate_index(Role::producer));
  const Score consumer = score(pairs, *candidate_index(Role::consumer));
  if ((producer.own > 0) == (consumer.own > 0)) return std::nullopt;
  const Role role = producer.own > 0 ? Role::producer : Role::consumer;
  const Score& best = producer.own > 0 ? producer : consumer;
  const bool enough =
      best.own >= 2 || holds(pairs, "bootstrap.servers") || holds(pairs, "security.protocol");
  if (!enough || best.known * 4 < pairs.size() * 3) return std::nullopt;
  return by_keys(role, best.known, pairs.size());
}

/// What every client reads, such as a file for the `--command-config` of the command line tools:
/// how to reach the cluster and nothing that another program would read.
std::optional<RoleGuess> guess_common_client(std::span<const KeyAndValue> pairs) {
  if (!holds(pairs, "security.protocol") && !holds(pairs, "sasl.mechanism")) return std::nullopt;
  const Score admin = score(pairs, *candidate_index(Role::admin));
  if (pairs.size() < 2 || admin.known != pairs.size()) return std::nullopt;
  return RoleGuess{Role::admin, false, "all keys are those that every client has"};
}

}  // namespace

bool is_librdkafka(std::span<const KeyAndValue> pairs) {
  for (std::string_view java : {"key.serializer", "value.serializer", "key.deserializer",
                                "value.deserializer", "application.id", "connector.class"})
    if (holds(pairs, java)) return false;
  return std::ranges::any_of(pairs, [](const KeyAndValue& pair) {
    return std::ranges::any_of(kLibrdkafkaKeys, [&pair](std::string_view name) {
      return name.ends_with('.') ? pair.key.starts_with(name) : pair.key == name;
    });
  });
}

std::optional<RoleGuess> guess_role(std::string_view file_name,
                                    std::span<const KeyAndValue> pairs) {
  if (pairs.empty() || is_librdkafka(pairs)) return std::nullopt;
  if (holds(pairs, "connector.class")) return guess_connector(pairs);
  const NameRule* named = name_rule(file_name);
  if (named && named->role != Role::admin && name_fits(pairs, named->role))
    return RoleGuess{named->role, named->complete, "the file's name"};
  if (const std::optional<Role> role = telling_role(pairs)) {
    const std::optional<std::size_t> index = candidate_index(*role);
    const std::size_t known = index ? score(pairs, *index).known : pairs.size();
    if (known * 2 >= pairs.size()) return by_keys(*role, known, pairs.size());
    return std::nullopt;
  }
  if (std::optional<RoleGuess> client = guess_client(pairs)) return client;
  if (named && named->role == Role::admin && name_fits(pairs, Role::admin))
    return RoleGuess{Role::admin, false, "the file's name"};
  return guess_common_client(pairs);
}

bool is_kafka_file_name(std::string_view file_name) { return name_rule(file_name) != nullptr; }

std::optional<RoleGuess> asked_or_guessed(std::optional<Role> asked, std::optional<RoleGuess> guess,
                                          std::span<const KeyAndValue> pairs, std::size_t least) {
  if (!asked) return guess;
  const auto known = std::ranges::count_if(pairs, [asked](const KeyAndValue& pair) {
    return !kafka::catalog(*asked).history(pair.key).empty();
  });
  if (!guess && static_cast<std::size_t>(known) < least) return std::nullopt;
  return RoleGuess{*asked, true, "the role was given"};
}

}  // namespace kaflint::dialect
