// Patterns of .gitignore and --exclude, after gitignore(5).
#include "linter/base/glob.h"

#include <gtest/gtest.h>

#include <string>

namespace kaflint {
namespace {

using Answer = IgnoreList::Answer;

TEST(Glob, StarsStayWithinAName) {
  EXPECT_TRUE(glob_match("*.yml", "a.yml"));
  EXPECT_TRUE(glob_match("a*b*c", "aXbYbZc"));
  EXPECT_FALSE(glob_match("*.yml", "a/b.yml"));
  EXPECT_FALSE(glob_match("a*b", "a/b"));
  EXPECT_TRUE(glob_match("a?c", "abc"));
  EXPECT_FALSE(glob_match("a?c", "a/c"));
}

TEST(Glob, TwoStarsAreAnyNumberOfFolders) {
  EXPECT_TRUE(glob_match("**/x", "x"));
  EXPECT_TRUE(glob_match("**/x", "a/b/x"));
  EXPECT_TRUE(glob_match("a/**/x", "a/x"));
  EXPECT_TRUE(glob_match("a/**/x", "a/b/c/x"));
  EXPECT_FALSE(glob_match("a/**/x", "b/x"));
  EXPECT_TRUE(glob_match("a/**", "a/b/c"));
  EXPECT_FALSE(glob_match("a/**", "a"));
  EXPECT_TRUE(glob_match("**/a/**/b", "x/a/a/y/b"));
}

TEST(Glob, Classes) {
  EXPECT_TRUE(glob_match("[a-c]x", "bx"));
  EXPECT_FALSE(glob_match("[!a-c]x", "bx"));
  EXPECT_TRUE(glob_match("[]]x", "]x"));
  EXPECT_TRUE(glob_match("[a-]x", "-x"));
  EXPECT_TRUE(glob_match("[ab", "[ab"));
  EXPECT_TRUE(glob_match("\\*x", "*x"));
  EXPECT_FALSE(glob_match("\\*x", "ax"));
}

TEST(Glob, ManyStarsAreNotExponential) {
  std::string pattern;
  for (int i = 0; i < 60; ++i) pattern += "*a";
  EXPECT_FALSE(glob_match(pattern + "b", std::string(4000, 'a')));
}

TEST(IgnoreList, TheLastMatchDecides) {
  const IgnoreList list("*.properties\n!keep.properties\n");
  EXPECT_EQ(list.ask("a/b.properties", false), Answer::ignored);
  EXPECT_EQ(list.ask("a/keep.properties", false), Answer::kept);
  EXPECT_EQ(list.ask("a/keep.yml", false), Answer::none);
}

TEST(IgnoreList, SlashesAnchorAndMeanFolders) {
  const IgnoreList list("/top\nsub/file\nout/\n");
  EXPECT_EQ(list.ask("top", false), Answer::ignored);
  EXPECT_EQ(list.ask("a/top", false), Answer::none);
  EXPECT_EQ(list.ask("sub/file", false), Answer::ignored);
  EXPECT_EQ(list.ask("a/sub/file", false), Answer::none);
  EXPECT_EQ(list.ask("a/out", true), Answer::ignored);
  EXPECT_EQ(list.ask("a/out", false), Answer::none);
}

TEST(IgnoreList, CommentsBlanksAndEscapes) {
  const IgnoreList list("# *.yml\n\n   \n\\#x\n\\!y\nz  \nw\\ \r\n");
  EXPECT_EQ(list.ask("a.yml", false), Answer::none);
  EXPECT_EQ(list.ask("#x", false), Answer::ignored);
  EXPECT_EQ(list.ask("!y", false), Answer::ignored);
  EXPECT_EQ(list.ask("z", false), Answer::ignored);
  EXPECT_EQ(list.ask("w ", false), Answer::ignored);
}

}  // namespace
}  // namespace kaflint
