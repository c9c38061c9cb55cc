// What a configuration file says, and what is said about one that is wrong.
#include "linter/policy/configuration_reader.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace kaflint::policy {
namespace {

using kafka::Role;
using Lines = std::vector<std::string>;

ConfigurationRead read(std::string text) {
  return read_configuration(SourceFile(".kaflint.yaml", std::move(text)));
}

Configuration right(std::string text) {
  ConfigurationRead result = read(std::move(text));
  for (const ConfigurationProblem& problem : result.problems) ADD_FAILURE() << problem.text;
  return std::move(result.configuration);
}

/// `line:column: text` for each.
Lines problems(std::string text) {
  Lines lines;
  for (const ConfigurationProblem& problem : read(std::move(text)).problems)
    lines.push_back(
        fmt::format("{}:{}: {}", problem.place.line, problem.place.column, problem.text));
  return lines;
}

std::string version(const Configuration& configuration, std::string_view path,
                    Role role = Role::producer) {
  const KafkaEntry* entry = configuration.kafka_of(path, role);
  return entry == nullptr
             ? "none"
             : fmt::format("{} line {}", entry->versions.to_string(), entry->place.line);
}

std::string level(const Configuration& configuration, std::string_view path,
                  std::string_view rule) {
  const auto setting = configuration.setting_of(path, rule);
  if (!setting) return "none";
  if (setting->off) return "off";
  return setting->level ? std::string(to_string(*setting->level)) : "own";
}

TEST(Configuration, NothingIsAlsoRight) {
  for (const char* text :
       {"", "# only a comment\n", "{}\n", "exclude:\n  # - testdata/\n", "---\n"})
    EXPECT_EQ(problems(text), Lines{}) << text;
}

TEST(Configuration, Profiles) {
  EXPECT_EQ(right("profiles: durability\n").profiles, Lines{"durability"});
  EXPECT_EQ(right("profiles: [msk, security]\n").profiles, (Lines{"msk", "security"}));
  EXPECT_EQ(problems("profiles: [msk, securty]\n"),
            Lines{"1:17: profile `securty` is not known; did you mean `security`?"});
}

TEST(Configuration, FilesOfValuesByInstallation) {
  const Configuration read = right("values:\n  prod: [a.yaml, b/c.yaml]\n  test: a.yaml\n");
  ASSERT_EQ(read.installations.size(), 2U);
  EXPECT_EQ(read.installations[0].name, "prod");
  ASSERT_EQ(read.installations[0].values.size(), 2U);
  EXPECT_EQ(read.installations[0].values[1].path, "b/c.yaml");
  EXPECT_EQ(read.installations[0].values[1].place.column, 18U);
  EXPECT_EQ(read.installations[1].values.size(), 1U);
  EXPECT_EQ(problems("values:\n  prod: {files: a.yaml}\n"),
            Lines{"2:9: `values` must be a mapping from names to a path or a list of them"});
}

TEST(Configuration, OneVersionForAllFiles) {
  const Configuration all = right("kafka: 3.6\n");
  EXPECT_EQ(version(all, "a/b.properties"), "3.6.2 line 1");
  EXPECT_EQ(version(right("kafka: 3.0.0..3.0.1, 3.6.0\n"), "a"), "3.0.0..3.0.1,3.6.0 line 1");
  EXPECT_EQ(version(right(""), "a"), "none");
}

TEST(Configuration, TheLastVersionThatFitsCounts) {
  const Configuration some = right(
      "kafka:\n"
      "  - version: 3.6\n"
      "  - version: 3.9\n"
      "    paths: [conf/, '*.conf']\n"
      "  - {version: 4.0.0, roles: [broker, topic]}\n");
  EXPECT_EQ(version(some, "a.properties"), "3.6.2 line 2");
  EXPECT_EQ(version(some, "conf/a.properties"), "3.9.2 line 3");
  EXPECT_EQ(version(some, "x/a.conf"), "3.9.2 line 3");
  EXPECT_EQ(version(some, "conf/a.properties", Role::broker), "4.0.0 line 5");
}

TEST(Configuration, Roles) {
  const Configuration some =
      right("roles:\n  - {paths: conf/, role: broker}\n  - {paths: conf/c*, role: consumer}\n");
  EXPECT_EQ(some.role_of("conf/a")->role, Role::broker);
  EXPECT_EQ(some.role_of("conf/c")->role, Role::consumer);
  EXPECT_EQ(some.role_of("a"), nullptr);
}

TEST(Configuration, LevelsOfRules) {
  const Configuration some = right(
      "rules:\n"
      "  producer/*: note\n"
      "  producer/acks-disable-idempotence: error\n"
      "  any/unknown-key: off\n"
      "  any/misspelt-key: {level: note}\n"
      "overrides:\n"
      "  - paths: dev/\n"
      "    rules: {producer/acks-disable-idempotence: off, any/unknown-key: warning}\n");
  EXPECT_EQ(level(some, "a", "producer/acks-disable-idempotence"), "error");
  EXPECT_EQ(level(some, "a", "producer/idempotence-needs-retries"), "note");
  EXPECT_EQ(level(some, "a", "any/unknown-key"), "off");
  EXPECT_EQ(level(some, "a", "any/duplicate-key"), "none");
  EXPECT_EQ(level(some, "dev/a", "producer/acks-disable-idempotence"), "off");
  EXPECT_EQ(level(some, "dev/a", "any/unknown-key"), "warning");
  EXPECT_EQ(level(some, "a", "any/misspelt-key"), "note");
  EXPECT_EQ(level(right("rules: {'*': off}\n"), "a", "any/unknown-key"), "off");
}

TEST(Configuration, SystemsByName) {
  const Configuration some = right(
      "systems:\n"
      "  orders: [deploy/, apps/orders/]\n"
      "  payments: {paths: payments/, brokers: 3}\n"
      "  logs: logs/\n");
  EXPECT_EQ(some.system_of("deploy/a.yaml")->name, "orders");
  EXPECT_EQ(some.system_of("apps/orders/a.yaml")->brokers, std::nullopt);
  EXPECT_EQ(some.system_of("payments/a.yaml")->brokers, 3);
  EXPECT_EQ(some.system_of("logs/a.yaml")->name, "logs");
  EXPECT_EQ(some.system_of("a.yaml"), nullptr);
}

TEST(Configuration, Suppressions) {
  const Configuration some = right(
      "suppressions:\n"
      "  - paths: legacy/\n"
      "    rules: [any/removed-key, producer/*]\n"
      "    reason: switched off in March\n"
      "  - {rules: any/unknown-key, reason: ours}\n");
  ASSERT_EQ(some.suppressions.size(), 2U);
  EXPECT_TRUE(some.suppressions[0].is_about("legacy/a", "producer/acks-disable-idempotence"));
  EXPECT_FALSE(some.suppressions[0].is_about("a", "any/removed-key"));
  EXPECT_FALSE(some.suppressions[0].is_about("legacy/a", "any/unknown-key"));
  EXPECT_TRUE(some.suppressions[1].is_about("a", "any/unknown-key"));
  EXPECT_EQ(some.suppressions[0].reason, "switched off in March");
  EXPECT_EQ(some.suppressions[1].place.line, 5U);
}

TEST(Configuration, FilesAndFlags) {
  const Configuration some = right(
      "extends: [a.yaml, b.yaml]\nbaseline: known.yaml\n"
      "require-reason: true\nexclude: [testdata/, '*.tmp.yaml']\n");
  ASSERT_EQ(some.extends.size(), 2U);
  EXPECT_EQ(some.extends[1].path, "b.yaml");
  EXPECT_EQ(some.baseline->path, "known.yaml");
  EXPECT_EQ(some.baseline->place.column, 11U);
  EXPECT_EQ(some.require_reason, true);
  EXPECT_TRUE(some.exclude.match("testdata/a.yaml"));
}

TEST(Configuration, MistakesHavePlacesAndSuggestions) {
  EXPECT_EQ(problems("rolse: []\n"), Lines{"1:1: unknown key `rolse`; did you mean `roles`?"});
  EXPECT_EQ(
      problems("kafka:\n  - versoin: 3.6\n"),
      (Lines{"2:5: `version` is missing", "2:5: unknown key `versoin`; did you mean `version`?"}));
  EXPECT_EQ(problems("kafka: [3.6]\n"),
            Lines{"1:9: `kafka` must be a Kafka version or a list of mappings"});
  EXPECT_EQ(problems("kafka: 3.99\n"),
            Lines{"1:8: Kafka `3.99` is not a release that kaflint knows; the nearest are 3.9 and "
                  "4.0"});
  EXPECT_EQ(problems("roles: [{paths: a, role: brokr}]\n"),
            Lines{"1:26: no role `brokr`; did you mean `broker`?"});
  EXPECT_EQ(problems("rules: {any/unknown-kye: off}\n"),
            Lines{"1:9: no rule `any/unknown-kye`; did you mean `any/unknown-key`?"});
  EXPECT_EQ(problems("rules: {nothing/*: off}\n"),
            Lines{"1:9: no rule fits the pattern `nothing/*`"});
  EXPECT_EQ(problems("rules: {any/unknown-key: eror}\n"),
            Lines{"1:26: no level `eror`; did you mean `error`?"});
  EXPECT_EQ(problems("exclude: ['a[']\n"),
            Lines{"1:11: the pattern `a[` has a `[` without its `]`"});
  EXPECT_EQ(problems("systems: {a: {paths: b, brokers: 0}}\n"),
            Lines{"1:34: `brokers` must be a whole number of at least 1"});
  EXPECT_EQ(problems("extends: https://example.com/base.yaml\n"),
            Lines{"1:10: `https://example.com/base.yaml` is no local file; kaflint reads nothing "
                  "from a network"});
  EXPECT_EQ(problems("require-reason:\n"), Lines{"1:1: `require-reason` has no value"});
  EXPECT_EQ(problems("kafka: 3.6\nkafka: 3.7\n"), Lines{"2:1: `kafka` is given twice"});
  EXPECT_EQ(problems("- a\n"), Lines{"1:1: is not a mapping from keys to values"});
  EXPECT_EQ(problems("# ä\nä: 1\n").front().substr(0, 4), "2:1:");
}

TEST(Configuration, BrokenYaml) {
  EXPECT_EQ(problems("kafka: [\n"), Lines{"2:1: is no YAML: end of sequence flow not found"});
  EXPECT_EQ(problems("kafka: 3.6\n---\nkafka: 3.7\n").size(), 1U);
  EXPECT_EQ(problems(std::string(20'000, '[')).size(), 1U);
}

TEST(Configuration, AliasesCannotMakeItEndless) {
  std::string text = "rules: {}\nexclude: &a [x";
  for (int i = 0; i < 2'000; ++i) text += ", x";
  text += "]\nsystems:\n";
  for (int i = 0; i < 200; ++i) text += fmt::format("  s{}: *a\n", i);
  const ConfigurationRead result = read(text);
  ASSERT_EQ(result.problems.size(), 1U);
  EXPECT_EQ(result.problems[0].text, "is too large to be read");
  EXPECT_TRUE(result.configuration.systems.empty());
}

TEST(Configuration, WhatStandsInTheFileCountsMoreThanWhatItExtends) {
  Configuration own = right(
      "kafka: 3.6\nrules: {any/unknown-key: error}\nsystems: {a: a/}\nexclude: ['!x/keep']\n");
  extend(own, right("kafka:\n  - {version: 3.9, paths: a/}\nrequire-reason: true\n"
                    "rules: {'any/*': off}\nsystems: {a: b/, c: c/}\nexclude: [x/*]\n"));
  EXPECT_EQ(version(own, "a/b"), "3.6.2 line 1");
  EXPECT_EQ(level(own, "a", "any/unknown-key"), "error");
  EXPECT_EQ(level(own, "a", "any/duplicate-key"), "off");
  EXPECT_EQ(own.system_of("b/a"), nullptr);
  EXPECT_EQ(own.system_of("c/a")->name, "c");
  EXPECT_EQ(own.require_reason, true);
  EXPECT_TRUE(own.exclude.match("x/y"));
  EXPECT_FALSE(own.exclude.match("x/keep"));
}

TEST(Configuration, RulesFromElsewhereAreKnownWhereTheyAreGiven) {
  const Configuration some =
      read("rules: {team/retention: off, team/retentoin: off}\n").configuration;
  const std::vector<std::string> known = {"team/retention"};
  const auto found = unknown_rules(some, known);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].text, "no rule `team/retentoin`; did you mean `team/retention`?");
  EXPECT_EQ(found[0].place.column, 30U);
}

}  // namespace
}  // namespace kaflint::policy
