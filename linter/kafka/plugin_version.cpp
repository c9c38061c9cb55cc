// org.apache.kafka.connect.runtime.isolation.PluginUtils.connectorVersionRequirement, which is
// org.apache.maven.artifact.versioning.VersionRange.
#include <algorithm>
#include <compare>
#include <optional>
#include <string>

#include "linter/base/ascii.h"
#include "linter/base/text.h"
#include "linter/kafka/named_validators.h"

namespace kaflint::kafka {
namespace {

std::string_view take_digits(std::string_view& text) {
  const auto* end = std::ranges::find_if_not(text, is_digit);
  const auto size = static_cast<std::size_t>(end - text.begin());
  const std::string_view digits = text.substr(0, size);
  text.remove_prefix(size);
  return digits;
}

// The order of versions whose numbers decide it; nothing where qualifiers do.
std::optional<std::strong_ordering> compare_versions(std::string_view a, std::string_view b) {
  if (a == b) return std::strong_ordering::equal;
  for (;;) {
    std::string_view left = take_digits(a);
    std::string_view right = take_digits(b);
    if ((left.empty() && !a.empty()) || (right.empty() && !b.empty())) return std::nullopt;
    left.remove_prefix(std::min(left.find_first_not_of('0'), left.size()));
    right.remove_prefix(std::min(right.find_first_not_of('0'), right.size()));
    if (left.size() != right.size()) return left.size() <=> right.size();
    if (left != right) return left <=> right;
    if (a.empty() && b.empty()) return std::strong_ordering::equal;
    if ((!a.empty() && a.front() != '.') || (!b.empty() && b.front() != '.')) return std::nullopt;
    if (!a.empty()) a.remove_prefix(1);
    if (!b.empty()) b.remove_prefix(1);
  }
}

/// `[A,B)`, read up to its closing bracket.
struct Restriction {
  std::string_view lower, upper;
  bool has_lower = false, has_upper = false;
};

std::optional<Restriction> parse_restriction(std::string_view text) {
  const bool inclusive = text.front() == '[' && text.back() == ']';
  const std::string_view inner = trim_java(text.substr(1, text.size() - 2));
  const std::size_t comma = inner.find(',');
  if (comma == std::string_view::npos) {
    if (!inclusive) return std::nullopt;
    return Restriction{inner, inner, true, true};
  }
  Restriction result;
  result.lower = trim_java(inner.substr(0, comma));
  result.upper = trim_java(inner.substr(comma + 1));
  result.has_lower = !result.lower.empty();
  result.has_upper = !result.upper.empty();
  if (result.has_lower && result.has_upper) {
    const auto order = compare_versions(result.upper, result.lower);
    if (order == std::strong_ordering::less) return std::nullopt;
    if (order == std::strong_ordering::equal && !inclusive) return std::nullopt;
  }
  return result;
}

bool overlaps(const Restriction& before, const Restriction& next) {
  if (!before.has_upper) return false;
  return !next.has_lower ||
         compare_versions(next.lower, before.upper) == std::strong_ordering::less;
}

// VersionRange.createFromVersionSpec
bool is_range(std::string_view text) {
  std::optional<Restriction> before;
  while (text.starts_with('[') || text.starts_with('(')) {
    const std::size_t end = text.find_first_of(")]");
    if (end == std::string_view::npos) return false;
    const std::optional<Restriction> next = parse_restriction(text.substr(0, end + 1));
    if (!next || (before && overlaps(*before, *next))) return false;
    before = next;
    text = trim_java(text.substr(end + 1));
    if (text.starts_with(',')) text = trim_java(text.substr(1));
  }
  return text.empty() || !before;
}

}  // namespace

bool is_plugin_version_range(std::string_view text) {
  text = trim_java(text);
  if (text == "latest") return true;
  if (text.starts_with('[') || text.starts_with('(')) return is_range(text);
  const std::string enclosed = "[" + std::string(text) + "]";
  return is_range(enclosed);
}

}  // namespace kaflint::kafka
