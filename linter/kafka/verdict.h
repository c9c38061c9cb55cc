// What the real Kafka code of one version would do with a configuration. Machine truth, no prose:
// compared with the real jars in tests.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/rule_id.h"
#include "linter/kafka/config.h"

namespace kaflint::kafka {

enum class Outcome : std::uint8_t { starts, refuses, undetermined };
std::string_view to_string(Outcome outcome);

/// Values for the placeholders of the rule's message; `key` and `kafka` are always there.
using Arguments = std::map<std::string, std::string, std::less<>>;

struct Refusal {
  RuleId rule;
  /// The key that Kafka's exception is about; nothing where it names none.
  std::optional<std::string> key;
  Arguments arguments;
  /// The written key at which a finding points, when it is not `key`: `producer.acks` of Streams
  /// for the `acks` of its producer.
  std::string cause = {};
  friend bool operator==(const Refusal&, const Refusal&) = default;
};

/// The written key to which a refusal's finding belongs: Kafka's exception may name none though one
/// is at fault. Empty when there is none. A view into `refusal`.
std::string_view key_at_fault(const Refusal& refusal);

/// Something that Kafka does differently from what is written or from the documented default.
struct Change {
  RuleId rule;
  /// The written key that causes it, where the finding points: may differ from the changed one.
  std::string cause;
  std::string key;
  Arguments arguments;
  friend bool operator==(const Change&, const Change&) = default;
};

enum class Origin : std::uint8_t { written, default_, framework, kafka };
std::string_view to_string(Origin origin);

struct EffectiveValue {
  /// In convertToString's form; nothing for null (also a generated client.id). Passwords are
  /// `[hidden]`.
  std::optional<std::string> value;
  Origin origin = Origin::default_;
};

/// What the running component uses instead of ParsedConfig's value.
struct Override {
  std::string value;
  /// Whether Kafka decided; otherwise it is the same value in another spelling.
  bool by_kafka = true;
};

struct ClientVerdict;

struct Verdict {
  Version version;
  Outcome outcome = Outcome::undetermined;
  /// Every refusal that is certain, in Kafka's order; the first is the one that Kafka reports.
  std::vector<Refusal> refusals;
  std::vector<Change> changes;
  /// Keys whose values are needed for a decision, when the outcome is undetermined.
  std::vector<std::string> unknown;
  std::map<std::string, Override, std::less<>> overrides;
  /// The clients that the component builds inside, in the order in which it builds them.
  std::vector<ClientVerdict> clients;
};

/// What a component hands to a client that it builds inside, and from where it has each setting.
class DerivedConfig {
 public:
  /// The component itself decides this value.
  void set(std::string_view key, std::string_view value);
  /// The component passes on what was written as `source`.
  void pass_on(std::string_view key, const std::optional<std::string>& value,
               std::string_view source);
  void erase(std::string_view key);
  const WrittenConfig& written() const { return written_; }
  /// The component's written key from which the client has this setting; empty when the component
  /// decided it, or does not give it.
  std::string_view source_of(std::string_view key) const;

 private:
  WrittenConfig written_;
  std::map<std::string, std::string, std::less<>> sources_;
};

/// How a client inside of a component fares: a Verdict of its own, in the client's own keys.
struct ClientVerdict {
  Role role = Role::producer;
  std::string name;  // `main-consumer`, unique within its component
  /// Whether the component cannot start without it: then it refuses where the client does, and is
  /// undetermined where the client is.
  bool required = true;
  Completeness completeness = Completeness::complete;
  DerivedConfig config;
  Verdict verdict;
};

/// What a startup mirror reports to. The mirror goes through the real class's checks in their
/// order.
class StartupReport {
 public:
  explicit StartupReport(Verdict& verdict) : verdict_(verdict) {}
  /// `cause` is the written key at which a finding points, when it is not `key`.
  void refuse(RuleId rule, std::optional<std::string> key, Arguments arguments = {},
              std::string cause = {});
  /// For what the class checks before ConfigDef.parse: such refusals come before ConfigDef's own.
  void refuse_before_parsing(RuleId rule, std::optional<std::string> key, Arguments arguments = {});
  /// `key` gets `value` though something else is written or documented.
  void change(RuleId rule, std::string_view cause, std::string_view key, std::string_view value,
              Arguments arguments = {});
  /// The written `key` has no effect, or another one than it says, and keeps its value.
  void unused(RuleId rule, std::string_view key, Arguments arguments = {});
  /// `key` gets `value`, which nobody would call a surprise.
  void set(std::string_view key, std::string_view value);
  /// `key` keeps its value and origin, which the running component spells `value` (`all` as `-1`).
  void respell(std::string_view key, std::string_view value);
  /// The next check cannot be decided without this key.
  void needs(std::string_view key);
  /// A client that the component builds at this point. What the client changes is reported for the
  /// component where a written key of the component is the cause.
  void client(ClientVerdict client);

 private:
  void inherit_refusals(const ClientVerdict& client);
  void inherit_changes(const ClientVerdict& client);

  Verdict& verdict_;
  std::ptrdiff_t before_parsing_ = 0;
};

/// Mirrors what the class of a role does after ConfigDef.parse. It is called even when ConfigDef
/// already refuses (then the bad values are unknown to it), so that all mistakes are found at once.
using StartupMirror = void (*)(const ParsedConfig&, StartupReport&);

/// `mirror` may be null: then the outcome is refuses or undetermined.
Verdict judge(const ParsedConfig& config, StartupMirror mirror);

/// Every key of the role with what the running component uses. `framework_keys` get that origin.
std::map<std::string, EffectiveValue> effective_values(
    const ParsedConfig& config, const Verdict& verdict,
    const std::vector<std::string>& framework_keys);

/// The same for a client inside: what the component decided has origin `kafka`.
std::map<std::string, EffectiveValue> effective_values(const ClientVerdict& client);

}  // namespace kaflint::kafka
