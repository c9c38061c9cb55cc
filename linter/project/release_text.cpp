#include "linter/project/release_text.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "linter/base/ascii.h"
#include "linter/base/text.h"

namespace kaflint::project {
namespace {

using kafka::Version;
using kafka::VersionSet;

struct PlatformLine {
  std::string_view platform;
  std::string_view kafka;
};

constexpr PlatformLine kPlatformLines[] = {
#include "platform_lines.inc"
};

/// The releases of `1.0`, or of `0.11`, whose releases have a component more.
std::optional<VersionSet> line_of(std::string_view major_minor) {
  const std::string_view rest = major_minor.starts_with("0.") ? ".0.0" : ".0";
  const std::optional<Version> first = Version::parse(std::string(major_minor).append(rest));
  if (!first) return std::nullopt;
  VersionSet set;
  for (const Version release : kafka::known_releases())
    if (release.line() == first->line()) set.insert(release);
  return set.empty() ? std::nullopt : std::optional(set);
}

/// The first two components; empty when there are fewer.
std::string_view major_minor(std::string_view number) {
  const std::size_t first = number.find('.');
  if (first == std::string_view::npos) return {};
  return number.substr(0, number.find('.', first + 1));
}

}  // namespace

std::string_view leading_number(std::string_view text) {
  std::size_t end = 0;
  const auto digit_at = [&](std::size_t at) { return at < text.size() && is_digit(text[at]); };
  while (digit_at(end) || (end > 0 && digit_at(end + 1) && text[end] == '.')) ++end;
  return text.substr(0, end);
}

std::optional<VersionSet> releases_of(std::string_view text) {
  const std::string_view number = leading_number(text);
  const std::optional<VersionSet> line = line_of(major_minor(number));
  if (!line || number == major_minor(number) || number == "0.11.0") return line;
  const std::vector<std::string_view> parts = split(number, '.');
  const std::size_t wanted = parts.front() == "0" ? 4 : 3;
  if (parts.size() < wanted) return std::nullopt;
  const std::string_view exact = number.substr(
      0, static_cast<std::size_t>(std::distance(number.begin(), parts[wanted - 1].end())));
  const std::optional<Version> release = Version::parse(exact);
  if (!release) return std::nullopt;
  if (line->contains(*release)) return VersionSet::of(*release);
  return VersionSet::of(line->releases().back());
}

std::optional<VersionSet> releases_of_platform(std::string_view text) {
  const std::string_view platform = major_minor(leading_number(text));
  const auto found = std::ranges::find(kPlatformLines, platform, &PlatformLine::platform);
  return found == std::end(kPlatformLines) ? std::nullopt : line_of(found->kafka);
}

}  // namespace kaflint::project
