// A client's security protocol and the listeners of its cluster.
#include <gtest/gtest.h>

#include <deque>

#include "linter/policy/system_checks.h"

namespace kaflint::policy {
namespace {

using dialect::Setting;
using dialect::Unit;
using kafka::Role;
using Pairs = std::vector<std::pair<std::string, std::optional<std::string>>>;

const SourceFile kBrokers("brokers.properties", "\n\n");
const SourceFile kClients("clients.properties", std::string(1'000, 'x'));

class Protocols : public ::testing::Test {
 protected:
  Unit& add(Role role, const Pairs& settings, bool complete = false) {
    Unit unit;
    unit.name = "u" + std::to_string(units_.size());
    unit.role = role;
    unit.complete = complete;
    for (const auto& [key, value] : settings) {
      Setting setting;
      setting.key = setting.written_key = key;
      setting.value = value;
      setting.entry_span = {1, 2};
      unit.settings.push_back(setting);
    }
    return units_.emplace_back(std::move(unit));
  }
  Unit& broker(const Pairs& settings, bool complete = true) {
    return add(Role::broker, settings, complete);
  }
  Unit& client(std::string servers, std::optional<std::string> protocol) {
    return add(Role::consumer,
               {{"bootstrap.servers", std::move(servers)}, {"security.protocol", protocol}});
  }

  /// The messages, up to what to write instead.
  std::vector<std::string> found() const {
    FindingBuilder of_brokers;
    FindingBuilder of_clients;
    std::vector<SystemUnit> members;
    for (const Unit& unit : units_) {
      const bool is_broker = unit.role == Role::broker;
      members.push_back({&unit, kafka::VersionSet::of(kafka::Version(3, 7, 0)),
                         is_broker ? &kBrokers : &kClients, is_broker ? &of_brokers : &of_clients});
    }
    check_system(members, std::nullopt);
    std::vector<std::string> lines;
    for (const Finding& finding : of_clients.take(RuleChoice()))
      lines.push_back(finding.message.substr(0, finding.message.find(", so this client")));
    return lines;
  }

  std::deque<Unit> units_;
};

using Lines = std::vector<std::string>;

TEST_F(Protocols, TheListenerAtTheAddressDecides) {
  broker({{"advertised.listeners", "IN://b1:9092,OUT://b1.example.com:9093"},
          {"listener.security.protocol.map", "IN:PLAINTEXT,OUT:SASL_SSL"}});
  client("b1:9092", "PLAINTEXT");
  client("B1.example.com:9093", "sasl_ssl");
  client("proxy:443", "SASL_SSL");
  EXPECT_EQ(found(), Lines{});
  client("b1.example.com:9093", "PLAINTEXT");
  EXPECT_EQ(found(), Lines{"`security.protocol=PLAINTEXT` is not what the brokers speak "
                           "(brokers.properties:2): `b1.example.com:9093` takes `SASL_SSL`"});
}

TEST_F(Protocols, AnAddressOfSomethingBetweenLeavesAllListeners) {
  broker({{"advertised.listeners", "SSL://b1:9093,SASL_SSL://b1:9094"}});
  client("b1:9093,proxy:9093", "SASL_SSL");
  EXPECT_EQ(found(), Lines{});
  client("proxy:9093", "SASL_PLAINTEXT");
  EXPECT_EQ(found(), Lines{"`security.protocol=SASL_PLAINTEXT` is not what the brokers speak "
                           "(brokers.properties:2): the cluster takes `SSL` or `SASL_SSL`"});
}

TEST_F(Protocols, SeveralBrokers) {
  broker({{"advertised.listeners", "SSL://b1:9093"}});
  broker({{"advertised.listeners", "PLAINTEXT://b2:9092"}});
  client("proxy:9092", "PLAINTEXT");
  client("b1:9093,b2:9092", "PLAINTEXT");
  EXPECT_EQ(found(), Lines{});
  client("b1:9093", "PLAINTEXT");
  EXPECT_EQ(found().size(), 1U);
}

TEST_F(Protocols, ListenersForControllersDoNotCount) {
  broker({{"listeners", "SSL://:9093,CTL://:9094"},
          {"controller.listener.names", "ctl"},
          {"listener.security.protocol.map", "SSL:SSL,CTL:PLAINTEXT"}});
  client("b1:9093", "PLAINTEXT");
  EXPECT_EQ(found().size(), 1U);
}

TEST_F(Protocols, ADefaultCountsWhereNothingElseCanWriteIt) {
  broker({{"listeners", "SSL://:9093"}});
  Unit& unit = add(Role::consumer, {{"bootstrap.servers", "b1:9093"}});
  EXPECT_EQ(found(), Lines{});
  unit.complete = true;
  EXPECT_EQ(found(), Lines{"`security.protocol=PLAINTEXT`, the default, is not what the brokers "
                           "speak (brokers.properties:2): the cluster takes `SSL`"});
  units_.front().settings.clear();
  EXPECT_EQ(found(), Lines{}) << "PLAINTEXT://:9092";
  Setting listeners;
  listeners.key = "listeners";
  listeners.value = "SSL://:9093";
  units_.front().settings.push_back(listeners);
  units_.front().complete = false;
  EXPECT_EQ(found(), Lines{}) << "the map may stand elsewhere";
}

TEST_F(Protocols, WhatIsNotKnownSaysNothing) {
  Unit& unit = broker({{"listeners", "SSL://:9093"},
                       {"listener.security.protocol.map", "SSL:SSL"},
                       {"controller.listener.names", "C"}});
  client("b1:9093", "PLAINTEXT");
  ASSERT_EQ(found().size(), 1U);
  for (std::size_t i = 0; i < 3; ++i) {
    const std::optional<std::string> value = std::exchange(unit.settings[i].value, std::nullopt);
    EXPECT_EQ(found(), Lines{}) << unit.settings[i].key;
    unit.settings[i].value = value;
  }
  for (const char* listeners : {"OTHER://:9093", "SSL:9093"}) {
    unit.settings[0].value = listeners;
    EXPECT_EQ(found(), Lines{}) << listeners;
  }
  unit.settings[0].value = "SSL://:9093";
  for (Setting& setting : units_.back().settings) {
    const std::optional<std::string> value = std::exchange(setting.value, std::nullopt);
    EXPECT_EQ(found(), Lines{}) << setting.key;
    setting.value = value;
  }
  client("b1:9093", "NOTHING");
  EXPECT_EQ(found().size(), 1U) << "another rule's";
}

}  // namespace
}  // namespace kaflint::policy
