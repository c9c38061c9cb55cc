// libFuzzer's entry for the constraint language: whatever the text, parsing, checking and
// evaluating end in bounded time, and what is wrong has a place within the text.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "tests/unit/constraint/known.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kaflint::constraint;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto checked = compile(text, KnownScope());
  if (!checked) {
    if (checked.error().offset > size || checked.error().text.empty()) std::abort();
    return 0;
  }
  const ProgramView program = checked->program.view();
  for (std::size_t i = 0; i < program.nodes.size(); ++i)
    for (const std::uint32_t child : program.children_of(program.nodes[i]))
      if (child >= i) std::abort();
  Evaluator evaluator;
  for (const bool open : {false, true}) {
    const KnownBindings bindings(open);
    const std::string once = shown(evaluator.evaluate(program, bindings));
    if (once != shown(evaluator.evaluate(program, bindings))) std::abort();
  }
  return 0;
}
