// Every key, scalar, collection and alias has exactly its bytes.
#include <gtest/gtest.h>

#include "tests/unit/syntax/yaml_outline.h"

namespace kaflint::syntax {
namespace {

using Lines = std::vector<std::string>;

Lines outline_of(std::string_view bytes, bool templates = false) {
  return outline(parse_yaml(bytes, {.template_actions = templates}), bytes);
}

TEST(YamlSpan, PlainScalarsEndBeforeBlanksAndComments) {
  EXPECT_EQ(outline_of("acks:  all   # why\nretries: 3 \n"),
            (Lines{"mapping `acks:  all   # why\nretries: 3` @0", "scalar `acks` @0",
                   "scalar `all` @7", "scalar `retries` @19", "scalar `3` @28"}));
}

TEST(YamlSpan, QuotesBelongToTheScalar) {
  EXPECT_EQ(outline_of("'a ''b': \"c \\\" d\" # x\n"),
            (Lines{"mapping `'a ''b': \"c \\\" d\"` @0", "scalar `'a ''b'` @0",
                   "scalar `\"c \\\" d\"` @9"}));
}

TEST(YamlSpan, BlockScalarsEndWithTheirLastLine) {
  EXPECT_EQ(
      outline_of("a: |- # head\n  x \n\n  y\n\n# comment\nb: >+\n  z\n\n\n"),
      (Lines{"mapping `a: |- # head\n  x \n\n  y\n\n# comment\nb: >+\n  z` @0", "scalar `a` @0",
             "scalar `|- # head\n  x \n\n  y` @3", "scalar `b` @34", "scalar `>+\n  z` @37"}));
}

TEST(YamlSpan, AnEmptyBlockScalarIsItsHead) {
  EXPECT_EQ(outline_of("a: |2- # head\n\nb: >\n"),
            (Lines{"mapping `a: |2- # head\n\nb: >` @0", "scalar `a` @0", "scalar `|2-` @3",
                   "scalar `b` @15", "scalar `>` @18"}));
}

TEST(YamlSpan, AnAbsentValueIsAnEmptySpanBehindItsIndicator) {
  EXPECT_EQ(outline_of("a:\nb:  # c\nl:\n-\n- 1\n"),
            (Lines{"mapping `a:\nb:  # c\nl:\n-\n- 1` @0", "scalar `a` @0", "scalar `` @2",
                   "scalar `b` @3", "scalar `` @5", "scalar `l` @11", "sequence `-\n- 1` @14",
                   "scalar `` @15", "scalar `1` @18"}));
}

TEST(YamlSpan, AnchorsAndTagsAreLeftOut) {
  EXPECT_EQ(outline_of("a: &x !!str  1\nb: !t &y\n  c: *x\nd: &z # e\n  - !!int 5\ne: !!str\n"),
            (Lines{"mapping `a: &x !!str  1\nb: !t &y\n  c: *x\nd: &z # e\n  - !!int 5\ne: !!str` "
                   "@0",
                   "scalar `a` @0", "scalar `1` @13", "scalar `b` @15", "mapping `c: *x` @26",
                   "scalar `c` @26", "alias `*x` @29", "scalar `d` @32", "sequence `- !!int 5` @44",
                   "scalar `5` @52", "scalar `e` @54", "scalar `` @62"}));
}

TEST(YamlSpan, FlowCollectionsHaveTheirBrackets) {
  EXPECT_EQ(outline_of("[ a , {b: c } , d: e  ] # x\n"),
            (Lines{"sequence `[ a , {b: c } , d: e  ]` @0", "scalar `a` @2", "mapping `{b: c }` @6",
                   "scalar `b` @7", "scalar `c` @10", "mapping `d: e` @16", "scalar `d` @16",
                   "scalar `e` @19"}));
}

TEST(YamlSpan, CountsBytesBehindAByteOrderMarkAndOtherScripts) {
  EXPECT_EQ(outline_of("\xEF\xBB\xBFgröße: 'ü€😀'\r\nb: \"x\"\r\n"),
            (Lines{"mapping `größe: 'ü€😀'\r\nb: \"x\"` @3", "scalar `größe` @3",
                   "scalar `'ü€😀'` @12", "scalar `b` @25", "scalar `\"x\"` @28"}));
}

TEST(YamlSpan, PlainTextOverSeveralLines) {
  EXPECT_EQ(outline_of("a: one\n  two  # no more\n"),
            (Lines{"mapping `a: one\n  two` @0", "scalar `a` @0", "scalar `one\n  two` @3"}));
}

TEST(YamlSpan, DocumentsReachFromTheirMarkerToTheirLastContent) {
  const std::string_view bytes = "a: 1\n# x\n---\n---\nb\n...\n";
  const YamlFile file = parse_yaml(bytes);
  ASSERT_EQ(file.documents.size(), 3U);
  EXPECT_EQ(file.documents[0].span, (Span{0, 4}));
  EXPECT_EQ(file.documents[1].span, (Span{9, 12}));
  EXPECT_EQ(file.documents[1].root, kNoYaml);
  EXPECT_EQ(source_of(bytes, file.documents[2].span), "---\nb\n...");
}

}  // namespace
}  // namespace kaflint::syntax
