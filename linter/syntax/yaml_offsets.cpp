#include "linter/syntax/yaml_offsets.h"

#include <algorithm>

#include "linter/base/utf8.h"

namespace kaflint::syntax {
CharacterOffsets::CharacterOffsets(std::string_view bytes, std::size_t begin)
    : bytes_(bytes), begin_(begin) {
  const auto high = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  if (std::ranges::none_of(bytes.substr(begin), high)) return;
  std::size_t index = 0;
  for (std::size_t i = begin; i < bytes.size(); ++i) {
    if (continues_utf8(bytes[i])) continue;
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
    while (at < bytes_.size() && continues_utf8(bytes_[at])) ++at;
  }
  return static_cast<std::uint32_t>(at);
}

}  // namespace kaflint::syntax
