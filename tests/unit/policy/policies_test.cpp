// Policies as they are loaded: where they lie, what they select, how they meet a configuration.
#include "linter/policy/policies.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "linter/policy/engine.h"
#include "linter/policy/example_check.h"
#include "linter/policy/policy_files.h"
#include "tests/unit/source/temporary_folder.h"

namespace kaflint::policy {
namespace {

using Lines = std::vector<std::string>;

std::string policy(const std::string& more, const std::string& role = "topic") {
  return "---\nsummary: s\nrole: " + role + "\n" + more +
         "require: config[\"retention.ms\"] > 1000\nmessage: found {value}\n---\n";
}

class LoadedPolicies : public TemporaryFolder {
 protected:
  Lines problems(const Lines& paths) const {
    Lines absolute;
    for (const std::string& path : paths) absolute.push_back(at(path));
    Lines lines;
    const Policies policies = Policies::load(absolute);
    for (const ConfigurationProblem& problem : policies.problems())
      lines.push_back(inside(to_string(problem)));
    return lines;
  }
  std::string inside(std::string text) const {
    const std::string folder = at("");
    for (std::size_t i = text.find(folder); i != std::string::npos; i = text.find(folder))
      text.erase(i, folder.size());
    return text;
  }
};

TEST_F(LoadedPolicies, AreInTheOrderOfTheirPaths) {
  write("p/b.md", policy(""));
  write("p/a/z.md", policy("level: note\nkafka: 3.0..\n"));
  write("p/.hidden/c.md", "");
  write("p/README.md", "");
  write("p/notes.txt", "");
  const std::vector<std::string> paths = {at("p")};
  const Policies policies = Policies::load(paths);
  EXPECT_TRUE(policies.problems().empty());
  ASSERT_EQ(policies.rules().size(), 2U);
  const Rule& first = *policies.rules()[0];
  EXPECT_EQ(first.id, "policy/z");
  EXPECT_EQ(first.level, Level::note);
  EXPECT_EQ(first.versions, "3.0..");
  EXPECT_EQ(first.consequences.front(), Consequence::risk);
  ASSERT_EQ(first.demand.keys.size(), 1U);
  EXPECT_EQ(first.demand.keys[0], "retention.ms");
  EXPECT_EQ(policies.rules()[1]->id, "policy/b");
  EXPECT_EQ(policies.find("policy/b"), policies.rules()[1]);
  EXPECT_EQ(policies.find("policy/c"), nullptr);
}

TEST_F(LoadedPolicies, NoneCountsWhileOneIsWrong) {
  write("a.md", policy(""));
  write("b.md", policy("levl: note\n"));
  const std::vector<std::string> paths = {at("a.md"), at("b.md")};
  const Policies policies = Policies::load(paths);
  EXPECT_TRUE(policies.rules().empty());
  EXPECT_EQ(problems({"a.md", "b.md"}),
            (Lines{"b.md:4:1: unknown key `levl`; did you mean `level`?"}));
}

TEST_F(LoadedPolicies, ArePlacedByTheirLine) {
  write("a.md",
        "\xEF\xBB\xBF---\r\nsummary: s\r\nrole: topic\r\nlevel: \xC3\xA4 # \xFF\r\n---\r\n");
  EXPECT_EQ(problems({"a.md"}), (Lines{"a.md:2:1: the front matter has no `require`",
                                       "a.md:2:1: the front matter has no `message`",
                                       "a.md:4:8: no level `\xC3\xA4`: error, warning or note",
                                       "a.md:4:12: is not UTF-8"}));
}

TEST_F(LoadedPolicies, AFolderEndsSomewhere) {
  write("p/a.md", "");
  Lines told;
  const auto tell = [&](const std::string& path, const std::string& why) {
    told.push_back(inside(path) + ": " + why);
  };
  EXPECT_EQ(policy_files(at("p"), tell), (Lines{at("p/a.md")}));
  EXPECT_TRUE(told.empty());
  EXPECT_TRUE(policy_files(at("nowhere"), tell).empty());
  EXPECT_EQ(told, (Lines{"nowhere: no such file or directory"}));
}

// --- what they select -------------------------------------------------------------------------

std::vector<std::string> found(const std::string& text, const std::string& file_name,
                               const std::string& bytes) {
  Policies policies = Policies::of_text("p.md", text);
  EXPECT_TRUE(policies.problems().empty()) << to_string(policies.problems().front());
  CheckOptions options;
  options.versions = kafka::parse_version_request("3.9.0").value();
  options.rules = std::make_shared<const RuleChoice>(
      std::vector<const Profile*>(), std::vector<std::string>(), std::move(policies));
  const FileResult result =
      check_file(std::make_shared<const SourceFile>(file_name, bytes), options);
  Lines units;
  for (const Finding& finding : result.findings)
    if (finding.rule == "policy/p") units.push_back(finding.unit + ": " + finding.message);
  return units;
}

std::string topic(const std::string& name, const std::string& labels) {
  return "apiVersion: kafka.strimzi.io/v1beta2\nkind: KafkaTopic\nmetadata:\n  name: " + name +
         "\n  labels: {strimzi.io/cluster: c" + labels +
         "}\nspec:\n  partitions: 3\n  replicas: 3\n  config: {retention.ms: 1000}\n";
}

TEST(PolicySelectors, LabelsOfTheResourceAround) {
  const std::string two = "labels: {a: x, b: 1}\n";
  const std::string all = topic("one", ", a: x, b: 1") + "---\n" + topic("two", ", a: x") +
                          "---\n" + topic("three", ", a: y, b: 1") + "---\n" +
                          topic("four", ", b: '1', a: \"x\", c: z");
  EXPECT_EQ(found(policy(two), "t.yaml", all), (Lines{"KafkaTopic/one spec.config: found 1000",
                                                      "KafkaTopic/four spec.config: found 1000"}));
  EXPECT_TRUE(found(policy("labels: {a: x}\n"), "t.yaml", topic("t", ", a: '{{ .x }}'")).empty());
  // There are none outside of Kubernetes.
  const std::string of_consumers =
      "---\nsummary: s\nrole: consumer\nlabels: {a: x}\nrequire: config[\"fetch.min.bytes\"] > 9\n"
      "message: found {value}\n---\n";
  EXPECT_TRUE(found(of_consumers, "consumer.properties", "fetch.min.bytes=1\n").empty());
}

TEST(PolicySelectors, NamesOfTopics) {
  const std::string all = topic("audit-a", "") + "---\n" + topic("orders", "");
  EXPECT_EQ(found(policy("topic: audit-?\n"), "t.yaml", all),
            (Lines{"KafkaTopic/audit-a spec.config: found 1000"}));
  EXPECT_TRUE(found(policy("topic: audit\n"), "t.yaml", all).empty());
}

TEST(PolicySelectors, PathsBelowTheWorkingDirectory) {
  const std::string one = topic("t", "");
  const std::string in_a = policy("paths: [/a/, '!/a/b/']\n");
  EXPECT_EQ(found(in_a, "a/t.yaml", one).size(), 1U);
  EXPECT_EQ(found(in_a, "./a/t.yaml", one).size(), 1U);
  EXPECT_EQ(found(in_a, "x/../a/t.yaml", one).size(), 1U);
  EXPECT_EQ(found(in_a, std::filesystem::current_path().string() + "/a/t.yaml", one).size(), 1U);
  EXPECT_TRUE(found(in_a, "a/b/t.yaml", one).empty());
  EXPECT_TRUE(found(in_a, "x/a/t.yaml", one).empty());
  EXPECT_TRUE(found(in_a, "../a/t.yaml", one).empty());
}

// --- their examples -----------------------------------------------------------------------------

TEST(PolicyExamples, SayWhatIsFoundAndWhere) {
  const std::string text =
      "---\nsummary: s\nrole: producer\nrequire: config[\"linger.ms\"] < 9\n"
      "message: found {value}\n---\n## Bad\n```properties producer.properties\n"
      "  linger.ms=10\n  ^^^ note: found 11\n```\n";
  Policies policies = Policies::of_text("p.md", text);
  ASSERT_TRUE(policies.problems().empty());
  const ExampleCheck checked = check_examples(
      text, "policy/p",
      std::make_shared<const RuleChoice>(std::vector<const Profile*>(), std::vector<std::string>(),
                                         std::move(policies)));
  EXPECT_EQ(checked.examples, 1U);
  ASSERT_EQ(checked.problems.size(), 3U);
  const auto place = static_cast<std::uint32_t>(text.find("linger.ms=10"));
  EXPECT_EQ(checked.problems[0].offset, place);
  EXPECT_EQ(checked.problems[0].text,
            "this is found, but not marked:\n    ^^^^^^^^^^^^ warning: found 10");
  EXPECT_EQ(checked.problems[1].offset, place);
  EXPECT_EQ(checked.problems[1].text, "this is marked, but not found:\n    ^^^ note: found 11");
  EXPECT_EQ(checked.problems[2].offset, text.size());
  EXPECT_EQ(checked.problems[2].text, "no example below `## Good`");
  EXPECT_EQ(checked.updated, std::string(text).replace(text.find("  ^^^ note: found 11"), 20,
                                                       "  ^^^^^^^^^^^^ warning: found 10"));
}

}  // namespace
}  // namespace kaflint::policy
