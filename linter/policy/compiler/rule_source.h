// One rule file as the compiler of the rule table understands it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/finding/finding.h"
#include "linter/policy/rule_file.h"

namespace kaflint::policy::compiler {

struct RuleSource {
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
  std::string page;
  std::vector<Example> examples;
  std::vector<RuleFileProblem> problems;
};

/// Takes a rule file apart and checks it; what is wrong is in `problems`.
RuleSource read_rule_source(std::string id, std::string path, std::string text);

/// Reads the front matter into `rule`. yaml-cpp's exceptions end here.
void read_front_matter(std::string_view front_matter, std::uint32_t begin, RuleSource& rule);

/// What a message, summary or example lacks in form. Appends to the rule's problems.
void check_style(RuleSource& rule);

/// rule_table.cpp: the definition of policy::rules(). Rules must be sorted by id.
std::string write_table(const std::vector<RuleSource>& rules);

/// rules/README.md: the index of all rules.
std::string write_index(const std::vector<RuleSource>& rules);

}  // namespace kaflint::policy::compiler
