#include "linter/finding/finding.h"

#include <array>
#include <tuple>

namespace kaflint {
namespace {

constexpr std::array<std::string_view, 3> kLevels = {"note", "warning", "error"};
constexpr std::array<std::string_view, 4> kConsequences = {"refuses-to-start", "silently-changed",
                                                           "ignored", "risk"};

template <typename Enum, std::size_t Size>
std::optional<Enum> parse(const std::array<std::string_view, Size>& names, std::string_view text) {
  for (std::size_t i = 0; i < Size; ++i)
    if (names[i] == text) return static_cast<Enum>(i);
  return std::nullopt;
}

}  // namespace

std::string_view to_string(Level level) { return kLevels[static_cast<std::size_t>(level)]; }
std::string_view to_string(Consequence consequence) {
  return kConsequences[static_cast<std::size_t>(consequence)];
}
std::optional<Level> parse_level(std::string_view text) { return parse<Level>(kLevels, text); }
std::optional<Consequence> parse_consequence(std::string_view text) {
  return parse<Consequence>(kConsequences, text);
}

Level default_level(Consequence consequence) {
  return consequence == Consequence::refuses_to_start ? Level::error : Level::warning;
}

bool finding_before(const Finding& a, const Finding& b) {
  auto shown = [](const Finding& f) {
    return std::tuple(f.span, std::string_view(f.rule), std::string_view(f.unit),
                      std::string_view(f.key), std::string_view(f.message), f.level, f.consequence);
  };
  return shown(a) < shown(b);
}

}  // namespace kaflint
