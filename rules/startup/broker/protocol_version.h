// Versions of the inter-broker protocol and of the message format, as inter.broker.protocol.version
// and log.message.format.version name them.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

#include "linter/kafka/version.h"

namespace kaflint::startup::kafka_server {

/// kafka.api.ApiVersion, org.apache.kafka.server.common.MetadataVersion: a release line and its
/// internal version, `2.4-IV1`.
struct ProtocolVersion {
  kafka::Version line;
  int internal = 0;
  friend constexpr auto operator<=>(const ProtocolVersion&, const ProtocolVersion&) = default;
};

constexpr ProtocolVersion kFirstWithSaslHandshake{kafka::Version(0, 10, 0), 1};
constexpr ProtocolVersion kFirstOfKraft{kafka::Version(3, 0, 0), 1};
constexpr ProtocolVersion kFirstThatIgnoresMessageFormat{kafka::Version(3, 0, 0), 1};
constexpr ProtocolVersion kFirstWithMigration{kafka::Version(3, 4, 0), 0};
constexpr ProtocolVersion kFirstWithDirectoryAssignment{kafka::Version(3, 7, 0), 2};

/// What ApiVersion.apply and MetadataVersion.fromVersionString make of the text, further segments
/// (`2.4.1`) aside. From 2.1.0 on ConfigDef has already refused what is no version; before, this
/// gives nothing for it.
std::optional<ProtocolVersion> parse_protocol_version(std::string_view text,
                                                      kafka::Version release);

/// RecordVersion: 0 up to 0.9, 1 for 0.10, 2 from 0.11 on.
int record_version(ProtocolVersion version);

}  // namespace kaflint::startup::kafka_server
