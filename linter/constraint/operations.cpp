// What operators and functions do with known values. Types that the checker has seen need no check
// here, but values of type dyn come unchecked.
#include <re2/re2.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

#include "linter/base/check.h"
#include "linter/base/utf8.h"
#include "linter/constraint/literals.h"
#include "linter/constraint/run.h"

namespace kaflint::constraint {
namespace {

constexpr Value kNoOverload = Value::error("no such overload");
constexpr Value kOverflow = Value::error("integer overflow");
constexpr Value kZero = Value::error("division by zero");

bool both(ValueKind kind, const Value& a, const Value& b) { return a.is(kind) && b.is(kind); }

bool overflows(Function function, std::int64_t a, std::int64_t b, std::int64_t& result) {
  switch (function) {
    case Function::add:
      return __builtin_add_overflow(a, b, &result);
    case Function::subtract:
      return __builtin_sub_overflow(a, b, &result);
    default:
      return __builtin_mul_overflow(a, b, &result);
  }
}

Value integers(Function function, std::int64_t a, std::int64_t b) {
  std::int64_t result = 0;
  if (function == Function::divide || function == Function::modulo) {
    if (b == 0) return kZero;
    if (a == std::numeric_limits<std::int64_t>::min() && b == -1) return kOverflow;
    return Value::integer(function == Function::divide ? a / b : a % b);
  }
  return overflows(function, a, b, result) ? kOverflow : Value::integer(result);
}

Value numbers(Function function, double a, double b) {
  switch (function) {
    case Function::add:
      return Value::number(a + b);
    case Function::subtract:
      return Value::number(a - b);
    case Function::multiply:
      return Value::number(a * b);
    case Function::divide:
      return Value::number(a / b);
    default:
      return kNoOverload;
  }
}

Value durations(Function function, std::int64_t a, std::int64_t b) {
  std::int64_t result = 0;
  if (function != Function::add && function != Function::subtract) return kNoOverload;
  return overflows(function, a, b, result) ? kOverflow : Value::duration(result);
}

std::int64_t code_points(std::string_view text) {
  std::int64_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++count) i += std::max(utf8_sequence(text, i), 1U);
  return count;
}

/// As an index, a double counts if it is whole.
bool whole(const Value& index, std::int64_t& result) {
  if (index.is(ValueKind::integer)) {
    result = index.as_integer();
    return true;
  }
  if (!index.is(ValueKind::number)) return false;
  const double number = index.as_number();
  if (!(std::fabs(number) < 9e15) || number != std::trunc(number)) return false;
  result = static_cast<std::int64_t>(number);
  return true;
}

Value to_integer(const Value& value) {
  constexpr double kTwoTo63 = 9223372036854775808.0;
  switch (value.kind()) {
    case ValueKind::integer:
      return value;
    case ValueKind::number:
      if (!(value.as_number() > -kTwoTo63 && value.as_number() < kTwoTo63)) return kOverflow;
      return Value::integer(static_cast<std::int64_t>(value.as_number()));
    case ValueKind::text:
      if (const auto integer = parse_integer(value.as_text())) return Value::integer(*integer);
      return Value::error("no integer");
    default:
      return kNoOverload;
  }
}

Value to_number(const Value& value) {
  switch (value.kind()) {
    case ValueKind::number:
      return value;
    case ValueKind::integer:
      return Value::number(static_cast<double>(value.as_integer()));
    case ValueKind::text:
      if (const auto number = parse_double(value.as_text())) return Value::number(*number);
      return Value::error("no number");
    default:
      return kNoOverload;
  }
}

Value in_units_of(const Value& duration, std::int64_t nanoseconds) {
  if (!duration.is(ValueKind::duration)) return kNoOverload;
  return Value::integer(duration.as_integer() / nanoseconds);
}

}  // namespace

Value Evaluator::Run::apply(Function function, std::span<const Value> arguments) {
  const Value& first = arguments.front();
  const Value& last = arguments.back();
  switch (function) {
    case Function::not_:
      return first.is(ValueKind::boolean) ? Value::boolean(!first.as_boolean()) : kNoOverload;
    case Function::negate:
      return negate(first);
    case Function::multiply:
    case Function::divide:
    case Function::modulo:
    case Function::subtract:
      return arithmetic(function, first, last);
    case Function::add:
      return add(first, last);
    case Function::equal:
      return Value::boolean(same(first, last));
    case Function::not_equal:
      return Value::boolean(!same(first, last));
    case Function::less:
    case Function::less_equal:
    case Function::greater:
    case Function::greater_equal:
      return ordered(function, first, last);
    case Function::in:
      return in(first, last);
    case Function::index:
      return at(first, last);
    case Function::size:
      return size(first);
    case Function::contains:
    case Function::starts_with:
    case Function::ends_with:
    case Function::matches:
      return about_text(function, first, last);
    default:
      return convert(function, first);
  }
}

Value Evaluator::Run::negate(const Value& value) const {
  if (value.is(ValueKind::number)) return Value::number(-value.as_number());
  const bool duration = value.is(ValueKind::duration);
  if (!duration && !value.is(ValueKind::integer)) return kNoOverload;
  if (value.as_integer() == std::numeric_limits<std::int64_t>::min()) return kOverflow;
  return duration ? Value::duration(-value.as_integer()) : Value::integer(-value.as_integer());
}

