#include "linter/policy/rule_chooser.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace kaflint::policy {
namespace {

/// What the configuration names and the policies do not hold. Nothing while there are none, since
/// another run may load them.
std::vector<ConfigurationProblem> unknown_policies(const Configuration& configuration,
                                                   const Policies& policies) {
  std::vector<std::string> ids;
  for (const Rule* policy : policies.rules()) ids.emplace_back(policy->id);
  if (ids.empty()) return {};
  // Other names were looked at when the configuration was read.
  Configuration names;
  std::ranges::copy_if(
      configuration.named_rules, std::back_inserter(names.named_rules),
      [](const NamedRule& named) { return named.text.starts_with(kPolicyFolder); });
  return unknown_rules(names, ids);
}

}  // namespace

RuleChooser::RuleChooser(std::vector<const Profile*> profiles, std::vector<std::string> policies)
    : profiles_(std::move(profiles)),
      policies_(std::move(policies)),
      chosen_(std::make_shared<const RuleChoice>(profiles_, std::vector<std::string>(),
                                                 Policies::load(policies_))) {}

std::shared_ptr<const RuleChoice> RuleChooser::of(const Configured& configured) const {
  const std::shared_ptr<const Configuration>& configuration = configured.configuration;
  if (!configuration) return chosen_;
  const std::lock_guard lock(mutex_);
  std::shared_ptr<const RuleChoice>& made = configured_[configuration];
  if (made) return made;
  if (configuration->policies.empty() && configuration->profiles.empty()) return made = chosen_;
  std::vector<const Profile*> profiles;
  for (const std::string& name : configuration->profiles) profiles.push_back(find_profile(name));
  profiles.insert(profiles.end(), profiles_.begin(), profiles_.end());
  return made =
             std::make_shared<const RuleChoice>(std::move(profiles), std::vector<std::string>(),
                                                Policies::load(policies_, configuration->policies));
}

std::vector<ConfigurationProblem> RuleChooser::problems() const {
  std::vector<ConfigurationProblem> problems = chosen_->policies().problems();
  const std::lock_guard lock(mutex_);
  for (const auto& [configuration, made] : configured_) {
    std::ranges::copy(made->policies().problems(), std::back_inserter(problems));
    std::ranges::move(unknown_policies(*configuration, made->policies()),
                      std::back_inserter(problems));
  }
  std::ranges::sort(problems);
  problems.erase(std::ranges::unique(problems).begin(), problems.end());
  return problems;
}

}  // namespace kaflint::policy
