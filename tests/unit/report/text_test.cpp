// The text report: exact frames, in columns that a terminal shows.
#include <gtest/gtest.h>

#include "report_data.h"

namespace kaflint::report {
namespace {

std::string quiet_text(policy::FileResult file) {
  return to_text(report_of(std::move(file)), {.colour = false, .verbose = false, .quiet = true});
}

TEST(Text, CaretsStandUnderTheSpan) {
  const std::string bytes = "linger.ms=5\nacks=one\n";
  policy::FileResult file = file_of("a.properties", bytes);
  Finding finding = finding_at(span_of(bytes, "acks=one"), "`acks` expects one of all, -1, 0, 1");
  finding.role = kafka::Role::producer;
  file.findings.push_back(finding);
  EXPECT_EQ(quiet_text(std::move(file)),
            "a.properties:2:1: error[any/invalid-value]: `acks` expects one of all, -1, 0, 1\n"
            "  |\n"
            "2 | acks=one\n"
            "  | ^^^^^^^^\n"
            "  = effect: refuses to start\n"
            "\n");
}

TEST(Text, TabsFillToStopsOfFour) {
  const std::string bytes = "\ta\tb = x\n";
  policy::FileResult file = file_of("t", bytes);
  file.findings.push_back(finding_at(span_of(bytes, "b = x"), "m"));
  EXPECT_EQ(quiet_text(std::move(file)),
            "t:1:4: error[any/invalid-value]: m\n"
            "  |\n"
            "1 |     a   b = x\n"
            "  |         ^^^^^\n"
            "\n");
}

TEST(Text, WideAndCombiningCharactersCountAsShown) {
  // Two wide characters, then e with a combining acute accent, then an emoji.
  const std::string bytes = "\xE6\x97\xA5\xE6\x9C\xAC=e\xCC\x81\xF0\x9F\x98\x80x";
  policy::FileResult file = file_of("w", bytes);
  file.findings.push_back(finding_at(span_of(bytes, "e\xCC\x81"), "m"));
  file.findings.push_back(finding_at(span_of(bytes, "\xF0\x9F\x98\x80x"), "n"));
  EXPECT_EQ(quiet_text(std::move(file)),
            "w:1:4: error[any/invalid-value]: m\n"
            "  |\n"
            "1 | \xE6\x97\xA5\xE6\x9C\xAC=e\xCC\x81\xF0\x9F\x98\x80x\n"
            "  |      ^\n"
            "\n"
            "w:1:6: error[any/invalid-value]: n\n"
            "  |\n"
            "1 | \xE6\x97\xA5\xE6\x9C\xAC=e\xCC\x81\xF0\x9F\x98\x80x\n"
            "  |       ^^^\n"
            "\n");
}

TEST(Text, LineEndsOfEveryKindAreNotShown) {
  const std::string bytes =
      "\xEF\xBB\xBF"
      "a=1\r\nb=2\rc=3";
  for (const auto& [entry, place] : {std::pair("a=1", "1"), {"b=2", "2"}, {"c=3", "3"}}) {
    policy::FileResult file = file_of("l", bytes);
    file.findings.push_back(finding_at(span_of(bytes, entry), "m"));
    EXPECT_EQ(quiet_text(std::move(file)), std::string("l:") + place +
                                               ":1: error[any/invalid-value]: m\n  |\n" + place +
                                               " | " + entry + "\n  | ^^^\n\n");
  }
}

TEST(Text, ControlCharactersOfTheFileAreShownNotSent) {
  const std::string bytes = "a=\x1b[31m\xFF\xE2\x80\xAEz";
  policy::FileResult file = file_of("p\x1b.properties", bytes);
  file.findings.push_back(finding_at(span_of(bytes, "z"), "says \x1b[2J\n\x07"));
  EXPECT_EQ(quiet_text(std::move(file)),
            "p\\x1b.properties:1:10: error[any/invalid-value]: says \\x1b[2J\\n\\x07\n"
            "  |\n"
            "1 | a=\\x1b[31m\\xff\\u{202e}z\n"
            "  |                       ^\n"
            "\n");
}

TEST(Text, ASpanOverLinesShowsItsFirst) {
  const std::string bytes = "acks=a\\\n  ll\nx=1\n";
  policy::FileResult file = file_of("m", bytes);
  file.findings.push_back(finding_at(span_of(bytes, "acks=a\\\n  ll"), "m"));
  EXPECT_EQ(quiet_text(std::move(file)),
            "m:1:1: error[any/invalid-value]: m\n"
            "  |\n"
            "1 | acks=a\\\n"
            "  | ^^^^^^^...\n"
            "\n");
}

TEST(Text, LongLinesAreCutAroundTheSpan) {
  const std::string bytes = std::string(5000, 'a') + "HERE" + std::string(5000, 'b');
  policy::FileResult file = file_of("long", bytes);
  file.findings.push_back(finding_at(span_of(bytes, "HERE"), "m"));
  EXPECT_EQ(quiet_text(std::move(file)),
            "long:1:5001: error[any/invalid-value]: m\n"
            "  |\n"
            "1 | ..." +
                std::string(30, 'a') + "HERE" + std::string(86, 'b') +
                "...\n"
                "  | " +
                std::string(33, ' ') +
                "^^^^\n"
                "\n");
}

TEST(Text, RelatedPlacesShareTheFrame) {
  const std::string bytes = "acks=1\na=b\nacks=all\n";
  policy::FileResult file = file_of("r", bytes);
  Finding finding = finding_at(span_of(bytes, "acks=1"), "m");
  finding.related.push_back({span_of(bytes, "acks=all"), "the later value"});
  finding.fixes.push_back({"remove the earlier duplicate", Applicability::safe, {}});
  file.findings.push_back(finding);
  EXPECT_EQ(quiet_text(std::move(file)),
            "r:1:1: error[any/invalid-value]: m\n"
            "  |\n"
            "1 | acks=1\n"
            "  | ^^^^^^\n"
            "...\n"
            "3 | acks=all\n"
            "  | -------- the later value\n"
            "  = help: remove the earlier duplicate\n"
            "\n");
}

TEST(Text, WhatIsAbsentHasNoFrameAndNamesItsUnit) {
  policy::FileResult file = file_of("a.yaml", "spring:\n");
  policy::UnitResult unit;
  unit.unit.name = "spring.kafka.producer";
  unit.unit.dialect = "spring-boot";
  file.units.push_back(unit);
  Finding finding = finding_at(std::nullopt, "`acks` is missing");
  finding.role = kafka::Role::producer;
  finding.unit = "spring.kafka.producer";
  file.findings.push_back(finding);
  EXPECT_EQ(quiet_text(std::move(file)),
            "a.yaml: error[any/invalid-value]: `acks` is missing\n"
            " = effect: refuses to start\n"
            " = unit: producer spring.kafka.producer (spring-boot)\n"
            "\n");
}

TEST(Text, VersionsAreNamedWhenSomeCheckedOnesDiffer) {
  policy::FileResult file = file_of("v", "acks=1");
  policy::UnitResult unit;
  unit.verdicts.resize(2);
  unit.verdicts[0].version = kafka::Version(2, 8, 2);
  unit.verdicts[1].version = kafka::Version(3, 0, 0);
  file.units.push_back(unit);
  Finding finding = finding_at(Span{0, 6}, "m");
  finding.role = kafka::Role::producer;
  finding.versions = kafka::VersionSet::of(kafka::Version(3, 0, 0));
  file.findings.push_back(finding);
  EXPECT_EQ(quiet_text(file),
            "v:1:1: error[any/invalid-value]: m\n  |\n1 | acks=1\n  | ^^^^^^\n"
            "  = effect: refuses to start (Kafka 3.0.0)\n\n");
  file.findings[0].versions.insert(kafka::Version(2, 8, 2));
  EXPECT_EQ(quiet_text(file),
            "v:1:1: error[any/invalid-value]: m\n  |\n1 | acks=1\n  | ^^^^^^\n"
            "  = effect: refuses to start\n\n");
}

TEST(Text, ColoursOnlyWhenAsked) {
  policy::FileResult file = file_of("c", "acks=1");
  file.findings.push_back(finding_at(Span{0, 6}, "m"));
  EXPECT_EQ(to_text(report_of(std::move(file)), {.colour = true, .verbose = false, .quiet = true}),
            "\x1b[1mc:1:1\x1b[0m: \x1b[1;31merror[any/invalid-value]\x1b[0m: m\n"
            "\x1b[1;34m  |\x1b[0m\n"
            "\x1b[1;34m1 |\x1b[0m acks=1\n"
            "\x1b[1;34m  |\x1b[0m \x1b[1;31m^^^^^^\x1b[0m\n"
            "\n");
}

TEST(Text, SummaryCountsInWords) {
  policy::FileResult file = file_of("s", "acks=1\n");
  file.units.resize(5);
  Report report = report_of(file);
  report.files_read = 2;
  EXPECT_EQ(to_text(report, {}), "no problems found in 2 files (5 units)\n");
  for (int i = 0; i < 3; ++i) report.files[0].findings.push_back(finding_at(std::nullopt, "m"));
  report.files[0].findings.push_back(finding_at(std::nullopt, "m"));
  report.files[0].findings.back().level = Level::warning;
  const std::string text = to_text(report, {});
  EXPECT_TRUE(text.ends_with("\n\n3 errors, 1 warning in 2 files (5 units)\n")) << text;
  Report empty;
  empty.files_read = 1;
  EXPECT_EQ(to_text(empty, {}), "no Kafka configuration found in 1 file\n");
}

TEST(Text, ErrorsOfTheRunAndTheAssumptionAreSaid) {
  Report report;
  report.errors.push_back({"x.yaml", "permission denied"});
  report.assumption = "no Kafka version given, assuming 4.4.0";
  report.files_read = 1;
  EXPECT_EQ(to_text(report, {}),
            "x.yaml: error: permission denied\n"
            "note: no Kafka version given, assuming 4.4.0\n"
            "no Kafka configuration found in 1 file\n");
}

}  // namespace
}  // namespace kaflint::report
