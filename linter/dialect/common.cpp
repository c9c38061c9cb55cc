// Settings of one unit while they are collected; see common.h.
#include "linter/dialect/common.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "linter/base/ascii.h"
#include "linter/base/text.h"

namespace kaflint::dialect {

std::string_view to_string(UnknownReason reason) {
  switch (reason) {
    case UnknownReason::placeholder:
      return "placeholder";
    case UnknownReason::template_action:
      return "template-action";
    case UnknownReason::filtered_property:
      return "filtered-property";
    case UnknownReason::config_provider:
      return "config-provider";
    case UnknownReason::reference:
      return "reference";
    case UnknownReason::unsupported:
      return "unsupported";
  }
  return "unsupported";
}

const Setting* setting_of(const Unit& unit, std::string_view key) {
  const auto found = std::ranges::find(unit.settings, key, &Setting::key);
  return found == unit.settings.end() ? nullptr : &*found;
}

std::string_view to_string(VersionSource source) {
  switch (source) {
    case VersionSource::option:
      return "option";
    case VersionSource::config:
      return "config";
    case VersionSource::project:
      return "project";
    case VersionSource::assumed:
      return "assumed";
  }
  return "assumed";
}

void UnitBuilder::put(Setting setting, std::optional<Span> removable) {
  const std::size_t index = unit_.settings.size();
  auto [place, fresh] = places_.try_emplace(setting.key, index);
  if (!fresh) {
    replaced_[place->second] = true;
    place->second = index;
  }
  unit_.settings.push_back(std::move(setting));
  replaced_.push_back(false);
  removable_.push_back(removable);
}

void UnitBuilder::add(Setting setting, std::optional<Span> removable) {
  const auto earlier = places_.find(setting.key);
  if (earlier != places_.end()) {
    const std::size_t index = earlier->second;
    const Setting& old = unit_.settings[index];
    if (old.origin == SettingOrigin::written) {
      Diagnostic finding{.rule = "any/duplicate-key",
                         .span = old.entry_span,
                         .key = old.key,
                         .arguments = {{"key", old.key}},
                         .related = {{setting.entry_span, "the later one, which counts"}},
                         .fixes = {}};
      if (removable_[index])
        finding.fixes.push_back({.title = "remove the earlier one",
                                 .applicability = Applicability::safe,
                                 .edits = {{*removable_[index], ""}}});
      unit_.diagnostics.push_back(std::move(finding));
    }
  }
  put(std::move(setting), removable);
}

void UnitBuilder::override_with(Setting setting, std::optional<Span> removable) {
  put(std::move(setting), removable);
}

void UnitBuilder::add_framework(std::string_view key, std::string_view value,
                                std::string_view set_by) {
  Setting setting;
  setting.key = key;
  if (places_.contains(setting.key)) return;
  setting.value = value;
  setting.origin = SettingOrigin::framework;
  setting.set_by = set_by;
  put(std::move(setting), std::nullopt);
}

void UnitBuilder::set_by_framework(std::string_view key, std::string_view set_by) {
  Setting setting;
  setting.key = key;
  setting.unknown = UnknownReason::unsupported;
  setting.origin = SettingOrigin::framework;
  setting.set_by = set_by;
  put(std::move(setting), std::nullopt);
}

bool is_template_line(std::string_view key) {
  return key.starts_with("{{") || key.starts_with("{%");
}

namespace {

/// `<your-cluster>.example.com`: for a person to fill in. `(?<name>...)` is a group of a regular
/// expression.
bool holds_angle_placeholder(std::string_view value) {
  for (std::size_t at = value.find('<'); at != std::string_view::npos;
       at = value.find('<', at + 1)) {
    const std::size_t end = value.find_first_of("<>", at + 1);
    if (end == std::string_view::npos) return false;
    const bool named = at + 1 < end && is_letter(value[at + 1]);
    if (value[end] == '>' && named && (at == 0 || value[at - 1] != '?')) return true;
  }
  return false;
}

}  // namespace

bool holds_template_text(std::string_view value) {
  if (value.find("{{") != std::string_view::npos || value.find("{%") != std::string_view::npos)
    return true;
  if (holds_angle_placeholder(value)) return true;
  for (std::size_t at = value.find('{'); at != std::string_view::npos;
       at = value.find('{', at + 1)) {
    const bool placeholder_of_its_own = at > 0 && value[at - 1] == '$';
    std::size_t end = at + 1;
    while (end < value.size() && (is_digit(value[end]) || is_letter(value[end]) ||
                                  value[end] == '_' || value[end] == '.'))
      ++end;
    const bool named = end > at + 1 && is_letter(value[at + 1]);
    if (named && !placeholder_of_its_own && end < value.size() && value[end] == '}') return true;
  }
  return false;
}

Setting setting_of(const syntax::PropertiesPair& pair) {
  Setting setting;
  setting.key = pair.key;
  if (holds_template_text(pair.value))
    setting.unknown = UnknownReason::template_action;
  else
    setting.value = pair.value;
  setting.written_key = pair.key;
  setting.key_span = pair.key_span;
  setting.value_span = pair.value_span;
  setting.value_pieces = pair.value_pieces;
  setting.entry_span = pair.entry_span;
  return setting;
}

void map_setting(const MappedText& text, Setting& setting) {
  for (Provenance& step : setting.chain) step.span = text.source_span(step.span);
  if (setting.origin == SettingOrigin::framework) return;
  std::vector<Span> pieces;
  for (Span piece : setting.value_pieces)
    for (Span part : text.source_pieces(piece)) pieces.push_back(part);
  setting.value_pieces = std::move(pieces);
  setting.key_span = text.source_span(setting.key_span);
  setting.value_span = text.source_span(setting.value_span);
  setting.entry_span = text.source_span(setting.entry_span);
}

void UnitBuilder::add_pairs(std::span<const syntax::PropertiesPair> pairs, const MappedText* text,
                            const std::vector<Provenance>& chain) {
  const bool templated = std::ranges::any_of(
      pairs, [](const syntax::PropertiesPair& pair) { return is_template_line(pair.key); });
  for (const syntax::PropertiesPair& pair : pairs) {
    if (is_template_line(pair.key)) {
      unit_.complete = false;
      continue;
    }
    Setting setting = setting_of(pair);
    if (text) map_setting(*text, setting);
    setting.chain = chain;
    // One branch of a template and the other: which of them counts is not known.
    if (templated && find(setting.key)) {
      setting.value.reset();
      setting.unknown = UnknownReason::template_action;
      override_with(std::move(setting));
      continue;
    }
    // Within another text the line's own indentation is outside of the mapped bytes, so deleting
    // the mapped part alone would leave that behind.
    add(std::move(setting), text ? std::nullopt : std::optional(pair.line_span));
  }
}

const Setting* UnitBuilder::find(std::string_view key) const {
  const auto place = places_.find(std::string(key));
  return place == places_.end() ? nullptr : &unit_.settings[place->second];
}

Unit UnitBuilder::take() && {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < unit_.settings.size(); ++i) {
    if (replaced_[i]) continue;
    if (kept != i) unit_.settings[kept] = std::move(unit_.settings[i]);
    ++kept;
  }
  unit_.settings.resize(kept);
  mark_config_provider_references(unit_);
  std::ranges::stable_sort(unit_.diagnostics, {}, &Diagnostic::span);
  return std::move(unit_);
}

