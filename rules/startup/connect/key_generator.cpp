#include "rules/startup/connect/key_generator.h"

#include "linter/base/text.h"

namespace kaflint::startup {
namespace {

std::optional<std::string> unless(bool accepted, const char* expected) {
  return accepted ? std::nullopt : std::optional<std::string>(expected);
}

}  // namespace

std::optional<std::string> missed_key_size(std::string_view algorithm, std::int64_t size) {
  const std::string name = ascii_lower(algorithm);
  if (name == "hmacmd5" || name == "hmacsha1") return std::nullopt;
  if (name.starts_with("hmacsha")) return unless(size >= 40, "at least 40");
  if (name == "aes") return unless(size == 128 || size == 192 || size == 256, "128, 192 or 256");
  if (name == "arcfour" || name == "rc4" || name == "rc2")
    return unless(size >= 40 && size <= 1024, "from 40 to 1024");
  if (name == "blowfish")
    return unless(size >= 32 && size <= 448 && size % 8 == 0, "a multiple of 8 from 32 to 448");
  if (name == "chacha20") return unless(size == 256, "256");
  if (name == "des") return unless(size == 56, "56");
  if (name == "desede" || name == "tripledes")
    return unless(size == 112 || size == 168, "112 or 168");
  if (name.starts_with("suntls")) return "none at all";
  return std::nullopt;
}

}  // namespace kaflint::startup
