// Drawn like a compiler's: a gutter of line numbers, underlines below, `...` over the gap between
// lines that are not neighbours.
#include "linter/report/frame.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "linter/report/display.h"
#include "linter/report/shown_line.h"

namespace kaflint::report {
namespace {

struct Drawing {
  const FileView& view;
  const Paint& paint;
  Level level;
  std::uint32_t gutter;
};

std::string without_trailing_blanks(std::string text) {
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

std::string margin(const Drawing& drawing, std::string_view number) {
  return drawing.paint.gutter(fmt::format("{:>{}} |", number, drawing.gutter));
}

/// The part of a span on the line where it begins; whether it goes on below.
struct FirstLine {
  Span span;
  bool goes_on;
};

FirstLine first_line(const FileView& view, Span span, std::uint32_t line) {
  const std::uint32_t end = view.lines().line(line).end;
  const bool goes_on = span.end > end && view.position(span.end).line > line;
  return {{std::min(span.begin, end), std::min(span.end, end)}, goes_on};
}

std::string underline(const Drawing& drawing, const ShownLine& shown, std::uint32_t line,
                      const Annotation& annotation) {
  const FirstLine part = first_line(drawing.view, annotation.span, line);
  const Columns columns = shown.columns(part.span);
  std::string marks(columns.end - columns.begin, annotation.primary ? '^' : '-');
  if (part.goes_on) marks += "...";
  if (!annotation.label.empty()) marks += fmt::format(" {}", annotation.label);
  const std::string painted =
      annotation.primary ? drawing.paint.level(drawing.level, marks) : drawing.paint.gutter(marks);
  return fmt::format("{} {}{}\n", margin(drawing, ""), std::string(columns.begin, ' '), painted);
}

}  // namespace

Frame draw_frame(const FileView& view, std::vector<Annotation> annotations, Level level,
                 const Paint& paint) {
  std::ranges::stable_sort(annotations, {}, [](const Annotation& annotation) {
    return std::pair(annotation.span.begin, !annotation.primary);
  });
  std::map<std::uint32_t, std::vector<const Annotation*>> by_line;
  for (const Annotation& annotation : annotations)
    by_line[view.position(annotation.span.begin).line].push_back(&annotation);
  if (by_line.empty()) return {};
  const std::uint32_t widest = by_line.rbegin()->first + 1;
  const Drawing drawing{view, paint, level,
                        static_cast<std::uint32_t>(fmt::formatted_size("{}", widest))};
  std::string text = margin(drawing, "") + "\n";
  std::uint32_t expected = by_line.begin()->first;
  for (const auto& [line, marks] : by_line) {
    if (line > expected) text += paint.gutter("...") + "\n";
    expected = line + 1;
    const ShownLine shown(view, line, first_line(view, marks.front()->span, line).span);
    const std::string number = fmt::format("{}", line + 1);
    text += without_trailing_blanks(fmt::format("{} {}", margin(drawing, number), shown.text()));
    text += '\n';
    for (const Annotation* mark : marks) text += underline(drawing, shown, line, *mark);
  }
  return {std::move(text), drawing.gutter};
}

Frame draw_frame(const FileView& view, const Finding& finding, const Paint& paint) {
  std::vector<Annotation> annotations;
  if (finding.span) annotations.push_back({*finding.span, "", true});
  for (const Related& related : finding.related)
    annotations.push_back({related.span, printable(view.secrets().scrub(related.message)), false});
  return draw_frame(view, std::move(annotations), finding.level, paint);
}

}  // namespace kaflint::report
