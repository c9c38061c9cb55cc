#include "rules/startup/connect/plugins.h"

#include <algorithm>
#include <array>

#include "linter/base/text.h"
#include "linter/kafka/config_def.h"
#include "linter/kafka/java_text.h"
#include "linter/kafka/named_validators.h"

namespace kaflint::startup {
namespace {

using kafka::Type;
using kafka::Version;

constexpr std::string_view kTransforms = "org.apache.kafka.connect.transforms.";
constexpr Version kFirst(0, 11, 0, 0);

struct Plugin {
  std::string_view name;  // behind the package
  bool key_and_value;
  Version since;
};

constexpr auto kPlugins = std::to_array<Plugin>({
    {"Cast", true, kFirst},
    {"DropHeaders", false, Version(3, 0, 0)},
    {"ExtractField", true, kFirst},
    {"Filter", false, Version(2, 6, 0)},
    {"Flatten", true, kFirst},
    {"HeaderFrom", true, Version(3, 0, 0)},
    {"HoistField", true, kFirst},
    {"InsertField", true, kFirst},
    {"InsertHeader", false, Version(3, 0, 0)},
    {"MaskField", true, kFirst},
    {"RegexRouter", false, kFirst},
    {"ReplaceField", true, kFirst},
    {"SetSchemaMetadata", true, kFirst},
    {"TimestampConverter", true, kFirst},
    {"TimestampRouter", false, kFirst},
    {"ValueToKey", false, kFirst},
    {"predicates.HasHeaderKey", false, Version(2, 6, 0)},
    {"predicates.RecordIsTombstone", false, Version(2, 6, 0)},
    {"predicates.TopicNameMatches", false, Version(2, 6, 0)},
});

/// A setting of one plug-in over some releases.
struct Entry {
  std::string_view plugin;
  PluginSetting setting;
  Version since = kFirst;
  std::optional<Version> until = std::nullopt;  // the first release without it
};

constexpr bool kRequired = true;
constexpr bool kOptional = false;
constexpr std::string_view kReplaceNull = "replace.null.with.default";

/// In the order in which each ConfigDef defines them.
constexpr auto kEntries = std::to_array<Entry>({
    {"Cast", {"spec", Type::list, kRequired, PluginRule::casts}},
    {"Cast", {kReplaceNull, Type::boolean}, Version(3, 9, 0)},
    {"DropHeaders", {"headers", Type::list, kRequired, PluginRule::filled_list}},
    {"ExtractField", {"field", Type::string, kRequired}},
    {"ExtractField", {kReplaceNull, Type::boolean}, Version(3, 9, 0)},
    {"ExtractField",
     {"field.syntax.version", Type::string, kOptional, PluginRule::field_syntax},
     Version(3, 8, 0)},
    {"HeaderFrom", {"fields", Type::list, kRequired, PluginRule::some_list}},
    {"HeaderFrom", {"headers", Type::list, kRequired, PluginRule::some_list}},
    {"HeaderFrom", {"operation", Type::string, kRequired, PluginRule::header_action}},
    {"HeaderFrom", {kReplaceNull, Type::boolean}, Version(3, 9, 0)},
    {"HoistField", {"field", Type::string, kRequired}},
    {"InsertField", {kReplaceNull, Type::boolean}, Version(3, 9, 0)},
    {"InsertHeader", {"header", Type::string, kRequired}},
    {"InsertHeader", {"value.literal", Type::string, kRequired}},
    {"MaskField", {"fields", Type::list, kRequired, PluginRule::filled_list}},
    {"MaskField", {"replacement", Type::string, kOptional, PluginRule::filled}, Version(2, 6, 0)},
    {"MaskField", {kReplaceNull, Type::boolean}, Version(3, 9, 0)},
    {"RegexRouter", {"regex", Type::string, kRequired, PluginRule::regex}},
    {"RegexRouter", {"replacement", Type::string, kRequired}},
    {"ReplaceField", {"exclude", Type::list, kOptional, PluginRule::list}, Version(2, 7, 0)},
    {"ReplaceField", {"include", Type::list, kOptional, PluginRule::list}, Version(2, 7, 0)},
    {"ReplaceField", {"renames", Type::list, kOptional, PluginRule::renames}},
    {"ReplaceField", {kReplaceNull, Type::boolean}, Version(3, 9, 0)},
    {"SetSchemaMetadata", {"schema.version", Type::int_}},
    {"SetSchemaMetadata", {kReplaceNull, Type::boolean}, Version(3, 9, 0)},
    {"TimestampConverter", {"target.type", Type::string, kRequired}, kFirst, Version(3, 2, 0)},
    {"TimestampConverter",
     {"target.type", Type::string, kRequired, PluginRule::time_type},
     Version(3, 2, 0)},
    {"TimestampConverter",
     {"unix.precision", Type::string, kOptional, PluginRule::time_unit},
     Version(3, 2, 0)},
    {"TimestampConverter", {kReplaceNull, Type::boolean}, Version(3, 9, 0)},
    {"ValueToKey", {"fields", Type::list, kRequired, PluginRule::filled_list}},
    {"ValueToKey", {kReplaceNull, Type::boolean}, Version(3, 9, 0)},
    {"ValueToKey",
     {"field.syntax.version", Type::string, kOptional, PluginRule::field_syntax},
     Version(4, 4, 0)},
    {"predicates.HasHeaderKey", {"name", Type::string, kRequired, PluginRule::filled}},
    {"predicates.TopicNameMatches", {"pattern", Type::string, kRequired, PluginRule::filled_regex}},
});

constexpr auto kJavaValues =
    std::to_array<std::string_view>({"java.lang.Boolean", "java.lang.Integer", "java.lang.Long",
                                     "java.lang.Object", "java.lang.String"});

/// Classes that are on every worker's class path and are neither.
constexpr auto kConverters = std::to_array<std::string_view>({
    "org.apache.kafka.connect.json.JsonConverter",
    "org.apache.kafka.connect.storage.SimpleHeaderConverter",
    "org.apache.kafka.connect.storage.StringConverter",
});

/// `Cast` of `org.apache.kafka.connect.transforms.Cast$Value`; null for what Kafka does not ship.
const Plugin* find_plugin(std::string_view class_name, Version version) {
  if (!class_name.starts_with(kTransforms)) return nullptr;
  const std::string_view name = class_name.substr(kTransforms.size());
  const auto found = std::ranges::find(kPlugins, name.substr(0, name.find('$')), &Plugin::name);
  return found == kPlugins.end() || version < found->since ? nullptr : &*found;
}

using Items = std::vector<std::string>;

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> items) {
  return std::ranges::find(items, text) != items.end();
}

/// The parts of java.lang.String.split(":"), which drops empty ones at the end.
std::vector<std::string_view> parts_of(std::string_view item) {
  std::vector<std::string_view> parts = split(item, ':');
  while (parts.size() > 1 && parts.back().empty()) parts.pop_back();
  if (parts.size() == 1 && parts.front().empty() && !item.empty()) parts.clear();
  return parts;
}

/// Cast.parseFieldTypes
bool are_casts(const Items& items) {
  if (items.empty()) return false;
  bool whole = false;
  for (const std::string& item : items) {
    const std::vector<std::string_view> parts = parts_of(item);
    if (parts.empty() || parts.size() > 2) return false;
    whole = whole || parts.size() == 1;
    const std::string type = ascii_lower(trim_java(parts.back()));
    if (!is_one_of(type,
                   {"int8", "int16", "int32", "int64", "float32", "float64", "boolean", "string"}))
      return false;
  }
  return !whole || items.size() == 1;
}

/// ReplaceField.parseRenameMappings
bool are_renames(const Items& items) {
  return std::ranges::all_of(items,
                             [](const std::string& item) { return parts_of(item).size() == 2; });
}

bool has_no_empty_item(const Items& items) {
  return std::ranges::none_of(items, [](const std::string& item) { return item.empty(); });
}

bool accepts_list(PluginRule rule, const Items& items, Version version) {
  switch (rule) {
    case PluginRule::some_list:
      return !items.empty();
    case PluginRule::filled_list:
      if (items.empty()) return false;
      [[fallthrough]];
    case PluginRule::list:
      return version < Version(4, 2, 0) || has_no_empty_item(items);
    case PluginRule::casts:
      return are_casts(items);
    case PluginRule::renames:
      return are_renames(items);
    default:
      return true;
  }
}

bool accepts_text(PluginRule rule, std::string_view text) {
  switch (rule) {
    case PluginRule::filled:
      return !text.empty();
    case PluginRule::regex:
      return kafka::may_be_java_regex(text);
    case PluginRule::filled_regex:
      return !text.empty() && kafka::may_be_java_regex(text);
    case PluginRule::header_action:
      return is_one_of(text, {"move", "copy"});
    case PluginRule::time_type:
      return is_one_of(text, {"string", "unix", "Date", "Time", "Timestamp"});
    case PluginRule::time_unit:
      return is_one_of(text, {"nanoseconds", "microseconds", "milliseconds", "seconds"});
    case PluginRule::field_syntax:
      return is_one_of(ascii_lower(text), {"v1", "v2"});
    default:
      return true;
  }
}

const char* expected_by(const PluginSetting& setting) {
  switch (setting.rule) {
    case PluginRule::filled:
      return "a text that is not empty";
    case PluginRule::regex:
    case PluginRule::filled_regex:
      return "a regular expression of Java";
    case PluginRule::some_list:
      return "a list with at least one item";
    case PluginRule::filled_list:
      return "a list with at least one item and no empty one";
    case PluginRule::list:
      return "a list without empty items";
    case PluginRule::header_action:
      return "one of move, copy";
    case PluginRule::time_type:
      return "one of string, unix, Date, Time, Timestamp";
    case PluginRule::time_unit:
      return "one of nanoseconds, microseconds, milliseconds, seconds";
    case PluginRule::field_syntax:
      return "one of V1, V2";
    case PluginRule::casts:
      return "one type, or pairs such as field:int32, with int8, int16, int32, int64, float32, "
             "float64, boolean or string";
    case PluginRule::renames:
      return "pairs such as old:new";
    case PluginRule::anything:
      break;
  }
  return setting.type == Type::boolean ? "true or false" : "a whole number";
}

}  // namespace

