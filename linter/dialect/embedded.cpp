// See embedded.h.
#include "linter/dialect/embedded.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "linter/base/text.h"
#include "linter/dialect/common.h"
#include "linter/dialect/syntax_findings.h"
#include "linter/dialect/yaml_settings.h"

namespace kaflint::dialect {
namespace {

/// An edit of the inner text as one of the file, or nothing when the bytes do not stand there as
/// they are: an escape, a folded line, new lines that would need indentation.
std::optional<Edit> map_edit(const MappedText& text, std::string_view bytes, const Edit& edit) {
  const std::string_view inner = text.text();
  const std::vector<Span> pieces = text.source_pieces(edit.span);
  Span span = text.source_span(edit.span);
  if (edit.text.find('\n') != std::string::npos || pieces.size() > 1) return std::nullopt;
  if (bytes.substr(span.begin, span.size()) != inner.substr(edit.span.begin, edit.span.size()))
    return std::nullopt;
  const bool whole_line = edit.text.empty() && !edit.span.empty() &&
                          inner[edit.span.end - 1] == '\n' &&
                          (edit.span.begin == 0 || inner[edit.span.begin - 1] == '\n');
  if (whole_line)  // with its indentation
    while (span.begin > 0 && bytes[span.begin - 1] == ' ') --span.begin;
  return Edit{span, edit.text};
}

void map_fixes(const MappedText& text, std::string_view bytes, std::vector<Fix>& fixes) {
  std::erase_if(fixes, [&](Fix& fix) {
    for (Edit& edit : fix.edits) {
      std::optional<Edit> mapped = map_edit(text, bytes, edit);
      if (!mapped) return true;
      edit = std::move(*mapped);
    }
    return false;
  });
}

void map_diagnostics(const MappedText& text, std::string_view bytes,
                     std::vector<Diagnostic>& diagnostics) {
  for (Diagnostic& found : diagnostics) {
    if (found.span) found.span = text.source_span(*found.span);
    for (Related& related : found.related) related.span = text.source_span(related.span);
    map_fixes(text, bytes, found.fixes);
  }
}

std::optional<Diagnostic> escape_error(const syntax::PropertiesFile& file, const MappedText& text) {
  if (!file.error) return std::nullopt;
  return Diagnostic{.rule = "syntax/properties-malformed-escape",
                    .span = text.source_span(file.error->span),
                    .key = {},
                    .arguments = {{"detail", "`\\u` without four hexadecimal digits"}},
                    .related = {},
                    .fixes = {}};
}

Span section_of(const EmbeddedFile& inner) {
  return inner.outer.yaml->node(inner.outer.yaml->resolve(inner.scalar)).span;
}

}  // namespace

void map_to_file(const MappedText& text, std::string_view bytes, FileUnits& units) {
  map_diagnostics(text, bytes, units.diagnostics);
  for (Unit& unit : units.units) {
    unit.span = text.source_span(unit.span);
    for (Setting& setting : unit.settings) map_setting(text, setting);
    if (unit.topic)
      for (std::optional<Setting>* setting :
           {&unit.topic->partitions, &unit.topic->replication_factor})
        if (*setting) map_setting(text, **setting);
    map_diagnostics(text, bytes, unit.diagnostics);
  }
}

std::optional<Unit> read_properties_text(const EmbeddedFile& inner, std::optional<RoleGuess> role) {
  const syntax::YamlFile& yaml = *inner.outer.yaml;
  const MappedText text =
      syntax::map_scalar(yaml, inner.outer.source.bytes(), yaml.resolve(inner.scalar));
  const syntax::PropertiesFile file =
      syntax::parse_properties(text.text(), syntax::Charset::latin1);
  if (!role) {
    std::vector<KeyAndValue> pairs;
    for (const syntax::PropertiesPair& pair : file.pairs)
      if (!mask_in(yaml, text.source_span(pair.key_span))) pairs.push_back({pair.key, pair.value});
    role = asked_or_guessed(inner.outer.options.role, guess_role(inner.file_name, pairs), pairs, 1);
  }
  if (!role) return std::nullopt;
  Unit unit;
  unit.name = inner.unit_name;
  unit.role = role->role;
  unit.dialect = inner.dialect;
  unit.complete = role->complete && !file.error;
  unit.why = role->why;
  unit.span = section_of(inner);
  unit.foreign_prefixes = client_foreign_prefixes();
  UnitBuilder builder(std::move(unit));
  builder.add_pairs(file.pairs, &text, inner.chain);
  Unit result = std::move(builder).take();
  if (std::optional<Diagnostic> error = escape_error(file, text))
    result.diagnostics.push_back(std::move(*error));
  apply_masks(yaml, result.span, result);
  return result;
}

FileUnits read_embedded(const EmbeddedFile& inner, ReadUnits dialect) {
  const syntax::YamlFile& yaml = *inner.outer.yaml;
  const MappedText text =
      syntax::map_scalar(yaml, inner.outer.source.bytes(), yaml.resolve(inner.scalar));
  const SourceFile source(std::string(inner.file_name), std::string(text.text()));
  ReadOptions options = inner.outer.options;
  options.files = nullptr;  // nothing lies beside it
  FileUnits units;
  if (ascii_lower(inner.file_name).ends_with(".properties")) {
    const auto tree = syntax::parse_properties(source.bytes(), syntax::Charset::latin1);
    const ParsedFile file{.source = source, .options = options, .properties = &tree};
    std::vector<bool> claimed(1, false);
    dialect(file, claimed, units);
  } else if (ascii_lower(inner.file_name).ends_with(".json")) {
    const auto tree = syntax::parse_json(source.bytes());
    const ParsedFile file{.source = source, .options = inner.outer.options, .json = &tree};
    std::vector<bool> claimed(1, false);
    dialect(file, claimed, units);
    if (!units.units.empty()) report_json_errors(source, tree, units);
  } else {
    const bool templated = text.text().find("{{") != std::string_view::npos;
    const auto tree = syntax::parse_yaml(source.bytes(), {.template_actions = templated});
    // Blanked actions may give more, and so may the files beside it.
    const ParsedFile file{.source = source, .options = options, .yaml = &tree, .decided = true};
    std::vector<bool> claimed(tree.documents.size(), false);
    dialect(file, claimed, units);
    if (!units.units.empty()) report_yaml_errors(source, tree, templated, units);
  }
  map_to_file(text, inner.outer.source.bytes(), units);
  for (Unit& unit : units.units) {
    unit.name =
        unit.name.empty() ? inner.unit_name : fmt::format("{} {}", inner.unit_name, unit.name);
    for (Setting& setting : unit.settings)
      if (setting.origin == SettingOrigin::written)
        setting.chain.insert(setting.chain.begin(), inner.chain.begin(), inner.chain.end());
    apply_masks(yaml, section_of(inner), unit);
  }
  return units;
}

}  // namespace kaflint::dialect
