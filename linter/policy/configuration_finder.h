// Which configuration holds for a file: the nearest `.kaflint.yaml` above it.
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "linter/policy/configuration.h"

namespace kaflint::policy {

/// Searches upwards from the file's folder, links followed, to the first folder that holds a
/// `.kaflint.yaml`, at the latest to the one that holds `.git`. Reads each configuration once and
/// keeps it as long as this object lives. Safe from several threads.
class ConfigurationFinder {
 public:
  static constexpr std::size_t kSizeLimit = std::size_t{1} << 20;
  static constexpr std::size_t kMostFiles = 32;  // of one configuration with what it extends

  /// `path` as the user gave it.
  Configured of(std::string_view path) const;
  /// The same for what lies in the folder `prefix`, which is empty or ends with `/`; the result's
  /// path is then such a prefix.
  Configured of_folder(std::string_view prefix) const;

  /// What is wrong with those that were read so far, sorted.
  std::vector<ConfigurationProblem> problems() const;
  /// Those that were read so far, by path.
  std::vector<std::shared_ptr<const Configuration>> found() const;

 private:
  struct Nearest {
    std::shared_ptr<const Configuration> configuration;  // null: none
    std::string folder;                                  // that it stands in
  };

  struct Folder {
    Configured configured;
    std::string real;  // the folder, links followed; empty where there is none
  };

  std::shared_ptr<const Configuration> read(const std::string& path) const;
  const Nearest& nearest(const std::string& folder) const;
  std::string real_folder(const std::string& prefix) const;

  mutable std::mutex mutex_;
  mutable std::unordered_map<std::string, Folder> folders_;   // as given
  mutable std::unordered_map<std::string, Nearest> nearest_;  // links followed
  mutable std::vector<std::shared_ptr<const Configuration>> found_;
  mutable std::vector<ConfigurationProblem> problems_;
};

}  // namespace kaflint::policy
