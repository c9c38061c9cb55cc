// Keys of MirrorMaker's file by who reads them: flows, clusters, workers, MirrorMaker itself.
#include <gtest/gtest.h>

#include "tests/unit/policy/keys_of_file.h"

namespace kaflint::policy {
namespace {

TEST(MirrorMakerKeys, AreReadByFlowsClustersAndWorkers) {
  EXPECT_EQ(File(Role::mirrormaker,
                 "clusters=us-east, eu.west\n"
                 "us-east.bootstrap.servers=a:1\n"
                 "eu.west.producer.linger.ms=1\n"
                 "eu.west.group.id=g\n"
                 "us-east->eu.west.topics=.*\n"
                 "us-east->eu.west.producer.override.acks=all\n"
                 "refresh.topics.interval.seconds=60\n"
                 "offset.storage.replication.factor=3\n"
                 "tasks.max=4\n"
                 "ssl.truststore.type=PEM\n")
                .findings(),
            Lines());
}

TEST(MirrorMakerKeys, SlipsBehindEveryPrefix) {
  EXPECT_EQ(File(Role::mirrormaker,
                 "clusters=us-east, eu.west\n"
                 "us-east.bootstrap.server=a:1\n"
                 "eu.west.producer.linger.mss=1\n"
                 "us-east->eu.west.sync.topic.config.enabled=true\n"
                 "us-east->eu.west.producer.override.ack=all\n"
                 "refresh.topic.interval.seconds=60\n"
                 "offset.storage.replication.facto=3\n")
                .findings(),
            (Lines{"any/misspelt-key: us-east.bootstrap.server; us-east.bootstrap.servers",
                   "any/misspelt-key: eu.west.producer.linger.mss; eu.west.producer.linger.ms",
                   "any/misspelt-key: us-east->eu.west.sync.topic.config.enabled; "
                   "us-east->eu.west.sync.topic.configs.enabled",
                   "any/misspelt-key: us-east->eu.west.producer.override.ack; "
                   "us-east->eu.west.producer.override.acks",
                   "any/misspelt-key: refresh.topic.interval.seconds; "
                   "refresh.topics.interval.seconds",
                   "any/unknown-key: offset.storage.replication.facto"}));
}

TEST(MirrorMakerKeys, OfClientsAtTheTopBelongElsewhere) {
  EXPECT_EQ(File(Role::mirrormaker, "clusters=A,B\nlinger.ms=5\n").findings(),
            (Lines{"any/other-role-key: linger.ms; producer; move it there or remove it"}));
}

TEST(MirrorMakerKeys, NothingIsSaidWithoutTheClusters) {
  EXPECT_EQ(File(Role::mirrormaker, "A.bootstrap.server=a:1\nlinger.mss=5\n").findings(), Lines());
}

}  // namespace
}  // namespace kaflint::policy
