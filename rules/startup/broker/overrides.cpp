// Settings of one listener, `listener.name.<listener>.<key>`:
// AbstractConfig.valuesWithPrefixOverride, called for the inter-broker listener when it uses SASL,
// and for every listener when it is built.
#include <bit>

#include "linter/base/text.h"
#include "linter/kafka/config_def.h"
#include "linter/kafka/java_text.h"
#include "rules/startup/broker/server.h"

namespace kaflint::startup::kafka_server {
namespace {

/// The number of buckets of the map that holds the settings: a HashMap made from another one, or
/// (up to 2.2) the ConcurrentHashMap inside of java.util.Properties.
std::size_t buckets(std::size_t settings, Version version) {
  if (version < Version(2, 3, 0)) {
    const std::size_t wanted = std::bit_ceil(settings + settings / 2 + 1);
    return wanted < 16 ? 16 : 2 * wanted;  // ConcurrentHashMap.tryPresize doubles it once more
  }
  return std::bit_ceil(settings * 4 / 3 + 1);
}

}  // namespace

bool Server::overrides_are_valid(std::string_view listener) {
  if (!judged_listeners_.emplace(listener).second) return true;
  const std::string prefix = "listener.name." + ascii_lower(listener) + ".";
  const kafka::WrittenConfig& written = config_.written();
  // Kafka meets them in the order of a hash map, and throws at the first that it cannot read.
  const std::size_t count =
      buckets(written.values().size() + (config_.has_synonym() ? 1 : 0), version());
  std::vector<std::pair<std::size_t, const std::string*>> overrides;
  for (const auto& [key, value] : written.with_prefix(prefix))
    overrides.emplace_back(kafka::hash_map_hash(key) & (count - 1), &key);
  std::ranges::stable_sort(overrides, {}, &std::pair<std::size_t, const std::string*>::first);
  bool valid = true;
  for (const auto& [bucket, key] : overrides)
    if (!override_is_valid(*key, prefix, *written.find(*key))) valid = false;
  return valid;
}

/// The key behind the prefix is looked up as it is, and then (from 1.1.0 on) without what stands
/// before its first dot, which is a mechanism's name.
bool Server::override_is_valid(std::string_view key, std::string_view prefix,
                               const std::optional<std::string>& text) {
  const std::string_view rest = key.substr(prefix.size());
  auto definition = config_.definition(rest);
  if (!definition && version() >= Version(1, 1, 0))
    definition = config_.definition(rest.substr(rest.find('.') + 1));
  if (!definition) return true;
  if (!text) {
    report_.needs(key);
    return true;
  }
  const auto value = kafka::parse_value(*definition, *text, version());
  if (value) return true;
  report_.refuse("broker/invalid-listener-override", std::string(definition->key()),
                 {{"value", *text},
                  {"overridden", std::string(definition->key())},
                  {"expected", value.error().expected}},
                 std::string(key));
  return false;
}

}  // namespace kaflint::startup::kafka_server
