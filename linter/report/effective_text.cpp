// `effective` and `units` for people: tables of what Kafka would run with, and of what was found.
#include <fmt/format.h>

#include <algorithm>

#include "linter/report/display.h"
#include "linter/report/effective_config.h"
#include "linter/report/report.h"
#include "linter/report/text_parts.h"

namespace kaflint::report {
namespace {

constexpr std::uint32_t kWidestValue = 60;

struct Row {
  std::string key;
  std::string value;
  std::string origin;
  bool changed = false;
};

/// Releases that follow each other with the same values, shown as one table.
struct Group {
  kafka::Verdict verdict;  // the first one's
  kafka::VersionSet versions;
  std::vector<Row> rows;
  std::string clients;  // their tables
};

std::string shown_value(const std::optional<std::string>& value) {
  if (!value) return "null";
  if (value->empty()) return "\"\"";
  return printable(*value);
}

std::string written_value(const dialect::Unit& unit, const dialect::Setting& setting) {
  if (!setting.value) return fmt::format("unknown ({})", dialect::to_string(setting.unknown));
  return is_secret(unit.role, setting.key) ? std::string(kHidden) : shown_value(setting.value);
}

std::string where(const FileView& view, const dialect::Setting& setting) {
  if (setting.origin == dialect::SettingOrigin::framework)
    return fmt::format("set by {}", printable(setting.set_by));
  const std::uint32_t line = view.position(setting.entry_span.begin).line + 1;
  if (setting.written_key == setting.key) return fmt::format("line {}", line);
  return fmt::format("line {}, as `{}`", line, printable(setting.written_key));
}

const dialect::Setting* find_setting(const dialect::Unit& unit, std::string_view key) {
  const auto found = std::ranges::find(unit.settings, key, &dialect::Setting::key);
  return found == unit.settings.end() ? nullptr : &*found;
}

Row effective_row(const FileView& view, const dialect::Unit& unit, const std::string& key,
                  const kafka::EffectiveValue& value) {
  const dialect::Setting* setting = find_setting(unit, key);
  Row row{printable(key), shown_value(value.value), "default", false};
  if (value.origin == kafka::Origin::kafka) {
    row.changed = true;
    row.origin = "changed by Kafka";
    if (setting != nullptr)
      row.origin += fmt::format(", {} is {}", where(view, *setting), written_value(unit, *setting));
  } else if (setting != nullptr) {
    row.origin = where(view, *setting);
    if (!setting->value) row.value = written_value(unit, *setting);
  }
  return row;
}

std::vector<Row> rows_of(const FileView& view, const policy::UnitResult& result,
                         const kafka::Verdict& verdict, bool verbose) {
  std::vector<Row> rows;
  const auto values = effective_config(result, verdict);
  for (const auto& [key, value] : values)
    if (verbose || value.origin != kafka::Origin::default_)
      rows.push_back(effective_row(view, result.unit, key, value));
  // What Kafka does not define reaches plugins all the same; before a refusal nothing else is
  // known.
  for (const dialect::Setting& setting : result.unit.settings) {
    if (values.contains(setting.key)) continue;
    std::string origin = where(view, setting);
    if (!values.empty()) origin += ", not a key of Kafka's";
    rows.push_back({printable(setting.key), written_value(result.unit, setting), origin, false});
  }
  return rows;
}

/// What a client inside of the unit's component has otherwise than by default.
std::vector<Row> rows_of(const FileView& view, const dialect::Unit& unit,
                         const kafka::ClientVerdict& client, bool verbose) {
  std::vector<Row> rows;
  for (const auto& [key, value] : effective_config(client)) {
    if (!verbose && value.origin == kafka::Origin::default_) continue;
    Row row{printable(key), shown_value(value.value), "default", false};
    const std::string_view source = client.config.source_of(key);
    const dialect::Setting* setting = find_setting(unit, source);
    if (value.origin == kafka::Origin::kafka) {
      row.changed = setting != nullptr;
      row.origin = fmt::format("set by {}", kafka::to_string(unit.role));
    } else if (setting != nullptr) {
      row.origin = where(view, *setting);
      if (source != key) row.origin += fmt::format(", as `{}`", printable(source));
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string table(const std::vector<Row>& rows, const Paint& paint) {
  std::uint32_t key_width = 0;
  std::uint32_t value_width = 0;
  for (const Row& row : rows) {
    key_width = std::max(key_width, display_width(row.key));
    value_width = std::max(value_width, std::min(kWidestValue, display_width(row.value)));
  }
  std::string text;
  for (const Row& row : rows) {
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
    text += outcome_line(client.verdict) + table(rows_of(view, unit, client, verbose), paint);
  }
  return text;
}

bool same(const Group& a, const Group& b) {
  const auto same_row = [](const Row& one, const Row& other) {
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
                rows_of(view, result, verdict, verbose),
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
