#include "linter/policy/marked_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "linter/base/text.h"
#include "linter/source/position.h"

namespace kaflint::policy {
namespace {

constexpr std::string_view kNote = "write `^^^ LEVEL: MESSAGE` or `^^^ LEVEL other/rule: MESSAGE`";

/// `LEVEL: MESSAGE` or `LEVEL rule/id: MESSAGE`
std::optional<MarkedFinding> read_statement(std::string_view text, std::string_view own_rule) {
  const std::size_t colon = text.find(": ");
  if (colon == std::string_view::npos) return std::nullopt;
  const std::vector<std::string_view> head = split(text.substr(0, colon), ' ');
  const std::optional<Level> level = parse_level(head[0]);
  if (!level || head.size() > 2) return std::nullopt;
  return MarkedFinding{.mark = std::nullopt,
                       .rule = std::string(head.size() == 2 ? head[1] : own_rule),
                       .level = *level,
                       .message = std::string(text.substr(colon + 2))};
}

/// Removes a leading `(+2 lines) `.
std::uint32_t read_more_lines(std::string_view& text) {
  std::uint32_t count = 0;
  const std::size_t close = text.find(" lines) ");
  if (!text.starts_with("(+") || close == std::string_view::npos) return 0;
  std::from_chars(text.data() + 2, text.data() + close, count);
  text.remove_prefix(close + 8);
  return count;
}

bool is_caret_line(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t");
  return first != std::string_view::npos && line[first] == '^';
}

std::optional<MarkedFinding> read_caret_line(std::string_view line, std::string_view own_rule) {
  const std::size_t first = line.find('^');
  const std::size_t end = std::min(line.find_first_not_of('^', first), line.size());
  std::string_view rest = trim_java(line.substr(end));
  const std::uint32_t more_lines = read_more_lines(rest);
  std::optional<MarkedFinding> finding = read_statement(rest, own_rule);
  if (finding)
    finding->mark = Mark{.line = 0,
                         .column = static_cast<std::uint32_t>(first),
                         .width = static_cast<std::uint32_t>(end - first),
                         .more_lines = more_lines};
  return finding;
}

std::string write_statement(const MarkedFinding& finding, std::string_view own_rule) {
  if (finding.rule == own_rule)
    return fmt::format("{}: {}\n", to_string(finding.level), finding.message);
  return fmt::format("{} {}: {}\n", to_string(finding.level), finding.rule, finding.message);
}

/// The lines of a text, each with its line end.
std::vector<std::string_view> whole_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end == std::string_view::npos ? end : end + 1));
    text.remove_prefix(lines.back().size());
  }
  return lines;
}

}  // namespace

MarkedText read_marked_text(std::string_view content, std::string_view own_rule,
                            std::vector<RuleFileProblem>& problems) {
  MarkedText result;
  std::uint32_t line_count = 0;
  std::vector<std::string_view> lines = whole_lines(content);
  // Statements without a place stand at the end, since `! ...` is a comment of properties
  // elsewhere.
  while (!lines.empty() && lines.back().starts_with("! ")) {
    auto finding = read_statement(trim_java(lines.back().substr(2)), own_rule);
    if (!finding) break;
    result.findings.push_back(std::move(*finding));
    lines.pop_back();
  }
  for (std::string_view line : lines) {
    if (!is_caret_line(line)) {
      result.text += line;
      result.lines.push_back(static_cast<std::uint32_t>(line.data() - content.data()));
      ++line_count;
      continue;
    }
    auto finding = read_caret_line(line.substr(0, line.find('\n')), own_rule);
    if (!finding || line_count == 0) {
      problems.push_back(
          {static_cast<std::uint32_t>(line.data() - content.data()),
           finding ? "a caret line stands below the line that it marks" : std::string(kNote)});
      continue;
    }
    finding->mark->line = line_count - 1;
    result.findings.push_back(std::move(*finding));
  }
  std::ranges::sort(result.findings);
  return result;
}

std::string write_marked_text(std::string_view text, std::string_view own_rule,
                              std::span<const MarkedFinding> findings) {
  std::vector<MarkedFinding> sorted(findings.begin(), findings.end());
  std::ranges::sort(sorted);
  std::string result;
  std::uint32_t number = 0;
  std::vector<std::string_view> lines = whole_lines(text);
  if (lines.empty()) lines.emplace_back("\n");
  for (std::string_view line : lines) {
    result += line;
    if (!line.ends_with('\n')) result += '\n';
    const bool last = number + 1 == lines.size();
    for (const MarkedFinding& finding : sorted)
      if (finding.mark && (finding.mark->line == number || (last && finding.mark->line > number)))
        result += write_mark(finding, own_rule);
    ++number;
  }
  for (const MarkedFinding& finding : sorted)
    if (!finding.mark) result += write_mark(finding, own_rule);
  return result;
}

std::string write_mark(const MarkedFinding& finding, std::string_view own_rule) {
  if (!finding.mark) return "! " + write_statement(finding, own_rule);
  std::string line(finding.mark->column, ' ');
  line.append(finding.mark->width, '^');
  if (finding.mark->more_lines != 0) line += fmt::format(" (+{} lines)", finding.mark->more_lines);
  return line + ' ' + write_statement(finding, own_rule);
}

MarkedFinding mark_finding(std::string_view bytes, const Finding& finding) {
  MarkedFinding marked{.mark = std::nullopt,
                       .rule = finding.rule,
                       .level = finding.level,
                       .message = finding.message};
  if (!finding.span) return marked;
  const LineTable table(bytes);
  const Position begin = table.position(finding.span->begin, ColumnUnit::code_points);
  Position end = table.position(finding.span->end, ColumnUnit::code_points);
  // A span that ends with its line's end does not reach into the next line.
  std::uint32_t last_line = end.line;
  if (end.column == 0 && end.line > begin.line) --last_line;
  if (end.line > begin.line)
    end = table.position(table.line(begin.line).end, ColumnUnit::code_points);
  marked.mark = Mark{.line = begin.line,
                     .column = begin.column,
                     .width = std::max(end.column, begin.column + 1) - begin.column,
                     .more_lines = last_line - begin.line};
  return marked;
}

}  // namespace kaflint::policy
