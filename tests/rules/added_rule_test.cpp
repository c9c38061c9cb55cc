// Adding a rule touches one file: the template, copied into a folder of rules, is in the table and
// finds what its examples say. CMakeLists.txt makes the copy.
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "linter/policy/engine.h"
#include "linter/policy/marked_text.h"
#include "linter/policy/rule.h"
#include "tests/unit/source/bytes_of.h"

namespace kaflint::policy {
namespace {

std::vector<MarkedFinding> found(const MarkedText& text, std::string_view name,
                                 std::vector<const Profile*> profiles) {
  const auto source = std::make_shared<const SourceFile>(std::string(name), text.text);
  CheckOptions options;
  options.versions = kafka::parse_version_request("3.9.0").value();
  options.rules = std::make_shared<const RuleChoice>(std::move(profiles));
  std::vector<MarkedFinding> marks;
  for (const Finding& finding : check_file(source, options).findings)
    marks.push_back(mark_finding(source->bytes(), finding));
  return marks;
}

TEST(AddedRule, IsInTheTable) {
  const Rule* rule = find_rule(ADDED_RULE);
  ASSERT_NE(rule, nullptr);
  EXPECT_EQ(rule->level, Level::note);
  EXPECT_EQ(rule->profiles.size(), 2U);
  EXPECT_EQ(rule->demand.keys.front(), "linger.ms");
}

TEST(AddedRule, FindsWhatItsExamplesSay) {
  const std::string text = bytes_of(KAFLINT_ROOT "/rules/TEMPLATE.md");
  std::vector<RuleFileProblem> problems;
  const RuleFile rule = read_rule_file(text, problems);
  ASSERT_EQ(rule.examples.size(), 2U);
  for (const Example& example : rule.examples) {
    const MarkedText marked = read_marked_text(
        std::string_view(text).substr(example.content.begin, example.content.size()), ADDED_RULE,
        problems);
    EXPECT_EQ(found(marked, example.file_name, {find_profile("cost-and-throughput")}),
              marked.findings);
    EXPECT_EQ(marked.findings.empty(), !example.bad);
    EXPECT_TRUE(found(marked, example.file_name, {}).empty()) << "its profile is not chosen";
  }
  EXPECT_TRUE(problems.empty());
}

}  // namespace
}  // namespace kaflint::policy
