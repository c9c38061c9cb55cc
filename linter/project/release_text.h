// Kafka releases behind the version texts of builds and images.
#pragma once

#include <optional>
#include <string_view>

#include "linter/kafka/version.h"

namespace kaflint::project {

/// The dotted number that a version text begins with: `3.4.0` of `3.4.0-debian-11-r22`. Empty when
/// it does not begin with one.
std::string_view leading_number(std::string_view text);

/// The known releases that a text which begins with Kafka's version stands for: one for `3.6.1`,
/// `3.6.1-rc0` and `3.6.1.redhat-00003`, the whole line for `3.6`. A patch release that is not
/// known counts as the newest known one of its line. Nothing for any other text, for a mere `3` and
/// for lines that are not known.
std::optional<kafka::VersionSet> releases_of(std::string_view text);

/// The same for a version of the Confluent Platform, such as `7.4.0` or `7.4.3-1-ubi8`: every
/// release of the Kafka line that it packs (rules/dialects/kafka_images.yaml).
std::optional<kafka::VersionSet> releases_of_platform(std::string_view text);

}  // namespace kaflint::project
