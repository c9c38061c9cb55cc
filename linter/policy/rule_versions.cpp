#include "linter/base/text.h"
#include "linter/policy/rule.h"

namespace kaflint::policy {
namespace {

/// `3.0.1..` to `3.0.1..4.4.0`, `..2.8` to `0.11.0.0..2.8`; anything else as it is.
std::string closed(std::string_view interval) {
  const std::size_t dots = interval.find("..");
  std::string result(interval);
  if (dots == std::string_view::npos || interval == "..") return result;
  if (dots + 2 == interval.size()) result += kafka::newest_release().to_string();
  if (dots == 0) result.insert(0, kafka::known_releases().front().to_string());
  return result;
}

}  // namespace

std::expected<kafka::VersionSet, std::string> parse_rule_versions(std::string_view text) {
  if (trim_java(text).empty()) return kafka::VersionSet::all();
  kafka::VersionSet versions;
  for (std::string_view piece : split(text, ',')) {
    const auto part = kafka::parse_version_request(closed(trim_java(piece)));
    if (!part) return std::unexpected(part.error());
    versions.insert(*part);
  }
  return versions;
}

}  // namespace kaflint::policy
