// The constraints of a rule file: checked against the catalog, with problems at their place in the
// file.
#include <fmt/format.h>

#include <algorithm>

#include "linter/constraint/functions.h"
#include "linter/kafka/catalog.h"
#include "linter/kafka/config_def.h"
#include "linter/policy/condition_scope.h"
#include "linter/policy/rule.h"
#include "linter/policy/rule_source.h"

namespace kaflint::policy {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

/// Where the byte `offset` of a YAML scalar stands in the file, the scalar beginning at `begin`:
/// goes through both and passes over what YAML drops, such as quotes, indentation, line ends.
std::uint32_t place_in_scalar(std::string_view file, std::uint32_t begin, std::string_view scalar,
                              std::uint32_t offset) {
  std::size_t at = begin;
  if (at < file.size() && (file[at] == '|' || file[at] == '>'))
    at = std::min(file.find('\n', at), file.size());
  for (std::size_t i = 0; at < file.size(); ++at) {
    const bool same =
        i < scalar.size() && (file[at] == scalar[i] || (is_blank(file[at]) && is_blank(scalar[i])));
    if (!same) continue;
    if (i == offset) return static_cast<std::uint32_t>(at);
    ++i;
    // A folded line end and the indentation behind it are one blank.
    if (is_blank(file[at]) && i < scalar.size() && !is_blank(scalar[i]))
      while (at + 1 < file.size() && is_blank(file[at + 1])) ++at;
    if (i == scalar.size()) return static_cast<std::uint32_t>(at + 1);
  }
  return begin;
}

/// `partitions`, `replicationFactor`: what a topic is created with has a place in the file, too.
std::string layout_name(const constraint::Node& node) {
  if (node.kind != constraint::NodeKind::variable) return {};
  for (const constraint::VariableInfo& each : constraint::variables())
    if (static_cast<std::uint8_t>(each.variable) == node.id &&
        each.variable >= constraint::Variable::topic)
      return std::string(each.name);
  return {};
}

class Conditions {
 public:
  explicit Conditions(RuleSource& rule) : rule_(rule), scope_(roles_of(rule), versions_of(rule)) {}

  void check() {
    if (!rule_.require) {
      for (const std::string_view key : {"when", "fix", "key"})
        if (given(key)) problem(key, fmt::format("`{}` is of use only beside `require`", key));
      return;
    }
    if (rule_.roles.empty()) {
      if (rule_.problems.empty()) problem("require", "a rule with `require` names its `role`");
      return;
    }
    compile(*rule_.require);
    if (rule_.when) compile(*rule_.when);
    if (!rule_.problems.empty()) return;
    check_key("key", rule_.key);
    if (rule_.fix) check_fix(*rule_.fix);
    if (keys_of(rule_).empty())
      problem("require", "names no key; say with `key` what a finding is about");
  }

 private:
  static std::vector<kafka::Role> roles_of(const RuleSource& rule) {
    std::vector<kafka::Role> roles;
    for (const std::string& name : rule.roles)
      if (const auto role = kafka::parse_role(name)) roles.push_back(*role);
    return roles;
  }
  static kafka::VersionSet versions_of(const RuleSource& rule) {
    return parse_rule_versions(rule.versions).value_or(kafka::VersionSet::all());
  }

  bool given(std::string_view key) const {
    if (key == "when") return rule_.when.has_value();
    return key == "fix" ? rule_.fix.has_value() : !rule_.key.empty();
  }

  /// What a topic is created with is no key of its configuration, and can be pointed at.
  bool is_layout(std::string_view key) const {
    return (key == "partitions" || key == "replicationFactor") &&
           rule_.roles == std::vector<std::string>{"topic"};
  }

  void problem(std::string_view key, std::string text) {
    const std::size_t at = rule_.text.find(fmt::format("\n{}:", key));
    rule_.problems.push_back(
        {at == std::string::npos ? 0 : static_cast<std::uint32_t>(at + 1), std::move(text)});
  }

  void compile(RuleCondition& condition) {
    auto checked = constraint::compile_condition(condition.text, scope_);
    if (checked) {
      condition.checked = *std::move(checked);
      return;
    }
    rule_.problems.push_back(
        {place_in_scalar(rule_.text, condition.begin, condition.text, checked.error().offset),
         checked.error().text});
  }

  void check_key(std::string_view where, const std::string& key) {
    if (key.empty() || (where == "key" && is_layout(key))) return;
    if (const auto type = scope_.config_type(key); !type) problem(where, type.error());
  }

  void check_fix(const RuleFix& fix) {
    check_key("fix", fix.key);
    if (!rule_.problems.empty()) return;
    for (const kafka::Role role : roles_of(rule_))
      for (const kafka::KeyDefinition& definition : kafka::catalog(role).history(fix.key))
        if (kafka::parse_type(definition.type(), fix.value, kafka::newest_release())) return;
    problem("fix",
            fmt::format("`{}` is no value that Kafka can read for `{}`", fix.value, fix.key));
  }

  RuleSource& rule_;
  ConditionScope scope_;
};

}  // namespace

std::vector<std::string> keys_of(const RuleSource& rule) {
  std::vector<std::string> keys;
  const auto add = [&](const std::string& key) {
    if (!key.empty() && std::ranges::find(keys, key) == keys.end()) keys.push_back(key);
  };
  add(rule.key);
  for (const std::optional<RuleCondition>* condition : {&rule.require, &rule.when})
    if (*condition)
      for (const constraint::NamedKey& named : (*condition)->checked.keys) add(named.key);
  for (const std::optional<RuleCondition>* condition : {&rule.require, &rule.when})
    if (*condition)
      for (const constraint::Node& node : (*condition)->checked.program.nodes)
        add(layout_name(node));
  return keys;
}

void check_conditions(RuleSource& rule) { Conditions(rule).check(); }

}  // namespace kaflint::policy
