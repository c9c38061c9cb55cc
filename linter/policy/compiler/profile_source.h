// One profile of rules/profiles: what it is for, and how it differs from what its rules say.
//
//     summary: what a team cares about that must not lose records
//     everything: true            # every rule that is in any profile
//     levels:
//       producer/one-acknowledgement: error
//       any/deprecated-key: off
//
// Which rules are in it is said by the rules.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "linter/finding/finding.h"
#include "linter/policy/rule_file.h"

namespace kaflint::policy::compiler {

struct ProfileSource {
  std::string name;  // the file's, without `.yaml`
  std::string path;
  std::string text;
  std::string summary;
  bool everything = false;
  std::map<std::string, std::optional<Level>> levels;  // by rule; nothing for `off`
  std::vector<RuleFileProblem> problems;
};

/// What is wrong is in `problems`. yaml-cpp's exceptions end here.
ProfileSource read_profile(std::string name, std::string path, std::string text);

}  // namespace kaflint::policy::compiler
