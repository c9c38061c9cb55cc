// kaflint's own answer to a case.
#pragma once

#include "tests/referee/case.h"

namespace kaflint::referee {

/// As `kaflint effective --role` would say it of a whole file: the configuration is complete.
Answer judge(const Case& test);

/// Whether kaflint has a startup mirror for the role; without one, only what ConfigDef refuses is
/// decided.
bool has_mirror(kafka::Role role);

}  // namespace kaflint::referee
