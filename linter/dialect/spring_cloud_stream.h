// Spring Cloud Stream's Kafka binders in the documents of an application file.
#pragma once

#include <span>
#include <string>

#include "linter/dialect/dialect.h"
#include "linter/dialect/spring_role.h"

namespace kaflint::dialect {

/// One unit for each client that the binder makes: of all bindings together, of each binding with
/// settings of its own, and of each binder with an environment of its own. `condition` is that of
/// the documents, `profile prod`.
void read_spring_cloud_stream(std::span<const ActiveDocument> documents,
                              const SpringContext& context, const std::string& condition,
                              FileUnits& out);

}  // namespace kaflint::dialect
