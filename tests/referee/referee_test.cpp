// The referee's own parts, as far as they need no Java.
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "tests/referee/compare.h"
#include "tests/referee/draw.h"
#include "tests/referee/recording.h"

namespace kaflint::referee {
namespace {

using kafka::Role;
using kafka::Version;

constexpr const char* kDraw = KAFLINT_ROOT "/tests/referee/draw";

Case producer_case(Config config) {
  return {.role = Role::producer, .release = Version(3, 9, 2), .config = std::move(config)};
}

Answer refusal(std::optional<std::string> key, std::vector<std::string> named = {}) {
  return {.outcome = "refuses",
          .key = std::move(key),
          .named = std::move(named),
          .message = {},
          .effective = {},
          .clients = {}};
}

Answer start(Values effective) {
  return {.outcome = "starts",
          .key = {},
          .named = {},
          .message = {},
          .effective = std::move(effective),
          .clients = {}};
}

TEST(Drawing, EqualArgumentsDrawEqualCases) {
  const Drawer first(Role::broker, kDraw);
  const Drawer second(Role::broker, kDraw);
  for (std::uint64_t seed = 0; seed < 50; ++seed)
    EXPECT_EQ(to_json(first.draw(Version(3, 9, 2), seed)),
              to_json(second.draw(Version(3, 9, 2), seed)));
}

TEST(Drawing, OtherSeedsAndReleasesDrawOtherCases) {
  const Drawer drawer(Role::consumer, kDraw);
  std::set<std::string> cases;
  for (std::uint64_t seed = 0; seed < 100; ++seed)
    for (const Version release : {Version(2, 8, 2), Version(4, 0, 0)})
      cases.insert(to_json(drawer.draw(release, seed))["config"].dump(-1, ' ', true));
  EXPECT_GT(cases.size(), 150U);
}

TEST(Drawing, EveryRoleHasABaseForEachReleaseInWhichItExists) {
  for (const Role role : kafka::kAllRoles) {
    const Drawer drawer(role, kDraw);
    for (const Version release : kafka::known_releases())
      EXPECT_EQ(drawer.exists_in(release), kafka::catalog(role).exists_in(release))
          << kafka::to_string(role) << " " << release.to_string();
  }
}

TEST(Recording, WhatIsReadIsWhatWasWritten) {
  const std::string file = testing::TempDir() + "/recording.jsonl.gz";
  const std::vector<Case> cases = {producer_case({{"a", "\"ü\n"}}), producer_case({}),
                                   producer_case({{"acks", "1"}}), producer_case({{"b", ""}})};
  const std::vector<Answer> answers = {refusal("a", {"a", "b"}),
                                       start({{"acks", "-1"}, {"client.id", std::nullopt}}),
                                       start({{"acks", "1"}, {"client.id", std::nullopt}}),
                                       start({{"acks", "-1"}, {"linger.ms", "c"}})};
  write_recording(file, cases, answers);
  std::size_t index = 0;
  read_recording(file, [&](const Case& test, const Answer& answer) {
    ASSERT_LT(index, cases.size());
    EXPECT_EQ(to_json(test), to_json(cases[index]));
    EXPECT_EQ(to_json(answer), to_json(answers[index]));
    ++index;
  });
  EXPECT_EQ(index, cases.size());
  std::filesystem::remove(file);
}

std::vector<Difference> differences(const Answer& kafka, const Answer& kaflint) {
  return compare(producer_case({}), kafka, kaflint);
}

TEST(Comparing, OutcomesKeysAndEffectiveValuesCount) {
  ASSERT_EQ(differences(start({}), refusal("acks")).size(), 1U);
  EXPECT_EQ(differences(start({}), refusal("acks"))[0].kind, Difference::Kind::outcome);
  ASSERT_EQ(differences(refusal("acks"), refusal("retries")).size(), 1U);
  EXPECT_EQ(differences(refusal("acks"), refusal("retries"))[0].kind, Difference::Kind::key);
  ASSERT_EQ(differences(start({{"acks", "1"}}), start({{"acks", "-1"}})).size(), 1U);
  EXPECT_EQ(differences(start({{"acks", "1"}}), start({{"acks", "-1"}}))[0].kind,
            Difference::Kind::effective);
  EXPECT_TRUE(differences(refusal("acks"), refusal("acks")).empty());
  EXPECT_TRUE(differences(start({{"acks", "1"}}), start({{"acks", "1"}})).empty());
}

TEST(Comparing, WhereKafkaNamesNoKeyKaflintMustNotNameOneEither) {
  EXPECT_TRUE(differences(refusal({}), refusal({})).empty());
  EXPECT_EQ(differences(refusal({}), refusal("acks")).size(), 1U);
}

TEST(Comparing, WhereKafkaNamesSeveralKeysAnyOfThemIsRight) {
  const Answer kafka = refusal({}, {"acks", "retries"});
  EXPECT_TRUE(differences(kafka, refusal("retries")).empty());
  EXPECT_TRUE(differences(kafka, refusal({})).empty());
  EXPECT_EQ(differences(kafka, refusal("linger.ms")).size(), 1U);
}

TEST(Comparing, AMachinesFaultIsNoDifference) {
  Answer kafka;
  kafka.outcome = "environment";
  EXPECT_TRUE(differences(kafka, refusal("acks")).empty());
  EXPECT_FALSE(is_comparable(kafka));
}

}  // namespace
}  // namespace kaflint::referee
