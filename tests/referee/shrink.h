// From a case with a difference to the smallest one that still shows it.
#pragma once

#include <string>

#include "tests/referee/case.h"
#include "tests/referee/kafka_process.h"

namespace kaflint::referee {

/// Takes keys away, and then blanks from around values, as long as a difference of the same reason
/// is left.
Case shrink(Case test, const std::string& reason, KafkaProcess& kafka);

}  // namespace kaflint::referee
