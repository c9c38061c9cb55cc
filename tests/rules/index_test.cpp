// rules/README.md is what compile_rules makes of the rule files.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "linter/policy/compiler/write.h"
#include "linter/policy/profile.h"
#include "linter/policy/rule_source.h"
#include "tests/unit/source/bytes_of.h"

namespace kaflint::policy {
namespace {

TEST(RuleIndex, IsFresh) {
  const std::string folder = KAFLINT_ROOT "/rules/";
  std::vector<RuleSource> sources;
  for (const Rule& rule : rules()) {
    const std::string id(rule.id);
    sources.push_back(read_rule_source(id, id + ".md", bytes_of(folder + id + ".md")));
  }
  std::vector<compiler::ProfileSource> known;
  for (const Profile& profile : profiles()) {
    const std::string name(profile.name);
    known.push_back(compiler::read_profile(name, name + ".yaml",
                                           bytes_of(folder + "profiles/" + name + ".yaml")));
  }
  EXPECT_EQ(bytes_of(folder + "README.md"), compiler::write_index(sources, known))
      << "the index is stale: `cmake --build BUILD --target rule_index` makes it anew";
}

}  // namespace
}  // namespace kaflint::policy
