// What a release of Spring Cloud Stream's Kafka binder sets by itself.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "linter/dialect/spring_boot_version.h"

namespace kaflint::dialect {

/// The default of spring.cloud.stream.kafka.binder.required-acks, with which the binder always sets
/// acks: `1` up to 5.0.1, `all` since (KafkaBinderConfigurationProperties).
enum class RequiredAcks : std::uint8_t { unknown, one, all };

/// By what a build says, empty where it does not: the release of the binder (`4.1.3`), or else
/// Spring Cloud's release train (`2025.1.1`, `Hoxton.SR12`), or else Boot, whose releases before
/// 4.0 run with binders before 5.0 only.
RequiredAcks required_acks_of(std::string_view binder, std::string_view train,
                              const std::optional<SpringBootVersion>& boot);

}  // namespace kaflint::dialect
