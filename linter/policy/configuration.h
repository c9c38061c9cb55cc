// What a `.kaflint.yaml` says, as plain data. configuration_keys.cpp lists its keys.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/finding/finding.h"
#include "linter/kafka/role.h"
#include "linter/kafka/version.h"
#include "linter/policy/path_patterns.h"

namespace kaflint::policy {

inline constexpr std::string_view kConfigurationName = ".kaflint.yaml";

/// Where something stands in a configuration file, counted from 1, columns in code points.
struct ConfigurationPlace {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  friend auto operator<=>(const ConfigurationPlace&, const ConfigurationPlace&) = default;
};

struct ConfigurationProblem {
  ConfigurationPlace place;
  std::string text;  // `unknown key `rolse`; did you mean `roles`?`
  friend auto operator<=>(const ConfigurationProblem&, const ConfigurationProblem&) = default;
};

struct KafkaEntry {
  PathPatterns paths;              // empty: every file
  std::vector<kafka::Role> roles;  // empty: every role
  kafka::VersionSet versions;
  ConfigurationPlace place;
};

struct RoleEntry {
  PathPatterns paths;
  kafka::Role role = kafka::Role::producer;
};

/// What is said about one rule, or about all that a pattern such as `producer/*` names.
struct RuleSetting {
  std::string rule;
  bool off = false;
  std::optional<Level> level = std::nullopt;  // nothing: the rule's own
  ConfigurationPlace place;
};

/// Rules that are set differently for some files.
struct Override {
  PathPatterns paths;
  std::vector<RuleSetting> rules;
};

/// Findings that are not reported for some files.
struct Suppression {
  PathPatterns paths;                   // empty: every file
  std::vector<std::string> rules = {};  // ids or patterns; empty: every rule
  std::string reason;
  ConfigurationPlace place;

  bool is_about(std::string_view path, std::string_view rule) const;
};

/// Files that configure one Kafka cluster and what talks to it.
struct System {
  std::string name;
  PathPatterns paths;
  std::optional<std::uint32_t> brokers = std::nullopt;  // how many run with the brokers' settings
  ConfigurationPlace place;
};

/// A file or folder that the configuration names.
struct NamedFile {
  std::string path;  // to open it: relative to the working directory, or absolute
  ConfigurationPlace place;
};

/// Helm's files of values that are laid over one another, the strongest last.
struct Installation {
  std::string name;
  std::vector<NamedFile> values;
};

/// A rule's id or pattern where the configuration names it.
struct NamedRule {
  std::string text;
  ConfigurationPlace place;
};

/// One configuration with everything that it extends: of several entries for one file the last one
/// counts, and those of an extended file come before those of the file that extends it.
struct Configuration {
  std::string path;                   // of the file that was found, as reports show it
  std::vector<std::string> extended;  // the other files it is made of
  std::vector<NamedFile> extends;     // of this file alone
  std::vector<KafkaEntry> kafka;
  std::vector<RoleEntry> roles;
  std::vector<std::string> profiles;  // by name; of the levels that they give, the later ones count
  std::vector<RuleSetting> rules;
  std::vector<Override> overrides;
  PathPatterns exclude;
  std::vector<System> systems;
  std::vector<Installation> installations;
  std::vector<Suppression> suppressions;
  std::optional<bool> require_reason;
  std::optional<NamedFile> baseline;
  std::vector<NamedFile> policies;  // files and folders
  std::vector<NamedRule> named_rules;

  // `file` is the path of the checked one, relative to the folder of the configuration, with `/`.
  const KafkaEntry* kafka_of(std::string_view file, kafka::Role role) const;
  const RoleEntry* role_of(std::string_view file) const;
  /// What the entries for a rule come to; nothing for one that no entry is about.
  std::optional<RuleSetting> setting_of(std::string_view file, std::string_view rule) const;
  const System* system_of(std::string_view file) const;
};

/// Whether `id` is `name`, or fits it where it is a pattern such as `producer/*`.
bool names_rule(std::string_view name, std::string_view id);

/// Puts what `base` says below what `configuration` says, which extends it.
void extend(Configuration& configuration, Configuration base);

/// Names of rules that are neither kaflint's nor among `others`. Without those, nothing is known of
/// the names of policies.
std::vector<ConfigurationProblem> unknown_rules(const Configuration& configuration,
                                                std::span<const std::string> others);

/// The configuration that holds for one file.
struct Configured {
  std::shared_ptr<const Configuration> configuration;  // null: none
  std::string path;                                    // relative to the configuration's folder
};

}  // namespace kaflint::policy
