// A broker's verdict as one line, for tables of cases.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/text.h"
#include "tests/unit/startup/judged.h"

namespace kaflint {

inline constexpr std::string_view kZookeeperMode = "broker.id=1 zookeeper.connect=zk:2181 ";
inline constexpr std::string_view kCombined =
    "process.roles=broker,controller node.id=1 controller.quorum.voters=1@localhost:9093 "
    "controller.listener.names=CONTROLLER listeners=PLAINTEXT://:9092,CONTROLLER://:9093 ";
inline constexpr std::string_view kBrokerOnly =
    "process.roles=broker node.id=4 controller.quorum.voters=1@localhost:9093 "
    "controller.listener.names=CONTROLLER ";
inline constexpr std::string_view kControllerOnly =
    "process.roles=controller node.id=1 controller.quorum.voters=1@localhost:9093 "
    "controller.listener.names=CONTROLLER listeners=CONTROLLER://:9093 ";

/// Settings separated by blanks, later ones winning; `key=?` is not known.
inline kafka::WrittenConfig written_settings(std::string_view settings) {
  kafka::WrittenConfig config;
  for (const std::string_view setting : split(settings, ' ')) {
    if (setting.empty()) continue;
    const std::size_t equals = setting.find('=');
    const std::string_view value = setting.substr(equals + 1);
    config.set(setting.substr(0, equals),
               value == "?" ? std::nullopt : std::optional(std::string(value)));
  }
  return config;
}

/// `starts`, `undetermined KEY...`, or `RULE` and the key that Kafka names, if it names one.
inline std::string broker_verdict(
    std::string_view version, std::string_view settings,
    kafka::Completeness completeness = kafka::Completeness::complete) {
  const kafka::Verdict verdict =
      startup_test::judge(kafka::Role::broker, version, written_settings(settings), completeness);
  if (verdict.outcome == kafka::Outcome::starts) return "starts";
  if (verdict.outcome == kafka::Outcome::refuses) {
    const kafka::Refusal& first = verdict.refusals.front();
    return std::string(first.rule.text()) + (first.key ? " " + *first.key : "");
  }
  std::string result = "undetermined";
  for (const std::string& key : verdict.unknown) result += " " + key;
  return result;
}

inline std::string with(std::string_view base, std::string_view more) {
  return std::string(base) + std::string(more);
}

/// A broker of ZooKeeper mode with these settings.
inline std::string zookeeper(std::string_view version, std::string_view more) {
  return broker_verdict(version, with(kZookeeperMode, more));
}

}  // namespace kaflint
