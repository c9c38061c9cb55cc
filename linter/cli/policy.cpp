// kaflint policy test: the examples inside policy files are their tests.
#include <fmt/format.h>

#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/cli/commands.h"
#include "linter/cli/run.h"
#include "linter/policy/example_check.h"
#include "linter/policy/policies.h"
#include "linter/report/summary.h"
#include "linter/source/position.h"

namespace kaflint::cli {
namespace {

struct Tally {
  std::string out;
  std::size_t examples = 0;
  std::size_t problems = 0;
};

/// Alone, so that one policy's examples say nothing about another.
void test(const policy::RuleSource& source, Tally& tally) {
  const policy::ExampleCheck checked =
      policy::check_examples(source.text, source.id,
                             std::make_shared<const policy::RuleChoice>(
                                 std::vector<const policy::Profile*>(), std::vector<std::string>(),
                                 policy::Policies::of_text(source.path, source.text)));
  tally.examples += checked.examples;
  tally.problems += checked.problems.size();
  const LineTable lines(source.text);
  for (const policy::RuleFileProblem& problem : checked.problems) {
    const Position at = lines.position(problem.offset, ColumnUnit::code_points);
    fmt::format_to(std::back_inserter(tally.out), "{}:{}:{}: {}\n", source.path, at.line + 1,
                   at.column + 1, problem.text);
  }
}

}  // namespace

int policy(const Options& options) {
  const policy::Policies policies = policy::Policies::load(options.paths);
  report::Report wrong;
  add_problems(policies.problems(), wrong);
  if (!wrong.errors.empty())
    return deliver(options, std::move(wrong), [](const report::Report&) { return ""; }, 2);
  Tally tally;
  for (const policy::RuleSource& source : policies.sources()) test(source, tally);
  tally.out +=
      fmt::format("{}, {}: {}\n", report::counted(policies.sources().size(), "policy", "policies"),
                  report::counted(tally.examples, "example", "examples"),
                  tally.problems == 0 ? "each finds exactly what it marks"
                                      : report::counted(tally.problems, "problem", "problems"));
  return deliver_stdout(tally.out, tally.problems == 0 ? 0 : 1);
}

}  // namespace kaflint::cli
