// ConfigDef.parse on what was written. The cost is that of the written keys that the catalog knows;
// defaults are looked up only when somebody asks for them.
#include "linter/kafka/config.h"

#include <algorithm>
#include <array>
#include <utility>

#include "linter/kafka/parsed_values.h"
#include "linter/kafka/tables.h"

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

/// KafkaConfig.populateSynonyms
constexpr Version kSynonymsSince(3, 1, 0);

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

std::ranges::subrange<WrittenConfig::Values::const_iterator> WrittenConfig::with_prefix(
    std::string_view prefix) const {
  const auto first = values_.lower_bound(prefix);
  const auto last = std::find_if_not(
      first, values_.end(), [&](const auto& entry) { return entry.first.starts_with(prefix); });
  return {first, last};
}

ParsedConfig::ParsedConfig(RoleCatalog catalog, Version version, const WrittenConfig& written,
                           Completeness completeness)
    : ParsedConfig(std::make_shared<ParsedValues>(catalog, written), version, completeness) {}

ParsedConfig::ParsedConfig(std::shared_ptr<ParsedValues> values, Version version,
                           Completeness completeness)
    : catalog_(values->catalog()),
      version_(version),
      release_(release_index(version)),
      written_(&values->written()),
      completeness_(completeness),
      values_(std::move(values)),
      known_(values_->size()) {
  if (!release_) return;
  std::vector<Placed<ConfigError>> errors;
  std::vector<Placed<std::string>> unknown;
  const auto place = [&](KeyDefinition definition) {
    return catalog_.order_of(definition.key(), version_);
  };
  for (std::size_t i = 0; i < known_.size(); ++i) {
    if (!holds(i)) continue;
    const auto definition = tables::definition_in(values_->key(i), *release_);
    if (!definition) continue;
    if (!values_->has_text(i)) {
      if (can_refuse(*definition))
        unknown.push_back({place(*definition), std::string(definition->key())});
      continue;
    }
    const ParsedValues::Outcome& outcome = values_->parse(i, *definition);
    if (outcome)
      known_[i] = &*outcome;
    else
      errors.push_back({place(*definition),
                        {.definition = *definition, .missing = false, .error = outcome.error()}});
  }
  for (const std::uint16_t index : tables::required_of(catalog_.rows())) {
    const tables::DefinitionRow& row = tables::kDefinitions[index];
    if (!row.releases.contains(*release_) || place_of(tables::kKeys[row.key])) continue;
    const KeyDefinition definition(index);
    if (may_come_from_constructor(definition.key())) continue;
    if (completeness == Completeness::complete)
      errors.push_back(
          {place(definition), {.definition = definition, .missing = true, .error = {}}});
    else
      unknown.push_back({place(definition), std::string(definition.key())});
  }
  errors_ = in_order(std::move(errors));
  unknown_ = in_order(std::move(unknown));
}

bool ParsedConfig::holds(std::size_t place) const {
  return !values_->is_synonym(place) || version_ >= kSynonymsSince;
}

std::optional<std::size_t> ParsedConfig::place_of(const tables::KeyRow& key) const {
  const std::optional<std::size_t> place = values_->find(key);
  return place && holds(*place) ? place : std::nullopt;
}

std::string_view ParsedConfig::written_as(std::string_view key) const {
  const tables::KeyRow* row = tables::find_key(catalog_.rows(), key);
  const std::optional<std::size_t> place = row == nullptr ? std::nullopt : place_of(*row);
  return place ? values_->written_key(*place) : key;
}

bool ParsedConfig::has_synonym() const {
  return version_ >= kSynonymsSince && values_->has_synonym();
}

bool ParsedConfig::is_written(std::string_view key) const {
  const tables::KeyRow* row = tables::find_key(catalog_.rows(), key);
  return row != nullptr ? place_of(*row).has_value() : written_->contains(key);
}

std::optional<KeyDefinition> ParsedConfig::definition(std::string_view key) const {
  const tables::KeyRow* row = tables::find_key(catalog_.rows(), key);
  if (row == nullptr || !release_) return std::nullopt;
  return tables::definition_in(*row, *release_);
}

const ConfigValue* ParsedConfig::find(std::string_view key) const {
  const tables::KeyRow* row = tables::find_key(catalog_.rows(), key);
  if (row == nullptr) return nullptr;
  if (const std::optional<std::size_t> written = place_of(*row)) return known_[*written];
  if (completeness_ == Completeness::incomplete || !release_) return nullptr;
  const std::optional<KeyDefinition> definition = tables::definition_in(*row, *release_);
  return definition && !definition->required() ? &definition->default_value() : nullptr;
}

std::optional<std::int64_t> ParsedConfig::number(std::string_view key) const {
  return copy_as<std::int64_t>(find(key));
}

std::optional<bool> ParsedConfig::boolean(std::string_view key) const {
  return copy_as<bool>(find(key));
}

std::optional<std::string> ParsedConfig::string(std::string_view key) const {
  return copy_as<std::string>(find(key));
}

const std::vector<std::string>* ParsedConfig::list(std::string_view key) const {
  return value_as<std::vector<std::string>>(find(key));
}

}  // namespace kaflint::kafka
