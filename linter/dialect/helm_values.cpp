// Values files of Helm charts: the places of well-known Kafka charts, and any block of properties
// or map of dotted keys that is clearly one component's.
#include <algorithm>
#include <iterator>
#include <optional>
#include <ranges>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "linter/base/text.h"
#include "linter/dialect/common.h"
#include "linter/dialect/embedded.h"
#include "linter/dialect/file_syntax.h"
#include "linter/dialect/helm_bitnami.h"
#include "linter/dialect/helm_bitnami_table.h"
#include "linter/dialect/helm_bitnami_values.h"
#include "linter/dialect/helm_chart.h"
#include "linter/dialect/helm_charts_table.h"
#include "linter/dialect/helm_release.h"
#include "linter/dialect/helm_settings.h"
#include "linter/dialect/helm_values_merge.h"
#include "linter/dialect/helm_values_role.h"
#include "linter/dialect/readers.h"
#include "linter/dialect/yaml_settings.h"
#include "linter/kafka/catalog.h"
#include "linter/project/image_tag.h"
#include "linter/project/release_text.h"

namespace kaflint::dialect {
namespace {

using kafka::Role;

constexpr std::string_view kDialect = "helm-values";
constexpr std::size_t kMaxDepth = 12;

using Place = ValuesPlace;

bool is_values_file(const ParsedFile& file) {
  const std::string_view name = file_name(file.source.path());
  return ascii_lower(name).find("values") != std::string::npos ||
         std::ranges::any_of(file.options.installations, [&](const auto& values) {
           return std::ranges::find(values, name) != values.end();
         });
}

/// A file that is laid over the chart's values.yaml lies beside that, and is named otherwise.
bool is_whole(const ProjectFiles* files, std::string_view path) {
  return file_name(path) == "values.yaml" || !files || !files->read(path, "values.yaml");
}

class ValuesReader {
 public:
  ValuesReader(const ParsedFile& file, std::size_t document, std::optional<Chart> chart,
               FileUnits& out)
      : file_(file), yaml_(*file.yaml), document_(document), chart_(std::move(chart)), out_(out) {}

  /// `path` leads to the values from the document's root; `whole` unless other values take part.
  void read(syntax::YamlId root, std::string path, bool whole) {
    whole_ = whole;
    const Place top{
        .node = root, .path = std::move(path), .key = {}, .parent = {}, .depth = 0, .key_span = {}};
    push_entries(top, read_bitnami_at(top));
    while (!open_.empty()) {
      const Place place = std::move(open_.back());
      open_.pop_back();
      if (taken_.contains(place.node)) continue;
      if (yaml_.is_mapping(place.node))
        read_map(place);
      else if (yaml_.node(place.node).kind == syntax::YamlKind::sequence)
        push_items(place);  // those of an alias are read where they stand
      else if (yaml_.is_scalar(place.node))
        read_text(place);
    }
  }

 private:
  /// Pushes in reverse, so that the file's order is kept.
  void push_reversed(std::vector<Place> places) {
    for (Place& place : std::views::reverse(places)) open_.push_back(std::move(place));
  }

  /// `chart` is that of the entries.
  void push_entries(const Place& place, std::size_t chart) {
    if (place.depth >= kMaxDepth) return;
    std::vector<Place> places;
    for (const syntax::YamlEntry& entry : syntax::entries(yaml_, place.node)) {
      const std::string_view key = known_text(yaml_, entry.key);
      // An alias is read where its anchor stands; reading it at each use would multiply.
      if (key.empty() || !entry.through.empty()) continue;
      if (yaml_.node(entry.value).kind == syntax::YamlKind::alias) continue;
      places.push_back(
          {.node = entry.value,
           .path = place.path.empty() ? std::string(key) : fmt::format("{}.{}", place.path, key),
           .key = key,
           .parent = place.key,
           .depth = place.depth + 1,
           .key_span = yaml_.node(entry.key).span,
           .chart = chart});
    }
    push_reversed(std::move(places));
  }

  void push_items(const Place& place) {
    if (place.depth >= kMaxDepth) return;
    std::vector<Place> places;
    std::size_t index = 0;
    for (const syntax::YamlId item : syntax::items(yaml_, place.node)) {
      Place inner = place;
      inner.node = item;
      inner.path = fmt::format("{}[{}]", place.path, index++);
      inner.depth = place.depth + 1;
      if (yaml_.is_mapping(item) && yaml_.node(item).kind == syntax::YamlKind::mapping)
        places.push_back(std::move(inner));
    }
    push_reversed(std::move(places));
  }

