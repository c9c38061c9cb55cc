// See helm_values_merge.h. The merged text is in block style, scalars of one line as they are
// written, others with double quotes.
#include "linter/dialect/helm_values_merge.h"

#include <algorithm>
#include <ranges>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "linter/dialect/common.h"
#include "linter/dialect/embedded.h"
#include "linter/dialect/yaml_settings.h"
#include "linter/source/position.h"
#include "linter/syntax/yaml_escape.h"

namespace kaflint::dialect {
namespace {

using syntax::kNoYaml;
using syntax::YamlId;

/// Aliases are written out, which must not blow the text up.
constexpr std::size_t kLargestText = std::size_t{4} << 20;
constexpr std::size_t kMaxDepth = 40;

/// One of the files, its tree, and where its lines begin.
struct Layer {
  std::shared_ptr<const SourceFile> source;  // null for the file itself, which is the strongest
  std::string_view bytes;
  LineTable lines;
  syntax::YamlFile tree = {};
  YamlId root = kNoYaml;
};

/// The value that one layer has at a place.
struct Value {
  const Layer* layer;
  YamlId node;
};

/// A map of one layer by its keys.
class LayerMap {
 public:
  explicit LayerMap(const Value& map)
      : layer_(map.layer), entries_(syntax::entries(map.layer->tree, map.node)) {
    for (const syntax::YamlEntry& entry : entries_)
      values_.emplace(layer_->tree.text(entry.key), entry.value);
  }

  const Layer* layer() const { return layer_; }
  const std::vector<syntax::YamlEntry>& entries() const { return entries_; }
  /// kNoYaml where the map does not have the key.
  YamlId find(std::string_view key) const {
    const auto found = values_.find(key);
    return found == values_.end() ? kNoYaml : found->second;
  }

 private:
  const Layer* layer_;
  std::vector<syntax::YamlEntry> entries_;
  std::unordered_map<std::string_view, YamlId> values_;
};

class Merger {
 public:
  /// Strongest first; all of them mappings.
  std::optional<MergedValues> merge(const std::vector<Layer>& layers) {
    std::vector<Value> roots;
    for (const Layer& layer : layers) roots.push_back({&layer, layer.root});
    write_map(roots, 0, node_span(roots.front()).begin);
    if (!complete_) return std::nullopt;
    out_.lowest = layers.back().source;
    return std::move(out_);
  }

 private:
  static Span node_span(const Value& value) { return value.layer->tree.node(value.node).span; }

  /// What the layers have for a key, strongest first, as far down as it counts.
  static std::vector<Value> values_of(const std::vector<LayerMap>& maps, std::string_view key) {
    std::vector<Value> found;
    for (const LayerMap& map : maps) {
      const YamlId node = map.find(key);
      if (node == kNoYaml) continue;
      const bool mapping = map.layer()->tree.is_mapping(node);
      if (mapping || found.empty()) found.push_back({map.layer(), node});
      if (!mapping) break;
    }
    return found;
  }

  /// The keys of all the maps where the strongest has them: those of the weakest come first, so
  /// that what is the file's own ends a map.
  static std::vector<Value> keys_of(const std::vector<LayerMap>& maps) {
    std::vector<Value> keys;
    for (std::size_t i = maps.size(); i-- > 0;)
      for (const syntax::YamlEntry& entry : maps[i].entries()) {
        const std::string_view key = maps[i].layer()->tree.text(entry.key);
        const auto has = [key](const LayerMap& stronger) { return stronger.find(key) != kNoYaml; };
        if (std::ranges::none_of(std::span(maps).first(i), has))
          keys.push_back({maps[i].layer(), entry.key});
      }
    return keys;
  }

