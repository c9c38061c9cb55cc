// Fingerprints name a finding across runs.
#include <gtest/gtest.h>

#include "linter/finding/finding.h"

namespace kaflint {
namespace {

Finding finding(std::string rule, std::string key, std::uint32_t at) {
  Finding result;
  result.rule = std::move(rule);
  result.key = std::move(key);
  result.span = Span{at, at + 1};
  return result;
}

std::vector<std::string> fingerprints(const std::string& path, std::vector<Finding> findings) {
  set_fingerprints(path, findings);
  std::vector<std::string> result;
  for (const Finding& each : findings) result.push_back(each.fingerprint);
  return result;
}

TEST(Fingerprint, IsTheSameOnEveryMachine) {
  EXPECT_EQ(fingerprints("a.properties", {finding("any/unknown-key", "x", 3)}),
            (std::vector<std::string>{"1a58290586a2aeff4865a6bc00ef827a"}));
}

TEST(Fingerprint, StaysWhenLinesMoveOrWordsChange) {
  Finding moved = finding("any/unknown-key", "x", 90);
  moved.message = "reworded";
  EXPECT_EQ(fingerprints("a", {finding("any/unknown-key", "x", 3)}), fingerprints("a", {moved}));
}

TEST(Fingerprint, DiffersByPathRuleUnitKeyAndCount) {
  Finding in_unit = finding("r/a", "x", 0);
  in_unit.unit = "u";
  std::vector<std::string> all =
      fingerprints("a", {finding("r/a", "x", 0), finding("r/a", "x", 1), finding("r/a", "y", 2),
                         finding("r/b", "x", 3), in_unit});
  all.push_back(fingerprints("b", {finding("r/a", "x", 0)})[0]);
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t j = i + 1; j < all.size(); ++j) EXPECT_NE(all[i], all[j]) << i << ' ' << j;
}

}  // namespace
}  // namespace kaflint
