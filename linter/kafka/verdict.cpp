// From ConfigDef's errors and a startup mirror's report to a verdict.
#include "linter/kafka/verdict.h"

#include <algorithm>
#include <array>

#include "linter/kafka/named_validators.h"

namespace kaflint::kafka {
namespace {

constexpr std::string_view kHidden = "[hidden]";

bool is_named_by_kafka(KeyDefinition definition, std::string_view text, Version version) {
  const auto value = parse_type(definition.type(), text, version);
  if (!value) return true;
  for (std::size_t i = 0; i < definition.validator_count(); ++i)
    if (const Validator validator = definition.validator(i);
        validator.kind == Validator::Kind::named && !names_its_key(validator.name, *value, version))
      return false;
  return true;
}

Refusal refusal_of(const ConfigError& error, const ParsedConfig& config) {
  const std::string key(error.definition.key());
  if (error.missing) return {.rule = "any/missing-required-key", .key = key, .arguments = {}};
  const bool secret = error.definition.type() == Type::password;
  const std::string_view written_key = config.written_as(key);
  const std::optional<std::string>* text = config.written().find(written_key);
  Arguments arguments;
  arguments["value"] =
      secret ? std::string(kHidden) : (text != nullptr ? text->value_or("") : std::string());
  arguments["expected"] = error.error.expected;
  arguments["type"] = to_string(error.definition.type());
  const bool out_of_range = error.error.kind == ValueError::Kind::out_of_range;
  const bool named =
      text == nullptr || !*text || is_named_by_kafka(error.definition, **text, config.version());
  if (!named) arguments["key"] = key;
  return {.rule = out_of_range ? RuleId("any/value-out-of-range") : RuleId("any/invalid-value"),
          .key = named ? std::optional(key) : std::nullopt,
          .arguments = std::move(arguments),
          .cause = written_key == key ? std::string() : std::string(written_key)};
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

std::string_view key_at_fault(const Refusal& refusal) {
  if (!refusal.cause.empty()) return refusal.cause;
  const auto argument = refusal.arguments.find("key");
  if (argument != refusal.arguments.end()) return argument->second;
  return refusal.key ? std::string_view(*refusal.key) : std::string_view();
}

void DerivedConfig::set(std::string_view key, std::string_view value) {
  written_.set(key, std::string(value));
  if (const auto found = sources_.find(key); found != sources_.end()) sources_.erase(found);
}

void DerivedConfig::pass_on(std::string_view key, const std::optional<std::string>& value,
                            std::string_view source) {
  written_.set(key, value);
  sources_.insert_or_assign(std::string(key), std::string(source));
}

void DerivedConfig::erase(std::string_view key) {
  written_.erase(key);
  if (const auto found = sources_.find(key); found != sources_.end()) sources_.erase(found);
}

std::string_view DerivedConfig::source_of(std::string_view key) const {
  const auto found = sources_.find(key);
  return found == sources_.end() ? std::string_view() : found->second;
}

void StartupReport::refuse(RuleId rule, std::optional<std::string> key, Arguments arguments,
                           std::string cause) {
  verdict_.refusals.push_back({.rule = rule,
                               .key = std::move(key),
                               .arguments = std::move(arguments),
                               .cause = std::move(cause)});
}

void StartupReport::refuse_before_parsing(RuleId rule, std::optional<std::string> key,
                                          Arguments arguments) {
  verdict_.refusals.insert(
      verdict_.refusals.begin() + before_parsing_++,
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

void StartupReport::unused(RuleId rule, std::string_view key, Arguments arguments) {
  verdict_.changes.push_back({.rule = rule,
                              .cause = std::string(key),
                              .key = std::string(key),
                              .arguments = std::move(arguments)});
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

void StartupReport::client(ClientVerdict client) {
  if (client.required) inherit_refusals(client);
  inherit_changes(client);
  verdict_.clients.push_back(std::move(client));
}

// Several clients inside may have a setting from the same place: one finding is enough.
void StartupReport::inherit_refusals(const ClientVerdict& client) {
  for (const Refusal& refusal : client.verdict.refusals) {
    Refusal inherited = refusal;
    inherited.cause = client.config.source_of(key_at_fault(refusal));
    if (const auto key = inherited.arguments.find("key");
        key != inherited.arguments.end() && !inherited.cause.empty())
      key->second = inherited.cause;
    const bool known = std::ranges::any_of(verdict_.refusals, [&](const Refusal& other) {
      return other.rule == inherited.rule && other.key == inherited.key &&
             other.cause == inherited.cause;
    });
    if (!known) verdict_.refusals.push_back(std::move(inherited));
  }
  for (const std::string& key : client.verdict.unknown)
    if (const std::string_view source = client.config.source_of(key); !source.empty())
      needs(source);
    else
      needs(key);
}

void StartupReport::inherit_changes(const ClientVerdict& client) {
  for (const Change& change : client.verdict.changes) {
    const std::string_view source = client.config.source_of(change.cause);
    if (source.empty()) continue;
    const bool known = std::ranges::any_of(verdict_.changes, [&](const Change& other) {
      return other.rule == change.rule && other.key == change.key && other.cause == source;
    });
    if (known) continue;
    Change inherited = change;
    inherited.cause = source;
    verdict_.changes.push_back(std::move(inherited));
  }
}

Verdict judge(const ParsedConfig& config, StartupMirror mirror) {
  Verdict verdict;
  verdict.version = config.version();
  for (const ConfigError& error : config.errors())
    verdict.refusals.push_back(refusal_of(error, config));
  verdict.unknown = config.unknown();
  StartupReport report(verdict);
  if (mirror != nullptr) mirror(config, report);
  if (!verdict.refusals.empty()) {
    verdict.outcome = Outcome::refuses;
    verdict.unknown.clear();
  } else {
    const bool clients_decided = std::ranges::all_of(verdict.clients, [](const auto& client) {
      return !client.required || client.verdict.outcome == Outcome::starts;
    });
    const bool decided = mirror != nullptr && verdict.unknown.empty() && clients_decided;
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

std::map<std::string, EffectiveValue> effective_values(const ClientVerdict& client) {
  const ParsedConfig config(catalog(client.role), client.verdict.version, client.config.written(),
                            client.completeness);
  auto values = effective_values(config, client.verdict, {});
  for (auto& [key, value] : values)
    if (value.origin == Origin::written && client.config.source_of(key).empty())
      value.origin = Origin::kafka;
  return values;
}

}  // namespace kaflint::kafka
