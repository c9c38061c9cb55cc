// A project on disk for the tests of its readers.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "linter/project/build_facts.h"
#include "linter/source/project_files.h"
#include "tests/unit/source/temporary_folder.h"

namespace kaflint::project {

class ProjectFolder : public TemporaryFolder {
 protected:
  void SetUp() override {
    TemporaryFolder::SetUp();
    write(".git/HEAD", "");
  }

  /// `3.6.1 at pom.xml:8`, `unknown at pom.xml:8`, `unsaid`.
  std::string shown(const std::optional<Fact>& fact) const {
    if (!fact) return "unsaid";
    const std::string text = fact->text.empty() ? "unknown" : fact->text;
    const std::string path = std::filesystem::path(fact->path).lexically_relative(folder_).string();
    return text + " at " + path + ":" + std::to_string(fact->line);
  }
};

}  // namespace kaflint::project
