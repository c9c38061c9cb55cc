// For a pull request or a job's summary: one table for each file.
#include "linter/report/markdown.h"

#include <fmt/format.h>

#include <algorithm>

#include "linter/report/display.h"
#include "linter/report/file_view.h"
#include "linter/report/inline_code.h"
#include "linter/report/per_file.h"
#include "linter/report/report.h"
#include "linter/report/summary.h"

namespace kaflint::report {
namespace {

/// GitHub ends a cell at `|` even within code.
std::string in_cell(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '|') out += '\\';
    out += c;
  }
  return out;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '<')
      out += "&lt;";
    else if (c == '&')
      out += "&amp;";
    else if (std::string_view("\\`*_{}[]#|~@").find(c) != std::string_view::npos)
      out += fmt::format("\\{}", c);
    else
      out += c;
  }
  return out;
}

std::size_t longest_run_of_backticks(std::string_view text) {
  std::size_t longest = 0, run = 0;
  for (const char c : text) longest = std::max(longest, run = c == '`' ? run + 1 : 0);
  return longest;
}

std::string line_of(const FileView& view, const Finding& finding) {
  return finding.span ? fmt::format("{}", view.position(finding.span->begin).line + 1) : "";
}

std::string row(const FileView& view, const Finding& finding) {
  const std::string message = printable(view.secrets().scrub(finding.message));
  const std::string unit =
      finding.unit.empty() ? "" : fmt::format("<br>{}", markdown_code(printable(finding.unit)));
  return fmt::format("| {} | {}{} | {} | {} |\n", to_string(finding.level), line_of(view, finding),
                     unit, markdown_cell(message), markdown_code(finding.rule));
}

std::string table(const policy::FileResult& file) {
  if (file.findings.empty()) return "";
  const FileView view(file);
  std::string text = fmt::format("#### {}\n\n| level | line | what | rule |\n|---|---|---|---|\n",
                                 markdown_code(printable(view.path())));
  for (const Finding& finding : file.findings) text += row(view, finding);
  return text + "\n";
}

std::string title(const Report& report) {
  return fmt::format("### kaflint{}{}\n\n", report.upgrade ? ": " : "",
                     report.upgrade ? upgrade_words(*report.upgrade) : "");
}

}  // namespace

std::string markdown_code(std::string_view text) {
  const std::string fence(longest_run_of_backticks(text) + 1, '`');
  const std::string_view space = fence.size() > 1 ? " " : "";
  return fmt::format("{0}{1}{2}{1}{0}", fence, space, in_cell(text));
}

std::string markdown_cell(std::string_view text) {
  return with_inline_code(text, escaped, markdown_code);
}

std::string to_markdown(const Report& report, const ForEach& for_each) {
  std::string text = title(report);
  for (const std::string& part :
       per_file(report, for_each,
                [](const policy::FileResult& file, std::size_t) { return table(file); }))
    text += part;
  for (const RunError& error : report.errors)
    text += fmt::format("- error: {} {}\n", markdown_code(printable(error.path)),
                        markdown_cell(printable(error.message)));
  if (!report.errors.empty()) text += "\n";
  if (!report.assumption.empty()) text += markdown_cell(printable(report.assumption)) + "\n\n";
  return text + fmt::format("{}\n", markdown_cell(summary_line(summarise(report))));
}

}  // namespace kaflint::report
