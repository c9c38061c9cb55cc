// What the names of a constraint stand for, and whether its types fit.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "linter/constraint/ast.h"
#include "linter/constraint/parser.h"
#include "linter/constraint/problem.h"

namespace kaflint::constraint {

/// Where a constraint is going to be used.
class Scope {
 public:
  virtual ~Scope() = default;
  /// The type of `config[key]`, as in the table of functions: `nullable(int)`, `list(string)`,
  /// `dyn` where releases differ. The error says that no release has the key, and what is near to
  /// it.
  virtual std::expected<std::string, std::string> config_type(std::string_view key) const = 0;
};

/// A key that the constraint names as a constant.
struct NamedKey {
  std::string key;
  std::uint32_t offset = 0;  // of the literal
};

struct Checked {
  Program program;
  std::string type;            // of the whole: `bool`, `list(string)` ...
  std::vector<NamedKey> keys;  // in the order in which they stand in the text
};

std::expected<Checked, Problem> check(Parsed parsed, const Scope& scope);

/// Parses and checks.
std::expected<Checked, Problem> compile(std::string_view text, const Scope& scope);

/// The same for what has to be true or false.
std::expected<Checked, Problem> compile_condition(std::string_view text, const Scope& scope);

}  // namespace kaflint::constraint
