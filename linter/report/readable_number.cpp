// Only exact multiples are put into words: a rounded one would be another value.
#include "linter/report/readable_number.h"

#include <fmt/format.h>

#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>

namespace kaflint::report {
namespace {

struct Unit {
  std::int64_t size;
  std::string_view name;
};

constexpr Unit kTimes[] = {
    {86'400'000, "day"}, {3'600'000, "hour"}, {60'000, "minute"}, {1'000, "second"}};
constexpr Unit kSizes[] = {
    {std::int64_t{1} << 40, "TiB"}, {1 << 30, "GiB"}, {1 << 20, "MiB"}, {1 << 10, "KiB"}};

const Unit* largest_divisor(std::span<const Unit> units, std::int64_t number) {
  for (const Unit& unit : units)
    if (number % unit.size == 0) return &unit;
  return nullptr;
}

}  // namespace

std::string readable_number(std::string_view key, std::string_view value) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc() || end != value.data() + value.size() || number <= 0) return {};
  if (number == std::numeric_limits<std::int64_t>::max()) return "the largest long";
  if (number == std::numeric_limits<std::int32_t>::max()) return "the largest int";
  if (key.ends_with(".ms"))
    if (const Unit* unit = largest_divisor(kTimes, number)) {
      const std::int64_t count = number / unit->size;
      return fmt::format("{} {}{}", count, unit->name, count == 1 ? "" : "s");
    }
  if (key.ends_with(".bytes"))
    if (const Unit* unit = largest_divisor(kSizes, number))
      return fmt::format("{} {}", number / unit->size, unit->name);
  return {};
}

}  // namespace kaflint::report
