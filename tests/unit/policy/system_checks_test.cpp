// Checks over several units of one cluster.
#include "linter/policy/system_checks.h"

#include <gtest/gtest.h>

#include <deque>

#include "linter/kafka/version.h"

namespace kaflint::policy {
namespace {

using dialect::Setting;
using dialect::Unit;
using kafka::Role;

using Pairs = std::vector<std::pair<std::string, std::optional<std::string>>>;

const SourceFile kFile("a.yaml", std::string(2'000, 'x'));

class System : public ::testing::Test {
 protected:
  Unit& add(Role role, const Pairs& settings, std::string cluster = "c") {
    Unit unit;
    unit.name = "u" + std::to_string(units_.size());
    unit.role = role;
    unit.cluster = std::move(cluster);
    for (const auto& [key, value] : settings) {
      Setting setting;
      setting.key = setting.written_key = key;
      setting.value = value;
      const auto begin = static_cast<std::uint32_t>(units_.size() * 100 + unit.settings.size());
      setting.entry_span = {begin, begin + 1};
      unit.settings.push_back(setting);
    }
    return units_.emplace_back(std::move(unit));
  }
  Unit& broker(const Pairs& settings, std::uint32_t count = 1) {
    Unit& unit = add(Role::broker, settings);
    unit.brokers = count;
    return unit;
  }

  /// `rule unit key [versions]` for each.
  std::vector<std::string> found(std::string_view versions = "3.6.2") const {
    std::vector<SystemUnit> members;
    FindingBuilder findings;
    for (const Unit& unit : units_)
      members.push_back({&unit, *kafka::parse_version_request(versions), &kFile, &findings});
    check_systems(members);
    std::vector<std::string> lines;
    for (const Finding& finding : findings.take({}))
      lines.push_back(finding.rule + " " + finding.unit + " " + finding.key + " " +
                      finding.versions.to_string());
    return lines;
  }

  std::deque<Unit> units_;
};

using Lines = std::vector<std::string>;

TEST_F(System, ReplicationFactorsAgainstBrokers) {
  broker({{"offsets.topic.replication.factor", "3"},
          {"transaction.state.log.replication.factor", "3"},
          {"default.replication.factor", "2"}});
  EXPECT_EQ(found(), (Lines{
                         "system/replication-factor-above-brokers u0 "
                         "offsets.topic.replication.factor 3.6.2",
                         "system/replication-factor-above-brokers u0 "
                         "transaction.state.log.replication.factor 3.6.2",
                         "system/replication-factor-above-brokers u0 "
                         "default.replication.factor 3.6.2",
                     }));
  broker({{"offsets.topic.replication.factor", "2"}}, 2);
  EXPECT_EQ(found(), Lines{});
  units_.back().brokers.reset();
  EXPECT_EQ(found(), Lines{}) << "one of unknown number hides the whole";
}

TEST_F(System, ADefaultCountsWhereNothingElseCanWriteIt) {
  broker({{"node.id", "1"}});
  EXPECT_EQ(found(), Lines{});
  units_.back().complete = true;
  EXPECT_EQ(found(), (Lines{"system/replication-factor-above-brokers u0 "
                            "offsets.topic.replication.factor 3.6.2"}));
}

TEST_F(System, ControllersAreNoBrokers) {
  broker({{"process.roles", "broker"}, {"default.replication.factor", "2"}});
  broker({{"process.roles", "controller"}, {"default.replication.factor", "2"}});
  EXPECT_EQ(found(), (Lines{"system/replication-factor-above-brokers u0 "
                            "default.replication.factor 3.6.2"}));
  units_.back().settings[0].value = "broker,controller";
  EXPECT_EQ(found(), Lines{});
}

TEST_F(System, UnknownAndForeignValuesSayNothing) {
  for (const std::optional<std::string>& value :
       {std::optional<std::string>(), std::optional<std::string>("many"),
        std::optional<std::string>("3 "), std::optional<std::string>(""),
        std::optional<std::string>("99999999999999999999")}) {
    units_.clear();
    broker({{"default.replication.factor", value}});
    const bool trimmed = value == "3 ";
    EXPECT_EQ(found().size(), trimmed ? 1U : 0U) << value.value_or("unknown");
  }
}

TEST_F(System, MinInsyncReplicasByVersion) {
  add(Role::broker,
      {{"transaction.state.log.replication.factor", "1"}, {"transaction.state.log.min.isr", "2"}},
      "");
  EXPECT_EQ(found("3.6.1..3.7.1"),
            (Lines{"system/min-insync-replicas-lowered u0 transaction.state.log.min.isr "
                   "3.7.0..3.7.1",
                   "system/min-insync-replicas-unreachable u0 transaction.state.log.min.isr "
                   "3.6.1..3.6.2"}));
  units_.back().settings[0].value = "2";
  EXPECT_EQ(found("3.6.1..3.7.1"), Lines{});
}

TEST_F(System, TopicsAgainstTheirReplicasAndTheCluster) {
  Unit& topic = add(Role::topic, {{"min.insync.replicas", "3"}});
  EXPECT_EQ(found(), Lines{}) << "nothing is known of its replicas";
  topic.topic.emplace();
  Setting& factor = topic.topic->replication_factor.emplace();
  factor.key = factor.written_key = "replicas";
  factor.value = "2";
  EXPECT_EQ(found(), (Lines{"system/min-insync-replicas-unreachable u0 min.insync.replicas "
                            "3.6.2"}));
  broker({}, 1);
  EXPECT_EQ(found(), (Lines{"system/replication-factor-above-brokers u0 replicas 3.6.2",
                            "system/min-insync-replicas-unreachable u0 min.insync.replicas "
                            "3.6.2"}));
  units_.back().cluster = "other";
  factor.value = "3";
  EXPECT_EQ(found(), Lines{});
  factor.value = "-1";
  EXPECT_EQ(found(), Lines{}) << "the brokers' default";
}

TEST_F(System, SessionTimeouts) {
  broker({{"group.min.session.timeout.ms", "10000"}, {"group.max.session.timeout.ms", "60000"}});
  add(Role::consumer, {{"session.timeout.ms", "9999"}});
  add(Role::consumer, {{"session.timeout.ms", "60001"}});
  add(Role::consumer, {{"session.timeout.ms", "60000"}});
  add(Role::consumer, {{"session.timeout.ms", "60001"}, {"group.protocol", "consumer"}});
  add(Role::connect_distributed, {{"session.timeout.ms", "60001"}});
  add(Role::consumer, {{"session.timeout.ms", "60001"}}, "other");
  add(Role::consumer, {{"session.timeout.ms", "60001"}}, "");
  const std::string rule = "system/session-timeout-out-of-bounds ";
  EXPECT_EQ(found(),
            (Lines{rule + "u1 session.timeout.ms 3.6.2", rule + "u2 session.timeout.ms 3.6.2",
                   rule + "u5 session.timeout.ms 3.6.2"}));
}

TEST_F(System, BrokersThatDifferAreNoBound) {
  broker({{"message.max.bytes", "1000"}});
  broker({{"message.max.bytes", "2000"}});
  add(Role::producer, {{"max.request.size", "3000"}});
  EXPECT_EQ(found(), Lines{});
  units_[1].settings[0].value = "1000";
  EXPECT_EQ(found(), (Lines{"system/request-size-above-broker u2 max.request.size 3.6.2"}));
}

TEST_F(System, TransactionTimeouts) {
  broker({{"transaction.max.timeout.ms", "900000"}});
  add(Role::producer, {{"transaction.timeout.ms", "900001"}});
  EXPECT_EQ(found(), Lines{}) << "no transactions";
  add(Role::producer, {{"transactional.id", std::nullopt}, {"transaction.timeout.ms", "900001"}});
  add(Role::producer, {{"transactional.id", "x"}, {"transaction.timeout.ms", "900000"}});
  EXPECT_EQ(found(),
            (Lines{"system/transaction-timeout-above-broker u2 transaction.timeout.ms 3.6.2"}));
}

TEST_F(System, MessagesAboveTheLimitOfARequest) {
  Unit& unit = add(Role::broker, {{"message.max.bytes", "200000000"}}, "");
  EXPECT_EQ(found(), Lines{});
  unit.complete = true;
  EXPECT_EQ(found(), (Lines{"system/message-above-request-size u0 message.max.bytes 3.6.2"}));
  unit.settings[0].key = "socket.request.max.bytes";
  EXPECT_EQ(found(), Lines{});
  unit.settings[0].value = "1000";
  EXPECT_EQ(found(),
            (Lines{"system/message-above-request-size u0 socket.request.max.bytes 3.6.2"}));
}

TEST_F(System, StreamsApplicationsAndConnectors) {
  broker({{"group.max.session.timeout.ms", "60000"},
          {"transaction.max.timeout.ms", "60000"},
          {"message.max.bytes", "1000"}},
         3);
  add(Role::streams, {{"session.timeout.ms", "70000"},
                      {"main.consumer.session.timeout.ms", "50000"},
                      {"producer.max.request.size", "2000"},
                      {"transaction.timeout.ms", "70000"},
                      {"replication.factor", "4"}});
  add(Role::streams, {{"consumer.session.timeout.ms", "70000"},
                      {"processing.guarantee", "exactly_once_v2"},
                      {"producer.transaction.timeout.ms", "70000"},
                      {"transaction.timeout.ms", "60000"},
                      {"replication.factor", "-1"}});
  add(Role::streams, {{"session.timeout.ms", "70000"}, {"group.protocol", "streams"}});
  add(Role::sink_connector, {{"consumer.override.session.timeout.ms", "70000"}});
  add(Role::source_connector, {{"producer.override.max.request.size", "2000"}});
  add(Role::connect_distributed,
      {{"config.storage.replication.factor", "3"}, {"offset.storage.replication.factor", "4"}});
  std::vector<std::string> lines;
  for (const std::string& line : found()) lines.push_back(line.substr(7, line.size() - 13));
  EXPECT_EQ(lines,
            (Lines{"request-size-above-broker u1 producer.max.request.size",
                   "replication-factor-above-brokers u1 replication.factor",
                   "session-timeout-out-of-bounds u2 consumer.session.timeout.ms",
                   "transaction-timeout-above-broker u2 producer.transaction.timeout.ms",
                   "session-timeout-out-of-bounds u4 consumer.override.session.timeout.ms",
                   "request-size-above-broker u5 producer.override.max.request.size",
                   "replication-factor-above-brokers u6 offset.storage.replication.factor"}));
}

TEST_F(System, ATopicMayLetLargerMessagesIn) {
  broker({{"message.max.bytes", "1000"}, {"socket.request.max.bytes", "5000"}});
  add(Role::producer, {{"max.request.size", "3000"}});
  Unit& topic = add(Role::topic, {{"max.message.bytes", "2999"}});
  EXPECT_EQ(found(), (Lines{"system/request-size-above-broker u1 max.request.size 3.6.2"}));
  topic.settings[0].value = "3000";
  EXPECT_EQ(found(), Lines{});
  topic.settings[0].value = std::nullopt;
  EXPECT_EQ(found(), Lines{});
  topic.settings[0].value = "5001";
  EXPECT_EQ(found(), (Lines{"system/message-above-request-size u2 max.message.bytes 3.6.2"}));
}

}  // namespace
}  // namespace kaflint::policy
