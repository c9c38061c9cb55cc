// kaflint schema
#include "linter/cli/commands.h"
#include "linter/policy/configuration_schema.h"
#include "linter/policy/rule_schema.h"

namespace kaflint::cli {

int schema(const Options& options) {
  if (options.topic == kSchemaOfPolicies)
    return deliver_stdout(policy::rule_schema(policy::RuleKind::policy));
  if (options.topic == kSchemaOfRules)
    return deliver_stdout(policy::rule_schema(policy::RuleKind::own));
  return deliver_stdout(policy::configuration_schema());
}

}  // namespace kaflint::cli
