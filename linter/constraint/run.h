// One evaluation: the walk over the nodes. operations.cpp has what operators and functions do.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "linter/constraint/evaluator.h"

namespace kaflint::constraint {

class Evaluator::Run {
 public:
  Run(Evaluator& evaluator, const ProgramView& program, const Bindings& bindings)
      : evaluator_(evaluator), program_(program), bindings_(bindings) {}

  Value of(std::uint32_t index);

 private:
  Value junction(const Node& node);
  Value conditional(const Node& node);
  Value list(const Node& node);
  Value quantifier(const Node& node);
  Value call(const Node& node);

  // operations.cpp; no argument is unknown or an error.
  Value apply(Function function, std::span<const Value> arguments);
  Value negate(const Value& value) const;
  Value arithmetic(Function function, const Value& a, const Value& b);
  Value add(const Value& a, const Value& b);
  Value ordered(Function function, const Value& a, const Value& b) const;
  Value in(const Value& item, const Value& container);
  Value at(const Value& container, const Value& index) const;
  Value size(const Value& value);
  Value about_text(Function function, const Value& text, const Value& other);
  Value convert(Function function, const Value& value);

  /// Owned by the evaluator; an error when it is too much.
  Value keep(std::string text);
  Value keep(std::vector<Value> items);
  bool fits(std::size_t bytes) { return (memory_ += bytes) <= kMostMemory; }
  bool too_long() const { return steps_ > kMostSteps; }
  bool same(const Value& a, const Value& b) { return equal(a, b, steps_, kMostSteps); }

  Evaluator& evaluator_;
  const ProgramView& program_;
  const Bindings& bindings_;
  std::vector<Value> elements_;  // of the macros around
  std::size_t steps_ = 0;
  std::size_t memory_ = 0;
};

}  // namespace kaflint::constraint
