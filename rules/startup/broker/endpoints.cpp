#include "rules/startup/broker/endpoints.h"

#include <algorithm>
#include <array>
#include <map>

#include "linter/base/ascii.h"
#include "linter/base/text.h"
#include "linter/kafka/java_text.h"
#include "rules/startup/broker/inet_address.h"

namespace kaflint::startup::kafka_server {
namespace {

using kafka::Version;

constexpr std::array<std::string_view, 5> kProtocols = {"PLAINTEXT", "SSL", "SASL_PLAINTEXT",
                                                        "SASL_SSL", "TRACE"};

bool is_host_character(char c) {
  return is_digit(c) || is_letter(c) || std::string_view("-%._:").find(c) != std::string_view::npos;
}

bool has_line_end(std::string_view text) {
  for (std::string_view end : {"\n", "\r", "\u0085", "\u2028", "\u2029"})
    if (text.find(end) != std::string_view::npos) return true;
  return false;
}

// String.split with `\s*,\s*`: like split_at_commas, but without empty items at the end and with
// the blanks at both ends.
std::vector<std::string_view> split_pairs(std::string_view text) {
  std::vector<std::string_view> items = kafka::split_at_commas(text);
  if (items.size() > 1)
    while (!items.empty() && items.back().empty()) items.pop_back();
  return items;
}

PortConflict conflict_among(const std::vector<const EndPoint*>& same_port) {
  std::vector<const EndPoint*> with_ip;
  for (const EndPoint* each : same_port)
    if (each->host && is_inet_address(*each->host)) with_ip.push_back(each);
  const std::size_t without_ip = same_port.size() - with_ip.size();
  if (without_ip > 1) return PortConflict::same_port;
  if (with_ip.empty()) return PortConflict::none;
  if (with_ip.size() != 2 || without_ip > 0) return PortConflict::needs_ipv4_and_ipv6;
  const std::string& a = *with_ip[0]->host;
  const std::string& b = *with_ip[1]->host;
  const bool both_families =
      (is_inet4_address(a) && is_inet6_address(b)) || (is_inet6_address(a) && is_inet4_address(b));
  return both_families ? PortConflict::none : PortConflict::needs_ipv4_and_ipv6;
}

}  // namespace

std::optional<SecurityProtocol> security_protocol(std::string_view name, Version version) {
  const std::string upper = kafka::upper_case(name);
  const auto found = std::ranges::find(kProtocols, upper);
  if (found == kProtocols.end()) return std::nullopt;
  const auto protocol = static_cast<SecurityProtocol>(found - kProtocols.begin());
  if (protocol == SecurityProtocol::trace && version >= Version(1, 0, 0)) return std::nullopt;
  return protocol;
}

std::string_view to_string(SecurityProtocol protocol) {
  return kProtocols[static_cast<std::size_t>(protocol)];
}

std::vector<std::string> parse_csv_list(std::string_view text) {
  std::vector<std::string> result;
  for (const std::string_view item : kafka::split_at_commas(text))
    if (!item.empty()) result.emplace_back(item);
  return result;
}

std::vector<std::string> split_at_each_comma(std::string_view text) {
  std::vector<std::string_view> items = split(text, ',');
  if (items.size() > 1)
    while (!items.empty() && items.back().empty()) items.pop_back();
  return {items.begin(), items.end()};
}

std::expected<std::vector<std::pair<std::string, std::string>>, std::string> parse_csv_map(
    std::string_view text) {
  std::vector<std::pair<std::string, std::string>> result;
  if (text.empty()) return result;
  for (const std::string_view pair : split_pairs(text)) {
    const std::size_t colon = pair.rfind(':');
    if (colon == std::string_view::npos) return std::unexpected(std::string(pair));
    const std::string_view key = trim_java(pair.substr(0, colon));
    const std::string_view value = trim_java(pair.substr(colon + 1));
    const auto same = std::ranges::find(result, key, [](const auto& entry) { return entry.first; });
    if (same == result.end())
      result.emplace_back(key, value);
    else
      same->second = value;
  }
  return result;
}

std::optional<ListenerText> split_listener(std::string_view text) {
  const std::size_t mark = text.rfind("://");
  if (mark == std::string_view::npos) return std::nullopt;
  const std::string_view name = text.substr(0, mark);
  const std::string_view rest = text.substr(mark + 3);
  const std::size_t colon = rest.rfind(':');
  if (colon == std::string_view::npos || has_line_end(name)) return std::nullopt;
  std::string_view host = rest.substr(0, colon);
  const std::string_view port = rest.substr(colon + 1);
  const std::string_view digits = port.starts_with('-') ? port.substr(1) : port;
  if (digits.empty() || !std::ranges::all_of(digits, is_digit)) return std::nullopt;
  if (host.starts_with('[')) host.remove_prefix(1);
  if (host.ends_with(']')) host.remove_suffix(1);
  if (!std::ranges::all_of(host, is_host_character)) return std::nullopt;
  return ListenerText{name, host, port};
}

std::optional<std::string> parse_listener_name(std::string_view text, Version version) {
  if (version < Version(3, 9, 0)) {
    const auto parts = split_listener(text);
    return parts ? std::optional(normalised(parts->name)) : std::nullopt;
  }
  const std::size_t colon = text.find(':');
  return colon == std::string_view::npos ? std::nullopt
                                         : std::optional(normalised(text.substr(0, colon)));
}

std::string normalised(std::string_view listener) { return kafka::upper_case(listener); }

PortConflict port_conflict(const std::vector<EndPoint>& endpoints, Version version,
                           std::int64_t& port) {
  std::map<std::int64_t, std::vector<const EndPoint*>> by_port;
  for (const EndPoint& each : endpoints)
    if (each.port != 0) by_port[each.port].push_back(&each);
  for (const auto& [number, same_port] : by_port) {
    if (same_port.size() < 2) continue;
    port = number;
    if (version < Version(3, 6, 0)) return PortConflict::same_port;
    const PortConflict conflict = conflict_among(same_port);
    if (conflict != PortConflict::none) return conflict;
  }
  return PortConflict::none;
}

}  // namespace kaflint::startup::kafka_server
