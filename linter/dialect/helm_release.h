// Charts that a resource of the cluster installs.
#pragma once

#include <optional>
#include <string>

#include "linter/dialect/helm_chart.h"
#include "linter/dialect/yaml_settings.h"

namespace kaflint::dialect {

/// A release that Flux or Argo CD make of a chart: the values stand in the resource.
struct HelmRelease {
  syntax::YamlId values = syntax::kNoYaml;
  std::string path;
  Chart chart;
  bool whole = true;  // no values from elsewhere
};

/// What a HelmRelease of Flux or an Application of Argo CD says, if it has values as a map.
std::optional<HelmRelease> release_of(const ParsedFile& file, const KubernetesResource& resource);

}  // namespace kaflint::dialect
