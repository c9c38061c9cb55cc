// See spring_boot_version.h.
#include "linter/dialect/spring_boot_version.h"

#include <charconv>
#include <tuple>

#include <fmt/format.h>

namespace kaflint::dialect {
namespace {

struct ManagedKafka {
  std::string_view boot;
  std::string_view kafka;
};

constexpr ManagedKafka kManaged[] = {
#include "spring_boot_bom.inc"
};

/// Takes a number from the front.
std::optional<std::uint8_t> take_number(std::string_view& text) {
  std::uint8_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
  return number;
}

bool take(std::string_view& text, char c) {
  if (!text.starts_with(c)) return false;
  text.remove_prefix(1);
  return true;
}

auto order(const SpringBootVersion& version) {
  return std::tuple(version.major, version.minor, version.patch.value_or(255));
}

}  // namespace

std::optional<SpringBootVersion> SpringBootVersion::parse(std::string_view text) {
  const auto major = take_number(text);
  if (!major || !take(text, '.')) return std::nullopt;
  const auto minor = take_number(text);
  if (!minor) return std::nullopt;
  SpringBootVersion version{*major, *minor, std::nullopt};
  if (text.empty()) return version;
  if (!take(text, '.')) return std::nullopt;
  if (text == "x" || text == "X" || text == "+") return version;
  version.patch = take_number(text);
  if (!version.patch) return std::nullopt;
  const bool qualifier = text.empty() || text.starts_with('.') || text.starts_with('-');
  return qualifier ? std::optional(version) : std::nullopt;
}

std::string SpringBootVersion::to_string() const {
  return patch ? fmt::format("{}.{}.{}", major, minor, *patch) : fmt::format("{}.{}", major, minor);
}

bool SpringBootVersion::in_lines(std::string_view range) const {
  const std::size_t dots = range.find("..");
  const auto first = parse(range.substr(0, dots));
  if (first && before(first->major, first->minor)) return false;
  if (dots == std::string_view::npos || dots + 2 == range.size()) return true;
  const auto last = parse(range.substr(dots + 2));
  return !last || std::tuple(major, minor) <= std::tuple(last->major, last->minor);
}

std::optional<kafka::Version> kafka_of_spring_boot(SpringBootVersion version) {
  const ManagedKafka* found = nullptr;
  for (const ManagedKafka& managed : kManaged)
    if (order(*SpringBootVersion::parse(managed.boot)) <= order(version)) found = &managed;
  if (!found) return std::nullopt;
  // A line that is newer than all of the table manages something newer as well.
  const auto last = SpringBootVersion::parse(found->boot);
  if (last->major != version.major || last->minor != version.minor) return std::nullopt;
  return kafka::Version::parse(found->kafka);
}

}  // namespace kaflint::dialect
