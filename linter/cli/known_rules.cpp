#include "linter/cli/known_rules.h"

#include "linter/cli/commands.h"
#include "linter/cli/run.h"
#include "linter/policy/configuration_finder.h"
#include "linter/policy/rule_chooser.h"

namespace kaflint::cli {

KnownRules known_rules(const Options& options) {
  const policy::ConfigurationFinder configurations;
  const policy::RuleChooser chooser({}, options.policies);
  KnownRules known{chooser.of(configurations.of_folder("")), {}, false};
  for (const policy::Rule& rule : policy::rules()) known.all.push_back(&rule);
  for (const policy::Rule* policy : known.choice->policies().rules()) known.all.push_back(policy);
  report::Report wrong;
  add_problems(configurations.problems(), wrong);
  add_problems(chooser.problems(), wrong);
  write_errors(wrong.errors);
  known.failed = !wrong.errors.empty();
  return known;
}

}  // namespace kaflint::cli
