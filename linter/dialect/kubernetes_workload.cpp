// Containers of Kubernetes workloads: `env`, `envFrom` of ConfigMaps in the same file, and the
// variables that a Service gives to every container of its namespace.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "linter/dialect/common.h"
#include "linter/dialect/container.h"
#include "linter/dialect/kubernetes_scalar.h"
#include "linter/dialect/readers.h"
#include "linter/dialect/yaml_settings.h"

namespace kaflint::dialect {
namespace {

using syntax::kNoYaml;
using syntax::YamlId;

YamlId pod_of(const syntax::YamlFile& yaml, const KubernetesResource& resource) {
  const YamlId root = resource.root;
  if (resource.kind == "Pod") return syntax::find(yaml, root, "spec");
  if (resource.kind == "CronJob")
    return syntax::find_path(yaml, root, {"spec", "jobTemplate", "spec", "template", "spec"});
  constexpr std::array kKinds = {"Deployment", "StatefulSet", "DaemonSet", "Job", "ReplicaSet"};
  if (std::ranges::find(kKinds, resource.kind) == kKinds.end()) return kNoYaml;
  return syntax::find_path(yaml, root, {"spec", "template", "spec"});
}

std::string_view namespace_of(const syntax::YamlFile& yaml, const KubernetesResource& resource) {
  return known_text(yaml, syntax::find_path(yaml, resource.root, {"metadata", "namespace"}));
}

class WorkloadReader {
 public:
  WorkloadReader(const ParsedFile& file, const std::vector<KubernetesResource>& all,
                 const KubernetesResource& resource, YamlId pod, FileUnits& out)
      : file_(file), yaml_(*file.yaml), all_(all), resource_(resource), pod_(pod), out_(out) {}

  void run() {
    for (const std::string_view list : {"initContainers", "containers"})
      for (const YamlId item : list_at(pod_, list)) read(item);
  }

 private:
  std::vector<YamlId> list_at(YamlId node, std::string_view key) const {
    return syntax::items(yaml_, syntax::find(yaml_, node, key));
  }

  void read(YamlId node) {
    Container container;
    container.dialect = "kubernetes-env";
    container.image = known_text(yaml_, syntax::find(yaml_, node, "image"));
    const std::string_view name = known_text(yaml_, syntax::find(yaml_, node, "name"));
    container.unit_name = fmt::format("{}/{} {}", resource_.kind, resource_.name, name);
    const YamlId image = syntax::find(yaml_, node, "image");
    container.image_span = yaml_.node(image == kNoYaml ? node : yaml_.resolve(image)).span;
    const YamlId env = syntax::find(yaml_, node, "env");
    container.span = yaml_.node(env == kNoYaml ? node : yaml_.resolve(env)).span;
    for (const std::string_view key : {"command", "args"})
      for (const YamlId word : list_at(node, key)) {
        container.command_span = yaml_.node(yaml_.resolve(word)).span;
        if (!container.command.empty()) container.command += ' ';
        if (yaml_.is_scalar(word)) container.command += yaml_.text(word);
      }
    for (const YamlId mount : list_at(node, "volumeMounts")) {
      const std::string_view target = known_text(yaml_, syntax::find(yaml_, mount, "mountPath"));
      container.mounts.push_back({std::string(target), yaml_.node(mount).span});
    }
    for (const YamlId item : list_at(node, "envFrom")) add_from(item, container.environment);
    const std::size_t first = container.environment.variables.size();
    for (const YamlId item : syntax::items(yaml_, env)) add(item, container.environment);
    end_layer(container.environment, first);
    container.service_link = link();
    if (file_.decided) container.environment.open = true;
    for (const syntax::YamlMask& mask : yaml_.masks)
      if (mask.blank() && yaml_.node(node).span.contains(mask.span))
        container.environment.open = true;
    read_container(file_, std::move(container), resource_.document, out_);
  }

