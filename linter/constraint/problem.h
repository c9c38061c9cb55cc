// What is wrong with the text of a constraint.
#pragma once

#include <cstdint>
#include <string>

namespace kaflint::constraint {

/// `offset` is a byte of the constraint's text; `text` says what was expected there.
struct Problem {
  std::uint32_t offset = 0;
  std::string text;
};

/// A constraint longer than this is refused.
inline constexpr std::size_t kMostBytes = 16384;
/// Parentheses, calls, operators and lists within each other.
inline constexpr std::uint32_t kMostDepth = 100;

}  // namespace kaflint::constraint
