#include "rules/startup/client.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>

#include "linter/base/ascii.h"
#include "linter/base/text.h"

namespace kaflint::startup {
namespace {

using kafka::Version;

bool is_host_character(char c, bool colon) {
  return is_digit(c) || is_letter(c) || c == '-' || c == '%' || c == '.' || c == '_' ||
         (colon && c == ':');
}

/// The text before the last colon, when only digits follow it.
bool split_port(std::string_view url, std::string_view& host, std::string_view& port) {
  const std::size_t colon = url.rfind(':');
  if (colon == std::string_view::npos) return false;
  host = url.substr(0, colon);
  port = url.substr(colon + 1);
  return !port.empty() && std::ranges::all_of(port, is_digit);
}

/// The pattern of Utils.getHost and getPort: from 4.0.0 on only a scheme and brackets may surround
/// the host; before, anything might.
bool has_host_and_port(std::string_view url, Version version) {
  std::string_view host, port;
  if (!split_port(url, host, port)) return false;
  if (version < Version(4, 0, 0)) return host.find_first_of("\r\n") == std::string_view::npos;
  if (const std::size_t scheme = host.find("://"); scheme != std::string_view::npos) {
    auto plain = [](char c) { return is_host_character(c, false); };
    if (std::ranges::all_of(host.substr(0, scheme), plain)) host.remove_prefix(scheme + 3);
  }
  if (host.starts_with('[')) host.remove_prefix(1);
  if (host.ends_with(']')) host.remove_suffix(1);
  return std::ranges::all_of(host, [](char c) { return is_host_character(c, true); });
}

/// InetSocketAddress takes ports up to 65535.
bool port_in_range(std::string_view url) {
  std::string_view host, port;
  split_port(url, host, port);
  unsigned number = 0;
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), number);
  return error == std::errc() && end == port.data() + port.size() && number <= 65535;
}

}  // namespace

void check_bootstrap_servers(const kafka::ParsedConfig& config, kafka::StartupReport& report) {
  constexpr const char* kKey = "bootstrap.servers";
  if (!config.is_written(kKey) && config.completeness() == kafka::Completeness::incomplete) {
    report.needs(kKey);
    return;
  }
  const kafka::ConfigValue* value = config.find(kKey);
  if (value == nullptr) return;
  const auto* urls = std::get_if<std::vector<std::string>>(value);
  if (urls == nullptr) return;
  bool any = false;
  for (const std::string& url : *urls) {
    if (url.empty()) continue;
    any = true;
    const bool shaped = has_host_and_port(url, config.version());
    if (shaped && port_in_range(url)) continue;
    report.refuse(
        "any/invalid-bootstrap-servers", kKey,
        {{"value", url},
         {"problem", shaped ? "has a port beyond 65535" : "is not of the form `host:port`"}});
    return;
  }
  if (!any)
    report.refuse("any/invalid-bootstrap-servers", kKey,
                  {{"value", ""}, {"problem", "names no server"}});
}

void check_sasl_mechanism(const kafka::ParsedConfig& config, kafka::StartupReport& report) {
  if (config.version() < Version(3, 3, 0)) return;
  const auto protocol = config.string("security.protocol");
  const auto* mechanism = config.find("sasl.mechanism");
  if (!protocol || mechanism == nullptr) return;
  if (!ascii_lower(*protocol).starts_with("sasl_")) return;
  const auto* name = std::get_if<std::string>(mechanism);
  if (name == nullptr || name->empty())
    report.refuse("any/sasl-needs-mechanism", "sasl.mechanism", {{"protocol", *protocol}});
}

void check_security_protocol(const kafka::ParsedConfig& config, kafka::StartupReport& report) {
  if (config.version() >= Version(3, 3, 0)) return;
  const auto protocol = config.string("security.protocol");
  if (!protocol) return;
  const std::string name = ascii_lower(*protocol);
  if (name != "plaintext" && name != "ssl" && name != "sasl_plaintext" && name != "sasl_ssl")
    report.refuse("any/unknown-security-protocol", std::nullopt,
                  {{"key", "security.protocol"}, {"value", *protocol}});
}

}  // namespace kaflint::startup
