#include "linter/policy/profile.h"

#include <fmt/format.h>

#include <algorithm>

#include "linter/base/suggest.h"
#include "linter/base/text.h"

namespace kaflint::policy {

const Profile* find_profile(std::string_view name) {
  const std::span<const Profile> all = profiles();
  const auto found = std::ranges::find(all, name, &Profile::name);
  return found == all.end() ? nullptr : &*found;
}

RuleChoice::RuleChoice(std::vector<const Profile*> names, std::vector<std::string> rules,
                       Policies policies)
    : profiles_(std::move(names)), rules_(std::move(rules)), policies_(std::move(policies)) {
  for (const Profile* profile : profiles_)
    for (const Profile::RuleLevel& each : profile->levels) levels_[each.rule] = each.level;
  const auto add = [&](const Rule& rule) {
    const ActiveDemand demand{&rule, parse_rule_versions(rule.versions)->mask()};
    for (const kafka::Role role : rule.roles) demands_[role].push_back(demand);
  };
  for (const Rule& rule : policy::rules())
    if (rule.demand.exists() && is_on(rule)) add(rule);
  for (const Rule* rule : policies_.rules()) add(*rule);
}

const Rule* RuleChoice::find(std::string_view id) const {
  const Rule* const own = find_rule(id);
  return own != nullptr ? own : policies_.find(id);
}

std::vector<std::string_view> RuleChoice::similar(std::string_view id) const {
  if (!id.starts_with(kPolicyFolder)) return similar_rules(id);
  std::vector<std::string_view> ids;
  for (const Rule* policy : policies_.rules()) ids.push_back(policy->id);
  return nearest(id, ids);
}

bool RuleChoice::is_on(const Rule& rule) const {
  if (std::ranges::find(rules_, rule.id) != rules_.end()) return true;
  if (const auto found = levels_.find(rule.id); found != levels_.end() && !found->second)
    return false;
  if (rule.profiles.empty()) return true;
  return std::ranges::any_of(rule.profiles, [&](std::string_view name) {
    return name == "default" || std::ranges::any_of(profiles_, [&](const Profile* profile) {
             return profile->everything || profile->name == name;
           });
  });
}

std::optional<Level> RuleChoice::level(const Rule& rule) const {
  const auto found = levels_.find(rule.id);
  return found == levels_.end() ? std::nullopt : found->second;
}

std::span<const ActiveDemand> RuleChoice::demands(kafka::Role role) const {
  const auto found = demands_.find(role);
  if (found == demands_.end()) return {};
  return found->second;
}

std::expected<std::vector<const Profile*>, std::string> parse_profiles(
    std::span<const std::string> names) {
  std::vector<const Profile*> result;
  for (const std::string& list : names) {
    for (const std::string_view piece : split(list, ',')) {
      const std::string_view name = trim_java(piece);
      result.push_back(find_profile(name));
      if (result.back() != nullptr) continue;
      std::vector<std::string_view> known;
      for (const Profile& profile : profiles()) known.push_back(profile.name);
      const std::string suggestion = did_you_mean(nearest(name, known));
      return std::unexpected(fmt::format(
          "profile `{}` is not known{}", name,
          suggestion.empty() ? fmt::format("; there are {}", fmt::join(known, ", ")) : suggestion));
    }
  }
  return result;
}

}  // namespace kaflint::policy
