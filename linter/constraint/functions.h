// Every operator and function of the language, in one table: the checker types calls with it, the
// evaluator is tested to know each of them, and rules/LANGUAGE.md lists it.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace kaflint::constraint {

enum class Function : std::uint8_t {
  not_,
  negate,
  multiply,
  divide,
  modulo,
  add,
  subtract,
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  in,
  index,
  size,
  contains,
  starts_with,
  ends_with,
  matches,
  int_,
  double_,
  string_,
  duration,
  get_hours,
  get_minutes,
  get_seconds,
  get_milliseconds,
  data_size,
  version,
};

/// Of `int`, `double`, `string` and `duration`, which take values of several types.
constexpr bool is_conversion(Function function) {
  return function >= Function::int_ && function <= Function::duration;
}

/// One way to call a function. Types are written as in `list(A)`, where A and B stand for any type.
struct Overload {
  Function function;
  /// CEL's name: `_+_` for an operator.
  std::string_view name;
  /// How it is written, with the types in place: `string.contains(string)`.
  std::string_view form;
  std::string_view result;
  std::array<std::string_view, 2> arguments;  // an empty one is none
  /// Whether the first argument is the receiver.
  bool member;
  std::string_view help;
};

std::span<const Overload> overloads();

/// What a constraint can ask about, without declaring it.
enum class Variable : std::uint8_t {
  config,
  written,
  kafka,
  role,
  topic,
  partitions,
  replication_factor,
  brokers,
};

struct VariableInfo {
  Variable variable;
  std::string_view name;
  std::string_view type;
  std::string_view help;
};

std::span<const VariableInfo> variables();

}  // namespace kaflint::constraint
