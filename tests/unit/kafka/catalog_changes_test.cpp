// The compiled catalog against the changes between neighbouring releases, which were read from the
// released jars by another program than rules/catalog/extract (fixtures/kafka/key-changes.tsv).
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

#include "linter/kafka/catalog.h"

namespace kaflint::kafka {
namespace {

/// The numbers and the names of keys in each column `what` of one step between two releases.
using Changes = std::map<std::string, std::string>;
using Step = std::tuple<std::string, std::string, std::string>;  // role, from, to

std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> result;
  std::istringstream in(line);
  for (std::string cell; std::getline(in, cell, '\t');) result.push_back(cell);
  return result;
}

std::map<Step, Changes> recorded_steps() {
  std::ifstream in(KAFLINT_ROOT "/fixtures/kafka/key-changes.tsv");
  std::map<Step, Changes> steps;
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    const std::vector<std::string> row = cells(line);
    steps[{row.at(0), row.at(1), row.at(2)}][row.at(3)] = row.at(4);
  }
  return steps;
}

void note(Changes& changes, const std::string& what, std::string_view key) {
  std::string& keys = changes[what];
  keys += (keys.empty() ? "" : ",") + std::string(key);
}

/// Before 1.1 nothing was dynamic, which the recorded steps do not count as a change.
constexpr Version kFirstDynamic(1, 1, 0);

Changes changes_between(const RoleCatalog& catalog, Version from, Version to) {
  Changes changes;
  changes["size"] = std::to_string(catalog.size(to));
  for (std::string_view key : catalog.all_keys()) {
    const auto before = catalog.find(key, from);
    const auto after = catalog.find(key, to);
    if (!before && after) note(changes, "added", key);
    if (before && !after) note(changes, "removed", key);
    if (!before || !after) continue;
    if (before->type() != after->type()) note(changes, "type", key);
    if (before->required() != after->required() || before->default_text() != after->default_text())
      note(changes, "default", key);
    if (from >= kFirstDynamic && before->dynamic_scope() != after->dynamic_scope())
      note(changes, "update-mode", key);
  }
  return changes;
}

TEST(CatalogChanges, EveryRecordedStepAddsRemovesAndChangesTheSameKeys) {
  const std::map<Step, Changes> steps = recorded_steps();
  EXPECT_EQ(steps.size(), 200U);
  for (const auto& [step, recorded] : steps) {
    const auto& [role, from, to] = step;
    EXPECT_EQ(changes_between(catalog(parse_role(role).value()), Version::parse(from).value(),
                              Version::parse(to).value()),
              recorded)
        << role << ' ' << from << " -> " << to;
  }
}

// A step that is not recorded is one in which nothing of this happened.
TEST(CatalogChanges, ClientsHaveNoOtherStepWithNewOrLostKeys) {
  const std::map<Step, Changes> steps = recorded_steps();
  for (Role role : {Role::producer, Role::consumer, Role::share_consumer, Role::admin})
    for (std::size_t i = 1; i < known_releases().size(); ++i) {
      const Version from = known_releases()[i - 1];
      const Version to = known_releases()[i];
      if (!catalog(role).exists_in(from) ||
          steps.contains({std::string(to_string(role)), from.to_string(), to.to_string()}))
        continue;
      const Changes changes = changes_between(catalog(role), from, to);
      EXPECT_EQ(changes, (Changes{{"size", changes.at("size")}}))
          << to_string(role) << ' ' << from.to_string() << " -> " << to.to_string();
    }
}

}  // namespace
}  // namespace kaflint::kafka
