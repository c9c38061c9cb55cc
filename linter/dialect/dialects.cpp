// From a file's name and bytes to its syntax, and from there to the dialects.
#include <algorithm>
#include <array>
#include <cstring>
#include <string>

#include "linter/base/text.h"
#include "linter/dialect/common.h"
#include "linter/dialect/readers.h"
#include "linter/dialect/role_guess.h"

namespace kaflint::dialect {
namespace {

constexpr ReadUnits kYamlDialects[] = {read_strimzi, read_kubernetes_configmap, read_helm_values,
                                       read_spring_boot};
constexpr ReadUnits kPropertiesDialects[] = {read_spring_boot, read_properties};

enum class Syntax : std::uint8_t { properties, yaml, other };

Syntax syntax_of(std::string_view path) {
  const std::string name = ascii_lower(file_name(path));
  if (name.ends_with(".properties")) return Syntax::properties;
  if (name.ends_with(".yml") || name.ends_with(".yaml")) return Syntax::yaml;
  return Syntax::other;
}

bool contains(std::string_view bytes, std::string_view needle) {
  return memmem(bytes.data(), bytes.size(), needle.data(), needle.size()) != nullptr;
}

// `afka` finds both spellings of the name in one pass; the others are keys that a file without the
// name can hold.
constexpr std::array<std::string_view, 5> kYamlNeedles = {"afka", "AFKA", "bootstrap.servers",
                                                          "connector.class", ".properties"};
constexpr std::array<std::string_view, 9> kPropertiesNeedles = {
    "afka", "bootstrap.servers", "connector.class", "group.id", "broker.id",
    "acks", "process.roles",     "application.id",  "log.dirs"};

bool has_needle(std::string_view bytes, Syntax syntax) {
  const auto found = [bytes](std::string_view needle) { return contains(bytes, needle); };
  return syntax == Syntax::yaml ? std::ranges::any_of(kYamlNeedles, found)
                                : std::ranges::any_of(kPropertiesNeedles, found);
}

/// A NUL byte: no text that Kafka, Spring or Kubernetes would read, most often UTF-16.
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

/// Boot loads YAML with SnakeYAML's allowDuplicateKeys off (OriginTrackedYamlLoader), whatever part
/// of the file the key stands in.
void describe_duplicate(const syntax::YamlError& error, bool spring, Diagnostic& found) {
  found.rule = "syntax/yaml-duplicate-key";
  found.arguments["effect"] =
      spring ? "Spring Boot does not start with such a file"
             : "strict Kubernetes clients reject the file, others silently ignore the earlier one";
  if (spring) found.consequence = Consequence::refuses_to_start;
  if (error.first) found.related.push_back({*error.first, "the earlier one"});
}

Diagnostic yaml_diagnostic(const syntax::YamlError& error, bool spring) {
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
      describe_duplicate(error, spring, found);
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

/// A template's text is not what a YAML parser will see, so its errors say nothing.
void report_yaml_errors(const SourceFile& source, const syntax::YamlFile& file, bool templated,
                        FileUnits& out) {
  if (templated) return;
  if (out.units.empty() && !has_needle(source.bytes(), Syntax::yaml)) return;
  const auto is_spring = [](const Unit& unit) { return unit.dialect == "spring-boot"; };
  const bool spring =
      is_spring_file_name(file_name(source.path())) && std::ranges::any_of(out.units, is_spring);
  for (const syntax::YamlError& error : file.errors)
    out.diagnostics.push_back(yaml_diagnostic(error, spring));
}

/// What --role asks for: one unit of that role, whatever the keys are.
Unit forced_unit(const SourceFile& source, const syntax::PropertiesFile& file, kafka::Role role) {
  Unit unit;
  unit.role = role;
  unit.dialect = "properties";
  unit.complete = !file.error;
  unit.why = "the role was given";
  unit.span = span_of(0, source.bytes().size());
  unit.foreign_prefixes = plain_file_foreign_prefixes(source.bytes());
  UnitBuilder builder(std::move(unit));
  builder.add_pairs(file.pairs, nullptr, {});
  return std::move(builder).take();
}

void read_properties_file(const SourceFile& source, const ReadOptions& options, FileUnits& out) {
  const syntax::PropertiesFile tree =
      syntax::parse_properties(source.bytes(), syntax::Charset::latin1);
  if (options.role) {
    out.units.push_back(forced_unit(source, tree, *options.role));
  } else {
    const ParsedFile file{.source = source, .options = options, .properties = &tree};
    std::vector<bool> claimed(1, false);
    for (ReadUnits read : kPropertiesDialects) read(file, claimed, out);
  }
  if (!out.units.empty()) report_properties_errors(source, tree, out);
}

void read_yaml_file(const SourceFile& source, const ReadOptions& options, FileUnits& out) {
  const bool templated = contains(source.bytes(), "{{");
  const syntax::YamlFile tree = syntax::parse_yaml(source.bytes(), {.template_actions = templated});
  const ParsedFile file{.source = source, .options = options, .yaml = &tree};
  std::vector<bool> claimed(tree.documents.size(), false);
  for (ReadUnits read : kYamlDialects) read(file, claimed, out);
  report_yaml_errors(source, tree, templated, out);
}

}  // namespace

bool has_known_extension(std::string_view path) { return syntax_of(path) != Syntax::other; }

bool may_hold_settings(std::string_view path, std::string_view bytes) {
  const Syntax syntax = syntax_of(path);
  if (syntax == Syntax::other) return false;
  if (syntax == Syntax::properties && is_kafka_file_name(file_name(path))) return true;
  return has_needle(bytes, syntax);
}

FileUnits read_units(const SourceFile& source, const ReadOptions& options) {
  FileUnits out;
  const Syntax syntax = syntax_of(source.path());
  if (syntax == Syntax::other && !options.role) return out;
  const bool wanted = options.role || may_hold_settings(source.path(), source.bytes());
  const bool binary = wanted && report_binary(source, out);
  // Java reads a NUL in a properties file like any other character.
  if (binary && (syntax == Syntax::yaml || !options.role)) return out;
  if (syntax == Syntax::yaml)
    read_yaml_file(source, options, out);
  else
    read_properties_file(source, options, out);
  return out;
}

}  // namespace kaflint::dialect
