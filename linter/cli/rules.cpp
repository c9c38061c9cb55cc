// kaflint rules
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "linter/cli/commands.h"
#include "linter/cli/known_rules.h"
#include "linter/cli/rule_json.h"
#include "linter/policy/rule.h"

namespace kaflint::cli {

int rules(const Options& options) {
  const KnownRules known = known_rules(options);
  if (options.format == Format::json)
    return deliver_stdout(rules_json(known.all), known.failed ? 2 : 0);
  std::size_t width = 0;
  for (const policy::Rule* rule : known.all) width = std::max(width, rule->id.size());
  std::string out;
  for (const policy::Rule* rule : known.all)
    fmt::format_to(std::back_inserter(out), "{:<{}}  {:<7}  {:<16}  {}\n", rule->id, width,
                   to_string(rule->level), to_string(rule->consequences.front()), rule->summary);
  return deliver_stdout(out, known.failed ? 2 : 0);
}

}  // namespace kaflint::cli
