// Texts as Spring's converters look at them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kaflint::dialect {

/// StringUtils.trimAllWhitespace, of ASCII.
std::string without_spaces(std::string_view text);

/// Digits and spaces of other scripts count for Java.
bool holds_other_script(std::string_view text);

/// Nothing unless all of it is a number that fits, with nothing but a minus before it.
std::optional<std::int64_t> parse_integer(std::string_view text, int base = 10);

}  // namespace kaflint::dialect