  void add_from(YamlId item, Environment& environment) {
    const std::string_view name =
        known_text(yaml_, syntax::find_path(yaml_, item, {"configMapRef", "name"}));
    const YamlId prefix = syntax::find(yaml_, item, "prefix");
    const auto map = std::ranges::find_if(all_, [&](const KubernetesResource& other) {
      return other.kind == "ConfigMap" && !name.empty() && other.name == name &&
             namespace_of(yaml_, other) == namespace_of(yaml_, resource_);
    });
    const YamlId data = map == all_.end() ? kNoYaml : syntax::find(yaml_, map->root, "data");
    if (data == kNoYaml || !yaml_.is_mapping(data)) {
      environment.open = true;
      return;
    }
    const std::size_t first = environment.variables.size();
    for (const syntax::YamlEntry& entry : syntax::entries(yaml_, data)) {
      std::optional<Setting> variable = setting_of(file_, entry, {});
      if (!variable) {
        environment.open = true;
        continue;
      }
      if (prefix != kNoYaml) variable->key = std::string(known_text(yaml_, prefix)) + variable->key;
      variable->chain.push_back({fmt::format("envFrom ConfigMap {}", name), yaml_.node(item).span});
      if (yaml_.is_scalar(entry.value) && !yaml_.node(yaml_.resolve(entry.value)).masked)
        variable->value = kubernetes_scalar(yaml_, entry.value).text;
      environment.variables.push_back(std::move(*variable));
    }
    end_layer(environment, first);
  }

  void add(YamlId item, Environment& environment) {
    const YamlId name = syntax::find(yaml_, item, "name");
    Setting variable;
    variable.key = known_text(yaml_, name);
    if (variable.key.empty()) {
      environment.open = true;
      return;
    }
    variable.written_key = variable.key;
    variable.key_span = yaml_.node(yaml_.resolve(name)).span;
    if (yaml_.node(yaml_.resolve(name)).style != syntax::YamlStyle::plain &&
        variable.key_span.size() == variable.key.size() + 2) {  // without the quotes
      ++variable.key_span.begin;
      --variable.key_span.end;
    }
    variable.entry_span = yaml_.node(item).span;
    const YamlId value = syntax::find(yaml_, item, "value");
    if (value == kNoYaml) {
      const YamlId from = syntax::find(yaml_, item, "valueFrom");
      variable.value_span = from == kNoYaml ? Span{variable.key_span.end, variable.key_span.end}
                                            : yaml_.node(yaml_.resolve(from)).span;
      if (from == kNoYaml)
        variable.value.emplace();  // no value is an empty one
      else
        variable.unknown = UnknownReason::reference;
    } else {
      set_value(value, environment, variable);
    }
    forget_other_branch(environment, variable);
    environment.variables.push_back(std::move(variable));
  }

  /// Of two entries of one name with a condition of the template between them one may not be there.
  void forget_other_branch(Environment& environment, Setting& variable) const {
    const auto earlier = std::ranges::find(environment.variables, variable.key, &Setting::key);
    if (earlier == environment.variables.end()) return;
    const Span between{earlier->entry_span.end, variable.entry_span.begin};
    const bool conditional =
        std::ranges::any_of(yaml_.masks, [between](const syntax::YamlMask& mask) {
          return mask.kind == syntax::YamlMask::Kind::template_action && !mask.prints &&
                 between.begin <= mask.span.begin && mask.span.end <= between.end;
        });
    if (!conditional) return;
    environment.variables.erase(earlier);
    variable.value.reset();
    variable.unknown = UnknownReason::unsupported;
  }

  void set_value(YamlId value, const Environment& environment, Setting& variable) {
    const YamlId target = yaml_.resolve(value);
    variable.value_span = yaml_.node(target).span;
    variable.unknown = UnknownReason::unsupported;
    if (!yaml_.is_scalar(value)) return;
    if (yaml_.node(target).masked) {
      variable.unknown =
          mask_in(yaml_, variable.value_span).value_or(UnknownReason::template_action);
      return;
    }
    const MappedText text = syntax::map_scalar(yaml_, file_.source.bytes(), target);
    variable.value_pieces = text.source_pieces({0, static_cast<std::uint32_t>(text.text().size())});
    const KubernetesScalar scalar = kubernetes_scalar(yaml_, value);
    if (const std::string_view what = kubernetes_type(yaml_, value); !what.empty())
      return report_no_text(what, target, variable);
    using Kind = KubernetesScalar::Kind;
    if (scalar.kind != Kind::string && scalar.kind != Kind::null) return;
    variable.value = expand(scalar.text, environment);
    if (!variable.value) variable.unknown = UnknownReason::reference;
  }

