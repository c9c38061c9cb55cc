// The filter of Strimzi's AbstractConfiguration over the table of
// rules/dialects/strimzi_forbidden.yaml.
#include "linter/dialect/strimzi_forbidden.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>

#include "linter/base/text.h"
#include "strimzi_forbidden_table.h"  // generated

namespace kaflint::dialect {
namespace {

std::string_view text_at(std::uint16_t offset, std::uint8_t size) {
  return std::string_view(kStrimziText).substr(offset, size);
}

/// Operators by index, ends included.
struct OperatorRange {
  std::size_t first = 0;
  std::size_t last = std::size(kStrimziOperators) - 1;
};

std::optional<OperatorRange> operators_of(std::string_view api_version,
                                          std::optional<kafka::Version> kafka) {
  const auto* api = std::ranges::find_if(kStrimziApiVersions, [api_version](const auto& entry) {
    return text_at(entry.text, entry.size) == api_version;
  });
  if (api == std::end(kStrimziApiVersions)) return std::nullopt;
  OperatorRange range{api->since, api->until};
  if (!kafka) return range;
  // The operators listed are not all that exist: one between the last that is too old and the next
  // may run this Kafka with the filter of either, so the last that is too old stays in.
  for (std::size_t i = range.first + 1; i <= range.last; ++i)
    if (kStrimziOperators[i] < *kafka) range.first = i;
  return range;
}

/// `listener.name.<name>-<port>.<option>`
bool is_listener_option(std::string_view key, std::string_view option) {
  return key.starts_with("listener.name.") && key.ends_with(option) &&
         key.size() > option.size() + 14 && key[key.size() - option.size() - 1] == '.';
}

bool matches(const StrimziEntry& entry, std::string_view key, std::string_view lower) {
  const std::string_view text = text_at(entry.text, entry.size);
  switch (entry.kind) {
    case StrimziEntry::Kind::forbidden:
      return lower.starts_with(text);
    case StrimziEntry::Kind::forbidden_name:
      return lower == text;
    case StrimziEntry::Kind::allowed:
      return key == text;
    case StrimziEntry::Kind::per_listener:
      return is_listener_option(key, text);
  }
  return false;
}

bool drops(std::size_t spec, std::string_view key, std::string_view lower, std::size_t by) {
  bool forbidden = false;
  for (const StrimziEntry& entry : kStrimziEntries) {
    if (entry.spec != spec || entry.since > by || !matches(entry, key, lower)) continue;
    if (entry.kind == StrimziEntry::Kind::allowed || entry.kind == StrimziEntry::Kind::per_listener)
      return false;
    forbidden = true;
  }
  return forbidden;
}

}  // namespace

Ternary strimzi_drops(std::string_view spec, std::string_view key, std::string_view api_version,
                      std::optional<kafka::Version> kafka) {
  const auto* found = std::ranges::find_if(kStrimziSpecs, [spec](const StrimziSpec& entry) {
    return text_at(entry.text, entry.size) == spec;
  });
  if (found == std::end(kStrimziSpecs)) return Ternary::no;
  const auto index = static_cast<std::size_t>(std::distance(std::begin(kStrimziSpecs), found));
  const std::string lower = ascii_lower(key);
  const std::optional<OperatorRange> known = operators_of(api_version, kafka);
  const OperatorRange range = known.value_or(OperatorRange{});
  std::size_t count = 0;
  for (std::size_t i = range.first; i <= range.last; ++i) count += drops(index, key, lower, i);
  if (count == 0) return Ternary::no;
  const bool always = known && count == range.last - range.first + 1;
  return always ? Ternary::yes : Ternary::unknown;
}

}  // namespace kaflint::dialect
