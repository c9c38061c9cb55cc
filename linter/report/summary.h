// The counts of a run in words.
#pragma once

#include <string>

#include "linter/report/report.h"

namespace kaflint::report {

/// `1 file`, `3 files`
std::string counted(std::size_t count, std::string_view noun);
/// `1 entry`, `3 entries`
std::string counted(std::size_t count, std::string_view one, std::string_view many);

/// `3 errors, 1 warning in 2 files (5 units)`, without a line end.
std::string summary_line(const Summary& summary);

/// `upgrade from Kafka 3.9.2 to 4.0.2`
std::string upgrade_words(const policy::Upgrade& upgrade);

}  // namespace kaflint::report
