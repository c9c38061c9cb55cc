// java.time.Duration.parse: `P1DT2H`, `pt-0.5s`, `-PT1M`.
#include <array>
#include <cstdint>
#include <limits>
#include <optional>

#include "linter/kafka/named_validators.h"

namespace kaflint::kafka {
namespace {

__extension__ using Wide = __int128;

constexpr std::int64_t kMaxLong = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kMinLong = std::numeric_limits<std::int64_t>::min();

bool take(std::string_view& text, char lower) {
  if (text.empty() || (text.front() | 0x20) != (lower | 0x20)) return false;
  text.remove_prefix(1);
  return true;
}

bool take_exactly(std::string_view& text, char c) {
  if (!text.starts_with(c)) return false;
  text.remove_prefix(1);
  return true;
}

struct Amount {
  std::int64_t value = 0;
  bool negative = false;
};

// `[-+]?[0-9]+` within a long
std::optional<Amount> take_amount(std::string_view& text) {
  const bool negative = take_exactly(text, '-');
  if (!negative) take_exactly(text, '+');
  Wide value = 0;
  std::size_t digits = 0;
  for (; digits < text.size() && text[digits] >= '0' && text[digits] <= '9'; ++digits)
    if (value <= Wide{kMaxLong} + 1) value = value * 10 + (text[digits] - '0');
  if (negative) value = -value;
  if (digits == 0 || value > kMaxLong || value < kMinLong) return std::nullopt;
  text.remove_prefix(digits);
  return Amount{static_cast<std::int64_t>(value), negative};
}

// At most nine digits after the point, as nanoseconds.
std::optional<std::int64_t> take_fraction(std::string_view& text) {
  std::int64_t nanos = 0;
  std::size_t digits = 0;
  for (; digits < text.size() && text[digits] >= '0' && text[digits] <= '9'; ++digits)
    if (digits < 9) nanos = nanos * 10 + (text[digits] - '0');
  if (digits > 9) return std::nullopt;
  text.remove_prefix(digits);
  for (; digits < 9; ++digits) nanos *= 10;
  return nanos;
}

/// The sum as Java makes it: every step within a long.
struct Sum {
  Wide seconds = 0;
  std::int64_t nanos = 0;
  bool overflow = false;

  void add(std::int64_t amount, std::int64_t seconds_each) {
    const Wide product = Wide{amount} * seconds_each;
    seconds += product;
    overflow = overflow || product > kMaxLong || product < kMinLong || seconds > kMaxLong ||
               seconds < kMinLong;
  }
};

struct Part {
  char letter;
  std::int64_t seconds;
};

// The parts after `T`, each at most once and in order. False when there is none, or a wrong one.
bool take_time(std::string_view& text, Sum& sum) {
  static constexpr std::array kParts = {Part{'h', 3600}, Part{'m', 60}, Part{'s', 1}};
  std::size_t next = 0;
  bool any = false;
  while (!text.empty()) {
    const std::optional<Amount> amount = take_amount(text);
    if (!amount) return false;
    const bool fraction = take_exactly(text, '.') || take_exactly(text, ',');
    if (fraction) {
      const std::optional<std::int64_t> nanos = take_fraction(text);
      if (!nanos) return false;
      sum.nanos = amount->negative ? -*nanos : *nanos;
    }
    while (next < kParts.size() && (text.empty() || (text.front() | 0x20) != kParts[next].letter))
      ++next;
    if (next == kParts.size() || (fraction && kParts[next].letter != 's')) return false;
    text.remove_prefix(1);
    sum.add(amount->value, kParts[next++].seconds);
    any = true;
  }
  return any;
}

}  // namespace

bool is_duration_from_zero(std::string_view text) {
  const bool negated = take_exactly(text, '-');
  if (!negated) take_exactly(text, '+');
  if (!take(text, 'p')) return false;
  Sum sum;
  bool any = false;
  if (!text.empty() && (text.front() | 0x20) != 't') {
    const std::optional<Amount> days = take_amount(text);
    if (!days || !take(text, 'd')) return false;
    sum.add(days->value, 86400);
    any = true;
  }
  if (take(text, 't')) {
    if (!take_time(text, sum)) return false;
    any = true;
  }
  if (!any || !text.empty() || sum.overflow) return false;
  const Wide total = sum.seconds * 1'000'000'000 + sum.nanos;
  return negated ? total <= 0 : total >= 0;
}

}  // namespace kaflint::kafka
