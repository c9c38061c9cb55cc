// How one check reads its settings: every decision knows which of them it was told and which it
// only assumes, so that nothing is refused that somebody else may still write.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/kafka/verdict.h"

namespace kaflint::startup::kafka_server {

using kafka::Version;

/// The keys that a decision rests on although their values are not certain.
class Evidence {
 public:
  /// Written as something that cannot be known, or refused by ConfigDef.
  void add_unknown(std::string_view key) { unknown_.emplace_back(key); }
  /// Not written in an incomplete configuration: the default was taken.
  void add_assumed(std::string_view key) { assumed_.emplace_back(key); }
  void add(const Evidence& other);
  const std::vector<std::string>& unknown() const { return unknown_; }
  const std::vector<std::string>& assumed() const { return assumed_; }

 private:
  std::vector<std::string> unknown_;
  std::vector<std::string> assumed_;
};

/// What Kafka's exception is about.
struct Blame {
  /// The keys that its message names, in their order.
  std::array<std::string_view, 4> named = {};
  /// The written key at which a person looks for the mistake; the named one if empty.
  std::string_view at = {};
  /// Whether the message begins with the first of them (`requirement failed: ` aside). One that
  /// does not, and names several, is about none.
  bool begins_with_key = true;
};

/// One check's view of the configuration. A value that is not known is replaced by the default, or
/// by nothing, and the check then refuses nothing.
class Decision {
 public:
  Decision(const kafka::ParsedConfig& config, kafka::StartupReport& report)
      : config_(config), report_(report) {}

  Version version() const { return config_.version(); }
  /// originals.containsKey, after KafkaConfig.populateSynonyms.
  bool written(std::string_view key);
  std::int64_t number(std::string_view key) { return optional_number(key).value_or(0); }
  /// Nothing for null.
  std::optional<std::int64_t> optional_number(std::string_view key);
  bool boolean(std::string_view key);
  /// Nothing for null.
  std::optional<std::string> text(std::string_view key);
  /// Nothing for null.
  std::optional<std::vector<std::string>> list(std::string_view key);
  /// In convertToString's form; empty for null.
  std::string shown(std::string_view key);

  void rely_on(const Evidence& evidence) { evidence_.add(evidence); }
  const Evidence& evidence() const { return evidence_; }

  /// Says that the keys are needed if the decision could go otherwise with other values.
  void conclude_that_it_holds();
  /// Refuses, or says what is needed to be certain.
  void refuse(RuleId rule, const Blame& blame, kafka::Arguments arguments = {});
  /// refuse() unless it holds.
  void require(bool holds, RuleId rule, const Blame& blame, kafka::Arguments arguments = {});

 private:
  const kafka::ConfigValue& value(std::string_view key);
  std::optional<std::string> key_of(const Blame& blame) const;

  const kafka::ParsedConfig& config_;
  kafka::StartupReport& report_;
  Evidence evidence_;
};

}  // namespace kaflint::startup::kafka_server
