#include "linter/report/effective_rows.h"

#include <fmt/format.h>

#include <algorithm>

#include "linter/report/display.h"
#include "linter/report/effective_config.h"

namespace kaflint::report {
namespace {

std::string shown_value(const std::optional<std::string>& value) {
  if (!value) return "null";
  if (value->empty()) return "\"\"";
  return printable(*value);
}

std::string written_value(const dialect::Unit& unit, const dialect::Setting& setting) {
  if (!setting.value) return fmt::format("unknown ({})", dialect::to_string(setting.unknown));
  return shown_value(without_secrets(unit.role, setting.key, *setting.value));
}

std::string where(const FileView& view, const dialect::Setting& setting) {
  if (setting.origin == dialect::SettingOrigin::framework)
    return fmt::format("set by {}", printable(setting.set_by));
  // What stands in another file has no place in this one, but its way begins with that file.
  const bool elsewhere = setting.entry_span.empty() && !setting.chain.empty();
  const std::string place =
      elsewhere ? printable(setting.chain.front().what)
                : fmt::format("line {}", view.position(setting.entry_span.begin).line + 1);
  if (setting.written_key == setting.key) return place;
  return fmt::format("{}, as `{}`", place, printable(setting.written_key));
}

EffectiveRow row_of(const FileView& view, const dialect::Unit& unit, const std::string& key,
                    const kafka::EffectiveValue& value) {
  const dialect::Setting* setting = setting_of(unit, key);
  EffectiveRow row{printable(key), shown_value(value.value), "default", false};
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

}  // namespace

std::vector<EffectiveRow> effective_rows(const FileView& view, const policy::UnitResult& result,
                                         const kafka::Verdict& verdict, bool every_key) {
  std::vector<EffectiveRow> rows;
  const auto values = effective_config(result, verdict);
  for (const auto& [key, value] : values)
    if (every_key || value.origin != kafka::Origin::default_)
      rows.push_back(row_of(view, result.unit, key, value));
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

std::vector<EffectiveRow> effective_rows(const FileView& view, const dialect::Unit& unit,
                                         const kafka::ClientVerdict& client, bool every_key) {
  std::vector<EffectiveRow> rows;
  for (const auto& [key, value] : effective_config(client)) {
    if (!every_key && value.origin == kafka::Origin::default_) continue;
    EffectiveRow row{printable(key), shown_value(value.value), "default", false};
    const std::string_view source = client.config.source_of(key);
    const dialect::Setting* setting = setting_of(unit, source);
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

}  // namespace kaflint::report
