// Evaluates checked constraints as CEL does, with its unknown, within bounds of time and memory.
#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "linter/constraint/ast.h"
#include "linter/constraint/bindings.h"
#include "linter/constraint/value.h"

namespace re2 {
class RE2;
}

namespace kaflint::constraint {

/// For many constraints one after the other; of one thread. It remembers the regular expressions
/// that it was asked about.
class Evaluator {
 public:
  Evaluator();
  ~Evaluator();
  Evaluator(const Evaluator&) = delete;
  Evaluator& operator=(const Evaluator&) = delete;

  /// Bounded by `kMostSteps` nodes and `kMostMemory` bytes; beyond them the value is an error. The
  /// value's texts and lists live until the next call.
  Value evaluate(const ProgramView& program, const Bindings& bindings);

  static constexpr std::size_t kMostSteps = 200'000;
  static constexpr std::size_t kMostMemory = std::size_t{1} << 20;

 private:
  class Run;
  /// Adds the work of compiling a new one to `steps`.
  const re2::RE2& expression(std::string_view pattern, std::size_t& steps);

  std::unordered_map<std::string, std::unique_ptr<re2::RE2>> expressions_;
  std::deque<std::string> texts_;
  std::deque<std::vector<Value>> lists_;
};

}  // namespace kaflint::constraint
