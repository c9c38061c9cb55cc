#include "rules/startup/connect/plugin_blocks.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/text.h"
#include "rules/startup/connect/plugins.h"

namespace kaflint::startup {
namespace {

using kafka::ParsedConfig;
using kafka::StartupReport;
using kafka::Version;

struct Block {
  PluginKind kind;
  std::string alias;
  std::string prefix;  // `transforms.ALIAS.`
};

class PluginBlocks {
 public:
  PluginBlocks(const ParsedConfig& config, StartupReport& report)
      : config_(config), report_(report), version_(config.version()) {}

  void run() {
    std::vector<Block> blocks = blocks_of(PluginKind::transformation, "transforms");
    if (has_predicates())
      for (Block& block : blocks_of(PluginKind::predicate, "predicates"))
        blocks.push_back(std::move(block));
    for (const Block& block : blocks) check_type(block);
    for (const Block& block : blocks) check_settings(block);
    for (const Block& block : blocks) report_missing_predicate(block);
  }

 private:
  /// KIP-585
  bool has_predicates() const { return version_ >= Version(2, 6, 0); }

  std::vector<Block> blocks_of(PluginKind kind, const char* list) {
    std::vector<Block> blocks;
    const std::vector<std::string>* aliases = config_.list(list);
    if (aliases == nullptr) return blocks;
    for (const std::string& alias : *aliases) {
      const bool seen = std::ranges::find(blocks, alias, &Block::alias) != blocks.end();
      if (!seen) blocks.push_back({kind, alias, std::string(list) + "." + alias + "."});
    }
    report_unlisted_aliases(config_, report_, std::string(list) + ".", list, *aliases);
    return blocks;
  }

  const std::optional<std::string>* written(const Block& block, std::string_view name) const {
    return config_.written().find(block.prefix + std::string(name));
  }

  /// For a key that is not written: where somebody else may still write it, the decision needs it.
  bool is_certainly_absent(const std::string& key) {
    const bool certain = config_.completeness() == kafka::Completeness::complete;
    if (!certain) report_.needs(key);
    return certain;
  }

  /// The class's name; nothing where it is not written or not known.
  std::optional<std::string> type_of(const Block& block) const {
    const std::optional<std::string>* text = written(block, "type");
    if (text == nullptr || !*text) return std::nullopt;
    return std::string(trim_java(**text));
  }

  /// EnrichablePlugin.getConfigDefFromConfigProvidingClass, since 4.1 getConfigDefFromPlugin
  void check_type(const Block& block) {
    const std::string key = block.prefix + "type";
    if (written(block, "type") == nullptr) {
      if (is_certainly_absent(key))
        report_.refuse("connect/plugin-needs-type", key,
                       {{"alias", block.alias}, {"kind", std::string(to_string(block.kind))}});
      return;
    }
    const std::optional<std::string> type = type_of(block);
    if (!type) return;
    if (type->empty()) return refuse_type(key, *type, "is the name of no class");
    // From 4.1.0 on the plug-in is looked up by the text as it is written.
    if (version_ >= Version(4, 1, 0) && *type != **written(block, "type"))
      return refuse_type(key, *type, "has blanks around it");
    switch (classify_plugin(block.kind, *type, version_)) {
      case PluginClass::wrong_kind:
        refuse_type(key, *type, "is no " + std::string(to_string(block.kind)));
        break;
      case PluginClass::needs_key_or_value:
        refuse_type(key, *type, "is abstract, and only its `$Key` and `$Value` can be used");
        break;
      default:
        break;
    }
  }

  void refuse_type(const std::string& key, const std::string& type, std::string problem) {
    report_.refuse("connect/plugin-class-not-usable", key,
                   {{"value", type}, {"problem", std::move(problem)}});
  }

  /// ConfigDef.parse of what enrich added: the plug-in's class, then what every transformation and
  /// this class has. ConfigDef.embed puts what is required first.
  void check_settings(const Block& block) {
    const bool conditional = block.kind == PluginKind::transformation && has_predicates();
    if (conditional) check_negation(block);
    std::vector<PluginSetting> settings;
    const std::optional<std::string> type = type_of(block);
    if (type && classify_plugin(block.kind, *type, version_) == PluginClass::usable)
      settings = plugin_settings(*type, version_);
    if (conditional) settings.insert(settings.begin(), {"negate", kafka::Type::boolean});
    std::ranges::stable_partition(settings, &PluginSetting::required);
    for (const PluginSetting& setting : settings) check_setting(block, setting);
  }

  /// EnrichablePlugin.validateProps
  void check_negation(const Block& block) {
    if (written(block, "negate") == nullptr || written(block, "predicate") != nullptr) return;
    if (is_certainly_absent(block.prefix + "predicate"))
      report_.refuse("connect/negate-needs-predicate", std::nullopt,
                     {{"key", block.prefix + "negate"}, {"predicate", block.prefix + "predicate"}});
  }

  void check_setting(const Block& block, const PluginSetting& setting) {
    const std::string key = block.prefix + std::string(setting.name);
    const std::optional<std::string>* text = config_.written().find(key);
    if (text == nullptr) {
      if (setting.required && is_certainly_absent(key))
        report_.refuse("any/missing-required-key", key);
      return;
    }
    if (!*text) return;
    const std::optional<PluginError> error = plugin_error(setting, key, **text, version_);
    if (!error) return;
    report_.refuse("any/invalid-value", error->named,
                   {{"key", key},
                    {"value", **text},
                    {"expected", error->expected},
                    {"type", std::string(to_string(setting.type))}},
                   key);
  }

  /// ConnectorConfig.transformationStages, when a task starts.
  void report_missing_predicate(const Block& block) {
    if (block.kind != PluginKind::transformation || !has_predicates()) return;
    const std::optional<std::string>* name = written(block, "predicate");
    const std::vector<std::string>* predicates = config_.list("predicates");
    if (name == nullptr || !*name || predicates == nullptr) return;
    if (std::ranges::find(*predicates, **name) == predicates->end())
      report_.unused("connect/unknown-predicate", block.prefix + "predicate", {{"value", **name}});
  }

  const ParsedConfig& config_;
  StartupReport& report_;
  Version version_;
};

}  // namespace

void report_unlisted_aliases(const ParsedConfig& config, StartupReport& report,
                             std::string_view prefix, std::string_view list,
                             const std::vector<std::string>& aliases) {
  std::set<std::string, std::less<>> reported;
  for (const auto& [key, value] : config.written().with_prefix(prefix)) {
    if (key == list) continue;
    const std::string_view rest = std::string_view(key).substr(prefix.size());
    const std::size_t dot = rest.find('.');
    if (dot == std::string_view::npos) continue;
    // An alias may have dots of its own.
    const bool listed = std::ranges::any_of(aliases, [&](const std::string& alias) {
      return rest.starts_with(alias) && rest.substr(alias.size()).starts_with('.');
    });
    const std::string alias(rest.substr(0, dot));
    if (listed || !reported.insert(alias).second) continue;
    report.unused("connect/alias-not-listed", key, {{"alias", alias}, {"list", std::string(list)}});
  }
}

void check_plugin_blocks(const ParsedConfig& config, StartupReport& report) {
  PluginBlocks(config, report).run();
}

}  // namespace kaflint::startup
