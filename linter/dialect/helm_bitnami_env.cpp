// See helm_bitnami_env.h.
#include "linter/dialect/helm_bitnami_env.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "linter/dialect/container_names.h"
#include "linter/dialect/kubernetes_scalar.h"
#include "linter/dialect/yaml_settings.h"

namespace kaflint::dialect {
namespace {

/// The API server takes nothing but text, so any other value is left unknown.
void set_text(const syntax::YamlFile& yaml, syntax::YamlId value, Setting& setting) {
  if (value == syntax::kNoYaml || !yaml.is_scalar(value)) {
    setting.unknown = UnknownReason::reference;
    return;
  }
  setting.value_span = yaml.node(yaml.resolve(value)).span;
  setting.value_pieces = {setting.value_span};
  setting.unknown = UnknownReason::template_action;
  if (yaml.node(yaml.resolve(value)).masked) return;
  const KubernetesScalar scalar = kubernetes_scalar(yaml, value);
  if (scalar.text.find("{{") != std::string::npos) return;  // the list goes through `tpl`
  setting.unknown = UnknownReason::unsupported;
  // Kubernetes puts other variables in place of $(NAME).
  if (scalar.text.find("$(") != std::string::npos) return;
  if (scalar.kind == KubernetesScalar::Kind::string) setting.value = scalar.text;
}

}  // namespace

std::string key_of_bitnami_variable(std::string_view name) {
  const ContainerFamily& bitnami = container_family("bitnami");
  if (name == bitnami.prefix) return {};
  return key_of_variable(bitnami, NameForm::dots, name).value_or("");
}

std::vector<Setting> bitnami_environment(const ParsedFile& file, const ValuesPlace& list) {
  const syntax::YamlFile& yaml = *file.yaml;
  std::vector<Setting> found;
  std::size_t next = 0;
  for (const syntax::YamlId item : syntax::items(yaml, list.node)) {
    const std::size_t index = next++;
    const syntax::YamlId name = syntax::find(yaml, item, "name");
    Setting setting;
    setting.written_key = known_text(yaml, name);
    setting.key = key_of_bitnami_variable(setting.written_key);
    if (setting.key.empty()) continue;
    const syntax::YamlId value = syntax::find(yaml, item, "value");
    setting.key_span = yaml.node(yaml.resolve(name)).span;
    set_text(yaml, value, setting);
    const std::uint32_t end = std::max(setting.key_span.end, setting.value_span.end);
    const std::uint32_t begin = setting.value_span.empty()
                                    ? setting.key_span.begin
                                    : std::min(setting.key_span.begin, setting.value_span.begin);
    setting.entry_span = {begin, end};
    setting.chain = {{fmt::format("values {}[{}]", list.path, index), list.key_span}};
    found.push_back(std::move(setting));
  }
  return found;
}

}  // namespace kaflint::dialect
