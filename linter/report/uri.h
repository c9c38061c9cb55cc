// Paths as reports spell them.
#pragma once

#include <string>
#include <string_view>

namespace kaflint::report {

/// The path, with each byte that is no valid UTF-8 percent-encoded.
std::string utf8_path(std::string_view path);

/// A relative URI reference, or a file URI for an absolute path: all but unreserved characters and
/// `/` percent-encoded (RFC 3986).
std::string uri_of(std::string_view path);

}  // namespace kaflint::report
