// Replacing a file's bytes only while they are what was read.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <iterator>

#include "linter/cli/output.h"
#include "tests/unit/source/bytes_of.h"
#include "tests/unit/source/temporary_folder.h"

namespace kaflint::cli {
namespace {

namespace fs = std::filesystem;

class ReplaceContents : public TemporaryFolder {
 protected:
  void SetUp() override {
    TemporaryFolder::SetUp();
    write("old\n");
  }

  void write(const std::string& text) const { TemporaryFolder::write("a.properties", text); }
  std::string path() const { return at("a.properties"); }
  std::string content() const { return bytes_of(path()); }
  std::ptrdiff_t files() const {
    return std::distance(fs::directory_iterator(folder_), fs::directory_iterator());
  }
};

TEST_F(ReplaceContents, WhatWasReadIsReplaced) {
  EXPECT_EQ(replace_contents(path(), "old\n", "new\n"), std::nullopt);
  EXPECT_EQ(content(), "new\n");
  EXPECT_EQ(files(), 1);
}

TEST_F(ReplaceContents, WhatSomebodyElseChangedIsLeftAlone) {
  write("theirs\n");
  EXPECT_EQ(replace_contents(path(), "old\n", "new\n"),
            "was changed by somebody else in the meantime");
  write("theirs, and far longer than both of ours\n");
  EXPECT_EQ(replace_contents(path(), "old\n", "new\n"),
            "was changed by somebody else in the meantime");
  EXPECT_EQ(content(), "theirs, and far longer than both of ours\n");
  EXPECT_EQ(files(), 1);
}

TEST_F(ReplaceContents, WhatIsThereAlreadyIsNoError) {
  write("new\n");
  EXPECT_EQ(replace_contents(path(), "old\n", "new\n"), std::nullopt);
  EXPECT_EQ(files(), 1);
}

TEST_F(ReplaceContents, AFileThatIsGone) {
  fs::remove(path());
  EXPECT_EQ(replace_contents(path(), "old\n", "new\n"), "no such file or directory");
  EXPECT_EQ(files(), 0);
}

TEST_F(ReplaceContents, BitsOfTheModeStay) {
  ASSERT_EQ(::chmod(path().c_str(), 04711), 0);
  EXPECT_EQ(replace_contents(path(), "old\n", "new\n"), std::nullopt);
  struct stat status = {};
  ASSERT_EQ(::stat(path().c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777U, 04711U);
}

}  // namespace
}  // namespace kaflint::cli
