// Version numbers, and sets of releases as they are written in reports.
#include "linter/kafka/version.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

#include "linter/base/text.h"
#include "linter/kafka/tables.h"

namespace kaflint::kafka {
namespace {

std::optional<std::uint8_t> component(std::string_view text) {
  if (text.empty() || (text.size() > 1 && text.front() == '0')) return std::nullopt;
  std::uint8_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

struct Interval {
  Version first, last;
};

// Neighbours in `releases` that are neighbours among the known releases belong together.
std::vector<Interval> intervals(std::span<const Version> releases) {
  std::vector<Interval> result;
  const std::span<const Version> known = known_releases();
  auto next = known.begin();
  for (Version release : releases) {
    const auto at = std::lower_bound(next, known.end(), release);
    if (at == known.end()) break;
    if (!result.empty() && at == next)
      result.back().last = release;
    else
      result.push_back({release, release});
    next = std::next(at);
  }
  return result;
}

std::string in_words(const Interval& interval) {
  if (interval.first == interval.last) return interval.first.to_string();
  if (interval.last == newest_release()) return fmt::format("since {}", interval.first.to_string());
  if (interval.first == known_releases().front())
    return fmt::format("up to {}", interval.last.to_string());
  return fmt::format("{} to {}", interval.first.to_string(), interval.last.to_string());
}

}  // namespace

std::optional<Version> Version::parse(std::string_view text) {
  const std::vector<std::string_view> pieces = split(text, '.');
  if (pieces.size() != 3 && pieces.size() != 4) return std::nullopt;
  std::array<std::uint8_t, 4> parts{};
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const std::optional<std::uint8_t> part = component(pieces[i]);
    if (!part) return std::nullopt;
    parts[i] = *part;
  }
  if ((parts[0] == 0) != (pieces.size() == 4)) return std::nullopt;
  return Version(parts[0], parts[1], parts[2], parts[3]);
}

std::string Version::to_string() const {
  const std::uint32_t a = packed_ >> 24;
  const std::uint32_t b = packed_ >> 16 & 0xFF;
  const std::uint32_t c = packed_ >> 8 & 0xFF;
  return a == 0 ? fmt::format("{}.{}.{}.{}", a, b, c, packed_ & 0xFF)
                : fmt::format("{}.{}.{}", a, b, c);
}

std::span<const Version> known_releases() { return {tables::kReleases, tables::kReleaseCount}; }

std::optional<std::size_t> release_index(Version version) {
  const std::span<const Version> known = known_releases();
  const auto at = std::ranges::lower_bound(known, version);
  if (at == known.end() || *at != version) return std::nullopt;
  return static_cast<std::size_t>(at - known.begin());
}

Version newest_release() { return known_releases().back(); }

VersionSet VersionSet::all() {
  VersionSet set;
  set.releases_.assign(known_releases().begin(), known_releases().end());
  return set;
}

VersionSet VersionSet::of(Version version) {
  VersionSet set;
  set.insert(version);
  return set;
}

VersionSet VersionSet::between(Version first, Version last) {
  VersionSet set;
  const std::span<const Version> known = known_releases();
  std::copy_if(known.begin(), known.end(), std::back_inserter(set.releases_),
               [&](Version release) { return first <= release && release <= last; });
  return set;
}

VersionSet VersionSet::of(ReleaseMask releases) {
  VersionSet set;
  const std::span<const Version> known = known_releases();
  for (std::size_t i = 0; i < known.size(); ++i)
    if (releases.contains(i)) set.releases_.push_back(known[i]);
  return set;
}

ReleaseMask VersionSet::mask() const {
  ReleaseMask mask;
  for (const Version release : releases_)
    if (const std::optional<std::size_t> index = release_index(release)) mask.insert(*index);
  return mask;
}

void VersionSet::insert(Version version) {
  const auto at = std::ranges::lower_bound(releases_, version);
  if (at == releases_.end() || *at != version) releases_.insert(at, version);
}

void VersionSet::insert(const VersionSet& other) {
  std::vector<Version> both;
  std::ranges::set_union(releases_, other.releases_, std::back_inserter(both));
  releases_ = std::move(both);
}

bool VersionSet::contains(Version version) const {
  return std::ranges::binary_search(releases_, version);
}

bool VersionSet::contains(const VersionSet& other) const {
  return std::ranges::includes(releases_, other.releases_);
}

std::string VersionSet::to_string() const {
  std::vector<std::string> pieces;
  for (const auto& [first, last] : intervals(releases_))
    pieces.push_back(first == last ? first.to_string()
                                   : fmt::format("{}..{}", first.to_string(), last.to_string()));
  return fmt::format("{}", fmt::join(pieces, ","));
}

std::string VersionSet::to_words() const {
  if (releases_.empty()) return "no version";
  if (std::ranges::equal(releases_, known_releases())) return "every version";
  std::vector<std::string> pieces;
  for (const Interval& interval : intervals(releases_)) pieces.push_back(in_words(interval));
  const std::string last = std::move(pieces.back());
  pieces.pop_back();
  if (pieces.empty()) return last;
  return fmt::format("{} and {}", fmt::join(pieces, ", "), last);
}

}  // namespace kaflint::kafka
