// Random properties files made of what the format is sensitive to.
#pragma once

#include <cstdint>
#include <string>

#include "linter/syntax/properties.h"

namespace kaflint::differential {

struct Case {
  std::string bytes;
  syntax::Charset charset = syntax::Charset::latin1;
};

/// The same case for the same seed and number, on every machine.
Case make_case(std::uint64_t seed, std::uint64_t number);

}  // namespace kaflint::differential
