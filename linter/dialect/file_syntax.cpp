#include "linter/dialect/file_syntax.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>

#include "linter/base/text.h"
#include "linter/dialect/common.h"

namespace kaflint::dialect {
namespace {

bool contains(std::string_view bytes, std::string_view needle) {
  return memmem(bytes.data(), bytes.size(), needle.data(), needle.size()) != nullptr;
}

// `afka` finds both spellings of the name in one pass; the others are keys that a file without the
// name can hold.
constexpr std::array<std::string_view, 5> kYamlNeedles = {"afka", "AFKA", "bootstrap.servers",
                                                          "connector.class", ".properties"};
constexpr std::array<std::string_view, 9> kPropertiesNeedles = {
    "afka", "bootstrap.servers", "connector.class", "group.id", "broker.id",
    "acks", "process.roles",     "application.id",  "log.dirs"};
// Of JSON files only connectors and JulieOps' descriptors are read.
constexpr std::string_view kConnectorNeedle = "\"connector.class\"";
constexpr std::string_view kDescriptorNeedle = "\"projects\"";

}  // namespace

FileSyntax syntax_of(std::string_view path) {
  const std::string name = ascii_lower(file_name(path));
  if (name.ends_with(".properties")) return FileSyntax::properties;
  if (name.ends_with(".yml") || name.ends_with(".yaml")) return FileSyntax::yaml;
  if (name.ends_with(".json")) return FileSyntax::json;
  if (name.ends_with(".env") || name.starts_with(".env.")) return FileSyntax::dotenv;
  return FileSyntax::other;
}

bool has_needle(std::string_view bytes, FileSyntax syntax) {
  const auto found = [bytes](std::string_view needle) { return contains(bytes, needle); };
  switch (syntax) {
    case FileSyntax::properties:
      return std::ranges::any_of(kPropertiesNeedles, found);
    case FileSyntax::yaml:
      return std::ranges::any_of(kYamlNeedles, found);
    case FileSyntax::json:
      return found(kConnectorNeedle) || (found(kDescriptorNeedle) && has_topic_needle(bytes));
    case FileSyntax::dotenv:
      return found("KAFKA_") || found("CONNECT_");
    case FileSyntax::other:
      break;
  }
  return false;
}

bool has_topic_needle(std::string_view bytes) {
  return contains(bytes, "partitions") || contains(bytes, "retention.ms");
}

}  // namespace kaflint::dialect
