// Suggestions by edit distance, more tolerant for longer names.
#include "linter/base/suggest.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "linter/base/text.h"

namespace kaflint {

std::vector<std::string_view> nearest(std::string_view text,
                                      const std::vector<std::string_view>& known) {
  const std::size_t limit = std::clamp<std::size_t>(text.size() / 3, 1, 4);
  std::vector<std::pair<std::size_t, std::string_view>> near;
  for (const std::string_view name : known)
    if (const std::size_t distance = edit_distance(text, name, limit); distance <= limit)
      near.emplace_back(distance, name);
  std::ranges::sort(near);
  std::vector<std::string_view> out;
  for (const auto& [distance, name] : near)
    if (out.size() < 3 && std::ranges::find(out, name) == out.end()) out.push_back(name);
  return out;
}

std::string did_you_mean(const std::vector<std::string_view>& names) {
  if (names.empty()) return {};
  std::string out = "; did you mean ";
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += i + 1 == names.size() ? " or " : ", ";
    out += fmt::format("`{}`", names[i]);
  }
  return out + "?";
}

}  // namespace kaflint
