#include "linter/policy/configured_findings.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

namespace kaflint::policy {
namespace {

/// What is said about each rule, asked once.
class Settings {
 public:
  explicit Settings(const Configured& configured) : configured_(configured) {}

  const std::optional<RuleSetting>& of(const std::string& rule) {
    const auto known = rules_.find(rule);
    if (known != rules_.end()) return known->second;
    return rules_.emplace(rule, configured_.configuration->setting_of(configured_.path, rule))
        .first->second;
  }

 private:
  const Configured& configured_;
  std::map<std::string, std::optional<RuleSetting>> rules_;
};

bool is_suppressed(const Configured& configured, const Finding& finding) {
  return std::ranges::any_of(configured.configuration->suppressions, [&](const auto& suppression) {
    return suppression.is_about(configured.path, finding.rule);
  });
}

}  // namespace

void apply_configuration(const Configured& configured, std::vector<Finding>& findings) {
  if (!configured.configuration) return;
  Settings settings(configured);
  std::erase_if(findings, [&](const Finding& finding) {
    const std::optional<RuleSetting>& setting = settings.of(finding.rule);
    return (setting && setting->off) || is_suppressed(configured, finding);
  });
  for (Finding& finding : findings)
    if (const std::optional<RuleSetting>& setting = settings.of(finding.rule))
      finding.level = setting->level.value_or(finding.level);
}

}  // namespace kaflint::policy
