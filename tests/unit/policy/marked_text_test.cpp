#include "linter/policy/marked_text.h"

#include <gtest/gtest.h>

namespace kaflint::policy {
namespace {

using Findings = std::vector<MarkedFinding>;

constexpr std::string_view kOwn = "any/own";

MarkedText read(std::string_view content) {
  std::vector<RuleFileProblem> problems;
  MarkedText result = read_marked_text(content, kOwn, problems);
  EXPECT_TRUE(problems.empty());
  return result;
}

TEST(MarkedText, TakesMarksOut) {
  const MarkedText marked = read(
      "a=1\n"
      "^^^ warning: own\n"
      "  ^ error other/rule: its words\n"
      "b=2\n"
      "! note: about the whole\n");
  EXPECT_EQ(marked.text, "a=1\nb=2\n");
  EXPECT_EQ(marked.findings,
            (Findings{{std::nullopt, "any/own", Level::note, "about the whole"},
                      {Mark{0, 0, 3, 0}, "any/own", Level::warning, "own"},
                      {Mark{0, 2, 1, 0}, "other/rule", Level::error, "its words"}}));
}

TEST(MarkedText, LeavesCommentsOfPropertiesAlone) {
  const MarkedText marked = read("! error: a comment\na=1\n! and another\n");
  EXPECT_EQ(marked.text, "! error: a comment\na=1\n! and another\n");
  EXPECT_TRUE(marked.findings.empty());
}

TEST(MarkedText, SaysHowFarASpanReaches) {
  const MarkedText marked = read("a: |\n^^^^ (+2 lines) note: words\n  x\n  y\n");
  EXPECT_EQ(marked.text, "a: |\n  x\n  y\n");
  EXPECT_EQ(marked.findings, (Findings{{Mark{0, 0, 4, 2}, "any/own", Level::note, "words"}}));
}

TEST(MarkedText, WritesWhatItReads) {
  const std::string content =
      "a=\\\n"
      "^^^ (+1 lines) warning: own\n"
      "  1\n"
      "  ^ note other/rule: words\n"
      "! error: absent\n";
  const MarkedText marked = read(content);
  EXPECT_EQ(write_marked_text(marked.text, kOwn, marked.findings), content);
}

TEST(MarkedText, ReportsABrokenMarkWithItsPlace) {
  std::vector<RuleFileProblem> problems;
  read_marked_text("a=1\n^^^ fatal: x\n", kOwn, problems);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].offset, 4U);
  problems.clear();
  read_marked_text("^^^ note: x\na=1\n", kOwn, problems);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].text, "a caret line stands below the line that it marks");
}

Finding finding_at(Span span) {
  Finding finding;
  finding.rule = "any/own";
  finding.span = span;
  return finding;
}

TEST(MarkFinding, CountsCodePoints) {
  EXPECT_EQ(mark_finding("ä=ö\n", finding_at({3, 5})).mark, (Mark{0, 2, 1, 0}));
}

TEST(MarkFinding, ShowsAnEmptySpanAsOneCaret) {
  EXPECT_EQ(mark_finding("a=\n", finding_at({2, 2})).mark, (Mark{0, 2, 1, 0}));
}

TEST(MarkFinding, MarksTheFirstOfSeveralLines) {
  EXPECT_EQ(mark_finding("a: b\nc: d\n", finding_at({3, 9})).mark, (Mark{0, 3, 1, 1}));
  EXPECT_EQ(mark_finding("a: b\nc: d\n", finding_at({0, 5})).mark, (Mark{0, 0, 4, 0}));
}

}  // namespace
}  // namespace kaflint::policy
