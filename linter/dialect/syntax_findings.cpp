#include "linter/dialect/syntax_findings.h"

#include <algorithm>
#include <cstdint>

#include "linter/dialect/common.h"
#include "linter/dialect/compose.h"
#include "linter/dialect/file_syntax.h"

namespace kaflint::dialect {
namespace {

/// Who loads the file.
enum class Loader : std::uint8_t { spring_boot, compose, kubernetes };

/// Boot loads YAML with SnakeYAML's allowDuplicateKeys off (OriginTrackedYamlLoader), compose with
/// go-yaml v3, which refuses them too, whatever part of the file the key stands in.
void describe_duplicate(const syntax::YamlError& error, Loader loader, Diagnostic& found) {
  found.rule = "syntax/yaml-duplicate-key";
  std::string& effect = found.arguments["effect"];
  switch (loader) {
    case Loader::spring_boot:
      effect = "Spring Boot does not start with such a file";
      break;
    case Loader::compose:
      effect = "compose refuses the whole file";
      break;
    case Loader::kubernetes:
      effect = "strict Kubernetes clients reject the file, others silently ignore the earlier one";
      break;
  }
  if (loader != Loader::kubernetes) found.consequence = Consequence::refuses_to_start;
  if (error.first) found.related.push_back({*error.first, "the earlier one"});
}

Diagnostic yaml_diagnostic(const syntax::YamlError& error, Loader loader) {
  using enum syntax::YamlError::Kind;
  Diagnostic found{.rule = "syntax/yaml-error",
                   .span = error.span,
                   .key = {},
                   .arguments = {{"detail", error.detail}},
                   .related = {},
                   .fixes = {}};
  switch (error.kind) {
    case too_deep:
    case too_many_nodes:
    case too_many_aliases:
    case too_large:
      found.rule = "syntax/limit";
      break;
    case duplicate_key:
      describe_duplicate(error, loader, found);
      break;
    case invalid_utf8:
      found.rule = "syntax/invalid-utf8";
      break;
    case syntax:
    case unknown_alias:
    case bad_merge:
      break;
  }
  return found;
}

/// Something else makes JSON of the text before Connect sees it: Jinja, envsubst, ERB, a shell.
bool holds_template(std::string_view bytes, const syntax::JsonFile& file) {
  for (std::string_view mark : {"{{", "{%", "<%", "<#"})
    if (bytes.find(mark) != std::string_view::npos) return true;
  return std::ranges::any_of(file.errors, [bytes](const syntax::JsonError& error) {
    const std::string_view text = bytes.substr(error.span.begin, error.span.size());
    return text.find_first_of("$%<@") != std::string_view::npos;
  });
}

}  // namespace

bool report_binary(const SourceFile& source, FileUnits& out) {
  const std::size_t nul = source.bytes().find('\0');
  if (nul == std::string_view::npos) return false;
  const bool utf16 =
      source.bytes().starts_with("\xFF\xFE") || source.bytes().starts_with("\xFE\xFF");
  out.diagnostics.push_back(
      {.rule = "syntax/invalid-utf8",
       .span = span_of(nul, nul + 1),
       .key = {},
       .arguments = {{"detail", utf16 ? "it is UTF-16" : "it holds NUL bytes"}},
       .related = {},
       .fixes = {}});
  return true;
}

void report_properties_errors(const SourceFile& source, const syntax::PropertiesFile& file,
                              FileUnits& out) {
  if (source.bytes().starts_with("\xEF\xBB\xBF") && !file.pairs.empty())
    out.diagnostics.push_back({.rule = "syntax/byte-order-mark",
                               .span = Span{0, 3},
                               .key = {},
                               .arguments = {},
                               .related = {},
                               .fixes = {{.title = "remove the byte order mark",
                                          .applicability = Applicability::safe,
                                          .edits = {{Span{0, 3}, ""}}}}});
  if (!file.error) return;
  const Span bad = file.error->span;
  out.diagnostics.push_back({.rule = "syntax/properties-malformed-escape",
                             .span = bad,
                             .key = {},
                             .arguments = {{"detail", "`\\u` without four hexadecimal digits"}},
                             .related = {},
                             .fixes = {}});
}

void report_json_errors(const SourceFile& source, const syntax::JsonFile& file, FileUnits& out) {
  if (!file.broken || holds_template(source.bytes(), file)) return;
  const std::uint32_t end =
      file.root == syntax::kNoJson ? UINT32_MAX : file.node(file.root).span.end;
  for (const syntax::JsonError& error : file.errors) {
    using enum syntax::JsonError::Kind;
    if (error.kind == duplicate_key || error.span.begin > end) continue;
    const bool limit = error.kind == too_deep || error.kind == too_large;
    out.diagnostics.push_back({.rule = limit ? RuleId("syntax/limit") : RuleId("syntax/json-error"),
                               .span = error.span,
                               .key = {},
                               .arguments = {{"detail", error.detail}},
                               .related = {},
                               .fixes = {}});
    if (!limit) return;  // what follows the first mistake is often a consequence of it
  }
}

void report_yaml_errors(const SourceFile& source, const syntax::YamlFile& file, bool templated,
                        FileUnits& out) {
  if (templated) return;
  if (out.units.empty() && !has_needle(source.bytes(), FileSyntax::yaml)) return;
  const auto is_spring = [](const Unit& unit) { return unit.dialect == "spring-boot"; };
  Loader loader = Loader::kubernetes;
  if (!file.documents.empty() && is_compose(file, 0))
    loader = Loader::compose;
  else if (is_spring_file_name(file_name(source.path())) &&
           std::ranges::any_of(out.units, is_spring))
    loader = Loader::spring_boot;
  for (const syntax::YamlError& error : file.errors)
    out.diagnostics.push_back(yaml_diagnostic(error, loader));
}

}  // namespace kaflint::dialect
