// Effective values are computed only when they are asked for: a check needs none of them.
#include "linter/report/effective_config.h"

#include "linter/kafka/config.h"
#include "linter/report/redact.h"

namespace kaflint::report {
namespace {

EffectiveConfig hide_secrets(EffectiveConfig values, kafka::Role role) {
  for (auto& [key, value] : values)
    if (value.value) value.value = without_secrets(role, key, *value.value);
  return values;
}

}  // namespace

EffectiveConfig effective_config(const policy::UnitResult& result, const kafka::Verdict& verdict) {
  if (verdict.outcome != kafka::Outcome::starts) return {};
  const dialect::Unit& unit = result.unit;
  const kafka::WrittenConfig written = policy::written_config(unit);
  const kafka::ParsedConfig parsed(
      kafka::catalog(unit.role), verdict.version, written,
      unit.complete ? kafka::Completeness::complete : kafka::Completeness::incomplete);
  std::vector<std::string> framework;
  for (const dialect::Setting& setting : unit.settings)
    if (setting.origin == dialect::SettingOrigin::framework) framework.push_back(setting.key);
  return hide_secrets(kafka::effective_values(parsed, verdict, framework), unit.role);
}

EffectiveConfig effective_config(const kafka::ClientVerdict& client) {
  if (client.verdict.outcome != kafka::Outcome::starts) return {};
  return hide_secrets(kafka::effective_values(client), client.role);
}

}  // namespace kaflint::report
