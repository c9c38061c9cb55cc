// The rule table as JSON; the names of the fields are those of the rule files' front matter.
#include "linter/cli/rule_json.h"

#include "linter/report/json_parts.h"

namespace kaflint::cli {
namespace {

using report::Json;

template <typename Range>
Json names(const Range& range) {
  Json out = Json::array();
  for (const auto& each : range) out.push_back(to_string(each));
  return out;
}

void add_summary(const policy::Rule& rule, Json& out) {
  out["id"] = rule.id;
  out["summary"] = rule.summary;
  out["level"] = to_string(rule.level);
  out["consequences"] = names(rule.consequences);
  out["roles"] = names(rule.roles);
  out["kafka"] = policy::parse_rule_versions(rule.versions).value().to_string();
}

}  // namespace

std::string rules_json(std::span<const policy::Rule* const> rules) {
  Json out;
  out["schema"] = "kaflint-rules/1";
  out["rules"] = Json::array();
  for (const policy::Rule* rule : rules) {
    Json entry;
    add_summary(*rule, entry);
    out["rules"].push_back(std::move(entry));
  }
  return report::dump(out);
}

std::string rule_json(const policy::Rule& rule) {
  Json out;
  out["schema"] = "kaflint-rule/1";
  add_summary(rule, out);
  out["page"] = rule.page;
  out["references"] = Json::array();
  for (const std::string_view reference : rule.references) out["references"].push_back(reference);
  return report::dump(out);
}

}  // namespace kaflint::cli
