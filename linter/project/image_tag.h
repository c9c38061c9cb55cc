// The Kafka version behind the name of a container image.
#pragma once

#include <optional>
#include <string_view>

#include "linter/kafka/version.h"

namespace kaflint::project {

struct ImageName {
  std::string_view owner;  // `confluentinc`; empty for `kafka:3.7.0`
  std::string_view image;  // `cp-kafka`
  std::string_view tag;    // `7.4.0`; empty when there is none
};

/// The parts of `registry.example:5000/confluentinc/cp-kafka:7.4.0@sha256:...`, registry and digest
/// left away.
ImageName parse_image(std::string_view image);

/// Whether the tags of images of that name tell the version of Kafka, whatever this tag is.
bool tells_kafka(std::string_view image);

/// The Kafka releases that the image may hold, by its tag. Nothing for images that are not known to
/// hold Kafka, and for tags without a version: none, `latest`, `3`, `${TAG}`. Several releases
/// where the tag names only a line, or a version of the Confluent Platform.
std::optional<kafka::VersionSet> kafka_of_image(std::string_view image);

/// What the image makes of its environment: the name of a family of
/// rules/dialects/container_env.yaml, or `none` where that is no configuration. Empty where it is
/// not known.
std::string_view environment_of_image(std::string_view image);

}  // namespace kaflint::project
