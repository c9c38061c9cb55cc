// Every recorded answer of the real Kafka, against kaflint's.
#include <gtest/gtest.h>

#include <map>

#include "linter/kafka/catalog.h"
#include "tests/referee/compare.h"
#include "tests/referee/judge.h"
#include "tests/referee/recording.h"

namespace kaflint::referee {
namespace {

std::string file_of(kafka::Role role) {
  return std::string(KAFLINT_ROOT "/fixtures/referee/") + std::string(kafka::to_string(role)) +
         ".jsonl.gz";
}

class Recorded : public testing::TestWithParam<kafka::Role> {};

TEST_P(Recorded, AnswersOfKafkaAreKaflintsToo) {
  std::size_t compared = 0;
  std::size_t different = 0;
  read_recording(file_of(GetParam()), [&](const Case& test, const Answer& kafka) {
    ++compared;
    for (const Difference& difference : compare(test, kafka, judge(test))) {
      if (++different <= 20)
        ADD_FAILURE() << kafka::to_string(test.role) << " " << test.release.to_string() << "\n  "
                      << to_json(test)["config"].dump(-1, ' ', true)
                      << "\n  expected: " << difference.expected
                      << "\n  actual:   " << difference.actual;
    }
  });
  EXPECT_EQ(different, 0U) << "of " << compared << " recorded cases";
  EXPECT_GE(compared, 300U);
}

TEST_P(Recorded, AnswersAreOfManyReleases) {
  std::map<kafka::Version, std::size_t> releases;
  read_recording(file_of(GetParam()),
                 [&](const Case& test, const Answer&) { ++releases[test.release]; });
  const kafka::RoleCatalog catalog = kafka::catalog(GetParam());
  std::size_t lines = 0;
  for (const kafka::Version release : kafka::known_releases())
    if (catalog.exists_in(release)) ++lines;
  EXPECT_GE(releases.size(), std::min<std::size_t>(lines / 2, 12));
}

std::string name_of(const testing::TestParamInfo<kafka::Role>& info) {
  std::string name(kafka::to_string(info.param));
  std::erase(name, '-');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Role, Recorded, testing::ValuesIn(kafka::kAllRoles), name_of);

}  // namespace
}  // namespace kaflint::referee
