// Differences between texts: known ones exactly, random ones by applying them.
#include "linter/base/line_diff.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace kaflint {
namespace {

using Lines = std::vector<std::string_view>;

TEST(LineChanges, EqualTexts) {
  EXPECT_EQ(line_changes(Lines{}, Lines{}), std::vector<LineChange>{});
  EXPECT_EQ(line_changes(Lines{"a", "b"}, Lines{"a", "b"}), std::vector<LineChange>{});
}

TEST(LineChanges, FromAndToNothing) {
  EXPECT_EQ(line_changes(Lines{}, Lines{"a", "b"}), (std::vector<LineChange>{{0, 0, 0, 2}}));
  EXPECT_EQ(line_changes(Lines{"a", "b"}, Lines{}), (std::vector<LineChange>{{0, 2, 0, 0}}));
}

TEST(LineChanges, OneLineReplaced) {
  EXPECT_EQ(line_changes(Lines{"a", "b", "c"}, Lines{"a", "x", "c"}),
            (std::vector<LineChange>{{1, 2, 1, 2}}));
}

TEST(LineChanges, AnEarlierDuplicateIsRemoved) {
  EXPECT_EQ(line_changes(Lines{"x", "a", "b", "a"}, Lines{"x", "b", "a"}),
            (std::vector<LineChange>{{1, 2, 1, 1}}));
}

TEST(LineChanges, TwoChangesStayApart) {
  EXPECT_EQ(line_changes(Lines{"a", "b", "c", "d", "e"}, Lines{"A", "b", "c", "d", "E", "f"}),
            (std::vector<LineChange>{{0, 1, 0, 1}, {4, 5, 4, 6}}));
}

TEST(LineChanges, TheExampleOfMyersPaper) {
  const Lines before = {"a", "b", "c", "a", "b", "b", "a"};
  const Lines after = {"c", "b", "a", "b", "a", "c"};
  std::size_t lines = 0;
  for (const LineChange& change : line_changes(before, after))
    lines += change.old_end - change.old_begin + change.new_end - change.new_begin;
  EXPECT_EQ(lines, 5U);
}

TEST(LineChanges, BeyondTheLimitOneChangeFromFirstToLast) {
  const Lines before = {"=", "a", "b", "same", "c", "="};
  const Lines after = {"=", "x", "y", "same", "z", "="};
  EXPECT_EQ(line_changes(before, after, 5), (std::vector<LineChange>{{1, 5, 1, 5}}));
  EXPECT_EQ(line_changes(before, after, 6).size(), 2U);
}

Lines applied(const Lines& before, const Lines& after, const std::vector<LineChange>& changes) {
  Lines result;
  std::size_t at = 0;
  for (const LineChange& change : changes) {
    result.insert(result.end(), before.begin() + static_cast<std::ptrdiff_t>(at),
                  before.begin() + static_cast<std::ptrdiff_t>(change.old_begin));
    result.insert(result.end(), after.begin() + static_cast<std::ptrdiff_t>(change.new_begin),
                  after.begin() + static_cast<std::ptrdiff_t>(change.new_end));
    at = change.old_end;
  }
  result.insert(result.end(), before.begin() + static_cast<std::ptrdiff_t>(at), before.end());
  return result;
}

/// The length of the longest common subsequence, by the textbook's table.
std::size_t common_length(const Lines& a, const Lines& b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j)
      table[i][j] = a[i - 1] == b[j - 1] ? table[i - 1][j - 1] + 1
                                         : std::max(table[i - 1][j], table[i][j - 1]);
  return table[a.size()][b.size()];
}

TEST(LineChanges, RandomTextsByTheFewestLines) {
  std::mt19937 random(7);
  const auto draw = [&random](std::size_t most) { return random() % (most + 1); };
  for (int round = 0; round < 2000; ++round) {
    Lines texts[2];
    for (Lines& text : texts)
      for (std::size_t i = draw(12); i > 0; --i)
        text.push_back(std::string_view("abcd").substr(draw(3), 1));
    const auto changes = line_changes(texts[0], texts[1]);
    ASSERT_EQ(applied(texts[0], texts[1], changes), texts[1]);
    std::size_t removed = 0;
    for (const LineChange& change : changes) removed += change.old_end - change.old_begin;
    ASSERT_EQ(removed, texts[0].size() - common_length(texts[0], texts[1]));
  }
}

}  // namespace
}  // namespace kaflint
