// What is fixed, what is left to a person, and where it ends.
#include "linter/policy/fixing.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace kaflint::policy {
namespace {

FixedFile fixed(std::string bytes, Applicability boldest = Applicability::safe,
                const char* path = "producer.properties") {
  CheckOptions options;
  options.versions = kafka::parse_version_request("3.9.0").value();
  return fix_file(std::make_shared<const SourceFile>(path, std::move(bytes)), options, boldest);
}

std::string text(const FixedFile& file) {
  return std::string((file.after ? *file.after : file.before).source->bytes());
}

TEST(FixFile, NothingToFix) {
  const FixedFile file = fixed("acks=all\n");
  EXPECT_FALSE(file.after);
  EXPECT_TRUE(file.before.findings.empty());
}

TEST(FixFile, EveryDuplicateButTheLast) {
  EXPECT_EQ(text(fixed("# first\nacks=all\nacks=all\nretries=7\r\nacks=all\n")),
            "# first\nretries=7\r\nacks=all\n");
}

TEST(FixFile, ASlipThatHidesASlip) {
  // The duplicate shows only when the misspelt key has its right name.
  EXPECT_EQ(text(fixed("lingr.ms=5\nlingr.ms=6\n")), "linger.ms=6\n");
}

TEST(FixFile, WhatWouldBringAnotherProblemToLightIsLeftToAPerson) {
  const FixedFile file = fixed("lingr.ms=five\nretry.backoff.m=7\n");
  EXPECT_EQ(text(file), "lingr.ms=five\nretry.backoff.ms=7\n");
  ASSERT_TRUE(file.after);
  ASSERT_EQ(file.after->findings.size(), 1U);
  EXPECT_EQ(file.after->findings[0].rule, "any/misspelt-key");
}

TEST(FixFile, MoreThanAReportShowsOfOneRule) {
  std::string bytes;
  for (int i = 0; i < 150; ++i) bytes += "acks=all\n";
  const FixedFile file = fixed(bytes);
  EXPECT_EQ(file.before.findings.size(), 101U);
  EXPECT_EQ(text(file), "acks=all\n");
}

TEST(FixFile, ManyGoodOnesAndSomeBad) {
  std::string bytes;
  for (int i = 0; i < 20; ++i) bytes += fmt::format("max.request.sizes={}\nacks=all\n", i);
  EXPECT_EQ(text(fixed(bytes + "lingr.ms=-7\n")), "max.request.size=19\nacks=all\nlingr.ms=-7\n");
}

TEST(FixFile, BytesThatAreNoTextStay) {
  EXPECT_EQ(text(fixed("# \xff\xfe\nlingr.ms=5\n# \xe4")), "# \xff\xfe\nlinger.ms=5\n# \xe4");
}

TEST(IsImprovement, LosesWhatWasFixedAndGainsNothing) {
  Finding a;
  a.rule = "any/one";
  Finding b;
  b.rule = "any/two";
  FileResult before;
  before.findings = {a, b, b};
  FileResult after;
  after.findings = {a, b};
  const Finding* const second[] = {&before.findings[1]};
  EXPECT_TRUE(is_improvement(before, after, second));
  const Finding* const first[] = {&before.findings[0]};
  EXPECT_FALSE(is_improvement(before, after, first));
  after.findings[0].rule = "any/three";
  EXPECT_FALSE(is_improvement(before, after, {}));
  after.findings.clear();
  EXPECT_TRUE(is_improvement(before, after, first));
  after.units.emplace_back();
  EXPECT_FALSE(is_improvement(before, after, first));
}

TEST(IsImprovement, AWarningThatBecomesAnErrorIsAnother) {
  Finding finding;
  finding.rule = "any/one";
  FileResult before;
  before.findings = {finding};
  FileResult after = before;
  after.findings[0].level = Level::error;
  EXPECT_FALSE(is_improvement(before, after, {}));
}

}  // namespace
}  // namespace kaflint::policy
