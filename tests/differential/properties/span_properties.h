// What holds for the spans of any properties file.
#pragma once

#include <string>

#include "tests/differential/properties/generator.h"

namespace kaflint::differential {

/// The first property that does not hold, in words; empty if all do.
std::string broken_span_property(const Case& one, const syntax::PropertiesFile& file);

}  // namespace kaflint::differential
