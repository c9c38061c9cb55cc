// rules/upgrade/default_changes.yaml says something about every default that ever changed.
#include "linter/policy/default_changes.h"

#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <string>

#include "linter/kafka/catalog.h"

namespace kaflint::policy {
namespace {

/// What a message shows of one argument.
constexpr std::size_t kLongest = 120;

bool default_ever_changed(const kafka::RoleCatalog& catalog, std::string_view key) {
  std::optional<kafka::KeyDefinition> before;
  for (const kafka::KeyDefinition definition : catalog.history(key)) {
    if (definition.required() || definition.internal()) continue;
    if (before && before->default_text() != definition.default_text()) return true;
    before = definition;
  }
  return false;
}

TEST(DefaultChanges, AreAllDescribed) {
  for (const kafka::Role role : kafka::kAllRoles) {
    const kafka::RoleCatalog catalog = kafka::catalog(role);
    for (const std::string_view key : catalog.all_keys())
      if (default_ever_changed(catalog, key)) {
        EXPECT_NE(find_default_change(role, key), nullptr) << to_string(role) << " " << key;
      }
  }
}

TEST(DefaultChanges, DescribeNothingElse) {
  std::map<const DefaultChange*, bool> changed;
  for (const kafka::Role role : kafka::kAllRoles) {
    const kafka::RoleCatalog catalog = kafka::catalog(role);
    for (const std::string_view key : catalog.all_keys())
      if (const DefaultChange* change = find_default_change(role, key))
        changed[change] |= default_ever_changed(catalog, key);
  }
  for (const auto& [change, ever] : changed) EXPECT_TRUE(ever) << change->key << change->role;
}

TEST(DefaultChanges, FitIntoAMessage) {
  for (const kafka::Role role : kafka::kAllRoles)
    for (const std::string_view key : kafka::catalog(role).all_keys())
      if (const DefaultChange* change = find_default_change(role, key)) {
        EXPECT_LE(change->effect.size(), kLongest) << key;
        EXPECT_EQ(change->effect.empty(), change->matters == DefaultMatters::never) << key;
      }
}

TEST(DefaultChanges, DependOnTheRole) {
  EXPECT_NE(find_default_change(kafka::Role::consumer, "request.timeout.ms"),
            find_default_change(kafka::Role::admin, "request.timeout.ms"));
  EXPECT_EQ(find_default_change(kafka::Role::producer, "request.timeout.ms"), nullptr);
}

}  // namespace
}  // namespace kaflint::policy
