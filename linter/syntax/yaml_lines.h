// Line ends and blanks as YAML 1.1 and libyaml have them. Internal to the YAML reader.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace kaflint::syntax {

/// Length of the line end at `offset` (CRLF, CR, LF, NEL, LS, PS), else 0.
constexpr std::uint32_t line_end_size(std::string_view bytes, std::size_t offset) {
  if (offset >= bytes.size()) return 0;
  const char c = bytes[offset];
  if (c == '\n') return 1;
  if (c == '\r') return offset + 1 < bytes.size() && bytes[offset + 1] == '\n' ? 2 : 1;
  if (c == '\xC2') return offset + 1 < bytes.size() && bytes[offset + 1] == '\x85' ? 2 : 0;
  if (c != '\xE2' || offset + 2 >= bytes.size() || bytes[offset + 1] != '\x80') return 0;
  return bytes[offset + 2] == '\xA8' || bytes[offset + 2] == '\xA9' ? 3 : 0;
}

constexpr bool is_blank(char c) { return c == ' ' || c == '\t'; }

}  // namespace kaflint::syntax
