// Values for a key, drawn from how the catalog defines it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "linter/kafka/catalog.h"
#include "tests/referee/random.h"

namespace kaflint::referee {

/// Texts worth trying, by the name of a validator that the catalog cannot spell out.
using NamedValues = std::map<std::string, std::vector<std::string>, std::less<>>;

/// Mostly a value that Kafka accepts, sometimes one beside a limit, sometimes one of another type;
/// nothing where any value would hang on the classes that are there.
std::optional<std::string> draw_value(const kafka::KeyDefinition& definition,
                                      const NamedValues& named, Random& random);

}  // namespace kaflint::referee
