// Case and splitting as Java does them, on UTF-8.
#include "linter/kafka/java_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "linter/base/text.h"
#include "linter/base/utf8.h"

namespace kaflint::kafka {
namespace {

// The characters outside of ASCII whose upper case is ASCII.
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kUpperCases = {{
    {"\u00DF", "SS"},
    {"\u0131", "I"},
    {"\u017F", "S"},
    {"\uFB00", "FF"},
    {"\uFB01", "FI"},
    {"\uFB02", "FL"},
    {"\uFB03", "FFI"},
    {"\uFB04", "FFL"},
    {"\uFB05", "ST"},
    {"\uFB06", "ST"},
}};

constexpr std::string_view kLongS = "\u017F";

}  // namespace

bool is_java_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::string_view strip_java_blanks(std::string_view text) {
  while (!text.empty() && is_java_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_java_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> split_at_commas(std::string_view text) {
  std::vector<std::string_view> items = split(text, ',');
  for (std::size_t i = 0; i < items.size(); ++i) {
    // The expression has to meet a comma, so blanks at the very ends stay.
    std::string_view& item = items[i];
    while (i > 0 && !item.empty() && is_java_blank(item.front())) item.remove_prefix(1);
    while (i + 1 < items.size() && !item.empty() && is_java_blank(item.back()))
      item.remove_suffix(1);
  }
  return items;
}

std::string upper_case(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const auto* special = std::ranges::find_if(
        kUpperCases, [&](const auto& entry) { return text.starts_with(entry.first); });
    if (special != kUpperCases.end()) {
      result += special->second;
      text.remove_prefix(special->first.size());
      continue;
    }
    const char c = text.front();
    result += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    text.remove_prefix(1);
  }
  return result;
}

bool equals_ignoring_java_case(std::string_view text, std::string_view word) {
  if (equals_ignoring_ascii_case(text, word)) return true;
  if (text.find(kLongS) == std::string_view::npos) return false;
  std::string plain(text);
  for (std::size_t at = 0; (at = plain.find(kLongS, at)) != std::string::npos; ++at)
    plain.replace(at, kLongS.size(), "s");
  return equals_ignoring_ascii_case(plain, word);
}

std::vector<std::uint16_t> utf16_units(std::string_view text) {
  std::vector<std::uint16_t> units;
  for (std::size_t at = 0; at < text.size();) {
    const std::uint32_t size = utf8_sequence(text, at);
    const char32_t point = size == 0 ? U'?' : utf8_code_point(text, at, size);
    if (point >= 0x10000) {
      units.push_back(static_cast<std::uint16_t>(0xD800 + ((point - 0x10000) >> 10U)));
      units.push_back(static_cast<std::uint16_t>(0xDC00 + (point & 0x3FFU)));
    } else {
      units.push_back(static_cast<std::uint16_t>(point));
    }
    at += std::max(size, 1U);
  }
  return units;
}

std::uint32_t hash_map_hash(std::string_view text) {
  std::uint32_t hash = 0;
  for (const std::uint16_t unit : utf16_units(text)) hash = 31 * hash + unit;
  return hash ^ (hash >> 16U);
}

}  // namespace kaflint::kafka
