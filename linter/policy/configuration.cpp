#include "linter/policy/configuration.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <ranges>
#include <utility>

#include "linter/base/suggest.h"
#include "linter/policy/rule.h"

namespace kaflint::policy {
namespace {

bool applies(const PathPatterns& paths, std::string_view path) {
  return paths.empty() || paths.match(path);
}

template <typename T>
void put_before(std::vector<T>& items, std::vector<T> earlier) {
  std::ranges::move(items, std::back_inserter(earlier));
  items = std::move(earlier);
}

/// The same for what has names: one of the same name is replaced.
template <typename T>
void put_others_before(std::vector<T>& items, std::vector<T> earlier) {
  std::erase_if(earlier, [&](const T& one) {
    return std::ranges::find(items, one.name, &T::name) != items.end();
  });
  put_before(items, std::move(earlier));
}

/// The later says more.
void set(RuleSetting& setting, const RuleSetting& later) {
  setting.off = later.off || (setting.off && !later.level);
  if (later.level) setting.level = later.level;
  setting.place = later.place;
}

}  // namespace

bool names_rule(std::string_view name, std::string_view id) {
  if (name.find('*') == std::string_view::npos) return name == id;
  return name == "*" || glob_match(name, id);
}

bool Suppression::is_about(std::string_view path, std::string_view rule) const {
  return applies(paths, path) &&
         (rules.empty() || std::ranges::any_of(rules, [&](const std::string& name) {
            return names_rule(name, rule);
          }));
}

const KafkaEntry* Configuration::kafka_of(std::string_view file, kafka::Role role) const {
  for (const KafkaEntry& entry : kafka | std::views::reverse) {
    const bool any_role = entry.roles.empty();
    if (any_role || std::ranges::find(entry.roles, role) != entry.roles.end())
      if (applies(entry.paths, file)) return &entry;
  }
  return nullptr;
}

const RoleEntry* Configuration::role_of(std::string_view file) const {
  for (const RoleEntry& entry : roles | std::views::reverse)
    if (entry.paths.match(file)) return &entry;
  return nullptr;
}

std::optional<RuleSetting> Configuration::setting_of(std::string_view file,
                                                     std::string_view rule) const {
  std::optional<RuleSetting> result;
  const auto add = [&](const std::vector<RuleSetting>& settings) {
    for (const RuleSetting& setting : settings) {
      if (!names_rule(setting.rule, rule)) continue;
      if (!result) result.emplace().rule = rule;
      set(*result, setting);
    }
  };
  add(rules);
  for (const Override& each : overrides)
    if (each.paths.match(file)) add(each.rules);
  return result;
}

const System* Configuration::system_of(std::string_view file) const {
  for (const System& system : systems | std::views::reverse)
    if (system.paths.match(file)) return &system;
  return nullptr;
}

void extend(Configuration& configuration, Configuration base) {
  configuration.extended.push_back(base.path);
  std::ranges::move(base.extended, std::back_inserter(configuration.extended));
  put_before(configuration.kafka, std::move(base.kafka));
  put_before(configuration.roles, std::move(base.roles));
  put_before(configuration.profiles, std::move(base.profiles));
  put_before(configuration.rules, std::move(base.rules));
  put_before(configuration.overrides, std::move(base.overrides));
  base.exclude.add(configuration.exclude);
  configuration.exclude = std::move(base.exclude);
  put_others_before(configuration.systems, std::move(base.systems));
  put_others_before(configuration.installations, std::move(base.installations));
  put_before(configuration.suppressions, std::move(base.suppressions));
  put_before(configuration.named_rules, std::move(base.named_rules));
  put_before(configuration.policies, std::move(base.policies));
  if (!configuration.require_reason) configuration.require_reason = base.require_reason;
  if (!configuration.baseline) configuration.baseline = std::move(base.baseline);
}

std::vector<ConfigurationProblem> unknown_rules(const Configuration& configuration,
                                                std::span<const std::string> others) {
  std::vector<ConfigurationProblem> problems;
  for (const NamedRule& named : configuration.named_rules) {
    if (others.empty() && named.text.starts_with(kPolicyFolder)) continue;
    const auto fits = [&](std::string_view id) { return names_rule(named.text, id); };
    if (std::ranges::any_of(rules(), fits, &Rule::id) || std::ranges::any_of(others, fits))
      continue;
    std::vector<std::string_view> near = similar_rules(named.text);
    for (const std::string_view id : nearest(named.text, {others.begin(), others.end()}))
      near.insert(near.begin(), id);
    const bool pattern = named.text.find('*') != std::string::npos;
    problems.push_back(
        {named.place, pattern ? fmt::format("no rule fits the pattern `{}`", named.text)
                              : fmt::format("no rule `{}`{}", named.text, did_you_mean(near))});
  }
  return problems;
}

}  // namespace kaflint::policy
