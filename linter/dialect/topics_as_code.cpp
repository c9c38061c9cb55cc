// Tools that keep a cluster's topics in files of their own: kafka-gitops, JulieOps, Kattlo. Their
// files have no name and no version to be known by, so the shape of the whole document decides.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "linter/dialect/common.h"
#include "linter/dialect/jackson_yaml.h"
#include "linter/dialect/kubernetes_scalar.h"
#include "linter/dialect/readers.h"
#include "linter/dialect/resource_places.h"
#include "linter/dialect/yaml_settings.h"

namespace kaflint::dialect {
namespace {

using kafka::Role;
using syntax::kNoYaml;
using syntax::YamlEntry;
using syntax::YamlFile;
using syntax::YamlId;

/// Where one topic's parts are; kNoYaml for what it does not have.
struct TopicPlace {
  YamlId topic = kNoYaml;
  std::string path;
  std::string name;
  YamlId config = kNoYaml;
};

/// How a tool writes topics.
struct Tool {
  std::string_view dialect;
  std::string_view partitions;
  std::string_view replication;
  /// Whether both stand among the settings, although a topic has no such keys.
  bool within_config = false;
  /// Bound to a map of texts; otherwise to anything, which is printed.
  bool strings = false;
};

constexpr Tool kGitops{"kafka-gitops", "partitions", "replication", false, true};
constexpr Tool kJulie{"julie-ops", "num.partitions", "replication.factor", true, false};
constexpr Tool kKattlo{"kattlo", "partitions", "replicationFactor", false, false};

constexpr auto kGitopsKeys = std::to_array<std::string_view>(
    {"settings", "topics", "services", "users", "customServiceAcls", "customUserAcls"});
constexpr auto kGitopsTopicKeys =
    std::to_array<std::string_view>({"partitions", "replication", "configs"});

bool has_only(const YamlFile& yaml, YamlId mapping, std::span<const std::string_view> keys) {
  return std::ranges::all_of(syntax::entries(yaml, mapping), [&](const YamlEntry& entry) {
    return std::ranges::find(keys, known_text(yaml, entry.key)) != keys.end();
  });
}

class TopicReader {
 public:
  TopicReader(const ParsedFile& file, const Tool& tool, std::size_t document, FileUnits& out)
      : file_(file), yaml_(*file.yaml), tool_(tool), document_(document), out_(out) {}

  void read(const TopicPlace& place) {
    Unit unit;
    unit.name = unique_unit_name(out_.units, place.path, document_);
    unit.role = Role::topic;
    unit.dialect = tool_.dialect;
    unit.why = fmt::format("a topic of {}", tool_.dialect);
    unit.span = yaml_.node(yaml_.resolve(place.topic)).span;
    unit.topic = TopicLayout{place.name, {}, {}};
    UnitBuilder builder(std::move(unit));
    if (!tool_.within_config) read_layout(place.topic, *builder.unit().topic);
    if (place.config != kNoYaml && yaml_.is_mapping(place.config))
      for (const YamlEntry& entry : syntax::entries(yaml_, place.config)) add(entry, builder);
    const TopicLayout& layout = *builder.unit().topic;
    if (builder.empty() && !layout.partitions && !layout.replication_factor) return;
    out_.units.push_back(std::move(builder).take());
  }

 private:
  void read_layout(YamlId topic, TopicLayout& layout) {
    for (const YamlEntry& entry : syntax::entries(yaml_, topic)) {
      const std::string_view key = known_text(yaml_, entry.key);
      if (key == tool_.partitions) layout.partitions = read_setting(entry, "partitions");
      if (key == tool_.replication)
        layout.replication_factor = read_setting(entry, "replication.factor");
    }
  }

  void add(const YamlEntry& entry, UnitBuilder& builder) {
    const std::string_view key = known_text(yaml_, entry.key);
    TopicLayout& layout = *builder.unit().topic;
    if (tool_.within_config && key == tool_.partitions) {
      layout.partitions = read_setting(entry, "partitions");
    } else if (tool_.within_config && key == tool_.replication) {
      layout.replication_factor = read_setting(entry, "replication.factor");
    } else if (std::optional<Setting> setting = read_setting(entry, key)) {
      if (tool_.strings && !yaml_.is_scalar(entry.value)) report_not_text(entry, *setting, builder);
      builder.override_with(std::move(*setting));
    }
  }

  std::optional<Setting> read_setting(const YamlEntry& entry, std::string_view key) const {
    std::optional<Setting> setting = setting_of(file_, entry, {});
    if (!setting) return std::nullopt;
    setting->key = key;
    if (!yaml_.is_scalar(entry.value)) {
      setting->unknown = UnknownReason::unsupported;
      return setting;
    }
    if (yaml_.node(yaml_.resolve(entry.value)).masked) return setting;
    setting->unknown = UnknownReason::unsupported;
    JacksonScalar scalar = jackson_scalar(yaml_, entry.value);
    std::optional<std::string>& text = tool_.strings ? scalar.as_string : scalar.as_object;
    if (text && holds_template_text(*text))
      setting->unknown = UnknownReason::template_action;
    else if (text && text->find("${") != std::string::npos)
      setting->unknown = UnknownReason::placeholder;
    else
      setting->value = std::move(text);
    return setting;
  }

