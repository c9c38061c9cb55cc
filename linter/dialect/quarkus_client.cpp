// See quarkus_client.h. SmallRye's KafkaConnector, ConfigHelper, JsonHelper and
// ConfigurationCleaner.
#include "linter/dialect/quarkus_client.h"

#include <algorithm>
#include <array>
#include <utility>

#include "linter/dialect/flat_setting.h"
#include "linter/dialect/smallrye_value.h"
#include "linter/dialect/spring_findings.h"
#include "linter/kafka/catalog.h"

namespace kaflint::dialect {
namespace {

constexpr std::string_view kAttributes[] = {
#include "smallrye_attributes.inc"
};

/// Taken as they are: the connector asks for them itself, as texts.
constexpr std::array<std::string_view, 2> kTexts = {"acks", "group.id"};

bool fits(std::string_view key, std::string_view pattern) {
  const bool open_begin = pattern.starts_with('*');
  const bool open_end = pattern.ends_with('*');
  if (open_begin) pattern.remove_prefix(1);
  if (open_end) pattern.remove_suffix(1);
  if (open_begin && open_end) return key.find(pattern) != std::string_view::npos;
  if (open_begin) return key.ends_with(pattern);
  return open_end ? key.starts_with(pattern) : key == pattern;
}

bool is_attribute(std::string_view key) {
  return std::ranges::any_of(kAttributes,
                             [key](std::string_view pattern) { return fits(key, pattern); });
}

bool is_whole_number(std::string_view key, kafka::Role role) {
  const std::vector<kafka::KeyDefinition> history = kafka::catalog(role).history(key);
  return !history.empty() && (history.back().type() == kafka::Type::long_ ||
                              history.back().type() == kafka::Type::int_);
}

}  // namespace

bool is_kafka_key(std::string_view key, kafka::Role role) {
  return !kafka::catalog(role).history(key).empty();
}

QuarkusClient::QuarkusClient(const QuarkusProperties& properties, std::string_view profile,
                             kafka::Role role, Way way, UnitBuilder& builder)
    : properties_(properties),
      profile_(profile),
      role_(role),
      way_(way),
      builder_(builder),
      lookup_(quarkus_lookup(properties, profile)) {}

void QuarkusClient::add_layer(const QuarkusPath& path, bool own) {
  for (const bool in_profile : {false, true})
    for (const QuarkusProperty& property : properties_) {
      const bool of_profile = !property.profile.empty();
      if (of_profile != in_profile || (of_profile && !property.in(profile_))) continue;
      const bool about_this = property.own && (of_profile || profile_.empty());
      if (const std::optional<std::string> key = property.key_below(path))
        add(property, *key, own && about_this);
    }
}

void QuarkusClient::add_as(const QuarkusProperty& property, std::string key) {
  Setting setting =
      flat_setting(property.entry, std::move(key), join_elements(property.entry.elements), lookup_);
  setting.inherited = !property.own || (!profile_.empty() && property.profile.empty());
  builder_.override_with(std::move(setting), property.entry.removable);
}

void QuarkusClient::add(const QuarkusProperty& property, const std::string& key, bool own) {
  if (property.quoted) {
    if (own && is_kafka_key(key, role_))
      report("quarkus/quoted-key", property.entry.key_span, key, {{"key", key}});
    return;
  }
  if (way_ == Way::connector && is_attribute(key)) return;
  const FlatEntry& entry = property.entry;
  Setting setting = flat_setting(entry, key, join_elements(entry.elements), lookup_);
  setting.inherited = !own;
  check_name(property, key, own);
  const bool as_text = std::ranges::find(kTexts, key) != kTexts.end();
  if (way_ == Way::connector && setting.value && !as_text) {
    if (own) check_number(property, setting);
    setting.value = smallrye_value(*setting.value);
  }
  builder_.override_with(std::move(setting), entry.removable);
}

/// Attributes have dashes; Kafka's keys have dots, and reach it as they are written.
void QuarkusClient::check_name(const QuarkusProperty& property, const std::string& key, bool own) {
  if (is_kafka_key(key, role_)) return;
  const bool of_another = known_to_another_client(key, role_);
  const std::string_view known =
      of_another ? std::string_view() : kafka_key_like(key, role_, false);
  if (own && !known.empty())
    report("quarkus/key-not-kafka", property.entry.key_span, known,
           {{"key", std::string(known)}, {"written", key}});
  if (!own || of_another || !known.empty()) builder_.unit().foreign_prefixes.push_back(key);
}

void QuarkusClient::check_number(const QuarkusProperty& property, const Setting& setting) {
  if (!becomes_floating(*setting.value) || !is_whole_number(setting.key, role_)) return;
  report("quarkus/number-too-large-for-connector", property.entry.entry_span, setting.key,
         {{"key", setting.key},
          {"written", *setting.value},
          {"printed", smallrye_value(*setting.value)}});
}

void QuarkusClient::report(RuleId rule, Span span, std::string_view key,
                           kafka::Arguments arguments) {
  builder_.unit().diagnostics.push_back({.rule = rule,
                                         .span = span,
                                         .key = std::string(key),
                                         .arguments = std::move(arguments),
                                         .related = {},
                                         .fixes = {}});
}

}  // namespace kaflint::dialect
