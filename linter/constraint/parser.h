// From tokens to nodes, by recursive descent; rules/LANGUAGE.md has the grammar.
#pragma once

#include <expected>
#include <string_view>
#include <vector>

#include "linter/constraint/ast.h"
#include "linter/constraint/problem.h"

namespace kaflint::constraint {

/// A parsed constraint, in which names stand for nothing yet: the checker gives variables, elements
/// and calls their ids.
struct Parsed {
  Program program;
  /// For each node the name of a variable or function, a view of the text; else empty. Operators
  /// have CEL's names, such as `_+_`.
  std::vector<std::string_view> names;
  /// For each node whether it is a call with a receiver, which is then the first child.
  std::vector<bool> member;
};

std::expected<Parsed, Problem> parse(std::string_view text);

}  // namespace kaflint::constraint
