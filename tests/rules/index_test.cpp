// rules/README.md is what compile_rules makes of the rule files.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "linter/policy/compiler/write.h"
#include "linter/policy/profile.h"
#include "linter/policy/rule_source.h"

namespace kaflint::policy {
namespace {

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(RuleIndex, IsFresh) {
  const std::string folder = KAFLINT_ROOT "/rules/";
  std::vector<RuleSource> sources;
  for (const Rule& rule : rules()) {
    const std::string id(rule.id);
    sources.push_back(read_rule_source(id, id + ".md", read_file(folder + id + ".md")));
  }
  std::vector<compiler::ProfileSource> known;
  for (const Profile& profile : profiles()) {
    const std::string name(profile.name);
    known.push_back(compiler::read_profile(name, name + ".yaml",
                                           read_file(folder + "profiles/" + name + ".yaml")));
  }
  EXPECT_EQ(read_file(folder + "README.md"), compiler::write_index(sources, known))
      << "the index is stale: `cmake --build BUILD --target rule_index` makes it anew";
}

}  // namespace
}  // namespace kaflint::policy
