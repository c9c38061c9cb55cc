// The rules that a command without files knows: kaflint's own, and the policies of the command line
// and of the working directory's configuration.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "linter/cli/options.h"
#include "linter/policy/profile.h"

namespace kaflint::cli {

struct KnownRules {
  std::shared_ptr<const policy::RuleChoice> choice;  // holds what `all` points to
  std::vector<const policy::Rule*> all;              // kaflint's own by id, then the policies
  bool failed = false;                               // something is wrong with a policy
};

/// The choice is not null. What is wrong is said on stderr.
KnownRules known_rules(const Options& options);

}  // namespace kaflint::cli
