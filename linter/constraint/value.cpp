#include "linter/constraint/value.h"

#include <algorithm>
#include <cmath>

namespace kaflint::constraint {
namespace {

/// Comparing so many bytes is about as much work as any other step.
constexpr std::size_t kBytesOfStep = 256;

template <typename T>
int three_way(const T& a, const T& b) {
  if (a < b) return -1;
  return b < a ? 1 : 0;
}

bool is_numeric(const Value& value) {
  return value.is(ValueKind::integer) || value.is(ValueKind::number);
}

/// cel-go compares an integer with a double as doubles.
int compare_mixed(double number, std::int64_t integer) {
  constexpr double kTwoTo63 = 9223372036854775808.0;
  if (number < -kTwoTo63) return -1;
  if (number > kTwoTo63) return 1;
  return three_way(number, static_cast<double>(integer));
}

int compare_numbers(const Value& a, const Value& b) {
  if (a.is(ValueKind::integer) && b.is(ValueKind::integer))
    return three_way(a.as_integer(), b.as_integer());
  if (a.is(ValueKind::integer)) return -compare_mixed(b.as_number(), a.as_integer());
  if (b.is(ValueKind::integer)) return compare_mixed(a.as_number(), b.as_integer());
  return three_way(a.as_number(), b.as_number());
}

bool is_nan(const Value& value) {
  return value.is(ValueKind::number) && std::isnan(value.as_number());
}

bool has_order(const Value& value) {
  return is_numeric(value) || value.is(ValueKind::boolean) || value.is(ValueKind::text) ||
         value.is(ValueKind::duration) || value.is(ValueKind::version);
}

Order order_of(int comparison) {
  if (comparison == 0) return Order::equal;
  return comparison < 0 ? Order::less : Order::greater;
}

}  // namespace

bool equal(const Value& a, const Value& b, std::size_t& steps, std::size_t most) {
  if (++steps > most) return false;
  if (is_numeric(a) && is_numeric(b)) return !is_nan(a) && !is_nan(b) && compare_numbers(a, b) == 0;
  if (a.kind() != b.kind()) return false;
  switch (a.kind()) {
    case ValueKind::null:
      return true;
    case ValueKind::boolean:
      return a.as_boolean() == b.as_boolean();
    case ValueKind::text:
      steps += a.as_text().size() / kBytesOfStep;
      return a.as_text() == b.as_text();
    case ValueKind::duration:
      return a.as_integer() == b.as_integer();
    case ValueKind::version:
      return a.as_version() == b.as_version();
    case ValueKind::list:
      return std::ranges::equal(a.items(), b.items(), [&](const Value& one, const Value& other) {
        return equal(one, other, steps, most);
      });
    case ValueKind::map:
      return &a.as_map() == &b.as_map();
    default:
      return false;
  }
}

Order compare(const Value& a, const Value& b) {
  if (!has_order(a)) return Order::incomparable;
  if (is_nan(a) || is_nan(b)) return Order::unordered;
  if (is_numeric(a) && is_numeric(b)) return order_of(compare_numbers(a, b));
  if (a.kind() != b.kind()) return Order::incomparable;
  switch (a.kind()) {
    case ValueKind::boolean:
      return order_of(three_way(a.as_boolean(), b.as_boolean()));
    case ValueKind::text:
      return order_of(three_way(a.as_text(), b.as_text()));
    case ValueKind::version:
      return order_of(three_way(a.as_version(), b.as_version()));
    default:
      return order_of(three_way(a.as_integer(), b.as_integer()));
  }
}

}  // namespace kaflint::constraint
