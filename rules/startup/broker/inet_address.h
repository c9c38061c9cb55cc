// Which texts are IP addresses to the library that Kafka asks when two listeners share a port.
#pragma once

#include <string_view>

namespace kaflint::startup::kafka_server {

/// org.apache.commons.validator.routines.InetAddressValidator.isValidInet4Address
bool is_inet4_address(std::string_view text);

/// InetAddressValidator.isValidInet6Address; a zone after `%` is allowed.
bool is_inet6_address(std::string_view text);

inline bool is_inet_address(std::string_view text) {
  return is_inet4_address(text) || is_inet6_address(text);
}

}  // namespace kaflint::startup::kafka_server
