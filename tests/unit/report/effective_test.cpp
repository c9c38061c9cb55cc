// `effective`: what Kafka is handed, and what it makes of it.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "report_data.h"

namespace kaflint::report {
namespace {

/// A producer of 3.6.2 that starts, with one value of each kind.
Report producer_report() {
  const std::string bytes = "linger.ms=5\nssl.key.password=hunter2\nmy.own=x\n";
  policy::FileResult file = file_of("a.properties", bytes);
  policy::UnitResult result;
  result.unit.dialect = "properties";
  result.version_source = dialect::VersionSource::option;
  for (const auto& [key, value] :
       {std::pair("linger.ms", "5"), {"ssl.key.password", "hunter2"}, {"my.own", "x"}})
    result.unit.settings.push_back(setting_in(bytes, key, value));
  dialect::Setting framework;
  framework.key = framework.written_key = "acks";
  framework.value = "1";
  framework.origin = dialect::SettingOrigin::framework;
  framework.set_by = "Spring Boot";
  result.unit.settings.push_back(framework);
  dialect::Setting unknown = setting_in("client.id=${x}", "client.id", "${x}");
  unknown.value.reset();
  result.unit.settings.push_back(unknown);
  result.verdicts.resize(1);
  result.verdicts[0].version = kafka::Version(3, 6, 2);
  result.verdicts[0].outcome = kafka::Outcome::starts;
  result.verdicts[0].overrides["enable.idempotence"] = {"false", true};
  file.units.push_back(result);
  return report_of(file);
}

TEST(Effective, JsonHasWhatIsHandedOverAndWhatBecomesOfIt) {
  const auto unit = nlohmann::ordered_json::parse(effective_to_json(producer_report()))["units"][0];
  EXPECT_EQ(unit["settings"]["linger.ms"].dump(),
            R"({"value":"5","origin":"written","region":{"startLine":1,"startColumn":1,)"
            R"("endLine":1,"endColumn":12,"byteOffset":0,"byteLength":11}})");
  EXPECT_EQ(unit["settings"]["acks"].dump(), R"({"value":"1","origin":"framework","region":null})");
  EXPECT_EQ(unit["settings"]["ssl.key.password"]["value"], "[hidden]");
  EXPECT_TRUE(unit["settings"]["client.id"]["value"].is_null());
  EXPECT_EQ(unit["settings"]["client.id"]["unknown"],
            dialect::to_string(dialect::UnknownReason::placeholder));
  const auto& effective = unit["verdicts"][0]["effective"];
  EXPECT_EQ(effective["linger.ms"].dump(), R"({"value":"5","origin":"written"})");
  EXPECT_EQ(effective["acks"].dump(), R"({"value":"1","origin":"framework"})");
  EXPECT_EQ(effective["enable.idempotence"].dump(), R"({"value":"false","origin":"kafka"})");
  EXPECT_EQ(effective["batch.size"].dump(), R"({"value":"16384","origin":"default"})");
  EXPECT_EQ(effective["ssl.key.password"]["value"], "[hidden]");
  EXPECT_EQ(effective["ssl.keystore.password"].dump(), R"({"value":null,"origin":"default"})");
}

TEST(Effective, SettingOfAnotherFileIsShownWithThatFile) {
  Report report = producer_report();
  dialect::Setting& linger = report.files[0].units[0].unit.settings[0];
  linger.inherited = true;
  linger.key_span = linger.value_span = linger.entry_span = Span{};
  linger.chain = {{"application.yml:12", {}}};
  EXPECT_NE(effective_to_text(report, {}).find("= 5                      application.yml:12\n"),
            std::string::npos)
      << effective_to_text(report, {});
}

TEST(Effective, TextShowsWhatDiffersFromTheDefaults) {
  EXPECT_EQ(effective_to_text(producer_report(), {}),
            "a.properties: producer (properties) on Kafka 3.6.2 (option)\n"
            "  acks               = 1                      set by Spring Boot\n"
            "  client.id          = unknown (placeholder)  line 1\n"
            "  enable.idempotence = false                  changed by Kafka\n"
            "  linger.ms          = 5                      line 1\n"
            "  ssl.key.password   = [hidden]               line 2\n"
            "  my.own             = x                      line 3, not a key of Kafka's\n"
            "\n");
}

TEST(Effective, NoSecretIsShownEvenInVerboseTables) {
  const Report report = producer_report();
  EXPECT_EQ(
      effective_to_text(report, {.colour = true, .verbose = true, .quiet = false}).find("hunter2"),
      std::string::npos);
  EXPECT_EQ(effective_to_json(report).find("hunter2"), std::string::npos);
}

/// Streams with `producer.acks=1`, whose producer Streams gives `linger.ms` of its own.
Report streams_report() {
  const std::string bytes = "producer.acks=1\nproducer.ssl.key.password=hunter2\n";
  policy::FileResult file = file_of("s.properties", bytes);
  policy::UnitResult result;
  result.unit.dialect = "properties";
  result.unit.role = kafka::Role::streams;
  result.version_source = dialect::VersionSource::option;
  result.unit.settings.push_back(setting_in(bytes, "producer.acks", "1"));
  result.unit.settings.push_back(setting_in(bytes, "producer.ssl.key.password", "hunter2"));
  kafka::ClientVerdict client;
  client.name = "producer";
  client.config.pass_on("acks", "1", "producer.acks");
  client.config.pass_on("ssl.key.password", "hunter2", "producer.ssl.key.password");
  client.config.set("linger.ms", "100");
  client.verdict.version = kafka::Version(3, 6, 2);
  client.verdict.outcome = kafka::Outcome::starts;
  kafka::ClientVerdict broken;
  broken.role = kafka::Role::consumer;
  broken.name = "main-consumer";
  broken.verdict.version = kafka::Version(3, 6, 2);
  broken.verdict.outcome = kafka::Outcome::refuses;
  broken.verdict.refusals.push_back({.rule = "any/invalid-value", .key = "x", .arguments = {}});
  kafka::Verdict verdict;
  verdict.version = kafka::Version(3, 6, 2);
  verdict.outcome = kafka::Outcome::starts;
  verdict.clients = {client, broken};
  result.verdicts.push_back(verdict);
  file.units.push_back(result);
  return report_of(file);
}

TEST(Effective, ClientsInsideHaveTheirOwnValuesInJson) {
  const auto unit = nlohmann::ordered_json::parse(effective_to_json(streams_report()))["units"][0];
  auto clients = unit["verdicts"][0]["clients"];
  ASSERT_EQ(clients.size(), 2U);
  EXPECT_EQ(clients[0]["effective"]["acks"].dump(), R"({"value":"1","origin":"written"})");
  EXPECT_EQ(clients[0]["effective"]["linger.ms"].dump(), R"({"value":"100","origin":"kafka"})");
  EXPECT_EQ(clients[0]["effective"]["ssl.key.password"]["value"], "[hidden]");
  clients[0].erase("effective");
  EXPECT_EQ(clients[0].dump(), R"({"role":"producer","name":"producer","outcome":"starts"})");
  EXPECT_EQ(clients[1].dump(), R"({"role":"consumer","name":"main-consumer","outcome":"refuses",)"
                               R"("refusal":{"key":"x","rule":"any/invalid-value"}})");
}

TEST(Effective, ClientsInsideHaveTheirOwnTablesInText) {
  const std::string text = effective_to_text(streams_report(), {});
  EXPECT_EQ(text.substr(text.find("  its")),
            "  its producer\n"
            "  acks             = 1         line 1, as `producer.acks`\n"
            "  linger.ms        = 100       set by streams\n"
            "  ssl.key.password = [hidden]  line 2, as `producer.ssl.key.password`\n"
            "  its main-consumer (consumer)\n"
            "  refuses to start: x, any/invalid-value\n"
            "\n");
}

}  // namespace
}  // namespace kaflint::report
