// Version numbers, sets of them and what a person may ask for.
#include "linter/kafka/version.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace kaflint::kafka {
namespace {

TEST(Version, ReadsReleasesOnly) {
  EXPECT_EQ(Version::parse("3.6.1"), Version(3, 6, 1));
  EXPECT_EQ(Version::parse("0.11.0.3"), Version(0, 11, 0, 3));
  for (const char* text : {"", "3", "3.6", "3.6.", "3.6.1.0", "0.11.0", "3.06.1", "v3.6.1", "3.6.x",
                           "3.6.256", " 3.6.1", "-3.6.1", "3.6.1-rc0"})
    EXPECT_EQ(Version::parse(text), std::nullopt) << text;
}

TEST(Version, PrintsAsKafkaNamesItsReleases) {
  EXPECT_EQ(Version(3, 6, 1).to_string(), "3.6.1");
  EXPECT_EQ(Version(0, 11, 0, 3).to_string(), "0.11.0.3");
}

TEST(Version, OrdersByComponents) {
  EXPECT_LT(Version(0, 11, 0, 3), Version(1, 0, 0));
  EXPECT_LT(Version(3, 9, 2), Version(4, 0, 0));
  EXPECT_EQ(Version(3, 6, 1).line(), Version(3, 6, 2).line());
}

TEST(Version, KnowsItsReleases) {
  EXPECT_EQ(known_releases().front(), Version(0, 11, 0, 0));
  EXPECT_GE(newest_release(), Version(4, 4, 0));
  EXPECT_TRUE(std::ranges::is_sorted(known_releases()));
}

TEST(VersionSet, PrintsIntervalsOverKnownReleases) {
  VersionSet set = VersionSet::between(Version(3, 0, 1), Version(3, 9, 2));
  EXPECT_EQ(set.to_string(), "3.0.1..3.9.2");
  set.insert(Version(4, 0, 0));
  EXPECT_EQ(set.to_string(), "3.0.1..4.0.0");
  set.insert(Version(4, 1, 0));
  EXPECT_EQ(set.to_string(), "3.0.1..4.0.0,4.1.0");
  EXPECT_EQ(VersionSet().to_string(), "");
  EXPECT_EQ(VersionSet::of(Version(2, 8, 0)).to_string(), "2.8.0");
}

TEST(VersionSet, SpeaksInWords) {
  EXPECT_EQ(VersionSet().to_words(), "no version");
  EXPECT_EQ(VersionSet::all().to_words(), "every version");
  EXPECT_EQ(VersionSet::between(Version(3, 0, 1), newest_release()).to_words(), "since 3.0.1");
  VersionSet set = VersionSet::between(Version(0, 11, 0, 0), Version(2, 8, 2));
  EXPECT_EQ(set.to_words(), "up to 2.8.2");
  set.insert(VersionSet::between(Version(3, 0, 1), Version(3, 9, 2)));
  set.insert(Version(4, 1, 0));
  EXPECT_EQ(set.to_words(), "up to 2.8.2, 3.0.1 to 3.9.2 and 4.1.0");
}

TEST(VersionSet, Contains) {
  const VersionSet set = VersionSet::between(Version(3, 0, 1), Version(3, 1, 0));
  EXPECT_TRUE(set.contains(Version(3, 0, 2)));
  EXPECT_FALSE(set.contains(Version(3, 0, 0)));
  EXPECT_TRUE(set.contains(VersionSet::of(Version(3, 1, 0))));
  EXPECT_FALSE(set.contains(VersionSet::between(Version(3, 0, 2), Version(3, 1, 1))));
}

std::string requested(std::string_view text) {
  const auto versions = parse_version_request(text);
  return versions ? versions->to_string() : "error: " + versions.error();
}

TEST(VersionRequest, ReleasesLinesAndRanges) {
  EXPECT_EQ(requested("3.6.1"), "3.6.1");
  EXPECT_EQ(requested("3.6"), "3.6.2");
  EXPECT_EQ(requested("0.11"), "0.11.0.3");
  EXPECT_EQ(requested("latest"), newest_release().to_string());
  EXPECT_EQ(requested("2.8..4.0"), "2.8.0..4.0.2");
  EXPECT_EQ(requested("3.0.1..3.0.2, 3.1.1"), "3.0.1..3.0.2,3.1.1");
  EXPECT_EQ(requested("4.2.."), "4.2.0.." + newest_release().to_string());
  EXPECT_EQ(requested("..1.0"), "0.11.0.0..1.0.2");
  EXPECT_EQ(requested(" 3.6 .. 3.6 "), "3.6.0..3.6.2");
  EXPECT_EQ(requested("3.6,3.6.2,2.8.0"), "2.8.0,3.6.2");
}

TEST(VersionRequest, SaysWhatIsWrong) {
  EXPECT_EQ(requested("3.77"),
            "error: Kafka `3.77` is not a release that kaflint knows; the nearest are 3.9 and 4.0");
  EXPECT_EQ(requested("3.6.9"),
            "error: Kafka `3.6.9` is not a release that kaflint knows; the nearest are 3.6.2 and "
            "3.7.0");
  EXPECT_EQ(requested("7.5"),
            "error: Kafka `7.5` is not a release that kaflint knows; the newest is " +
                newest_release().to_string());
  EXPECT_EQ(requested("0.10.2.1"),
            "error: Kafka `0.10.2.1` is not a release that kaflint knows; the oldest is 0.11.0.0");
  EXPECT_EQ(requested("4.0..2.8"), "error: `4.0..2.8` is upside down; write `2.8..4.0`");
  EXPECT_EQ(requested(".."), "error: `..` has neither a first nor a last version");
  EXPECT_EQ(requested(""), "error: no Kafka version is given; write one such as `latest`");
  EXPECT_TRUE(requested("3.6,").starts_with("error: `` is not a Kafka version"));
  EXPECT_TRUE(requested("three").starts_with("error: `three` is not a Kafka version"));
}

}  // namespace
}  // namespace kaflint::kafka
