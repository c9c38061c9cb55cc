// .env files and compose's placeholders.
#include "linter/dialect/dotenv.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace kaflint::dialect {
namespace {

std::vector<std::string> pairs(std::string_view bytes) {
  std::vector<std::string> lines;
  for (const DotenvEntry& entry : parse_dotenv(bytes))
    lines.push_back(std::to_string(entry.line) + " " + entry.name + "=" +
                    entry.value.value_or("?") + (entry.literal ? " literal" : ""));
  return lines;
}

using Lines = std::vector<std::string>;

TEST(Dotenv, ReadsPairs) {
  EXPECT_EQ(pairs("# comment\n\nA=1\nexport B = two words  # comment\nC=a#b\nD\nE: 5\nF=\n"),
            (Lines{"3 A=1", "4 B=two words", "5 C=a#b", "6 D=?", "7 E=5", "8 F="}));
  EXPECT_EQ(pairs("A='x $Y # z' # c\nB=\"a\\n\\\"b\\\" \\$C\"\nC=\"on\ntwo lines\"\nD=4\n"),
            (Lines{"1 A=x $Y # z literal", "2 B=a\n\"b\" $$C", "3 C=on\ntwo lines", "5 D=4"}));
  EXPECT_EQ(pairs("A=1\r\nB=\"open\r\nC=3"), (Lines{"1 A=1", "2 B=\"open", "3 C=3"}));
  EXPECT_EQ(pairs("two words\n=x\n"), Lines{});
}

TEST(Dotenv, SpansAreThoseOfTheFile) {
  const std::string bytes = "A=1\nexport KEY=\"v\"\n";
  const std::vector<DotenvEntry> entries = parse_dotenv(bytes);
  ASSERT_EQ(entries.size(), 2U);
  const auto text = [&](Span span) { return bytes.substr(span.begin, span.size()); };
  EXPECT_EQ(text(entries[1].name_span), "KEY");
  EXPECT_EQ(text(entries[1].value_span), "\"v\"");
  EXPECT_EQ(text(entries[1].entry_span), "KEY=\"v\"");
}

std::string interpolated(std::string_view text) {
  const Interpolated found = interpolate(text, [](std::string_view name) {
    if (name == "SET") return std::optional<std::string>("s");
    if (name == "EMPTY") return std::optional<std::string>("");
    return std::optional<std::string>();
  });
  return found.refused ? "refused" : found.text.value_or("unknown");
}

TEST(Interpolation, TakesWhatFilesSayAndDefaults) {
  EXPECT_EQ(interpolated("a $SET ${SET}b"), "a s sb");
  EXPECT_EQ(interpolated("${X:-d} ${X-e} ${SET:-d} ${EMPTY:-d} ${EMPTY-d}"), "d e s d ");
  EXPECT_EQ(interpolated("${X:-${Y:-${SET}}}"), "s");
  EXPECT_EQ(interpolated("${SET:?needed} ${SET:+other}"), "s other");
  EXPECT_EQ(interpolated("$$X $${X} 5$ $(X)"), "$X ${X} 5$ $(X)");
}

TEST(Interpolation, LeavesUnknownWhatNoFileSays) {
  EXPECT_EQ(interpolated("${X}"), "unknown");
  EXPECT_EQ(interpolated("$X:9092"), "unknown");
  EXPECT_EQ(interpolated("${X:+other}"), "unknown");
  EXPECT_EQ(interpolated("${X:?needed}"), "unknown");
}

TEST(Interpolation, RefusesWhatComposeRefuses) {
  EXPECT_EQ(interpolated("${X:5}"), "refused");
  EXPECT_EQ(interpolated("${file:/secrets:password}"), "refused");
  EXPECT_EQ(interpolated("${"), "refused");
  EXPECT_EQ(interpolated("${}"), "refused");
  EXPECT_EQ(interpolated("${1X}"), "refused");
}

}  // namespace
}  // namespace kaflint::dialect
