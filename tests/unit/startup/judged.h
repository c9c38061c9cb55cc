// A configuration put to a role's mirror, and the verdict in one line.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/kafka/config.h"
#include "linter/kafka/verdict.h"
#include "rules/startup/startup.h"

namespace kaflint::startup_test {

using Settings = std::initializer_list<std::pair<std::string_view, std::string_view>>;

inline kafka::Verdict judge(kafka::Role role, kafka::Version version,
                            const kafka::WrittenConfig& written,
                            kafka::Completeness completeness = kafka::Completeness::complete) {
  const kafka::ParsedConfig config(kafka::catalog(role), version, written, completeness);
  return kafka::judge(config, startup::mirror(role));
}

inline kafka::Verdict judge(kafka::Role role, std::string_view version,
                            const kafka::WrittenConfig& written,
                            kafka::Completeness completeness = kafka::Completeness::complete) {
  return judge(role, *kafka::Version::parse(version), written, completeness);
}

inline kafka::Verdict judge(kafka::Role role, std::string_view version, Settings settings,
                            kafka::Completeness completeness = kafka::Completeness::complete) {
  kafka::WrittenConfig written;
  for (const auto& [key, value] : settings) written.set(key, std::string(value));
  return judge(role, version, written, completeness);
}

/// `starts`, `undetermined`, or each refusal as `rule at key`, in Kafka's order.
inline std::string in_words(const kafka::Verdict& verdict) {
  if (verdict.outcome != kafka::Outcome::refuses) return std::string(to_string(verdict.outcome));
  std::string words;
  for (const kafka::Refusal& refusal : verdict.refusals) {
    if (!words.empty()) words += ", ";
    words += refusal.rule.text();
    if (refusal.key) words += " at " + *refusal.key;
  }
  return words;
}

/// Each change as `rule at cause`.
inline std::vector<std::string> changes_of(const kafka::Verdict& verdict) {
  std::vector<std::string> changes;
  for (const kafka::Change& change : verdict.changes)
    changes.push_back(std::string(change.rule.text()) + " at " + change.cause);
  return changes;
}

inline std::string judged(kafka::Role role, std::string_view version, Settings settings) {
  return in_words(judge(role, version, settings));
}

}  // namespace kaflint::startup_test
