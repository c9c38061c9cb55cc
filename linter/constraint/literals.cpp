#include "linter/constraint/literals.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <limits>

#include "linter/base/ascii.h"
#include "linter/base/text.h"

namespace kaflint::constraint {
namespace {

constexpr std::uint64_t kTwoTo63 = std::uint64_t{1} << 63;
constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

struct Unit {
  std::string_view name;
  std::uint64_t size;
};
constexpr std::array<Unit, 8> kTimes = {{{"ns", 1},
                                         {"us", 1000},
                                         {"\u00B5s", 1000},  // the micro sign
                                         {"\u03BCs", 1000},  // the Greek letter
                                         {"ms", 1000000},
                                         {"s", 1000000000},
                                         {"m", 60000000000},
                                         {"h", 3600000000000}}};
constexpr std::array<Unit, 9> kSizes = {{{"B", 1},
                                         {"KiB", std::uint64_t{1} << 10},
                                         {"MiB", std::uint64_t{1} << 20},
                                         {"GiB", std::uint64_t{1} << 30},
                                         {"TiB", std::uint64_t{1} << 40},
                                         {"kB", 1000},
                                         {"MB", 1000000},
                                         {"GB", 1000000000},
                                         {"TB", 1000000000000}}};

template <std::size_t N>
std::optional<std::uint64_t> unit_size(const std::array<Unit, N>& units, std::string_view name) {
  const auto found = std::ranges::find(units, name, &Unit::name);
  return found == units.end() ? std::nullopt : std::optional(found->size);
}

/// Takes leading digits off `text`; nothing when they go beyond two to the 63.
std::optional<std::uint64_t> take_digits(std::string_view& text) {
  std::uint64_t value = 0;
  while (!text.empty() && is_digit(text.front())) {
    if (value > kTwoTo63 / 10) return std::nullopt;
    value = value * 10 + static_cast<std::uint64_t>(text.front() - '0');
    if (value > kTwoTo63) return std::nullopt;
    text.remove_prefix(1);
  }
  return value;
}

struct Fraction {
  std::uint64_t digits = 0;
  double scale = 1;
};

/// Digits beyond what the number can hold make no difference.
Fraction take_fraction(std::string_view& text) {
  Fraction result;
  bool full = false;
  for (; !text.empty() && is_digit(text.front()); text.remove_prefix(1)) {
    if (full) continue;
    const std::uint64_t next =
        result.digits > (kTwoTo63 - 1) / 10
            ? kTwoTo63 + 1
            : result.digits * 10 + static_cast<std::uint64_t>(text.front() - '0');
    full = next > kTwoTo63;
    if (full) continue;
    result.digits = next;
    result.scale *= 10;
  }
  return result;
}

/// One number with its unit, in nanoseconds.
std::optional<std::uint64_t> take_time(std::string_view& text) {
  const std::size_t before = text.size();
  auto whole = take_digits(text);
  if (!whole) return std::nullopt;
  bool digits = text.size() != before;
  Fraction fraction;
  if (!text.empty() && text.front() == '.') {
    text.remove_prefix(1);
    const std::size_t from = text.size();
    fraction = take_fraction(text);
    digits = digits || text.size() != from;
  }
  if (!digits) return std::nullopt;
  const std::string_view name = text.substr(0, text.find_first_of(".0123456789"));
  const auto unit = unit_size(kTimes, name);
  if (!unit || *whole > kTwoTo63 / *unit) return std::nullopt;
  text.remove_prefix(name.size());
  *whole *= *unit;
  if (fraction.digits > 0)
    *whole += static_cast<std::uint64_t>(static_cast<double>(fraction.digits) *
                                         (static_cast<double>(*unit) / fraction.scale));
  return *whole > kTwoTo63 ? std::nullopt : whole;
}

/// Whether strtod reads exactly what ParseFloat does; it knows hexadecimal numbers and more
/// besides.
bool is_decimal(std::string_view text) {
  std::size_t i = text.starts_with('+') || text.starts_with('-') ? 1 : 0;
  const std::string word = ascii_lower(text.substr(i));
  if (word == "inf" || word == "infinity" || word == "nan") return word != "nan" || i == 0;
  std::size_t digits = 0;
  bool point = false;
  for (; i < text.size() && (is_digit(text[i]) || (text[i] == '.' && !point)); ++i) {
    if (text[i] == '.')
      point = true;
    else
      ++digits;
  }
  if (digits == 0) return false;
  if (i == text.size()) return true;
  if ((text[i] | 0x20) != 'e') return false;
  ++i;
  if (i < text.size() && (text[i] == '+' || text[i] == '-')) ++i;
  return i < text.size() &&
         std::all_of(text.begin() + static_cast<std::ptrdiff_t>(i), text.end(), is_digit);
}

}  // namespace

std::optional<std::int64_t> parse_duration(std::string_view text) {
  bool negative = false;
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
    negative = text.front() == '-';
    text.remove_prefix(1);
  }
  if (text == "0") return 0;
  if (text.empty()) return std::nullopt;
  std::uint64_t sum = 0;
  while (!text.empty()) {
    const auto time = take_time(text);
    if (!time) return std::nullopt;
    sum += *time;
    if (sum > kTwoTo63) return std::nullopt;
  }
  if (negative) return static_cast<std::int64_t>(-sum);
  if (sum > static_cast<std::uint64_t>(kMost)) return std::nullopt;
  return static_cast<std::int64_t>(sum);
}

