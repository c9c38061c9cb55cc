// The types of values while a constraint is checked, and CEL's rules for what can stand for what.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "linter/constraint/value.h"

namespace kaflint::constraint {

enum class TypeKind : std::uint8_t {
  error,  // of a part that is wrong already
  dyn,    // known only when the constraint is evaluated
  null,
  bool_,
  int_,
  double_,
  string,
  duration,
  version,
  list,
  map,
  parameter,  // stands for a type that is not fixed yet
};

/// What the values of a simple type are; unknown where the type does not say it.
ValueKind value_kind(TypeKind type);

/// A place in a TypeTable.
using TypeId = std::uint32_t;

/// The types of one constraint, and which types its parameters stand for so far. The rules are
/// those of cel-go's checker, whose outcome depends on the order in which types meet.
class TypeTable {
 public:
  TypeTable();

  TypeId simple(TypeKind kind) const { return static_cast<TypeId>(kind); }
  TypeId nullable(TypeKind kind);
  TypeId list(TypeId item);
  TypeId map(TypeId key, TypeId value);
  TypeId fresh_parameter();
  /// A type as it is written in the table of functions: `list(A)`, `map(string, dyn)`,
  /// `nullable(int)`. `letters` has the parameters for A and B and gets new ones.
  TypeId read(std::string_view text, std::map<char, TypeId>& letters);

  TypeKind kind(TypeId type) const { return types_[type].kind; }
  TypeId item(TypeId type) const { return types_[type].first; }        // of a list
  TypeId key(TypeId type) const { return types_[type].first; }         // of a map
  TypeId map_value(TypeId type) const { return types_[type].second; }  // of a map

  /// Whether a value of type `from` can stand where `to` is wanted. What parameters have to stand
  /// for then is remembered, unless the answer is no.
  bool assignable(TypeId from, TypeId to);
  bool assignable(const std::vector<TypeId>& from, const std::vector<TypeId>& to);
  /// The type with the parameters replaced by what they stand for.
  TypeId resolved(TypeId type);
  /// Of two types of which one can stand for the other, the one that says less.
  TypeId more_general(TypeId a, TypeId b) const;
  /// Nullable types are the same as their base.
  bool same(TypeId a, TypeId b) const;
  /// `list(string)`; a free parameter is `dyn`.
  std::string to_string(TypeId type);

 private:
  struct Type {
    TypeKind kind;
    bool nullable = false;
    TypeId first = 0;
    TypeId second = 0;
  };
  static constexpr TypeId kFree = 0xFFFF'FFFF;

  TypeId add(Type type);
  bool is_dyn_or_error(TypeId type) const;
  bool takes_null(TypeId type) const;
  bool unify(TypeId from, TypeId to);
  struct Substitution {
    bool valid;
    bool existed;
  };
  Substitution substitute(TypeId type, TypeId parameter);
  bool occurs_not(TypeId type, TypeId within) const;
  bool equal_or_less_specific(TypeId a, TypeId b) const;
  void bind(TypeId parameter, TypeId type);
  template <typename Attempt>
  bool attempt(const Attempt& attempted);

  std::vector<Type> types_;
  std::vector<TypeId> bound_;  // by type; kFree where it is no parameter or stands for nothing
  std::vector<std::pair<TypeId, TypeId>> undo_;
};

}  // namespace kaflint::constraint
