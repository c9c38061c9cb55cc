// `kaflint explain KEY --format json`: the catalog's entries as they are, for programs.
#include <algorithm>

#include "linter/kafka/config_def.h"
#include "linter/report/json_parts.h"
#include "linter/report/key_history.h"

namespace kaflint::report {
namespace {

using kafka::KeyDefinition;
using kafka::RoleCatalog;
using Kind = kafka::Validator::Kind;

Json texts(const kafka::TextList& list) {
  Json out = Json::array();
  for (const std::string_view text : list) out.push_back(text);
  return out;
}

/// What a program can use without reading words: bounds and lists of texts.
void add_bounds(const KeyDefinition& definition, Json& out) {
  for (const kafka::Validator& validator : definition.validators()) {
    if (validator.kind == Kind::min) out["minimum"] = validator.number;
    if (validator.kind == Kind::max) out["maximum"] = validator.number;
    if ((validator.kind == Kind::one_of || validator.kind == Kind::list_of) &&
        !validator.items.empty())
      out[validator.kind == Kind::one_of ? "oneOf" : "listOf"] = texts(validator.items);
    if (validator.kind == Kind::one_of_ignoring_case)
      out["oneOfIgnoringCase"] = texts(validator.items);
  }
}

/// Whole numbers are written as such.
void make_whole(Json& out) {
  for (const char* bound : {"minimum", "maximum"})
    if (out.contains(bound) && out["type"] != "double")
      out[bound] = static_cast<std::int64_t>(out[bound].get<double>());
}

Json definition_json(const KeyDefinition& definition, kafka::Role role) {
  Json out;
  const kafka::VersionSet versions = definition.versions();
  out["kafka"] = versions.to_string();
  out["type"] = to_string(definition.type());
  out["required"] = definition.required();
  const auto text = definition.default_text();
  out["default"] = text ? Json(*text) : Json();
  out["accepts"] = describe_accepted(definition, versions.releases().back());
  add_bounds(definition, out);
  make_whole(out);
  out["importance"] = to_string(definition.importance());
  out["deprecated"] = definition.deprecated();
  out["internal"] = definition.internal();
  if (role == kafka::Role::broker) out["updateMode"] = to_string(definition.dynamic_scope());
  if (role == kafka::Role::topic) out["brokerKeys"] = texts(definition.synonyms());
  return out;
}

void add_role(const RoleCatalog& catalog, std::string_view connector, const KeyQuery& query,
              Json& out) {
  Json definitions = Json::array();
  const auto holds_in = [&](const KeyDefinition& definition) {
    return std::ranges::any_of(query.releases.releases(), [&](kafka::Version version) {
      return definition.holds_in(version);
    });
  };
  for (const KeyDefinition definition : catalog.history(query.key))
    if (holds_in(definition)) definitions.push_back(definition_json(definition, catalog.role()));
  if (definitions.empty()) return;
  Json role;
  role["role"] = to_string(catalog.role());
  if (!connector.empty()) role["connector"] = connector;
  role["definitions"] = std::move(definitions);
  out.push_back(std::move(role));
}

}  // namespace

std::string key_json(const KeyQuery& query) {
  Json out;
  out["schema"] = "kaflint-key/1";
  out["key"] = query.key;
  if (!query.prefix.empty()) {
    out["prefix"] = query.prefix;
    out["prefixedIn"] = Json::array();
    for (const kafka::Role role : query.holders) out["prefixedIn"].push_back(to_string(role));
  }
  out["roles"] = Json::array();
  for (const kafka::Role role : kafka::kAllRoles)
    if (query.asks(role)) add_role(kafka::catalog(role), "", query, out["roles"]);
  if (query.asks(kafka::Role::mirrormaker))
    for (const kafka::MirrorConnector connector : kafka::kAllMirrorConnectors)
      add_role(kafka::catalog(connector), to_string(connector), query, out["roles"]);
  if (!query.roles.empty()) return dump(out);
  const kafka::VersionSet dynamic = kafka::dynamic_only(query.key);
  if (!dynamic.empty()) out["dynamicOnly"] = dynamic.to_string();
  return dump(out);
}

}  // namespace kaflint::report
