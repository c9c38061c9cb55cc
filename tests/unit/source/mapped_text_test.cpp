// Decoded text remembers where its bytes stood.
#include "linter/source/mapped_text.h"

#include <gtest/gtest.h>

namespace kaflint {
namespace {

/// `ab\tcd` with its escape at 12, then a continuation, then `ef` on the next line.
MappedText sample() {
  MappedText text;
  text.append_verbatim("ab", 10);
  text.append_decoded("\t", {12, 14});
  text.append_verbatim("c", 14);
  text.append_verbatim("d", 15);
  text.append_verbatim("ef", 20);
  return text;
}

TEST(MappedText, Text) { EXPECT_EQ(sample().text(), "ab\tcdef"); }

TEST(MappedText, SpansGoFromTheFirstByteToTheLast) {
  const MappedText text = sample();
  EXPECT_EQ(text.source_span(0, 7), (Span{10, 22}));
  EXPECT_EQ(text.source_span(1, 2), (Span{11, 12}));
  EXPECT_EQ(text.source_span(2, 3), (Span{12, 14})) << "the whole escape";
  EXPECT_EQ(text.source_span(1, 4), (Span{11, 15}));
  EXPECT_EQ(text.source_span(3, 5), (Span{14, 16})) << "the continuation is not part of it";
  EXPECT_EQ(text.source_span({4, 6}), (Span{15, 21}));
}

TEST(MappedText, EmptyRangesAreEmptyAtTheirPlace) {
  const MappedText text = sample();
  EXPECT_EQ(text.source_span(0, 0), (Span{10, 10}));
  EXPECT_EQ(text.source_span(3, 3), (Span{14, 14}));
  EXPECT_EQ(text.source_span(5, 5), (Span{20, 20}));
  EXPECT_EQ(text.source_span(7, 7), (Span{22, 22}));
  EXPECT_TRUE(text.source_pieces({3, 3}).empty());
}

TEST(MappedText, PiecesAreWhatIsContiguousInTheFile) {
  const MappedText text = sample();
  EXPECT_EQ(text.source_pieces({0, 7}), (std::vector<Span>{{10, 16}, {20, 22}}));
  EXPECT_EQ(text.source_pieces({2, 3}), (std::vector<Span>{{12, 14}}));
  EXPECT_EQ(text.source_pieces({4, 6}), (std::vector<Span>{{15, 16}, {20, 21}}));
}

TEST(MappedText, ADecodedPieceIsNeverCut) {
  MappedText text;
  text.append_decoded("\xE2\x82\xAC", {5, 11});
  text.append_verbatim("x", 11);
  EXPECT_EQ(text.source_span(1, 2), (Span{5, 11}));
  EXPECT_EQ(text.source_span(2, 4), (Span{5, 12}));
}

TEST(MappedText, AnEmptyTextKnowsItsPlace) {
  EXPECT_EQ(MappedText().source_span(0, 0), (Span{0, 0}));
  MappedText text;
  text.append_verbatim("", 8);
  EXPECT_EQ(text.source_span(0, 0), (Span{8, 8}));
  text.append_verbatim("", 9);
  EXPECT_EQ(text.source_span(0, 0), (Span{9, 9}));
  text.append_verbatim("v", 12);
  EXPECT_EQ(text.source_span(0, 0), (Span{12, 12}));
  EXPECT_EQ(text.source_span(0, 1), (Span{12, 13}));
}

}  // namespace
}  // namespace kaflint
