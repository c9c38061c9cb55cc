// See helm_template_values.h.
#include "linter/dialect/helm_template_values.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <ranges>
#include <utility>

#include <fmt/format.h>

#include "linter/base/ascii.h"
#include "linter/base/text.h"
#include "linter/dialect/common.h"
#include "linter/dialect/helm_chart.h"
#include "linter/dialect/kubernetes_scalar.h"
#include "linter/dialect/yaml_settings.h"
#include "linter/syntax/yaml.h"

namespace kaflint::dialect {
namespace {

using Kind = KubernetesScalar::Kind;
using Type = TemplateValue::Type;
using Path = std::span<const std::string>;

/// One file of values, or what the values of a chart above have for this one.
struct Layer {
  std::shared_ptr<const SourceFile> source;
  syntax::YamlFile tree;
  syntax::YamlId root = syntax::kNoYaml;    // where this chart's values begin
  syntax::YamlId global = syntax::kNoYaml;  // `global`, which is everybody's
  std::string name;

  std::string origin_of(syntax::YamlId node) const {
    const std::string_view above = source->bytes().substr(0, tree.node(node).span.begin);
    return fmt::format("the default in line {} of {}", std::ranges::count(above, '\n') + 1, name);
  }
};

/// What a layer has at a path.
struct Found {
  enum class Kind : std::uint8_t { nothing, node, blocked };  // blocked: there is no map on the way
  Kind kind = Kind::nothing;
  syntax::YamlId node = syntax::kNoYaml;
};

Found look_up(const Layer& layer, Path path) {
  syntax::YamlId at = layer.root;
  if (!path.empty() && path.front() == "global" && layer.global != syntax::kNoYaml) {
    at = layer.global;
    path = path.subspan(1);
  }
  if (at == syntax::kNoYaml) return {};
  for (const std::string& key : path) {
    // A key such as `on` is a boolean in values.yaml.
    const bool text = kubernetes_scalar(key, false, "").kind == Kind::string;
    if (!text || !layer.tree.is_mapping(at)) return {Found::Kind::blocked, syntax::kNoYaml};
    at = syntax::find(layer.tree, at, key);
    if (at == syntax::kNoYaml) return {};
  }
  return {Found::Kind::node, at};
}

TemplateValue of_scalar(const KubernetesScalar& scalar) {
  switch (scalar.kind) {
    case Kind::string: {
      TemplateValue value = template_text(scalar.text);
      value.given = !scalar.text.empty();
      return value;
    }
    case Kind::boolean:
      return template_boolean(scalar.text == "true");
    case Kind::integer:
    case Kind::decimal: {
      TemplateValue value = template_text(helm_printed(scalar));
      value.type = Type::number;
      value.number = scalar.number;
      if (scalar.kind == Kind::integer) value.digits = scalar.text;
      return value;
    }
    case Kind::null: {
      TemplateValue value;
      value.type = Type::absent;
      value.given = false;
      return value;
    }
    case Kind::big:
    case Kind::refused:
      break;
  }
  return {};
}

TemplateValue value_of(const Layer& layer, syntax::YamlId node, Path path) {
  const syntax::YamlFile& tree = layer.tree;
  TemplateValue value;
  if (tree.is_scalar(node)) {
    if (tree.node(tree.resolve(node)).masked) return value;
    value = of_scalar(kubernetes_scalar(tree, node));
    // What spans lines is a file or a part of one, which is read where it stands.
    if (value.text.find('\n') != std::string::npos) return {};
  } else if (tree.is_mapping(node)) {
    value.type = Type::map;
    value.path.assign(path.begin(), path.end());
    value.given = tree.node(tree.resolve(node)).first_child != syntax::kNoYaml;
  } else if (tree.is_sequence(node)) {
    value.type = Type::list;
    for (const syntax::YamlId item : syntax::items(tree, node))
      value.items.push_back(value_of(layer, item, {}));
    value.given = !value.items.empty();
  }
  if (value.type != Type::unknown && value.given) value.origin = layer.origin_of(node);
  return value;
}

std::optional<Layer> read_layer(const ProjectFiles& files, std::string_view from,
                                const std::string& relative, std::string name) {
  Layer layer;
  layer.source = files.read(from, relative);
  if (!layer.source) return std::nullopt;
  layer.tree = syntax::parse_yaml(layer.source->bytes());
  layer.name = std::move(name);
  if (!layer.tree.documents.empty()) layer.root = layer.tree.documents.front().root;
  return layer;
}

bool is_other_values_file(std::string_view name) {
  const std::string lower = ascii_lower(name);
  return lower.find("values") != std::string::npos && lower != "values.yaml" &&
         (lower.ends_with(".yaml") || lower.ends_with(".yml"));
}

std::optional<Chart> chart_in(const ProjectFiles& files, std::string_view from,
                              const std::string& folder) {
  const auto file = files.read(from, folder + "Chart.yaml");
  return file ? chart_of(&files, file->path()) : std::nullopt;
}

/// The key of `child` in the values of `parent`; nothing when there are several.
std::optional<std::string> key_below(const Chart& parent, const std::string& child) {
  std::vector<std::string> keys;
  for (const ChartDependency& dependency : parent.dependencies)
    if (dependency.name == child) keys.push_back(dependency.key);
  if (keys.empty()) return child;
  return keys.size() == 1 ? std::optional(keys.front()) : std::nullopt;
}

/// Whether a file, both seen from the same place, lies in the folder.
bool lies_in(const std::string& folder, const std::string& file) {
  const auto inside = std::filesystem::path(file).lexically_normal().lexically_relative(folder);
  return !inside.empty() && *inside.begin() != "..";
}

bool same_file(const std::filesystem::path& one, const std::filesystem::path& other) {
  return one.lexically_normal() == other.lexically_normal();
}

}  // namespace

struct TemplateValues::Data {
  std::vector<Layer> layers;                 // strongest first
  std::vector<std::vector<Layer>> overlays;  // for each way, strongest first
  bool installed = false;                    // the overlays are installations
  Chart chart;

