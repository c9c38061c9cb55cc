// rules/README.md: every rule in one table for each folder.
#include <fmt/format.h>

#include <iterator>

#include "linter/policy/compiler/write.h"

namespace kaflint::policy::compiler {
namespace {

constexpr std::string_view kHead = R"(# Rules

Made from the rule files by `compile_rules`; do not edit by hand (`cmake --build BUILD --target rule_index` makes it anew).

A rule is one file: front matter, the page that `kaflint explain RULE` shows, and examples that are its tests. The four
consequences: `refuses-to-start`, Kafka throws when it starts; `silently-changed`, it starts and does something else than
what is written or documented; `ignored`, the setting has no effect there; `risk`, it does what it says, and that is
dangerous.

A rule of no profile is always on, and so is one of the profile `default`. The others are on where `--profile` asks for
one of their profiles.
)";

std::string folder_of(std::string_view id) { return std::string(id.substr(0, id.find('/'))); }

/// A table cell, where a bar would end it.
std::string cell(std::string_view text) {
  std::string result;
  for (char c : text) {
    if (c == '|') result += '\\';
    result += c;
  }
  return result;
}

std::string consequences_of(const RuleSource& rule) {
  std::vector<std::string_view> names;
  for (Consequence consequence : rule.consequences) names.push_back(to_string(consequence));
  const std::string profiles =
      rule.profiles.empty() ? "" : fmt::format("; {}", fmt::join(rule.profiles, ", "));
  return fmt::format("{}{}", fmt::join(names, ", "), profiles);
}

}  // namespace

std::string write_index(const std::vector<RuleSource>& rules,
                        const std::vector<ProfileSource>& profiles) {
  std::string out(kHead);
  out += "\n| profile | for |\n|---|---|\n";
  for (const ProfileSource& profile : profiles)
    fmt::format_to(std::back_inserter(out), "| [{0}](profiles/{0}.yaml) | {1} |\n", profile.name,
                   cell(profile.summary));
  std::string folder;
  for (const RuleSource& rule : rules) {
    if (folder_of(rule.id) != folder) {
      folder = folder_of(rule.id);
      fmt::format_to(std::back_inserter(out),
                     "\n## {}\n\n| rule | what it finds | consequence; profiles | roles | Kafka |\n"
                     "|---|---|---|---|---|\n",
                     folder);
    }
    fmt::format_to(std::back_inserter(out), "| [{0}]({0}.md) | {1} | {2} | {3} | {4} |\n", rule.id,
                   cell(rule.summary), consequences_of(rule),
                   rule.roles.empty() ? "any" : fmt::format("{}", fmt::join(rule.roles, ", ")),
                   rule.versions.empty() ? "every version" : rule.versions);
  }
  return out;
}

}  // namespace kaflint::policy::compiler
