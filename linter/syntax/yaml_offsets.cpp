#include "linter/syntax/yaml_offsets.h"

#include <algorithm>

namespace kaflint::syntax {
namespace {

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// The length of the valid sequence at the text's begin; 0 if there is none.
std::size_t sequence_length(std::string_view text) {
  auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  const std::size_t length = lead < 0x80 ? 1 : lead >= 0xC2 && lead < 0xE0 ? 2 : (lead & 0xF0U) == 0xE0U ? 3
                             : lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
  if (length == 0 || length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if (!continues(text[i])) return 0;
  const bool overlong = (lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xF0 && byte(1) < 0x90);
  const bool beyond = (lead == 0xED && byte(1) >= 0xA0) || (lead == 0xF4 && byte(1) >= 0x90);
  return overlong || beyond ? 0 : length;
}

}  // namespace

CharacterOffsets::CharacterOffsets(std::string_view bytes, std::size_t begin)
    : bytes_(bytes), begin_(begin) {
  const auto high = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  if (std::ranges::none_of(bytes.substr(begin), high)) return;
  std::size_t index = 0;
  for (std::size_t i = begin; i < bytes.size(); ++i) {
    if (continues(bytes[i])) continue;
    if (index++ % kStride == 0) every_stride_.push_back(static_cast<std::uint32_t>(i));
  }
}

std::uint32_t CharacterOffsets::byte(std::size_t index) const {
  if (every_stride_.empty())
    return static_cast<std::uint32_t>(std::min(begin_ + index, bytes_.size()));
  if (index / kStride >= every_stride_.size()) return static_cast<std::uint32_t>(bytes_.size());
  std::size_t at = every_stride_[index / kStride];
  for (std::size_t rest = index % kStride; rest > 0 && at < bytes_.size(); --rest) {
    ++at;
    while (at < bytes_.size() && continues(bytes_[at])) ++at;
  }
  return static_cast<std::uint32_t>(at);
}

std::size_t find_invalid_utf8(std::string_view bytes) {
  std::size_t i = 0;
  while (i < bytes.size()) {
    if (static_cast<unsigned char>(bytes[i]) < 0x80) {
      ++i;
      continue;
    }
    const std::size_t length = sequence_length(bytes.substr(i));
    if (length == 0) return i;
    i += length;
  }
  return std::string_view::npos;
}

}  // namespace kaflint::syntax
