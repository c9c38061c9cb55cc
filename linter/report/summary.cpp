// Counting a run, and saying the counts.
#include "linter/report/summary.h"

#include <fmt/format.h>

#include <algorithm>

namespace kaflint::report {

Summary summarise(const Report& report) {
  Summary summary;
  summary.files = std::max(report.files_read, report.files.size());
  for (const policy::FileResult& file : report.files) {
    summary.units += file.units.size();
    for (const Finding& finding : file.findings) {
      switch (finding.level) {
        case Level::error:
          ++summary.errors;
          break;
        case Level::warning:
          ++summary.warnings;
          break;
        case Level::note:
          ++summary.notes;
          break;
      }
    }
  }
  return summary;
}

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string upgrade_words(const policy::Upgrade& upgrade) {
  const std::string to = upgrade.to.to_string();
  if (!upgrade.from) return fmt::format("upgrade to Kafka {}", to);
  return fmt::format("upgrade from Kafka {} to {}", upgrade.from->to_string(), to);
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string summary_line(const Summary& summary) {
  std::string found;
  const auto add = [&found](std::size_t count, std::string_view noun) {
    if (count == 0) return;
    if (!found.empty()) found += ", ";
    found += counted(count, noun);
  };
  add(summary.errors, "error");
  add(summary.warnings, "warning");
  add(summary.notes, "note");
  const std::string files = counted(summary.files, "file");
  if (found.empty() && summary.units == 0)
    return fmt::format("no Kafka configuration found in {}", files);
  return fmt::format("{} in {} ({})", found.empty() ? "no problems found" : found, files,
                     counted(summary.units, "unit"));
}

}  // namespace kaflint::report
