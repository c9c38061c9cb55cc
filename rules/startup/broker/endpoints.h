// How a broker reads its listeners: the syntax, without any settings.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/kafka/version.h"

namespace kaflint::startup::kafka_server {

/// org.apache.kafka.common.security.auth.SecurityProtocol
enum class SecurityProtocol : std::uint8_t { plaintext, ssl, sasl_plaintext, sasl_ssl, trace };

/// SecurityProtocol.forName: in any case; TRACE exists in 0.11 only.
std::optional<SecurityProtocol> security_protocol(std::string_view name, kafka::Version version);
std::string_view to_string(SecurityProtocol protocol);
inline bool uses_sasl(SecurityProtocol protocol) {
  return protocol == SecurityProtocol::sasl_plaintext || protocol == SecurityProtocol::sasl_ssl;
}

/// CoreUtils.parseCsvList, Csv.parseCsvList: items between commas, empty ones dropped.
std::vector<std::string> parse_csv_list(std::string_view text);

/// String.split(","): nothing is trimmed, empty items at the end are dropped.
std::vector<std::string> split_at_each_comma(std::string_view text);

/// CoreUtils.parseCsvMap, Csv.parseCsvMap: `key:value` pairs, split at the last colon. The error is
/// the pair that has none.
std::expected<std::vector<std::pair<std::string, std::string>>, std::string> parse_csv_map(
    std::string_view text);

struct EndPoint {
  std::string listener;             // in upper case
  std::optional<std::string> host;  // nothing: every interface
  std::int64_t port = 0;
  SecurityProtocol protocol = SecurityProtocol::plaintext;
  friend bool operator==(const EndPoint&, const EndPoint&) = default;
};

/// `NAME://host:port` as kafka.cluster.EndPoint and SocketServerConfigs split it, whether the port
/// is an int or not.
struct ListenerText {
  std::string_view name;
  std::string_view host;
  std::string_view port;
};
std::optional<ListenerText> split_listener(std::string_view text);

/// EndPoint.parseListenerName: as far as the first colon from 3.9.0 on, by the whole expression
/// before. Nothing where it throws.
std::optional<std::string> parse_listener_name(std::string_view text, kafka::Version version);

/// ListenerName.normalised
std::string normalised(std::string_view listener);

/// Where two listeners have the same port although they must not
/// (CoreUtils.listenerListToEndPoints, KIP-797).
enum class PortConflict : std::uint8_t { none, same_port, needs_ipv4_and_ipv6 };
PortConflict port_conflict(const std::vector<EndPoint>& endpoints, kafka::Version version,
                           std::int64_t& port);

}  // namespace kaflint::startup::kafka_server
