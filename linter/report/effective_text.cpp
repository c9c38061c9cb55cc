// `effective` and `units` for people: tables of what Kafka would run with, and of what was found.
#include <fmt/format.h>

#include <algorithm>

#include "linter/report/display.h"
#include "linter/report/effective_rows.h"
#include "linter/report/report.h"
#include "linter/report/text_parts.h"

namespace kaflint::report {
namespace {

constexpr std::uint32_t kWidestValue = 60;

/// Releases that follow each other with the same values, shown as one table.
struct Group {
  kafka::Verdict verdict;  // the first one's
  kafka::VersionSet versions;
  std::vector<EffectiveRow> rows;
  std::string clients;  // their tables
};

std::string table(const std::vector<EffectiveRow>& rows, const Paint& paint) {
  std::uint32_t key_width = 0;
  std::uint32_t value_width = 0;
  for (const EffectiveRow& row : rows) {
    key_width = std::max(key_width, display_width(row.key));
    value_width = std::max(value_width, std::min(kWidestValue, display_width(row.value)));
  }
  std::string text;
  for (const EffectiveRow& row : rows) {
    const std::uint32_t taken = display_width(row.value);
    const std::string line = fmt::format(
        "{}{} = {}{}  {}", row.key, std::string(key_width - display_width(row.key), ' '), row.value,
        std::string(taken < value_width ? value_width - taken : 0, ' '), row.origin);
    text += fmt::format("  {}\n", row.changed ? paint.changed(line) : line);
  }
  return text;
}

std::string outcome_line(const kafka::Verdict& verdict) {
  if (verdict.outcome == kafka::Outcome::starts) return "";
  if (verdict.outcome == kafka::Outcome::undetermined) {
    std::string keys;
    for (const std::string& key : verdict.unknown)
      keys += fmt::format("{}{}", keys.empty() ? "" : ", ", printable(key));
    return keys.empty() ? "  whether it starts cannot be decided from the file\n"
                        : fmt::format("  whether it starts depends on: {}\n", keys);
  }
  std::string text;
  for (const kafka::Refusal& refusal : verdict.refusals)
    text += fmt::format("  refuses to start: {}{}\n",
                        refusal.key ? printable(*refusal.key) + ", " : "", refusal.rule.text());
  return text;
}

std::string clients_text(const FileView& view, const dialect::Unit& unit,
                         const kafka::Verdict& verdict, bool verbose, const Paint& paint) {
  std::string text;
  for (const kafka::ClientVerdict& client : verdict.clients) {
    const std::string heading =
        client.name == kafka::to_string(client.role)
            ? client.name
            : fmt::format("{} ({})", client.name, kafka::to_string(client.role));
    text += fmt::format("  {}\n", paint.bold("its " + heading));
    text +=
        outcome_line(client.verdict) + table(effective_rows(view, unit, client, verbose), paint);
  }
  return text;
}

bool same(const Group& a, const Group& b) {
  const auto same_row = [](const EffectiveRow& one, const EffectiveRow& other) {
    return one.key == other.key && one.value == other.value && one.origin == other.origin;
  };
  return std::ranges::equal(a.rows, b.rows, same_row) && a.clients == b.clients &&
         outcome_line(a.verdict) == outcome_line(b.verdict);
}

std::vector<Group> groups_of(const FileView& view, const policy::UnitResult& result, bool verbose,
                             const Paint& paint) {
  std::vector<Group> groups;
  for (const kafka::Verdict& verdict : result.verdicts) {
    Group group{verdict,
                {},
                effective_rows(view, result, verdict, verbose),
                clients_text(view, result.unit, verdict, verbose, paint)};
    if (groups.empty() || !same(groups.back(), group)) groups.push_back(std::move(group));
    groups.back().versions.insert(verdict.version);
  }
  return groups;
}

std::string kafka_words(const kafka::VersionSet& versions) {
  const auto releases = versions.releases();
  const std::string first = releases.front().to_string();
  return releases.size() == 1 ? first : fmt::format("{} to {}", first, releases.back().to_string());
}

template <typename UnitText>
std::string units_report(const Report& report, const TextOptions& options, UnitText unit_text) {
  const Paint paint(options.colour);
  std::string text;
  for (const policy::FileResult& file : report.files) {
    if (file.units.empty()) continue;
    const FileView view(file);
    for (const policy::UnitResult& result : file.units) text += unit_text(view, result, paint);
  }
  text += errors_text(report, paint);
  if (options.verbose) text += configurations_text(report);
  if (!report.assumption.empty() && !options.quiet)
    text += fmt::format("{}: {}\n", paint.level(Level::note, "note"), printable(report.assumption));
  return text;
}

}  // namespace

std::string effective_to_text(const Report& report, const TextOptions& options) {
  return units_report(
      report, options,
      [&](const FileView& view, const policy::UnitResult& result, const Paint& paint) {
        std::string text;
        for (const Group& group : groups_of(view, result, options.verbose, paint)) {
          text += fmt::format("{}: {} on Kafka {} ({})\n", paint.bold(printable(view.path())),
                              unit_label(result.unit), kafka_words(group.versions),
                              version_reason(result));
          text += outcome_line(group.verdict) + table(group.rows, paint) + group.clients + "\n";
        }
        return text;
      });
}

std::string units_to_text(const Report& report, const TextOptions& options) {
  return units_report(
      report, options,
      [&](const FileView& view, const policy::UnitResult& result, const Paint& paint) {
        std::string text =
            fmt::format("{}: {}\n", paint.bold(place_of(view, result.unit.span.begin)),
                        unit_label(result.unit));
        if (!result.unit.why.empty())
          text += fmt::format("  why: {}\n", printable(result.unit.why));
        text +=
            fmt::format("  version: {} ({})\n", checked_releases(result), version_reason(result));
        text += fmt::format("  settings: {}, {}\n", result.unit.settings.size(),
                            result.unit.complete ? "complete" : "more may come from elsewhere");
        return text;
      });
}

}  // namespace kaflint::report
