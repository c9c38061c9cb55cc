// SASL between brokers: KafkaConfig.validateValues.
#include "rules/startup/broker/checks.h"

#include "linter/base/text.h"
#include "linter/kafka/config_def.h"

namespace kaflint::startup::kafka_server {
namespace {

constexpr const char* kEnabled = "sasl.enabled.mechanisms";
constexpr const char* kMechanism = "sasl.mechanism.inter.broker.protocol";
constexpr const char* kPrincipalBuilder = "principal.builder.class";
constexpr const char* kProtocolVersion = "inter.broker.protocol.version";

/// KafkaConfig.saslEnabledMechanisms: those of the listener, if it has its own (from 1.1.0 on).
Names enabled_mechanisms(Server& server, Decision& decision, std::string_view listener) {
  const Names common = decision.list(kEnabled).value_or(Names());
  if (server.version() < Version(1, 1, 0)) return common;
  const std::string key = "listener.name." + ascii_lower(listener) + "." + kEnabled;
  const std::optional<std::string>* text = server.config().written().find(key);
  const auto definition = server.config().definition(kEnabled);
  if (text == nullptr || !definition) return common;
  if (!*text) {
    Evidence unknown;
    unknown.add_unknown(key);
    decision.rely_on(unknown);
    return common;
  }
  const auto value = kafka::parse_value(*definition, **text, server.version());
  const auto* own = value ? std::get_if<Names>(&*value) : nullptr;
  return own == nullptr ? common : *own;
}

}  // namespace

/// From 3.0.0 on the builder is one that can also write principals down (KafkaPrincipalSerde).
/// Whether a class does is not known here, but the classes of Java itself do not.
void check_principal_builder(Server& server) {
  if (server.version() < Version(3, 0, 0)) return;
  Decision decision = server.decide();
  const std::string name = decision.text(kPrincipalBuilder).value_or("");
  decision.require(!name.starts_with("java."), "broker/principal-builder-without-serde",
                   {.named = {kPrincipalBuilder}}, {{"value", name}});
}

void check_inter_broker_sasl(Server& server) {
  const Derived<InterBrokerListener>* listener = server.inter_broker_listener();
  if (listener == nullptr) return;
  Decision decision = server.decide();
  decision.rely_on(listener->evidence);
  if (!uses_sasl(listener->value.protocol)) return decision.conclude_that_it_holds();
  const std::string mechanism = decision.text(kMechanism).value_or("");
  if (server.version() < Version(4, 0, 0)) {
    const Derived<ProtocolVersion>* protocol = server.inter_broker_protocol();
    if (protocol != nullptr) {
      Decision handshake = decision;
      handshake.rely_on(protocol->evidence);
      handshake.require(protocol->value >= kFirstWithSaslHandshake || mechanism == "GSSAPI",
                        "broker/sasl-mechanism-needs-protocol", {.named = {kProtocolVersion}},
                        {{"mechanism", mechanism}, {"value", handshake.shown(kProtocolVersion)}});
    }
  }
  if (server.version() >= Version(1, 1, 0) && !server.overrides_are_valid(listener->value.name))
    return;
  const Names enabled = enabled_mechanisms(server, decision, listener->value.name);
  decision.require(
      contains(enabled, mechanism), "broker/sasl-mechanism-not-enabled",
      {.named = {kMechanism, kEnabled},
       .at = server.config().is_written(kMechanism) ? kMechanism : kEnabled},
      {{"mechanism", mechanism}, {"listener", listener->value.name}, {"enabled", joined(enabled)}});
}

}  // namespace kaflint::startup::kafka_server
