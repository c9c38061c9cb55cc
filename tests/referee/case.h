// A configuration that is put before a judge, and what the judge says: the lines that the referee's
// programs exchange.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "linter/kafka/role.h"
#include "linter/kafka/version.h"

namespace kaflint::referee {

using Json = nlohmann::json;
using Config = std::map<std::string, std::string, std::less<>>;

struct Case {
  kafka::Role role = kafka::Role::producer;
  kafka::Version release;
  Config config;
};

/// Values by key; nothing for Kafka's null.
using Values = std::map<std::string, std::optional<std::string>, std::less<>>;

/// What one side says about a case.
struct Answer {
  /// `starts` or `refuses`; of kaflint also `undetermined`; of Kafka also `environment` (the
  /// machine is at fault) and `unsupported` (the release has no such role).
  std::string outcome;
  /// The key that a refusal is about.
  std::optional<std::string> key;
  /// Of Kafka: all keys that its message names. Of kaflint: the rule.
  std::vector<std::string> named;
  /// Of Kafka: exception and message. Of kaflint: the keys that it would have to know.
  std::string message;
  Values effective;
  /// The clients that Streams builds, by name.
  std::map<std::string, Answer, std::less<>> clients;
};

/// Reads a line; throws std::runtime_error for what is not a case. `role` and `release` of the line
/// may be missing where the others are given.
Case parse_case(const std::string& line, std::optional<kafka::Role> role,
                std::optional<kafka::Version> release);
Json to_json(const Case& test);
Answer parse_answer(const Json& json);
Json to_json(const Answer& answer);

}  // namespace kaflint::referee
