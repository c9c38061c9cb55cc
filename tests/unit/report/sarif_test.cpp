// SARIF: exact regions, every rule, what services need. The multitool validates whole logs in
// tests/sarif.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "linter/policy/rule.h"
#include "report_data.h"

namespace kaflint::report {
namespace {

using Json = nlohmann::ordered_json;

Json run_of(const Report& report) { return Json::parse(to_sarif(report))["runs"][0]; }

TEST(Sarif, RegionsAreExactInCodePoints) {
  const std::string bytes = "\xC3\xA9=\xF0\x9F\x98\x80\r\n\tx=\xE6\x97\xA5y\r\n";
  policy::FileResult file = file_of("d r/\xC3\xA9.properties", bytes);
  file.findings.push_back(finding_at(span_of(bytes, "\xE6\x97\xA5y"), "`x` is bad"));
  const Json run = run_of(report_of(file));
  EXPECT_EQ(run["columnKind"], "unicodeCodePoints");
  EXPECT_EQ(run["results"][0]["locations"][0].dump(),
            R"({"physicalLocation":{"artifactLocation":{"uri":"d%20r/%C3%A9.properties",)"
            R"("uriBaseId":"SRCROOT","index":0},"region":{"startLine":2,"startColumn":4,)"
            R"("endLine":2,"endColumn":6,"byteOffset":12,"byteLength":4,)"
            "\"snippet\":{\"text\":\"\xE6\x97\xA5y\"}}}}");
  EXPECT_EQ(run["results"][0]["message"]["text"], "`x` is bad.");
  EXPECT_EQ(run["artifacts"][0].dump(),
            R"({"location":{"uri":"d%20r/%C3%A9.properties","uriBaseId":"SRCROOT"},)"
            R"("length":18,"roles":["analysisTarget"]})");
}

TEST(Sarif, EveryRuleIsDescribedInEveryLog) {
  const Json run = run_of(Report{
      .tool_version = "0.1.0", .files = {}, .errors = {}, .files_read = 0, .assumption = {}});
  const Json& rules = run["tool"]["driver"]["rules"];
  ASSERT_EQ(rules.size(), policy::rules().size());
  for (std::size_t i = 0; i < rules.size(); ++i) {
    EXPECT_EQ(rules[i]["id"], policy::rules()[i].id);
    for (const std::string_view text : {"shortDescription", "fullDescription", "help"})
      EXPECT_FALSE(rules[i][text]["text"].get<std::string>().empty()) << rules[i]["id"] << text;
    EXPECT_FALSE(rules[i]["help"]["markdown"].get<std::string>().empty());
    EXPECT_LE(rules[i]["properties"]["tags"].size(), 20U);
    EXPECT_FALSE(rules[i]["properties"].contains("security-severity"));
  }
  EXPECT_TRUE(run["results"].empty());
  EXPECT_TRUE(run["invocations"][0]["executionSuccessful"].get<bool>());
}

TEST(Sarif, ResultsReferToTheirRulesByIndex) {
  policy::FileResult file = file_of("a", "x=1");
  file.findings.push_back(finding_at(Span{0, 3}, "m"));
  Finding other = finding_at(Span{0, 3}, "m");
  other.rule = "acme/own-rule";
  file.findings.push_back(other);
  const Json run = run_of(report_of(file));
  for (const Json& result : run["results"]) {
    const std::size_t index = result["ruleIndex"];
    EXPECT_EQ(run["tool"]["driver"]["rules"][index]["id"], result["ruleId"]);
  }
  EXPECT_EQ(run["results"][1]["ruleIndex"], policy::rules().size());
}

TEST(Sarif, WhatIsAbsentIsShownAtItsUnit) {
  policy::FileResult file = file_of("a.yaml", "x: 1\nspring:\n");
  policy::UnitResult unit;
  unit.unit.name = "spring";
  unit.unit.span = {5, 12};
  file.units.push_back(unit);
  Finding finding = finding_at(std::nullopt, "m");
  finding.role = kafka::Role::producer;
  finding.unit = "spring";
  file.findings.push_back(finding);
  file.findings.push_back(finding_at(std::nullopt, "m"));
  const Json run = run_of(report_of(file));
  EXPECT_EQ(run["results"][0]["locations"][0]["physicalLocation"]["region"].dump(),
            R"({"startLine":2})");
  EXPECT_EQ(run["results"][0]["locations"][0]["logicalLocations"][0]["fullyQualifiedName"],
            "spring");
  EXPECT_EQ(run["results"][1]["locations"][0]["physicalLocation"]["region"].dump(),
            R"({"startLine":1})");
}

TEST(Sarif, RelatedPlacesFixesAndFingerprints) {
  const std::string bytes = "acks=1\nacks=all\n";
  policy::FileResult file = file_of("/abs/a", bytes);
  Finding finding = finding_at(span_of(bytes, "acks=1"), "m");
  finding.fingerprint = "abc";
  finding.related.push_back({span_of(bytes, "acks=all"), "the later value"});
  finding.fixes.push_back(
      {"remove the earlier duplicate", Applicability::safe, {{Span{0, 7}, ""}}});
  file.findings.push_back(finding);
  const Json result = run_of(report_of(file))["results"][0];
  EXPECT_EQ(result["partialFingerprints"].dump(), R"({"kaflint/v1":"abc"})");
  EXPECT_EQ(result["relatedLocations"][0]["physicalLocation"]["region"]["startLine"], 2);
  EXPECT_EQ(result["relatedLocations"][0]["message"]["text"], "The later value.");
  EXPECT_EQ(result["relatedLocations"][0]["physicalLocation"]["artifactLocation"].dump(),
            R"({"uri":"file:///abs/a","index":0})");
  EXPECT_EQ(result["fixes"][0]["artifactChanges"][0]["replacements"][0].dump(),
            R"({"deletedRegion":{"startLine":1,"startColumn":1,"endLine":2,"endColumn":1,)"
            R"("byteOffset":0,"byteLength":7}})");
  EXPECT_EQ(result["fixes"][0]["properties"]["applicability"], "safe");
}

TEST(Sarif, WhatIsSuppressedSaysBy) {
  policy::FileResult file = file_of("a", "x=1\nssl.key.password=hunter2");
  file.findings.push_back(finding_at(Span{0, 3}, "m"));
  EXPECT_FALSE(run_of(report_of(file))["results"][0].contains("suppressions"));
  file.suppressed.push_back(
      {finding_at(Span{0, 3}, "n"), SuppressionKind::in_source, "wanted here"});
  file.suppressed.push_back({finding_at(Span{0, 3}, "o"), SuppressionKind::baseline, ""});
  file.suppressed.back().finding.rule = "acme/own-rule";
  const Json run = run_of(report_of(file));
  ASSERT_EQ(run["results"].size(), 3U);
  EXPECT_EQ(run["results"][0]["suppressions"].dump(), "[]");
  EXPECT_EQ(run["results"][1]["suppressions"].dump(),
            R"([{"kind":"inSource","status":"accepted","justification":"wanted here"}])");
  EXPECT_EQ(run["results"][2]["suppressions"].dump(),
            R"([{"kind":"external","status":"accepted"}])");
  EXPECT_EQ(run["results"][2]["ruleIndex"], policy::rules().size());
}

TEST(Sarif, AFailedRunSaysSo) {
  Report report;
  report.errors.push_back({"b c.yaml", "permission denied"});
  const Json invocation = run_of(report)["invocations"][0];
  EXPECT_EQ(invocation.dump(),
            R"({"executionSuccessful":false,"toolExecutionNotifications":[{"level":"error",)"
            R"("message":{"text":"Permission denied."},"locations":[{"physicalLocation":)"
            R"({"artifactLocation":{"uri":"b%20c.yaml","uriBaseId":"SRCROOT"}}}]}]})");
}

}  // namespace
}  // namespace kaflint::report
