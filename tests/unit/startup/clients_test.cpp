// Starting consumers, share consumers, admin clients and producers, against what the constructors
// of the released clients did: fixtures/kafka/client_startup.json. Outcomes that a file, class or
// host of the machine decided are not in it.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/unit/startup/judged.h"

namespace kaflint {
namespace {

using kafka::Version;
using nlohmann::json;

json recorded() {
  std::ifstream file(KAFLINT_ROOT "/fixtures/kafka/client_startup.json");
  return json::parse(file);
}

kafka::WrittenConfig written(const json& settings) {
  kafka::WrittenConfig config;
  for (const auto& [key, value] : settings.items()) config.set(key, value.get<std::string>());
  return config;
}

/// The outcome in the form of the record: `starts`, `refuses` or `refuses KEY`.
std::string outcome(kafka::Role role, const kafka::WrittenConfig& config, Version version) {
  const kafka::Verdict verdict = startup_test::judge(role, version, config);
  std::string text(kafka::to_string(verdict.outcome));
  if (verdict.outcome == kafka::Outcome::refuses && verdict.refusals.front().key)
    text += " " + *verdict.refusals.front().key;
  return text;
}

/// Where Kafka's words name no single key, kaflint may name one.
bool agrees(const std::string& given, const std::string& recorded) {
  return given == recorded || given == "undetermined" ||
         (recorded == "refuses" && given.starts_with("refuses "));
}

TEST(ClientStartup, EveryClientDoesAsItsConstructorDid) {
  std::size_t compared = 0;
  std::size_t undetermined = 0;
  for (const json& test : recorded()) {
    const kafka::Role role = *kafka::parse_role(test["role"].get<std::string>());
    const kafka::WrittenConfig config = written(test["set"]);
    for (const auto& [interval, expected] : test["verdicts"].items()) {
      const kafka::VersionSet releases = *kafka::parse_version_request(interval);
      for (const Version version : releases.releases()) {
        const std::string given = outcome(role, config, version);
        EXPECT_PRED2(agrees, given, expected.get<std::string>())
            << version.to_string() << " " << test["role"] << " " << test["set"].dump();
        ++compared;
        if (given == "undetermined") ++undetermined;
      }
    }
  }
  EXPECT_EQ(compared, 22090U);
  EXPECT_EQ(undetermined, 518U);
}

}  // namespace
}  // namespace kaflint