std::string_view to_string(PluginKind kind) {
  return kind == PluginKind::transformation ? "transformation" : "predicate";
}

bool is_java_value(std::string_view class_name) {
  return std::ranges::find(kJavaValues, class_name) != kJavaValues.end();
}

PluginClass classify_plugin(PluginKind kind, std::string_view class_name, Version version) {
  if (is_java_value(class_name) || std::ranges::find(kConverters, class_name) != kConverters.end())
    return PluginClass::wrong_kind;
  const Plugin* plugin = find_plugin(class_name, version);
  if (plugin == nullptr) return PluginClass::unknown;
  const std::size_t dollar = class_name.find('$');
  const std::string_view inner =
      dollar == std::string_view::npos ? "" : class_name.substr(dollar + 1);
  if (!inner.empty() && (!plugin->key_and_value || (inner != "Key" && inner != "Value")))
    return PluginClass::unknown;
  const bool predicate = plugin->name.starts_with("predicates.");
  if (predicate != (kind == PluginKind::predicate)) return PluginClass::wrong_kind;
  return plugin->key_and_value && inner.empty() ? PluginClass::needs_key_or_value
                                                : PluginClass::usable;
}

std::vector<PluginSetting> plugin_settings(std::string_view class_name, Version version) {
  std::vector<PluginSetting> settings;
  const Plugin* plugin = find_plugin(class_name, version);
  if (plugin == nullptr) return settings;
  for (const Entry& entry : kEntries)
    if (entry.plugin == plugin->name && version >= entry.since &&
        (!entry.until || version < *entry.until))
      settings.push_back(entry.setting);
  return settings;
}

std::optional<PluginError> plugin_error(const PluginSetting& setting, const std::string& key,
                                        std::string_view text, Version version) {
  const auto value = kafka::parse_type(setting.type, text, version);
  if (!value) return PluginError{expected_by(setting), key};
  bool accepted = true;
  if (const auto* items = std::get_if<Items>(&*value))
    accepted = accepts_list(setting.rule, *items, version);
  else if (const auto* string = std::get_if<std::string>(&*value))
    accepted = accepts_text(setting.rule, *string);
  if (accepted) return std::nullopt;
  if (setting.rule == PluginRule::casts) return PluginError{expected_by(setting), std::nullopt};
  return PluginError{expected_by(setting), std::string(setting.name)};
}

}  // namespace kaflint::startup
