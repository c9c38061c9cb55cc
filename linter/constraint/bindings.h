// What a constraint is evaluated about.
#pragma once

#include "linter/constraint/functions.h"
#include "linter/constraint/value.h"

namespace kaflint::constraint {

class Bindings {
 public:
  virtual ~Bindings() = default;
  /// `config` and `written` give maps. What it views has to live until the evaluator is asked
  /// anew.
  virtual Value variable(Variable variable) const = 0;
};

}  // namespace kaflint::constraint
