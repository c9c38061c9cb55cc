// What every fix promises, tried on every file at hand: the rules' examples, fixtures/, and a
// corpus of real files where there is one (KAFLINT_CORPUS, or shared/corpus beside the repository).
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "linter/policy/engine.h"
#include "linter/policy/fixing.h"
#include "linter/policy/marked_text.h"
#include "linter/policy/rule.h"
#include "tests/unit/source/bytes_of.h"

namespace kaflint::policy {
namespace {

namespace fs = std::filesystem;

struct Input {
  std::string name;
  std::shared_ptr<const SourceFile> source;
  CheckOptions options;
};

std::string describe(const Finding& finding) {
  return fmt::format("{} {} {}: {}", finding.rule, finding.unit, finding.key, finding.message);
}

std::string describe(const FileResult& result) {
  std::string text;
  for (const Finding& finding : result.findings) text += "\n  " + describe(finding);
  return text;
}

std::ptrdiff_t count(const FileResult& result, const Finding& like) {
  return std::ranges::count_if(result.findings, [&](const Finding& finding) {
    return finding.rule == like.rule && finding.unit == like.unit && finding.key == like.key;
  });
}

/// The fix made by hand, piece by piece: what apply_edits has to give.
void expect_only_edits(std::string_view before, const Fix& fix, std::string_view after) {
  std::size_t in_before = 0;
  std::size_t in_after = 0;
  for (const Edit& edit : fix.edits) {
    ASSERT_LE(in_before, edit.span.begin) << "edits are sorted and disjoint";
    const std::size_t kept = edit.span.begin - in_before;
    EXPECT_EQ(before.substr(in_before, kept), after.substr(in_after, kept));
    EXPECT_EQ(after.substr(in_after + kept, edit.text.size()), edit.text);
    in_before = edit.span.end;
    in_after += kept + edit.text.size();
  }
  EXPECT_EQ(before.substr(in_before), after.substr(in_after));
}

class Fixes {
 public:
  explicit Fixes(Applicability boldest) : boldest_(boldest) {}

  void try_on(const Input& input) {
    SCOPED_TRACE(input.name);
    CheckOptions every = input.options;
    every.every_finding = true;
    const FileResult before = check_file(input.source, every);
    for (const Finding& finding : before.findings)
      if (const Fix* fix = usable_fix(finding, boldest_))
        try_alone(input, every, before, finding, *fix);
    try_together(input, every, before);
  }

  std::size_t tried() const { return tried_; }
  /// By rule, the fixes that bring another finding to light, so that they are not applied.
  const std::map<std::string, std::vector<std::string>>& rejected() const { return rejected_; }

 private:
  void try_alone(const Input& input, const CheckOptions& every, const FileResult& before,
                 const Finding& finding, const Fix& fix) {
    ++tried_;
    const std::string bytes = apply_edits(input.source->bytes(), fix.edits);
    expect_only_edits(input.source->bytes(), fix, bytes);
    EXPECT_NE(bytes, input.source->bytes()) << describe(finding) << " is fixed by nothing";
    const FileResult after =
        check_file(std::make_shared<const SourceFile>(input.source->path(), bytes), every);
    const Finding* const fixed[] = {&finding};
    EXPECT_LT(count(after, finding), count(before, finding))
        << describe(finding) << " is still there:\n"
        << bytes;
    for (const Finding& found : after.findings) {
      if (!found.rule.starts_with("syntax/")) continue;
      EXPECT_EQ(count(after, found), count(before, found)) << describe(found);
    }
    if (!is_improvement(before, after, fixed))
      rejected_[finding.rule].push_back(fmt::format("{}: {}\n before:{}\n after:{}", input.name,
                                                    describe(finding), describe(before),
                                                    describe(after)));
  }

  void try_together(const Input& input, const CheckOptions& every, const FileResult& before) {
    const FixedFile fixed = fix_file(input.source, input.options, boldest_);
    if (!fixed.after) return;
    const FileResult after = check_file(fixed.after->source, every);
    EXPECT_TRUE(is_improvement(before, after, {}))
        << describe(before) << "\nafter" << describe(after);
    EXPECT_LT(after.findings.size(), before.findings.size());
    EXPECT_FALSE(fix_file(fixed.after->source, input.options, boldest_).after)
        << "fixing twice changes more:\n"
        << fixed.after->source->bytes();
  }

