// Characters that a double-quoted scalar cannot hold as they are.
#pragma once

#include <fmt/format.h>

#include <string>

namespace kaflint::syntax {

constexpr bool needs_yaml_escape(char c) {
  return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

/// The escape for a character that needs one (YAML 1.2.2, section 5.7).
inline std::string yaml_escape(char c) {
  if (c == '"' || c == '\\') return {'\\', c};
  return fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
}

}  // namespace kaflint::syntax