  /// Which component a map of settings is for; nothing for any other map.
  std::optional<RoleGuess> role_of(const Place& place,
                                   const std::vector<KeyAndValue>& pairs) const {
    if (place.depth == 0 || pairs.empty()) return std::nullopt;
    if (place.key == "config" && place.path.find("provisioning.topics[") != std::string::npos)
      return RoleGuess{Role::topic, false, "a topic that the chart creates"};
    const auto dotted = std::ranges::count_if(pairs, [](const KeyAndValue& pair) {
      return pair.key.find('.') != std::string_view::npos;
    });
    if (dotted < 2) return std::nullopt;
    std::vector<KeyAndValue> with_dots;
    std::ranges::copy_if(pairs, std::back_inserter(with_dots), [](const KeyAndValue& pair) {
      return pair.key.find('.') != std::string_view::npos;
    });
    std::optional<RoleGuess> guess = guess_values_role(place.key, pairs);
    if (guess && count_known(guess->role, with_dots) < 2) guess = std::nullopt;
    return asked_or_guessed(file_.options.role, std::move(guess), with_dots, 2);
  }

  /// A map of a well-known chart; whether it is one.
  bool read_chart_map(const Place& place) {
    const std::string_view chart = place.depth == 1 && chart_ ? chart_->name : place.parent;
    const ChartMap* map = find_chart_map(place.path, chart);
    if (!map) return false;
    if (map->role)
      add_chart_map(
          *map, place,
          {*map->role, false, fmt::format("where the chart has settings: {}", map->path)});
    return true;
  }

  void add_chart_map(const ChartMap& map, const Place& place, const RoleGuess& role) {
    UnitBuilder builder(new_unit(place, role));
    if (place.chart == 0)
      if (auto version = version_beside(place)) {
        builder.unit().project_version = std::move(version);
        builder.unit().version_from.clear();
      }
    add_map(file_, place, map.prefix.empty() ? Printing::yaml : Printing::printed, builder);
    Unit unit = std::move(builder).take();
    if (role.role == Role::admin) keep_admins(unit);
    if (!map.prefix.empty()) drop_lost(map, unit);
    if (!unit.settings.empty() || !unit.diagnostics.empty()) out_.units.push_back(std::move(unit));
  }

  /// Confluent's charts have `image` and `imageTag` beside the settings.
  std::optional<kafka::VersionSet> version_beside(const Place& place) const {
    const syntax::YamlId above = yaml_.node(place.node).parent;
    const std::string image =
        fmt::format("{}:{}", known_text(yaml_, syntax::find(yaml_, above, "image")),
                    known_text(yaml_, syntax::find(yaml_, above, "imageTag")));
    return project::kafka_of_image(image);
  }

  /// These programs make consumers and producers of the same map, whose keys an admin client does
  /// not know.
  static void keep_admins(Unit& unit) {
    std::erase_if(unit.settings, [](const Setting& setting) {
      const auto knows = [&](Role role) {
        return !kafka::catalog(role).history(setting.key).empty();
      };
      return !knows(Role::admin) && (knows(Role::consumer) || knows(Role::producer));
    });
  }

  /// Settings that do not come out of their environment variable again.
  static void drop_lost(const ChartMap& map, Unit& unit) {
    std::erase_if(unit.settings, [&](const Setting& setting) {
      if (survives_environment(setting.key)) return false;
      unit.diagnostics.push_back({.rule = "helm/key-lost-in-environment",
                                  .span = setting.key_span,
                                  .key = setting.key,
                                  .arguments = {{"variable", chart_variable(map, setting.key)},
                                                {"wanted", image_variable(map, setting.key)}},
                                  .related = {},
                                  .fixes = {}});
      return true;
    });
  }

  void read_map(const Place& place) {
    if (read_chart_map(place)) return;
    const std::vector<syntax::YamlEntry> entries = syntax::entries(yaml_, place.node);
    std::vector<KeyAndValue> pairs;
    for (const syntax::YamlEntry& entry : entries) {
      const std::string_view key = known_text(yaml_, entry.key);
      if (!key.empty() && yaml_.is_scalar(entry.value))
        pairs.push_back({key, yaml_.text(entry.value)});
    }
    const std::optional<RoleGuess> guess = role_of(place, pairs);
    if (!guess) return push_entries(place, read_bitnami_at(place));
    // The chart's name is not known, but the keys tell which of them it is.
    const std::string_view chart = guess->role == Role::broker                ? "cp-kafka"
                                   : guess->role == Role::connect_distributed ? "cp-kafka-connect"
                                                                              : "";
    if (const ChartMap* map = find_chart_map(place.path, chart))
      return add_chart_map(*map, place, *guess);
    UnitBuilder builder(new_unit(place, *guess));
    add_map(file_, place, guess->role == Role::topic ? Printing::printed : Printing::unknown,
            builder);
    out_.units.push_back(std::move(builder).take());
  }

