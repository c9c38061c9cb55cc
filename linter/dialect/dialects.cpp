// From a file's name and bytes to its syntax, and from there to the dialects.
#include "linter/dialect/common.h"
#include "linter/dialect/compose_clusters.h"
#include "linter/dialect/connector_json.h"
#include "linter/dialect/dotenv_file.h"
#include "linter/dialect/file_syntax.h"
#include "linter/dialect/helm_charts_table.h"
#include "linter/dialect/helm_template.h"
#include "linter/dialect/helm_template_settings.h"
#include "linter/dialect/readers.h"
#include "linter/dialect/role_guess.h"
#include "linter/dialect/syntax_findings.h"

namespace kaflint::dialect {
namespace {

constexpr ReadUnits kYamlDialects[] = {
    read_strimzi,
    read_custom_resources,
    read_kubernetes_workload,  // before ConfigMaps, which it only looks at
    read_kubernetes_configmap,
    read_compose,
    read_console_environment,
    read_topics_as_code,
    read_helm_values,
    read_application_file,
};
constexpr ReadUnits kPropertiesDialects[] = {read_application_file, read_streams_programs,
                                             read_properties};

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

void read_yaml_text(const SourceFile& source, const ReadOptions& options,
                    const syntax::YamlFile& tree, const RenderedTemplate* rendered,
                    FileUnits& out) {
  const bool templated = source.bytes().find("{{") != std::string_view::npos;
  const ParsedFile file{.source = source,
                        .options = options,
                        .yaml = &tree,
                        .decided = rendered && rendered->decided};
  std::vector<bool> claimed(tree.documents.size(), false);
  for (ReadUnits read : kYamlDialects) read(file, claimed, out);
  set_compose_clusters(out.units);
  if (templated) forget_branches(tree, out.units);
  report_yaml_errors(source, tree, templated || rendered, out);
}

syntax::YamlFile parse_templated(std::string_view bytes) {
  return syntax::parse_yaml(bytes,
                            {.template_actions = bytes.find("{{") != std::string_view::npos});
}

/// Servers in the templates of a chart of Kafka have the version that it says, unless they say one.
void set_chart_version(const TemplateValues& values, std::vector<Unit>& units) {
  const auto version = kafka_of_chart(values.chart("Name").text, values.chart("AppVersion").text);
  if (!version) return;
  for (Unit& unit : units) {
    const bool server = unit.role == kafka::Role::broker || unit.role == kafka::Role::topic ||
                        unit.role == kafka::Role::connect_distributed;
    if (!server || unit.project_version) continue;
    unit.project_version = version;
    unit.version_from = "appVersion in Chart.yaml";
  }
}

/// A template of a chart with the values at hand; false when there are none, or what the actions
/// that are left stand for cannot be told apart then.
bool read_rendered(const SourceFile& source, const ReadOptions& options, FileUnits& out) {
  const auto values = TemplateValues::of(source, options.files, options.installations);
  const auto rendered = values ? render_template(source.bytes(), *values) : std::nullopt;
  if (!rendered || (rendered->printed.empty() && !rendered->decided)) return false;
  const SourceFile text(std::string(source.path()), std::string(rendered->text.text()));
  const syntax::YamlFile tree = parse_templated(text.bytes());
  if (!tree.errors.empty() && tree.errors.size() > parse_templated(source.bytes()).errors.size())
    return false;
  read_yaml_text(text, options, tree, &*rendered, out);
  if (rendered->decided)
    for (Unit& unit : out.units) unit.complete = false;
  map_to_template(*rendered, source, out);
  set_chart_version(*values, out.units);
  return true;
}

void read_yaml_file(const SourceFile& source, const ReadOptions& options, FileUnits& out) {
  const bool templated = source.bytes().find("{{") != std::string_view::npos;
  if (templated && read_rendered(source, options, out)) return;
  read_yaml_text(source, options, parse_templated(source.bytes()), nullptr, out);
}

/// JulieOps' descriptors in JSON, which is YAML too.
void read_json_descriptor(const SourceFile& source, const ReadOptions& options, FileUnits& out) {
  const syntax::YamlFile tree = syntax::parse_yaml(source.bytes());
  const ParsedFile file{.source = source, .options = options, .yaml = &tree};
  std::vector<bool> claimed(tree.documents.size(), false);
  read_topics_as_code(file, claimed, out);
}

void read_json_file(const SourceFile& source, const ReadOptions& options, FileUnits& out) {
  const syntax::JsonFile tree = syntax::parse_json(source.bytes());
  const ParsedFile file{.source = source, .options = options, .json = &tree};
  std::vector<bool> claimed(1, false);
  if (options.role)
    read_json_as(file, *options.role, out);
  else
    read_connector_json(file, claimed, out);
  const bool connector = source.bytes().find("\"connector.class\"") != std::string_view::npos;
  if (!options.role && !connector) return read_json_descriptor(source, options, out);
  report_json_errors(source, tree, out);
}

}  // namespace

void read_application_file(const ParsedFile& file, std::vector<bool>& claimed, FileUnits& out) {
  for (ReadUnits read : {read_spring_boot, read_prefixed, read_quarkus, read_micronaut})
    read(file, claimed, out);
}

bool has_known_extension(std::string_view path) { return syntax_of(path) != FileSyntax::other; }

bool may_hold_settings(std::string_view path, std::string_view bytes) {
  const FileSyntax syntax = syntax_of(path);
  if (syntax == FileSyntax::other) return false;
  if (syntax == FileSyntax::properties && is_kafka_file_name(file_name(path))) return true;
  return has_needle(bytes, syntax) || (syntax == FileSyntax::yaml && has_topic_needle(bytes));
}

FileUnits read_units(const SourceFile& source, const ReadOptions& options) {
  FileUnits out;
  const FileSyntax syntax = syntax_of(source.path());
  if (syntax == FileSyntax::other && !options.role) return out;
  if (syntax == FileSyntax::dotenv && !options.role &&
      !may_hold_settings(source.path(), source.bytes()))
    return out;
  const bool wanted = options.role || may_hold_settings(source.path(), source.bytes());
  const bool binary = wanted && report_binary(source, out);
  // Java reads a NUL in a properties file like any other character.
  if (binary && (syntax == FileSyntax::yaml || !options.role)) return out;
  if (syntax == FileSyntax::yaml)
    read_yaml_file(source, options, out);
  else if (syntax == FileSyntax::json)
    read_json_file(source, options, out);
  else if (syntax == FileSyntax::dotenv && !options.role)
    read_dotenv_file({.source = source, .options = options}, out);
  else
    read_properties_file(source, options, out);
  return out;
}

}  // namespace kaflint::dialect
