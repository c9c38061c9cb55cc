// Lines and columns in the three units, on text that tells the units apart.
#include "linter/source/position.h"

#include <gtest/gtest.h>

#include <string>

namespace kaflint {
namespace {

constexpr ColumnUnit kUnits[] = {ColumnUnit::utf8, ColumnUnit::utf16, ColumnUnit::code_points};

TEST(LineTable, AnEmptyFileHasOneEmptyLine) {
  const LineTable table("");
  EXPECT_EQ(table.line_count(), 1U);
  EXPECT_EQ(table.line(0), (Span{0, 0}));
  EXPECT_EQ(table.position(0, ColumnUnit::utf16), (Position{0, 0}));
  EXPECT_EQ(table.offset({0, 7}, ColumnUnit::utf16), 0U);
}

TEST(LineTable, EveryLineEndIsOne) {
  const std::string text = "a\nb\r\nc\rd\r\r\n\ne";
  const LineTable table(text);
  ASSERT_EQ(table.line_count(), 7U);
  const Span expected[] = {{0, 1}, {2, 3}, {5, 6}, {7, 8}, {9, 9}, {11, 11}, {12, 13}};
  for (std::uint32_t i = 0; i < 7; ++i) EXPECT_EQ(table.line(i), expected[i]) << i;
}

TEST(LineTable, ALineEndAtTheEndOpensAnEmptyLine) {
  for (const std::string text : {"a\n", "a\r", "a\r\n"}) {
    const LineTable table(text);
    const auto size = static_cast<std::uint32_t>(text.size());
    ASSERT_EQ(table.line_count(), 2U);
    EXPECT_EQ(table.line(0), (Span{0, 1}));
    EXPECT_EQ(table.line(1), (Span{size, size}));
    EXPECT_EQ(table.position(size, ColumnUnit::utf8), (Position{1, 0}));
  }
}

TEST(LineTable, UnitsDifferOutsideAscii) {
  // U+00E9 in 2 bytes, U+20AC in 3, U+1F600 in 4 and a surrogate pair.
  const std::string text = "x\n\tA\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80z";
  const LineTable table(text);
  const auto end = static_cast<std::uint32_t>(text.size());
  EXPECT_EQ(table.position(end - 1, ColumnUnit::utf8), (Position{1, 11}));
  EXPECT_EQ(table.position(end - 1, ColumnUnit::utf16), (Position{1, 6}));
  EXPECT_EQ(table.position(end - 1, ColumnUnit::code_points), (Position{1, 5}));
  EXPECT_EQ(table.offset({1, 11}, ColumnUnit::utf8), end - 1);
  EXPECT_EQ(table.offset({1, 6}, ColumnUnit::utf16), end - 1);
  EXPECT_EQ(table.offset({1, 5}, ColumnUnit::code_points), end - 1);
  EXPECT_EQ(table.offset({1, 5}, ColumnUnit::utf16), end - 5) << "between the two surrogates";
}

TEST(LineTable, WithinACharacterIsItsColumn) {
  const std::string text =
      "a\xF0\x9F\x98\x80"
      "b";
  const LineTable table(text);
  for (std::uint32_t offset = 1; offset < 5; ++offset) {
    EXPECT_EQ(table.position(offset, ColumnUnit::utf16).column, 1U);
    EXPECT_EQ(table.position(offset, ColumnUnit::code_points).column, 1U);
    EXPECT_EQ(table.position(offset, ColumnUnit::utf8).column, offset);
  }
  EXPECT_EQ(table.position(5, ColumnUnit::utf16).column, 3U);
  EXPECT_EQ(table.position(5, ColumnUnit::code_points).column, 2U);
}

TEST(LineTable, AnInvalidByteIsOneColumn) {
  // A stray continuation, an overlong slash, a surrogate, beyond U+10FFFF, a cut sequence.
  for (const std::string bad :
       {"\x80", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82"}) {
    const std::string text = "k=" + bad + "v";
    const LineTable table(text);
    const auto at = static_cast<std::uint32_t>(text.size()) - 1;
    for (const ColumnUnit unit : kUnits) {
      EXPECT_EQ(table.position(at, unit).column, at);
      EXPECT_EQ(table.offset({0, at}, unit), at);
    }
  }
}

TEST(LineTable, AByteOrderMarkIsNoColumn) {
  const LineTable table(
      "\xEF\xBB\xBF"
      "ab\n\xEF\xBB\xBF"
      "c");
  for (const ColumnUnit unit : kUnits) {
    EXPECT_EQ(table.position(0, unit), (Position{0, 0}));
    EXPECT_EQ(table.position(2, unit), (Position{0, 0}));
    EXPECT_EQ(table.position(3, unit), (Position{0, 0}));
    EXPECT_EQ(table.position(4, unit), (Position{0, 1}));
    EXPECT_EQ(table.offset({0, 0}, unit), 3U);
    EXPECT_EQ(table.offset({0, 9}, unit), 5U);
  }
  EXPECT_EQ(table.line(0), (Span{0, 5}));
  EXPECT_EQ(table.position(9, ColumnUnit::code_points), (Position{1, 1})) << "elsewhere it counts";
}

TEST(LineTable, ColumnsAndLinesBeyondTheEnd) {
  const LineTable table("ab\r\ncd");
  for (const ColumnUnit unit : kUnits) {
    EXPECT_EQ(table.offset({0, 2}, unit), 2U);
    EXPECT_EQ(table.offset({0, 3}, unit), 2U);
    EXPECT_EQ(table.offset({0, 0xFFFFFFFFU}, unit), 2U);
    EXPECT_EQ(table.offset({1, 99}, unit), 6U);
    EXPECT_EQ(table.offset({2, 0}, unit), 6U);
    EXPECT_EQ(table.position(3, unit), (Position{0, 2})) << "between CR and LF";
  }
}

TEST(LineTable, EveryCharacterBoundaryComesBack) {
  const std::string text = "\xC3\xA9=\xF0\x9F\x98\x80\r\n\t\xE2\x82\xAC\r\xFF\xC3\n\nx";
  const LineTable table(text);
  for (const ColumnUnit unit : kUnits) {
    for (std::uint32_t number = 0; number < table.line_count(); ++number) {
      const Span line = table.line(number);
      for (std::uint32_t at = line.begin; at <= line.end; ++at) {
        const Position position = table.position(at, unit);
        EXPECT_EQ(position.line, number);
        const std::uint32_t back = table.offset(position, unit);
        EXPECT_LE(back, at);
        EXPECT_EQ(table.position(back, unit), position);
        if (unit == ColumnUnit::utf8) {
          EXPECT_EQ(back, at);
        }
      }
    }
  }
}

}  // namespace
}  // namespace kaflint
