// libFuzzer's entry for policy files: whatever the text, reading one and running its examples end,
// and what is wrong has a place within the text and words.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "linter/policy/example_check.h"
#include "linter/policy/policies.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void demand_places(const std::vector<kaflint::policy::RuleFileProblem>& problems,
                   std::size_t size) {
  for (const auto& problem : problems)
    if (problem.offset > size || problem.text.empty()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kaflint::policy;
  Policies policies = Policies::of_text("fuzz.md", {reinterpret_cast<const char*>(data), size});
  for (const RuleSource& source : policies.sources())
    demand_places(source.problems, source.text.size());
  if (!policies.problems().empty()) return 0;
  const std::string text = policies.sources().front().text;
  const auto rules = std::make_shared<const RuleChoice>(
      std::vector<const Profile*>(), std::vector<std::string>(), std::move(policies));
  demand_places(check_examples(text, "policy/fuzz", rules).problems, text.size());
  return 0;
}