  /// $(NAME) of a variable that stands before; $$(NAME) is literal. Other names may be those of
  /// Services.
  static std::optional<std::string> expand(std::string_view text, const Environment& environment) {
    std::string result;
    std::size_t at = 0;
    for (std::size_t dollar = text.find('$'); dollar != std::string_view::npos;
         dollar = text.find('$', at)) {
      result += text.substr(at, dollar - at);
      at = dollar + 1;
      const std::string_view rest = text.substr(at);
      const std::size_t close = rest.find(')');
      if (rest.starts_with('$')) {
        result += '$';
        ++at;
      } else if (rest.starts_with('(') && close != std::string_view::npos) {
        const Setting* other = find_variable(environment, rest.substr(1, close - 1));
        if (!other || !other->value) return std::nullopt;
        result += *other->value;
        at += close + 1;
      } else {
        result += '$';
      }
    }
    result += text.substr(at);
    return result;
  }

  void report_no_text(std::string_view what, YamlId value, const Setting& variable) {
    if (variable.key.find("KAFKA") == std::string::npos && !variable.key.starts_with("CONNECT_"))
      return;
    out_.diagnostics.push_back({.rule = "kubernetes/env-value-not-string",
                                .span = yaml_.node(value).span,
                                .key = {},
                                .arguments = {{"name", variable.key},
                                              {"what", std::string(what)},
                                              {"kind", std::string(resource_.kind)}},
                                .related = {},
                                .fixes = quoting_fixes(yaml_.node(value))});
  }

  /// A Service `kafka` with an address of its own gives KAFKA_PORT to every container.
  std::optional<ServiceLink> link() const {
    if (known_text(yaml_, syntax::find(yaml_, pod_, "enableServiceLinks")) == "false")
      return std::nullopt;
    for (const KubernetesResource& other : all_) {
      if (other.kind != "Service" || other.api_version != "v1" || other.name != "kafka" ||
          namespace_of(yaml_, other) != namespace_of(yaml_, resource_))
        continue;
      const YamlId spec = syntax::find(yaml_, other.root, "spec");
      const YamlId address = syntax::find(yaml_, spec, "clusterIP");
      const YamlId type = syntax::find(yaml_, spec, "type");
      const bool has_none = address != kNoYaml && (known_text(yaml_, address) == "None" ||
                                                   known_text(yaml_, address).empty());
      if (has_none || known_text(yaml_, type) == "ExternalName") continue;
      const YamlId name = syntax::find_path(yaml_, other.root, {"metadata", "name"});
      return ServiceLink{std::string(other.name), yaml_.node(yaml_.resolve(name)).span};
    }
    return std::nullopt;
  }

  const ParsedFile& file_;
  const syntax::YamlFile& yaml_;
  const std::vector<KubernetesResource>& all_;
  const KubernetesResource& resource_;
  YamlId pod_;
  FileUnits& out_;
};

}  // namespace

void read_kubernetes_workload(const ParsedFile& file, std::vector<bool>& claimed, FileUnits& out) {
  if (!file.yaml) return;
  const std::vector<bool> none(claimed.size(), false);
  const std::vector<KubernetesResource> all = kubernetes_resources(*file.yaml, none);
  for (const KubernetesResource& resource : all) {
    if (claimed[resource.document]) continue;
    const YamlId pod = pod_of(*file.yaml, resource);
    if (pod == kNoYaml || !file.yaml->is_mapping(pod)) continue;
    WorkloadReader(file, all, resource, pod, out).run();
  }
}

}  // namespace kaflint::dialect
