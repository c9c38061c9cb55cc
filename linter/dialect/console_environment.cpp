// Variables of the environment that consoles read Kafka's settings from, wherever a YAML file sets
// them: AKHQ_CONFIGURATION, an application.yml of AKHQ as a text, and kafka-ui's
// KAFKA_CLUSTERS_0_BOOTSTRAPSERVERS and KAFKA_CLUSTERS_0_PROPERTIES_<KEY>.
#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "linter/base/ascii.h"
#include "linter/base/text.h"
#include "linter/dialect/common.h"
#include "linter/dialect/embedded.h"
#include "linter/dialect/readers.h"
#include "linter/dialect/spring_findings.h"
#include "linter/dialect/yaml_settings.h"
#include "linter/kafka/catalog.h"

namespace kaflint::dialect {
namespace {

using kafka::Role;

constexpr std::string_view kAkhq = "AKHQ_CONFIGURATION";
constexpr std::string_view kClusters = "KAFKA_CLUSTERS_";
constexpr std::string_view kProperties = "PROPERTIES_";
constexpr std::size_t kMostNodes = 200'000;

/// A variable and the node of its value.
struct Variable {
  std::string_view name;
  syntax::YamlEntry entry;
};

/// kafka-ui's variable in its parts: `0` and `PROPERTIES_ACKS` of KAFKA_CLUSTERS_0_PROPERTIES_ACKS.
struct ClusterVariable {
  std::string_view cluster;
  std::string_view rest;
};

std::optional<ClusterVariable> cluster_variable(std::string_view name) {
  if (!name.starts_with(kClusters)) return std::nullopt;
  name.remove_prefix(kClusters.size());
  const std::size_t end = name.find('_');
  if (end == std::string_view::npos || end == 0) return std::nullopt;
  const std::string_view cluster = name.substr(0, end);
  if (!std::ranges::all_of(cluster, is_digit)) return std::nullopt;
  return ClusterVariable{cluster, name.substr(end + 1)};
}

/// Boot binds the variable to a nested map, which kafka-ui flattens again
/// (ClustersProperties.flattenClusterProperties).
std::string key_of(std::string_view rest) {
  if (rest == "BOOTSTRAPSERVERS") return "bootstrap.servers";
  if (!rest.starts_with(kProperties)) return {};
  std::string key = ascii_lower(rest.substr(kProperties.size()));
  std::ranges::replace(key, '_', '.');
  return key;
}

class EnvironmentReader {
 public:
  EnvironmentReader(const ParsedFile& file, std::size_t document, FileUnits& out)
      : file_(file), yaml_(*file.yaml), document_(document), out_(out) {}

  void read(syntax::YamlId root) {
    std::vector<syntax::YamlId> stack = {root};
    for (std::size_t visited = 0; !stack.empty() && visited < kMostNodes; ++visited) {
      const syntax::YamlId node = stack.back();
      stack.pop_back();
      std::vector<syntax::YamlId> below;
      if (yaml_.node(node).kind == syntax::YamlKind::alias) continue;
      if (yaml_.is_mapping(node)) {
        read_map(node);
        for (const syntax::YamlEntry& entry : syntax::entries(yaml_, node))
          if (entry.through.empty()) below.push_back(entry.value);
      } else if (yaml_.is_sequence(node)) {
        read_list(node);
        for (const syntax::YamlId item : syntax::items(yaml_, node)) below.push_back(item);
      }
      stack.insert(stack.end(), below.rbegin(), below.rend());
    }
  }

 private:
  /// environment: {NAME: value}
  void read_map(syntax::YamlId map) {
    std::vector<Variable> variables;
    for (const syntax::YamlEntry& entry : syntax::entries(yaml_, map))
      variables.push_back({known_text(yaml_, entry.key), entry});
    read_variables(variables);
  }

