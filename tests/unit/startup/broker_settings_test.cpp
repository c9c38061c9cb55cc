// Log, replication, connection and coordinator settings of a broker, and what has no effect.
#include <gtest/gtest.h>

#include "broker_verdict.h"

namespace kaflint {
namespace {

/// `RULE KEY` of everything that has no effect.
std::vector<std::string> unused(std::string_view version, std::string_view settings) {
  const kafka::Verdict verdict =
      startup_test::judge(kafka::Role::broker, version, written_settings(settings));
  std::vector<std::string> result;
  for (const kafka::Change& change : verdict.changes)
    result.push_back(std::string(change.rule.text()) + " " + change.key);
  return result;
}

using Lines = std::vector<std::string>;

TEST(BrokerLog, MillisecondsWinOverMinutesOverHours) {
  EXPECT_EQ(zookeeper("3.6.2", "log.retention.hours=0"),
            "broker/log-retention-zero log.retention.ms");
  EXPECT_EQ(zookeeper("3.6.2", "log.retention.hours=0 log.retention.minutes=5"), "starts");
  EXPECT_EQ(zookeeper("3.6.2", "log.retention.minutes=0 log.retention.ms=-7"), "starts");
  EXPECT_EQ(zookeeper("3.6.2", "log.roll.ms=0"), "broker/log-time-too-small log.roll.ms");
  EXPECT_EQ(zookeeper("3.6.2", "log.roll.jitter.ms=-1"),
            "broker/log-time-too-small log.roll.jitter.ms");
}

TEST(BrokerLog, Directories) {
  EXPECT_EQ(zookeeper("3.6.2", "log.dirs="), "broker/no-log-directory");
  EXPECT_EQ(broker_verdict("4.2.0", with(kCombined, "log.dirs=")), "any/invalid-value log.dirs");
  const std::string tiered = "log.dirs=/a,/b remote.log.storage.system.enable=true";
  EXPECT_EQ(zookeeper("3.5.2", tiered), "starts");
  EXPECT_EQ(zookeeper("3.6.0", tiered), "broker/remote-log-needs-one-directory");
  EXPECT_EQ(zookeeper("3.8.0", tiered), "starts");
  EXPECT_EQ(broker_verdict("4.3.0", with(kCombined, "log.dirs=/a,/b cordoned.log.dirs=/b")),
            "starts");
  EXPECT_EQ(broker_verdict("4.3.0", with(kCombined, "log.dirs=/a,/b cordoned.log.dirs=/c")),
            "broker/cordoned-log-dirs");
  EXPECT_EQ(broker_verdict("4.3.0", with(kCombined, "cordoned.log.dirs=*,/tmp/kafka-logs")),
            "broker/cordoned-log-dirs cordoned.log.dirs");
}

TEST(BrokerLog, CleanerThreadsShareTheBuffer) {
  EXPECT_EQ(zookeeper("3.6.2", "log.cleaner.threads=127"), "starts");
  EXPECT_EQ(zookeeper("3.6.2", "log.cleaner.threads=128"),
            "broker/log-cleaner-buffer-too-small log.cleaner.dedupe.buffer.size");
  EXPECT_EQ(zookeeper("3.6.2", "log.cleaner.threads=0"), "broker/log-cleaner-without-threads");
}

TEST(BrokerLog, MessageFormatAgainstProtocol) {
  const std::string same_format =
      "inter.broker.protocol.version=0.11.0 log.message.format.version=1.0";
  EXPECT_EQ(zookeeper("1.0.0", same_format),
            "broker/message-format-above-protocol log.message.format.version");
  EXPECT_EQ(zookeeper("1.0.1", same_format), "starts");
  const std::string older =
      "inter.broker.protocol.version=0.10.2 log.message.format.version=0.11.0";
  EXPECT_EQ(zookeeper("3.9.2", older),
            "broker/message-format-above-protocol log.message.format.version");
  EXPECT_EQ(zookeeper("2.0.1", "inter.broker.protocol.version=2.1"),
            "broker/unknown-protocol-version");
  EXPECT_EQ(zookeeper("2.1.0", "inter.broker.protocol.version=2.2"),
            "any/invalid-value inter.broker.protocol.version");
  EXPECT_EQ(zookeeper("2.0.1", "compression.type=zstd"),
            "broker/unknown-compression-type compression.type");
  EXPECT_EQ(zookeeper("2.1.0", "compression.type=ZSTD"), "starts");
}

TEST(BrokerReplication, FetchWaitStaysBelowTimeouts) {
  EXPECT_EQ(zookeeper("3.6.2", "replica.fetch.wait.max.ms=30001 replica.lag.time.max.ms=40000"),
            "broker/replica-fetch-wait-too-long replica.socket.timeout.ms");
  EXPECT_EQ(zookeeper("3.6.2", "replica.lag.time.max.ms=499"),
            "broker/replica-fetch-wait-too-long replica.fetch.wait.max.ms");
}

TEST(BrokerConnections, Limits) {
  EXPECT_EQ(zookeeper("1.1.1", "max.connections.per.ip=0"),
            "any/value-out-of-range max.connections.per.ip");
  EXPECT_EQ(zookeeper("2.0.0", "max.connections.per.ip=0"),
            "broker/connections-per-ip-zero max.connections.per.ip");
  EXPECT_EQ(zookeeper("2.0.0", "max.connections.per.ip=0 max.connections.per.ip.overrides=a:1"),
            "starts");
  EXPECT_EQ(zookeeper("2.0.1", "max.connections.per.ip.overrides=a/b:1"), "starts");
  EXPECT_EQ(zookeeper("2.1.0", "max.connections.per.ip.overrides=a/b:1"),
            "broker/invalid-connection-overrides max.connections.per.ip.overrides");
  EXPECT_EQ(zookeeper("3.6.2", "max.connections.per.ip.overrides=a"),
            "broker/invalid-connection-overrides max.connections.per.ip.overrides");
  EXPECT_EQ(zookeeper("3.6.2", "max.connections.per.ip.overrides=a:b"),
            "broker/invalid-connection-overrides");
  EXPECT_EQ(zookeeper("3.6.2", "connections.max.idle.ms=100"),
            "broker/connections-idle-below-delay connection.failed.authentication.delay.ms");
  EXPECT_EQ(zookeeper("3.6.2", "queued.max.request.bytes=1"),
            "broker/request-queue-too-small queued.max.request.bytes");
}

TEST(BrokerCoordinator, Bounds) {
  EXPECT_EQ(zookeeper("3.4.1", "group.consumer.session.timeout.ms=1"), "starts");
  EXPECT_EQ(zookeeper("3.5.0", "group.consumer.session.timeout.ms=1"),
            "broker/coordinator-bounds group.consumer.session.timeout.ms");
  const std::string heartbeat =
      "group.consumer.heartbeat.interval.ms=45000 group.consumer.max.heartbeat.interval.ms=50000";
  EXPECT_EQ(broker_verdict("3.9.2", with(kCombined, heartbeat)), "starts");
  EXPECT_EQ(broker_verdict("4.0.0", with(kCombined, heartbeat)),
            "broker/coordinator-bounds group.consumer.heartbeat.interval.ms");
  EXPECT_EQ(broker_verdict("4.1.0", with(kCombined, "group.share.assignors=simple,simple")),
            "broker/one-share-assignor group.share.assignors");
  EXPECT_EQ(broker_verdict("4.2.0", with(kCombined, "group.share.assignors=simple,simple")),
            "starts");
}

TEST(BrokerCoordinator, RebalanceProtocols) {
  const std::string consumer = "group.coordinator.rebalance.protocols=classic,consumer";
  EXPECT_EQ(zookeeper("3.7.2", consumer), "starts");
  EXPECT_EQ(zookeeper("3.8.0", consumer), "broker/invalid-rebalance-protocols");
  EXPECT_EQ(broker_verdict("3.8.0", with(kCombined, consumer)), "starts");
  EXPECT_EQ(
      broker_verdict("4.0.0", with(kCombined, "group.coordinator.rebalance.protocols=consumer")),
      "broker/invalid-rebalance-protocols");
}

TEST(BrokerUnused, WhatSomethingElseOverrides) {
  EXPECT_EQ(
      unused("3.6.2", with(kZookeeperMode,
                           "log.retention.hours=1 log.retention.minutes=1 log.retention.ms=1")),
      (Lines{"broker/shadowed-setting log.retention.minutes",
             "broker/shadowed-setting log.retention.hours"}));
  EXPECT_EQ(unused("2.8.2", with(kZookeeperMode, "listeners=PLAINTEXT://:1 port=9 host.name=x")),
            (Lines{"broker/shadowed-setting host.name", "broker/shadowed-setting port"}));
  EXPECT_EQ(unused("3.6.2", with(kZookeeperMode, "listeners=PLAINTEXT://:1 port=9")), Lines());
}

TEST(BrokerUnused, WhatTheModeHasNoUseFor) {
  EXPECT_EQ(unused("3.6.2", with(kCombined, "zookeeper.connect=zk:2181")),
            (Lines{"broker/zookeeper-setting-in-kraft zookeeper.connect"}));
  EXPECT_EQ(unused("3.6.2", with(kCombined, "inter.broker.protocol.version=3.5")),
            (Lines{"broker/protocol-version-in-kraft inter.broker.protocol.version"}));
  EXPECT_EQ(unused("3.6.2", with(kZookeeperMode, "log.message.format.version=2.8")),
            (Lines{"broker/message-format-ignored log.message.format.version"}));
  EXPECT_EQ(unused("3.6.2", with(kZookeeperMode, "listener.name.Plaintext.max.connections=1")),
            (Lines{"broker/listener-prefix-case listener.name.Plaintext.max.connections"}));
}

}  // namespace
}  // namespace kaflint
