// Every threshold of a rule has an example at its boundary: with the number one more or one less,
// some example finds something else.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <re2/re2.h>

#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "linter/policy/example_check.h"
#include "linter/policy/policies.h"
#include "linter/policy/profile.h"
#include "linter/policy/rule.h"
#include "tests/unit/source/bytes_of.h"

namespace kaflint::policy {
namespace {

struct Threshold {
  std::size_t begin;
  std::size_t size;
  std::int64_t number;
};

/// Whole numbers on either side of <, <=, > and >= in the lines `when:` and `require:`.
std::vector<Threshold> thresholds(const std::string& text) {
  static const RE2 kLine("(?m)^(?:when|require): (.*)$");
  static const RE2 kNumber(R"re([<>]=? *(-?\d+)\b(?:[^.\w"]|$)|(?:^|[^.\w"])(\d+) *[<>])re");
  std::vector<Threshold> found;
  re2::StringPiece rest = text;
  re2::StringPiece line;
  while (RE2::FindAndConsume(&rest, kLine, &line)) {
    re2::StringPiece after;
    re2::StringPiece before;
    while (RE2::FindAndConsume(&line, kNumber, &after, &before)) {
      const re2::StringPiece number = after.empty() ? before : after;
      found.push_back({static_cast<std::size_t>(number.data() - text.data()), number.size(),
                       std::stoll(number.as_string())});
    }
  }
  return found;
}

/// A rule's file as a policy of the same name.
std::string as_policy(std::string text) {
  RE2::Replace(&text, "(?m)^profiles: .*\n", "");
  return text;
}

/// What is wrong with the examples of a rule with these constraints.
std::vector<std::string> outcome(const std::string& name, const std::string& text) {
  Policies policies = Policies::of_text(name, text);
  std::vector<std::string> lines;
  for (const ConfigurationProblem& problem : policies.problems()) lines.push_back(problem.text);
  if (!lines.empty()) return lines;
  const std::string id(policies.rules().front()->id);
  const auto rules = std::make_shared<const RuleChoice>(
      std::vector<const Profile*>(), std::vector<std::string>(), std::move(policies));
  for (const RuleFileProblem& problem : check_examples(text, id, rules).problems)
    lines.push_back(problem.text);
  return lines;
}

TEST(Thresholds, HaveAnExampleAtTheirBoundary) {
  std::size_t checked = 0;
  for (const Rule& rule : rules()) {
    if (rule.demand.require.nodes.empty()) continue;
    const std::string name = fmt::format("{}.md", rule.id.substr(rule.id.rfind('/') + 1));
    const std::string text =
        as_policy(bytes_of(fmt::format("{}/rules/{}.md", KAFLINT_ROOT, rule.id)));
    const std::vector<std::string> before = outcome(name, text);
    for (const Threshold& threshold : thresholds(text)) {
      // Kafka's word for no limit, which nothing is above.
      if (threshold.number == std::numeric_limits<std::int64_t>::max()) continue;
      ++checked;
      bool noticed = false;
      for (const std::int64_t step : {-1, 1}) {
        std::string changed = text;
        changed.replace(threshold.begin, threshold.size, std::to_string(threshold.number + step));
        noticed = noticed || outcome(name, changed) != before;
      }
      EXPECT_TRUE(noticed) << rule.id << ": no example tells " << threshold.number
                           << " from the numbers beside it";
    }
  }
  EXPECT_GT(checked, 50U);
}

TEST(Thresholds, AreFoundInConstraints) {
  const std::string text =
      "when: config[\"a.b\"] >= 10 && 3 < config[\"c\"]\n"
      "require: 'config[\"d\"] > -1 && config[\"e\"] < 0.5 && version(\"3.0\") <= kafka'\n"
      "message: x > 5\n";
  std::vector<std::int64_t> numbers;
  for (const Threshold& threshold : thresholds(text)) numbers.push_back(threshold.number);
  EXPECT_EQ(numbers, (std::vector<std::int64_t>{10, 3, -1}));
}

}  // namespace
}  // namespace kaflint::policy
