#include "linter/policy/rule_source.h"

namespace kaflint::policy {

RuleSource read_rule_source(std::string id, std::string path, std::string text, RuleKind kind) {
  RuleSource rule;
  rule.kind = kind;
  rule.id = std::move(id);
  rule.path = std::move(path);
  rule.text = std::move(text);
  RuleFile file = read_rule_file(rule.text, rule.problems);
  rule.page = file.page;
  rule.examples = std::move(file.examples);
  if (file.front_matter_begin > 0)
    read_front_matter(file.front_matter, file.front_matter_begin, rule);
  check_conditions(rule);
  check_style(rule);
  if (kind == RuleKind::policy) return rule;
  if (rule.page.empty() || rule.page.starts_with("## Bad") || rule.page.starts_with("## Good"))
    rule.problems.push_back({0, "there is no page: what happens, why it matters, what to do"});
  return rule;
}

}  // namespace kaflint::policy
