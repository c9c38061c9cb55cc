#include "linter/policy/configured_findings.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

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

/// Null when the finding is to be reported.
const Suppression* suppression_of(const Configured& configured, const Finding& finding) {
  const std::vector<Suppression>& all = configured.configuration->suppressions;
  const auto found = std::ranges::find_if(all, [&](const Suppression& suppression) {
    return suppression.is_about(configured.path, finding.rule);
  });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

void apply_configuration(const Configured& configured, std::vector<Finding>& findings,
                         std::vector<Suppressed>& suppressed) {
  if (!configured.configuration) return;
  Settings settings(configured);
  std::erase_if(findings, [&](const Finding& finding) {
    const std::optional<RuleSetting>& setting = settings.of(finding.rule);
    return setting && setting->off;
  });
  for (Finding& finding : findings)
    if (const std::optional<RuleSetting>& setting = settings.of(finding.rule))
      finding.level = setting->level.value_or(finding.level);
  std::erase_if(findings, [&](Finding& finding) {
    const Suppression* by = suppression_of(configured, finding);
    if (by == nullptr) return false;
    suppressed.push_back({std::move(finding), SuppressionKind::configuration, by->reason});
    return true;
  });
}

}  // namespace kaflint::policy
