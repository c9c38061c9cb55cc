// The text of a sasl.jaas.config.
#pragma once

#include <expected>
#include <map>
#include <string>
#include <string_view>

namespace kaflint::startup {

/// javax.security.auth.login.AppConfigurationEntry as far as Kafka looks at it.
struct LoginModule {
  std::string name;
  std::map<std::string, std::string, std::less<>> options;
};

/// org.apache.kafka.common.security.JaasConfig and the check for exactly one login module in
/// JaasContext.load. The error says in words what Kafka refuses, and nothing of the text's values,
/// which are secret.
std::expected<LoginModule, std::string> parse_jaas_config(std::string_view text);

}  // namespace kaflint::startup
