// libyaml counts characters; everything else here counts bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace kaflint::syntax {

/// From the index of a character to the offset of its first byte. Borrows `bytes`, valid UTF-8.
class CharacterOffsets {
 public:
  /// `begin` is where the first character stands: 3 after a byte-order mark.
  CharacterOffsets(std::string_view bytes, std::size_t begin);
  /// An index past the end gives the end.
  std::uint32_t byte(std::size_t index) const;

 private:
  static constexpr std::size_t kStride = 64;
  std::string_view bytes_;
  std::size_t begin_;
  std::vector<std::uint32_t> every_stride_;  // empty for ASCII
};

}  // namespace kaflint::syntax
