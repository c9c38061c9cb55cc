#include "linter/policy/configuration_finder.h"

#include <fmt/format.h>

#include "tests/unit/source/temporary_folder.h"

namespace kaflint::policy {
namespace {

using Lines = std::vector<std::string>;

class Finder : public TemporaryFolder {
 protected:
  /// `first version path`, or `none`.
  std::string found(const std::string& path) const {
    const Configured configured = finder_.of(at(path));
    if (!configured.configuration) return "none";
    const auto& kafka = configured.configuration->kafka;
    return fmt::format("{} {}", kafka.empty() ? "-" : kafka.back().versions.to_string(),
                       configured.path);
  }
  /// `file:line:column: text`, files relative to the folder.
  Lines problems() const {
    Lines lines;
    for (const ConfigurationProblem& problem : finder_.problems())
      lines.push_back(fmt::format("{}:{}:{}: {}", inside(problem.place.file), problem.place.line,
                                  problem.place.column, inside(problem.text)));
    return lines;
  }
  std::string inside(std::string text) const {
    const std::string folder = std::filesystem::canonical(folder_).string() + "/";
    for (std::size_t i = text.find(folder); i != std::string::npos; i = text.find(folder))
      text.erase(i, folder.size());
    return text;
  }

  ConfigurationFinder finder_;
};

TEST_F(Finder, TheNearestUpwards) {
  write(".git/HEAD", "");
  write(".kaflint.yaml", "kafka: 3.6.0\n");
  write("a/b/c/x", "");
  write("a/d/.kaflint.yaml", "kafka: 3.7.0\n");
  EXPECT_EQ(found("x"), "3.6.0 x");
  EXPECT_EQ(found("a/b/c/x"), "3.6.0 a/b/c/x");
  EXPECT_EQ(found("a/d/x"), "3.7.0 x");
  EXPECT_EQ(found("a/b/../d/x"), "3.7.0 x");
  EXPECT_EQ(found("missing/x"), "none");
  EXPECT_EQ(finder_.of_folder(at("a/b/")).path, "a/b/");
  EXPECT_EQ(finder_.of_folder(at("")).path, "");
  EXPECT_EQ(finder_.found().size(), 2U);
}

TEST_F(Finder, NoFurtherThanTheRepository) {
  write(".kaflint.yaml", "kafka: 3.6.0\n");
  write("a/.git/HEAD", "");
  write("a/b/x", "");
  EXPECT_EQ(found("a/b/x"), "none");
}

TEST_F(Finder, LinksAreFollowedBefore) {
  write("a/.kaflint.yaml", "kafka: 3.6.0\n");
  write("a/b/x", "");
  std::filesystem::create_directory_symlink(folder_ / "a" / "b", folder_ / "link");
  EXPECT_EQ(found("link/x"), "3.6.0 b/x");
}

TEST_F(Finder, WhatLiesInAKnownFolderMayBeALinkOrMissing) {
  write(".git/HEAD", "");
  write(".kaflint.yaml", "kafka: 3.8.0\n");
  write("a/.kaflint.yaml", "kafka: 3.6.0\n");
  write("a/b/x", "");
  std::filesystem::create_directory_symlink(folder_ / "a" / "b", folder_ / "link");
  EXPECT_EQ(finder_.of_folder(at("")).path, "");
  EXPECT_EQ(found("link/x"), "3.6.0 b/x");
  EXPECT_EQ(found("a/x"), "3.6.0 x");
  EXPECT_EQ(found("a/b/x"), "3.6.0 b/x");
  EXPECT_EQ(found("a/../x"), "3.8.0 x");
  EXPECT_EQ(found("missing/x"), "none");
}

TEST_F(Finder, ExtendsFilesRelativeToTheOneThatNamesThem) {
  write("a/.kaflint.yaml", "extends: [../one.yaml, ../shared/two.yaml]\n");
  write("one.yaml", "kafka: 3.6.0\nrequire-reason: true\n");
  write("shared/two.yaml", "extends: three.yaml\nkafka: 3.7.0\n");
  write("shared/three.yaml", "kafka: 3.8.0\nbaseline: known.yaml\n");
  EXPECT_EQ(found("a/x"), "3.7.0 x") << "the last one is the strongest";
  const auto configuration = finder_.of(at("a/x")).configuration;
  EXPECT_EQ(configuration->require_reason, true);
  EXPECT_EQ(inside(configuration->baseline->path), "shared/known.yaml");
  Lines extended;
  for (const std::string& each : configuration->extended) extended.push_back(inside(each));
  EXPECT_EQ(extended, (Lines{"shared/two.yaml", "shared/three.yaml", "one.yaml"}));
  EXPECT_EQ(problems(), Lines{});
}

TEST_F(Finder, WhatCannotBeExtended) {
  write(".kaflint.yaml", "extends: [a.yaml, none.yaml, folder]\nkafka: 3.6.0\n");
  write("a.yaml", "extends: .kaflint.yaml\n");
  write("folder/x", "");
  EXPECT_EQ(found("x"), "3.6.0 x");
  EXPECT_EQ(problems(), (Lines{".kaflint.yaml:1:19: cannot read `none.yaml`: no such file or "
                               "directory",
                               ".kaflint.yaml:1:30: cannot read `folder`: is a directory",
                               "a.yaml:1:10: `.kaflint.yaml` extends itself"}));
}

TEST_F(Finder, NoEndlessExtending) {
  std::string all = "extends: [";
  for (int i = 0; i < 40; ++i) {
    write(fmt::format("{}.yaml", i), "");
    all += fmt::format("{}.yaml, ", i);
  }
  write(".kaflint.yaml", all + "]\n");
  EXPECT_EQ(found("x"), "- x");
  ASSERT_FALSE(problems().empty());
  EXPECT_EQ(problems().front(), ".kaflint.yaml:1:11: extends more than 31 files");
}

TEST_F(Finder, MistakesKeepTheRest) {
  write(".kaflint.yaml", "kafka: 3.6.0\nroels: 1\n");
  EXPECT_EQ(found("x"), "3.6.0 x");
  EXPECT_EQ(problems(), Lines{".kaflint.yaml:2:1: unknown key `roels`; did you mean `roles`?"});
}

TEST_F(Finder, AReasonCanBeRequiredByWhatIsExtended) {
  write(".kaflint.yaml", "extends: base.yaml\nsuppressions:\n  - paths: a/\n");
  write("base.yaml", "require-reason: true\n");
  (void)found("x");
  EXPECT_EQ(problems(), Lines{".kaflint.yaml:3:5: has no `reason`, which `require-reason` asks "
                              "for"});
}

}  // namespace
}  // namespace kaflint::policy
