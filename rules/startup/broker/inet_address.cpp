#include "rules/startup/broker/inet_address.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "linter/base/ascii.h"
#include "linter/base/text.h"

namespace kaflint::startup::kafka_server {
namespace {

constexpr std::size_t kGroups = 8;

bool is_decimal_byte(std::string_view text) {
  if (text.empty() || text.size() > 3 || !std::ranges::all_of(text, is_digit)) return false;
  if (text.size() > 1 && text.front() == '0') return false;
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value <= 255;
}

// Integer.parseInt reads the group, so a sign before zeros passes.
bool is_hexadecimal_group(std::string_view text) {
  if (text.size() > 4) return false;
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
  return error == std::errc() && end == text.data() + text.size() && value >= 0;
}

// String.split(":"): empty pieces at the end are dropped.
std::vector<std::string_view> groups_of(std::string_view text) {
  std::vector<std::string_view> groups = split(text, ':');
  while (!groups.empty() && groups.back().empty()) groups.pop_back();
  if (text.ends_with("::"))
    groups.emplace_back();
  else if (text.starts_with("::") && !groups.empty())
    groups.erase(groups.begin());
  return groups;
}

/// A group, or at the end an IPv4 address, which stands for two of them; 0 for neither.
std::size_t groups_in(std::string_view text, bool last) {
  if (last && text.find('.') != std::string_view::npos) return is_inet4_address(text) ? 2 : 0;
  return is_hexadecimal_group(text) ? 1 : 0;
}

/// Whether the colons stand as they may: `::` at most once, no single one at an end.
bool has_colons_in_place(std::string_view text) {
  const std::size_t gap = text.find("::");
  if (gap != std::string_view::npos && text.rfind("::") != gap) return false;
  if (text.starts_with(':') && !text.starts_with("::")) return false;
  return !text.ends_with(':') || text.ends_with("::");
}

}  // namespace

bool is_inet4_address(std::string_view text) {
  const std::vector<std::string_view> bytes = split(text, '.');
  return bytes.size() == 4 && std::ranges::all_of(bytes, is_decimal_byte);
}

bool is_inet6_address(std::string_view text) {
  if (const std::size_t zone = text.find('%'); zone != std::string_view::npos) {
    if (text.find('%', zone + 1) != std::string_view::npos) return false;
    text = text.substr(0, zone);
  }
  if (!has_colons_in_place(text)) return false;
  const std::vector<std::string_view> groups = groups_of(text);
  if (groups.size() > kGroups) return false;
  std::size_t valid = 0;
  bool after_empty = false;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const bool empty = groups[i].empty();
    if (empty && after_empty) return false;
    after_empty = empty;
    const std::size_t count = empty ? 1 : groups_in(groups[i], i + 1 == groups.size());
    if (count == 0) return false;
    valid += count;
  }
  const bool has_gap = text.find("::") != std::string_view::npos;
  return valid <= kGroups && (valid == kGroups || has_gap);
}

}  // namespace kaflint::startup::kafka_server