  Applicability boldest_;
  std::size_t tried_ = 0;
  std::map<std::string, std::vector<std::string>> rejected_;
};

/// With the rule itself on, whatever its profiles.
CheckOptions options_of(const Example& example, std::string_view rule) {
  CheckOptions options;
  options.rules = std::make_shared<const RuleChoice>(std::vector<const Profile*>(),
                                                     std::vector<std::string>{std::string(rule)});
  if (!example.kafka.empty()) options.versions = *kafka::parse_version_request(example.kafka);
  if (!example.role.empty()) options.role = kafka::parse_role(example.role);
  options.require_reason = example.require_reason;
  return options;
}

std::vector<Input> examples() {
  std::vector<Input> inputs;
  for (const Rule& rule : rules()) {
    const std::string text = bytes_of(fmt::format("{}/rules/{}.md", KAFLINT_ROOT, rule.id));
    std::vector<RuleFileProblem> problems;
    const RuleFile file = read_rule_file(text, problems);
    for (const Example& example : file.examples) {
      const std::string_view content =
          std::string_view(text).substr(example.content.begin, example.content.size());
      const auto line = std::count(text.begin(), text.begin() + example.content.begin, '\n');
      inputs.push_back({fmt::format("rules/{}.md:{}", rule.id, line),
                        std::make_shared<const SourceFile>(
                            example.file_name, read_marked_text(content, rule.id, problems).text),
                        options_of(example, rule.id)});
    }
  }
  return inputs;
}

std::vector<Input> files_below(const fs::path& folder) {
  std::vector<Input> inputs;
  CheckOptions options;
  options.read_projects();
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string path = entry.path().string();
    if (!entry.is_regular_file() || !dialect::has_known_extension(path)) continue;
    std::string bytes = bytes_of(entry.path());
    if (!dialect::may_hold_settings(path, bytes)) continue;
    inputs.push_back({path, std::make_shared<const SourceFile>(path, std::move(bytes)), options});
  }
  std::ranges::sort(inputs, {}, &Input::name);
  return inputs;
}

/// Kafka then reads a value that nothing has read so far, and which may have findings of its own.
/// The fix is not applied then, but still offered.
constexpr std::array<std::string_view, 4> kMakeKafkaRead = {
    "any/misspelt-key", "docker/lower-case-name", "docker/name-of-another-image",
    "spring/misplaced-key"};

void expect_rejected(const Fixes& fixes) {
  for (const auto& [rule, cases] : fixes.rejected())
    if (std::ranges::find(kMakeKafkaRead, rule) == kMakeKafkaRead.end())
      for (const std::string& each : cases) ADD_FAILURE() << "no improvement: " << each;
}

std::string mode(const testing::TestParamInfo<Applicability>& info) {
  return info.param == Applicability::safe ? "Safe" : "Unsafe";
}

class EveryFix : public testing::TestWithParam<Applicability> {};

TEST_P(EveryFix, ImprovesTheExamples) {
  Fixes fixes(GetParam());
  for (const Input& input : examples()) fixes.try_on(input);
  EXPECT_GE(fixes.tried(), 16U);
  expect_rejected(fixes);
}

TEST_P(EveryFix, ImprovesTheFixtures) {
  Fixes fixes(GetParam());
  for (const Input& input : files_below(fs::path(KAFLINT_ROOT) / "fixtures")) fixes.try_on(input);
  EXPECT_GT(fixes.tried(), 20U);
  expect_rejected(fixes);
}

TEST_P(EveryFix, ImprovesTheCorpus) {
  const char* given = std::getenv("KAFLINT_CORPUS");
  const fs::path corpus =
      given ? fs::path(given) : fs::path(KAFLINT_ROOT).parent_path() / "shared" / "corpus";
  if (!fs::is_directory(corpus)) GTEST_SKIP() << "there is no corpus in " << corpus;
  Fixes fixes(GetParam());
  for (const Input& input : files_below(corpus)) fixes.try_on(input);
  expect_rejected(fixes);
}

INSTANTIATE_TEST_SUITE_P(Fixing, EveryFix,
                         testing::Values(Applicability::safe, Applicability::unsafe), mode);

}  // namespace
}  // namespace kaflint::policy