  void report_not_text(const YamlEntry& entry, const Setting& setting, UnitBuilder& builder) const {
    builder.unit().diagnostics.push_back(
        {.rule = "topic/value-not-text",
         .span = yaml_.node(entry.value).span,
         .key = setting.key,
         .arguments = {{"what", std::string(kubernetes_type(yaml_, entry.value))},
                       {"tool", std::string(tool_.dialect)}},
         .related = {},
         .fixes = {}});
  }

  const ParsedFile& file_;
  const YamlFile& yaml_;
  const Tool& tool_;
  std::size_t document_;
  FileUnits& out_;
};

/// `topics:` is a map from names to partitions, replication and configs, beside nothing but the
/// other sections of a state file.
std::vector<TopicPlace> gitops_topics(const YamlFile& yaml, YamlId root) {
  const YamlId topics = syntax::find(yaml, root, "topics");
  if (topics == kNoYaml || !yaml.is_mapping(topics) || !has_only(yaml, root, kGitopsKeys))
    return {};
  std::vector<TopicPlace> places;
  for (const YamlEntry& entry : syntax::entries(yaml, topics)) {
    const std::string name(known_text(yaml, entry.key));
    if (!yaml.is_mapping(entry.value) || !has_only(yaml, entry.value, kGitopsTopicKeys)) return {};
    places.push_back(
        {entry.value, "topics." + name, name, syntax::find(yaml, entry.value, "configs")});
  }
  return places;
}

void add_julie_topics(const YamlFile& yaml, YamlId list, const std::string& path,
                      std::vector<TopicPlace>& places) {
  std::size_t index = 0;
  for (YamlId topic : syntax::items(yaml, list)) {
    std::string here = fmt::format("{}[{}]", path, index++);
    if (!yaml.is_mapping(topic)) continue;
    places.push_back({topic, std::move(here),
                      std::string(known_text(yaml, syntax::find(yaml, topic, "name"))),
                      syntax::find(yaml, topic, "config")});
  }
}

/// A descriptor (`context`, `projects`), or the plans that it refers to.
std::vector<TopicPlace> julie_topics(const YamlFile& yaml, YamlId root) {
  std::vector<TopicPlace> places;
  const YamlId context = syntax::find(yaml, root, "context");
  const YamlId projects = syntax::find(yaml, root, "projects");
  if (context != kNoYaml && yaml.is_scalar(context)) {
    std::size_t index = 0;
    for (YamlId project : syntax::items(yaml, projects)) {
      const std::string path = fmt::format("projects[{}].topics", index++);
      if (yaml.is_mapping(project))
        add_julie_topics(yaml, syntax::find(yaml, project, "topics"), path, places);
    }
    add_julie_topics(yaml, syntax::find(yaml, root, "special_topics"), "special_topics", places);
    return places;
  }
  const YamlId plans = syntax::find(yaml, root, "plans");
  if (plans == kNoYaml || !yaml.is_mapping(plans) || syntax::entries(yaml, root).size() != 1)
    return {};
  for (const YamlEntry& entry : syntax::entries(yaml, plans)) {
    if (!yaml.is_mapping(entry.value)) return {};
    const YamlId config = syntax::find(yaml, entry.value, "config");
    if (config == kNoYaml || syntax::find(yaml, entry.value, "alias") == kNoYaml) return {};
    places.push_back(
        {entry.value, fmt::format("plans.{}", known_text(yaml, entry.key)), {}, config});
  }
  return places;
}

/// One migration of one topic.
std::vector<TopicPlace> kattlo_topics(const YamlFile& yaml, YamlId root) {
  const std::string_view operation = known_text(yaml, syntax::find(yaml, root, "operation"));
  if (operation != "create" && operation != "patch" && operation != "remove") return {};
  const YamlId topic = syntax::find(yaml, root, "topic");
  if (topic == kNoYaml || !yaml.is_scalar(topic)) return {};
  return {{root, {}, std::string(known_text(yaml, topic)), syntax::find(yaml, root, "config")}};
}

}  // namespace

void read_topics_as_code(const ParsedFile& file, std::vector<bool>& claimed, FileUnits& out) {
  if (!file.yaml) return;
  using Find = std::vector<TopicPlace> (*)(const YamlFile&, YamlId);
  constexpr std::array kTools = {std::pair<const Tool*, Find>{&kGitops, gitops_topics},
                                 std::pair<const Tool*, Find>{&kJulie, julie_topics},
                                 std::pair<const Tool*, Find>{&kKattlo, kattlo_topics}};
  for (std::size_t i = 0; i < file.yaml->documents.size(); ++i) {
    const YamlId root = file.yaml->documents[i].root;
    if (claimed[i] || root == kNoYaml || !file.yaml->is_mapping(root)) continue;
    for (const auto& [tool, find_topics] : kTools) {
      const std::vector<TopicPlace> places = find_topics(*file.yaml, root);
      if (places.empty()) continue;
      claimed[i] = true;
      for (const TopicPlace& place : places) TopicReader(file, *tool, i, out).read(place);
      break;
    }
  }
}

}  // namespace kaflint::dialect
