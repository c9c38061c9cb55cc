// MirrorMakerConfig and the workers that it derives; the expected verdicts are the jars'.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/unit/startup/judged.h"

namespace kaflint::startup_test {
namespace {

using kafka::Role;

std::vector<std::string> clients(const kafka::Verdict& verdict) {
  std::vector<std::string> names;
  for (const kafka::ClientVerdict& client : verdict.clients) names.push_back(client.name);
  return names;
}

TEST(MirrorMaker, NeedsClusters) {
  EXPECT_EQ(judged(Role::mirrormaker, "3.9.2", {}), "any/missing-required-key at clusters");
}

TEST(MirrorMaker, HeartbeatsNeedAWorkerForEachDirection) {
  const kafka::Verdict both =
      judge(Role::mirrormaker, "3.9.2", {{"clusters", "A, B"}, {"A->B.enabled", "true"}});
  EXPECT_EQ(in_words(both), "starts");
  EXPECT_EQ(clients(both), (std::vector<std::string>{"A->B", "B->A"}));
  const kafka::Verdict one =
      judge(Role::mirrormaker, "3.9.2",
            {{"clusters", "A, B"}, {"A->B.enabled", "true"}, {"emit.heartbeats.enabled", "false"}});
  EXPECT_EQ(clients(one), std::vector<std::string>{"A->B"});
}

TEST(MirrorMaker, AWorkerThatRefusesMakesItRefuse) {
  const kafka::Verdict verdict =
      judge(Role::mirrormaker, "3.9.2",
            {{"clusters", "A,B"}, {"A->B.enabled", "true"}, {"B.connect.protocol", "x"}});
  EXPECT_EQ(in_words(verdict), "any/invalid-value at connect.protocol");
  EXPECT_EQ(verdict.refusals.front().cause, "B.connect.protocol");
}

TEST(MirrorMaker, SomeKeysWithoutAliasReachAllWorkers) {
  EXPECT_EQ(
      judged(Role::mirrormaker, "3.9.2", {{"clusters", "A,B"}, {"offset.storage.partitions", "0"}}),
      "any/value-out-of-range at offset.storage.partitions");
  EXPECT_EQ(judged(Role::mirrormaker, "3.9.2", {{"clusters", "A,B"}, {"connect.protocol", "x"}}),
            "starts");
}

TEST(MirrorMaker, FlowsThatReplicateNothingAreReported) {
  EXPECT_EQ(changes_of(judge(Role::mirrormaker, "3.9.2", {{"clusters", "A,B"}})),
            std::vector<std::string>{"mirrormaker/no-flow-enabled at clusters"});
  EXPECT_EQ(
      changes_of(judge(Role::mirrormaker, "3.9.2",
                       {{"clusters", "A,B"}, {"A->B.enabled", "true"}, {"A->C.topics", "t"}})),
      std::vector<std::string>{"mirrormaker/unknown-cluster at A->C.topics"});
}

}  // namespace
}  // namespace kaflint::startup_test
