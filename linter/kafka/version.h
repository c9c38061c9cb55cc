// Kafka releases and sets of them.
#pragma once

#include <compare>
#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kaflint::kafka {

/// A release's number: four components up to 0.11.0.3, three from 1.0.0 on.
class Version {
 public:
  constexpr Version() = default;
  constexpr Version(std::uint8_t a, std::uint8_t b, std::uint8_t c, std::uint8_t d = 0)
      : packed_(std::uint32_t{a} << 24 | std::uint32_t{b} << 16 | std::uint32_t{c} << 8 | d) {}

  /// Reads `3.6.1` or `0.11.0.3`; nothing for any other form, so not for `3.6`.
  static std::optional<Version> parse(std::string_view text);
  std::string to_string() const;
  /// The release line: 3.6 for 3.6.1, 0.11 for 0.11.0.3. Only the first two components differ from
  /// 0.
  constexpr Version line() const {
    Version v;
    v.packed_ = packed_ & 0xFFFF0000U;
    return v;
  }
  friend constexpr auto operator<=>(Version, Version) = default;

 private:
  std::uint32_t packed_ = 0;
};

/// All releases that the catalog knows, ascending (rules/catalog/releases.yaml).
std::span<const Version> known_releases();
Version newest_release();
/// The version's place among known_releases(); nothing for any other version.
std::optional<std::size_t> release_index(Version version);

/// A set of known releases, as cheap to combine as two numbers: bit i stands for the i-th of
/// known_releases().
struct ReleaseMask {
  std::uint64_t low = 0;
  std::uint64_t high = 0;

  constexpr bool contains(std::size_t release) const {
    return release < 64 ? (low >> release & 1) != 0 : (high >> (release - 64) & 1) != 0;
  }
  constexpr void insert(std::size_t release) {
    (release < 64 ? low : high) |= std::uint64_t{1} << (release % 64);
  }
  constexpr bool empty() const { return (low | high) == 0; }
  friend constexpr ReleaseMask operator|(ReleaseMask a, ReleaseMask b) {
    return {a.low | b.low, a.high | b.high};
  }
  friend constexpr ReleaseMask operator&(ReleaseMask a, ReleaseMask b) {
    return {a.low & b.low, a.high & b.high};
  }
  /// The releases of `a` that are not in `b`.
  friend constexpr ReleaseMask operator-(ReleaseMask a, ReleaseMask b) {
    return {a.low & ~b.low, a.high & ~b.high};
  }
  friend constexpr bool operator==(ReleaseMask, ReleaseMask) = default;
};

/// A set of known releases.
class VersionSet {
 public:
  VersionSet() = default;
  static VersionSet all();
  static VersionSet of(Version version);
  /// Every known release between, ends included.
  static VersionSet between(Version first, Version last);
  static VersionSet of(ReleaseMask releases);

  void insert(Version version);
  void insert(const VersionSet& other);
  bool contains(Version version) const;
  bool contains(const VersionSet& other) const;
  /// Without what is no known release.
  ReleaseMask mask() const;
  bool empty() const { return releases_.empty(); }
  std::size_t size() const { return releases_.size(); }
  std::span<const Version> releases() const& { return releases_; }
  std::span<const Version> releases() && = delete;  // would dangle in a range-for
  /// Inclusive intervals over the known releases, such as `3.0.1..3.9.2,4.0.0..4.4.0`; a single
  /// release stands alone, and the gap between two known neighbours ends an interval only where a
  /// known release is missing.
  std::string to_string() const;
  /// As a person says it: `3.0.1 to 3.9.2 and 4.1.0`, `every version` for all, `since 3.0.1` when
  /// it reaches to the newest, `up to 2.8.2` when it begins with the oldest.
  std::string to_words() const;
  friend bool operator==(const VersionSet&, const VersionSet&) = default;

 private:
  std::vector<Version> releases_;  // ascending
};

/// What a user writes: `3.6.1`, `3.6` (its newest patch), `latest`, `2.8..4.0` (a line as an end
/// stands for its first release on the left and its newest on the right), comma-separated lists.
/// Errors say what is wrong and name the nearest known releases.
std::expected<VersionSet, std::string> parse_version_request(std::string_view text);

}  // namespace kaflint::kafka
