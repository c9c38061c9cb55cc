// Texts that stand for durations, sizes, versions and numbers, and back.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "linter/kafka/version.h"

namespace kaflint::constraint {

/// Nanoseconds; Go's time.ParseDuration, as CEL's duration() has it.
std::optional<std::int64_t> parse_duration(std::string_view text);
/// In seconds, `1.5s`.
std::string duration_text(std::int64_t nanoseconds);

/// Bytes. Nothing where the text is no whole number with a unit, or 64 bits do not hold it.
std::optional<std::int64_t> parse_data_size(std::string_view text);

/// `3`, `3.0`, `3.0.1`, `0.11.0.3`; it need not be a known release.
std::optional<kafka::Version> parse_version(std::string_view text);

/// Decimal, with an optional sign.
std::optional<std::int64_t> parse_integer(std::string_view text);
/// Decimal, with an optional sign and exponent; also `inf`, `infinity` and `nan`, in any case.
std::optional<double> parse_double(std::string_view text);
/// The shortest text that gives the number back, as Go's %g prints it: `0.5`, `1e+06`, `+Inf`.
std::string double_text(double value);

}  // namespace kaflint::constraint
