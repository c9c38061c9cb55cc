// Where custom resources hold settings of Kafka (rules/dialects/custom_resources.yaml), and what
// all of them have in common: units, topics, connectors.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/dialect/common.h"
#include "linter/dialect/dialect.h"
#include "linter/dialect/yaml_settings.h"

namespace kaflint::dialect {

/// A line of the table; `-` stands for none.
struct ResourceRow {
  std::string_view group;
  std::string_view kind;
  std::string_view path;
  std::string_view form;
  std::string_view role;
  std::string_view filter;
  std::string_view version;
  std::string_view with;
};

/// One place of a row that a resource really has.
struct ResourcePlace {
  const ResourceRow* row = nullptr;
  std::string path;                        // with indexes: `spec.clusters[1].config`
  syntax::YamlId owner = syntax::kNoYaml;  // the mapping around the settings
  /// kNoYaml for a topic or a connector whose every setting stands beside them.
  syntax::YamlId settings = syntax::kNoYaml;
};

/// In the order of the table.
std::vector<ResourcePlace> resource_places(const syntax::YamlFile& yaml,
                                           const KubernetesResource& resource);

/// Whether any row is of the group of this apiVersion.
bool has_resource_rows(std::string_view api_version);

/// The node at a path of keys with dots; kNoYaml if there is none.
syntax::YamlId at_path(const syntax::YamlFile& yaml, syntax::YamlId node, std::string_view path);

/// The value of one entry, written to the setting, as that operator or tool makes text of it.
/// Nothing when the entry counts for nothing.
using ReadValue = std::function<void(const syntax::YamlEntry& entry, Setting& setting)>;

/// A new unit of the place: name, role, spans, version. Settings of a connector that are fields of
/// their own and the layout of a topic are read with `read_value`. Not complete.
UnitBuilder resource_unit(const ParsedFile& file, const KubernetesResource& resource,
                          const ResourcePlace& place, std::string_view dialect,
                          const std::vector<Unit>& others, const ReadValue& read_value);

/// The last step for a unit of such a place: what a connector's operator sets, and whether nothing
/// else can add settings.
Unit finish_resource_unit(const ParsedFile& file, const KubernetesResource& resource,
                          const ResourcePlace& place, UnitBuilder builder, std::string_view set_by);

}  // namespace kaflint::dialect
