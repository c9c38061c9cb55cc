// ConfigDef.Validator: what a typed value still has to satisfy, and ConfigDef.parseValue.
#include <algorithm>
#include <unordered_set>

#include "linter/base/text.h"
#include "linter/kafka/config_def.h"
#include "linter/kafka/describe.h"
#include "linter/kafka/java_text.h"
#include "linter/kafka/named_validators.h"

namespace kaflint::kafka {
namespace {

using Items = std::vector<std::string>;
using Kind = Validator::Kind;

bool is_null(const ConfigValue& value) { return std::holds_alternative<Null>(value); }

// Range compares as doubles, so NaN passes it.
bool in_range(const Validator& validator, const ConfigValue& value) {
  double number = 0;
  if (const auto* whole = std::get_if<std::int64_t>(&value))
    number = static_cast<double>(*whole);
  else if (const auto* real = std::get_if<double>(&value))
    number = *real;
  else
    return false;
  return validator.kind == Kind::min ? !(number < validator.number) : !(number > validator.number);
}

bool contains(const TextList& items, std::string_view text) {
  return std::ranges::find(items, text) != items.end();
}

bool has_duplicates(const Items& items) {
  std::unordered_set<std::string_view> seen;
  return !std::ranges::all_of(items,
                              [&](const std::string& item) { return seen.insert(item).second; });
}

bool accepts_list(const Validator& validator, const ConfigValue& value) {
  const auto* items = std::get_if<Items>(&value);
  if (items == nullptr) return is_null(value) && validator.nullable;
  if (items->empty()) return validator.empty_list_allowed;
  if (!validator.duplicates_allowed && has_duplicates(*items)) return false;
  return std::ranges::all_of(*items, [&](const std::string& item) {
    return validator.items.empty() ? !item.empty() : contains(validator.items, item);
  });
}

// java.lang.Character.isISOControl: U+0000 to U+001F and U+007F to U+009F.
bool has_control_character(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x20 || byte == 0x7F) return true;
    if (byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0)
      return true;
  }
  return false;
}

// ApiVersion and MetadataVersion take what they know of a version and forget the rest.
bool accepts_version(const Validator& validator, std::string_view text) {
  std::vector<std::string_view> segments = split(text, '.');
  if (segments.size() > 1)
    while (!segments.empty() && segments.back().empty()) segments.pop_back();
  const std::size_t used = text.starts_with("0.") ? 3 : 2;
  if (segments.size() <= used && !validator.trailing_dots) return contains(validator.items, text);
  segments.resize(std::min(used, segments.size()));
  std::string known;
  for (std::string_view segment : segments) {
    if (!known.empty()) known += '.';
    known += segment;
  }
  return contains(validator.items, known);
}

bool accepts_text(const Validator& validator, const ConfigValue& value) {
  const auto* text = std::get_if<std::string>(&value);
  switch (validator.kind) {
    case Kind::one_of:
      return text == nullptr ? validator.nullable : contains(validator.items, *text);
    case Kind::one_of_ignoring_case:
      return text != nullptr && contains(validator.items, upper_case(*text));
    case Kind::not_empty:
      return text == nullptr || !text->empty();
    case Kind::not_empty_no_control:
      return text == nullptr || (!text->empty() && !has_control_character(*text));
    case Kind::version_in:
      return text != nullptr && accepts_version(validator, *text);
    default:
      return true;
  }
}

bool accepts(const Validator& validator, const ConfigValue& value) {
  switch (validator.kind) {
    case Kind::min:
    case Kind::max:
      return in_range(validator, value);
    case Kind::list_of:
      return accepts_list(validator, value);
    case Kind::not_null:
      return !is_null(value);
    case Kind::list_size: {
      const auto* items = std::get_if<Items>(&value);
      return items == nullptr || static_cast<double>(items->size()) <= validator.number;
    }
    case Kind::named:
      return named_validator_accepts(validator.name, value);
    default:
      return accepts_text(validator, value);
  }
}

bool is_about_size(const Validator& validator) {
  return validator.kind == Kind::min || validator.kind == Kind::max ||
         (validator.kind == Kind::named && is_number_validator(validator.name));
}

void drop_duplicates(Items& items) {
  std::unordered_set<std::string> seen;
  std::erase_if(items, [&](const std::string& item) { return !seen.insert(item).second; });
}

bool drops_duplicates(const KeyDefinition& definition) {
  for (std::size_t i = 0; i < definition.validator_count(); ++i)
    if (definition.validator(i).drops_duplicates) return true;
  return false;
}

}  // namespace

std::optional<ValueError> validate(const KeyDefinition& definition, const ConfigValue& value,
                                   Version version) {
  for (std::size_t i = 0; i < definition.validator_count(); ++i) {
    const Validator validator = definition.validator(i);
    if (!accepts(validator, value))
      return ValueError{is_about_size(validator) ? ValueError::Kind::out_of_range
                                                 : ValueError::Kind::not_accepted,
                        describe_accepted(definition, version)};
  }
  return std::nullopt;
}

std::expected<ConfigValue, ValueError> parse_value(const KeyDefinition& definition,
                                                   std::string_view text, Version version) {
  auto value = parse_type(definition.type(), text, version);
  if (!value) {
    const bool too_large = value.error().kind == ValueError::Kind::out_of_range;
    value.error().expected = too_large ? describe_with_limits_of_type(definition)
                                       : describe_accepted(definition, version);
    return value;
  }
  if (auto* items = std::get_if<Items>(&*value); items != nullptr && drops_duplicates(definition))
    drop_duplicates(*items);
  if (std::optional<ValueError> error = validate(definition, *value, version))
    return std::unexpected(*std::move(error));
  return value;
}

}  // namespace kaflint::kafka
