#include "linter/policy/rule.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "linter/base/check.h"
#include "linter/base/text.h"
#include "linter/base/utf8.h"

namespace kaflint::policy {
namespace {

/// Code points of one argument that a message shows; a longer one is cut in its middle.
constexpr std::size_t kLongest = 120;

/// The name of a rule without its folder.
std::string_view stem(std::string_view id) { return id.substr(id.find('/') + 1); }

std::size_t distance(std::string_view id, std::string_view other, std::size_t limit) {
  const std::size_t whole = edit_distance(id, other, limit);
  return id.find('/') == std::string_view::npos
             ? std::min(whole, edit_distance(id, stem(other), limit))
             : whole;
}

/// One line of printable UTF-8, whatever the value holds: control characters escaped as Java would
/// write them, bytes that are no UTF-8 replaced.
std::string printable(std::string_view text) {
  std::vector<std::string> characters;
  for (std::size_t i = 0; i < text.size();) {
    const std::uint32_t size = utf8_sequence(text, i);
    const char32_t code_point = size == 0 ? U'\uFFFD' : utf8_code_point(text, i, size);
    if (code_point == '\n')
      characters.emplace_back("\\n");
    else if (code_point == '\t')
      characters.emplace_back("\\t");
    else if (code_point == '\r')
      characters.emplace_back("\\r");
    else if (code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0) ||
             (code_point >= 0x2028 && code_point <= 0x202E) ||
             (code_point >= 0x2066 && code_point <= 0x2069))
      characters.push_back(fmt::format("\\u{:04x}", static_cast<std::uint32_t>(code_point)));
    else
      append_utf8(characters.emplace_back(), code_point);
    i += std::max(size, 1U);
  }
  if (characters.size() > kLongest) {
    const auto half = static_cast<std::ptrdiff_t>(kLongest / 2);
    characters.erase(characters.begin() + half, characters.end() - half);
    characters.insert(characters.begin() + half, "…");
  }
  return fmt::format("{}", fmt::join(characters, ""));
}

}  // namespace

const Rule* find_rule(std::string_view id) {
  const std::span<const Rule> all = rules();
  const auto found = std::ranges::lower_bound(all, id, {}, &Rule::id);
  return found != all.end() && found->id == id ? &*found : nullptr;
}

std::vector<std::string_view> similar_rules(std::string_view id) {
  const std::size_t limit = std::clamp<std::size_t>(id.size() / 3, 1, 6);
  std::vector<std::pair<std::size_t, std::string_view>> near;
  for (const Rule& rule : rules())
    if (const std::size_t far = distance(id, rule.id, limit); far <= limit)
      near.emplace_back(far, rule.id);
  std::ranges::sort(near);
  std::vector<std::string_view> result;
  for (const auto& [far, name] : near)
    if (result.size() < 3) result.push_back(name);
  return result;
}

std::string render_message(const Rule& rule, const kafka::Arguments& arguments) {
  std::string result;
  const std::string_view message = rule.message;
  for (std::size_t i = 0; i < message.size(); ++i) {
    const char c = message[i];
    if (c != '{' || message.substr(i, 2) == "{{") {
      // A doubled brace stands for itself.
      if (c == '{' || c == '}') ++i;
      result += c;
      continue;
    }
    const std::size_t close = message.find('}', i);
    const auto argument = arguments.find(message.substr(i + 1, close - i - 1));
    KAFLINT_CHECK(argument != arguments.end(), message);
    result += printable(argument->second);
    i = close;
  }
  return result;
}

}  // namespace kaflint::policy
