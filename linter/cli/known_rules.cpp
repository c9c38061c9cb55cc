#include "linter/cli/known_rules.h"

#include <fmt/format.h>

#include "linter/cli/output.h"
#include "linter/policy/configuration_finder.h"
#include "linter/policy/rule_chooser.h"
#include "linter/report/report.h"

namespace kaflint::cli {

KnownRules known_rules(const Options& options, bool& failed) {
  const policy::ConfigurationFinder configurations;
  const policy::RuleChooser chooser({}, options.policies);
  KnownRules known{chooser.of(configurations.of_folder("")), {}};
  for (const policy::Rule& rule : policy::rules()) known.all.push_back(&rule);
  for (const policy::Rule* policy : known.choice->policies().rules()) known.all.push_back(policy);
  for (const auto& problems : {configurations.problems(), chooser.problems()})
    for (const policy::ConfigurationProblem& problem : problems) {
      const auto& [file, line, column] = problem.place;
      const report::RunError error{file, problem.text, line, column};
      write_stderr(error_line(fmt::format("`{}`: {}", report::place_of(error), error.message)));
      failed = true;
    }
  return known;
}

}  // namespace kaflint::cli