  /// With none that is of the chart in `folder`, in which this one stands below `keys`, what lies
  /// beside its values.yaml stays a way each.
  void install(const ProjectFiles& files, std::string_view from, const std::string& folder,
               const std::vector<std::string>& keys,
               std::span<const std::vector<std::string>> installations) {
    std::vector<std::vector<Layer>> ways;
    for (const std::vector<std::string>& values : installations) {
      if (values.empty() || !lies_in(folder, values.front())) continue;
      std::vector<Layer>& way = ways.emplace_back();
      for (const std::string& file : std::views::reverse(values))
        if (file_name(file) == "values.yaml" && same_file(folder + "values.yaml", file))
          continue;  // below all others already
        else if (auto layer = read_layer(files, from, file, std::string(file_name(file))))
          add(*std::move(layer), keys, way);
    }
    installed = !ways.empty();
    if (installed)
      overlays = std::move(ways);
    else
      overlays.emplace(overlays.begin());
  }

  /// Reads the values of the chart in `folder`, in which this one stands below `keys`.
  void read(const ProjectFiles& files, std::string_view from, const std::string& folder,
            const std::string& suffix, const std::vector<std::string>& keys) {
    std::optional<Layer> layer =
        read_layer(files, from, folder + "values.yaml", "values.yaml" + suffix);
    if (!layer) return;
    const std::string path(layer->source->path());
    add(*std::move(layer), keys, layers);
    for (const std::string& name : files.names_beside(path))
      if (is_other_values_file(name))
        if (std::optional<Layer> other = read_layer(files, from, folder + name, name + suffix)) {
          std::vector<Layer> way;
          add(*std::move(other), keys, way);
          if (!way.empty()) overlays.push_back(std::move(way));
        }
  }

