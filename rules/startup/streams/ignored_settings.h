// Written client settings that reach no client, because Streams decides them.
#pragma once

#include <span>
#include <string_view>

#include "linter/kafka/verdict.h"

namespace kaflint::startup::streams {

/// A client before it is built.
struct PlannedClient {
  kafka::Role role;
  std::string_view name;
  kafka::DerivedConfig config;
};

/// `clients` are all that the application may have.
void check_ignored_settings(const kafka::ParsedConfig& config,
                            std::span<const PlannedClient> clients, kafka::StartupReport& report);

}  // namespace kaflint::startup::streams
