// The rule table: what every rule file in rules/ says, compiled in.
#pragma once

#include <array>
#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/constraint/ast.h"
#include "linter/dialect/unit.h"
#include "linter/finding/finding.h"

namespace kaflint::policy {

/// What a rule demands in the constraint language; empty for one that is found by C++.
struct Demand {
  constraint::ProgramView when;     // no nodes: always
  constraint::ProgramView require;  // where this is false, there is a finding
  /// The named keys, and names such as `partitions`; the first one is what a finding is about.
  std::span<const std::string_view> keys;
  std::string_view fix_key;  // empty when there is no fix
  std::string_view fix_value;

  bool exists() const { return !require.nodes.empty(); }
};

struct Selector;

/// Of every policy's id, and of no rule of kaflint's own.
inline constexpr std::string_view kPolicyFolder = "policy/";

struct Rule {
  std::string_view id;
  std::string_view summary;
  std::span<const Consequence> consequences;  // the first is the usual one
  std::span<const kafka::Role> roles;         // empty: any role, or none at all
  std::string_view versions;                  // as written: `3.0.1..3.0.2, 3.1.1..`; empty for all
  Level level;
  /// `acks={value} switches idempotence off ...`: {name} is an argument of the diagnostic.
  std::string_view message;
  std::span<const std::string_view> references;
  std::string_view page;                       // Markdown: what `explain` shows, examples included
  std::span<const std::string_view> profiles;  // in any of which it is on; empty: always on
  Demand demand;
  const Selector* selector = nullptr;  // of a policy
};

/// Arguments of a message that every finding has: about the first of the keys, and the versions.
inline constexpr std::array<std::string_view, 4> kFindingArguments = {"key", "value", "kafka",
                                                                      "role"};

/// A rule's `kafka`: comma-separated versions and intervals, whose ends may be open; every release
/// for an empty text. The error says what is wrong.
std::expected<kafka::VersionSet, std::string> parse_rule_versions(std::string_view text);

std::span<const Rule> rules();               // sorted by id
const Rule* find_rule(std::string_view id);  // null for an unknown id
/// Rules with ids near to `id`, nearest first, at most three.
std::vector<std::string_view> similar_rules(std::string_view id);

/// Replaces {name} by the argument of that name, made fit for one line: control characters are
/// escaped, long ones cut in the middle. A doubled brace stands for itself. A placeholder without
/// an argument is a bug.
std::string render_message(const Rule& rule, const kafka::Arguments& arguments);

}  // namespace kaflint::policy
