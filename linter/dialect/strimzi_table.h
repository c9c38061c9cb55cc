// The rows of the table that compiler/strimzi_table.cpp makes.
#pragma once

#include <cstdint>

#include "linter/kafka/version.h"

namespace kaflint::dialect {

/// Text is an offset and a size in kStrimziText; `since` and `until` are indexes of
/// kStrimziOperators.
struct StrimziApiVersion {
  std::uint16_t text;
  std::uint8_t size;
  std::uint8_t since;
  std::uint8_t until;
};

struct StrimziSpec {
  std::uint16_t text;
  std::uint8_t size;
};

struct StrimziEntry {
  enum class Kind : std::uint8_t { forbidden, forbidden_name, allowed, per_listener };
  std::uint16_t text;
  std::uint8_t size;
  std::uint8_t spec;
  std::uint8_t since;
  Kind kind;
};

}  // namespace kaflint::dialect
