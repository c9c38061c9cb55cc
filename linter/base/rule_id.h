// The name of a rule, such as `producer/idempotence-needs-acks-all`.
#pragma once

#include <string>
#include <string_view>

#include "rule_ids.h"  // generated from the files of rules/: `inline constexpr std::string_view kRuleIds[]`

namespace kaflint {

/// A built-in rule's id. Writing one that has no file in rules/ does not compile.
class RuleId {
 public:
  consteval RuleId(const char* id) : id_(id) {  // NOLINT(google-explicit-constructor)
    for (std::string_view known : kRuleIds)
      if (known == id_) return;
    throw "no rule file has this id";
  }

  constexpr std::string_view text() const { return id_; }
  friend constexpr bool operator==(RuleId, RuleId) = default;

 private:
  std::string_view id_;
};

}  // namespace kaflint
