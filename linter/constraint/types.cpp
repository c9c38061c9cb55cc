// A reading of cel-go's checker/types.go, in our own words; tests/differential/cel compares the
// two.
#include "linter/constraint/types.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "linter/base/check.h"

namespace kaflint::constraint {
namespace {

constexpr std::array<std::string_view, 10> kNames = {
    "error", "dyn", "null", "bool", "int", "double", "string", "duration", "version", "list"};

}  // namespace

ValueKind value_kind(TypeKind type) {
  switch (type) {
    case TypeKind::null:
      return ValueKind::null;
    case TypeKind::bool_:
      return ValueKind::boolean;
    case TypeKind::int_:
      return ValueKind::integer;
    case TypeKind::double_:
      return ValueKind::number;
    case TypeKind::string:
      return ValueKind::text;
    case TypeKind::duration:
      return ValueKind::duration;
    case TypeKind::version:
      return ValueKind::version;
    default:
      return ValueKind::unknown;
  }
}

TypeTable::TypeTable() {
  for (TypeId kind = 0; kind <= static_cast<TypeId>(TypeKind::version); ++kind)
    add({.kind = static_cast<TypeKind>(kind)});
}

TypeId TypeTable::add(Type type) {
  types_.push_back(type);
  bound_.push_back(kFree);
  return static_cast<TypeId>(types_.size() - 1);
}

TypeId TypeTable::nullable(TypeKind kind) { return add({.kind = kind, .nullable = true}); }
TypeId TypeTable::list(TypeId item) { return add({.kind = TypeKind::list, .first = item}); }
TypeId TypeTable::map(TypeId key, TypeId value) {
  return add({.kind = TypeKind::map, .first = key, .second = value});
}
TypeId TypeTable::fresh_parameter() { return add({.kind = TypeKind::parameter}); }

TypeId TypeTable::read(std::string_view text, std::map<char, TypeId>& letters) {
  if (text.size() == 1) {
    const auto [found, added] = letters.try_emplace(text[0], 0);
    if (added) found->second = fresh_parameter();
    return found->second;
  }
  const std::size_t open = text.find('(');
  if (open == std::string_view::npos) {
    for (std::size_t i = 0; i < kNames.size(); ++i)
      if (kNames[i] == text) return static_cast<TypeId>(i);
    check_failed(text);
  }
  const std::string_view outer = text.substr(0, open);
  const std::string_view inner = text.substr(open + 1, text.size() - open - 2);
  if (outer == "list") return list(read(inner, letters));
  if (outer == "nullable") return nullable(kind(read(inner, letters)));
  const std::size_t comma = inner.find(", ");
  const TypeId key = read(inner.substr(0, comma), letters);
  return map(key, read(inner.substr(comma + 2), letters));
}

bool TypeTable::is_dyn_or_error(TypeId type) const {
  return kind(type) == TypeKind::dyn || kind(type) == TypeKind::error;
}

/// Durations and CEL's opaque types, such as version, have always been nullable there.
bool TypeTable::takes_null(TypeId type) const {
  const TypeKind kind = types_[type].kind;
  return types_[type].nullable || kind == TypeKind::null || kind == TypeKind::duration ||
         kind == TypeKind::version;
}

bool TypeTable::same(TypeId a, TypeId b) const {
  if (a == b) return true;
  if (kind(a) != kind(b)) return false;
  switch (kind(a)) {
    case TypeKind::parameter:
      return false;
    case TypeKind::list:
      return same(item(a), item(b));
    case TypeKind::map:
      return same(key(a), key(b)) && same(map_value(a), map_value(b));
    default:
      return true;
  }
}

bool TypeTable::equal_or_less_specific(TypeId a, TypeId b) const {
  const auto says_nothing = [&](TypeId type) {
    return kind(type) == TypeKind::dyn || kind(type) == TypeKind::parameter;
  };
  if (says_nothing(a)) return true;
  if (says_nothing(b) || kind(a) != kind(b)) return false;
  switch (kind(a)) {
    case TypeKind::list:
      return equal_or_less_specific(item(a), item(b));
    case TypeKind::map:
      return equal_or_less_specific(key(a), key(b)) &&
             equal_or_less_specific(map_value(a), map_value(b));
    default:
      return true;
  }
}

TypeId TypeTable::more_general(TypeId a, TypeId b) const {
  return equal_or_less_specific(a, b) ? a : b;
}

bool TypeTable::occurs_not(TypeId type, TypeId within) const {
  if (same(type, within)) return false;
  switch (kind(within)) {
    case TypeKind::parameter:
      return bound_[within] == kFree || occurs_not(type, bound_[within]);
    case TypeKind::list:
      return occurs_not(type, item(within));
    case TypeKind::map:
      return occurs_not(type, key(within)) && occurs_not(type, map_value(within));
    default:
      return true;
  }
}

void TypeTable::bind(TypeId parameter, TypeId type) {
  undo_.emplace_back(parameter, bound_[parameter]);
  bound_[parameter] = type;
}

TypeTable::Substitution TypeTable::substitute(TypeId type, TypeId parameter) {
  if (same(type, parameter)) return {true, true};
  const TypeId before = bound_[parameter];
  if (before == kFree) {
    if (!occurs_not(parameter, type)) return {false, false};
    bind(parameter, type);
    return {true, false};
  }
  if (same(type, before)) return {true, true};
  if (!unify(type, before)) return {false, true};
  const TypeId general = more_general(type, before);
  if (occurs_not(parameter, general)) bind(parameter, general);
  return {true, true};
}

bool TypeTable::unify(TypeId from, TypeId to) {
  if (kind(to) == TypeKind::parameter) {
    const Substitution done = substitute(from, to);
    if (done.valid) return true;
    if (done.existed) return false;
  }
  if (kind(from) == TypeKind::parameter) return substitute(to, from).valid;
  if (is_dyn_or_error(from) || is_dyn_or_error(to)) return true;
  if (kind(from) == TypeKind::null) return takes_null(to);
  if (kind(to) == TypeKind::null) return takes_null(from);
  if (kind(from) != kind(to)) return false;
  switch (kind(from)) {
    case TypeKind::list:
      return unify(item(from), item(to));
    case TypeKind::map:
      return unify(key(from), key(to)) && unify(map_value(from), map_value(to));
    default:
      return true;
  }
}

template <typename Attempt>
bool TypeTable::attempt(const Attempt& attempted) {
  undo_.clear();
  if (attempted()) return true;
  while (!undo_.empty()) {
    bound_[undo_.back().first] = undo_.back().second;
    undo_.pop_back();
  }
  return false;
}

bool TypeTable::assignable(TypeId from, TypeId to) {
  return attempt([&] { return unify(from, to); });
}

bool TypeTable::assignable(const std::vector<TypeId>& from, const std::vector<TypeId>& to) {
  return attempt([&] {
    if (from.size() != to.size()) return false;
    for (std::size_t i = 0; i < from.size(); ++i)
      if (!unify(from[i], to[i])) return false;
    return true;
  });
}

TypeId TypeTable::resolved(TypeId type) {
  if (kind(type) == TypeKind::parameter)
    return bound_[type] == kFree ? type : resolved(bound_[type]);
  if (kind(type) == TypeKind::list) return list(resolved(item(type)));
  if (kind(type) == TypeKind::map) {
    const TypeId resolved_key = resolved(key(type));
    return map(resolved_key, resolved(map_value(type)));
  }
  return type;
}

std::string TypeTable::to_string(TypeId type) {
  type = resolved(type);
  switch (kind(type)) {
    case TypeKind::parameter:
      return "dyn";
    case TypeKind::list:
      return fmt::format("list({})", to_string(item(type)));
    case TypeKind::map: {
      const TypeId value = map_value(type);
      return fmt::format("map({}, {})", to_string(key(type)), to_string(value));
    }
    default:
      return std::string(kNames[static_cast<std::size_t>(kind(type))]);
  }
}

}  // namespace kaflint::constraint
