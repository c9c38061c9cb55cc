// Files of variables that stand alone: `.env`, `kafka.env`, `.env.production`.
#pragma once

#include "linter/dialect/dialect.h"

namespace kaflint::dialect {

/// The unit of the container that gets these variables, where their names say what that is. Nothing
/// for a file that a compose file beside it uses: what its services make of it is told there.
void read_dotenv_file(const ParsedFile& file, FileUnits& out);

}  // namespace kaflint::dialect
