// How text from a file is shown on a terminal: what it would do there is taken from it, and how
// many columns it takes is known.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace kaflint::report {

/// One character of a file as it is shown.
struct Glyph {
  std::uint32_t bytes = 1;  // that it takes in the file
  std::uint32_t width = 1;  // terminal columns: 0 for combining, 2 for wide characters
  std::string text;
};

/// The character at `at`, which must lie within `text`. Control characters, invisible ones that
/// turn the writing direction, and bytes that are no UTF-8 are shown as `\x1b` or `\u{202e}`; a tab
/// fills up to the next of the tab stops, which stand every four columns, counted from `column`.
Glyph glyph_at(std::string_view text, std::size_t at, std::uint32_t column);

/// A message or a path, safe to print on one line.
std::string printable(std::string_view text);

/// The columns of a text that printable() gave.
std::uint32_t display_width(std::string_view text);

}  // namespace kaflint::report
