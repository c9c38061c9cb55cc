// Three-valued logic (Kleene's): what is not known statically must never become a finding.
#pragma once

#include <algorithm>
#include <cstdint>

namespace kaflint {

enum class Ternary : std::uint8_t { no, unknown, yes };

constexpr Ternary ternary(bool value) { return value ? Ternary::yes : Ternary::no; }
constexpr Ternary operator&&(Ternary a, Ternary b) { return std::min(a, b); }
constexpr Ternary operator||(Ternary a, Ternary b) { return std::max(a, b); }
constexpr Ternary operator!(Ternary a) {
  return a == Ternary::unknown ? a : ternary(a == Ternary::no);
}

}  // namespace kaflint
