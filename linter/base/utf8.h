// UTF-8, one character at a time, for whoever counts characters or writes them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace kaflint {

/// Whether the byte is not a character's first.
constexpr bool continues_utf8(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// Bytes of the valid UTF-8 sequence at `at` (1 to 4), 0 if there is none: stray continuation,
/// overlong form, surrogate, beyond U+10FFFF, cut off. `at` must lie within `text`.
std::uint32_t utf8_sequence(std::string_view text, std::size_t at);

/// The code point of a sequence of `size` bytes that utf8_sequence has accepted.
char32_t utf8_code_point(std::string_view text, std::size_t at, std::uint32_t size);

/// Appends a code point; a surrogate gets its three-byte form.
void append_utf8(std::string& out, char32_t code_point);

}  // namespace kaflint
