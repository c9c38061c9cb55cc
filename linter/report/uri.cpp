// Percent-encoding of what a format cannot hold otherwise.
#include "linter/report/uri.h"

#include <fmt/format.h>

#include "linter/base/utf8.h"

namespace kaflint::report {
namespace {

bool unreserved(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

std::string encoded(char c) { return fmt::format("%{:02X}", static_cast<unsigned char>(c)); }

}  // namespace

std::string utf8_path(std::string_view path) {
  std::string result;
  for (std::size_t at = 0; at < path.size();) {
    const std::uint32_t size = utf8_sequence(path, at);
    if (size == 0)
      result += encoded(path[at++]);
    else
      result += path.substr(at, size);
    at += size;
  }
  return result;
}

std::string uri_of(std::string_view path) {
  std::string result = path.starts_with('/') ? "file://" : "";
  while (path.starts_with("./")) path.remove_prefix(2);
  for (const char c : path) result += unreserved(c) || c == '/' ? std::string(1, c) : encoded(c);
  return result;
}

}  // namespace kaflint::report
