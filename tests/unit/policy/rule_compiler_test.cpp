// What the compiler of the rule table accepts, and what it says about the rest.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "linter/policy/rule_source.h"
#include "linter/source/position.h"

namespace kaflint::policy {
namespace {

constexpr std::string_view kGood = R"(---
summary: what it finds
consequence: ignored, risk
role: producer, share-consumer
kafka: 3.0.1..3.0.2, 3.1.1..
message: "`{key}` is {{not}} good; write `{suggestion}`"
references:
  - KIP-1
---
The page.

## Bad
```properties producer.properties kafka=3.6.2 role=producer
acks=1
^^^^^^ warning: text
```

## Good
```properties producer.properties
acks=all
```
)";

std::string with(std::string_view from, std::string_view to) {
  std::string text(kGood);
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

/// `LINE:COLUMN: text` of every problem.
std::string problems_of(std::string text, std::string id = "any/rule") {
  const RuleSource rule = read_rule_source(std::move(id), "x.md", std::move(text));
  const LineTable table(rule.text);
  std::string result;
  for (const RuleFileProblem& problem : rule.problems) {
    const Position at = table.position(problem.offset, ColumnUnit::code_points);
    result += fmt::format("{}:{}: {}\n", at.line + 1, at.column + 1, problem.text);
  }
  return result;
}

TEST(RuleCompiler, AcceptsAWholeRule) {
  const RuleSource rule = read_rule_source("any/rule", "x.md", std::string(kGood));
  EXPECT_EQ(problems_of(std::string(kGood)), "");
  EXPECT_EQ(rule.summary, "what it finds");
  EXPECT_EQ(rule.consequences, (std::vector{Consequence::ignored, Consequence::risk}));
  EXPECT_EQ(rule.roles, (std::vector<std::string>{"producer", "share-consumer"}));
  EXPECT_EQ(rule.level, std::nullopt);
  EXPECT_EQ(rule.references, std::vector<std::string>{"KIP-1"});
  EXPECT_TRUE(rule.page.starts_with("The page.\n"));
  ASSERT_EQ(rule.examples.size(), 2U);
  EXPECT_TRUE(rule.examples[0].bad);
  EXPECT_EQ(rule.examples[0].kafka, "3.6.2");
  EXPECT_EQ(rule.examples[0].role, "producer");
  EXPECT_FALSE(rule.examples[1].bad);
}

TEST(RuleCompiler, SuggestsTheKeyThatWasMeant) {
  EXPECT_EQ(problems_of(with("summary:", "sumary:")),
            "2:1: unknown key `sumary`; did you mean `summary`?\n"
            "2:1: the front matter has no `summary`\n");
}

TEST(RuleCompiler, RefusesUnknownNames) {
  EXPECT_EQ(problems_of(with("ignored, risk", "ignored, risky")),
            "3:14: no consequence `risky`: refuses-to-start, silently-changed, ignored or risk\n");
  EXPECT_EQ(problems_of(with("share-consumer", "share-consumers")),
            "4:7: no role `share-consumers`; did you mean `share-consumer`?\n");
  EXPECT_EQ(problems_of(with("summary:", "level: bad\nsummary:")),
            "2:8: no level `bad`: error, warning or note\n");
}

TEST(RuleCompiler, ChecksTheMessage) {
  EXPECT_EQ(problems_of(with("\"`{key}` is", "\"This `{key}` is")),
            "6:1: `message` starts in lower case, with a backtick or with a name\n");
  EXPECT_EQ(problems_of(with("suggestion}`", "suggestion}`.")),
            "6:1: `message` has no final period\n");
  EXPECT_EQ(problems_of(with("{suggestion}", "{suggestion")),
            "6:1: stray `{` in the message at character 33; a placeholder is {name}, a brace is "
            "doubled\n");
}

TEST(RuleCompiler, WantsExamplesOnBothSides) {
  EXPECT_EQ(problems_of(with("## Good", "## Better")), "22:1: no example below `## Good`\n");
  EXPECT_EQ(problems_of(with("role=producer", "rule=producer")),
            "13:47: unknown option `rule=producer`; there are kafka=, from=, role=, boot=, "
            "require-reason and invalid-utf8\n");
}

TEST(RuleCompiler, WantsAPathOfTwoParts) {
  EXPECT_EQ(problems_of(std::string(kGood), "Any/rule"),
            "1:1: a rule file is FOLDER/NAME.md in lower case, digits and hyphens\n");
}

TEST(RuleCompiler, SurvivesBrokenYaml) {
  EXPECT_NE(problems_of(with("summary: what", "summary: [what")), "");
  EXPECT_NE(problems_of(""), "");
  EXPECT_NE(problems_of("---\n"), "");
  EXPECT_NE(problems_of("---\n---\n"), "");
}

std::string advice(std::string_view constraints, std::string_view message = "`acks={value}`") {
  std::string text(kGood);
  text.replace(text.find("role: producer, share-consumer"), 30, "role: producer");
  text.replace(text.find("kafka: 3.0.1..3.0.2, 3.1.1.."), 28, constraints);
  const std::size_t at = text.find("message: ");
  return text.replace(at, text.find('\n', at) - at, fmt::format("message: \"{}\"", message));
}

TEST(RuleCompiler, ChecksConstraints) {
  EXPECT_EQ(problems_of(advice("require: config[\"acks\"] != \"0\"\nfix: acks=all")), "");
  const RuleSource rule = read_rule_source(
      "any/rule", "x.md",
      advice("key: retries\nwhen: '\"acks\" in written'\nrequire: config[\"linger.ms\"] > 5"));
  EXPECT_EQ(keys_of(rule), (std::vector<std::string>{"retries", "linger.ms", "acks"}));
}

TEST(RuleCompiler, PointsAtTheLayoutOfTopicsOnly) {
  std::string about = advice("key: partitions\nrequire: partitions <= 9");
  EXPECT_EQ(problems_of(about).substr(0, 30), "5:1: no release has `partition");
  about.replace(about.find("role: producer"), 14, "role: topic");
  EXPECT_EQ(problems_of(about), "");
}

TEST(RuleCompiler, SaysWhereAConstraintIsWrong) {
  EXPECT_EQ(problems_of(advice("require: config[\"lingerms\"] > 5")),
            "5:17: no release has `lingerms` for the role producer; did you mean `linger.ms`?\n");
  EXPECT_EQ(problems_of(advice("require: 'config[\"acks\"] > 5'")).substr(0, 26),
            "5:26: not for string and i");
  EXPECT_EQ(problems_of(advice("when: |\n  true &&\n  rolle == \"a\"\nrequire: 'true'")),
            "7:3: unknown name `rolle`; did you mean `role`?\n");
  EXPECT_EQ(problems_of(advice("require: \"config[\\\"acks\\\"] +\"")),
            "5:29: expected a value, but the constraint ends\n");
  EXPECT_EQ(problems_of(advice("require: 1 + 1")), "5:10: is true or false, but this is int\n");
  EXPECT_EQ(problems_of(advice("when: 'true'")), "5:1: `when` is of use only beside `require`\n");
  EXPECT_EQ(problems_of(advice("require: 'true'")),
            "5:1: names no key; say with `key` what a finding is about\n");
  EXPECT_EQ(problems_of(advice("require: config[\"acks\"] != \"0\"\nfix: ack=all")),
            "6:1: no release has `ack` for the role producer; did you mean `acks`?\n");
  EXPECT_EQ(
      problems_of(advice("require: config[\"acks\"] != \"0\"", "`{retries}`")),
      "6:1: the message shows {retries}, but only key, value, kafka, role and the keys acks are "
      "known\n");
}

}  // namespace
}  // namespace kaflint::policy
