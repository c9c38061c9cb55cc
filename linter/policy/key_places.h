// Who reads a key of a unit: the component itself, the clients inside of it, or a plug-in.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "linter/kafka/catalog.h"
#include "linter/kafka/role.h"
#include "linter/kafka/version.h"

namespace kaflint::policy {

/// The components that would get a key, and under which name.
struct KeyPlace {
  std::span<const kafka::RoleCatalog> readers;  // of static storage, never empty
  /// What precedes the readers' own name in the written key: `producer.`,
  /// `listener.name.external.`.
  std::size_t prefix_size = 0;
  /// The first release in which the component hands on what stands behind this prefix.
  kafka::Version since = {0, 11, 0, 0};
};

/// StreamsConfig.getClientConfigs, Worker.baseProducerConfigs and its like,
/// ListenerName.configPrefix, MirrorMakerConfig.clusterProps. `clusters` are MirrorMaker's aliases;
/// their settings are behind no prefix where these are not known.
KeyPlace place_of(kafka::Role role, std::string_view key,
                  std::span<const std::string> clusters = {});

/// Whether one of the readers defines the key in that version.
bool is_defined(const KeyPlace& place, std::string_view name, kafka::Version version);

/// The releases in which one of the readers defines the key.
kafka::ReleaseMask releases_of(const KeyPlace& place, std::string_view name);

/// Whether serializers, converters, interceptors, authorizers or other well-known plug-ins read the
/// key from the map of the component that loads them.
bool is_third_party_key(kafka::Role role, std::string_view key);

/// `producer`, `distributed Connect worker`: for messages.
std::string_view role_in_words(kafka::Role role);

}  // namespace kaflint::policy
