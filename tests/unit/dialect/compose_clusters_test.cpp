// Which services of a compose file are brokers of one cluster.
#include "linter/dialect/compose_clusters.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace kaflint::dialect {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

Unit service(const std::string& name, kafka::Role role, const Pairs& settings) {
  Unit unit;
  unit.name = "services." + name;
  unit.role = role;
  unit.dialect = "docker-compose";
  for (const auto& [key, value] : settings) {
    Setting setting;
    setting.key = key;
    setting.value = value;
    unit.settings.push_back(setting);
  }
  return unit;
}

Unit broker(const std::string& name, const Pairs& settings) {
  return service(name, kafka::Role::broker, settings);
}

/// `cluster brokers` for each.
std::vector<std::string> clusters(std::vector<Unit> units) {
  set_compose_clusters(units);
  std::vector<std::string> lines;
  for (const Unit& unit : units)
    lines.push_back(unit.cluster + (unit.brokers ? " " + std::to_string(*unit.brokers) : ""));
  return lines;
}

using Lines = std::vector<std::string>;

TEST(ComposeClusters, ControllersOfTheSameFile) {
  const std::string voters = "1@a:9093,2@b:9093";
  EXPECT_EQ(
      clusters(
          {broker("a",
                  {{"process.roles", "broker,controller"}, {"controller.quorum.voters", voters}}),
           broker("b", {{"process.roles", "controller"}, {"controller.quorum.voters", voters}}),
           broker("c", {{"process.roles", "broker"}, {"controller.quorum.voters", voters}}),
           service("connect", kafka::Role::connect_distributed,
                   {{"bootstrap.servers", "a:9092, c:9092"}}),
           service("other", kafka::Role::connect_distributed,
                   {{"bootstrap.servers", "elsewhere:9092"}})}),
      (Lines{voters + " 1", voters + " 1", voters + " 1", voters, ""}));
}

TEST(ComposeClusters, ControllersElsewhereMeanBrokersElsewhere) {
  const Pairs settings = {{"process.roles", "broker,controller"},
                          {"controller.quorum.voters", "1@a:9093,2@elsewhere:9093"}};
  EXPECT_EQ(clusters({broker("a", settings)}), (Lines{""}));
}

TEST(ComposeClusters, ZooKeeperBesideTheBrokers) {
  EXPECT_EQ(
      clusters({broker("a", {{"zookeeper.connect", "zookeeper:2181"}}),
                broker("b", {{"zookeeper.connect", "zookeeper:2181"}}),
                broker("c", {{"zookeeper.connect", "zk2:2181/chroot"}}),
                broker("d", {{"zookeeper.connect", "zk.example.com:2181"}}), broker("e", {})}),
      (Lines{"zookeeper:2181 1", "zookeeper:2181 1", "zk2:2181/chroot 1", "", ""}));
}

TEST(ComposeClusters, AControllerByItself) {
  const Pairs settings = {{"process.roles", "broker,controller"},
                          {"controller.quorum.voters", "1@localhost:9093"}};
  EXPECT_EQ(clusters({broker("a", settings)}), (Lines{"1@localhost:9093 1"}));
  EXPECT_EQ(clusters({broker("a", settings), broker("b", settings)}), (Lines{"", ""}));
}

TEST(ComposeClusters, UnitsOfOtherDialectsStayAsTheyAre) {
  Unit unit = broker("a", {{"zookeeper.connect", "zookeeper:2181"}});
  unit.dialect = "properties";
  EXPECT_EQ(clusters({unit}), (Lines{""}));
}

}  // namespace
}  // namespace kaflint::dialect