  /// `at` is where the map would stand in the file itself.
  void write_map(const std::vector<Value>& values, std::size_t depth, std::uint32_t at) {
    for (const Value& value : values)
      if (value.layer->source == nullptr) at = node_span(value).begin;
    const std::vector<LayerMap> maps(values.begin(), values.end());
    for (const Value& key : keys_of(maps)) {
      if (depth > kMaxDepth || out_.text.text().size() > kLargestText) complete_ = false;
      if (!complete_) return;
      structure(std::string(2 * depth, ' '), at);
      write_scalar(key, at);
      structure(":", at);
      write_value(values_of(maps, key.layer->tree.text(key.node)), depth + 1, at);
    }
  }

  void write_value(const std::vector<Value>& values, std::size_t depth, std::uint32_t at) {
    const auto& [layer, node] = values.front();
    const syntax::YamlFile& tree = layer->tree;
    const bool empty = tree.node(tree.resolve(node)).first_child == kNoYaml;
    if (tree.is_mapping(node) && (!empty || values.size() > 1)) {
      structure("\n", at);
      write_map(values, depth, at);
    } else if (tree.is_sequence(node) && !empty) {
      structure("\n", at);
      write_items(values.front(), depth, at);
    } else {
      structure(" ", at);
      if (tree.is_scalar(node))
        write_scalar(values.front(), at);
      else
        structure(tree.is_mapping(node) ? "{}" : "[]", at);
      structure("\n", at);
    }
  }

  void write_items(const Value& sequence, std::size_t depth, std::uint32_t at) {
    for (const YamlId item : syntax::items(sequence.layer->tree, sequence.node)) {
      if (depth > kMaxDepth || out_.text.text().size() > kLargestText) complete_ = false;
      if (!complete_) return;
      structure(std::string(2 * depth, ' ') + "-", at);
      write_value({{sequence.layer, item}}, depth + 1, at);
    }
  }

  void structure(std::string_view text, std::uint32_t at) {
    out_.text.append_decoded(text, {at, at});
  }

  void write_scalar(const Value& value, std::uint32_t at) {
    const Layer& layer = *value.layer;
    const YamlId node = layer.tree.resolve(value.node);
    const Span span = layer.tree.node(node).span;
    const std::string_view written = layer.bytes.substr(span.begin, span.size());
    const bool as_written = written.find('\n') == std::string_view::npos &&
                            layer.tree.node(node).style < syntax::YamlStyle::literal;
    const auto begin = static_cast<std::uint32_t>(out_.text.text().size());
    if (!layer.tree.tag(node).empty()) structure(fmt::format("!<{}> ", layer.tree.tag(node)), at);
    if (layer.source == nullptr && as_written) {
      out_.text.append_verbatim(written, span.begin);
    } else if (as_written) {
      structure(written, at);
    } else {
      write_quoted(layer, node, at);
    }
    if (layer.source == nullptr) return;
    out_.others.push_back({{begin, static_cast<std::uint32_t>(out_.text.text().size())},
                           place_in_other_file(*layer.source, layer.lines, span.begin)});
  }

  void write_quoted(const Layer& layer, YamlId node, std::uint32_t at) {
    const MappedText content = syntax::map_scalar(layer.tree, layer.bytes, node);
    const std::string_view text = content.text();
    structure("\"", at);
    for (std::size_t i = 0; i < text.size();) {
      std::size_t end = i + 1;
      if (!syntax::needs_yaml_escape(text[i]))
        while (end < text.size() && !syntax::needs_yaml_escape(text[end])) ++end;
      const std::string shown = syntax::needs_yaml_escape(text[i])
                                    ? syntax::yaml_escape(text[i])
                                    : std::string(text.substr(i, end - i));
      const Span span{static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end)};
      append(layer, content, shown, span, at);
      i = end;
    }
    structure("\"", at);
  }

  void append(const Layer& layer, const MappedText& content, std::string_view shown, Span span,
              std::uint32_t at) {
    if (layer.source != nullptr) return structure(shown, at);
    const Span source = content.source_span(span);
    const bool verbatim = layer.bytes.substr(source.begin, source.size()) == shown;
    if (verbatim)
      out_.text.append_verbatim(shown, source.begin);
    else
      out_.text.append_decoded(shown, source);
  }

