// Widths follow Unicode's East_Asian_Width (W and F) and the emoji that terminals draw wide; ranges
// are merged over unassigned gaps, which nobody shows.
#include "linter/report/display.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

#include "linter/base/utf8.h"

namespace kaflint::report {
namespace {

constexpr std::uint32_t kTabStop = 4;

struct Range {
  char32_t first;
  char32_t last;
};

constexpr std::array kCombining = {
    Range{0x0300, 0x036F},  Range{0x0483, 0x0489}, Range{0x0591, 0x05BD}, Range{0x05BF, 0x05C7},
    Range{0x0610, 0x061A},  Range{0x064B, 0x065F}, Range{0x0670, 0x0670}, Range{0x06D6, 0x06DC},
    Range{0x0900, 0x0902},  Range{0x093C, 0x093C}, Range{0x0941, 0x0948}, Range{0x094D, 0x094D},
    Range{0x0E31, 0x0E31},  Range{0x0E34, 0x0E3A}, Range{0x0E47, 0x0E4E}, Range{0x1160, 0x11FF},
    Range{0x1AB0, 0x1AFF},  Range{0x1DC0, 0x1DFF}, Range{0x20D0, 0x20FF}, Range{0x302A, 0x302D},
    Range{0x3099, 0x309A},  Range{0xFE00, 0xFE0F}, Range{0xFE20, 0xFE2F}, Range{0x1F3FB, 0x1F3FF},
    Range{0xE0100, 0xE01EF}};

constexpr std::array kWide = {
    Range{0x1100, 0x115F},   Range{0x231A, 0x231B},   Range{0x23E9, 0x23EC},
    Range{0x25FD, 0x25FE},   Range{0x2614, 0x2615},   Range{0x2648, 0x2653},
    Range{0x267F, 0x267F},   Range{0x2693, 0x2693},   Range{0x26A1, 0x26A1},
    Range{0x26AA, 0x26AB},   Range{0x26BD, 0x26BE},   Range{0x26C4, 0x26C5},
    Range{0x26D4, 0x26D4},   Range{0x26EA, 0x26EA},   Range{0x26F2, 0x26F5},
    Range{0x26FA, 0x26FD},   Range{0x2705, 0x2705},   Range{0x270A, 0x270B},
    Range{0x2728, 0x2728},   Range{0x274C, 0x274E},   Range{0x2753, 0x2757},
    Range{0x2795, 0x2797},   Range{0x27B0, 0x27BF},   Range{0x2B1B, 0x2B1C},
    Range{0x2B50, 0x2B55},   Range{0x2E80, 0x303E},   Range{0x3041, 0x4DBF},
    Range{0x4E00, 0xA4CF},   Range{0xA960, 0xA97F},   Range{0xAC00, 0xD7A3},
    Range{0xF900, 0xFAFF},   Range{0xFE30, 0xFE6F},   Range{0xFF01, 0xFF60},
    Range{0xFFE0, 0xFFE6},   Range{0x16FE0, 0x18CFF}, Range{0x1AFF0, 0x1B2FF},
    Range{0x1F18E, 0x1F18E}, Range{0x1F191, 0x1F19A}, Range{0x1F200, 0x1F320},
    Range{0x1F32D, 0x1F64F}, Range{0x1F680, 0x1F6FF}, Range{0x1F7E0, 0x1F7F0},
    Range{0x1F90C, 0x1F9FF}, Range{0x1FA70, 0x1FAFF}, Range{0x20000, 0x3FFFD}};

/// Invisible, or moving what stands beside them: they could make a report lie.
constexpr std::array kEscaped = {
    Range{0x0080, 0x009F}, Range{0x00AD, 0x00AD},  Range{0x061C, 0x061C}, Range{0x180E, 0x180E},
    Range{0x200B, 0x200F}, Range{0x2028, 0x202E},  Range{0x2060, 0x206F}, Range{0xFEFF, 0xFEFF},
    Range{0xFFF9, 0xFFFB}, Range{0xE0000, 0xE007F}};

bool is_in(std::span<const Range> ranges, char32_t c) {
  const auto found = std::ranges::lower_bound(ranges, c, {}, &Range::last);
  return found != ranges.end() && found->first <= c;
}

Glyph escaped(std::uint32_t bytes, std::string text) {
  const auto width = static_cast<std::uint32_t>(text.size());
  return {bytes, width, std::move(text)};
}

}  // namespace

Glyph glyph_at(std::string_view text, std::size_t at, std::uint32_t column) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte == '\t') {
    const std::uint32_t width = kTabStop - column % kTabStop;
    return {1, width, std::string(width, ' ')};
  }
  if (byte < 0x20 || byte == 0x7F) return escaped(1, fmt::format("\\x{:02x}", byte));
  if (byte < 0x80) return {1, 1, std::string(1, text[at])};
  const std::uint32_t size = utf8_sequence(text, at);
  if (size == 0) return escaped(1, fmt::format("\\x{:02x}", byte));
  const char32_t c = utf8_code_point(text, at, size);
  if (is_in(kEscaped, c))
    return escaped(size, fmt::format("\\u{{{:x}}}", static_cast<std::uint32_t>(c)));
  const std::uint32_t width = is_in(kCombining, c) ? 0U : is_in(kWide, c) ? 2U : 1U;
  return {size, width, std::string(text.substr(at, size))};
}

std::string printable(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\t' || text[at] == '\n') {
      result += text[at++] == '\t' ? "\\t" : "\\n";
      continue;
    }
    const Glyph glyph = glyph_at(text, at, 0);
    result += glyph.text;
    at += glyph.bytes;
  }
  return result;
}

std::uint32_t display_width(std::string_view text) {
  std::uint32_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Glyph glyph = glyph_at(text, at, width);
    width += glyph.width;
    at += glyph.bytes;
  }
  return width;
}

}  // namespace kaflint::report
