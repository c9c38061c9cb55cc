// The listeners that brokers advertise to clients, and the protocols that they speak there.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "linter/dialect/unit.h"
#include "linter/kafka/version.h"
#include "rules/startup/broker/endpoints.h"

namespace kaflint::policy {

struct OfferedListener {
  std::string host;  // in lower case; may be empty
  std::string port;
  startup::kafka_server::SecurityProtocol protocol;
};

struct OfferedListeners {
  std::vector<OfferedListener> listeners;  // without those for controllers
  const dialect::Setting* from = nullptr;  // null for Kafka's default
};

/// KafkaConfig.effectiveAdvertisedBrokerListeners. Nothing where they depend on what is not known,
/// or where Kafka would refuse them.
std::optional<OfferedListeners> offered_listeners(const dialect::Unit& broker,
                                                  kafka::Version version);

}  // namespace kaflint::policy
