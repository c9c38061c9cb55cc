// ZooKeeper and KRaft modes by version.
#include <gtest/gtest.h>

#include "broker_verdict.h"

namespace kaflint {
namespace {

TEST(BrokerModes, ZooKeeperModeEndsWith3_9) {
  for (const char* version : {"0.11.0.0", "1.1.1", "2.8.2", "3.0.0", "3.9.2"})
    EXPECT_EQ(broker_verdict(version, kZookeeperMode), "starts") << version;
  EXPECT_EQ(broker_verdict("4.0.0", kZookeeperMode), "any/missing-required-key process.roles");
}

TEST(BrokerModes, ABrokerWithoutAnythingNeedsZooKeeper) {
  EXPECT_EQ(broker_verdict("2.7.2", "broker.id=1"), "any/missing-required-key zookeeper.connect");
  EXPECT_EQ(broker_verdict("2.8.0", "broker.id=1"),
            "broker/missing-zookeeper-connect zookeeper.connect");
}

TEST(BrokerModes, KraftByVersion) {
  const std::string mapped =
      with(kCombined, "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
  for (const char* version : {"2.8.0", "3.0.2", "3.1.0", "3.6.2", "3.9.0", "4.0.0", "4.4.0"})
    EXPECT_EQ(broker_verdict(version, mapped), "starts") << version;
  // From 3.1 on the controllers' listener is PLAINTEXT by itself.
  EXPECT_EQ(broker_verdict("3.0.2", kCombined), "broker/invalid-listeners");
  EXPECT_EQ(broker_verdict("3.1.0", kCombined), "starts");
}

TEST(BrokerModes, BootstrapServersStandForVotersFrom3_9On) {
  const std::string servers =
      "process.roles=broker,controller node.id=1 "
      "controller.quorum.bootstrap.servers=localhost:9093 "
      "controller.listener.names=CONTROLLER listeners=PLAINTEXT://:9092,CONTROLLER://:9093";
  EXPECT_EQ(broker_verdict("3.6.2", servers), "broker/missing-quorum");
  EXPECT_EQ(broker_verdict("3.8.1", servers), "broker/missing-quorum");
  EXPECT_EQ(broker_verdict("3.9.0", servers), "starts");
  EXPECT_EQ(broker_verdict("4.4.0", servers), "starts");
}

TEST(BrokerModes, NodeAndBrokerIdAreOneFrom3_1On) {
  EXPECT_EQ(broker_verdict("2.8.2", with(kZookeeperMode, "node.id=2")), "starts");
  EXPECT_EQ(broker_verdict("3.0.2", with(kZookeeperMode, "node.id=2")), "starts");
  EXPECT_EQ(broker_verdict("3.1.0", with(kZookeeperMode, "node.id=2")),
            "broker/node-id-not-broker-id");
  const std::string only_broker_id =
      "process.roles=broker broker.id=4 controller.quorum.voters=1@localhost:9093 "
      "controller.listener.names=CONTROLLER";
  EXPECT_EQ(broker_verdict("3.1.0", only_broker_id), "starts");
  EXPECT_EQ(broker_verdict("4.0.0", only_broker_id), "starts");
  EXPECT_EQ(broker_verdict("4.0.0", with(kBrokerOnly, "broker.id=5")),
            "broker/node-id-not-broker-id");
}

TEST(BrokerModes, AWrittenIdStaysBelowGeneratedOnes) {
  EXPECT_EQ(broker_verdict("2.8.2", "zookeeper.connect=zk:2181 broker.id=1000"), "starts");
  EXPECT_EQ(broker_verdict("2.8.2", "zookeeper.connect=zk:2181 broker.id=1001"),
            "broker/broker-id-out-of-range broker.id");
  EXPECT_EQ(broker_verdict("2.8.2",
                           "zookeeper.connect=zk:2181 broker.id=1001 reserved.broker.max.id=2000"),
            "starts");
  EXPECT_EQ(broker_verdict("2.8.2", "zookeeper.connect=zk:2181 broker.id.generation.enable=false"),
            "broker/broker-id-out-of-range broker.id");
}

TEST(BrokerModes, VotersAndRolesBelongTogether) {
  EXPECT_EQ(broker_verdict("3.6.2", kBrokerOnly), "starts");
  EXPECT_EQ(broker_verdict("3.6.2", with(kBrokerOnly, "node.id=1")), "broker/broker-is-voter");
  EXPECT_EQ(broker_verdict("3.6.2", kControllerOnly), "starts");
  EXPECT_EQ(broker_verdict("3.6.2", with(kControllerOnly, "node.id=2")),
            "broker/controller-is-no-voter");
  EXPECT_EQ(broker_verdict("2.8.2", with(kCombined,
                                         "node.id=2 listener.security.protocol.map=PLAINTEXT:"
                                         "PLAINTEXT,CONTROLLER:PLAINTEXT")),
            "starts");
}

TEST(BrokerModes, TheOldestProtocolOfKraftIs3_0) {
  EXPECT_EQ(broker_verdict("3.2.3", with(kCombined, "inter.broker.protocol.version=2.8")),
            "starts");
  EXPECT_EQ(broker_verdict("3.3.0", with(kCombined, "inter.broker.protocol.version=2.8")),
            "broker/protocol-version-before-kraft inter.broker.protocol.version");
  EXPECT_EQ(broker_verdict("3.3.0", with(kCombined, "inter.broker.protocol.version=3.0")),
            "starts");
}

TEST(BrokerModes, MigrationNeedsControllersAndProtocol) {
  const std::string migrating =
      with(kZookeeperMode,
           "zookeeper.metadata.migration.enable=true controller.quorum.voters=3@localhost:9093 "
           "controller.listener.names=CONTROLLER ");
  EXPECT_EQ(broker_verdict("3.4.0", migrating), "starts");
  EXPECT_EQ(broker_verdict("3.4.0", migrating + "authorizer.class.name=x"),
            "broker/migration-prerequisite authorizer.class.name");
  EXPECT_EQ(broker_verdict("3.5.1", migrating + "authorizer.class.name=x"), "starts");
  EXPECT_EQ(broker_verdict("3.6.2", migrating + "inter.broker.protocol.version=3.3"),
            "broker/migration-prerequisite inter.broker.protocol.version");
  EXPECT_EQ(broker_verdict("3.6.2", migrating + "log.dirs=/a,/b"), "broker/migration-prerequisite");
  EXPECT_EQ(broker_verdict("3.7.0", migrating + "log.dirs=/a,/b"), "starts");
}

TEST(BrokerModes, WhatIsNotKnownRefusesNothing) {
  using enum kafka::Completeness;
  EXPECT_EQ(broker_verdict("3.6.2", "log.retention.hours=?", complete).substr(0, 12),
            "broker/missi");
  EXPECT_EQ(broker_verdict("3.6.2", with(kZookeeperMode, "broker.id=?"), complete),
            "undetermined broker.id node.id");
  EXPECT_EQ(broker_verdict("3.6.2", "log.retention.hours=24", incomplete),
            "undetermined zookeeper.connect");
  EXPECT_EQ(broker_verdict("3.6.2", "log.retention.ms=0", incomplete),
            "broker/log-retention-zero log.retention.ms");
  EXPECT_EQ(broker_verdict("3.6.2", "replica.fetch.wait.max.ms=60000 zookeeper.connect=zk:2181",
                           incomplete),
            "undetermined replica.socket.timeout.ms replica.lag.time.max.ms");
}

}  // namespace
}  // namespace kaflint
