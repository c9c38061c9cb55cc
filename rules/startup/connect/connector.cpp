// What constructing a connector's configuration checks: org.apache.kafka.connect.runtime
// .SourceConnectorConfig and .SinkConnectorConfig, with .ConnectorConfig below both, each in its
// order. What the connector's own class checks is its own.
#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/text.h"
#include "linter/kafka/config_def.h"
#include "linter/kafka/named_validators.h"
#include "rules/startup/connect/plugin_blocks.h"
#include "rules/startup/connect/plugins.h"
#include "rules/startup/startup.h"

namespace kaflint::startup {
namespace {

using kafka::ParsedConfig;
using kafka::Role;
using kafka::StartupReport;
using kafka::Type;
using kafka::Version;
using Items = std::vector<std::string>;

constexpr const char* kDeadLetterTopic = "errors.deadletterqueue.topic.name";
constexpr const char* kGroups = "topic.creation.groups";
constexpr std::string_view kTopicCreation = "topic.creation.";
constexpr const char* kTopics = "topics";
constexpr const char* kTopicsRegex = "topics.regex";

/// Where an override of a client's setting goes (KIP-458).
struct Override {
  std::string_view prefix;
  Role client;
};
constexpr std::array<Override, 3> kOverrides = {{{"admin.override.", Role::admin},
                                                 {"consumer.override.", Role::consumer},
                                                 {"producer.override.", Role::producer}}};

class ConnectorStartup {
 public:
  ConnectorStartup(const ParsedConfig& config, StartupReport& report)
      : config_(config), report_(report), version_(config.version()) {}

  void run() {
    const bool validated_first = version_ < Version(3, 7, 0);
    if (sink() && validated_first) validate_sink();
    check_converters();
    check_plugin_blocks(config_, report_);
    if (sink() && !validated_first) validate_sink();
    if (!sink()) check_topic_creation();
    report_overrides();
  }

 private:
  bool sink() const { return config_.catalog().role() == Role::sink_connector; }
  bool complete() const { return config_.completeness() == kafka::Completeness::complete; }
  const std::optional<std::string>* written(std::string_view key) const {
    return config_.written().find(key);
  }

  /// ConnectorConfig's validators of the three converters (3.7.0), for classes that every worker
  /// knows and that are none.
  void check_converters() {
    if (version_ < Version(3, 7, 0)) return;
    for (const char* key : {"key.converter", "value.converter", "header.converter"}) {
      const auto type = config_.string(key);
      if (!type || !config_.is_written(key)) continue;
      const bool header = std::string_view(key) == "header.converter";
      if (type == "org.apache.kafka.connect.storage.Converter" ||
          type == "org.apache.kafka.connect.storage.HeaderConverter")
        refuse_class(key, *type, "is an interface");
      else if (is_java_value(*type) || is_plugin(*type))
        refuse_class(key, *type, header ? "is no header converter" : "is no converter");
    }
  }

  void refuse_class(const char* key, const std::string& type, const char* problem) {
    report_.refuse("connect/plugin-class-not-usable", key, {{"value", type}, {"problem", problem}});
  }

  bool is_plugin(std::string_view type) const {
    return classify_plugin(PluginKind::predicate, type, version_) != PluginClass::unknown &&
           type.find(".transforms.") != std::string_view::npos;
  }

  /// SinkConnectorConfig.hasTopicsConfig and its like: written, and not blank. Nothing where that
  /// is not known.
  std::optional<bool> has(const char* key) const {
    const std::optional<std::string>* text = written(key);
    if (text == nullptr) return complete() ? std::optional(false) : std::nullopt;
    if (!*text) return std::nullopt;
    return !trim_java(**text).empty();
  }

  /// SinkConnectorConfig.validate (1.1.0, KIP-215), which the herder calls.
  void validate_sink() {
    if (version_ < Version(1, 1, 0)) return;
    const auto topics = has(kTopics);
    const auto regex = has(kTopicsRegex);
    // From 3.7.0 on the exception is about a key.
    const bool named = version_ >= Version(3, 7, 0);
    if (topics == true && regex == true) refuse_sink("connect/topics-and-regex", kTopics);
    if (topics == false && regex == false)
      refuse_sink("connect/sink-needs-topics",
                  named ? std::optional<std::string>(kTopics) : std::nullopt);
    if (version_ >= Version(2, 5, 1)) check_dead_letter_topic(topics == true, regex == true, named);
  }

  /// AbstractHerder.validateConnectorConfig: from 3.7.0 on all definitions come first.
  void refuse_sink(RuleId rule, std::optional<std::string> key, kafka::Arguments arguments = {}) {
    if (version_ < Version(3, 7, 0))
      report_.refuse_before_parsing(rule, std::move(key), std::move(arguments));
    else
      report_.refuse(rule, std::move(key), std::move(arguments));
  }

  void check_dead_letter_topic(bool topics, bool regex, bool named) {
    if (has(kDeadLetterTopic) != true) return;
    const std::string name(trim_java(**written(kDeadLetterTopic)));
    if (topics && consumes(name)) refuse_dead_letter_topic(name, kTopics, named);
    if (regex && version_ < Version(3, 7, 0)) compile_pattern();
    if (regex && matches(name)) refuse_dead_letter_topic(name, kTopicsRegex, named);
  }

  /// SinkConnectorConfig.parseTopicsList
  bool consumes(const std::string& topic) const {
    const auto list = kafka::parse_type(Type::list, **written(kTopics), version_);
    const auto* items = list ? std::get_if<Items>(&*list) : nullptr;
    return items != nullptr && std::ranges::find(*items, topic) != items->end();
  }

