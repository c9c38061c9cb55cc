// What MirrorMaker's own file says to the workers that it starts.
#pragma once

#include <array>
#include <string_view>

namespace kaflint::startup {

/// Beginnings of the keys that the workers of all flows take although no cluster's alias stands
/// before them: org.apache.kafka.connect.mirror.MirrorMakerConfig.workerConfig.
inline constexpr auto kMirrorWorkerPrefixes = std::to_array<std::string_view>(
    {"offset.storage", "config.storage", "status.storage", "key.converter", "value.converter",
     "header.converter", "task", "worker"});

}  // namespace kaflint::startup
