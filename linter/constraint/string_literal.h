// The text that a string token stands for.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "linter/constraint/problem.h"

namespace kaflint::constraint {

/// `token` is a string as the lexer accepted it: quotes, `r` and escapes included. The problem's
/// offset is of the token.
std::expected<std::string, Problem> unescape(std::string_view token);

}  // namespace kaflint::constraint
