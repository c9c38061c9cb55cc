// The examples of a rule file are its tests: every finding has to be marked, exactly, and nothing
// else.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "linter/policy/profile.h"
#include "linter/policy/rule_file.h"

namespace kaflint::policy {

struct ExampleCheck {
  /// What is wrong, in the order of the file, whose bytes the offsets are of.
  std::vector<RuleFileProblem> problems;
  std::size_t examples = 0;
  /// The file with the marks that the findings give.
  std::string updated;
};

/// `text` is the file of the rule `id`, which `rules` has to have on. A Bad example has a finding
/// of the rule, a Good one has none of it, and there is at least one of either.
ExampleCheck check_examples(const std::string& text, const std::string& id,
                            const std::shared_ptr<const RuleChoice>& rules);

}  // namespace kaflint::policy
