// Named sets of rules, and which rules are on.
#pragma once

#include <expected>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/policy/policies.h"
#include "linter/policy/rule.h"

namespace kaflint::policy {

/// Of rules/profiles. Which rules are in it is said by the rules.
struct Profile {
  struct RuleLevel {
    std::string_view rule;
    std::optional<Level> level;  // nothing: off
  };
  std::string_view name;
  std::string_view summary;
  bool everything;  // every rule that is in any profile
  std::span<const RuleLevel> levels;
};

std::span<const Profile> profiles();  // sorted by name
const Profile* find_profile(std::string_view name);

/// A rule with a constraint that is on.
struct ActiveDemand {
  const Rule* rule;
  kafka::ReleaseMask releases;  // of its `kafka`
};

/// The rules that are on: those of no profile, those of the profile `default`, and those of what
/// was chosen. Immutable, and shared by all threads.
class RuleChoice {
 public:
  RuleChoice() : RuleChoice({}, {}) {}
  /// `names` are profiles, of which the later ones decide about levels; `rules` are on as well.
  explicit RuleChoice(std::vector<const Profile*> names, std::vector<std::string> rules = {},
                      Policies policies = {});

  bool is_on(const Rule& rule) const;
  /// Kaflint's own, or a policy; null for an unknown id.
  const Rule* find(std::string_view id) const;
  /// Ids that somebody may have meant: of policies where the name is one's, else of kaflint's own.
  std::vector<std::string_view> similar(std::string_view id) const;
  const Policies& policies() const { return policies_; }
  /// The level that a chosen profile gives the rule; nothing where none does.
  std::optional<Level> level(const Rule& rule) const;
  /// Those with a constraint that are on for this role.
  std::span<const ActiveDemand> demands(kafka::Role role) const;

 private:
  std::vector<const Profile*> profiles_;
  std::vector<std::string> rules_;
  Policies policies_;
  std::map<std::string_view, std::optional<Level>> levels_;
  std::map<kafka::Role, std::vector<ActiveDemand>> demands_;
};

/// From names as `--profile` has them, comma lists among them. The error names what is near.
std::expected<std::vector<const Profile*>, std::string> parse_profiles(
    std::span<const std::string> names);

}  // namespace kaflint::policy
