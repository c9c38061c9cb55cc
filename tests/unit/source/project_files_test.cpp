// Which files around a file can be read, and which cannot.
#include "linter/source/project_files.h"

#include <sys/stat.h>

#include "tests/unit/source/temporary_folder.h"

namespace kaflint {
namespace {

namespace fs = std::filesystem;

class ProjectFilesTest : public TemporaryFolder {
 protected:
  void SetUp() override {
    TemporaryFolder::SetUp();
    write("secret.env", "outside");
    write("repo/.git/HEAD", "");
    write("repo/.env", "root");
    write("repo/deploy/compose.yml", "");
    write("repo/deploy/kafka.env", "KAFKA_BROKER_ID=1");
  }
  std::string read(const std::string& relative) const {
    const auto found = files_.read(at("repo/deploy/compose.yml"), relative);
    return found ? std::string(found->bytes()) : "absent";
  }

  ProjectFiles files_;
};

TEST_F(ProjectFilesTest, ReadsBesideAndAboveUpToTheRoot) {
  EXPECT_EQ(read("kafka.env"), "KAFKA_BROKER_ID=1");
  EXPECT_EQ(read("./../.env"), "root");
  EXPECT_EQ(read("absent.env"), "absent");
}

TEST_F(ProjectFilesTest, NamesTheFileByItsNormalPath) {
  EXPECT_EQ(files_.read(at("repo/deploy/compose.yml"), "../.env")->path(), at("repo/.env"));
}

TEST_F(ProjectFilesTest, ReadsNothingOutsideTheProject) {
  EXPECT_EQ(read("../../secret.env"), "absent");
  EXPECT_EQ(read(at("secret.env")), "absent");
  fs::create_symlink(at("secret.env"), at("repo/deploy/link.env"));
  EXPECT_EQ(read("link.env"), "absent");
}

TEST_F(ProjectFilesTest, ReadsNeitherFoldersNorPipes) {
  ASSERT_EQ(::mkfifo(at("repo/deploy/pipe").c_str(), 0600), 0);
  EXPECT_EQ(read("pipe"), "absent");
  EXPECT_EQ(read("../deploy"), "absent");
}

TEST_F(ProjectFilesTest, KeepsWhatWasRead) {
  EXPECT_EQ(read("kafka.env"), "KAFKA_BROKER_ID=1");
  write("repo/deploy/kafka.env", "changed");
  EXPECT_EQ(read("kafka.env"), "KAFKA_BROKER_ID=1");
}

TEST_F(ProjectFilesTest, NamesBeside) {
  EXPECT_EQ(files_.names_beside(at("repo/deploy/compose.yml")),
            (std::vector<std::string>{"compose.yml", "kafka.env"}));
}

TEST_F(ProjectFilesTest, UpwardsEndsAtTheRoot) {
  EXPECT_EQ(files_.upwards(at("repo/deploy/compose.yml")), (std::vector<std::string>{"", "../"}));
}

}  // namespace
}  // namespace kaflint