  /// The section as values of Bitnami's chart, where the charts around say so, or its names do.
  /// The number of that chart, or of the one that the place is in.
  std::size_t read_bitnami_at(const Place& place) {
    if (place.chart != 0) return place.chart;
    BitnamiSection section;
    section.place = place;
    section.document = document_;
    section.whole = whole_;
    if (!chart_section(place, section) && !looks_like_bitnami(place)) return 0;
    const syntax::YamlId tag = syntax::find_path(yaml_, place.node, {"image", "tag"});
    if (std::optional<kafka::VersionSet> kafka = project::releases_of(known_text(yaml_, tag)))
      section.kafka = std::move(kafka);
    for (const syntax::YamlId node : read_bitnami(file_, section, out_)) taken_.insert(node);
    charts_.push_back(section.kafka);
    return charts_.size();
  }

  /// The values of a chart that says who it is are another's only where they bring its image.
  bool looks_like_bitnami(const Place& place) const {
    const bool says = place.path.empty() && chart_ && !chart_->of_bitnami;
    return says ? has_bitnami_image(yaml_, place) : is_bitnami_section(yaml_, place);
  }

  /// Fills in what Chart.yaml says of the chart whose values these are; false if it is another.
  bool chart_section(const Place& place, BitnamiSection& section) const {
    if (!chart_) return false;
    if (place.depth == 0) {
      if (chart_->name != "kafka" || !chart_->of_bitnami) return false;
      set_version(chart_->version, chart_->app_version, section);
      return true;
    }
    if (place.depth != 1) return false;
    const auto found = std::ranges::find(chart_->dependencies, place.key, &ChartDependency::key);
    if (found == chart_->dependencies.end() || found->name != "kafka" || !found->of_bitnami)
      return false;
    set_version(found->version, found->app_version, section);
    return true;
  }

  static void set_version(const std::string& version, const std::string& app,
                          BitnamiSection& section) {
    section.chart_version = version;
    section.major = major_version(version);
    section.kafka = project::releases_of(app);
    if (!section.kafka && section.major) section.kafka = kafka_of_bitnami_chart(*section.major);
  }

  Unit new_unit(const Place& place, const RoleGuess& guess) const {
    Unit unit;
    unit.name = unique_unit_name(out_.units, place.path, document_);
    unit.role = guess.role;
    unit.dialect = kDialect;
    unit.why = guess.why;
    unit.span = yaml_.node(place.node).span;
    unit.foreign_prefixes = client_foreign_prefixes();
    if (place.chart != 0)
      unit.project_version = charts_[place.chart - 1];
    else
      set_chart_version(place, unit);
    return unit;
  }

  /// What the chart that reads the values says of Kafka's version.
  void set_chart_version(const Place& place, Unit& unit) const {
    const bool server = unit.role == Role::broker || unit.role == Role::topic ||
                        unit.role == Role::connect_distributed;
    if (!chart_ || !server) return;
    const std::string_view first = std::string_view(place.path).substr(0, place.path.find('.'));
    const auto dependency = std::ranges::find(chart_->dependencies, first, &ChartDependency::key);
    unit.project_version = dependency == chart_->dependencies.end()
                               ? kafka_of_chart(chart_->name, chart_->app_version)
                               : kafka_of_chart(dependency->name, dependency->app_version);
    if (unit.project_version) unit.version_from = "appVersion in Chart.yaml";
  }

