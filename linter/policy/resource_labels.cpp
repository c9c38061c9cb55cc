#include "linter/policy/resource_labels.h"

#include <algorithm>

#include "linter/syntax/yaml.h"

namespace kaflint::policy {
namespace {

using syntax::YamlFile;
using syntax::YamlId;

Labels labels_of(const YamlFile& yaml, YamlId resource) {
  Labels labels;
  const YamlId found = syntax::find_path(yaml, resource, {"metadata", "labels"});
  if (!yaml.is_mapping(found)) return labels;
  for (const syntax::YamlEntry& entry : syntax::entries(yaml, found))
    if (yaml.is_scalar(entry.value) && !yaml.node(yaml.resolve(entry.value)).masked)
      labels.insert_or_assign(std::string(yaml.text(entry.key)),
                              std::string(yaml.text(entry.value)));
  return labels;
}

}  // namespace

std::vector<ResourceLabels::Resource> ResourceLabels::read() const {
  std::vector<Resource> resources;
  const std::string& path = source_.path();
  if (!path.ends_with(".yaml") && !path.ends_with(".yml")) return resources;
  const std::string_view bytes = source_.bytes();
  const YamlFile yaml = syntax::parse_yaml(bytes, {.template_actions = bytes.contains("{{")});
  for (const syntax::YamlDocument& document : yaml.documents) {
    resources.push_back({document.span, labels_of(yaml, document.root)});
    if (document.root == syntax::kNoYaml || !yaml.is_mapping(document.root)) continue;
    for (const YamlId item : syntax::items(yaml, syntax::find(yaml, document.root, "items")))
      resources.push_back({yaml.node(item).span, labels_of(yaml, item)});
  }
  return resources;
}

const Labels& ResourceLabels::at(std::uint32_t offset) const {
  static const Labels kNone;
  if (!resources_) resources_ = read();
  auto at = std::ranges::upper_bound(*resources_, offset, {},
                                     [](const Resource& each) { return each.span.begin; });
  while (at != resources_->begin())
    if (--at; offset < at->span.end) return at->labels;
  return kNone;
}

}  // namespace kaflint::policy
