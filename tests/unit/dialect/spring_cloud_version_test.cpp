#include "linter/dialect/spring_cloud_version.h"

#include <gtest/gtest.h>

namespace kaflint::dialect {
namespace {

const std::optional<SpringBootVersion> kNoBoot;

TEST(RequiredAcks, TheBindersReleaseDecides) {
  EXPECT_EQ(required_acks_of("4.1.3", "", kNoBoot), RequiredAcks::one);
  EXPECT_EQ(required_acks_of("2.1.4.RELEASE", "", kNoBoot), RequiredAcks::one);
  EXPECT_EQ(required_acks_of("5.0.1", "", kNoBoot), RequiredAcks::one);
  EXPECT_EQ(required_acks_of("5.0.2", "", kNoBoot), RequiredAcks::all);
  EXPECT_EQ(required_acks_of("5.0.2", "2025.1.0", kNoBoot), RequiredAcks::all);
}

TEST(RequiredAcks, ThenTheReleaseTrain) {
  EXPECT_EQ(required_acks_of("", "2023.0.1", kNoBoot), RequiredAcks::one);
  EXPECT_EQ(required_acks_of("", "2025.1.1", kNoBoot), RequiredAcks::one);
  EXPECT_EQ(required_acks_of("", "2025.1.2", kNoBoot), RequiredAcks::all);
  EXPECT_EQ(required_acks_of("", "Hoxton.SR12", kNoBoot), RequiredAcks::one);
}

TEST(RequiredAcks, ThenBootWhoseOldLinesHaveOldBinders) {
  EXPECT_EQ(required_acks_of("", "", SpringBootVersion::parse("3.5.1")), RequiredAcks::one);
  EXPECT_EQ(required_acks_of("", "", SpringBootVersion::parse("4.0.0")), RequiredAcks::unknown);
}

TEST(RequiredAcks, WhatIsNoReleaseIsNotKnown) {
  EXPECT_EQ(required_acks_of("", "", kNoBoot), RequiredAcks::unknown);
  EXPECT_EQ(required_acks_of("5.1.0-SNAPSHOT", "", kNoBoot), RequiredAcks::unknown);
  EXPECT_EQ(required_acks_of("${binder.version}", "", kNoBoot), RequiredAcks::unknown);
  EXPECT_EQ(required_acks_of("", "2025.1.0-RC1", kNoBoot), RequiredAcks::unknown);
}

}  // namespace
}  // namespace kaflint::dialect
