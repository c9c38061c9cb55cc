#include "linter/policy/rule_schema.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "linter/kafka/role.h"
#include "linter/policy/front_matter_keys.h"

namespace kaflint::policy {
namespace {

using Json = nlohmann::ordered_json;

Json text_schema() {
  return {{"type", Json::array({"string", "number", "boolean"})}, {"minLength", 1}};
}

Json names_schema(const std::vector<std::string>& names) {
  const std::string one = fmt::format("\\s*({})\\s*", fmt::join(names, "|"));
  return {{"type", "string"}, {"pattern", fmt::format("^{0}(,{0})*$", one)}};
}

std::vector<std::string> roles() {
  std::vector<std::string> names;
  for (const kafka::Role role : kafka::kAllRoles) names.emplace_back(to_string(role));
  return names;
}

Json list_of(Json items) {
  return {{"type", "array"}, {"minItems", 1}, {"items", std::move(items)}};
}

Json schema_of(FrontMatterForm form) {
  switch (form) {
    case FrontMatterForm::text:
      return text_schema();
    case FrontMatterForm::level:
      return {{"enum", Json::array({"error", "warning", "note"})}};
    case FrontMatterForm::consequences: {
      std::vector<std::string> names;
      for (const Consequence each : {Consequence::refuses_to_start, Consequence::silently_changed,
                                     Consequence::ignored, Consequence::risk})
        names.emplace_back(to_string(each));
      return names_schema(names);
    }
    case FrontMatterForm::roles:
      return names_schema(roles());
    case FrontMatterForm::fix:
      return {{"type", "string"}, {"pattern", "^[^=]+=[\\s\\S]+$"}};
    case FrontMatterForm::patterns:
      return {{"anyOf", Json::array({text_schema(), list_of(text_schema())})}};
    case FrontMatterForm::labels:
      return {{"type", "object"},
              {"minProperties", 1},
              {"additionalProperties", {{"type", Json::array({"string", "number", "boolean"})}}}};
    case FrontMatterForm::references:
      return list_of(text_schema());
  }
  return Json::object();
}

}  // namespace

std::string rule_schema(RuleKind kind) {
  const bool policy = kind == RuleKind::policy;
  Json schema = {
      {"$schema", "http://json-schema.org/draft-07/schema#"},
      {"title", policy ? "a policy of kaflint's" : "a rule of kaflint's"},
      {"description", policy ? "The front matter of a policy." : "The front matter of a rule."},
      {"type", "object"},
      {"additionalProperties", false},
      {"properties", Json::object()}};
  for (const FrontMatterKey& key : front_matter_keys(kind)) {
    Json value = {{"description", std::string(key.doc)}};
    value.update(schema_of(key.form));
    schema["properties"][std::string(key.name)] = std::move(value);
    if (key.use(kind) == Use::required) schema["required"].push_back(std::string(key.name));
  }
  return schema.dump(2) + "\n";
}

}  // namespace kaflint::policy