  /// env: [{name: NAME, value: value}]
  void read_list(syntax::YamlId list) {
    std::vector<Variable> variables;
    for (const syntax::YamlId item : syntax::items(yaml_, list)) {
      if (!yaml_.is_mapping(item)) continue;
      std::string_view name;
      std::optional<syntax::YamlEntry> value;
      for (const syntax::YamlEntry& entry : syntax::entries(yaml_, item)) {
        const std::string_view key = known_text(yaml_, entry.key);
        if (key == "name") name = known_text(yaml_, entry.value);
        if (key == "value") value = entry;
      }
      if (value) variables.push_back({name, *value});
    }
    read_variables(variables);
  }

  void read_variables(const std::vector<Variable>& variables) {
    std::vector<std::string_view> clusters;
    for (const Variable& variable : variables) {
      if (variable.name == kAkhq && yaml_.is_scalar(variable.entry.value)) read_akhq(variable);
      const auto part = cluster_variable(variable.name);
      if (part && std::ranges::find(clusters, part->cluster) == clusters.end())
        clusters.push_back(part->cluster);
    }
    for (std::string_view cluster : clusters) read_cluster(variables, cluster);
  }

  void read_akhq(const Variable& variable) {
    EmbeddedFile inner{.outer = file_,
                       .scalar = variable.entry.value,
                       .file_name = "application.yml",
                       .unit_name = std::string(kAkhq),
                       .dialect = "akhq",
                       .chain = {}};
    FileUnits units = read_embedded(inner, read_micronaut);
    for (Unit& unit : units.units) add(std::move(unit));
    std::ranges::move(units.diagnostics, std::back_inserter(out_.diagnostics));
  }

  void read_cluster(const std::vector<Variable>& variables, std::string_view cluster) {
    Unit unit;
    unit.name = fmt::format("{}{}", kClusters, cluster);
    unit.role = Role::admin;
    unit.dialect = "kafka-ui";
    unit.why = "what kafka-ui hands to every client of that cluster";
    unit.foreign_prefixes = client_foreign_prefixes();
    UnitBuilder builder(std::move(unit));
    for (const Variable& variable : variables) {
      const auto part = cluster_variable(variable.name);
      if (!part || part->cluster != cluster || !yaml_.is_scalar(variable.entry.value)) continue;
      std::string key = key_of(part->rest);
      // The name does not tell dots from underscores, so only what Kafka knows is certain.
      if (key.empty() || kafka::catalog(Role::admin).history(key).empty()) continue;
      builder.override_with(setting(variable, std::move(key)));
    }
    if (builder.empty()) return;
    Unit made = std::move(builder).take();
    made.span = {made.settings.front().entry_span.begin, made.settings.back().entry_span.end};
    add(std::move(made));
  }

  Setting setting(const Variable& variable, std::string key) const {
    const syntax::YamlNode& value = yaml_.node(yaml_.resolve(variable.entry.value));
    Setting setting;
    setting.key = std::move(key);
    setting.value = yaml_.text(variable.entry.value);
    if (setting.value->find('$') != std::string::npos || value.masked) {
      setting.value.reset();
      setting.unknown = value.masked ? UnknownReason::template_action : UnknownReason::placeholder;
    }
    setting.written_key = variable.name;
    setting.key_span = yaml_.node(variable.entry.key).span;
    setting.value_span = yaml_.node(variable.entry.value).span;
    setting.value_pieces = {setting.value_span};
    setting.entry_span = {setting.key_span.begin, setting.value_span.end};
    return setting;
  }

  void add(Unit unit) {
    unit.name = unique_unit_name(out_.units, std::move(unit.name), document_);
    out_.units.push_back(std::move(unit));
  }

  const ParsedFile& file_;
  const syntax::YamlFile& yaml_;
  std::size_t document_;
  FileUnits& out_;
};

}  // namespace

void read_console_environment(const ParsedFile& file, std::vector<bool>&, FileUnits& out) {
  const std::string_view bytes = file.source.bytes();
  if (bytes.find(kAkhq) == std::string_view::npos &&
      bytes.find(kClusters) == std::string_view::npos)
    return;
  for (std::size_t i = 0; i < file.yaml->documents.size(); ++i)
    if (file.yaml->documents[i].root != syntax::kNoYaml)
      EnvironmentReader(file, i, out).read(file.yaml->documents[i].root);
}

}  // namespace kaflint::dialect
