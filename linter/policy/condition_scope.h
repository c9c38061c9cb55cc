// What the keys of a rule's roles are to its constraints.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "linter/constraint/checker.h"
#include "linter/kafka/role.h"
#include "linter/kafka/version.h"

namespace kaflint::policy {

class ConditionScope : public constraint::Scope {
 public:
  /// Every role has to have the key in one of the releases.
  ConditionScope(std::vector<kafka::Role> roles, const kafka::VersionSet& versions)
      : roles_(std::move(roles)), releases_(versions.mask()) {}

  std::expected<std::string, std::string> config_type(std::string_view key) const override;

 private:
  std::vector<kafka::Role> roles_;
  kafka::ReleaseMask releases_;
};

}  // namespace kaflint::policy
