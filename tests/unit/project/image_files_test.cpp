// The image whose program runs in what a Dockerfile builds.
#include "linter/project/image_files.h"

#include <gtest/gtest.h>

namespace kaflint::project {
namespace {

std::string runs(std::string text) {
  return image_that_runs(SourceFile("Dockerfile", std::move(text))).value_or("none");
}

TEST(ImageThatRuns, IsThatOfTheLastStage) {
  EXPECT_EQ(runs("FROM apache/kafka:3.8.0\n"), "apache/kafka:3.8.0");
  EXPECT_EQ(runs("# x\nARG V=7.6.1\nFROM maven:3 AS build\nRUN mvn\nCMD x\n"
                 "from --platform=linux/amd64 confluentinc/cp-kafka:${V}\nCOPY --from=build a b\n"),
            "confluentinc/cp-kafka:7.6.1");
  EXPECT_EQ(runs("FROM apache/kafka:3.8.0 AS base\nENV A=b\nFROM alpine AS x\nFROM Base\n"),
            "apache/kafka:3.8.0");
}

TEST(ImageThatRuns, IsNoneWhereTheFileSaysWhatRuns) {
  EXPECT_EQ(runs("FROM apache/kafka:3.8.0\nENTRYPOINT [\"sh\"]\n"), "none");
  EXPECT_EQ(runs("FROM apache/kafka:3.8.0 as base\ncmd sh\nFROM base\n"), "none");
  EXPECT_EQ(runs(""), "none");
}

}  // namespace
}  // namespace kaflint::project
