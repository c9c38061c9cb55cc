// ConfigDef.parse on what was written. The cost is that of the written keys; defaults are looked up
// only when somebody asks for them.
#include "linter/kafka/config.h"

#include <algorithm>
#include <array>

namespace kaflint::kafka {
namespace {

using Kind = Validator::Kind;

// A client's constructor takes these as objects and puts them in before ConfigDef looks.
bool may_come_from_constructor(std::string_view key) {
  static constexpr std::array<std::string_view, 4> kKeys = {
      "key.serializer", "value.serializer", "key.deserializer", "value.deserializer"};
  return std::ranges::find(kKeys, key) != kKeys.end();
}

// Whether there is a text that ConfigDef refuses for this key.
bool can_refuse(const KeyDefinition& definition) {
  switch (definition.type()) {
    case Type::string:
    case Type::password:
    case Type::list:
      break;
    default:
      return true;
  }
  for (std::size_t i = 0; i < definition.validator_count(); ++i)
    if (definition.validator(i).kind != Kind::not_null) return true;
  return false;
}

// KafkaConfig.populateSynonyms: from 3.1.0 on each of the two stands for the other.
constexpr std::array<std::string_view, 2> kBrokerIds = {"broker.id", "node.id"};

bool has_synonyms(RoleCatalog catalog, Version version) {
  return catalog.role() == Role::broker && version >= Version(3, 1, 0);
}

/// Something to report, with its place in ConfigDef.
template <typename T>
struct Placed {
  std::uint32_t place;
  T what;
};

template <typename T>
std::vector<T> in_order(std::vector<Placed<T>> placed) {
  std::ranges::sort(placed, {}, &Placed<T>::place);
  std::vector<T> result;
  result.reserve(placed.size());
  for (Placed<T>& each : placed) result.push_back(std::move(each.what));
  return result;
}

}  // namespace

void WrittenConfig::set(std::string_view key, std::optional<std::string> value) {
  values_.insert_or_assign(std::string(key), std::move(value));
}

void WrittenConfig::erase(std::string_view key) {
  if (const auto found = values_.find(key); found != values_.end()) values_.erase(found);
}

const std::optional<std::string>* WrittenConfig::find(std::string_view key) const {
  const auto found = values_.find(key);
  return found == values_.end() ? nullptr : &found->second;
}

ParsedConfig::ParsedConfig(RoleCatalog catalog, Version version, const WrittenConfig& written,
                           Completeness completeness)
    : catalog_(catalog), version_(version), written_(&written), completeness_(completeness) {
  std::vector<Placed<ConfigError>> errors;
  std::vector<Placed<std::string>> unknown;
  const auto parse = [&](std::string_view key, const std::optional<std::string>& text) {
    const std::optional<KeyDefinition> definition = catalog.find(key, version);
    if (!definition) return;
    std::optional<ConfigValue> value;
    if (text) {
      auto parsed = parse_value(*definition, *text, version);
      if (parsed)
        value = *std::move(parsed);
      else
        errors.push_back({catalog.order_of(key, version),
                          {.definition = *definition, .error = std::move(parsed.error())}});
    } else if (can_refuse(*definition)) {
      unknown.push_back({catalog.order_of(key, version), std::string(key)});
    }
    parsed_.emplace_back(*definition, std::move(value));
  };
  for (const auto& [key, text] : written.values()) parse(key, text);
  if (has_synonyms(catalog, version)) {
    for (const std::string_view key : kBrokerIds)
      if (const std::string_view other = written_as(key); other != key)
        parse(key, *written.find(other));
    std::ranges::sort(parsed_, {}, [](const auto& entry) { return entry.first.key(); });
  }
  for (KeyDefinition definition : catalog.required(version)) {
    const std::string_view key = definition.key();
    if (is_written(key) || may_come_from_constructor(key)) continue;
    const std::uint32_t place = catalog.order_of(key, version);
    if (completeness == Completeness::complete)
      errors.push_back({place, {.definition = definition, .missing = true, .error = {}}});
    else
      unknown.push_back({place, std::string(key)});
  }
  errors_ = in_order(std::move(errors));
  unknown_ = in_order(std::move(unknown));
}

std::string_view ParsedConfig::written_as(std::string_view key) const {
  if (!has_synonyms(catalog_, version_) || written_->contains(key)) return key;
  if (key != kBrokerIds[0] && key != kBrokerIds[1]) return key;
  const std::string_view other = key == kBrokerIds[0] ? kBrokerIds[1] : kBrokerIds[0];
  return written_->contains(other) ? other : key;
}

bool ParsedConfig::has_synonym() const {
  return std::ranges::any_of(kBrokerIds,
                             [&](std::string_view key) { return written_as(key) != key; });
}

const ConfigValue* ParsedConfig::find(std::string_view key) const {
  const auto name = [](const auto& entry) { return entry.first.key(); };
  const auto at = std::ranges::lower_bound(parsed_, key, {}, name);
  if (at != parsed_.end() && name(*at) == key) return at->second ? &*at->second : nullptr;
  if (completeness_ == Completeness::incomplete) return nullptr;
  const std::optional<KeyDefinition> definition = catalog_.find(key, version_);
  return definition && !definition->required() ? &definition->default_value() : nullptr;
}

std::optional<std::int64_t> ParsedConfig::number(std::string_view key) const {
  const ConfigValue* value = find(key);
  const auto* number = value == nullptr ? nullptr : std::get_if<std::int64_t>(value);
  return number == nullptr ? std::nullopt : std::optional(*number);
}

std::optional<bool> ParsedConfig::boolean(std::string_view key) const {
  const ConfigValue* value = find(key);
  const auto* boolean = value == nullptr ? nullptr : std::get_if<bool>(value);
  return boolean == nullptr ? std::nullopt : std::optional(*boolean);
}

std::optional<std::string> ParsedConfig::string(std::string_view key) const {
  const ConfigValue* value = find(key);
  const auto* text = value == nullptr ? nullptr : std::get_if<std::string>(value);
  return text == nullptr ? std::nullopt : std::optional(*text);
}

}  // namespace kaflint::kafka
