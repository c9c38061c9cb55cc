// The versions that a person asks for, such as `2.8..4.0`.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "linter/base/text.h"
#include "linter/kafka/version.h"

namespace kaflint::kafka {
namespace {

// `3.6`, or `0.11` and `0.11.0`, which is the only line whose releases have four components.
std::optional<Version> parse_line(std::string_view text) {
  if (text == "0.11.0") text = "0.11";
  const bool four = text.starts_with("0.");
  const std::string release = fmt::format("{}{}", text, four ? ".0.0" : ".0");
  const std::optional<Version> version = Version::parse(release);
  return version && std::ranges::count(text, '.') == 1 ? version : std::nullopt;
}

std::string line_text(Version version) {
  const std::string text = version.to_string();
  return text.substr(0, text.find('.', text.find('.') + 1));
}

std::string nearest_lines(Version line) {
  const std::span<const Version> known = known_releases();
  const auto above = std::ranges::upper_bound(known, line);
  const std::string below = line_text(*std::prev(above));
  return fmt::format("the nearest are {} and {}", below, line_text(*above));
}

std::string nearest_releases(Version release) {
  const std::span<const Version> known = known_releases();
  const auto above = std::ranges::upper_bound(known, release);
  return fmt::format("the nearest are {} and {}", std::prev(above)->to_string(),
                     above->to_string());
}

std::string unknown_release(std::string_view text, Version version, bool is_line) {
  const std::span<const Version> known = known_releases();
  std::string nearest;
  if (version > known.back())
    nearest = fmt::format("the newest is {}", known.back().to_string());
  else if (version < known.front())
    nearest = fmt::format("the oldest is {}", known.front().to_string());
  else
    nearest = is_line ? nearest_lines(version) : nearest_releases(version);
  return fmt::format("Kafka `{}` is not a release that kaflint knows; {}", text, nearest);
}

struct End {
  Version first, last;
};

// One end of a range: a release, or a line with its first and its newest release.
std::expected<End, std::string> parse_end(std::string_view text) {
  if (text == "latest") return End{newest_release(), newest_release()};
  if (const std::optional<Version> release = Version::parse(text)) {
    if (!std::ranges::binary_search(known_releases(), *release))
      return std::unexpected(unknown_release(text, *release, false));
    return End{*release, *release};
  }
  const std::optional<Version> line = parse_line(text);
  if (!line)
    return std::unexpected(fmt::format(
        "`{}` is not a Kafka version; write a release such as {}, a line such as {}, or `latest`",
        text, newest_release().to_string(), line_text(newest_release())));
  const auto [first, last] = std::ranges::equal_range(known_releases(), line->line(), {},
                                                      [](Version v) { return v.line(); });
  if (first == last) return std::unexpected(unknown_release(text, *line, true));
  return End{*first, *std::prev(last)};
}

std::expected<VersionSet, std::string> parse_range(std::string_view text, std::size_t dots) {
  const std::string_view left = trim_java(text.substr(0, dots));
  const std::string_view right = trim_java(text.substr(dots + 2));
  if (left.empty() && right.empty())
    return std::unexpected(fmt::format("`{}` has neither a first nor a last version", text));
  Version first = known_releases().front();
  Version last = newest_release();
  if (!left.empty()) {
    const std::expected<End, std::string> end = parse_end(left);
    if (!end) return std::unexpected(end.error());
    first = end->first;
  }
  if (!right.empty()) {
    const std::expected<End, std::string> end = parse_end(right);
    if (!end) return std::unexpected(end.error());
    last = end->last;
  }
  if (first > last)
    return std::unexpected(fmt::format("`{}` is upside down; write `{}..{}`", text, right, left));
  return VersionSet::between(first, last);
}

std::expected<VersionSet, std::string> parse_item(std::string_view text) {
  if (const std::size_t dots = text.find(".."); dots != std::string_view::npos)
    return parse_range(text, dots);
  const std::expected<End, std::string> end = parse_end(text);
  if (!end) return std::unexpected(end.error());
  return VersionSet::of(end->last);
}

}  // namespace

std::expected<VersionSet, std::string> parse_version_request(std::string_view text) {
  if (trim_java(text).empty())
    return std::unexpected(std::string("no Kafka version is given; write one such as `latest`"));
  VersionSet result;
  for (std::string_view item : split(text, ',')) {
    const std::expected<VersionSet, std::string> versions = parse_item(trim_java(item));
    if (!versions) return versions;
    result.insert(*versions);
  }
  return result;
}

}  // namespace kaflint::kafka
