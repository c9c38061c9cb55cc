// Which findings a file's own comments and annotations suppress, and what is said about these.
#include "linter/policy/suppress.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "linter/policy/fixing.h"

namespace kaflint::policy {
namespace {

CheckOptions options_for(std::string_view version) {
  CheckOptions options;
  options.versions = kafka::parse_version_request(version).value();
  return options;
}

FileResult checked(std::string bytes, std::string path = "producer.properties",
                   CheckOptions options = options_for("3.9.2")) {
  return check_file(std::make_shared<const SourceFile>(std::move(path), std::move(bytes)), options);
}

using Texts = std::vector<std::string>;

/// `LINE rule`, and for those about suppression what they say.
Texts reported(const FileResult& result) {
  Texts texts;
  for (const Finding& finding : result.findings) {
    const std::string_view before =
        result.source->bytes().substr(0, finding.span ? finding.span->begin : 0);
    const auto line = std::ranges::count(before, '\n') + 1;
    const bool own = finding.rule.starts_with("kaflint/");
    texts.push_back(
        fmt::format("{} {}{}{}", line, finding.rule, own ? ": " : "", own ? finding.message : ""));
  }
  return texts;
}

Texts suppressed(const FileResult& result) {
  Texts texts;
  for (const Suppressed& each : result.suppressed)
    texts.push_back(fmt::format("{} {}", each.finding.rule, each.reason));
  return texts;
}

TEST(Suppress, OnTheLineAbove) {
  const FileResult result =
      checked("# kaflint: ignore[producer/acks-disable-idempotence] speed counts\nacks=1\n");
  EXPECT_EQ(reported(result), Texts{});
  EXPECT_EQ(suppressed(result), (Texts{"producer/acks-disable-idempotence speed counts"}));
  EXPECT_FALSE(result.suppressed[0].finding.fingerprint.empty());
}

TEST(Suppress, OnlyTheNextLineAndOnlyTheRule) {
  EXPECT_EQ(reported(checked(
                "# kaflint: ignore[any/misspelt-key]\nlingr.ms=1\nacks=1\nretry.backoff.m=1\n")),
            (Texts{"3 producer/acks-disable-idempotence", "4 any/misspelt-key"}));
}

TEST(Suppress, FurtherCommentsMayStandBetweenButNoBlankLine) {
  EXPECT_EQ(reported(checked("! kaflint: ignore[producer/*]\n# as agreed\nacks=1\n")), Texts{});
  EXPECT_EQ(reported(checked("# kaflint: ignore[producer/*]\n\nacks=1\n")).size(), 2U);
}

TEST(Suppress, TwoDirectivesAboveOneLine) {
  const FileResult result = checked(
      "# kaflint: ignore[producer/*] speed\n# kaflint: ignore[any/misspelt-key] ours\n"
      "acks=1\nlingr.ms=5\n");
  EXPECT_EQ(reported(result),
            (Texts{"2 kaflint/unused-suppression: there is no finding of `any/misspelt-key` here, "
                   "so this suppresses nothing; remove it",
                   "4 any/misspelt-key"}));
  EXPECT_EQ(suppressed(result), (Texts{"producer/acks-disable-idempotence speed"}));
}

TEST(Suppress, TheWholeFile) {
  const FileResult result =
      checked("acks=1\nlingr.ms=1\n\n# kaflint: ignore-file[producer/*, any/misspelt-key] old\n");
  EXPECT_EQ(reported(result), Texts{});
  EXPECT_EQ(suppressed(result).size(), 2U);
}

TEST(Suppress, WindowsLineEnds) {
  const FileResult result = checked("# kaflint: ignore[producer/*] why\r\nacks=1\r\n");
  EXPECT_EQ(suppressed(result), (Texts{"producer/acks-disable-idempotence why"}));
}

TEST(Suppress, AFindingWithinALongValue) {
  const std::string jaas =
      "sasl.jaas.config=a.B required \\\n  x=y \\\n  z;\nsecurity.protocol=SASL_SSL\n";
  const Texts plain = reported(checked(jaas));
  ASSERT_EQ(plain.size(), 1U);
  EXPECT_EQ(reported(checked("# kaflint: ignore[any/invalid-jaas-config]\n" + jaas)), Texts{});
}

TEST(Suppress, AValueIsNoComment) {
  EXPECT_EQ(reported(checked("client.id=a\\\n# kaflint: ignore-file[producer/*]\nacks=1\n")),
            (Texts{"3 producer/acks-disable-idempotence"}));
  EXPECT_EQ(reported(checked("acks=1 # kaflint: ignore[any/*]\n")), (Texts{"1 any/invalid-value"}));
}

TEST(Suppress, AtTheEndOfALineOfYaml) {
  const FileResult result = checked(
      "spring:\n  kafka:\n    producer:\n"
      "      acks: 1 # kaflint: ignore[producer/acks-disable-idempotence] speed\n",
      "application.yml");
  EXPECT_EQ(reported(result), Texts{});
  EXPECT_EQ(suppressed(result), (Texts{"producer/acks-disable-idempotence speed"}));
}

constexpr std::string_view kConfigMap =
    "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: orders\n{}data:\n"
    "  producer.properties: |\n{}    acks=1\n    bootstrap.servers=b:9092\n";

TEST(Suppress, InAFileWithinAConfigMap) {
  EXPECT_EQ(reported(checked(fmt::format(kConfigMap, "", "    # kaflint: ignore[producer/*] x\n"),
                             "map.yaml")),
            Texts{});
}

TEST(Suppress, ByAnAnnotation) {
  const FileResult result =
      checked(fmt::format(kConfigMap,
                          "  annotations:\n    kaflint.io/ignore: any/unknown-key, producer/*\n"
                          "    kaflint.io/ignore-reason: as agreed\n",
                          ""),
              "map.yaml");
  EXPECT_EQ(suppressed(result), (Texts{"producer/acks-disable-idempotence as agreed"}));
  EXPECT_EQ(reported(result),
            (Texts{"6 kaflint/unused-suppression: there is no finding of "
                   "`any/unknown-key` here, so this suppresses nothing; remove it"}));
}

TEST(Suppress, AnAnnotationIsAboutItsResourceAlone) {
  const std::string ignoring =
      fmt::format(kConfigMap, "  annotations: {kaflint.io/ignore: 'producer/*'}\n", "");
  const std::string other = fmt::format(kConfigMap, "", "");
  EXPECT_EQ(reported(checked(ignoring + "---\n" + other, "map.yaml")),
            (Texts{"17 producer/acks-disable-idempotence"}));
}

TEST(Suppress, WhatIsAbsentStandsAtItsUnit) {
  const std::string config = "bootstrap.servers=b:9092\ngroup.id=a\n";
  const std::string path = "connect-distributed.properties";
  const Texts plain = reported(checked(config, path));
  ASSERT_FALSE(plain.empty());
  for (const std::string& each : plain) EXPECT_EQ(each, "1 any/missing-required-key");
  EXPECT_EQ(reported(checked("# kaflint: ignore[any/missing-required-key]\n" + config, path)),
            Texts{});
}

TEST(Suppress, JsonHasNoComments) {
  const FileResult result =
      checked(R"({"name": "x", "config": {"connector.class": "FileStreamSource", "tasks.max": "0",)"
              "\n\"a\": \"# kaflint: ignore-file[any/*]\"}}",
              "connector.json");
  EXPECT_TRUE(result.suppressed.empty());
  EXPECT_FALSE(result.findings.empty());
}

TEST(Suppress, WhatOnlyTalksAboutKaflintIsNoDirective) {
  EXPECT_EQ(
      reported(checked("# kaflint: finds nothing here\n# see kaflint: ignore[x]\nacks=all\n")),
      Texts{});
}

TEST(Suppress, MistakesInDirectives) {
  EXPECT_EQ(
      reported(
          checked("# kaflint: ignore\n# kaflint: ignore[]\n# kaflint: ingore[any/*]\n"
                  "# kaflint: ignore[any/mispelt-key]\n# kaflint: ignore[nobody/*]\nacks=all\n")),
      (Texts{"1 kaflint/invalid-suppression: `ignore` needs the rules in brackets, "
             "`ignore[any/unknown-key]`, so this suppresses nothing",
             "2 kaflint/invalid-suppression: no rule stands between the brackets, so this "
             "suppresses nothing",
             "3 kaflint/invalid-suppression: `ingore` is not known, there are `ignore[...]` and "
             "`ignore-file[...]`, so this suppresses nothing",
             "4 kaflint/invalid-suppression: there is no rule `any/mispelt-key` (did you mean "
             "`any/misspelt-key`?), so this suppresses nothing",
             "5 kaflint/invalid-suppression: no rule fits the pattern `nobody/*`, so this "
             "suppresses nothing"}));
}

TEST(Suppress, WhatIsUnusedCanBeRemoved) {
  const auto fixed = [](std::string bytes, std::string path) {
    const FixedFile file =
        fix_file(std::make_shared<const SourceFile>(std::move(path), std::move(bytes)),
                 options_for("3.9.2"), Applicability::safe);
    return std::string((file.after ? *file.after : file.before).source->bytes());
  };
  EXPECT_EQ(
      fixed("# a\n  # kaflint: ignore[any/misspelt-key] b\nacks=all\n", "producer.properties"),
      "# a\nacks=all\n");
  EXPECT_EQ(fixed("# kaflint: ignore[any/misspelt-key, producer/*,any/unknown-key] b\nacks=1\n",
                  "producer.properties"),
            "# kaflint: ignore[ producer/*] b\nacks=1\n");
  EXPECT_EQ(fixed("spring:\n  kafka:\n    producer:\n      acks: all # kaflint: ignore[any/*]\n",
                  "application.yml"),
            "spring:\n  kafka:\n    producer:\n      acks: all\n");
}

TEST(Suppress, SuppressedFindingsAreNotFixed) {
  const auto source = std::make_shared<const SourceFile>(
      "producer.properties", "# kaflint: ignore[any/misspelt-key] ours\nlingr.ms=5\n");
  EXPECT_FALSE(fix_file(source, options_for("3.9.2"), Applicability::unsafe).after);
}

TEST(Suppress, SuppressionsOfFindingsAboutSuppressions) {
  EXPECT_EQ(reported(checked("# kaflint: ignore-file[kaflint/unused-suppression] generated\n"
                             "# kaflint: ignore[any/unknown-key]\nacks=all\n")),
            Texts{});
}

TEST(Suppress, MoreThanAReportShows) {
  std::string bytes = "# kaflint: ignore[any/duplicate-key]\n";
  for (int i = 0; i < 103; ++i) bytes += "acks=all\n";
  const FileResult result = checked(bytes);
  EXPECT_EQ(result.suppressed.size(), 1U);
  EXPECT_EQ(result.findings.size(), 101U);
  EXPECT_EQ(result.findings.back().message, "1 more findings of this rule in this file");
}

}  // namespace
}  // namespace kaflint::policy
