// From the text of a constraint to tokens: those of CEL's grammar, without numbers that have no
// sign and without bytes.
#pragma once

#include <cstdint>
#include <expected>
#include <string_view>
#include <vector>

#include "linter/constraint/problem.h"

namespace kaflint::constraint {

enum class TokenKind : std::uint8_t {
  end,
  identifier,
  integer,
  number,
  string,
  punctuation,  // operators, brackets, and `in`
};

struct Token {
  TokenKind kind = TokenKind::end;
  std::string_view text;  // as written
  std::uint32_t offset = 0;

  bool is(std::string_view punctuation) const {
    return kind == TokenKind::punctuation && text == punctuation;
  }
};

/// All tokens, `end` as the last.
std::expected<std::vector<Token>, Problem> tokenize(std::string_view text);

}  // namespace kaflint::constraint
