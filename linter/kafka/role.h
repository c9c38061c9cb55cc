// The components of Kafka that read a configuration.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace kaflint::kafka {

enum class Role : std::uint8_t {
  producer,
  consumer,
  share_consumer,
  admin,
  streams,
  broker,
  topic,
  connect_distributed,
  connect_standalone,
  source_connector,
  sink_connector,
  group,
  mirrormaker,
};

inline constexpr std::array kAllRoles = {Role::producer,
                                         Role::consumer,
                                         Role::share_consumer,
                                         Role::admin,
                                         Role::streams,
                                         Role::broker,
                                         Role::topic,
                                         Role::connect_distributed,
                                         Role::connect_standalone,
                                         Role::source_connector,
                                         Role::sink_connector,
                                         Role::group,
                                         Role::mirrormaker};

/// `producer`, `share-consumer`, `connect-distributed` ...: as in --role and in every report.
std::string_view to_string(Role role);
std::optional<Role> parse_role(std::string_view text);

}  // namespace kaflint::kafka
