#include "linter/policy/configuration_schema.h"

#include <nlohmann/json.hpp>
#include <span>
#include <string_view>

#include "linter/kafka/role.h"
#include "linter/policy/configuration_keys.h"
#include "linter/policy/profile.h"
#include "linter/policy/rule.h"

namespace kaflint::policy {
namespace {

using Json = nlohmann::ordered_json;

Json object_schema(std::span<const ConfigurationKey> keys);

Json scalar_schema() { return {{"type", Json::array({"string", "number", "boolean"})}}; }

Json form_schema(ValueForm form) {
  Json schema;
  switch (form) {
    case ValueForm::none:
      break;
    case ValueForm::text:
      return scalar_schema();
    case ValueForm::flag:
      return {{"type", "boolean"}};
    case ValueForm::count:
      return {{"type", "integer"}, {"minimum", 1}};
    case ValueForm::version:
      return {{"type", Json::array({"string", "number"})}};
    case ValueForm::role:
      for (const kafka::Role role : kafka::kAllRoles)
        schema["enum"].push_back(std::string(to_string(role)));
      break;
    case ValueForm::profile:
      for (const Profile& profile : profiles()) schema["enum"].push_back(std::string(profile.name));
      break;
    case ValueForm::level:
      return {{"enum", Json::array({"error", "warning", "note", "off", false})}};
    case ValueForm::rule:
    case ValueForm::pattern:
    case ValueForm::file:
      return {{"type", "string"}, {"minLength", 1}};
  }
  return schema;
}

Json list_of(Json items) { return {{"type", "array"}, {"items", std::move(items)}}; }

Json any_of(Json schemas) {
  return schemas.size() == 1 ? schemas[0] : Json{{"anyOf", std::move(schemas)}};
}

/// What may stand behind one name.
Json named_schema(const ConfigurationKey& key) {
  Json schemas = Json::array({form_schema(key.form)});
  if (key.shape == Shape::list_by_name) schemas.push_back(list_of(form_schema(key.form)));
  if (!key.keys.empty()) schemas.push_back(object_schema(key.keys));
  return any_of(std::move(schemas));
}

Json by_name_schema(const ConfigurationKey& key) {
  Json schema = {{"type", Json::array({"object", "null"})}};
  const Json named = named_schema(key);
  // For completion.
  if (key.form == ValueForm::level)
    for (const Rule& rule : rules()) {
      Json one = {{"description", std::string(rule.summary)}};
      one.update(named);
      schema["properties"][std::string(rule.id)] = std::move(one);
    }
  schema["additionalProperties"] = named;
  return schema;
}

Json value_schema(const ConfigurationKey& key) {
  Json schemas = Json::array();
  switch (key.shape) {
    case Shape::one:
      return form_schema(key.form);
    case Shape::list:
      schemas.push_back(form_schema(key.form));
      schemas.push_back(list_of(form_schema(key.form)));
      break;
    case Shape::entries:
      if (key.form != ValueForm::none) schemas.push_back(form_schema(key.form));
      schemas.push_back(list_of(object_schema(key.keys)));
      break;
    case Shape::by_name:
    case Shape::list_by_name:
      return by_name_schema(key);
  }
  schemas.push_back({{"type", "null"}});
  return any_of(std::move(schemas));
}

Json object_schema(std::span<const ConfigurationKey> keys) {
  Json schema = {
      {"type", "object"}, {"additionalProperties", false}, {"properties", Json::object()}};
  for (const ConfigurationKey& key : keys) {
    Json value = {{"description", std::string(key.doc)}};
    value.update(value_schema(key));
    schema["properties"][std::string(key.name)] = std::move(value);
    if (key.required) schema["required"].push_back(std::string(key.name));
  }
  return schema;
}

}  // namespace

std::string configuration_schema() {
  Json schema = {{"$schema", "http://json-schema.org/draft-07/schema#"},
                 {"title", "kaflint's configuration"},
                 {"description", "A `.kaflint.yaml`."}};
  schema.update(object_schema(configuration_keys()));
  schema["type"] = Json::array({"object", "null"});
  return schema.dump(2) + "\n";
}

}  // namespace kaflint::policy