std::string duration_text(std::int64_t nanoseconds) {
  constexpr std::int64_t kSecond = 1000000000;
  const double seconds =
      static_cast<double>(nanoseconds / kSecond) + static_cast<double>(nanoseconds % kSecond) / 1e9;
  std::array<char, 400> buffer{};
  const auto end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), seconds, std::chars_format::fixed)
          .ptr;
  return std::string(buffer.data(), end) + "s";
}

std::optional<std::int64_t> parse_data_size(std::string_view text) {
  const std::size_t digits = text.size();
  const auto number = take_digits(text);
  if (!number || text.size() == digits) return std::nullopt;
  const auto unit = unit_size(kSizes, text);
  if (!unit || *number > static_cast<std::uint64_t>(kMost) / *unit) return std::nullopt;
  return static_cast<std::int64_t>(*number * *unit);
}

std::optional<kafka::Version> parse_version(std::string_view text) {
  std::array<std::uint8_t, 4> parts{};
  const std::vector<std::string_view> pieces = split(text, '.');
  if (pieces.size() > parts.size()) return std::nullopt;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const std::string_view piece = pieces[i];
    const auto [end, error] = std::from_chars(piece.data(), piece.data() + piece.size(), parts[i]);
    if (error != std::errc() || end != piece.data() + piece.size()) return std::nullopt;
  }
  if (pieces.size() == parts.size() && parts[0] != 0) return std::nullopt;
  return kafka::Version(parts[0], parts[1], parts[2], parts[3]);
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
  if (text.starts_with('+')) {
    text.remove_prefix(1);
    if (text.empty() || !is_digit(text.front())) return std::nullopt;
  }
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<double> parse_double(std::string_view text) {
  if (!is_decimal(text)) return std::nullopt;
  const double value = std::strtod(std::string(text).c_str(), nullptr);
  const bool named = (text.back() | 0x20) == 'f' || (text.back() | 0x20) == 'y';
  if (std::isinf(value) && !named) return std::nullopt;
  return value;
}

std::string double_text(double value) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value < 0 ? "-Inf" : "+Inf";
  std::array<char, 40> buffer{};
  const auto print = [&](std::chars_format format) {
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format).ptr;
    return std::string(buffer.data(), end);
  };
  const std::string scientific = print(std::chars_format::scientific);
  const int exponent = std::atoi(scientific.c_str() + scientific.find('e') + 1);
  // Where Go's %g changes over when it prints the shortest digits.
  constexpr int kFirstLarge = 6;
  return exponent < -4 || exponent >= kFirstLarge ? scientific : print(std::chars_format::fixed);
}

}  // namespace kaflint::constraint
