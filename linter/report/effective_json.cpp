// `effective` and `units` for programs.
#include "linter/report/effective_config.h"
#include "linter/report/json_parts.h"
#include "linter/report/report.h"

namespace kaflint::report {
namespace {

Json setting_json(const FileView& view, const dialect::Unit& unit,
                  const dialect::Setting& setting) {
  Json json;
  if (!setting.value)
    json["value"] = nullptr;
  else
    json["value"] = without_secrets(unit.role, setting.key, *setting.value);
  if (!setting.value) json["unknown"] = dialect::to_string(setting.unknown);
  const bool written = setting.origin == dialect::SettingOrigin::written;
  json["origin"] = written ? "written" : "framework";
  // One that stands in another file has no place in this one.
  const bool here = written && !setting.entry_span.empty();
  json["region"] = here ? region_json(view, setting.entry_span) : Json();
  return json;
}

Json effective_values_json(const EffectiveConfig& config) {
  Json json = Json::object();
  for (const auto& [key, value] : config)
    json[key] = {{"value", value.value ? Json(*value.value) : Json()},
                 {"origin", kafka::to_string(value.origin)}};
  return json;
}

void put_effective(Json& json, const policy::UnitResult& result, const kafka::Verdict& verdict) {
  if (verdict.outcome == kafka::Outcome::starts)
    json["effective"] = effective_values_json(effective_config(result, verdict));
  for (std::size_t i = 0; i < verdict.clients.size(); ++i)
    if (verdict.clients[i].verdict.outcome == kafka::Outcome::starts)
      json["clients"][i]["effective"] = effective_values_json(effective_config(verdict.clients[i]));
}

Json effective_unit_json(const FileView& view, const policy::UnitResult& result) {
  Json json = unit_json(view, result);
  Json verdicts = std::move(json["verdicts"]);
  json.erase("verdicts");
  Json settings = Json::object();
  for (const dialect::Setting& setting : result.unit.settings)
    settings[setting.key] = setting_json(view, result.unit, setting);
  json["settings"] = std::move(settings);
  for (std::size_t i = 0; i < result.verdicts.size(); ++i)
    put_effective(verdicts[i], result, result.verdicts[i]);
  json["verdicts"] = std::move(verdicts);
  return json;
}

Json found_unit_json(const FileView& view, const policy::UnitResult& result) {
  Json json = unit_json(view, result);
  json["why"] = result.unit.why;
  json["region"] = region_json(view, result.unit.span);
  return json;
}

template <typename UnitJson>
std::string units_report(const Report& report, std::string_view schema, UnitJson unit) {
  Json units = Json::array();
  for (const policy::FileResult& file : report.files) {
    const FileView view(file);
    for (const policy::UnitResult& result : file.units) units.push_back(unit(view, result));
  }
  return dump({{"schema", schema},
               {"tool", tool_json(report)},
               {"units", std::move(units)},
               {"errors", errors_json(report)}});
}

}  // namespace

std::string effective_to_json(const Report& report) {
  return units_report(report, "kaflint-effective/1", effective_unit_json);
}

std::string units_to_json(const Report& report) {
  return units_report(report, "kaflint-units/1", found_unit_json);
}

}  // namespace kaflint::report
