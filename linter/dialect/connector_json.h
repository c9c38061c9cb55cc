// JSON whose role is known already; the search for connectors is read_connector_json in readers.h.
#pragma once

#include "linter/dialect/dialect.h"

namespace kaflint::dialect {

/// One unit of that role, complete, of the object in the file or the `config` in it; an empty one
/// when there is none.
void read_json_as(const ParsedFile& file, kafka::Role role, FileUnits& out);

}  // namespace kaflint::dialect