  static void add(Layer layer, const std::vector<std::string>& keys, std::vector<Layer>& to) {
    if (layer.root == syntax::kNoYaml || !layer.tree.is_mapping(layer.root)) return;
    layer.global = syntax::find(layer.tree, layer.root, "global");
    for (const std::string& key : keys)
      if (layer.root != syntax::kNoYaml) layer.root = syntax::find(layer.tree, layer.root, key);
    to.push_back(std::move(layer));
  }
};

TemplateValues::TemplateValues(std::unique_ptr<const Data> data) : data_(std::move(data)) {}

std::shared_ptr<const TemplateValues> TemplateValues::of(
    const SourceFile& file, const ProjectFiles* files,
    std::span<const std::vector<std::string>> installations) {
  const std::string_view path = file.path();
  constexpr std::string_view kFolder = "templates/";
  const std::size_t templates = path.rfind(kFolder);
  if (!files || templates == std::string_view::npos ||
      (templates > 0 && path[templates - 1] != '/'))
    return nullptr;
  std::string folder = "../";
  for (const char c : path.substr(templates + kFolder.size()))
    if (c == '/') folder += "../";
  auto data = std::make_unique<Data>();
  std::optional<Chart> chart = chart_in(*files, path, folder);
  if (!chart || !files->read(path, folder + "values.yaml")) return nullptr;
  data->chart = *chart;
  std::vector<std::string> keys;
  std::string suffix;
  data->read(*files, path, folder, suffix, keys);
  for (std::string_view above = path.substr(0, templates); above.find("charts/") != above.npos;) {
    folder += "../../";
    std::optional<Chart> parent = chart_in(*files, path, folder);
    if (!parent) break;
    const std::optional<std::string> key = key_below(*parent, chart->name);
    if (!key) return nullptr;
    if (keys.empty()) data->chart.name = *key;  // an alias is the chart's name
    keys.insert(keys.begin(), *key);
    suffix = fmt::format(" of {}", parent->name);
    // What is read later is stronger.
    std::vector<Layer> own = std::exchange(data->layers, {});
    data->read(*files, path, folder, suffix, keys);
    std::ranges::move(own, std::back_inserter(data->layers));
    chart = std::move(parent);
    above = above.substr(0, above.rfind("charts/"));
  }
  if (data->layers.empty()) return nullptr;
  data->install(*files, path, folder, keys, installations);
  return std::shared_ptr<const TemplateValues>(new TemplateValues(std::move(data)));
}

std::size_t TemplateValues::ways() const { return data_->overlays.size(); }

bool TemplateValues::has_installations() const { return data_->installed; }

TemplateValue TemplateValues::find(Path path, std::size_t way) const {
  TemplateValue found;
  found.type = Type::absent;
  found.given = false;
  std::vector<const Layer*> layers;
  for (const Layer& layer : data_->overlays[way]) layers.push_back(&layer);
  for (const Layer& layer : data_->layers) layers.push_back(&layer);
  bool holder = path.size() < 2;  // whether there is the map that could hold the last key
  for (const Layer* layer : layers) {
    const Found here = look_up(*layer, path);
    if (here.kind == Found::Kind::blocked) return holder ? found : TemplateValue{};
    if (!holder) {
      const Found above = look_up(*layer, path.first(path.size() - 1));
      holder = above.kind == Found::Kind::node && layer->tree.is_mapping(above.node);
    }
    if (here.kind == Found::Kind::nothing) continue;
    TemplateValue value = value_of(*layer, here.node, path);
    // Whether null takes away what the layers below have depends on Helm's release.
    if (value.type == Type::absent && layer != layers.back()) return {};
    // An empty map over another one leaves that as it is.
    if (value.type != Type::map || value.given) return value;
    found = std::move(value);
  }
  return holder ? found : TemplateValue{};
}

TemplateValue TemplateValues::chart(std::string_view field) const {
  const std::string& text = field == "Name"         ? data_->chart.name
                            : field == "Version"    ? data_->chart.version
                            : field == "AppVersion" ? data_->chart.app_version
                                                    : std::string();
  // Without quotes 3.10 is a number, so Helm has 3.1.
  const bool number = kubernetes_scalar(text, false, "").kind != Kind::string;
  if (text.empty() || (number && (text.back() == '0' || text.front() == '0'))) return {};
  TemplateValue value = template_text(text);
  value.origin = fmt::format("{} in Chart.yaml", field == "AppVersion" ? "appVersion"
                                                 : field == "Name"     ? "name"
                                                                       : "version");
  return value;
}

}  // namespace kaflint::dialect
