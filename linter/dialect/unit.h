// The settings that one Kafka component would get together.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/finding/diagnostic.h"
#include "linter/kafka/role.h"
#include "linter/kafka/version.h"
#include "linter/source/span.h"

namespace kaflint::dialect {

/// Why a value cannot be known from the file.
enum class UnknownReason : std::uint8_t {
  placeholder,        // ${X} of Spring and others, without a usable default
  template_action,    // {{ ... }}
  filtered_property,  // @x@ of Maven resource filtering
  config_provider,    // ${provider:path:key}, resolved by Kafka at start-up
  reference,          // secretKeyRef, configMapKeyRef
  unsupported,        // a form whose conversion is not known
};
std::string_view to_string(UnknownReason reason);

/// One step of the way from the file to the setting, outermost first.
struct Provenance {
  std::string
      what;  // `spring.kafka.properties`, `ConfigMap data.producer.properties`, `alias *base`
  Span span;
};

enum class SettingOrigin : std::uint8_t { written, framework };

struct Setting {
  std::string key;                   // Kafka's
  std::optional<std::string> value;  // exactly as it reaches Kafka, UTF-8; nothing when unknown
  UnknownReason unknown = UnknownReason::placeholder;  // when there is no value
  std::string written_key;                             // as it stands in the file: `batch-size`
  SettingOrigin origin = SettingOrigin::written;
  std::string set_by;  // `Spring Boot`; `the default in line 3 of values.yaml`, if written too
  /// Of a layer that has a unit of its own, such as application.yml below application-prod.yml:
  /// what such settings lead to by themselves is told there. Its spans are empty when it stands in
  /// another file. A framework's value can be inherited too.
  bool inherited = false;
  Span key_span;  // both empty when the origin is framework
  Span value_span;
  std::vector<Span> value_pieces;  // more than one when the value continues over lines
  Span entry_span;                 // key, separator and value: what a code frame underlines
  std::vector<Provenance> chain;
};

/// What a topic is created with beside its configuration. None of these is a key of a topic's, so
/// they stand apart from the unit's settings.
struct TopicLayout {
  std::string name;  // empty when it is not known
  std::optional<Setting> partitions;
  std::optional<Setting> replication_factor;
};

enum class VersionSource : std::uint8_t { option, config, project, assumed };
std::string_view to_string(VersionSource source);

struct Unit {
  std::string name;  // unique within the file; empty for a whole file
  kafka::Role role = kafka::Role::producer;
  std::string dialect;  // `properties`, `spring-boot`, `strimzi` ...
  bool complete = false;
  /// Why this is taken for a unit of that role: `the file's name`, `12 of 14 keys are a broker's`.
  std::string why;
  Span span;                      // of the whole section, for what is absent and for editors
  std::vector<Setting> settings;  // each key once: what Kafka gets; in file order
  /// Where the role is topic and the file says how the topic is created.
  std::optional<TopicLayout> topic;
  /// What the file itself says about its version, such as spec.kafka.version.
  std::optional<kafka::VersionSet> project_version;
  /// The words for it: `spec.kafka.version`, `image apache/kafka:3.9.0`.
  std::string version_from;
  /// Names the Kafka cluster that this belongs to, as far as the file tells; empty if it does not.
  std::string cluster;
  /// How many brokers run with these settings; nothing when the file does not tell.
  std::optional<std::uint32_t> brokers;
  /// Prefixes and keys which other programs read from the same section, so not unknown.
  std::vector<std::string> foreign_prefixes;
  /// Found while reading: duplicates, misplaced and dropped settings.
  std::vector<Diagnostic> diagnostics;
};

/// Null where the unit does not have the key.
const Setting* setting_of(const Unit& unit, std::string_view key);

}  // namespace kaflint::dialect
