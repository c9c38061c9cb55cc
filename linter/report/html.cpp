// One page that holds everything, for people: findings with their code, what each component runs
// with, filters. It asks for nothing from anywhere, and says so to the browser.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "linter/report/display.h"
#include "linter/report/effective_rows.h"
#include "linter/report/file_view.h"
#include "linter/report/frame.h"
#include "linter/report/inline_code.h"
#include "linter/report/per_file.h"
#include "linter/report/report.h"
#include "linter/report/summary.h"
#include "linter/report/text_parts.h"

namespace kaflint::report {
namespace {

constexpr std::string_view kStyle =
#include "report.css.inc"
    ;
constexpr std::string_view kScript =
#include "report.js.inc"
    ;

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '<')
      out += "&lt;";
    else if (c == '&')
      out += "&amp;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  }
  return out;
}

std::string message_html(std::string_view text) {
  return with_inline_code(text, escaped, [](std::string_view code) {
    return fmt::format("<code>{}</code>", escaped(code));
  });
}

std::string shown(const FileView& view, std::string_view message) {
  return message_html(printable(view.secrets().scrub(message)));
}

std::string frame_html(const FileView& view, const Finding& finding) {
  const std::string frame = draw_frame(view, finding, Paint(false)).text;
  return frame.empty() ? "" : fmt::format("<pre>{}</pre>", escaped(frame));
}

std::string finding_html(const FileView& view, const Finding& finding) {
  const std::string level(to_string(finding.level));
  const std::string rule = escaped(finding.rule);
  const std::string role(finding.role ? to_string(*finding.role) : "");
  std::string about = fmt::format("<code>{}</code>", rule);
  if (!role.empty()) about += fmt::format(" · {}", role);
  if (!finding.unit.empty()) about += fmt::format(" · {}", escaped(printable(finding.unit)));
  about += fmt::format(" · {}", to_string(finding.consequence));
  if (!finding.versions.empty()) about += fmt::format(" · Kafka {}", finding.versions.to_words());
  std::string text = fmt::format(
      "<article class=\"{0}\" data-level=\"{0}\" data-role=\"{1}\" data-rule=\"{2}\">\n"
      "<p><span class=\"level\">{0}</span>: {3}</p>\n{4}",
      level, role, rule, shown(view, finding.message), frame_html(view, finding));
  for (const Fix& fix : finding.fixes)
    text += fmt::format("<p>help: {}</p>\n", shown(view, fix.title));
  return text + fmt::format("<small>{}</small>\n</article>\n", about);
}

std::string rows_html(const std::vector<EffectiveRow>& rows) {
  std::string text = "<table><tr><th>key</th><th>value</th><th>from</th></tr>\n";
  for (const EffectiveRow& row : rows)
    text += fmt::format("<tr{}><td><code>{}</code></td><td><code>{}</code></td><td>{}</td></tr>\n",
                        row.changed ? " class=\"changed\"" : "", escaped(row.key),
                        escaped(row.value), message_html(row.origin));
  return text + "</table>\n";
}

/// What the unit's component runs with on the newest release that was checked.
std::string unit_html(const FileView& view, const policy::UnitResult& result) {
  if (result.verdicts.empty()) return "";
  const kafka::Verdict& verdict = result.verdicts.back();
  std::string text = fmt::format("<details><summary>{}: {}</summary>\n",
                                 escaped(unit_label(result.unit)), escaped(outcome_words(result)));
  text += fmt::format("<p>On Kafka {}, other than by default:</p>\n", verdict.version.to_string());
  text += rows_html(effective_rows(view, result, verdict, false));
  for (const kafka::ClientVerdict& client : verdict.clients)
    text += fmt::format("<p>Its {}:</p>\n", escaped(client.name)) +
            rows_html(effective_rows(view, result.unit, client, false));
  return text + "</details>\n";
}

std::string file_html(const policy::FileResult& file) {
  const FileView view(file);
  std::string text = fmt::format("<section>\n<h2>{}</h2>\n", escaped(printable(view.path())));
  for (const Finding& finding : file.findings) text += finding_html(view, finding);
  for (const policy::UnitResult& result : file.units) text += unit_html(view, result);
  return text + "</section>\n";
}

std::string choice(std::string_view name, std::string_view label,
                   const std::set<std::string>& values) {
  std::string text =
      fmt::format("<label>{} <select name=\"{}\"><option value=\"\">all</option>", label, name);
  for (const std::string& value : values)
    text += fmt::format("<option>{}</option>", escaped(value));
  return text + "</select></label>\n";
}

/// Hidden until the script has it: without one it does nothing.
std::string form_html(const Report& report) {
  std::set<std::string> roles, rules;
  for (const policy::FileResult& file : report.files)
    for (const Finding& finding : file.findings) {
      rules.insert(finding.rule);
      if (finding.role) roles.emplace(to_string(*finding.role));
    }
  std::string text = "<form hidden>\n";
  for (const std::string_view level : {"error", "warning", "note"})
    text +=
        fmt::format("<label><input type=\"checkbox\" name=\"{0}\" checked> {0}s</label>\n", level);
  text += choice("role", "role", roles) + choice("rule", "rule", rules);
  return text +
         "<label>text <input type=\"search\" name=\"text\"></label>\n<output></output>\n</form>\n";
}

std::string header_html(const Report& report) {
  const std::string what = report.upgrade ? upgrade_words(*report.upgrade) + ": " : "";
  std::string text = "<header>\n<h1>kaflint</h1>\n";
  text += fmt::format("<p>{}{}</p>\n", what, escaped(summary_line(summarise(report))));
  if (!report.assumption.empty())
    text += fmt::format("<p>{}</p>\n", message_html(printable(report.assumption)));
  for (const RunError& error : report.errors)
    text +=
        fmt::format("<p class=\"error\"><span class=\"level\">error</span>: {}: {}</p>\n",
                    escaped(printable(place_of(error))), message_html(printable(error.message)));
  return text + form_html(report) + "</header>\n";
}

}  // namespace

std::string to_html(const Report& report, const ForEach& for_each) {
  std::string text = fmt::format(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
      "style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>kaflint report</title>\n<style>\n{}</style>\n</head>\n<body>\n{}<main>\n",
      kStyle, header_html(report));
  for (const std::string& part :
       per_file(report, for_each,
                [](const policy::FileResult& file, std::size_t) { return file_html(file); }))
    text += part;
  return text + fmt::format("</main>\n<script>\n{}</script>\n</body>\n</html>\n", kScript);
}

}  // namespace kaflint::report
