// What a dialect or a check has found, before rule files give it words and a level.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "linter/base/rule_id.h"
#include "linter/finding/fix.h"
#include "linter/kafka/verdict.h"
#include "linter/source/span.h"

namespace kaflint {

enum class Consequence : std::uint8_t { refuses_to_start, silently_changed, ignored, risk };

struct Related {
  Span span;
  std::string message;  // `the later value`
};

struct Diagnostic {
  RuleId rule;
  /// Nothing for what is absent.
  std::optional<Span> span;
  std::string key;  // Kafka's key, or empty
  /// For the placeholders of the rule's message.
  kafka::Arguments arguments;
  std::vector<Related> related;
  std::vector<Fix> fixes;
  /// Where it is not the rule's usual one.
  std::optional<Consequence> consequence = std::nullopt;
};

}  // namespace kaflint