  /// A text of several lines: properties, or an application file of Spring Boot.
  void read_text(const Place& place) {
    const std::string_view text = yaml_.text(place.node);
    if (text.find('\n') == std::string_view::npos) return;
    EmbeddedFile inner{.outer = file_,
                       .scalar = place.node,
                       .file_name = place.key,
                       .unit_name = place.path,
                       .dialect = kDialect,
                       .chain = values_chain(place)};
    const std::string lower = ascii_lower(place.key);
    if (lower.starts_with("application") && (lower.ends_with(".yml") || lower.ends_with(".yaml"))) {
      for (Unit& unit : read_embedded(inner, read_spring_boot).units) add_unit(std::move(unit));
      return;
    }
    if (trim_java(text).starts_with('{') && has_needle(text, FileSyntax::json)) {
      inner.file_name = "connector.json";
      FileUnits read = read_embedded(inner, read_connector_json);
      for (Unit& unit : read.units) add_unit(std::move(unit));
      for (Diagnostic& found : read.diagnostics) out_.diagnostics.push_back(std::move(found));
      return;
    }
    std::vector<KeyAndValue> pairs;
    const syntax::PropertiesFile file = syntax::parse_properties(text, syntax::Charset::latin1);
    for (const syntax::PropertiesPair& pair : file.pairs) pairs.push_back({pair.key, pair.value});
    std::optional<RoleGuess> guess = guess_values_role(place.key, pairs);
    if (guess && count_known(guess->role, pairs) < 2) guess = std::nullopt;
    guess = asked_or_guessed(file_.options.role, std::move(guess), pairs, 2);
    if (!guess) return;
    if (std::optional<Unit> unit = read_properties_text(inner, guess)) add_unit(std::move(*unit));
  }

  /// A chart adds settings of its own, so none of these is complete.
  void add_unit(Unit unit) {
    unit.complete = false;
    unit.name = unique_unit_name(out_.units, std::move(unit.name), document_);
    out_.units.push_back(std::move(unit));
  }

  const ParsedFile& file_;
  const syntax::YamlFile& yaml_;
  std::size_t document_;
  std::optional<Chart> chart_;  // whose values these are
  FileUnits& out_;
  bool whole_ = false;
  std::vector<Place> open_;
  std::vector<std::optional<kafka::VersionSet>> charts_;  // Kafka in those that were found
  std::set<syntax::YamlId> taken_;
};

/// `chart` is the one that is installed, where the file itself lies in none.
void read_documents(const ParsedFile& file, const std::optional<Chart>& chart, bool whole,
                    std::vector<bool>& claimed, FileUnits& out) {
  for (std::size_t i = 0; i < file.yaml->documents.size(); ++i) {
    const syntax::YamlId root = file.yaml->documents[i].root;
    if (claimed[i] || root == syntax::kNoYaml || !file.yaml->is_mapping(root)) continue;
    if (syntax::find(*file.yaml, root, "apiVersion") != syntax::kNoYaml &&
        syntax::find(*file.yaml, root, "kind") != syntax::kNoYaml)
      continue;
    const std::size_t before = out.units.size();
    std::optional<Chart> own = chart_of(file.options.files, file.source.path());
    ValuesReader(file, i, own ? std::move(own) : chart, out).read(root, {}, whole);
    claimed[i] = out.units.size() > before;
  }
}

/// The file together with what an installation lays it over.
void read_merged(const ParsedFile& file, const MergedValues& merged, std::vector<bool>& claimed,
                 FileUnits& out) {
  const SourceFile text(std::string(file.source.path()), std::string(merged.text.text()));
  const bool templated = text.bytes().find("{{") != std::string_view::npos;
  const syntax::YamlFile tree = syntax::parse_yaml(text.bytes(), {.template_actions = templated});
  const ParsedFile whole{.source = text, .options = file.options, .yaml = &tree};
  const ProjectFiles* const files = file.options.files;
  const std::string_view lowest = merged.lowest->path();
  std::vector<bool> one(tree.documents.size(), false);
  FileUnits read;
  read_documents(whole, chart_of(files, lowest), is_whole(files, lowest), one, read);
  map_to_values(merged, file.source.bytes(), read);
  if (!read.units.empty()) claimed.front() = true;
  std::ranges::move(read.units, std::back_inserter(out.units));
  std::ranges::move(read.diagnostics, std::back_inserter(out.diagnostics));
}

}  // namespace

void read_helm_values(const ParsedFile& file, std::vector<bool>& claimed, FileUnits& out) {
  if (!file.yaml) return;
  for (const KubernetesResource& resource : kubernetes_resources(*file.yaml, claimed)) {
    std::optional<HelmRelease> release = release_of(file, resource);
    if (!release) continue;
    ValuesReader(file, resource.document, std::move(release->chart), out)
        .read(release->values, release->path, release->whole);
    claimed[resource.document] = true;
  }
  if (!is_values_file(file) || claimed.empty()) return;
  if (!claimed.front())
    if (const std::optional<MergedValues> merged = merge_values(file))
      return read_merged(file, *merged, claimed, out);
  const bool whole = is_whole(file.options.files, file.source.path());
  read_documents(file, std::nullopt, whole, claimed, out);
}

}  // namespace kaflint::dialect
