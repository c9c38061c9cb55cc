// One rule file, of kaflint's own or of an organisation's, with everything in it understood and
// checked.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/constraint/checker.h"
#include "linter/finding/finding.h"
#include "linter/policy/rule_file.h"

namespace kaflint::policy {

/// `when` or `require`.
struct RuleCondition {
  std::string text;
  std::uint32_t begin = 0;  // of the value in the file: where its first character or quote stands
  constraint::Checked checked;
};

/// `fix: KEY=VALUE`
struct RuleFix {
  std::string key;
  std::string value;
};

/// A rule of kaflint's own, or an organisation's policy: that has selectors, is in no profile and
/// is always found by its constraint, and only there are consequence, references, page and examples
/// optional.
enum class RuleKind : std::uint8_t { own, policy };

/// What a policy is about, beside role and version.
struct PolicySelectors {
  std::vector<std::string> paths;  // as in .gitignore
  std::map<std::string, std::string> labels;
  std::string topic;  // a glob
};

struct RuleSource {
  RuleKind kind = RuleKind::own;
  std::string id;    // the path below rules/ without `.md`
  std::string path;  // as given to the compiler, for messages
  std::string text;  // the file's bytes
  std::string summary;
  std::vector<Consequence> consequences;
  std::vector<std::string> roles;  // names, as in --role
  std::string versions;
  std::optional<Level> level;
  std::string message;
  std::vector<std::string> references;
  std::vector<std::string> profiles;
  std::optional<RuleCondition> when;
  std::optional<RuleCondition> require;
  std::string key;  // as written; empty where the constraints say which
  std::optional<RuleFix> fix;
  PolicySelectors selectors;
  std::string page;
  std::vector<Example> examples;
  std::vector<RuleFileProblem> problems;
};

/// Takes a rule file apart and checks it; what is wrong is in `problems`.
RuleSource read_rule_source(std::string id, std::string path, std::string text,
                            RuleKind kind = RuleKind::own);

/// The keys that a rule with `require` is about: `key`, then those that `require` and `when` name,
/// then what they ask about beside keys, such as `partitions`.
std::vector<std::string> keys_of(const RuleSource& rule);

// The steps of read_rule_source.

/// Reads the front matter into `rule`. yaml-cpp's exceptions end here.
void read_front_matter(std::string_view front_matter, std::uint32_t begin, RuleSource& rule);

/// Checks `when`, `require`, `key` and `fix` against the keys of the rule's roles and versions.
void check_conditions(RuleSource& rule);

/// What a message, summary or example lacks in form. Appends to the rule's problems.
void check_style(RuleSource& rule);

}  // namespace kaflint::policy
