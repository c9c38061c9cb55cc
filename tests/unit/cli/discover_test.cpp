// Walking folders of a scratch tree.
#include "linter/cli/discover.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace kaflint::cli {
namespace {

namespace fs = std::filesystem;

class Discover : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "kaflint-discover-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    root_ = pattern;
    before_ = fs::current_path();
    fs::current_path(root_);
  }
  void TearDown() override {
    fs::current_path(before_);
    fs::remove_all(root_);
  }
  static void write(const std::string& path, const std::string& text = "") {
    if (const fs::path parent = fs::path(path).parent_path(); !parent.empty())
      fs::create_directories(parent);
    std::ofstream(path, std::ios::binary) << text;
  }
  static std::vector<std::string> found(const std::vector<std::string>& paths,
                                        const DiscoverOptions& options = {}) {
    std::vector<std::string> out;
    for (const FoundFile& file : discover(paths, options).files) out.push_back(file.path);
    return out;
  }

  fs::path root_;
  fs::path before_;
};

using Paths = std::vector<std::string>;

TEST_F(Discover, SortsAndSkipsWhatIsNobodysSource) {
  for (const char* path : {"b/x.yml", "b/a.yml", "a.yml", ".git/config", ".idea/x.yml",
                           "node_modules/m/x.yml", "b/target/x.yml", "build/x.yml", ".env"})
    write(path);
  EXPECT_EQ(found({"."}), (Paths{".env", "a.yml", "b/a.yml", "b/x.yml"}));
  EXPECT_EQ(found({"./b/"}), (Paths{"./b/a.yml", "./b/x.yml"}));
  EXPECT_EQ(found({"build"}), (Paths{"build/x.yml"})) << "a given folder is walked";
}

TEST_F(Discover, LinksNeverLoop) {
  write("a/x.yml");
  fs::create_directory_symlink("..", "a/up");
  fs::create_symlink("x.yml", "a/y.yml");
  fs::create_symlink("nowhere", "a/z.yml");
  EXPECT_EQ(found({"."}), (Paths{"a/x.yml", "a/y.yml"}));
}

TEST_F(Discover, GitignoreOfEveryFolder) {
  write(".gitignore", "*.tmp.yml\n/gen/\n");
  write("a.tmp.yml");
  write("gen/x.yml");
  write("sub/gen/x.yml");
  write("sub/.gitignore", "!b.tmp.yml\nlocal.yml\n");
  write("sub/b.tmp.yml");
  write("sub/local.yml");
  write("local.yml");
  EXPECT_EQ(found({"."}),
            (Paths{".gitignore", "local.yml", "sub/.gitignore", "sub/b.tmp.yml", "sub/gen/x.yml"}));
  DiscoverOptions all;
  all.use_gitignore = false;
  EXPECT_EQ(found({"."}, all).size(), 8U);
}

TEST_F(Discover, GitignoreAboveTheWalk) {
  fs::create_directory(".git");
  write(".git/info/exclude", "secret.yml\n");
  write(".gitignore", "/sub/gen\n*.log.yml\n");
  write("sub/gen/x.yml");
  write("sub/a.log.yml");
  write("sub/secret.yml");
  write("sub/ok.yml");
  EXPECT_EQ(found({"sub"}), (Paths{"sub/ok.yml"}));
  EXPECT_EQ(found({"sub/a.log.yml"}), (Paths{"sub/a.log.yml"})) << "a given file is always read";
  fs::current_path("sub");
  EXPECT_EQ(found({"."}), (Paths{"ok.yml"}));
  EXPECT_EQ(found({"../sub"}), (Paths{"../sub/ok.yml"}));
}

TEST_F(Discover, Excludes) {
  write("a/x.yml");
  write("a/b/y.yml");
  write("c/x.yml");
  EXPECT_EQ(found({"."}, {{"/a/b"}, true}), (Paths{"a/x.yml", "c/x.yml"}));
  EXPECT_EQ(found({"./a"}, {{"a/b/**"}, true}), (Paths{"./a/x.yml"}));
  EXPECT_EQ(found({"."}, {{"x.yml"}, true}), (Paths{"a/b/y.yml"}));
}

TEST_F(Discover, EachFileOnce) {
  write("a.yml");
  const Discovery got = discover({"a.yml", ".", "./a.yml"}, {});
  ASSERT_EQ(got.files.size(), 1U);
  EXPECT_TRUE(got.files[0].given);
}

TEST_F(Discover, WhatIsMissingIsAnErrorAndStopsNothing) {
  write("a.yml");
  const Discovery got = discover({"nowhere", "a.yml"}, {});
  ASSERT_EQ(got.errors.size(), 1U);
  EXPECT_EQ(got.errors[0].path, "nowhere");
  EXPECT_EQ(got.errors[0].message, "no such file or directory");
  EXPECT_EQ(got.files.size(), 1U);
}

}  // namespace
}  // namespace kaflint::cli
