#include "rules/startup/embedded_client.h"

#include <utility>

#include "rules/startup/startup.h"

namespace kaflint::startup {

kafka::ClientVerdict judge_client(const kafka::ParsedConfig& component, kafka::Role role,
                                  std::string_view name, kafka::DerivedConfig config) {
  kafka::ClientVerdict client;
  client.role = role;
  client.name = name;
  client.completeness = component.completeness();
  client.config = std::move(config);
  const kafka::ParsedConfig parsed(kafka::catalog(role), component.version(),
                                   client.config.written(), client.completeness);
  client.verdict = kafka::judge(parsed, mirror(role));
  return client;
}

}  // namespace kaflint::startup