Value Evaluator::Run::arithmetic(Function function, const Value& a, const Value& b) {
  if (both(ValueKind::integer, a, b)) return integers(function, a.as_integer(), b.as_integer());
  if (both(ValueKind::number, a, b)) return numbers(function, a.as_number(), b.as_number());
  if (both(ValueKind::duration, a, b)) return durations(function, a.as_integer(), b.as_integer());
  return kNoOverload;
}

Value Evaluator::Run::add(const Value& a, const Value& b) {
  if (both(ValueKind::text, a, b)) {
    std::string text(a.as_text());
    text += b.as_text();
    return keep(std::move(text));
  }
  if (both(ValueKind::list, a, b)) {
    std::vector<Value> items(a.items().begin(), a.items().end());
    items.insert(items.end(), b.items().begin(), b.items().end());
    return keep(std::move(items));
  }
  return arithmetic(Function::add, a, b);
}

Value Evaluator::Run::ordered(Function function, const Value& a, const Value& b) const {
  const Order order = compare(a, b);
  if (order == Order::incomparable) return kNoOverload;
  switch (function) {
    case Function::less:
      return Value::boolean(order == Order::less);
    case Function::less_equal:
      return Value::boolean(order == Order::less || order == Order::equal);
    case Function::greater:
      return Value::boolean(order == Order::greater);
    default:
      return Value::boolean(order == Order::greater || order == Order::equal);
  }
}

Value Evaluator::Run::in(const Value& item, const Value& container) {
  if (container.is(ValueKind::list)) {
    for (const Value& each : container.items())
      if (too_long() || same(item, each)) return Value::boolean(true);
    return Value::boolean(false);
  }
  if (!container.is(ValueKind::map)) return kNoOverload;
  if (!item.is(ValueKind::text)) return Value::boolean(false);
  const Ternary found = container.as_map().contains(item.as_text());
  return found == Ternary::unknown ? Value::unknown() : Value::boolean(found == Ternary::yes);
}

Value Evaluator::Run::at(const Value& container, const Value& index) const {
  if (container.is(ValueKind::map))
    return index.is(ValueKind::text) ? container.as_map().find(index.as_text())
                                     : Value::error("no such key");
  std::int64_t place = 0;
  if (!container.is(ValueKind::list) || !whole(index, place)) return kNoOverload;
  if (place < 0 || static_cast<std::uint64_t>(place) >= container.items().size())
    return Value::error("index out of range");
  return container.items()[static_cast<std::size_t>(place)];
}

Value Evaluator::Run::size(const Value& value) {
  switch (value.kind()) {
    case ValueKind::text:
      steps_ += value.as_text().size() / 64;
      return Value::integer(code_points(value.as_text()));
    case ValueKind::list:
      return Value::integer(static_cast<std::int64_t>(value.items().size()));
    case ValueKind::map:
      if (value.as_map().open()) return Value::unknown();
      return Value::integer(static_cast<std::int64_t>(value.as_map().size()));
    default:
      return kNoOverload;
  }
}

Value Evaluator::Run::about_text(Function function, const Value& text, const Value& other) {
  if (!both(ValueKind::text, text, other)) return kNoOverload;
  steps_ += text.as_text().size() / 64;
  switch (function) {
    case Function::contains:
      return Value::boolean(text.as_text().find(other.as_text()) != std::string_view::npos);
    case Function::starts_with:
      return Value::boolean(text.as_text().starts_with(other.as_text()));
    case Function::ends_with:
      return Value::boolean(text.as_text().ends_with(other.as_text()));
    default:
      break;
  }
  const re2::RE2& expression = evaluator_.expression(other.as_text(), steps_);
  steps_ += text.as_text().size() * (1 + other.as_text().size() / 16) / 16;
  if (!expression.ok()) return Value::error("no regular expression");
  return Value::boolean(re2::RE2::PartialMatch(text.as_text(), expression));
}

Value Evaluator::Run::convert(Function function, const Value& value) {
  constexpr std::int64_t kSecond = 1'000'000'000;
  switch (function) {
    case Function::int_:
      return to_integer(value);
    case Function::double_:
      return to_number(value);
    case Function::get_hours:
      return in_units_of(value, 3600 * kSecond);
    case Function::get_minutes:
      return in_units_of(value, 60 * kSecond);
    case Function::get_seconds:
      return in_units_of(value, kSecond);
    case Function::get_milliseconds:
      return in_units_of(value, kSecond / 1000);
    case Function::string_:
      break;
    default: {
      if (function == Function::duration && value.is(ValueKind::duration)) return value;
      if (!value.is(ValueKind::text)) return kNoOverload;
      const std::string_view text = value.as_text();
      if (function == Function::duration) {
        const auto duration = parse_duration(text);
        return duration ? Value::duration(*duration) : Value::error("no duration");
      }
      if (function == Function::data_size) {
        const auto bytes = parse_data_size(text);
        return bytes ? Value::integer(*bytes) : Value::error("no size");
      }
      KAFLINT_CHECK(function == Function::version, "a function that nobody evaluates");
      const auto version = parse_version(text);
      return version ? Value::version(*version) : Value::error("no version");
    }
  }
  switch (value.kind()) {
    case ValueKind::text:
      return value;
    case ValueKind::boolean:
      return Value::text(value.as_boolean() ? "true" : "false");
    case ValueKind::integer:
      return keep(std::to_string(value.as_integer()));
    case ValueKind::number:
      return keep(double_text(value.as_number()));
    case ValueKind::duration:
      return keep(duration_text(value.as_integer()));
    default:
      return kNoOverload;
  }
}

}  // namespace kaflint::constraint
