// The examples of the rule files are the rules' tests: every finding must be marked, exactly, and
// nothing else. KAFLINT_UPDATE=1 rewrites the marks in the rule files; read the difference before
// committing it.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "linter/base/text.h"
#include "linter/policy/example_check.h"
#include "linter/policy/rule.h"
#include "linter/source/position.h"
#include "tests/unit/source/bytes_of.h"

namespace kaflint::policy {
namespace {

std::string rule_path(std::string_view id) {
  return fmt::format("{}/rules/{}.md", KAFLINT_ROOT, id);
}

class RuleExamples : public testing::TestWithParam<std::string> {};

/// With the default profile and the rule itself, so that a rule of another profile changes no
/// example.
TEST_P(RuleExamples, FindExactlyWhatIsMarked) {
  const std::string path = rule_path(GetParam());
  const std::string text = bytes_of(path);
  const ExampleCheck checked =
      check_examples(text, GetParam(),
                     std::make_shared<const RuleChoice>(std::vector<const Profile*>(),
                                                        std::vector<std::string>{GetParam()}));
  if (std::getenv("KAFLINT_UPDATE") == nullptr) {
    for (const RuleFileProblem& problem : checked.problems)
      ADD_FAILURE() << path << ":"
                    << LineTable(text).position(problem.offset, ColumnUnit::utf8).line + 1 << ": "
                    << problem.text << "\n(KAFLINT_UPDATE=1 writes what is found)";
  } else if (checked.updated != text) {
    std::ofstream(path, std::ios::binary) << checked.updated;
  }
}

std::vector<std::string> ids() {
  std::vector<std::string> all;
  for (const Rule& rule : rules()) all.emplace_back(rule.id);
  return all;
}

std::string test_name(const testing::TestParamInfo<std::string>& info) {
  return replace_all(replace_all(info.param, "/", "_"), "-", "_");
}

INSTANTIATE_TEST_SUITE_P(Rules, RuleExamples, testing::ValuesIn(ids()), test_name);

}  // namespace
}  // namespace kaflint::policy
