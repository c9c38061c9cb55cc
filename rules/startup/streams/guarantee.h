// Streams' processing.guarantee, on which most of what it decides for its clients hangs.
#pragma once

#include <cstdint>

#include "linter/kafka/config.h"

namespace kaflint::startup::streams {

/// org.apache.kafka.streams.internals.StreamsConfigUtils.ProcessingMode, before 3.2.0
/// StreamThread's.
enum class Guarantee : std::uint8_t {
  at_least_once,
  /// exactly_once: a producer for each task, made when the task is assigned.
  exactly_once_alpha,
  /// exactly_once_beta and exactly_once_v2: a producer for each thread.
  exactly_once_v2,
  /// Written as something that is not known.
  unknown,
};

/// The default stands where nobody wrote the key.
Guarantee guarantee_of(const kafka::ParsedConfig& config);

constexpr bool is_exactly_once(Guarantee guarantee) {
  return guarantee == Guarantee::exactly_once_alpha || guarantee == Guarantee::exactly_once_v2;
}

}  // namespace kaflint::startup::streams
