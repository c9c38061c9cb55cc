// Where the catalog's tables keep a key. The compiler of the tables and their reader share it.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace kaflint::kafka::tables {

/// Keys share long beginnings and ends, so that every byte has to count.
inline std::uint32_t key_hash(std::string_view key) {
  static_assert(std::endian::native == std::endian::little);
  constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15U;
  std::uint64_t hash = key.size();
  while (!key.empty()) {
    const std::size_t size = key.size() < 8 ? key.size() : 8;
    std::uint64_t word = 0;
    std::memcpy(&word, key.data(), size);
    hash = (hash ^ word) * kOdd;
    hash ^= hash >> 32;
    key.remove_prefix(size);
  }
  return static_cast<std::uint32_t>(hash);
}

}  // namespace kaflint::kafka::tables
