// What StreamsConfig refuses while it derives a client's configuration.
#pragma once

#include "linter/kafka/verdict.h"
#include "rules/startup/streams/client_configs.h"

namespace kaflint::startup::streams {

/// Each refusal is reported at the first client that meets it.
class DerivationChecks {
 public:
  DerivationChecks(const kafka::ParsedConfig& config, const ClientConfigs& clients,
                   Guarantee guarantee, kafka::StartupReport& report)
      : config_(config), clients_(clients), guarantee_(guarantee), report_(report) {}

  void main_consumer();
  void restore_consumer();
  void global_consumer();
  void producer();

 private:
  bool since(kafka::Version first) const { return config_.version() >= first; }
  void consumer(const char* own_prefix);
  void forbid(const kafka::DerivedConfig& user, const char* key);
  void in_flight(const kafka::DerivedConfig& user);
  void admin_of_main_consumer();
  void segment_of_topics();
  bool seen(std::string_view cause);

  const kafka::ParsedConfig& config_;
  const ClientConfigs& clients_;
  Guarantee guarantee_;
  kafka::StartupReport& report_;
  std::vector<std::string> seen_;
};

}  // namespace kaflint::startup::streams
