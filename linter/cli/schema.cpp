// kaflint schema
#include "linter/cli/commands.h"
#include "linter/policy/configuration_schema.h"

namespace kaflint::cli {

int schema(const Options&) { return deliver_stdout(policy::configuration_schema()); }

}  // namespace kaflint::cli
