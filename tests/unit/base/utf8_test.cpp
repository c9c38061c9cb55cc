// UTF-8 both ways, over all of Unicode.
#include "linter/base/utf8.h"

#include <gtest/gtest.h>

#include <string>

namespace kaflint {
namespace {

TEST(Utf8, EveryCodePointComesBackButSurrogates) {
  for (char32_t code_point = 0; code_point <= 0x10FFFF; ++code_point) {
    std::string text;
    append_utf8(text, code_point);
    const std::uint32_t size = utf8_sequence(text, 0);
    if (code_point >= 0xD800 && code_point <= 0xDFFF) {
      ASSERT_EQ(size, 0U) << static_cast<unsigned>(code_point);
      ASSERT_EQ(text.size(), 3U) << static_cast<unsigned>(code_point);
      continue;
    }
    ASSERT_EQ(size, text.size()) << static_cast<unsigned>(code_point);
    ASSERT_EQ(utf8_code_point(text, 0, size), code_point);
    // Cut off, it is none.
    if (size > 1) {
      ASSERT_EQ(utf8_sequence(std::string_view(text).substr(0, size - 1), 0), 0U);
    }
  }
}

TEST(Utf8, ExactlyTheWellFormedPairsAreSequences) {
  int pairs = 0;
  for (int first = 0x80; first < 0x100; ++first)
    for (int second = 0; second < 0x100; ++second) {
      const std::string text = {static_cast<char>(first), static_cast<char>(second)};
      if (utf8_sequence(text, 0) == 2) ++pairs;
    }
  EXPECT_EQ(pairs, 0x800 - 0x80);
}

TEST(Utf8, OverlongAndTooLargeAreNone) {
  for (const char* text : {"\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xF0\x8F\xBF\xBF",
                           "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80", "\x80", "\xFF"})
    EXPECT_EQ(utf8_sequence(text, 0), 0U);
}

}  // namespace
}  // namespace kaflint
