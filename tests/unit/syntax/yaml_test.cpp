// The YAML layer: exact spans, aliases and merges, limits, what survives a broken document.
#include "linter/syntax/yaml.h"

#include <gtest/gtest.h>

#include <string>

namespace kaflint::syntax {
namespace {

std::string_view at(std::string_view bytes, Span span) {
  return bytes.substr(span.begin, span.size());
}

std::string source(const YamlFile& file, std::string_view bytes, YamlId id) {
  return std::string(at(bytes, file.node(id).span));
}

TEST(Yaml, SpansOfEveryStyleAreTheirExactBytes) {
  const std::string_view bytes =
      "größe: &a plain text  # note\r\n'k2': 'it''s'\r\n\"k3\": \"a\\tb\"\r\nk4: |\r\n  eins\r\n  "
      "zwei\r\nk5: [x, {y: z}]\r\nk6: *a\r\n";
  const YamlFile file = parse_yaml(bytes);
  ASSERT_TRUE(file.errors.empty());
  const auto all = entries(file, file.documents[0].root);
  ASSERT_EQ(all.size(), 6U);
  EXPECT_EQ(source(file, bytes, all[0].key), "größe");
  EXPECT_EQ(source(file, bytes, all[0].value), "plain text");
  EXPECT_EQ(source(file, bytes, all[1].key), "'k2'");
  EXPECT_EQ(source(file, bytes, all[1].value), "'it''s'");
  EXPECT_EQ(file.text(all[1].value), "it's");
  EXPECT_EQ(file.text(all[2].value), "a\tb");
  EXPECT_EQ(source(file, bytes, all[3].value), "|\r\n  eins\r\n  zwei");
  EXPECT_EQ(file.text(all[3].value), "eins\nzwei\n");
  EXPECT_EQ(source(file, bytes, all[4].value), "[x, {y: z}]");
  EXPECT_EQ(source(file, bytes, all[5].value), "*a");
  EXPECT_EQ(file.text(all[5].value), "plain text");
}

TEST(Yaml, ByteOrderMarkIsCounted) {
  const std::string_view bytes =
      "\xEF\xBB\xBF"
      "a: b\n";
  const YamlFile file = parse_yaml(bytes);
  const auto all = entries(file, file.documents[0].root);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(file.node(all[0].key).span, (Span{3, 4}));
  EXPECT_EQ(file.node(all[0].value).span, (Span{6, 7}));
}

TEST(Yaml, MergedKeysComeAfterOwnOnesAndLose) {
  const std::string_view bytes = "base: &b {a: 1, c: 2}\nuse:\n  <<: *b\n  a: 9\n";
  const YamlFile file = parse_yaml(bytes);
  const YamlId use = find(file, file.documents[0].root, "use");
  const auto all = entries(file, use);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(file.text(all[0].value), "9");
  EXPECT_TRUE(all[0].through.empty());
  EXPECT_EQ(file.text(all[1].key), "c");
  ASSERT_EQ(all[1].through.size(), 1U);
  EXPECT_EQ(source(file, bytes, all[1].through[0]), "*b");
}

TEST(Yaml, DuplicateKeyNamesBothPlacesAndTheLastWins) {
  const std::string_view bytes = "a: 1\nb: 2\na: 3\n";
  const YamlFile file = parse_yaml(bytes);
  ASSERT_EQ(file.errors.size(), 1U);
  EXPECT_EQ(file.errors[0].kind, YamlError::Kind::duplicate_key);
  EXPECT_EQ(file.errors[0].span, (Span{10, 11}));
  EXPECT_EQ(file.errors[0].first, (Span{0, 1}));
  EXPECT_EQ(file.text(find(file, file.documents[0].root, "a")), "3");
}

TEST(Yaml, KeepsWhatStandsBeforeASyntaxError) {
  const std::string_view bytes = "a: 1\nb: {c: d\ne: ]\n";
  const YamlFile file = parse_yaml(bytes);
  ASSERT_EQ(file.errors.size(), 1U);
  EXPECT_EQ(file.errors[0].kind, YamlError::Kind::syntax);
  ASSERT_EQ(file.documents.size(), 1U);
  EXPECT_TRUE(file.documents[0].broken);
  EXPECT_EQ(file.text(find(file, file.documents[0].root, "a")), "1");
}

TEST(Yaml, LimitsEndInAFinding) {
  const YamlFile deep = parse_yaml(std::string(100'000, '['));
  ASSERT_EQ(deep.errors.size(), 1U);
  EXPECT_EQ(deep.errors[0].kind, YamlError::Kind::too_deep);
  EXPECT_EQ(deep.errors[0].span.begin, 100U);
  std::string bomb = "x: &a 1\nl:\n";
  for (int i = 0; i < 10'001; ++i) bomb += "- *a\n";
  const YamlFile aliases = parse_yaml(bomb);
  ASSERT_EQ(aliases.errors.size(), 1U);
  EXPECT_EQ(aliases.errors[0].kind, YamlError::Kind::too_many_aliases);
}

TEST(Yaml, UnknownAliasAndInvalidBytesAreErrorsWithAPlace) {
  const YamlFile alias = parse_yaml("a: *nowhere\n");
  ASSERT_EQ(alias.errors.size(), 1U);
  EXPECT_EQ(alias.errors[0].kind, YamlError::Kind::unknown_alias);
  EXPECT_EQ(alias.errors[0].span, (Span{3, 11}));
  const YamlFile bytes = parse_yaml("a: \xFF\n");
  ASSERT_EQ(bytes.errors.size(), 1U);
  EXPECT_EQ(bytes.errors[0].kind, YamlError::Kind::invalid_utf8);
  EXPECT_EQ(bytes.errors[0].span, (Span{3, 4}));
}

TEST(Yaml, SelfReferenceEnds) {
  const YamlFile file = parse_yaml("a: &a\n  <<: *a\n  b: 1\n");
  EXPECT_EQ(entries(file, find(file, file.documents[0].root, "a")).size(), 1U);
}

TEST(Yaml, MasksPlaceholdersWithoutMovingAnything) {
  const std::string_view bytes =
      "v: @project.version@\nmail: a@b.c\n{{- if .x }}\nw: {{ .Values.a }}:9092\n{{- end }}\nz: "
      "1\n";
  const YamlFile file = parse_yaml(bytes, {.template_actions = true});
  ASSERT_TRUE(file.errors.empty());
  const auto all = entries(file, file.documents[0].root);
  ASSERT_EQ(all.size(), 4U);
  EXPECT_TRUE(file.node(all[0].value).masked);
  EXPECT_EQ(source(file, bytes, all[0].value), "@project.version@");
  EXPECT_FALSE(file.node(all[1].value).masked);
  EXPECT_TRUE(file.node(all[2].value).masked);
  EXPECT_EQ(source(file, bytes, all[2].value), "{{ .Values.a }}:9092");
  EXPECT_FALSE(file.node(all[3].value).masked);
}

class MapScalar : public testing::TestWithParam<const char*> {};

TEST_P(MapScalar, GivesTheTextAndThePlaceOfItsWords) {
  const std::string_view bytes = GetParam();
  const YamlFile file = parse_yaml(bytes);
  ASSERT_TRUE(file.errors.empty());
  const YamlId value = find(file, file.documents[0].root, "k");
  const MappedText mapped = map_scalar(file, bytes, value);
  ASSERT_EQ(mapped.text(), file.text(value));
  const std::size_t word = mapped.text().find("wört");
  ASSERT_NE(word, std::string_view::npos);
  const auto begin = static_cast<std::uint32_t>(word);
  EXPECT_EQ(at(bytes, mapped.source_span(begin, begin + 5)), "wört");
}

INSTANTIATE_TEST_SUITE_P(Styles, MapScalar,
                         testing::Values("k: a\n  wört b\n", "k: 'it''s\n\n  wört'\n",
                                         "k: \"\\u00e4\\n\\\n   wört\"\n",
                                         "k: |\n  a=1\n\n  wört=2\n",
                                         "k: |-\r\n  a=1\r\n  wört=2\r\n", "k: |2\n    a\n  wört\n",
                                         "k: >\n  a\n  wört\n\n    more\n  end\n",
                                         "k: |+\n  a\n  wört\n\n\n", "k: wört\n"));

TEST(MapScalar, LinesOfABlockKeepTheirBytes) {
  const std::string_view bytes = "k: |\n    a=1\n    b= {{ .x }}\n    c=2 \n";
  const YamlFile file = parse_yaml(bytes, {.template_actions = true});
  const YamlId value = find(file, file.documents[0].root, "k");
  const MappedText mapped = map_scalar(file, bytes, value);
  ASSERT_EQ(mapped.text(), file.text(value));
  const auto begin = static_cast<std::uint32_t>(mapped.text().find("c="));
  EXPECT_EQ(at(bytes, mapped.source_span(begin, begin + 3)), "c=2");
}

}  // namespace
}  // namespace kaflint::syntax
