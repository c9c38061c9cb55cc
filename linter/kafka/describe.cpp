// What a key accepts, in words, to be read after `expects `.
#include "linter/kafka/describe.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>

#include "linter/kafka/config_def.h"
#include "linter/kafka/named_validators.h"

namespace kaflint::kafka {
namespace {

using Kind = Validator::Kind;

struct Bounds {
  std::optional<double> min, max;
};

Bounds bounds_of(const KeyDefinition& definition) {
  Bounds bounds;
  for (const Validator& validator : definition.validators()) {
    if (validator.kind == Kind::min) bounds.min = validator.number;
    if (validator.kind == Kind::max) bounds.max = validator.number;
  }
  return bounds;
}

std::string bound_text(double bound, bool whole) {
  return whole ? fmt::format("{}", static_cast<std::int64_t>(bound))
               : convert_to_string(ConfigValue(bound));
}

std::string describe_number(const Bounds& bounds, bool whole) {
  const std::string_view noun = whole ? "a whole number" : "a number";
  if (bounds.min && bounds.max)
    return fmt::format("{} from {} to {}", noun, bound_text(*bounds.min, whole),
                       bound_text(*bounds.max, whole));
  if (bounds.min) return fmt::format("{} of at least {}", noun, bound_text(*bounds.min, whole));
  if (bounds.max) return fmt::format("{} of at most {}", noun, bound_text(*bounds.max, whole));
  return std::string(noun);
}

std::string join(const TextList& items) {
  std::string text;
  for (std::string_view item : items)
    fmt::format_to(std::back_inserter(text), "{}{}", text.empty() ? "" : ", ",
                   item.empty() ? "an empty text" : item);
  return text;
}

std::string describe_list(const Validator& validator) {
  std::string text = validator.items.empty() ? std::string("a list without empty items")
                                             : fmt::format("a list of {}", join(validator.items));
  if (!validator.empty_list_allowed) text += ", at least one";
  if (!validator.duplicates_allowed && !validator.drops_duplicates) text += ", none of them twice";
  return text;
}

// Empty for what needs no words: no text is null.
std::string describe_validator(const Validator& validator) {
  switch (validator.kind) {
    case Kind::one_of:
      return validator.items.size() == 1 ? fmt::format("only {}", join(validator.items))
                                         : fmt::format("one of {}", join(validator.items));
    case Kind::one_of_ignoring_case:
      return fmt::format("one of {}, in any case", join(validator.items));
    case Kind::list_of:
      return describe_list(validator);
    case Kind::not_empty:
      return "a text that is not empty";
    case Kind::not_empty_no_control:
      return "a text that is not empty and has no control characters";
    case Kind::list_size:
      return fmt::format("a list of at most {:.0f} item{}", validator.number,
                         validator.number == 1 ? "" : "s");
    case Kind::version_in:
      return fmt::format("a version of Kafka, {} to {}", validator.items[0],
                         validator.items[validator.items.size() - 1]);
    case Kind::named:
      return std::string(describe_named_validator(validator.name));
    case Kind::min:
    case Kind::max:
    case Kind::not_null:
      break;
  }
  return {};
}

std::string describe_type(const KeyDefinition& definition) {
  switch (definition.type()) {
    case Type::boolean:
      return "true or false";
    case Type::int_:
    case Type::short_:
    case Type::long_:
      return describe_number(bounds_of(definition), true);
    case Type::double_:
      return describe_number(bounds_of(definition), false);
    case Type::list:
      return "a list";
    case Type::class_:
      return "the name of a class";
    case Type::password:
      return "a password";
    case Type::string:
      break;
  }
  return "any text";
}

struct Limits {
  std::int64_t min, max;
};

template <typename Integer>
Limits limits_of() {
  return {std::numeric_limits<Integer>::min(), std::numeric_limits<Integer>::max()};
}

}  // namespace

std::string describe_accepted(const KeyDefinition& definition, Version /*version*/) {
  std::vector<std::string> demands;
  for (const Validator& validator : definition.validators()) {
    std::string demand = describe_validator(validator);
    if (!demand.empty() && std::ranges::find(demands, demand) == demands.end())
      demands.push_back(std::move(demand));
  }
  if (demands.empty()) return describe_type(definition);
  return fmt::format("{}", fmt::join(demands, "; "));
}

std::string describe_with_limits_of_type(const KeyDefinition& definition) {
  const Limits limits = definition.type() == Type::int_     ? limits_of<std::int32_t>()
                        : definition.type() == Type::short_ ? limits_of<std::int16_t>()
                                                            : limits_of<std::int64_t>();
  const Bounds bounds = bounds_of(definition);
  const auto bound = [](std::optional<double> own, std::int64_t of_type) {
    return own ? static_cast<std::int64_t>(*own) : of_type;
  };
  return fmt::format("a whole number from {} to {}", bound(bounds.min, limits.min),
                     bound(bounds.max, limits.max));
}

}  // namespace kaflint::kafka
