// See spring_amounts.h.
#include "linter/dialect/spring_amounts.h"

#include <algorithm>
#include <array>
#include <string>

#include "linter/base/ascii.h"
#include "linter/base/text.h"
#include "linter/dialect/spring_text.h"

namespace kaflint::dialect {
namespace {

using Outcome = SpringAmount::Outcome;

constexpr SpringAmount kRefused{Outcome::refused};

struct Parts {
  std::int64_t number;
  std::string_view unit;
};

/// `[+-]?digits unit?`, the unit of at most two letters.
std::optional<Parts> split_amount(std::string_view text) {
  std::size_t at = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
  const std::size_t digits = at;
  while (at < text.size() && is_digit(text[at])) ++at;
  const std::string_view unit = text.substr(at);
  if (at == digits || unit.size() > 2 || !std::ranges::all_of(unit, is_letter)) return std::nullopt;
  const std::size_t plus = text[0] == '+' ? 1 : 0;
  const std::optional<std::int64_t> number = parse_integer(text.substr(plus, at - plus));
  if (!number) return std::nullopt;
  return Parts{*number, unit};
}

SpringAmount multiply(std::int64_t number, std::int64_t factor) {
  std::int64_t product = 0;
  if (__builtin_mul_overflow(number, factor, &product)) return kRefused;
  return {Outcome::value, product};
}

struct IsoUnit {
  char letter;
  std::int64_t milliseconds;
};
constexpr std::array kIsoUnits = {IsoUnit{'D', 86'400'000}, IsoUnit{'H', 3'600'000},
                                  IsoUnit{'M', 60'000}, IsoUnit{'S', 1000}};

/// java.time.Duration.parse on capitals, to whole milliseconds: PnDTnHnMn.nS.
class IsoDuration {
 public:
  explicit IsoDuration(std::string_view text) : text_(text) {}

  SpringAmount read() {
    const bool negative = take('-');
    if (!negative) take('+');
    if (!take('P')) return kRefused;
    bool any = false;
    std::size_t next = 0;  // among the units, which come in their order
    while (!text_.empty()) {
      if (take('T')) {
        if (next > 1 || text_.empty()) return kRefused;
        next = 1;
        time_ = true;
      }
      const std::optional<std::size_t> unit = part(next);
      if (!unit) return kRefused;
      next = *unit + 1;
      any = true;
    }
    if (!any) return kRefused;
    return negative ? multiply(total_, -1) : SpringAmount{Outcome::value, total_};
  }

 private:
  bool take(char c) {
    if (!text_.starts_with(c)) return false;
    text_.remove_prefix(1);
    return true;
  }

  std::string_view take_digits() {
    std::size_t count = 0;
    while (count < text_.size() && is_digit(text_[count])) ++count;
    const std::string_view digits = text_.substr(0, count);
    text_.remove_prefix(count);
    return digits;
  }

  /// A number with a unit that is not before `first`; which unit that was.
  std::optional<std::size_t> part(std::size_t first) {
    const bool negative = take('-');
    if (!negative) take('+');
    const std::optional<std::int64_t> whole = parse_integer(take_digits());
    const bool point = take('.') || take(',');
    std::string fraction(point ? take_digits() : std::string_view());
    if (!whole || text_.empty() || fraction.size() > 9) return std::nullopt;
    for (std::size_t unit = first; unit < kIsoUnits.size(); ++unit) {
      if (text_[0] != kIsoUnits[unit].letter || time_ != (unit > 0)) continue;
      if (point && kIsoUnits[unit].letter != 'S') return std::nullopt;
      text_.remove_prefix(1);
      fraction.resize(3, '0');
      std::int64_t value = 0;
      if (__builtin_mul_overflow(*whole, kIsoUnits[unit].milliseconds, &value) ||
          __builtin_add_overflow(value, parse_integer(fraction).value_or(0), &value) ||
          __builtin_add_overflow(total_, negative ? -value : value, &total_))
        return std::nullopt;
      return unit;
    }
    return std::nullopt;
  }

  std::string_view text_;
  std::int64_t total_ = 0;
  bool time_ = false;  // after the T
};

}  // namespace

SpringAmount read_spring_size(std::string_view text, const std::optional<SpringBootVersion>& boot) {
  if (text.empty()) return {Outcome::unset};
  if (holds_other_script(text)) return {Outcome::unknown};
  const std::string compact = without_spaces(text);
  const std::optional<Parts> amount = split_amount(compact);
  if (!amount) return kRefused;
  // StringUtils.trimAllWhitespace came with a patch of Spring Framework 5.3.
  if (compact != text && (!boot || boot->before(3, 0)))
    return boot && boot->before(2, 5) ? kRefused : SpringAmount{Outcome::unknown};
  std::int64_t factor = 1;
  for (std::string_view unit : {"B", "KB", "MB", "GB", "TB"}) {
    if (amount->unit == unit || amount->unit.empty()) return multiply(amount->number, factor);
    factor *= 1024;
  }
  return kRefused;
}

SpringAmount read_spring_duration(std::string_view text,
                                  const std::optional<SpringBootVersion>& boot) {
  if (text.empty()) return {Outcome::unset};
  if (holds_other_script(text)) return {Outcome::unknown};
  const std::optional<Parts> amount = split_amount(text);
  if (!amount) {
    std::string upper(text);
    for (char& c : upper)
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    const SpringAmount iso = IsoDuration(upper).read();
    const bool small = text.find('p') != std::string_view::npos;
    if (iso.outcome != Outcome::value || !small || (boot && !boot->before(2, 6))) return iso;
    return boot ? kRefused : SpringAmount{Outcome::unknown};
  }
  const std::string unit = ascii_lower(amount->unit);
  if (unit == "ns") return {Outcome::value, amount->number / 1'000'000};
  if (unit == "us") return {Outcome::value, amount->number / 1000};
  if (unit == "ms" || unit.empty()) return {Outcome::value, amount->number};
  if (unit == "s") return multiply(amount->number, 1000);
  if (unit == "m") return multiply(amount->number, 60'000);
  if (unit == "h") return multiply(amount->number, 3'600'000);
  if (unit == "d") return multiply(amount->number, 86'400'000);
  return kRefused;
}

}  // namespace kaflint::dialect
