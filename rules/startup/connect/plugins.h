// The single message transforms and predicates that Kafka ships,
// org.apache.kafka.connect.transforms, and what their ConfigDefs take.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/kafka/config_value.h"
#include "linter/kafka/version.h"

namespace kaflint::startup {

enum class PluginKind : std::uint8_t { transformation, predicate };

/// As Kafka's messages name them: `transformation`, `predicate`.
std::string_view to_string(PluginKind kind);

/// What a plug-in's setting has to satisfy once it is parsed.
enum class PluginRule : std::uint8_t {
  anything,
  filled,         // a text that is not empty
  regex,          // of Java
  filled_regex,   // both
  some_list,      // with an item at least
  filled_list,    // the same; from 4.2 on none of the items is empty
  list,           // from 4.2 on without empty items
  header_action,  // `move` or `copy`
  time_type,      // of TimestampConverter, from 3.2 on
  time_unit,      // of TimestampConverter
  field_syntax,   // `V1` or `V2`, in any case
  casts,          // `type` alone, or `field:type` pairs
  renames,        // `field:field` pairs
};

struct PluginSetting {
  std::string_view name;
  kafka::Type type = kafka::Type::string;
  bool required = false;
  PluginRule rule = PluginRule::anything;
};

/// What is known of a class that is written as a plug-in's type.
enum class PluginClass : std::uint8_t {
  usable,
  /// It exists, and is no plug-in of that kind.
  wrong_kind,
  /// It exists, and only its classes `$Key` and `$Value` can be used.
  needs_key_or_value,
  /// Only the machine knows whether it exists and what it is.
  unknown,
};

/// A class of java.lang, which every worker knows and which is no plug-in at all.
bool is_java_value(std::string_view class_name);

PluginClass classify_plugin(PluginKind kind, std::string_view class_name, kafka::Version version);

/// The ConfigDef of a usable plug-in in that version, in its order.
std::vector<PluginSetting> plugin_settings(std::string_view class_name, kafka::Version version);

/// Why a setting does not take a text.
struct PluginError {
  /// What it would take, to be read after `expects `.
  std::string expected;
  /// The key that Kafka's exception names. A validator of an embedded ConfigDef knows only the
  /// setting's own name, without the alias.
  std::optional<std::string> named;
};

/// ConfigDef.parseValue of the setting, whose whole key is `key`.
std::optional<PluginError> plugin_error(const PluginSetting& setting, const std::string& key,
                                        std::string_view text, kafka::Version version);

}  // namespace kaflint::startup
