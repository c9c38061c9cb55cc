// What a key accepts, in words.
#pragma once

#include <string>

#include "linter/kafka/catalog.h"

namespace kaflint::kafka {

/// Like describe_accepted, with both bounds for a whole number even where only its type sets them:
/// for a number that its type cannot hold.
std::string describe_with_limits_of_type(const KeyDefinition& definition);

}  // namespace kaflint::kafka
