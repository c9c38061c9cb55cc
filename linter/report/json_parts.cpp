// The pieces that the JSON reports share.
#include "linter/report/json_parts.h"

#include "linter/report/uri.h"

namespace kaflint::report {

Json region_json(const FileView& view, Span span) {
  const Position begin = view.position(span.begin);
  const Position end = view.position(span.end);
  return {{"startLine", begin.line + 1}, {"startColumn", begin.column + 1},
          {"endLine", end.line + 1},     {"endColumn", end.column + 1},
          {"byteOffset", span.begin},    {"byteLength", span.size()}};
}

Json region_json(const FileView& view, const std::optional<Span>& span) {
  return span ? region_json(view, *span) : Json();
}

Json tool_json(const Report& report) {
  return {{"name", "kaflint"}, {"version", report.tool_version}};
}

Json errors_json(const Report& report) {
  Json errors = Json::array();
  for (const RunError& error : report.errors) {
    Json json = {{"path", utf8_path(error.path)}, {"message", error.message}};
    if (error.line > 0) json["line"] = error.line;
    if (error.column > 0) json["column"] = error.column;
    errors.push_back(std::move(json));
  }
  return errors;
}

/// Adds what a component and a client inside of it have in common.
void put_outcome(Json& json, const kafka::Verdict& verdict) {
  json["outcome"] = kafka::to_string(verdict.outcome);
  if (verdict.outcome == kafka::Outcome::refuses && !verdict.refusals.empty()) {
    const kafka::Refusal& refusal = verdict.refusals.front();
    json["refusal"] = {{"key", refusal.key ? Json(*refusal.key) : Json()},
                       {"rule", refusal.rule.text()}};
  }
  if (verdict.outcome == kafka::Outcome::undetermined) json["unknown"] = verdict.unknown;
}

Json client_json(const kafka::ClientVerdict& client) {
  Json json = {{"role", kafka::to_string(client.role)}, {"name", client.name}};
  put_outcome(json, client.verdict);
  return json;
}

Json verdict_json(const kafka::Verdict& verdict) {
  Json json = {{"kafka", verdict.version.to_string()}};
  put_outcome(json, verdict);
  for (const kafka::ClientVerdict& client : verdict.clients)
    json["clients"].push_back(client_json(client));
  return json;
}

Json unit_json(const FileView& view, const policy::UnitResult& result) {
  const dialect::Unit& unit = result.unit;
  Json verdicts = Json::array();
  for (const kafka::Verdict& verdict : result.verdicts) verdicts.push_back(verdict_json(verdict));
  return {{"path", utf8_path(view.path())},
          {"name", unit.name},
          {"role", kafka::to_string(unit.role)},
          {"dialect", unit.dialect},
          {"complete", unit.complete},
          {"versionSource", dialect::to_string(result.version_source)},
          {"verdicts", std::move(verdicts)}};
}

std::string compact(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string dump(const Json& json) { return compact(json) + "\n"; }

}  // namespace kaflint::report
