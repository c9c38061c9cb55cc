// Where kaflint's answer differs from Kafka's.
#pragma once

#include <string>
#include <vector>

#include "tests/referee/case.h"

namespace kaflint::referee {

struct Difference {
  enum class Kind : std::uint8_t { outcome, key, effective };
  Kind kind = Kind::outcome;
  /// Equal for differences that likely have one reason: outcomes, keys and the pattern of Kafka's
  /// message.
  std::string reason;
  std::string expected;  // Kafka's
  std::string actual;    // kaflint's
};

/// Whether Kafka's answer depends on the configuration alone, so that there is something to
/// compare.
bool is_comparable(const Answer& kafka);

/// Every difference; empty when both agree, or when they cannot be compared: the machine is at
/// fault, the role does not exist, or kaflint has no mirror for it and ConfigDef accepts.
std::vector<Difference> compare(const Case& test, const Answer& kafka, const Answer& kaflint);

}  // namespace kaflint::referee
