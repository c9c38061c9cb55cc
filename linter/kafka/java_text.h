// Java's text functions as far as Kafka's checks depend on them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kaflint::kafka {

/// String.split with the expression `\s*,\s*` and limit -1: items between commas without the ASCII
/// white space around them, empty ones kept.
std::vector<std::string_view> split_at_commas(std::string_view text);

/// String.toUpperCase(Locale.ROOT) as far as it gives ASCII letters: `ſ` becomes `S`, `ﬁ` becomes
/// `FI`. Other characters stay, since no accepted value contains them.
std::string upper_case(std::string_view text);

/// String.equalsIgnoreCase for an ASCII word in lower case.
bool equals_ignoring_java_case(std::string_view text, std::string_view word);

/// The UTF-16 units of a String, as String.charAt gives them; what is no UTF-8 counts as `?`.
std::vector<std::uint16_t> utf16_units(std::string_view text);

/// String.hashCode as java.util.HashMap spreads it: its lowest bits say in which bucket the text
/// is.
std::uint32_t hash_map_hash(std::string_view text);

/// What `\s` matches.
bool is_java_blank(char c);

/// Without the blanks at both ends that `\s` matches.
std::string_view strip_java_blanks(std::string_view text);

}  // namespace kaflint::kafka
