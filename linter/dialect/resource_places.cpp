// See resource_places.h.
#include "linter/dialect/resource_places.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "linter/base/text.h"
#include "linter/dialect/role_guess.h"

namespace kaflint::dialect {
namespace {

using kafka::Role;

constexpr ResourceRow kRows[] = {
#include "custom_resources_table.inc"
};

constexpr std::string_view kMirrorMaker2 = "KafkaMirrorMaker2";

/// `kafka.strimzi.io` of `kafka.strimzi.io/v1`.
std::string_view group_of(std::string_view api_version) {
  return api_version.substr(0, api_version.find('/'));
}

/// The path of a field in the row's `with`; a fixed value is after a second `=`.
std::string_view field(const ResourceRow& row, std::string_view name) {
  std::string_view rest = row.with;
  while (!rest.empty()) {
    const std::string_view pair = rest.substr(0, rest.find(' '));
    rest = pair.size() == rest.size() ? std::string_view{} : rest.substr(pair.size() + 1);
    const std::size_t equals = pair.find('=');
    if (pair.substr(0, equals) == name) return pair.substr(equals + 1);
  }
  return {};
}

bool is_connector_row(const ResourceRow& row) { return row.role == "connector"; }

/// Follows the row's path, one place for each item of a list or entry of a map at `*`.
class PathWalk {
 public:
  PathWalk(const syntax::YamlFile& yaml, const ResourceRow& row, std::vector<ResourcePlace>& out)
      : yaml_(yaml), row_(row), out_(out) {}

  void walk(syntax::YamlId node, std::string_view rest, const std::string& path) {
    if (node == syntax::kNoYaml) return;
    const std::string_view step = rest.substr(0, rest.find('.'));
    if (step == "*") return walk_items(node, rest.substr(2), path);
    if (!yaml_.is_mapping(node)) return;
    syntax::YamlId value = syntax::find(yaml_, node, step);
    if (yaml_.resolve(value) == syntax::kNoYaml) value = syntax::kNoYaml;  // an unknown alias
    const std::string inner = path.empty() ? std::string(step) : fmt::format("{}.{}", path, step);
    if (step.size() != rest.size()) return walk(value, rest.substr(step.size() + 1), inner);
    const bool alone = row_.role == "topic" || is_connector_row(row_);
    if (value != syntax::kNoYaml || (alone && !field(row_, "class").starts_with('=')))
      out_.push_back({&row_, inner, node, value});
  }

 private:
  void walk_items(syntax::YamlId node, std::string_view rest, const std::string& path) {
    if (yaml_.is_mapping(node))
      for (const syntax::YamlEntry& entry : syntax::entries(yaml_, node))
        walk(entry.value, rest, fmt::format("{}.{}", path, known_text(yaml_, entry.key)));
    std::size_t index = 0;
    for (const syntax::YamlId item : syntax::items(yaml_, node))
      walk(item, rest, fmt::format("{}[{}]", path, index++));
  }

