// For programs: everything that a run found, in a shape that stays.
#include "linter/report/file_view.h"
#include "linter/report/json_parts.h"
#include "linter/report/per_file.h"
#include "linter/report/report.h"
#include "linter/report/uri.h"

namespace kaflint::report {
namespace {

Json fixes_json(const FileView& view, const Finding& finding) {
  Json fixes = Json::array();
  for (const Fix& fix : finding.fixes) {
    Json edits = Json::array();
    bool secret = false;
    for (const Edit& edit : fix.edits) {
      secret = secret || view.secrets().appear_in(edit.text);
      edits.push_back(
          {{"byteOffset", edit.span.begin}, {"byteLength", edit.span.size()}, {"text", edit.text}});
    }
    // An edit that carries a password along can be applied, but not be shown.
    if (secret) continue;
    fixes.push_back(
        {{"title", view.secrets().scrub(fix.title)},
         {"applicability", fix.applicability == Applicability::safe ? "safe" : "unsafe"},
         {"edits", std::move(edits)}});
  }
  return fixes;
}

Json related_json(const FileView& view, const Finding& finding) {
  Json json = Json::array();
  for (const Related& related : finding.related)
    json.push_back({{"message", view.secrets().scrub(related.message)},
                    {"region", region_json(view, related.span)}});
  return json;
}

Json finding_json(const FileView& view, const Finding& finding) {
  return {{"rule", finding.rule},
          {"level", to_string(finding.level)},
          {"consequence", to_string(finding.consequence)},
          {"message", view.secrets().scrub(finding.message)},
          {"path", utf8_path(view.path())},
          {"region", region_json(view, finding.span)},
          {"key", finding.key.empty() ? Json() : Json(finding.key)},
          {"role", finding.role ? Json(kafka::to_string(*finding.role)) : Json()},
          {"unit", finding.unit},
          {"kafka", finding.versions.empty() ? Json() : Json(finding.versions.to_string())},
          {"related", related_json(view, finding)},
          {"fixes", fixes_json(view, finding)},
          {"fingerprint", finding.fingerprint}};
}

Json summary_json(const Report& report) {
  const Summary summary = summarise(report);
  Json json = {{"files", summary.files},
               {"units", summary.units},
               {"error", summary.errors},
               {"warning", summary.warnings},
               {"note", summary.notes}};
  if (report.fixes) json["fixed"] = report.fixes->fixed;
  return json;
}

Json upgrade_json(const policy::Upgrade& upgrade) {
  return {{"from", upgrade.from ? Json(upgrade.from->to_string()) : Json()},
          {"to", upgrade.to.to_string()}};
}

/// What one file adds to the document.
struct Part {
  ArrayText units, findings;
};

Part part_of(const FileView& view) {
  Part part;
  for (const policy::UnitResult& result : view.file().units)
    part.units.push_back(unit_json(view, result));
  for (const Finding& finding : view.file().findings)
    part.findings.push_back(finding_json(view, finding));
  return part;
}

}  // namespace

std::string to_json(const Report& report, const ForEach& for_each) {
  Part all;
  for (const Part& part : per_file(
           report, for_each,
           [](const policy::FileResult& file, std::size_t) { return part_of(FileView(file)); })) {
    all.units.append(part.units);
    all.findings.append(part.findings);
  }
  ObjectText document;
  document.add("schema", Json("kaflint-report/1"));
  document.add("tool", tool_json(report));
  if (report.upgrade) document.add("upgrade", upgrade_json(*report.upgrade));
  document.add_text("units", all.units.text());
  document.add_text("findings", all.findings.text());
  document.add("errors", errors_json(report));
  document.add("summary", summary_json(report));
  return document.text() + "\n";
}

}  // namespace kaflint::report