namespace {

/// Whether the text holds ${provider:...} of one of the providers; of any when the list is null.
bool refers_to_provider(std::string_view text, const std::vector<std::string_view>* providers) {
  std::size_t at = 0;
  while ((at = text.find("${", at)) != std::string_view::npos) {
    const std::size_t end = text.find('}', at);
    if (end == std::string_view::npos) return false;
    const std::string_view inner = text.substr(at + 2, end - at - 2);
    const std::size_t colon = inner.find(':');
    if (colon != std::string_view::npos && colon > 0) {
      const std::string_view name = inner.substr(0, colon);
      if (!providers || std::ranges::find(*providers, name) != providers->end()) return true;
    }
    at += 2;
  }
  return false;
}

}  // namespace

void mark_config_provider_references(Unit& unit) {
  std::vector<std::string_view> names;
  std::string list;  // a copy: the setting itself may become unknown below
  bool any_name =
      unit.role == kafka::Role::source_connector || unit.role == kafka::Role::sink_connector;
  for (const Setting& setting : unit.settings) {
    if (setting.key != "config.providers") continue;
    if (!setting.value)
      any_name = true;
    else
      list = *setting.value;
  }
  for (std::string_view name : split(list, ','))
    if (!trim_java(name).empty()) names.push_back(trim_java(name));
  if (!any_name && names.empty()) return;
  for (Setting& setting : unit.settings) {
    if (!setting.value || !refers_to_provider(*setting.value, any_name ? nullptr : &names))
      continue;
    setting.value.reset();
    setting.unknown = UnknownReason::config_provider;
  }
}

std::string unique_unit_name(const std::vector<Unit>& units, std::string name,
                             std::size_t document) {
  const auto taken = [&units](std::string_view candidate) {
    return std::ranges::any_of(units, [&](const Unit& unit) { return unit.name == candidate; });
  };
  if (!taken(name)) return name;
  std::string numbered = name + " (document " + std::to_string(document + 1) + ")";
  for (std::size_t i = 2; taken(numbered); ++i)
    numbered =
        name + " (document " + std::to_string(document + 1) + ", number " + std::to_string(i) + ")";
  return numbered;
}

std::vector<std::string> client_foreign_prefixes() {
  return {"schema.registry.",
          "schema.reflection",
          "basic.auth.",
          "bearer.auth.",
          "auto.register.schemas",
          "use.latest.version",
          "avro.",
          "specific.avro.reader",
          "specific.protobuf.",
          "value.subject.name.",
          "key.subject.name.",
          "json.",
          "apicurio.",
          "confluent.",
          "spring.",
          "spring.json.",
          "normalize.schemas",
          "derive.type",
          "value.converter.",
          "key.converter.",
          "reference.subject.name.strategy"};
}

std::vector<std::string> plain_file_foreign_prefixes(std::string_view bytes) {
  std::vector<std::string> prefixes = client_foreign_prefixes();
  if (bytes.starts_with("\xEF\xBB\xBF")) prefixes.emplace_back("\u00ef\u00bb\u00bf");
  return prefixes;
}

bool is_spring_file_name(std::string_view file_name) {
  const std::string name = ascii_lower(file_name);
  const bool config =
      name.ends_with(".yml") || name.ends_with(".yaml") || name.ends_with(".properties");
  return config && (name.starts_with("application") || name.starts_with("bootstrap"));
}

std::string_view file_name(std::string_view path) {
  return path.substr(path.find_last_of('/') + 1);  // npos + 1 is 0
}

std::string place_in_other_file(const SourceFile& source, const LineTable& lines,
                                std::uint32_t offset) {
  return fmt::format("{}:{}", file_name(source.path()),
                     lines.position(offset, ColumnUnit::utf8).line + 1);
}

Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace kaflint::dialect
