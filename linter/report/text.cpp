// For people: the first line of each finding is `path:line:column: level[rule]: message`, which
// editors and terminals make clickable; below it stand the lines of the file and what helps.
#include <fmt/format.h>

#include "linter/report/display.h"
#include "linter/report/file_view.h"
#include "linter/report/frame.h"
#include "linter/report/per_file.h"
#include "linter/report/report.h"
#include "linter/report/summary.h"
#include "linter/report/text_parts.h"

namespace kaflint::report {
namespace {

std::string_view in_words(Consequence consequence) {
  switch (consequence) {
    case Consequence::refuses_to_start:
      return "refuses to start";
    case Consequence::silently_changed:
      return "starts, but not with what is written or documented";
    case Consequence::ignored:
      return "ignored";
    case Consequence::risk:
      return "a risk";
  }
  return "";
}

std::string heading(const FileView& view, const Finding& finding, const Paint& paint) {
  const std::string place =
      finding.span ? place_of(view, finding.span->begin) : printable(view.path());
  const std::string label =
      fmt::format("{}[{}]", to_string(finding.level), printable(finding.rule));
  return fmt::format("{}: {}: {}\n", paint.bold(place), paint.level(finding.level, label),
                     printable(view.secrets().scrub(finding.message)));
}

/// `= name: text` below the frame's gutter.
std::string remark(const Frame& frame, const Paint& paint, std::string_view name,
                   std::string_view text) {
  return fmt::format("{} {}: {}\n", paint.gutter(fmt::format("{:>{}}", '=', frame.gutter + 2)),
                     name, text);
}

std::string effect(const FileView& view, const Finding& finding) {
  std::string text(in_words(finding.consequence));
  if (names_versions(view, finding))
    text += fmt::format(" (Kafka {})", finding.versions.to_words());
  return text;
}

std::string finding_text(const FileView& view, const Finding& finding, const Paint& paint) {
  const Frame frame = draw_frame(view, finding, paint);
  std::string text = heading(view, finding, paint) + frame.text;
  if (finding.role || !finding.versions.empty())
    text += remark(frame, paint, "effect", effect(view, finding));
  if (const policy::UnitResult* result = view.unit_of(finding); result && !finding.span)
    text += remark(frame, paint, "unit", unit_label(result->unit));
  for (const Fix& fix : finding.fixes)
    text += remark(frame, paint, paint.help("help"), printable(view.secrets().scrub(fix.title)));
  return text;
}

std::string checked_units(const Report& report, const Paint& paint) {
  std::string text;
  for (const policy::FileResult& file : report.files)
    for (const policy::UnitResult& result : file.units)
      text += fmt::format("{}: checked {}: {}\n", paint.bold(printable(file.source->path())),
                          unit_label(result.unit), outcome_words(result));
  return text;
}

}  // namespace

std::string to_text(const Report& report, const TextOptions& options, const ForEach& for_each) {
  const Paint paint(options.colour);
  const auto findings_text = [&paint](const policy::FileResult& file, std::size_t) {
    std::string part;
    if (file.findings.empty()) return part;
    const FileView view(file);
    for (const Finding& finding : file.findings) part += finding_text(view, finding, paint) + "\n";
    return part;
  };
  std::string text;
  for (const std::string& part : per_file(report, for_each, findings_text)) text += part;
  text += errors_text(report, paint);
  if (options.quiet) return text;
  if (options.verbose) text += checked_units(report, paint) + configurations_text(report);
  if (!report.assumption.empty())
    text += fmt::format("{}: {}\n", paint.level(Level::note, "note"), printable(report.assumption));
  for (const std::string& note : report.notes)
    text += fmt::format("{}: {}\n", paint.level(Level::note, "note"), printable(note));
  if (report.fixes)
    text += fmt::format("fixed {} of {}\n", report.fixes->fixed,
                        counted(report.fixes->found, "finding"));
  if (report.upgrade) text += upgrade_words(*report.upgrade) + ": ";
  text += paint.bold(summary_line(summarise(report))) + "\n";
  return text;
}

}  // namespace kaflint::report
