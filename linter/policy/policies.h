// An organisation's own rules, loaded when the program runs: the format of rules/, minus C++.
#pragma once

#include <deque>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/policy/configuration.h"
#include "linter/policy/rule.h"
#include "linter/policy/rule_source.h"
#include "linter/policy/selector.h"

namespace kaflint::policy {

class Policies {
 public:
  static constexpr std::size_t kSizeLimit = std::size_t{1} << 20;  // of one file

  Policies() = default;
  Policies(Policies&&) = default;
  Policies& operator=(Policies&&) = default;
  Policies(const Policies&) = delete;  // what it holds views itself
  Policies& operator=(const Policies&) = delete;

  /// Files and folders, those of the command line and those that a configuration names, which the
  /// paths of their policies are relative to. A policy's id is `policy/` and the file's name
  /// without
  /// `.md`, so names are unique among all of them. While anything is wrong, no policy counts.
  static Policies load(std::span<const std::string> paths,
                       std::span<const NamedFile> of_configuration = {});

  /// One, as if it were read from a file of that name.
  static Policies of_text(const std::string& path, std::string_view bytes);

  /// Line and column are 0 where a whole file is the problem.
  const std::vector<ConfigurationProblem>& problems() const { return problems_; }
  /// In the order in which they were loaded.
  std::span<const Rule* const> rules() const { return rules_; }
  const Rule* find(std::string_view id) const;
  const std::deque<RuleSource>& sources() const { return sources_; }

 private:
  /// A rule's lists as views, which a Rule needs.
  struct Loaded {
    std::vector<kafka::Role> roles;
    std::vector<std::string_view> references;
    std::vector<std::string> key_texts;
    std::vector<std::string_view> keys;
    Selector selector;
    Rule rule;
  };

  void add_path(const NamedFile& path, PathBase base);
  void add_file(const std::string& path, const ConfigurationPlace& named, PathBase base);
  void add_text(const std::string& path, std::string_view bytes, PathBase base);
  void make_all();
  void make(const RuleSource& source, PathBase base);

  std::deque<RuleSource> sources_;
  std::vector<PathBase> bases_;  // of each source
  std::deque<Loaded> loaded_;
  std::vector<const Rule*> rules_;
  std::map<std::string_view, const RuleSource*> by_id_;
  std::vector<ConfigurationProblem> problems_;
};

/// `FILE:LINE:COLUMN: text`
std::string to_string(const ConfigurationProblem& problem);

}  // namespace kaflint::policy
