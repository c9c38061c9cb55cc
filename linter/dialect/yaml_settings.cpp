// See yaml_settings.h.
#include "linter/dialect/yaml_settings.h"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "linter/base/rule_id.h"

namespace kaflint::dialect {
namespace {

constexpr std::string_view kDuplicateKey = RuleId("any/duplicate-key").text();

/// The masks that overlap `span`; masks are in file order and do not overlap each other.
std::span<const syntax::YamlMask> masks_in(const syntax::YamlFile& file, Span span) {
  const auto first = std::ranges::partition_point(
      file.masks, [span](const syntax::YamlMask& mask) { return mask.span.end <= span.begin; });
  auto last = first;
  while (last != file.masks.end() && last->span.begin < span.end) ++last;
  return {first, last};
}

bool holds_mask(const syntax::YamlFile& file, Span span) { return !masks_in(file, span).empty(); }

/// Templates often have one version for old clusters and one for new ones, in two branches.
std::string_view api_version(const syntax::YamlFile& file, syntax::YamlId id) {
  if (id == syntax::kNoYaml || !file.is_scalar(id)) return {};
  return holds_mask(file, file.node(file.resolve(id)).span) ? std::string_view() : file.text(id);
}

void add_resource(const syntax::YamlFile& file, std::size_t document, syntax::YamlId root,
                  std::vector<KubernetesResource>& out) {
  if (root == syntax::kNoYaml || !file.is_mapping(root)) return;
  const std::string_view api = api_version(file, syntax::find(file, root, "apiVersion"));
  const std::string_view kind = known_text(file, syntax::find(file, root, "kind"));
  if (api.empty() || kind.empty()) return;
  const syntax::YamlId name = syntax::find_path(file, root, {"metadata", "name"});
  out.push_back({.document = document,
                 .root = root,
                 .api_version = api,
                 .kind = kind,
                 .name = known_text(file, name)});
}

std::optional<UnknownReason> mask_in_value(const syntax::YamlFile& file, const Setting& setting) {
  for (Span piece : setting.value_pieces)
    if (const auto reason = mask_in(file, piece)) return reason;
  return mask_in(file, setting.value_span);
}

void set_unknown(Setting& setting, UnknownReason reason) {
  setting.value.reset();
  setting.unknown = reason;
}

}  // namespace

std::string_view known_text(const syntax::YamlFile& file, syntax::YamlId id) {
  if (id == syntax::kNoYaml || !file.is_scalar(id) || file.node(file.resolve(id)).masked) return {};
  return file.text(id);
}

std::vector<KubernetesResource> kubernetes_resources(const syntax::YamlFile& file,
                                                     const std::vector<bool>& claimed) {
  std::vector<KubernetesResource> found;
  for (std::size_t i = 0; i < file.documents.size(); ++i) {
    if (claimed[i]) continue;
    const syntax::YamlId root = file.documents[i].root;
    const std::size_t before = found.size();
    add_resource(file, i, root, found);
    if (found.size() == before || found.back().kind != "List") continue;
    found.pop_back();
    for (const syntax::YamlId item : syntax::items(file, syntax::find(file, root, "items")))
      add_resource(file, i, item, found);
  }
  return found;
}

std::optional<Setting> setting_of(const ParsedFile& file, const syntax::YamlEntry& entry,
                                  const std::vector<Provenance>& chain) {
  const syntax::YamlFile& yaml = *file.yaml;
  if (known_text(yaml, entry.key).empty()) return std::nullopt;
  Setting setting;
  setting.key = yaml.text(entry.key);
  setting.written_key = setting.key;
  setting.key_span = yaml.node(entry.key).span;
  const Span there = yaml.node(entry.value).span;
  syntax::YamlId target = yaml.resolve(entry.value);
  if (target == syntax::kNoYaml) target = entry.value;  // an alias without its anchor
  setting.value_span = yaml.node(target).span;
  setting.entry_span = {setting.key_span.begin, std::max(setting.key_span.end, there.end)};
  setting.chain = chain;
  for (syntax::YamlId step : entry.through)
    setting.chain.push_back(
        {fmt::format("alias {}", file.source.text(yaml.node(step).span)), yaml.node(step).span});
  if (target != entry.value)
    setting.chain.push_back({fmt::format("alias {}", file.source.text(there)), there});
  if (!yaml.is_scalar(entry.value)) return setting;
  const MappedText text = syntax::map_scalar(yaml, file.source.bytes(), target);
  if (!text.text().empty())
    setting.value_pieces = text.source_pieces({0, static_cast<std::uint32_t>(text.text().size())});
  if (yaml.node(target).masked)
    setting.unknown = mask_in(yaml, setting.value_span).value_or(UnknownReason::template_action);
  return setting;
}

std::vector<Fix> quoting_fixes(const syntax::YamlNode& value) {
  if (value.kind != syntax::YamlKind::scalar || value.style != syntax::YamlStyle::plain) return {};
  return {{.title = "put it in quotes",
           .applicability = Applicability::safe,
           .edits = {{Span{value.span.begin, value.span.begin}, "\""},
                     {Span{value.span.end, value.span.end}, "\""}}}};
}

std::optional<UnknownReason> mask_in(const syntax::YamlFile& file, Span span) {
  const auto masks = masks_in(file, span);
  if (masks.empty()) return std::nullopt;
  return masks.front().kind == syntax::YamlMask::Kind::template_action
             ? UnknownReason::template_action
             : UnknownReason::filtered_property;
}

void apply_masks(const syntax::YamlFile& file, Span section, Unit& unit) {
  if (!holds_mask(file, section)) return;
  unit.complete = false;
  std::erase_if(unit.settings, [&file](const Setting& setting) {
    return setting.origin == SettingOrigin::written && holds_mask(file, setting.key_span);
  });
  std::set<std::string, std::less<>> twice;
  for (const Diagnostic& found : unit.diagnostics)
    if (found.rule.text() == kDuplicateKey) twice.insert(found.key);
  std::erase_if(unit.diagnostics, [&file](const Diagnostic& found) {
    return found.rule.text() == kDuplicateKey || (found.span && holds_mask(file, *found.span));
  });
  for (Setting& setting : unit.settings) {
    if (setting.origin != SettingOrigin::written) continue;
    const auto reason = mask_in_value(file, setting);
    // Of two branches neither is known to count, whatever the action would give.
    if (twice.contains(setting.key))
      set_unknown(setting, reason ? UnknownReason::unsupported : UnknownReason::template_action);
    else if (reason)
      set_unknown(setting, *reason);
  }
}

}  // namespace kaflint::dialect
