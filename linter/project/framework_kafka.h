// The kafka-clients that frameworks bring (rules/dialects/framework_kafka.yaml).
#pragma once

#include <optional>
#include <string_view>

#include "linter/kafka/version.h"

namespace kaflint::project {

/// The releases of which one comes with `framework`, such as `Quarkus`, in its release `version`,
/// such as `3.2.4` or `2.13.7.Final`. Nothing for releases that are not known.
std::optional<kafka::VersionSet> kafka_of_framework(std::string_view framework,
                                                    std::string_view version);

}  // namespace kaflint::project
