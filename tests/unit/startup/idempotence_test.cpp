// Every combination of the idempotence settings, against the outcomes measured on real producers.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "linter/kafka/config.h"
#include "linter/kafka/verdict.h"
#include "rules/startup/startup.h"

namespace kaflint {
namespace {

using kafka::ParsedConfig;
using kafka::Version;
using nlohmann::json;

json recorded() {
  std::ifstream file(KAFLINT_ROOT "/fixtures/kafka/idempotence.json");
  return json::parse(file);
}

kafka::WrittenConfig written(const json& settings) {
  kafka::WrittenConfig config;
  config.set("bootstrap.servers", "localhost:9092");
  for (const auto& [key, value] : settings.items()) config.set(key, value.get<std::string>());
  return config;
}

/// The outcome in the form of the record.
json outcome(const kafka::WrittenConfig& config, Version version) {
  const ParsedConfig parsed(kafka::catalog(kafka::Role::producer), version, config,
                            kafka::Completeness::complete);
  const kafka::Verdict verdict = kafka::judge(parsed, startup::mirror(kafka::Role::producer));
  if (verdict.outcome == kafka::Outcome::refuses)
    return {{"refuses", verdict.refusals.front().key.value_or("")}};
  if (verdict.outcome != kafka::Outcome::starts) return {{"undetermined", verdict.unknown}};
  const auto effective = kafka::effective_values(parsed, verdict, {});
  auto value = [&](const char* key) { return effective.at(key).value.value_or("null"); };
  return {{"idempotent", value("enable.idempotence") == "true"},
          {"acks", std::stoi(value("acks"))},
          {"retries", std::stoi(value("retries"))}};
}

TEST(Idempotence, EveryCombinationIsAsMeasuredOnTheRealProducer) {
  const json record = recorded();
  std::size_t compared = 0;
  for (std::size_t epoch = 0; epoch < record["epochs"].size(); ++epoch) {
    const kafka::VersionSet releases =
        *kafka::parse_version_request(record["epochs"][epoch].get<std::string>());
    for (const Version version : releases.releases()) {
      for (const json& test : record["cases"]) {
        json expected = test["by_epoch"][epoch];
        EXPECT_EQ(outcome(written(test["set"]), version), expected)
            << version.to_string() << " " << test["set"].dump();
        ++compared;
      }
    }
  }
  EXPECT_EQ(record["cases"].size(), 216U);
  EXPECT_EQ(compared, 216U * kafka::known_releases().size());
}

}  // namespace
}  // namespace kaflint
