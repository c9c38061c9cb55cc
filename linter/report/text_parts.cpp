// Phrases that the text renderers share.
#include "linter/report/text_parts.h"

#include <fmt/format.h>

#include <array>

#include "linter/report/display.h"

namespace kaflint::report {

std::string place_of(const FileView& view, std::uint32_t offset) {
  const Position position = view.position(offset);
  return fmt::format("{}:{}:{}", printable(view.path()), position.line + 1, position.column + 1);
}

std::string unit_label(const dialect::Unit& unit) {
  if (unit.name.empty())
    return fmt::format("{} ({})", kafka::to_string(unit.role), printable(unit.dialect));
  return fmt::format("{} {} ({})", kafka::to_string(unit.role), printable(unit.name),
                     printable(unit.dialect));
}

std::string checked_releases(const policy::UnitResult& result) {
  if (result.verdicts.empty()) return "no Kafka release";
  const std::string first = result.verdicts.front().version.to_string();
  const std::string last = result.verdicts.back().version.to_string();
  return first == last ? fmt::format("Kafka {}", first)
                       : fmt::format("Kafka {} to {}", first, last);
}

std::string outcome_words(const policy::UnitResult& result) {
  constexpr std::array<std::string_view, 3> kWords = {"starts", "refuses to start",
                                                      "cannot be decided"};
  std::array<kafka::VersionSet, 3> releases;
  for (const kafka::Verdict& verdict : result.verdicts)
    releases[static_cast<std::size_t>(verdict.outcome)].insert(verdict.version);
  std::string text;
  for (std::size_t i = 0; i < releases.size(); ++i) {
    if (releases[i].empty()) continue;
    if (!text.empty()) text += ", ";
    const bool every = releases[i].size() == result.verdicts.size();
    text += every ? fmt::format("{} on {}", kWords[i], checked_releases(result))
                  : fmt::format("{} on Kafka {}", kWords[i], releases[i].to_words());
  }
  if (text.empty()) text = "not checked";
  return fmt::format("{} ({})", text, version_reason(result));
}

std::string version_reason(const policy::UnitResult& result) {
  const std::string_view source = dialect::to_string(result.version_source);
  if (result.version_from.empty()) return std::string(source);
  return fmt::format("{}: {}", source, printable(result.version_from));
}

std::string errors_text(const Report& report, const Paint& paint) {
  std::string text;
  for (const RunError& error : report.errors) {
    const std::string label = paint.level(Level::error, "error");
    const std::string place = printable(place_of(error));
    text += place.empty()
                ? fmt::format("{}: {}\n", label, printable(error.message))
                : fmt::format("{}: {}: {}\n", paint.bold(place), label, printable(error.message));
  }
  return text;
}

std::string place_of(const RunError& error) {
  if (error.line == 0) return error.path;
  return fmt::format("{}:{}:{}", error.path, error.line, error.column);
}

std::string configurations_text(const Report& report) {
  std::string text;
  for (const std::string& configuration : report.configurations)
    text += fmt::format("configuration: {}\n", printable(configuration));
  return text;
}

}  // namespace kaflint::report
