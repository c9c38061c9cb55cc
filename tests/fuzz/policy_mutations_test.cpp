// The fuzz target without a fuzzer: the policies of fixtures/policies, damaged at random with a
// fixed seed. With clang, `policy_fuzz` goes on from there.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "tests/unit/source/bytes_of.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace kaflint {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> seeds() {
  std::vector<std::string> paths;
  for (const auto& entry : fs::recursive_directory_iterator(KAFLINT_ROOT "/fixtures/policies"))
    if (entry.path().extension() == ".md" && entry.path().filename() != "README.md")
      paths.push_back(entry.path().string());
  std::ranges::sort(paths);
  std::vector<std::string> texts;
  for (const std::string& path : paths) texts.push_back(bytes_of(path));
  return texts;
}

/// More rounds by KAFLINT_ROUNDS.
int rounds() {
  const char* const asked = std::getenv("KAFLINT_ROUNDS");
  return asked == nullptr ? 1500 : std::atoi(asked);
}

class Mutator {
 public:
  explicit Mutator(std::vector<std::string> from) : from_(std::move(from)) {}

  std::string next() {
    std::string text = pick();
    for (std::size_t slips = 1 + below(4); slips > 0 && !text.empty(); --slips) slip(text);
    return text;
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }
  const std::string& pick() { return from_[below(from_.size())]; }

  /// Mostly in the front matter, which is what is understood.
  std::size_t place_in(const std::string& text) {
    const std::size_t end = text.find("\n---\n");
    return below(below(4) == 0 || end == std::string::npos ? text.size() : end + 1);
  }

  void slip(std::string& text) {
    static constexpr std::string_view kPieces[] = {"{",
                                                   "}",
                                                   "[",
                                                   "]",
                                                   "&a ",
                                                   "*a",
                                                   "!!binary ",
                                                   "\"",
                                                   "'",
                                                   "|\n",
                                                   ">\n",
                                                   ": ",
                                                   "- ",
                                                   "\n",
                                                   "\r\n",
                                                   "---\n",
                                                   "```",
                                                   "## Bad\n",
                                                   "^^^ error: x\n",
                                                   "! error: x\n",
                                                   "\xFF",
                                                   "\xEF\xBB\xBF",
                                                   "\t",
                                                   "%",
                                                   "config[\"acks\"]",
                                                   "role: topic\n",
                                                   "paths: \"[\"\n",
                                                   "<<: *a\n",
                                                   "{value}"};
    const std::size_t at = place_in(text);
    switch (below(5)) {
      case 0:
        text.erase(at, 1 + below(8));
        break;
      case 1: {
        const std::string& other = pick();
        const std::size_t begin = below(other.size());
        text.insert(at, other.substr(begin, 1 + below(60)));
        break;
      }
      case 2:
        text[at] = static_cast<char>(below(256));
        break;
      case 3:
        text.insert(at, kPieces[below(std::size(kPieces))]);
        break;
      default:
        text.erase(at, text.find('\n', at) - at + 1);
        break;
    }
  }

  std::vector<std::string> from_;
  std::minstd_rand random_{11};
};

TEST(PolicyMutations, NeitherCrashNorHang) {
  std::vector<std::string> from = seeds();
  ASSERT_GE(from.size(), 6U);
  Mutator mutator(std::move(from));
  for (int round = 0; round < rounds(); ++round) {
    const std::string text = mutator.next();
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
  }
}

}  // namespace
}  // namespace kaflint
