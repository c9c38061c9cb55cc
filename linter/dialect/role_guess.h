// Which component a flat map of settings is for, by its file's name and its keys.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "linter/kafka/role.h"

namespace kaflint::dialect {

struct KeyAndValue {
  std::string_view key;
  std::string_view value;
};

struct RoleGuess {
  kafka::Role role = kafka::Role::producer;
  /// Nothing else adds settings: a server, worker or connector file.
  bool complete = false;
  std::string why;  // `the file's name`, `12 of 14 keys are a broker's`
};

/// Nothing when the keys are not Kafka's (a prefix before each, librdkafka's names), when they are
/// those of several components, or when they say nothing about which one. `file_name` is the last
/// component of a path or the name of a ConfigMap's entry, and may be empty.
std::optional<RoleGuess> guess_role(std::string_view file_name, std::span<const KeyAndValue> pairs);

/// Whether a key says that the map is for librdkafka or a client built on it, whose settings Java's
/// rules do not fit.
bool is_librdkafka(std::span<const KeyAndValue> pairs);

/// The role that was asked for, in place of a guess: for what was guessed to be Kafka's, and for
/// any map with `least` keys of that role. The guess itself when none was asked for.
std::optional<RoleGuess> asked_or_guessed(std::optional<kafka::Role> asked,
                                          std::optional<RoleGuess> guess,
                                          std::span<const KeyAndValue> pairs, std::size_t least);

/// Whether the name alone is one that Kafka's own tools and scripts use.
bool is_kafka_file_name(std::string_view file_name);

}  // namespace kaflint::dialect
