// From ConfigDef's errors and a startup mirror's report to a verdict.
#include "linter/kafka/verdict.h"

#include <algorithm>
#include <array>

namespace kaflint::kafka {
namespace {

constexpr std::string_view kHidden = "[hidden]";

Refusal refusal_of(const ConfigError& error, const WrittenConfig& written) {
  const std::string key(error.definition.key());
  if (error.missing) return {.rule = "any/missing-required-key", .key = key, .arguments = {}};
  const bool secret = error.definition.type() == Type::password;
  const std::optional<std::string>* text = written.find(key);
  Arguments arguments;
  arguments["value"] =
      secret ? std::string(kHidden) : (text != nullptr ? text->value_or("") : std::string());
  arguments["expected"] = error.error.expected;
  arguments["type"] = to_string(error.definition.type());
  const bool out_of_range = error.error.kind == ValueError::Kind::out_of_range;
  return {.rule = out_of_range ? RuleId("any/value-out-of-range") : RuleId("any/invalid-value"),
          .key = key,
          .arguments = std::move(arguments)};
}

// Kafka makes an id up where none is written, or an empty one.
bool is_generated(std::string_view key, const ConfigValue* value, bool written) {
  if (key != "client.id") return false;
  const auto* text = value == nullptr ? nullptr : std::get_if<std::string>(value);
  return !written || (text != nullptr && text->empty());
}

std::optional<std::string> value_text(const ParsedConfig& config, const KeyDefinition& definition,
                                      bool written) {
  const std::string_view key = definition.key();
  if (is_generated(key, config.find(key), written)) return std::nullopt;
  if (!written) {
    const std::optional<std::string_view> text = definition.default_text();
    return text ? std::optional<std::string>(*text) : std::nullopt;
  }
  const ConfigValue* value = config.find(key);
  if (value == nullptr || std::holds_alternative<Null>(*value)) return std::nullopt;
  return convert_to_string(*value);
}

EffectiveValue effective_value(const ParsedConfig& config, const Verdict& verdict,
                               const KeyDefinition& definition,
                               const std::vector<std::string>& framework_keys) {
  const std::string_view key = definition.key();
  EffectiveValue result;
  const bool written = config.is_written(key);
  const bool framework = std::ranges::find(framework_keys, key) != framework_keys.end();
  result.origin = !written ? Origin::default_ : framework ? Origin::framework : Origin::written;
  if (const auto override = verdict.overrides.find(key); override != verdict.overrides.end()) {
    result.value = override->second.value;
    if (override->second.by_kafka) result.origin = Origin::kafka;
  } else {
    result.value = value_text(config, definition, written);
  }
  if (definition.type() == Type::password && result.value) result.value = kHidden;
  return result;
}

}  // namespace

std::string_view to_string(Outcome outcome) {
  static constexpr std::array<std::string_view, 3> kNames = {"starts", "refuses", "undetermined"};
  return kNames[static_cast<std::size_t>(outcome)];
}

std::string_view to_string(Origin origin) {
  static constexpr std::array<std::string_view, 4> kNames = {"written", "default", "framework",
                                                             "kafka"};
  return kNames[static_cast<std::size_t>(origin)];
}

void StartupReport::refuse(RuleId rule, std::optional<std::string> key, Arguments arguments) {
  verdict_.refusals.push_back(
      {.rule = rule, .key = std::move(key), .arguments = std::move(arguments)});
}

void StartupReport::change(RuleId rule, std::string_view cause, std::string_view key,
                           std::string_view value, Arguments arguments) {
  verdict_.changes.push_back({.rule = rule,
                              .cause = std::string(cause),
                              .key = std::string(key),
                              .arguments = std::move(arguments)});
  set(key, value);
}

void StartupReport::set(std::string_view key, std::string_view value) {
  verdict_.overrides.insert_or_assign(std::string(key), Override{std::string(value), true});
}

void StartupReport::respell(std::string_view key, std::string_view value) {
  verdict_.overrides.insert_or_assign(std::string(key), Override{std::string(value), false});
}

void StartupReport::needs(std::string_view key) {
  if (std::ranges::find(verdict_.unknown, key) == verdict_.unknown.end())
    verdict_.unknown.emplace_back(key);
}

Verdict judge(const ParsedConfig& config, StartupMirror mirror) {
  Verdict verdict;
  verdict.version = config.version();
  for (const ConfigError& error : config.errors())
    verdict.refusals.push_back(refusal_of(error, config.written()));
  verdict.unknown = config.unknown();
  StartupReport report(verdict);
  if (mirror != nullptr) mirror(config, report);
  if (!verdict.refusals.empty()) {
    verdict.outcome = Outcome::refuses;
    verdict.unknown.clear();
  } else {
    const bool decided = mirror != nullptr && verdict.unknown.empty();
    verdict.outcome = decided ? Outcome::starts : Outcome::undetermined;
  }
  return verdict;
}

std::map<std::string, EffectiveValue> effective_values(
    const ParsedConfig& config, const Verdict& verdict,
    const std::vector<std::string>& framework_keys) {
  std::map<std::string, EffectiveValue> result;
  for (KeyDefinition definition : config.catalog().definitions(config.version()))
    result.emplace(definition.key(), effective_value(config, verdict, definition, framework_keys));
  return result;
}

}  // namespace kaflint::kafka
