// What the start scripts of images set by themselves.
#pragma once

#include "linter/dialect/common.h"
#include "linter/dialect/container.h"

namespace kaflint::dialect {

/// The environment after the image has copied variables to others: Bitnami's aliases, Debezium's
/// own names. What is overwritten is gone.
Environment with_copies(const Environment& environment, const ContainerFamily& family);

/// Adds the settings that the image's scripts derive from others, or set when nothing is said.
void add_defaults(const Environment& effective, const ContainerFamily& family,
                  UnitBuilder& builder);

}  // namespace kaflint::dialect
