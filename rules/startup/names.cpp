#include "rules/startup/names.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace kaflint::startup {
namespace {

/// Settings of brokers that speak Kafka's protocol and have settings of their own.
constexpr std::array<std::string_view, 3> kOtherBrokers = {"confluent.", "redpanda.", "inkless."};

bool is_of_other_broker(std::string_view key) {
  return std::ranges::any_of(kOtherBrokers,
                             [key](std::string_view prefix) { return key.starts_with(prefix); });
}

}  // namespace

void check_names(const kafka::ParsedConfig& config, kafka::StartupReport& report) {
  const std::string role(to_string(config.catalog().role()));
  for (const auto& [key, value] : config.written().values()) {
    if (config.definition(key)) continue;
    if (is_of_other_broker(key))
      report.needs(key);
    else
      report.refuse_before_parsing("any/unknown-key", key,
                                   {{"role", role}, {"effect", "the broker refuses the " + role}});
  }
}

}  // namespace kaflint::startup
