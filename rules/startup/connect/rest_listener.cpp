#include "rules/startup/connect/rest_listener.h"

#include <algorithm>
#include <string>

#include "linter/base/ascii.h"
#include "linter/base/text.h"

namespace kaflint::startup {
namespace {

bool is_host_character(char c) {
  return is_digit(c) || is_letter(c) || c == '-' || c == '%' || c == '.' || c == '_' || c == ':';
}

bool is_port(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return !text.empty() && std::ranges::all_of(text, is_digit);
}

}  // namespace

std::string_view rest_listener_problem(std::string_view listener) {
  constexpr std::string_view kShape = "is not of the form `http://host:port`";
  const std::size_t scheme = listener.rfind("://");
  const std::size_t colon = listener.rfind(':');
  if (scheme == std::string_view::npos || colon <= scheme + 2) return kShape;
  std::string_view host = listener.substr(scheme + 3, colon - scheme - 3);
  if (host.starts_with('[')) host.remove_prefix(1);
  if (host.ends_with(']')) host.remove_suffix(1);
  if (!is_port(listener.substr(colon + 1)) || !std::ranges::all_of(host, is_host_character))
    return kShape;
  const std::string protocol = ascii_lower(listener.substr(0, scheme));
  return protocol == "http" || protocol == "https" ? "" : "is neither `http` nor `https`";
}

}  // namespace kaflint::startup
