// A project on disk for the tests of its readers.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

#include "linter/project/build_facts.h"
#include "linter/source/project_files.h"

namespace kaflint::project {

class ProjectFolder : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::path(::testing::TempDir()) /
              ("project_" + std::to_string(::getpid()) + "_" + test->name());
    std::filesystem::remove_all(folder_);
    write(".git/HEAD", "");
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void write(const std::string& name, const std::string& text) const {
    const std::filesystem::path path = folder_ / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
  }
  std::string at(const std::string& name) const { return (folder_ / name).string(); }

  /// `3.6.1 at pom.xml:8`, `unknown at pom.xml:8`, `unsaid`.
  std::string shown(const std::optional<Fact>& fact) const {
    if (!fact) return "unsaid";
    const std::string text = fact->text.empty() ? "unknown" : fact->text;
    const std::string path = std::filesystem::path(fact->path).lexically_relative(folder_).string();
    return text + " at " + path + ":" + std::to_string(fact->line);
  }

  std::filesystem::path folder_;
};

}  // namespace kaflint::project
