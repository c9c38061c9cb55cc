// Which rules are on for a file: what the command line chose, and the profiles and policies
// of its configuration.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "linter/policy/configuration.h"
#include "linter/policy/profile.h"

namespace kaflint::policy {

/// Loads each set of policies once. Safe from several threads.
class RuleChooser {
 public:
  /// `policies` are files and folders.
  explicit RuleChooser(std::vector<const Profile*> profiles = {},
                       std::vector<std::string> policies = {});

  /// What the command line chose alone.
  std::shared_ptr<const RuleChoice> chosen() const { return chosen_; }
  std::shared_ptr<const RuleChoice> of(const Configured& configured) const;

  /// What is wrong with the policies that were loaded so far, and names of policies that their
  /// configurations name and that do not exist. Sorted.
  std::vector<ConfigurationProblem> problems() const;

 private:
  std::vector<const Profile*> profiles_;
  std::vector<std::string> policies_;
  std::shared_ptr<const RuleChoice> chosen_;
  mutable std::mutex mutex_;
  using Configurations =
      std::unordered_map<std::shared_ptr<const Configuration>, std::shared_ptr<const RuleChoice>>;
  mutable Configurations configured_;
};

}  // namespace kaflint::policy