  const syntax::YamlFile& yaml_;
  const ResourceRow& row_;
  std::vector<ResourcePlace>& out_;
};

/// A field beside the settings as the setting `key`.
std::optional<Setting> field_setting(const ParsedFile& file, const ResourcePlace& place,
                                     std::string_view name, std::string_view key,
                                     const ReadValue& read_value) {
  const std::string_view path = field(*place.row, name);
  if (path.empty() || path.starts_with('=')) return std::nullopt;
  for (const syntax::YamlEntry& entry : syntax::entries(*file.yaml, place.owner)) {
    if (known_text(*file.yaml, entry.key) != path) continue;
    std::optional<Setting> setting = setting_of(file, entry, {});
    if (!setting) return std::nullopt;
    read_value(entry, *setting);
    setting->key = key;
    return setting;
  }
  return std::nullopt;
}

/// metadata.name of the object whose `spec` the settings stand in.
std::string_view object_name(const syntax::YamlFile& yaml, const ResourcePlace& place) {
  const syntax::YamlId object = yaml.node(yaml.resolve(place.owner)).parent;
  if (object == syntax::kNoYaml) return {};
  return known_text(yaml, at_path(yaml, object, "metadata.name"));
}

TopicLayout read_layout(const ParsedFile& file, const ResourcePlace& place,
                        const ReadValue& read_value) {
  TopicLayout layout;
  const std::string_view path = field(*place.row, "name");
  std::string_view name;
  if (!path.empty()) name = known_text(*file.yaml, syntax::find(*file.yaml, place.owner, path));
  layout.name = name.empty() ? object_name(*file.yaml, place) : name;
  layout.partitions = field_setting(file, place, "partitions", "partitions", read_value);
  layout.replication_factor =
      field_setting(file, place, "replication", "replication.factor", read_value);
  return layout;
}

/// Where MirrorMaker runs (KafkaMirrorMaker2AssemblyOperator: connectCluster) the settings are a
/// worker's; elsewhere the connectors take those of its clients that all of them know.
Role cluster_role(const syntax::YamlFile& yaml, const KubernetesResource& resource,
                  const ResourcePlace& place) {
  const std::string_view alias = known_text(yaml, syntax::find(yaml, place.owner, "alias"));
  const std::string_view connect =
      known_text(yaml, at_path(yaml, resource.root, "spec.connectCluster"));
  return !alias.empty() && alias == connect ? Role::connect_distributed : Role::admin;
}

/// A connector's class and the topics it reads say which kind it is.
RoleGuess connector_role(const ParsedFile& file, const ResourcePlace& place,
                         const std::optional<Setting>& class_name) {
  std::vector<KeyAndValue> pairs;
  const std::string_view fixed = field(*place.row, "class");
  std::string_view name;
  if (class_name && class_name->value) name = *class_name->value;
  pairs.push_back({"connector.class", fixed.starts_with('=') ? fixed.substr(1) : name});
  if (place.settings != syntax::kNoYaml)
    for (const syntax::YamlEntry& entry : syntax::entries(*file.yaml, place.settings))
      pairs.push_back({known_text(*file.yaml, entry.key), known_text(*file.yaml, entry.value)});
  return guess_role({}, pairs).value_or(RoleGuess{Role::source_connector, false, {}});
}

std::optional<kafka::VersionSet> version_of(const syntax::YamlFile& yaml,
                                            const KubernetesResource& resource,
                                            const ResourceRow& row) {
  if (row.version == "-") return std::nullopt;
  const auto version =
      kafka::Version::parse(known_text(yaml, at_path(yaml, resource.root, row.version)));
  if (!version || !kafka::VersionSet::all().contains(*version)) return std::nullopt;
  return kafka::VersionSet::of(*version);
}

/// What plug-ins and agents of the operators read from the same map.
void add_foreign_prefixes(const ResourcePlace& place, Unit& unit) {
  unit.foreign_prefixes = client_foreign_prefixes();
  if (unit.role == Role::broker)
    for (std::string_view prefix :
         {"cruise.control.metrics.", "client.quota.callback.static.", "strimzi.", "opa.",
          "zookeeper.", "prometheus.metrics.reporter."})
      unit.foreign_prefixes.emplace_back(prefix);
  if (place.row->role == "cluster" && unit.role == Role::admin)
    for (std::string_view prefix : {"producer.", "consumer.", "admin.", "config.storage.",
                                    "offset.storage.", "status.storage."})
      unit.foreign_prefixes.emplace_back(prefix);
}

bool is_broken(const syntax::YamlFile& yaml, const KubernetesResource& resource) {
  return yaml.documents[resource.document].broken || !yaml.masks.empty();
}

}  // namespace

syntax::YamlId at_path(const syntax::YamlFile& yaml, syntax::YamlId node, std::string_view path) {
  while (node != syntax::kNoYaml && !path.empty()) {
    const std::size_t dot = path.find('.');
    node = yaml.is_mapping(node) ? syntax::find(yaml, node, path.substr(0, dot)) : syntax::kNoYaml;
    path = dot == std::string_view::npos ? std::string_view{} : path.substr(dot + 1);
  }
  return node;
}

bool has_resource_rows(std::string_view api_version) {
  return std::ranges::any_of(
      kRows, [&](const ResourceRow& row) { return row.group == group_of(api_version); });
}

std::vector<ResourcePlace> resource_places(const syntax::YamlFile& yaml,
                                           const KubernetesResource& resource) {
  std::vector<ResourcePlace> places;
  for (const ResourceRow& row : kRows)
    if (row.group == group_of(resource.api_version) && row.kind == resource.kind)
      PathWalk(yaml, row, places).walk(resource.root, row.path, {});
  return places;
}

UnitBuilder resource_unit(const ParsedFile& file, const KubernetesResource& resource,
                          const ResourcePlace& place, std::string_view dialect,
                          const std::vector<Unit>& others, const ReadValue& read_value) {
  const ResourceRow& row = *place.row;
  Unit unit;
  std::string name = resource.name.empty()
                         ? fmt::format("{} {}", resource.kind, place.path)
                         : fmt::format("{}/{} {}", resource.kind, resource.name, place.path);
  unit.name = unique_unit_name(others, std::move(name), resource.document);
  unit.dialect = dialect;
  unit.why = fmt::format("{} of a {}", row.path, resource.kind);
  unit.span = file.yaml
                  ->node(file.yaml->resolve(place.settings == syntax::kNoYaml ? place.owner
                                                                              : place.settings))
                  .span;
  std::optional<Setting> class_name;
  if (is_connector_row(row)) {
    class_name = field_setting(file, place, "class", "connector.class", read_value);
    RoleGuess role = connector_role(file, place, class_name);
    unit.role = role.role;
    if (!role.why.empty()) unit.why = std::move(role.why);
  } else if (row.role == "cluster") {
    unit.role = cluster_role(*file.yaml, resource, place);
  } else {
    unit.role = kafka::parse_role(row.role).value_or(Role::admin);
  }
  unit.project_version = version_of(*file.yaml, resource, row);
  if (unit.project_version) unit.version_from = row.version;
  if (unit.role == Role::topic && !row.with.empty())
    unit.topic = read_layout(file, place, read_value);
  add_foreign_prefixes(place, unit);
  UnitBuilder builder(std::move(unit));
  if (class_name) builder.override_with(std::move(*class_name));
  if (is_connector_row(row))
    if (auto tasks = field_setting(file, place, "tasks", "tasks.max", read_value))
      builder.override_with(std::move(*tasks));
  return builder;
}

Unit finish_resource_unit(const ParsedFile& file, const KubernetesResource& resource,
                          const ResourcePlace& place, UnitBuilder builder,
                          std::string_view set_by) {
  if (!is_connector_row(*place.row)) return std::move(builder).take();
  const std::string_view fixed = field(*place.row, "class");
  if (fixed.starts_with('=')) builder.add_framework("connector.class", fixed.substr(1), set_by);
  if (!builder.find("name")) {
    const std::string_view path = field(*place.row, "name");
    std::string_view name =
        path.empty() ? std::string_view{}
                     : known_text(*file.yaml, syntax::find(*file.yaml, place.owner, path));
    if (name.empty()) name = object_name(*file.yaml, place);
    // MirrorMaker's connectors get more than a name: aliases and addresses of both clusters.
    if (name.empty() || resource.kind == kMirrorMaker2)
      builder.set_by_framework("name", set_by);
    else
      builder.add_framework("name", name, set_by);
  }
  builder.unit().complete = resource.kind != kMirrorMaker2 && builder.find("connector.class") &&
                            !is_broken(*file.yaml, resource);
  return std::move(builder).take();
}

}  // namespace kaflint::dialect
