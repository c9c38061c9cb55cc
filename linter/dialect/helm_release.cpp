#include "linter/dialect/helm_release.h"

#include <initializer_list>
#include <string_view>

namespace kaflint::dialect {

std::optional<HelmRelease> release_of(const ParsedFile& file, const KubernetesResource& resource) {
  const syntax::YamlFile& yaml = *file.yaml;
  const auto text = [&](std::initializer_list<std::string_view> path) {
    return std::string(known_text(yaml, syntax::find_path(yaml, resource.root, path)));
  };
  const auto absent = [&](std::initializer_list<std::string_view> path) {
    return syntax::find_path(yaml, resource.root, path) == syntax::kNoYaml;
  };
  HelmRelease release;
  std::string repository;
  if (resource.kind == "HelmRelease" &&
      resource.api_version.starts_with("helm.toolkit.fluxcd.io/")) {
    release.path = "spec.values";
    release.values = syntax::find_path(yaml, resource.root, {"spec", "values"});
    release.chart.name = text({"spec", "chart", "spec", "chart"});
    release.chart.version = text({"spec", "chart", "spec", "version"});
    repository = text({"spec", "chart", "spec", "sourceRef", "name"});
    release.whole = absent({"spec", "valuesFrom"});
  } else if (resource.kind == "Application" && resource.api_version.starts_with("argoproj.io/")) {
    release.path = "spec.source.helm.valuesObject";
    release.values =
        syntax::find_path(yaml, resource.root, {"spec", "source", "helm", "valuesObject"});
    release.chart.name = text({"spec", "source", "chart"});
    release.chart.version = text({"spec", "source", "targetRevision"});
    repository = text({"spec", "source", "repoURL"});
    release.whole = absent({"spec", "source", "helm", "valueFiles"}) &&
                    absent({"spec", "source", "helm", "parameters"});
  }
  if (release.values == syntax::kNoYaml || !yaml.is_mapping(release.values)) return std::nullopt;
  release.chart.of_bitnami = repository.find("bitnami") != std::string::npos;
  return release;
}

}  // namespace kaflint::dialect
