// What Spring Boot and Spring Kafka set by themselves.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "linter/dialect/common.h"
#include "linter/dialect/spring_boot_version.h"
#include "linter/dialect/spring_role.h"
#include "linter/kafka/role.h"

namespace kaflint::dialect {

inline constexpr std::string_view kSpringBoot = "Spring Boot";
inline constexpr std::string_view kSpringKafka = "Spring Kafka";

/// What Boot puts into every client's map itself, weaker than anything written.
void add_boot_values(kafka::Role role, const std::optional<SpringBootVersion>& boot,
                     UnitBuilder& builder);

/// DefaultKafkaProducerFactory makes a producer with a transactional id idempotent, where nothing
/// else is written; one whose id comes out of the map since Boot 2.2.
void add_idempotence_of_transactions(const std::optional<SpringBootVersion>& boot,
                                     UnitBuilder& builder);

/// KafkaStreamsAnnotationDrivenConfiguration.defaultKafkaStreamsConfig without a typed
/// application-id: the application's own name is put over what the maps say.
void name_streams_application(std::span<const ActiveDocument> documents, const SpringLookup& lookup,
                              UnitBuilder& builder);

}  // namespace kaflint::dialect
