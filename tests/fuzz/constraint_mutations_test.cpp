// The fuzz target without a fuzzer: the constraints of rules/LANGUAGE.md, damaged at random with a
// fixed seed. With clang, `constraint_fuzz` goes on from there.
#include <gtest/gtest.h>

#include <cstdint>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace kaflint {
namespace {

std::vector<std::string> seeds() {
  std::ifstream file(KAFLINT_ROOT "/rules/LANGUAGE.md", std::ios::binary);
  const std::string page{std::istreambuf_iterator<char>(file), {}};
  std::vector<std::string> result;
  for (const std::string_view line : split(page, '\n')) {
    const std::size_t open = line.find('`');
    const std::size_t close = line.find("` |", open + 1);
    if (line.starts_with("| `") && close != std::string_view::npos)
      result.emplace_back(line.substr(open + 1, close - open - 1));
  }
  return result;
}

TEST(ConstraintMutations, NeitherCrashNorHang) {
  const std::vector<std::string> from = seeds();
  ASSERT_GT(from.size(), 50U);
  std::minstd_rand random(7);
  const auto below = [&](std::size_t limit) { return random() % limit; };
  for (int round = 0; round < 30000; ++round) {
    std::string text = from[below(from.size())];
    for (std::size_t slips = below(6); slips > 0 && !text.empty(); --slips) {
      const std::string& other = from[below(from.size())];
      const std::size_t at = below(text.size());
      switch (below(4)) {
        case 0:
          text.erase(at, 1 + below(5));
          break;
        case 1:
          text.insert(at, other.substr(below(other.size())));
          break;
        case 2:
          text[at] = static_cast<char>(below(256));
          break;
        default:
          text += text;
          break;
      }
    }
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
  }
}

}  // namespace
}  // namespace kaflint