  /// Pattern.compile, before the definitions say that the pattern is a bad one.
  void compile_pattern() {
    const std::string& text = **written(kTopicsRegex);
    const auto definition = config_.definition(kTopicsRegex);
    const auto value = kafka::parse_value(*definition, text, version_);
    if (!value)
      report_.refuse_before_parsing(
          "any/invalid-value", std::nullopt,
          {{"key", kTopicsRegex}, {"value", text}, {"expected", value.error().expected}});
  }

  /// Pattern.matches of the text as it is written. Patterns that RE2 does not read decide nothing.
  bool matches(const std::string& topic) const {
    const RE2 pattern(**written(kTopicsRegex), RE2::Quiet);
    return pattern.ok() && RE2::FullMatch(topic, pattern);
  }

  void refuse_dead_letter_topic(const std::string& name, const char* source, bool named) {
    refuse_sink("connect/dead-letter-topic-consumed",
                named ? std::optional<std::string>(source) : std::nullopt,
                {{"key", kDeadLetterTopic}, {"value", name}, {"source", source}});
  }

  /// SourceConnectorConfig's constructor (2.6.0, KIP-158). The worker's topic.creation.enable,
  /// without which none of this is looked at, is true by default.
  void check_topic_creation() {
    if (version_ < Version(2, 6, 0)) return;
    const auto creation = config_.written().with_prefix(kTopicCreation);
    if (creation.empty()) return;
    for (const char* name : {"replication.factor", "partitions"})
      check_topic_setting("default", name, creation.front().first);
    const Items* groups = config_.list(kGroups);
    if (groups == nullptr) return;
    Items known = {"default"};
    if (version_ < Version(3, 4, 0) && std::ranges::find(*groups, "default") != groups->end())
      report_.refuse("connect/default-group-listed", std::nullopt, {{"key", kGroups}});
    for (const std::string& group : *groups) {
      if (std::ranges::find(known, group) != known.end()) continue;
      known.push_back(group);
      check_patterns(group, "include");
      check_patterns(group, "exclude");
      check_topic_setting(group, "replication.factor");
      check_topic_setting(group, "partitions");
    }
    report_unlisted_aliases(config_, report_, kTopicCreation, kGroups, known);
  }

  static std::string topic_key(std::string_view group, std::string_view name) {
    return fmt::format("{}{}.{}", kTopicCreation, group, name);
  }

  /// TopicCreationConfig.REPLICATION_FACTOR_VALIDATOR and PARTITIONS_VALIDATOR, which know a key
  /// only by its last part, as every validator of an embedded ConfigDef does. `cause` is a
  /// written key because of which the setting is required.
  void check_topic_setting(std::string_view group, std::string_view name,
                           const std::string& cause = "") {
    const std::string key = topic_key(group, name);
    const std::optional<std::string>* text = written(key);
    if (text == nullptr) {
      if (cause.empty()) return;
      if (complete())
        report_.refuse("connect/topic-creation-needs-default", key, {{"cause", cause}});
      else
        report_.needs(key);
      return;
    }
    if (!*text) return report_.needs(key);
    const Type type = name == "partitions" ? Type::int_ : Type::short_;
    const auto value = kafka::parse_type(type, **text, version_);
    const auto* number = value ? std::get_if<std::int64_t>(&*value) : nullptr;
    if (number != nullptr && (*number == -1 || *number >= 1)) return;
    report_.refuse("any/invalid-value", number == nullptr ? key : std::string(name),
                   {{"key", key},
                    {"value", **text},
                    {"expected", "-1, or a whole number of at least 1"},
                    {"type", std::string(to_string(type))}},
                   key);
  }

  /// TopicCreationConfig.REGEX_VALIDATOR. Those of the default group are ignored.
  void check_patterns(std::string_view group, std::string_view name) {
    const std::string key = topic_key(group, name);
    const std::optional<std::string>* text = written(key);
    if (text == nullptr || !*text) return;
    const auto list = kafka::parse_type(Type::list, **text, version_);
    const auto* patterns = list ? std::get_if<Items>(&*list) : nullptr;
    if (patterns == nullptr) return;
    const auto is_regex = [](const std::string& item) { return kafka::may_be_java_regex(item); };
    if (!std::ranges::all_of(*patterns, is_regex))
      report_.refuse("any/invalid-value", std::string(name),
                     {{"key", key},
                      {"value", **text},
                      {"expected", "a list of regular expressions of Java"},
                      {"type", "list"}},
                     key);
  }

  /// Worker.connectorClientConfigOverrides, when a task starts: what the client's own ConfigDef
  /// refuses, whatever else it gets; and before 3.0 any override, unless the worker allows it.
  void report_overrides() {
    if (version_ < Version(2, 3, 0)) return;
    for (const Override& place : kOverrides)
      for (const auto& [key, value] : config_.written().with_prefix(place.prefix))
        report_override(key, value, place);
  }

  void report_override(const std::string& key, const std::optional<std::string>& value,
                       const Override& place) {
    if (version_ < Version(3, 0, 0)) report_.unused("connect/override-needs-policy", key);
    const auto definition =
        kafka::catalog(place.client).find(key.substr(place.prefix.size()), version_);
    if (!definition || !value) return;
    const auto parsed = kafka::parse_value(*definition, *value, version_);
    if (parsed) return;
    const bool range = parsed.error().kind == kafka::ValueError::Kind::out_of_range;
    report_.unused("connect/client-refuses", key,
                   {{"client", std::string(to_string(place.client))},
                    {"owner", "task"},
                    {"rule", range ? "any/value-out-of-range" : "any/invalid-value"}});
  }

  const ParsedConfig& config_;
  StartupReport& report_;
  Version version_;
};

}  // namespace

void connector(const ParsedConfig& config, StartupReport& report) {
  ConnectorStartup(config, report).run();
}

}  // namespace kaflint::startup
