// A source of chance that gives the same numbers everywhere, unlike the standard library's
// distributions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace kaflint::referee {

class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}

  /// From 0 to `size` - 1; `size` is not 0.
  std::size_t below(std::size_t size) { return engine_() % size; }
  bool percent(unsigned chance) { return engine_() % 100 < chance; }
  std::int64_t between(std::int64_t first, std::int64_t last) {
    const auto size = static_cast<std::uint64_t>(last) - static_cast<std::uint64_t>(first) + 1;
    const std::uint64_t offset = size == 0 ? engine_() : engine_() % size;
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(first) + offset);
  }
  template <typename Item>
  const Item& of(const std::vector<Item>& items) {
    return items[below(items.size())];
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace kaflint::referee
