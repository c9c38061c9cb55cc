#include "linter/policy/compiler/check_profiles.h"

#include <fmt/format.h>

#include <algorithm>

#include "linter/base/suggest.h"

namespace kaflint::policy::compiler {
namespace {

std::uint32_t offset_of(std::string_view text, std::string_view what) {
  const std::size_t at = text.find(what);
  return at == std::string_view::npos ? 0 : static_cast<std::uint32_t>(at);
}

}  // namespace

void check_profiles(std::vector<RuleSource>& rules, std::vector<ProfileSource>& profiles) {
  std::vector<std::string_view> names;
  for (const ProfileSource& profile : profiles) names.push_back(profile.name);
  std::vector<std::string_view> ids;
  for (RuleSource& rule : rules) {
    ids.push_back(rule.id);
    if (rule.require && rule.profiles.empty())
      rule.problems.push_back({offset_of(rule.text, "\nrequire:") + 1,
                               "a rule with `require` says in which `profiles` it is"});
    for (const std::string& name : rule.profiles)
      if (std::ranges::find(names, name) == names.end())
        rule.problems.push_back(
            {offset_of(rule.text, "\nprofiles:") + 1,
             fmt::format("no profile `{}`{}", name, did_you_mean(nearest(name, names)))});
  }
  for (ProfileSource& profile : profiles)
    for (const auto& [rule, level] : profile.levels)
      if (std::ranges::find(ids, rule) == ids.end())
        profile.problems.push_back(
            {offset_of(profile.text, rule),
             fmt::format("no rule `{}`{}", rule, did_you_mean(nearest(rule, ids)))});
}

}  // namespace kaflint::policy::compiler
