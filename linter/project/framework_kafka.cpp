#include "linter/project/framework_kafka.h"

#include <array>
#include <charconv>
#include <vector>

#include "linter/base/text.h"
#include "linter/project/release_text.h"

namespace kaflint::project {
namespace {

using Release = std::array<int, 3>;

struct FrameworkReleases {
  std::string_view framework;
  Release first;
  Release last;
  std::string_view first_kafka;
  std::string_view last_kafka;
};

constexpr FrameworkReleases kFrameworkReleases[] = {
#include "framework_kafka.inc"
};

/// `3.2.4` and `3.2.4.Final`, but no candidate for a release.
std::optional<Release> parse_release(std::string_view text) {
  const std::string_view number = leading_number(text);
  const std::string_view suffix = text.substr(number.size());
  const std::vector<std::string_view> parts = split(number, '.');
  if (parts.size() < 3 || (!suffix.empty() && suffix != ".Final")) return std::nullopt;
  Release release{};
  for (std::size_t i = 0; i < release.size(); ++i) {
    const char* const end = parts[i].data() + parts[i].size();
    if (std::from_chars(parts[i].data(), end, release[i]).ec != std::errc()) return std::nullopt;
  }
  return release;
}

}  // namespace

std::optional<kafka::VersionSet> kafka_of_framework(std::string_view framework,
                                                    std::string_view version) {
  const std::optional<Release> release = parse_release(version);
  if (!release) return std::nullopt;
  for (const FrameworkReleases& row : kFrameworkReleases) {
    if (row.framework != framework || *release < row.first || *release > row.last) continue;
    const auto first = kafka::Version::parse(row.first_kafka);
    const auto last = kafka::Version::parse(row.last_kafka);
    if (first && last) return kafka::VersionSet::between(*first, *last);
  }
  return std::nullopt;
}

}  // namespace kaflint::project
