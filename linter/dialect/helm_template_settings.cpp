// See helm_template_settings.h.
#include "linter/dialect/helm_template_settings.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "linter/dialect/helm_settings.h"
#include "linter/dialect/kubernetes_scalar.h"

namespace kaflint::dialect {
namespace {

/// The scalar that is exactly the span.
const syntax::YamlNode* scalar_at(const syntax::YamlFile& yaml, Span span) {
  const auto found = std::ranges::find_if(yaml.nodes, [span](const syntax::YamlNode& node) {
    return node.kind == syntax::YamlKind::scalar && node.span == span;
  });
  return found == yaml.nodes.end() ? nullptr : &*found;
}

/// Whether YAML reads the text as one plain word.
bool is_plain_word(std::string_view text) {
  constexpr std::string_view kSpecial = "-?:,[]{}#&*!|>'\"%@` ";
  const bool dash = text.size() > 1 && text[0] == '-' && text[1] != ' ';
  return !text.empty() && (dash || kSpecial.find(text[0]) == std::string_view::npos) &&
         text.find(": ") == std::string_view::npos && text.find(" #") == std::string_view::npos &&
         !text.ends_with(':') && !text.ends_with(' ');
}

/// What Kubernetes reads where the rendered template has this scalar.
std::optional<std::string> read_scalar(syntax::YamlStyle style, std::string_view text) {
  const bool quoted =
      text.size() >= 2 && (text[0] == '"' || text[0] == '\'') && text.back() == text[0];
  if (quoted) {
    const std::string_view inner = text.substr(1, text.size() - 2);
    const bool plain = inner.find_first_of("\"'\\") == std::string_view::npos;
    return plain ? std::optional<std::string>(inner) : std::nullopt;
  }
  if (style != syntax::YamlStyle::plain || !is_plain_word(text)) return std::nullopt;
  KubernetesScalar scalar = kubernetes_scalar(text, false, "");
  if (!scalar.exact || scalar.kind == KubernetesScalar::Kind::null ||
      scalar.kind == KubernetesScalar::Kind::refused)
    return std::nullopt;
  return std::move(scalar.text);
}

/// The value as it is in a text of lines, where the span is not all of a scalar.
std::optional<std::string> read_line(std::string_view text) {
  if (text.find('\\') != std::string_view::npos || text.starts_with(' ')) return std::nullopt;
  return std::string(text);
}

void report_exponent(const TemplateValues::Rendered& rendered, std::string_view action,
                     const Setting& setting, Unit& unit) {
  if (rendered.digits.empty() || !takes_whole_number(unit.role, setting.key)) return;
  Diagnostic found{.rule = "helm/number-with-exponent",
                   .span = setting.entry_span,
                   .key = setting.key,
                   .arguments = {{"written", std::string(action)},
                                 {"printed", *setting.value},
                                 {"instead", "`| int64` directly behind the value"},
                                 {"set_by", setting.set_by}},
                   .related = {},
                   .fixes = {}};
  if (rendered.repair_at != 0)
    found.fixes.push_back({.title = "add | int64",
                           .applicability = Applicability::safe,
                           .edits = {{Span{rendered.repair_at, rendered.repair_at}, " | int64"}}});
  unit.diagnostics.push_back(std::move(found));
}

}  // namespace

void forget_branches(const syntax::YamlFile& file, std::vector<Unit>& units) {
  std::set<std::uint32_t> twice;  // where such keys begin
  for (const syntax::YamlNode& node : file.nodes) {
    if (node.kind != syntax::YamlKind::mapping) continue;
    std::map<std::string_view, std::uint32_t> keys;
    for (syntax::YamlId key = node.first_child; key != syntax::kNoYaml;) {
      const std::uint32_t begin = file.node(key).span.begin;
      const auto [first, fresh] = keys.try_emplace(file.text(key), begin);
      if (!fresh && file.is_scalar(key)) twice.insert({first->second, begin});
      const syntax::YamlId value = file.node(key).next_sibling;
      key = value == syntax::kNoYaml ? value : file.node(value).next_sibling;
    }
  }
  if (twice.empty()) return;
  for (Unit& unit : units)
    for (Setting& setting : unit.settings)
      if (!setting.key_span.empty() && twice.contains(setting.key_span.begin)) {
        setting.value.reset();
        setting.unknown = UnknownReason::unsupported;
      }
}

void use_template_values(const ParsedFile& file, const TemplateValues& values, Unit& unit) {
  if (unit.dialect.starts_with("spring")) return;  // which converts values in ways of its own
  for (Setting& setting : unit.settings) {
    if (setting.value || setting.unknown != UnknownReason::template_action ||
        setting.value_span.empty())
      continue;
    const std::string_view written = file.source.text(setting.value_span);
    const auto rendered = values.render(written, setting.value_span.begin);
    if (!rendered) continue;
    const syntax::YamlNode* scalar = scalar_at(*file.yaml, setting.value_span);
    setting.value = scalar ? read_scalar(scalar->style, rendered->text) : read_line(rendered->text);
    if (!setting.value) continue;
    setting.set_by = rendered->origin;
    setting.chain.push_back({rendered->origin, setting.value_span});
    if (setting.value->find('e') != std::string::npos)
      report_exponent(*rendered, written, setting, unit);
  }
}

}  // namespace kaflint::dialect
