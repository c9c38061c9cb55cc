#include "linter/policy/path_patterns.h"

#include <gtest/gtest.h>

namespace kaflint::policy {
namespace {

PathPatterns patterns(std::initializer_list<const char*> texts) {
  PathPatterns out;
  for (const char* text : texts) out.add(text);
  return out;
}

TEST(PathPatterns, AFolderStandsForWhatIsInIt) {
  const PathPatterns folder = patterns({"deploy/"});
  EXPECT_TRUE(folder.match("deploy/kafka/server.properties"));
  EXPECT_TRUE(folder.match("apps/deploy/a.yaml")) << "at any depth, as in .gitignore";
  EXPECT_TRUE(folder.match("deploy", true));
  EXPECT_FALSE(folder.match("deploy"));
  EXPECT_FALSE(folder.match("deployed/a.yaml"));
  EXPECT_FALSE(patterns({"/deploy/"}).match("apps/deploy/a.yaml"));
  EXPECT_TRUE(patterns({"apps/*/src"}).match("apps/one/src/main/a.yaml"));
}

TEST(PathPatterns, TheLastOneThatFitsTheNearestPathCounts) {
  const PathPatterns some = patterns({"conf/", "!conf/local.properties"});
  EXPECT_TRUE(some.match("conf/server.properties"));
  EXPECT_FALSE(some.match("conf/local.properties"));
  EXPECT_FALSE(PathPatterns().match("a"));
}

TEST(PathPatterns, OnlySomePatternsSpeakOfTheFileItself) {
  EXPECT_TRUE(patterns({"conf/*.conf"}).name("conf/kafka.conf"));
  for (const char* pattern : {"conf", "conf/", "conf/**", "conf/*", "**"})
    EXPECT_FALSE(patterns({pattern}).name("conf/kafka.conf")) << pattern;
  EXPECT_FALSE(patterns({"*.conf", "!kafka.conf"}).name("kafka.conf"));
}

TEST(PathPatterns, Problems) {
  const auto problem = [](const char* text) {
    return PathPatterns::problem_of(text).value_or("none");
  };
  EXPECT_EQ(problem("conf/[a-c]*/**"), "none");
  EXPECT_EQ(problem("a[]b]"), "none");
  EXPECT_EQ(problem("a\\[b"), "none");
  EXPECT_EQ(problem("!a"), "none");
  EXPECT_EQ(problem("a[b"), "has a `[` without its `]`");
  EXPECT_EQ(problem("a[]b"), "has a `[` without its `]`");
  EXPECT_EQ(problem("!/"), "matches nothing");
  EXPECT_EQ(problem("../a"), "leads out of the configuration's folder");
  EXPECT_EQ(problem("./a"), "has a `.` in it, which matches no name; leave it out");
  EXPECT_EQ(problem("a\\"), "ends in a `\\` without a character behind it");
  EXPECT_EQ(problem("a\\\\"), "none");
}

}  // namespace
}  // namespace kaflint::policy
