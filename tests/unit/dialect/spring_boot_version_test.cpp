#include "linter/dialect/spring_boot_version.h"

#include <gtest/gtest.h>

namespace kaflint::dialect {
namespace {

std::string kafka_of(std::string_view boot) {
  const auto version = SpringBootVersion::parse(boot);
  if (!version) return "no version";
  const auto kafka = kafka_of_spring_boot(*version);
  return kafka ? kafka->to_string() : "not known";
}

TEST(SpringBootVersion, Forms) {
  EXPECT_EQ(SpringBootVersion::parse("2.1.18.RELEASE")->to_string(), "2.1.18");
  EXPECT_EQ(SpringBootVersion::parse("3.2.0-RC1")->to_string(), "3.2.0");
  EXPECT_EQ(SpringBootVersion::parse("3.2.x")->to_string(), "3.2");
  EXPECT_EQ(SpringBootVersion::parse("4.0")->to_string(), "4.0");
  for (std::string_view text : {"", "3", "3.", "x.1", "3.2.y", "3.2.1beta", "300.1.1", "${boot}"})
    EXPECT_FALSE(SpringBootVersion::parse(text)) << text;
}

TEST(SpringBootVersion, Lines) {
  const SpringBootVersion boot{3, 1, 5};
  EXPECT_TRUE(boot.in_lines("2.1.."));
  EXPECT_TRUE(boot.in_lines("3.1.."));
  EXPECT_TRUE(boot.in_lines("2.1..3.1"));
  EXPECT_FALSE(boot.in_lines("3.2.."));
  EXPECT_FALSE(boot.in_lines("2.1..3.0"));
  EXPECT_FALSE(boot.in_lines("2.1..2.7"));
}

TEST(SpringBootVersion, ItsKafka) {
  EXPECT_EQ(kafka_of("2.1.0"), "2.0.0");
  EXPECT_EQ(kafka_of("2.7.3"), "3.1.1");
  EXPECT_EQ(kafka_of("2.7.4"), "3.1.2");
  EXPECT_EQ(kafka_of("3.2.4"), "3.6.1");
  EXPECT_EQ(kafka_of("3.4"), "3.8.1");
  EXPECT_EQ(kafka_of("3.5"), "3.9.2");
  EXPECT_EQ(kafka_of("4.1.7"), "4.2.1");
  EXPECT_EQ(kafka_of("1.5.22"), "not known");
  EXPECT_EQ(kafka_of("2.0.1"), "not known");
  EXPECT_EQ(kafka_of("4.2.0"), "not known");
}

}  // namespace
}  // namespace kaflint::dialect