  MergedValues out_;
  bool complete_ = true;
};

/// Nothing for a file whose first document is no mapping, or has parts that may be left out.
std::optional<Layer> layer_of(std::string_view bytes, std::shared_ptr<const SourceFile> source) {
  Layer layer{std::move(source), bytes, LineTable(bytes)};
  layer.tree =
      syntax::parse_yaml(bytes, {.template_actions = bytes.find("{{") != std::string_view::npos});
  if (!layer.tree.documents.empty()) layer.root = layer.tree.documents.front().root;
  if (layer.root == kNoYaml || !layer.tree.is_mapping(layer.root) || !layer.tree.errors.empty() ||
      std::ranges::any_of(layer.tree.masks, &syntax::YamlMask::blank))
    return std::nullopt;
  return layer;
}

const MergedValues::Other* other_at(const MergedValues& merged, Span span) {
  const auto found =
      std::ranges::upper_bound(merged.others, span.begin, {},
                               [](const MergedValues::Other& other) { return other.span.end; });
  return found != merged.others.end() && found->span.contains(span) ? &*found : nullptr;
}

/// The file that says what a setting has; null for the one that is read.
const MergedValues::Other* said_elsewhere(const MergedValues& merged, const Setting& setting) {
  if (setting.origin == SettingOrigin::framework) return nullptr;
  return setting.value_span.empty() ? other_at(merged, setting.key_span)
                                    : other_at(merged, setting.value_span);
}

}  // namespace

std::optional<MergedValues> merge_values(const ParsedFile& file) {
  const std::string_view path = file.source.path();
  if (!file.options.files) return std::nullopt;
  for (const std::vector<std::string>& values : file.options.installations) {
    const auto self = std::ranges::find(values, file_name(path));
    if (self == values.end()) continue;
    std::vector<Layer> layers;
    auto own = layer_of(file.source.bytes(), nullptr);
    if (!own) return std::nullopt;
    layers.push_back(*std::move(own));
    for (auto below = self; below != values.begin();) {
      auto source = file.options.files->read(path, *--below);
      if (!source) continue;  // which the configuration's own check says
      const std::string_view bytes = source->bytes();
      auto layer = layer_of(bytes, std::move(source));
      if (!layer) return std::nullopt;
      layers.push_back(*std::move(layer));
    }
    if (layers.size() < 2) return std::nullopt;
    return Merger().merge(layers);
  }
  return std::nullopt;
}

void map_to_values(const MergedValues& merged, std::string_view bytes, FileUnits& units) {
  std::vector<std::vector<const MergedValues::Other*>> others;
  for (const Unit& unit : units.units) {
    auto& row = others.emplace_back();
    for (const Setting& setting : unit.settings) row.push_back(said_elsewhere(merged, setting));
  }
  map_to_file(merged.text, bytes, units);
  for (std::size_t i = 0; i < units.units.size(); ++i) {
    Unit& unit = units.units[i];
    for (std::size_t j = 0; j < unit.settings.size(); ++j) {
      Setting& setting = unit.settings[j];
      if (others[i][j] == nullptr) continue;
      setting.inherited = true;
      setting.key_span = setting.value_span = setting.entry_span = Span{};
      setting.value_pieces.clear();
      setting.chain.insert(setting.chain.begin(), {others[i][j]->origin, {}});
    }
    std::erase_if(unit.diagnostics, [](const Diagnostic& found) {
      return found.span.has_value() && found.span->empty();
    });
  }
  std::erase_if(units.units, [](const Unit& unit) {
    return unit.diagnostics.empty() &&
           std::ranges::all_of(unit.settings, [](const Setting& setting) {
             return setting.inherited || setting.origin == SettingOrigin::framework;
           });
  });
}

}  // namespace kaflint::dialect
