// Addresses with a host and a port, as the expression of org.apache.kafka.common.utils.Utils reads
// them for Streams and for the quorum's settings.
#include <algorithm>

#include "linter/kafka/java_number.h"
#include "linter/kafka/named_validators.h"

namespace kaflint::kafka {
namespace {

bool is_letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_scheme_char(char c) {
  return is_letter_or_digit(c) || std::string_view("-%._").find(c) != std::string_view::npos;
}
bool is_host_char(char c) { return is_scheme_char(c) || c == ':'; }

// What `.` does not match: line ends, also U+0085, U+2028 and U+2029.
bool has_line_end(std::string_view text) {
  for (std::string_view end : {"\n", "\r", "\u0085", "\u2028", "\u2029"})
    if (text.find(end) != std::string_view::npos) return true;
  return false;
}

// Removes `scheme://`; a slash can stand nowhere else.
bool drop_scheme(std::string_view& text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return true;
  const std::size_t mark = text.find("://");
  if (mark == std::string_view::npos || mark + 1 != slash) return false;
  if (!std::ranges::all_of(text.substr(0, mark), is_scheme_char)) return false;
  text.remove_prefix(mark + 3);
  return true;
}

}  // namespace

bool is_address(std::string_view text, AddressRules rules) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return false;
  const std::string_view port = text.substr(colon + 1);
  if (port.find_first_not_of("0123456789") != std::string_view::npos) return false;
  if (parse_java_integer(port, 0, rules.max_port).error) return false;
  std::string_view host = text.substr(0, colon);
  if (rules.any_prefix) return !has_line_end(host);
  if (!drop_scheme(host)) return false;
  if (host.starts_with('[')) host.remove_prefix(1);
  if (host.ends_with(']')) host.remove_suffix(1);
  return std::ranges::all_of(host, is_host_char) && !(rules.host_needed && host.empty());
}

}  // namespace kaflint::kafka
