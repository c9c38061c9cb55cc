#include "rules/startup/streams/ignored_settings.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

namespace kaflint::startup::streams {
namespace {

using kafka::ParsedConfig;
using kafka::Role;
using kafka::StartupReport;

struct Prefix {
  std::string_view text;
  std::string_view client;  // empty: all consumers
  Role role;
};

constexpr std::array kPrefixes = std::to_array<Prefix>({
    {"main.consumer.", "main-consumer", Role::consumer},
    {"restore.consumer.", "restore-consumer", Role::consumer},
    {"global.consumer.", "global-consumer", Role::consumer},
    {"consumer.", "", Role::consumer},
    {"producer.", "producer", Role::producer},
    {"admin.", "admin", Role::admin},
});

struct NamedRule {
  std::string_view name;
  RuleId rule;
};

constexpr std::array kRules = std::to_array<NamedRule>({
    {"enable.auto.commit", "streams/enable-auto-commit-ignored"},
    {"isolation.level", "streams/isolation-level-ignored"},
    {"enable.idempotence", "streams/idempotence-ignored"},
    {"transactional.id", "streams/transactional-id-ignored"},
    {"max.in.flight.requests.per.connection", "streams/in-flight-ignored"},
    {"group.id", "streams/group-id-ignored"},
    {"group.instance.id", "streams/group-instance-id-ignored"},
    {"group.protocol", "streams/group-protocol-ignored"},
    {"client.id", "streams/client-id-ignored"},
    {"bootstrap.servers", "streams/bootstrap-servers-ignored"},
    {"bootstrap.resolve.timeout.ms", "streams/resolve-timeout-ignored"},
    {"partition.assignment.strategy", "streams/assignor-ignored"},
    {"auto.offset.reset", "streams/auto-offset-reset-ignored"},
    {"allow.auto.create.topics", "streams/auto-create-topics-ignored"},
    {"key.serializer", "streams/serializer-ignored"},
    {"value.serializer", "streams/serializer-ignored"},
    {"key.deserializer", "streams/serializer-ignored"},
    {"value.deserializer", "streams/serializer-ignored"},
});

/// `restore-consumer` for a sentence.
std::string in_words(std::string_view name) {
  std::string words(name);
  std::ranges::replace(words, '-', ' ');
  return words;
}

class IgnoredSettings {
 public:
  IgnoredSettings(const ParsedConfig& config, std::span<const PlannedClient> clients,
                  StartupReport& report)
      : config_(config), clients_(clients), report_(report) {}

  void run() {
    for (const auto& [key, value] : config_.written().values()) check(key, value);
  }

 private:
  void check(const std::string& key, const std::optional<std::string>& value) {
    const auto prefix = std::ranges::find_if(
        kPrefixes, [&](const Prefix& each) { return key.starts_with(each.text); });
    const bool plain = prefix == kPrefixes.end();
    // Streams itself reads its own keys.
    if (plain && config_.definition(key)) return;
    const std::string_view name =
        plain ? std::string_view(key) : std::string_view(key).substr(prefix->text.size());
    const PlannedClient* reader = nullptr;
    for (const PlannedClient& client : clients_) {
      if (!plain && (client.role != prefix->role ||
                     !(prefix->client.empty() || prefix->client == client.name)))
        continue;
      if (!kafka::catalog(client.role).find(name, config_.version())) continue;
      if (is_for_members_only(name) && client.name != "main-consumer") continue;
      if (client.config.source_of(name) == key) return;
      const std::optional<std::string>* used = client.config.written().find(name);
      if (used != nullptr && value && *used == value) return;
      if (reader == nullptr) reader = &client;
    }
    if (reader != nullptr) report(key, name, value, *reader);
  }

  /// Handed to the other consumers too, which are in no group.
  static bool is_for_members_only(std::string_view name) {
    return name == "partition.assignment.strategy";
  }

  void report(const std::string& key, std::string_view name,
              const std::optional<std::string>& value, const PlannedClient& reader) {
    const std::string_view winner = reader.config.source_of(name);
    const auto named = std::ranges::find(kRules, name, &NamedRule::name);
    const bool by_streams = winner.empty() || winner == "application.id" || winner == "client.id" ||
                            winner == "bootstrap.servers";
    if (by_streams && named == kRules.end()) return;
    report_.unused(by_streams ? named->rule : RuleId("streams/overridden-by-prefix"), key,
                   {{"value", value.value_or("")},
                    {"winner", std::string(winner)},
                    {"client", in_words(reader.name)}});
  }

  const ParsedConfig& config_;
  std::span<const PlannedClient> clients_;
  StartupReport& report_;
};

}  // namespace

void check_ignored_settings(const ParsedConfig& config, std::span<const PlannedClient> clients,
                            StartupReport& report) {
  IgnoredSettings(config, clients, report).run();
}

}  // namespace kaflint::startup::streams
