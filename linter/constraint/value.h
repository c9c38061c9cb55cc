// What a constraint, or a part of it, is worth.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "linter/base/ternary.h"
#include "linter/kafka/version.h"

namespace kaflint::constraint {

class Map;

enum class ValueKind : std::uint8_t {
  unknown,
  error,
  null,
  boolean,
  integer,
  number,
  text,
  list,
  map,
  duration,
  version,
};

/// Views texts and lists that somebody else owns: the program, the bindings, the evaluator.
class Value {
 public:
  constexpr Value() = default;  // unknown
  static constexpr Value unknown() { return {}; }
  /// `what` has to be a literal.
  static constexpr Value error(std::string_view what) { return of_text(ValueKind::error, what); }
  static constexpr Value null() { return Value(ValueKind::null); }
  static constexpr Value boolean(bool value) {
    Value result(ValueKind::boolean);
    result.data_.boolean = value;
    return result;
  }
  static constexpr Value integer(std::int64_t value) {
    Value result(ValueKind::integer);
    result.data_.integer = value;
    return result;
  }
  static constexpr Value number(double value) {
    Value result(ValueKind::number);
    result.data_.number = value;
    return result;
  }
  static constexpr Value text(std::string_view value) { return of_text(ValueKind::text, value); }
  static constexpr Value list(std::span<const Value> items) {
    Value result(ValueKind::list);
    result.size_ = static_cast<std::uint32_t>(items.size());
    result.data_.items = items.data();
    return result;
  }
  static constexpr Value map(const Map& map) {
    Value result(ValueKind::map);
    result.data_.map = &map;
    return result;
  }
  static constexpr Value duration(std::int64_t nanoseconds) {
    Value result(ValueKind::duration);
    result.data_.integer = nanoseconds;
    return result;
  }
  static constexpr Value version(kafka::Version version) {
    Value result(ValueKind::version);
    result.data_.version = version;
    return result;
  }

  constexpr ValueKind kind() const { return kind_; }
  constexpr bool is(ValueKind kind) const { return kind_ == kind; }
  /// Unknown or an error: what most operations hand on.
  constexpr bool is_void() const { return kind_ <= ValueKind::error; }
  constexpr bool is_true() const { return is(ValueKind::boolean) && data_.boolean; }
  constexpr bool is_false() const { return is(ValueKind::boolean) && !data_.boolean; }

  // Each only for its own kind.
  constexpr bool as_boolean() const { return data_.boolean; }
  constexpr std::int64_t as_integer() const { return data_.integer; }  // also a duration's
  constexpr double as_number() const { return data_.number; }
  constexpr std::string_view as_text() const { return {data_.text, size_}; }  // also an error's
  constexpr std::span<const Value> items() const { return {data_.items, size_}; }
  constexpr const Map& as_map() const { return *data_.map; }
  constexpr kafka::Version as_version() const { return data_.version; }

 private:
  explicit constexpr Value(ValueKind kind) : kind_(kind) {}
  static constexpr Value of_text(ValueKind kind, std::string_view text) {
    Value result(kind);
    result.size_ = static_cast<std::uint32_t>(text.size());
    result.data_.text = text.data();
    return result;
  }

  ValueKind kind_ = ValueKind::unknown;
  std::uint32_t size_ = 0;
  union Data {
    constexpr Data() : integer(0) {}
    bool boolean;
    std::int64_t integer;
    double number;
    const char* text;
    const Value* items;
    const Map* map;
    kafka::Version version;
  } data_;
};

/// A map whose keys are texts. It may know only some of its entries.
class Map {
 public:
  virtual ~Map() = default;
  virtual Ternary contains(std::string_view key) const = 0;
  /// An error where the key is not in it.
  virtual Value find(std::string_view key) const = 0;
  /// How many keys are known. Asking for one is linear at worst.
  virtual std::size_t size() const = 0;
  virtual std::string_view key(std::size_t place) const = 0;
  /// Whether there may be more keys than that.
  virtual bool open() const = 0;
};

/// CEL's equality: numbers by value across types, lists item by item, everything else only within
/// one type. Neither side may be unknown or an error. A map is equal to itself alone. Counts what
/// it compares in `steps`, and gives up, with any result, beyond `most`.
bool equal(const Value& a, const Value& b, std::size_t& steps, std::size_t most);

enum class Order : std::uint8_t { less, equal, greater, unordered, incomparable };

/// `unordered` where one of them is not a number, `incomparable` where the types have no order.
Order compare(const Value& a, const Value& b);

}  // namespace kaflint::constraint
