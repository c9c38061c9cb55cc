// What is wrong, exactly where, and what is kept.
#include <gtest/gtest.h>

#include "tests/unit/syntax/yaml_outline.h"

namespace kaflint::syntax {
namespace {

using Lines = std::vector<std::string>;

Lines problems_of(std::string_view bytes) { return problems(parse_yaml(bytes), bytes); }

/// The error is there, and the document is known to be broken.
void expect_broken(std::string_view bytes, std::string_view problem) {
  const YamlFile file = parse_yaml(bytes);
  EXPECT_EQ(problems(file, bytes), Lines{std::string(problem)});
  ASSERT_FALSE(file.documents.empty()) << bytes;
  EXPECT_TRUE(file.documents.front().broken) << bytes;
}

TEST(YamlError, PointsAtTheMistake) {
  expect_broken("a: b: c\n",
                "`:` @4: no `key: value` can stand here; quote a value that contains `: `, or "
                "correct the indentation");
  expect_broken("a: 1\nb: \"open\nc: 2\n", "`\"` @8: the quote is never closed");
  expect_broken("a: 1\nb: 'open\n---\n", "`'` @8: the quote is not closed within its document");
  expect_broken("a: [1, 2\n", "`[` @3: the bracket is never closed");
  expect_broken("a: {x: 1\nb: 2}}\n", "`:` @10: `,` or `}` was expected here");
  expect_broken("a: @x\n", "`@` @3: a value cannot start with `@`; quote it");
  expect_broken("a:\n\tb: 1\n", "`\t` @3: a tab cannot indent; use spaces");
  expect_broken("a: \"\\q\"\n",
                "`\\` @4: unknown escape in double quotes; write `\\\\` for a backslash, or use "
                "single quotes");
  expect_broken("a: 1\nlost text\nb: 2\n", "`lost text` @5: no `:` follows this key");
  expect_broken("a: - x\n", "`-` @3: no `- ` item can stand here");
}

TEST(YamlError, KeepsWhatCameBefore) {
  constexpr std::string_view kBytes = "a: 1\nb:\n  c: 2\n  d: \"open\n";
  const YamlFile file = parse_yaml(kBytes);
  const YamlId root = file.documents.at(0).root;
  EXPECT_EQ(file.text(find(file, root, "a")), "1");
  EXPECT_EQ(file.text(find_path(file, root, {"b", "c"})), "2");
  const YamlId missing = find_path(file, root, {"b", "d"});
  ASSERT_NE(missing, kNoYaml);
  EXPECT_TRUE(file.node(missing).masked);
  EXPECT_FALSE(file.is_null(missing));
}

TEST(YamlError, GoesOnWithTheNextDocument) {
  constexpr std::string_view kBytes = "a: ]\n---\nb: 2\n---\n- [\n---\nc: é\n";
  const YamlFile file = parse_yaml(kBytes);
  ASSERT_EQ(file.documents.size(), 4U);
  EXPECT_TRUE(file.documents[0].broken);
  EXPECT_FALSE(file.documents[1].broken);
  EXPECT_EQ(file.text(find(file, file.documents[1].root, "b")), "2");
  EXPECT_TRUE(file.documents[2].broken);
  EXPECT_EQ(file.text(find(file, file.documents[3].root, "c")), "é");
  EXPECT_EQ(file.errors.size(), 2U);
}

TEST(YamlError, BadBytesAreReportedAndReadOn) {
  EXPECT_EQ(problems_of("a: x\xFFy\nb: \x01\n"),
            (Lines{"`\xFF` @4: a byte that begins or continues no character",
                   "`\x01` @10: control character U+0001, which YAML does not allow"}));
  const YamlFile file = parse_yaml("a: x\xFFy\nb: 2\n");
  EXPECT_EQ(file.errors.at(0).kind, YamlError::Kind::invalid_utf8);
  EXPECT_TRUE(file.documents.at(0).broken);
  EXPECT_TRUE(file.node(find(file, file.documents.at(0).root, "a")).masked);
  EXPECT_EQ(file.text(find(file, file.documents.at(0).root, "b")), "2");
}

TEST(YamlError, ATruncatedOrOverlongCharacterIsOneMistake) {
  EXPECT_EQ(problems_of("a: \xE2\x82"),
            (Lines{"`\xE2\x82` @3: a byte that begins or continues no character"}));
  EXPECT_EQ(problems_of("a: \xC0\xAF!\n"),
            (Lines{"`\xC0\xAF` @3: a byte that begins or continues no character"}));
  EXPECT_EQ(problems_of("a: \xED\xA0\x80.\n"),
            (Lines{"`\xED\xA0\x80` @3: a byte that begins or continues no character"}));
}

TEST(YamlError, NulBytesAndUtf16) {
  using namespace std::string_view_literals;
  EXPECT_EQ(problems_of("a: \0\0b\n"sv),
            (Lines{fmt::format("`{}` @3: control character U+0000, which YAML does not allow",
                               "\0\0"sv)}));
  expect_broken("\xFF\xFE\x61\x00"sv,
                fmt::format("`{}` @0: encoded as UTF-16 or UTF-32", "\xFF\xFE\x61\x00"sv));
}

TEST(YamlError, DeepNestingIsGivenUp) {
  const YamlFile fine = parse_yaml(std::string(100, '[') + std::string(100, ']'));
  EXPECT_EQ(fine.errors.size(), 0U);
  struct Case {
    std::string_view opener;
    std::size_t nodes;  // with a masked value for every key that is open
  };
  for (const auto& [opener, nodes] :
       {Case{"[", 100}, Case{"{a: ", 201}, Case{"- ", 100}, Case{"? ", 199}}) {
    std::string bytes;
    while (bytes.size() < 400'000) bytes += opener;
    const YamlFile file = parse_yaml(bytes);
    ASSERT_EQ(file.errors.size(), 1U) << opener;
    EXPECT_EQ(file.errors[0].kind, YamlError::Kind::too_deep) << opener;
    EXPECT_EQ(file.errors[0].span.begin, 100 * opener.size()) << opener;
    EXPECT_EQ(file.nodes.size(), nodes) << opener;
  }
}

TEST(YamlError, TooManyAliases) {
  std::string bytes = "- &a 1\n";
  for (std::size_t i = 0; i <= 10'000; ++i) bytes += "- *a\n";
  const YamlFile file = parse_yaml(bytes);
  ASSERT_EQ(file.errors.size(), 1U);
  EXPECT_EQ(file.errors[0].kind, YamlError::Kind::too_many_aliases);
  EXPECT_EQ(file.nodes.size(), 10'002U);
  EXPECT_TRUE(file.documents.at(0).broken);
}

TEST(YamlError, TooManyTagDirectives) {
  std::string bytes;
  for (int i = 0; i < 100; ++i) bytes += fmt::format("%TAG !a{}! tag:x\n", i);
  EXPECT_EQ(parse_yaml(bytes + "--- 1\n").errors.at(0).kind, YamlError::Kind::too_many_nodes);
}

TEST(YamlError, NothingAtAll) {
  for (const std::string_view bytes : {"", "\n\n", "# only a comment\n", "\xEF\xBB\xBF"}) {
    EXPECT_EQ(parse_yaml(bytes).documents.size(), 0U);
    EXPECT_EQ(parse_yaml(bytes).errors.size(), 0U);
  }
}

}  // namespace
}  // namespace kaflint::syntax
