// The examples of the rule files are the rules' tests: every finding must be marked, exactly, and
// nothing else. KAFLINT_UPDATE=1 rewrites the marks in the rule files; read the difference before
// committing it.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "linter/policy/engine.h"
#include "linter/policy/marked_text.h"
#include "linter/policy/rule.h"
#include "tests/unit/source/bytes_of.h"
#include "tests/unit/source/temporary_folder.h"

namespace kaflint::policy {
namespace {

std::string rule_path(std::string_view id) {
  return fmt::format("{}/rules/{}.md", KAFLINT_ROOT, id);
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

/// The default profile and the rule itself, so that a rule of another profile changes no example.
CheckOptions options_of(const Example& example, const std::string& rule) {
  CheckOptions options;
  options.rules = std::make_shared<const RuleChoice>(std::vector<const Profile*>(),
                                                     std::vector<std::string>{rule});
  if (!example.kafka.empty()) {
    const auto versions = kafka::parse_version_request(example.kafka);
    EXPECT_TRUE(versions) << versions.error();
    options.versions = *versions;
  }
  if (!example.from.empty()) {
    const auto from = kafka::parse_version_request(example.from);
    EXPECT_TRUE(from) << from.error();
    options.upgrade = {from->releases().back(), options.versions->releases().back()};
  }
  if (!example.role.empty()) options.role = kafka::parse_role(example.role);
  options.require_reason = example.require_reason;
  return options;
}

class RuleExamples : public TemporaryFolder, public testing::WithParamInterface<std::string> {
 protected:
  std::vector<MarkedFinding> findings_of(const Example& example, std::string text) const {
    if (example.invalid_utf8) text = replace_all(std::move(text), "\uFFFD", "\xFF");
    CheckOptions options = options_of(example, GetParam());
    std::string path = example.file_name;
    if (!example.boot.empty()) {
      write("pom.xml", fmt::format("<project><parent><groupId>org.springframework.boot</groupId>"
                                   "<artifactId>spring-boot-starter-parent</artifactId>"
                                   "<version>{}</version></parent></project>",
                                   example.boot));
      path = at(path);
      options.read_projects();
    }
    const auto source = std::make_shared<const SourceFile>(path, std::move(text));
    std::vector<MarkedFinding> marked;
    for (const Finding& finding : check_file(source, options).findings)
      marked.push_back(mark_finding(source->bytes(), finding));
    return marked;
  }
};

TEST_P(RuleExamples, FindExactlyWhatIsMarked) {
  const std::string path = rule_path(GetParam());
  const std::string text = bytes_of(path);
  std::vector<RuleFileProblem> problems;
  const RuleFile file = read_rule_file(text, problems);
  std::string updated;
  std::size_t copied = 0;
  for (const Example& example : file.examples) {
    const std::string_view content =
        std::string_view(text).substr(example.content.begin, example.content.size());
    const MarkedText marked = read_marked_text(content, GetParam(), problems);
    const std::vector<MarkedFinding> found = findings_of(example, marked.text);
    const std::string actual = write_marked_text(marked.text, GetParam(), found);
    const bool own = std::ranges::find(found, GetParam(), &MarkedFinding::rule) != found.end();
    EXPECT_EQ(own, example.bad) << "a Bad example has a finding of its rule, a Good one has none:\n"
                                << actual;
    if (std::getenv("KAFLINT_UPDATE") == nullptr) {
      EXPECT_EQ(write_marked_text(marked.text, GetParam(), marked.findings), actual)
          << path << ": KAFLINT_UPDATE=1 writes what is found into the file";
    }
    updated += text.substr(copied, example.content.begin - copied) + actual;
    copied = example.content.end;
  }
  EXPECT_TRUE(problems.empty()) << problems.front().text;
  updated += text.substr(copied);
  if (std::getenv("KAFLINT_UPDATE") != nullptr && updated != text)
    std::ofstream(path, std::ios::binary) << updated;
}

std::vector<std::string> ids() {
  std::vector<std::string> all;
  for (const Rule& rule : rules()) all.emplace_back(rule.id);
  return all;
}

std::string test_name(const testing::TestParamInfo<std::string>& info) {
  return replace_all(replace_all(info.param, "/", "_"), "-", "_");
}

INSTANTIATE_TEST_SUITE_P(Rules, RuleExamples, testing::ValuesIn(ids()), test_name);

}  // namespace
}  // namespace kaflint::policy
