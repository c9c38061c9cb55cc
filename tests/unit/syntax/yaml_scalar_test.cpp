// A scalar's text, and where each of its bytes came from.
#include <gtest/gtest.h>

#include "tests/unit/syntax/yaml_outline.h"

namespace kaflint::syntax {
namespace {

/// Every scalar decodes to the text that libyaml gave.
void expect_same_texts(std::string_view bytes) {
  for (const bool templates : {false, true}) {
    const YamlFile file = parse_yaml(bytes, {.template_actions = templates});
    for (YamlId id = 0; id < file.nodes.size(); ++id) {
      if (!file.is_scalar(id)) continue;
      EXPECT_EQ(map_scalar(file, bytes, id).text(), file.text(id)) << bytes;
    }
  }
}

/// The source of `part` of the value in the mapping `a: ...`.
std::string source_of_part(std::string_view bytes, std::string_view part) {
  const YamlFile file = parse_yaml(bytes);
  const MappedText text = map_scalar(file, bytes, find(file, file.documents.at(0).root, "a"));
  const std::size_t begin = text.text().find(part);
  if (begin == std::string_view::npos) return "not there";
  return std::string(
      source_of(bytes, text.source_span(static_cast<std::uint32_t>(begin),
                                        static_cast<std::uint32_t>(begin + part.size()))));
}

TEST(YamlScalar, DecodesEveryStyleAsLibyamlDoes) {
  constexpr std::string_view kScalars[] = {
      "plain",
      "plain  with   blanks",
      "one\n  two\n\n   three\n  four",
      "one\r\n  two\r\n\r\n  x",
      "'it''s'",
      "'one\n  two \t\n\n\n  three'",
      "'  lead and trail  '",
      "''",
      "\"\"",
      "\"tab\\tnul\\0 bell\\a esc\\e \\\\ \\\" \\/ \\_\\N\\L\\P\\x41\\u00e9\\U0001F600\"",
      "\"one\\\n   two\"",
      "\"one \\\n\n   two\"",
      "\"one  \n\n \n  two\\\n  \\  three\"",
      "\"a\xE2\x80\xA8 b\"",
      "\"a\xE2\x80\xA8\n b\"",
      "'a\xC2\x85  b'",
      "|\n  x\n  y\n",
      "|-\n  x\n  y\n",
      "|+\n  x\n  y\n\n\n",
      "|\n\n\n  x\n   more\n\n  y\n",
      "|2\n    deep\n  x\n",
      "|2-\n     \n  x\n",
      "|+\n\n\n",
      "|\n",
      ">\n  one\n  two\n\n  three\n",
      ">\n  one\n   more\n   still\n  back\n\n\n  end\n",
      ">-\n\n  a\n  b",
      ">+\n  a\n\n",
      ">2\n   a\n  b\n",
      ">\n  a\n  \tb\n  c\n",
      "|\r\n  x\r\n\r\n  y\r\n",
      ">\r\n  x\r\n  y\r\n",
      "|1\n  \n  x\n",
      "|\n  x\xE2\x80\xA9  y\n",
      ">\n  x\xE2\x80\xA8  y\n",
      "|+\n  x\n   \n \n",
  };
  for (const std::string_view scalar : kScalars) {
    expect_same_texts(fmt::format("a: {}\n", scalar));
    expect_same_texts(fmt::format("a: {}", scalar));
    expect_same_texts(fmt::format("a: {}\nb: 1\n", scalar));
    expect_same_texts(fmt::format("--- {}\n", scalar));
  }
}

TEST(YamlScalar, KnowsThePlaceOfAPropertyInABlock) {
  constexpr std::string_view kBytes = "a: |\n    acks=all\n    retries=3\n";
  EXPECT_EQ(source_of_part(kBytes, "retries"), "retries");
  EXPECT_EQ(source_of_part(kBytes, "all\nretries"), "all\n    retries");
}

TEST(YamlScalar, AnEscapeStandsForItsWholeSource) {
  EXPECT_EQ(source_of_part("a: \"x\\u00e9y\"\n", "\xC3\xA9"), "\\u00e9");
  EXPECT_EQ(source_of_part("a: \"x\\u00e9y\"\n", "y"), "y");
  EXPECT_EQ(source_of_part("a: 'it''s'\n", "'"), "''");
}

TEST(YamlScalar, AFoldedLineEndStandsForItsBlanks) {
  EXPECT_EQ(source_of_part("a: one \n   two\n", " "), " \n   ");
  EXPECT_EQ(source_of_part("a: >\n  one\n  two\n", " "), "\n");
}

TEST(YamlScalar, MaskedTextIsMappedToo) {
  expect_same_texts(
      "a: |\n  x={{ .Values.x }}\n{{- if .y }}\n  y=@y@\n{{- end }}\nb: '{{ \"'\" }}'\n");
}

TEST(YamlScalar, WhatLeadsNowhereHasNoText) { expect_same_texts("- *nowhere\n- &a [*a]\n"); }

TEST(YamlScalar, ATagMayEndWithAnyLineEnd) {
  constexpr std::string_view kBytes = "!t\xE2\x80\xA8xx";
  const YamlFile file = parse_yaml(kBytes);
  ASSERT_EQ(file.nodes.size(), 1U);
  EXPECT_EQ(file.node(0).span, (Span{5, 7}));
  expect_same_texts(kBytes);
}

TEST(YamlScalar, NullIsPlainAndUntagged) {
  const YamlFile list = parse_yaml("- ~\n- null\n- Null\n- NULL\n-\n- ''\n- !!str\n- nil\n- ! ~\n");
  std::vector<bool> result;
  for (YamlId id = 1; id < list.nodes.size(); ++id) result.push_back(list.is_null(id));
  EXPECT_EQ(result, (std::vector<bool>{true, true, true, true, true, false, false, false, false}));
}

TEST(YamlScalar, TagsAreText) {
  const YamlFile file =
      parse_yaml("- !!str 1\n- !custom 2\n- !<tag:yaml.org,2002:int> 3\n- ! 4\n- 5\n");
  std::vector<std::string_view> tags;
  for (YamlId id = 1; id < file.nodes.size(); ++id) tags.push_back(file.tag(id));
  EXPECT_EQ(tags, (std::vector<std::string_view>{"!!str", "!custom", "!!int", "!", ""}));
}

}  // namespace
}  // namespace kaflint::syntax
