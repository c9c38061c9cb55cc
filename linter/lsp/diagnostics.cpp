// Ranges in the negotiated unit, severities, tags, and what a rule's table entry adds.
#include "linter/lsp/diagnostics.h"

#include <algorithm>

#include "linter/policy/rule.h"
#include "linter/report/redact.h"

namespace kaflint::lsp {
namespace {

constexpr int kTagUnnecessary = 1;
constexpr int kTagDeprecated = 2;

int severity(Level level) {
  switch (level) {
    case Level::error:
      return 1;
    case Level::warning:
      return 2;
    case Level::note:
      return 3;
  }
  return 3;
}

Json position(Position at) { return {{"line", at.line}, {"character", at.column}}; }

Json range(Span span, const LineTable& lines, ColumnUnit unit) {
  return {{"start", position(lines.position(span.begin, unit))},
          {"end", position(lines.position(span.end, unit))}};
}

/// The first line of the unit that the finding is of.
Span place_of_absent(const Finding& finding, const policy::FileResult& result,
                     const LineTable& lines) {
  std::uint32_t begin = 0;
  for (const policy::UnitResult& unit : result.units)
    if (unit.unit.name == finding.unit && unit.unit.role == finding.role)
      begin = unit.unit.span.begin;
  const Span line = lines.line(lines.position(begin, ColumnUnit::utf8).line);
  return {std::min(begin, line.end), line.end};
}

Json tags(const Finding& finding) {
  Json out = Json::array();
  if (finding.consequence == Consequence::ignored) out.push_back(kTagUnnecessary);
  if (finding.rule == "any/deprecated-key") out.push_back(kTagDeprecated);
  return out;
}

std::string_view page_url(const policy::Rule* rule) {
  if (rule == nullptr) return {};
  for (const std::string_view reference : rule->references)
    if (reference.starts_with("https://")) return reference;
  return {};
}

Json diagnostic(const Finding& finding, const policy::FileResult& result, const LineTable& lines,
                const report::Secrets& secrets, const std::string& uri,
                const ClientSupport& support) {
  const Span span = finding.span ? *finding.span : place_of_absent(finding, result, lines);
  Json out = {{"range", range(span, lines, support.unit)},
              {"severity", severity(finding.level)},
              {"code", finding.rule},
              {"source", "kaflint"},
              {"message", secrets.scrub(finding.message)}};
  if (support.code_description)
    if (const std::string_view url = page_url(result.find_rule(finding.rule)); !url.empty())
      out["codeDescription"] = {{"href", url}};
  if (support.tags)
    if (Json list = tags(finding); !list.empty()) out["tags"] = std::move(list);
  if (!support.related || finding.related.empty()) return out;
  Json& related = out["relatedInformation"] = Json::array();
  for (const Related& place : finding.related)
    related.push_back(
        {{"location", {{"uri", uri}, {"range", range(place.span, lines, support.unit)}}},
         {"message", secrets.scrub(place.message)}});
  return out;
}

}  // namespace

Json diagnostics(const policy::FileResult& result, const std::string& uri,
                 const ClientSupport& support) {
  const LineTable lines(result.source->bytes());
  const report::Secrets secrets(result);
  Json out = Json::array();
  for (const Finding& finding : result.findings)
    out.push_back(diagnostic(finding, result, lines, secrets, uri, support));
  return out;
}

}  // namespace kaflint::lsp
