// A finding's name across runs: baselines and code-scanning services compare it, so it depends on
// what was found and in which setting, never on lines, columns or wording.
#include <fmt/format.h>

#include <cstdint>
#include <map>

#include "linter/finding/finding.h"

namespace kaflint {
namespace {

constexpr std::uint64_t kFnvOffset = 0xCBF29CE484222325U;
constexpr std::uint64_t kFnvPrime = 0x100000001B3U;

std::uint64_t fnv1a(std::string_view text, std::uint64_t hash) {
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= kFnvPrime;
  }
  return hash;
}

/// Two passes of 64 bits: the second one starts from what the first gave, over the text again.
std::string hash_of(std::string_view text) {
  const std::uint64_t first = fnv1a(text, kFnvOffset);
  const std::uint64_t second = fnv1a(text, first ^ 0x9E3779B97F4A7C15U);
  return fmt::format("{:016x}{:016x}", first, second);
}

/// Zero bytes separate, since none of these texts can hold one.
std::string identity(const std::string& path, const Finding& finding) {
  std::string text;
  for (const std::string_view part :
       {std::string_view("1"), std::string_view(finding.rule), std::string_view(path),
        std::string_view(finding.unit), std::string_view(finding.key)}) {
    text += part;
    text += '\0';
  }
  return text;
}

}  // namespace

void set_fingerprints(const std::string& path, std::vector<Finding>& findings) {
  std::map<std::string, std::uint32_t> seen;
  for (Finding& finding : findings) {
    const std::string text = identity(path, finding);
    const std::uint32_t count = seen[text]++;
    finding.fingerprint = hash_of(fmt::format("{}{}", text, count));
  }
}

}  // namespace kaflint
