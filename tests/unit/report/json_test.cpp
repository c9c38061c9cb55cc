// The JSON report's contract, byte by byte.
#include <gtest/gtest.h>

#include "report_data.h"

namespace kaflint::report {
namespace {

constexpr std::string_view kTool = R"("tool":{"name":"kaflint","version":"0.1.0"})";

policy::UnitResult producer(std::string_view bytes) {
  policy::UnitResult result;
  result.unit.dialect = "properties";
  result.unit.complete = true;
  result.unit.why = "--role";
  result.unit.span = {0, static_cast<std::uint32_t>(bytes.size())};
  result.version_source = dialect::VersionSource::option;
  return result;
}

TEST(Json, WholeReport) {
  const std::string bytes = "linger.ms=5\nacks=1";
  policy::FileResult file = file_of("a.properties", bytes);
  policy::UnitResult unit = producer(bytes);
  unit.verdicts.resize(3);
  unit.verdicts[0].version = kafka::Version(3, 0, 0);
  unit.verdicts[0].outcome = kafka::Outcome::refuses;
  unit.verdicts[0].refusals.push_back({RuleId("any/invalid-value"), "acks", {}});
  unit.verdicts[1].version = kafka::Version(3, 0, 1);
  unit.verdicts[1].outcome = kafka::Outcome::starts;
  unit.verdicts[2].version = kafka::Version(3, 0, 2);
  unit.verdicts[2].unknown = {"acks"};
  file.units.push_back(unit);
  Finding finding = finding_at(span_of(bytes, "acks=1"), "m");
  finding.role = kafka::Role::producer;
  finding.key = "acks";
  finding.versions = kafka::VersionSet::of(kafka::Version(3, 0, 0));
  finding.fingerprint = "f";
  finding.related.push_back({span_of(bytes, "5"), "here"});
  finding.fixes.push_back({"write all", Applicability::unsafe, {{span_of(bytes, "1"), "all"}}});
  file.findings.push_back(finding);
  Report report = report_of(file);
  report.errors.push_back({"b.yaml", "permission denied"});
  EXPECT_EQ(
      to_json(report),
      std::string(R"({"schema":"kaflint-report/1",)") + std::string(kTool) +
          R"(,"units":[{"path":"a.properties","name":"","role":"producer","dialect":"properties",)"
          R"("complete":true,"versionSource":"option","verdicts":[)"
          R"({"kafka":"3.0.0","outcome":"refuses","refusal":{"key":"acks","rule":"any/invalid-value"}},)"
          R"({"kafka":"3.0.1","outcome":"starts"},)"
          R"({"kafka":"3.0.2","outcome":"undetermined","unknown":["acks"]}]}],)"
          R"("findings":[{"rule":"any/invalid-value","level":"error",)"
          R"("consequence":"refuses-to-start","message":"m","path":"a.properties",)"
          R"("region":{"startLine":2,"startColumn":1,"endLine":2,"endColumn":7,"byteOffset":12,"byteLength":6},)"
          R"("key":"acks","role":"producer","unit":"","kafka":"3.0.0",)"
          R"("related":[{"message":"here","region":{"startLine":1,"startColumn":11,"endLine":1,"endColumn":12,"byteOffset":10,"byteLength":1}}],)"
          R"("fixes":[{"title":"write all","applicability":"unsafe","edits":[{"byteOffset":17,"byteLength":1,"text":"all"}]}],)"
          R"("fingerprint":"f"}],"errors":[{"path":"b.yaml","message":"permission denied"}],)"
          R"("summary":{"files":1,"units":1,"error":1,"warning":0,"note":0}})"
          "\n");
}

TEST(Json, ColumnsAreCodePointsAndOffsetsBytes) {
  const std::string bytes = "\xEF\xBB\xBF\xC3\xA9=\xF0\x9F\x98\x80\r\n\tx=\xE6\x97\xA5y\r\n";
  policy::FileResult file = file_of("\xFF\xC3\xA9.properties", bytes);
  file.findings.push_back(finding_at(span_of(bytes, "\xF0\x9F\x98\x80"), "bad \xFF"));
  file.findings.push_back(finding_at(span_of(bytes, "\xE6\x97\xA5y"), "m"));
  file.findings.push_back(finding_at(std::nullopt, "m"));
  const std::string json = to_json(report_of(file));
  EXPECT_NE(
      json.find(
          "\"message\":\"bad \xEF\xBF\xBD\",\"path\":\"%FF\xC3\xA9.properties\","
          R"("region":{"startLine":1,"startColumn":3,"endLine":1,"endColumn":4,"byteOffset":6,"byteLength":4})"),
      std::string::npos)
      << json;
  EXPECT_NE(
      json.find(
          R"("region":{"startLine":2,"startColumn":4,"endLine":2,"endColumn":6,"byteOffset":15,"byteLength":4})"),
      std::string::npos)
      << json;
  EXPECT_NE(json.find(R"("region":null,"key":null,"role":null,"unit":"","kafka":null,)"),
            std::string::npos)
      << json;
}

TEST(Json, UnitsSayWhy) {
  policy::FileResult file = file_of("a", "x=1");
  file.units.push_back(producer("x=1"));
  EXPECT_EQ(
      units_to_json(report_of(file)),
      std::string(R"({"schema":"kaflint-units/1",)") + std::string(kTool) +
          R"(,"units":[{"path":"a","name":"","role":"producer","dialect":"properties",)"
          R"("complete":true,"versionSource":"option","verdicts":[],"why":"--role",)"
          R"("region":{"startLine":1,"startColumn":1,"endLine":1,"endColumn":4,"byteOffset":0,"byteLength":3}}],)"
          R"("errors":[]})"
          "\n");
}

TEST(Json, FixesThatCarryPasswordsAreNotShown) {
  const std::string bytes = "ssl.key.password=hunter2";
  policy::FileResult file = file_of("a", bytes);
  policy::UnitResult unit = producer(bytes);
  unit.unit.settings.push_back(setting_in(bytes, "ssl.key.password", "hunter2"));
  file.units.push_back(unit);
  Finding finding = finding_at(Span{0, 3}, "got hunter2");
  finding.fixes.push_back({"move", Applicability::safe, {{{0, 0}, "x=hunter2\n"}}});
  file.findings.push_back(finding);
  for (const std::string& report :
       {to_json(report_of(file)), to_sarif(report_of(file)), to_text(report_of(file), {})}) {
    EXPECT_EQ(report.find("hunter2"), std::string::npos) << report;
    EXPECT_NE(report.find("ot [hidden]"), std::string::npos) << report;
  }
}

}  // namespace
}  // namespace kaflint::report
