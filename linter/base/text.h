// Small text helpers without an owner of their own.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kaflint {

/// Removes every byte up to and including U+0020 at both ends, as java.lang.String.trim does.
std::string_view trim_java(std::string_view text);

/// ASCII letters in lower case, every other byte as it is.
std::string ascii_lower(std::string_view text);

bool equals_ignoring_ascii_case(std::string_view a, std::string_view b);

/// Levenshtein distance with transpositions of neighbours counted once (optimal string alignment).
/// Gives `limit + 1` as soon as the distance is known to exceed `limit`.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// Pieces between separators, empty ones kept; one empty piece for an empty text.
std::vector<std::string_view> split(std::string_view text, char separator);

/// The text with every occurrence of `from`, from left to right, as `to`.
std::string replace_all(std::string_view text, std::string_view from, std::string_view to);

}  // namespace kaflint
