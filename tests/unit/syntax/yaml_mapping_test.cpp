// Mappings as loaders see them: merges, duplicates, aliases.
#include <gtest/gtest.h>

#include "tests/unit/syntax/yaml_outline.h"

namespace kaflint::syntax {
namespace {

using Lines = std::vector<std::string>;

/// `key=value`, with the source of each merge on the way.
Lines entries_of(std::string_view bytes, std::string_view under) {
  const YamlFile file = parse_yaml(bytes);
  const YamlId root = file.documents.at(0).root;
  Lines result;
  for (const YamlEntry& entry : entries(file, under.empty() ? root : find(file, root, under))) {
    std::string line = fmt::format("{}={}", file.text(entry.key), file.text(entry.value));
    for (const YamlId step : entry.through)
      line += fmt::format(" through {}", source_of(bytes, file.node(step).span));
    result.push_back(line);
  }
  return result;
}

Lines problems_of(std::string_view bytes, bool templates = false) {
  return problems(parse_yaml(bytes, {.template_actions = templates}), bytes);
}

TEST(YamlMapping, MergedKeysFollowOwnOnes) {
  EXPECT_EQ(entries_of("b: &b {x: 1, y: 2}\na:\n  p: 0\n  <<: *b\n  y: 3\n", "a"),
            (Lines{"p=0", "y=3", "x=1 through *b"}));
}

TEST(YamlMapping, EarlierMergesWin) {
  EXPECT_EQ(entries_of("b: &b {x: 1}\nc: &c {x: 2, z: 3}\na:\n  <<: [*b, *c, {z: 4, w: 5}]\n", "a"),
            (Lines{"x=1 through *b", "z=3 through *c", "w=5 through {z: 4, w: 5}"}));
}

TEST(YamlMapping, MergesOfMerges) {
  EXPECT_EQ(entries_of("b: &b {x: 1, y: 1}\nc: &c\n  <<: *b\n  y: 2\na:\n  <<: *c\n", "a"),
            (Lines{"y=2 through *c", "x=1 through *c through *b"}));
}

TEST(YamlMapping, TheLastDuplicateWins) {
  EXPECT_EQ(entries_of("x: 1\ny: 2\nx: 3\n", ""), (Lines{"x=3", "y=2"}));
  EXPECT_EQ(problems_of("x: 1\ny: 2\n'x': 3\nx: 4\n"), (Lines{"`'x'` @10: x", "`x` @17: x"}));
  const YamlFile file = parse_yaml("x: 1\ny: 2\n'x': 3\n");
  EXPECT_EQ(file.errors.at(0).kind, YamlError::Kind::duplicate_key);
  EXPECT_EQ(file.errors.at(0).first, (Span{0, 1}));
}

TEST(YamlMapping, DuplicatesAmongManyKeys) {
  std::string bytes;
  for (int i = 0; i < 100; ++i) bytes += fmt::format("key{:02}: {}\n", i, i);
  bytes += "key50: again\n";
  EXPECT_EQ(problems_of(bytes), (Lines{"`key50` @990: key50"}));
  const YamlFile file = parse_yaml(bytes);
  EXPECT_EQ(file.errors.at(0).first, (Span{490, 495}));
}

TEST(YamlMapping, BranchesOfATemplateMayGiveAKeyTwice) {
  constexpr std::string_view kBytes = "{{ if .x }}\na: 1\n{{ else }}\na: 2\n{{ end }}\n";
  const YamlFile file = parse_yaml(kBytes, {.template_actions = true});
  EXPECT_EQ(problems(file, kBytes), Lines{});
  EXPECT_TRUE(file.node(find(file, file.documents.at(0).root, "a")).masked);
}

TEST(YamlMapping, OnlyMappingsCanBeMerged) {
  EXPECT_EQ(problems_of("a: &a 1\nb:\n  <<: *a\n"),
            (Lines{"`*a` @17: only a mapping or a list of mappings can be merged"}));
  EXPECT_EQ(problems_of("b:\n  <<: [{x: 1}, 5]\n"),
            (Lines{"`5` @18: only mappings can be merged"}));
  EXPECT_EQ(problems_of("'<<': 5\n"), Lines{});
}

TEST(YamlMapping, AliasesLeadToTheLastAnchorBeforeThem) {
  constexpr std::string_view kBytes = "- &a 1\n- *a\n- &a 2\n- *a\n- *b\n- &c [*c]\n";
  const YamlFile file = parse_yaml(kBytes);
  std::vector<std::string_view> texts;
  for (YamlId item = file.node(0).first_child; item != kNoYaml; item = file.node(item).next_sibling)
    texts.push_back(file.text(item));
  EXPECT_EQ(texts, (std::vector<std::string_view>{"1", "1", "2", "2", "", ""}));
  EXPECT_EQ(problems(file, kBytes), (Lines{"`*b` @26: no anchor `b` before this alias",
                                           "`*c` @35: the alias lies within what it stands for"}));
  EXPECT_EQ(parse_yaml(kBytes).errors.at(0).kind, YamlError::Kind::unknown_alias);
}

TEST(YamlMapping, AnchorsEndWithTheirDocument) {
  EXPECT_EQ(problems_of("&a 1\n---\n*a\n"), (Lines{"`*a` @9: no anchor `a` before this alias"}));
}

TEST(YamlMapping, FindsAlongAPath) {
  const YamlFile file = parse_yaml("spec: {kafka: {config: {acks: all}}}\n");
  const YamlId root = file.documents.at(0).root;
  EXPECT_EQ(file.text(find_path(file, root, {"spec", "kafka", "config", "acks"})), "all");
  EXPECT_EQ(find_path(file, root, {"spec", "zookeeper", "config"}), kNoYaml);
  EXPECT_EQ(find_path(file, root, {"spec", "kafka", "config", "acks", "more"}), kNoYaml);
  EXPECT_EQ(find(file, kNoYaml, "x"), kNoYaml);
}

TEST(YamlMapping, MergeBombsAreHarmless) {
  std::string bytes = "m0: &m0 {k: v}\n";
  for (int i = 1; i < 90; ++i)
    bytes += fmt::format("m{}: &m{} {{<<: [*m{}, *m{}], k{}: v}}\n", i, i, i - 1, i - 1, i);
  EXPECT_EQ(entries_of(bytes, "m89").size(), 90U);
}

TEST(YamlMapping, GivesAtMostTheLimit) {
  const YamlFile file = parse_yaml("{a: 1, b: 2, c: 3}");
  EXPECT_EQ(entries(file, file.documents.at(0).root, 2).size(), 2U);
}

}  // namespace
}  // namespace kaflint::syntax
