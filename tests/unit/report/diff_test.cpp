// Unified diffs to the byte: hunks, ends of files, secrets.
#include "linter/report/diff.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace kaflint::report {
namespace {

policy::FileResult checked(std::string bytes) {
  return policy::check_file(
      std::make_shared<const SourceFile>("producer.properties", std::move(bytes)), {});
}

std::string diff(std::string before, std::string after, bool colour = false) {
  return unified_diff(checked(std::move(before)), checked(std::move(after)), Paint(colour));
}

constexpr std::string_view kHead = "--- producer.properties\n+++ producer.properties\n";

TEST(UnifiedDiff, Equal) { EXPECT_EQ(diff("acks=1\n", "acks=1\n"), ""); }

TEST(UnifiedDiff, ThreeLinesOfContext) {
  EXPECT_EQ(
      diff("#1\n#2\n#3\n#4\nacks=1\n#6\n#7\n#8\n#9\n",
           "#1\n#2\n#3\n#4\nacks=all\n#6\n#7\n#8\n#9\n"),
      fmt::format("{}@@ -2,7 +2,7 @@\n #2\n #3\n #4\n-acks=1\n+acks=all\n #6\n #7\n #8\n", kHead));
}

TEST(UnifiedDiff, NearChangesShareAHunkFarOnesDoNot) {
  EXPECT_EQ(
      diff("a=1\n#\n#\n#\n#\n#\n#\nb=1\n", "a=2\n#\n#\n#\n#\n#\n#\nb=2\n"),
      fmt::format("{}@@ -1,8 +1,8 @@\n-a=1\n+a=2\n #\n #\n #\n #\n #\n #\n-b=1\n+b=2\n", kHead));
  EXPECT_EQ(
      diff("a=1\n#\n#\n#\n#\n#\n#\n#\nb=1\n", "a=2\n#\n#\n#\n#\n#\n#\n#\nb=2\n"),
      fmt::format(
          "{}@@ -1,4 +1,4 @@\n-a=1\n+a=2\n #\n #\n #\n@@ -6,4 +6,4 @@\n #\n #\n #\n-b=1\n+b=2\n",
          kHead));
}

TEST(UnifiedDiff, EndsOfFiles) {
  EXPECT_EQ(diff("a=1", "a=1\n"),
            fmt::format("{}@@ -1 +1 @@\n-a=1\n\\ No newline at end of file\n+a=1\n", kHead));
  EXPECT_EQ(diff("a=1\n", ""), fmt::format("{}@@ -1 +0,0 @@\n-a=1\n", kHead));
  EXPECT_EQ(diff("", "a=1\n"), fmt::format("{}@@ -0,0 +1 @@\n+a=1\n", kHead));
}

TEST(UnifiedDiff, CarriageReturnsBelongToTheLine) {
  EXPECT_EQ(diff("a=1\r\nb=2\r\n", "b=2\r\n"),
            fmt::format("{}@@ -1,2 +1 @@\n-a=1\r\n b=2\r\n", kHead));
}

TEST(UnifiedDiff, SecretsAreHiddenInEditedLinesAndContext) {
  EXPECT_EQ(diff("ssl.key.password=hunter2\nssl.keystore.password=s3cret\n",
                 "ssl.key.password=hunter2\nssl.truststore.password=s3cret\n"),
            fmt::format("{}@@ -1,2 +1,2 @@\n ssl.key.password=[hidden]\n"
                        "-ssl.keystore.password=[hidden]\n+ssl.truststore.password=[hidden]\n",
                        kHead));
}

TEST(UnifiedDiff, ASecretOverSeveralLines) {
  const std::string jaas = "sasl.jaas.config=x required \\\n  password=\"hunter2\"";
  EXPECT_EQ(
      diff(jaas + "\n", jaas + ";\n"),
      fmt::format("{}@@ -1,2 +1,2 @@\n sasl.jaas.config=[hidden]\n-[hidden]\n+[hidden]\n", kHead));
}

TEST(UnifiedDiff, OnATerminal) {
  EXPECT_EQ(diff("a=\x1b[2J\n", "a=2\n", true),
            "\x1b[1m--- producer.properties\x1b[0m\n\x1b[1m+++ producer.properties\x1b[0m\n"
            "\x1b[1;34m@@ -1 +1 @@\x1b[0m\n\x1b[31m-a=\\x1b[2J\x1b[0m\n\x1b[32m+a=2\x1b[0m\n");
}

}  // namespace
}  // namespace kaflint::report
