// The name of a rule, such as `producer/idempotence-needs-acks-all`.
#pragma once

#include <string>
#include <string_view>

#include "rule_ids.h"  // generated from the files of rules/: `inline constexpr std::string_view kRuleIds[]`

namespace kaflint {

/// A rule's id. Writing one that has no file in rules/ does not compile.
class RuleId {
 public:
  consteval RuleId(const char* id) : id_(id) {  // NOLINT(google-explicit-constructor)
    for (std::string_view known : kRuleIds)
      if (known == id_) return;
    throw "no rule file has this id";
  }

  /// Of a rule that is found by its constraint. `id` has to live as long as anything that names the
  /// rule: it is that of the rule table, or of a loaded policy.
  static constexpr RuleId loaded(std::string_view id) { return RuleId(Loaded{id}); }

  constexpr std::string_view text() const { return id_; }
  friend constexpr bool operator==(RuleId, RuleId) = default;

 private:
  struct Loaded {
    std::string_view id;
  };
  explicit constexpr RuleId(Loaded loaded) : id_(loaded.id) {}

  std::string_view id_;
};

}  // namespace kaflint
