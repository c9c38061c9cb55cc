// SARIF 2.1.0, for code-scanning services and editors: one run, columns in code points, exact
// regions, all rules, fixes, and fingerprints that survive moved lines.
#include <fmt/format.h>

#include <algorithm>

#include "linter/report/file_view.h"
#include "linter/report/json_parts.h"
#include "linter/report/per_file.h"
#include "linter/report/report.h"
#include "linter/report/sarif_rules.h"
#include "linter/report/uri.h"

namespace kaflint::report {
namespace {

constexpr std::string_view kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
constexpr std::string_view kProject = "https://github.com/kaflint/kaflint";
constexpr std::string_view kRoot = "SRCROOT";
/// Longer ones say nothing that the file does not.
constexpr std::uint32_t kLongestSnippet = 1000;

Json location_of_file(std::string_view path) {
  Json json = {{"uri", uri_of(path)}};
  if (!path.starts_with('/')) json["uriBaseId"] = kRoot;
  return json;
}

struct Context {
  const FileView& view;
  std::size_t artifact;
  const SarifRules& rules;
  bool suppressions;  // some result of the run is suppressed, so that every one says whether it is
};

Json artifact_location(const Context& context) {
  Json json = location_of_file(context.view.path());
  json["index"] = context.artifact;
  return json;
}

Json region(const Context& context, Span span) {
  Json json = region_json(context.view, span);
  if (span.size() <= kLongestSnippet)
    json["snippet"] = {{"text", context.view.secrets().text(context.view.bytes(), span)}};
  return json;
}

/// Services demand a region of every result: what is absent is shown at the unit's first line.
Json absent_region(const Context& context, const Finding& finding) {
  const policy::UnitResult* result = context.view.unit_of(finding);
  const std::uint32_t begin = result == nullptr ? 0 : result->unit.span.begin;
  return {{"startLine", context.view.position(begin).line + 1}};
}

Json result_location(const Context& context, const Finding& finding) {
  Json json = {{"physicalLocation",
                {{"artifactLocation", artifact_location(context)},
                 {"region", finding.span ? region(context, *finding.span)
                                         : absent_region(context, finding)}}}};
  if (!finding.unit.empty())
    json["logicalLocations"] =
        Json::array({{{"fullyQualifiedName", finding.unit}, {"kind", "object"}}});
  return json;
}

Json related_locations(const Context& context, const Finding& finding) {
  Json json = Json::array();
  for (const Related& related : finding.related) {
    const std::string message = context.view.secrets().scrub(related.message);
    json.push_back({{"id", json.size() + 1},
                    {"physicalLocation",
                     {{"artifactLocation", artifact_location(context)},
                      {"region", region(context, related.span)}}},
                    {"message", {{"text", sentence(message)}}}});
  }
  return json;
}

Json fix_json(const Context& context, const Fix& fix) {
  Json replacements = Json::array();
  for (const Edit& edit : fix.edits) {
    Json replacement = {{"deletedRegion", region_json(context.view, edit.span)}};
    if (!edit.text.empty()) replacement["insertedContent"] = {{"text", edit.text}};
    replacements.push_back(std::move(replacement));
  }
  const Json change = {{"artifactLocation", artifact_location(context)},
                       {"replacements", std::move(replacements)}};
  const std::string title = context.view.secrets().scrub(fix.title);
  return {{"description", {{"text", sentence(title)}}},
          {"artifactChanges", Json::array({change})},
          {"properties",
           {{"applicability", fix.applicability == Applicability::safe ? "safe" : "unsafe"}}}};
}

Json fixes(const Context& context, const Finding& finding) {
  Json json = Json::array();
  for (const Fix& fix : finding.fixes) {
    bool shown = !fix.edits.empty();
    for (const Edit& edit : fix.edits)
      shown = shown && !context.view.secrets().appear_in(edit.text);
    if (shown) json.push_back(fix_json(context, fix));
  }
  return json;
}

Json properties(const Finding& finding) {
  Json json = {{"consequence", to_string(finding.consequence)}};
  if (!finding.key.empty()) json["key"] = finding.key;
  if (finding.role) json["role"] = kafka::to_string(*finding.role);
  if (!finding.versions.empty()) json["kafka"] = finding.versions.to_string();
  return json;
}

Json result_json(const Context& context, const Finding& finding) {
  const std::string message = context.view.secrets().scrub(finding.message);
  Json json = {{"ruleId", finding.rule},
               {"ruleIndex", context.rules.index_of(finding.rule)},
               {"kind", "fail"},
               {"level", to_string(finding.level)},
               {"message", {{"text", sentence(message)}}},
               {"locations", Json::array({result_location(context, finding)})}};
  if (!finding.related.empty()) json["relatedLocations"] = related_locations(context, finding);
  if (Json all = fixes(context, finding); !all.empty()) json["fixes"] = std::move(all);
  if (!finding.fingerprint.empty())
    json["partialFingerprints"] = {{"kaflint/v1", finding.fingerprint}};
  if (context.suppressions) json["suppressions"] = Json::array();
  json["properties"] = properties(finding);
  return json;
}

Json suppressed_json(const Context& context, const Suppressed& suppressed) {
  Json json = result_json(context, suppressed.finding);
  const bool in_source = suppressed.kind == SuppressionKind::in_source;
  Json suppression = {{"kind", in_source ? "inSource" : "external"}, {"status", "accepted"}};
  if (!suppressed.reason.empty())
    suppression["justification"] = context.view.secrets().scrub(suppressed.reason);
  json["suppressions"] = Json::array({std::move(suppression)});
  return json;
}

Json artifact(const FileView& view) {
  return {{"location", location_of_file(view.path())},
          {"length", view.bytes().size()},
          {"roles", Json::array({"analysisTarget"})}};
}

Json invocation(const Report& report) {
  Json notifications = Json::array();
  for (const RunError& error : report.errors) {
    Json json = {{"level", "error"}, {"message", {{"text", sentence(error.message)}}}};
    if (!error.path.empty()) {
      Json place = {{"artifactLocation", location_of_file(error.path)}};
      if (error.line > 0)
        place["region"] = {{"startLine", error.line}, {"startColumn", error.column}};
      json["locations"] = Json::array({{{"physicalLocation", std::move(place)}}});
    }
    notifications.push_back(std::move(json));
  }
  Json json = {{"executionSuccessful", report.errors.empty()}};
  const auto note = [&notifications](const std::string& text) {
    notifications.push_back({{"level", "note"}, {"message", {{"text", sentence(text)}}}});
  };
  if (!report.assumption.empty()) note(report.assumption);
  std::ranges::for_each(report.notes, note);
  if (!notifications.empty()) json["toolExecutionNotifications"] = std::move(notifications);
  return json;
}

Json driver(const Report& report, const SarifRules& rules) {
  return {{"name", "kaflint"},
          {"fullName", fmt::format("kaflint {}", report.tool_version)},
          {"version", report.tool_version},
          {"semanticVersion", report.tool_version},
          {"informationUri", kProject},
          {"shortDescription", {{"text", "A static linter for Apache Kafka configuration."}}},
          {"rules", rules.descriptors()}};
}

/// What one file adds to the run.
struct Part {
  ArrayText artifacts, results;
};

Part part_of(const Context& context) {
  Part part;
  part.artifacts.push_back(artifact(context.view));
  for (const Finding& finding : context.view.file().findings)
    part.results.push_back(result_json(context, finding));
  for (const Suppressed& suppressed : context.view.file().suppressed)
    part.results.push_back(suppressed_json(context, suppressed));
  return part;
}

std::string run_text(const Report& report, const SarifRules& rules, const Part& all) {
  ObjectText run;
  run.add("tool", Json{{"driver", driver(report, rules)}});
  run.add("invocations", Json::array({invocation(report)}));
  run.add("automationDetails", Json{{"id", "kaflint/"}});
  run.add("originalUriBaseIds",
          Json{{kRoot, {{"description", {{"text", "The folder in which kaflint was run."}}}}}});
  run.add_text("artifacts", all.artifacts.text());
  run.add_text("results", all.results.text());
  // Java ends a line at a lone CR too, and so do the line numbers here.
  run.add("newlineSequences", Json::array({"\r\n", "\n", "\r"}));
  run.add("columnKind", Json("unicodeCodePoints"));
  return run.text();
}

}  // namespace

std::string to_sarif(const Report& report, const ForEach& for_each) {
  const SarifRules rules(report);
  const bool suppressions = std::ranges::any_of(
      report.files, [](const policy::FileResult& file) { return !file.suppressed.empty(); });
  Part all;
  for (const Part& part :
       per_file(report, for_each, [&](const policy::FileResult& file, std::size_t i) {
         const FileView view(file);
         return part_of({view, i, rules, suppressions});
       })) {
    all.artifacts.append(part.artifacts);
    all.results.append(part.results);
  }
  ObjectText document;
  document.add("$schema", Json(kSchema));
  document.add("version", Json("2.1.0"));
  document.add_text("runs", "[" + run_text(report, rules, all) + "]");
  return document.text() + "\n";
}

}  // namespace kaflint::report
