// Fetching from other brokers: KafkaConfig.validateValues.
#include "rules/startup/broker/checks.h"

namespace kaflint::startup::kafka_server {
namespace {

constexpr const char* kFetchWait = "replica.fetch.wait.max.ms";
constexpr const char* kLagTime = "replica.lag.time.max.ms";
constexpr const char* kSocketTimeout = "replica.socket.timeout.ms";

}  // namespace

void check_replica_fetch_wait(Server& server) {
  for (const char* most : {kSocketTimeout, kLagTime}) {
    Decision decision = server.decide();
    const char* subject = most == kSocketTimeout ? most : kFetchWait;  // of Kafka's sentence
    decision.require(
        decision.number(kFetchWait) <= decision.number(most), "broker/replica-fetch-wait-too-long",
        {.named = {subject, kFetchWait, most},
         .at = server.config().is_written(kFetchWait) ? std::string_view(kFetchWait) : most},
        {{"wait", decision.shown(kFetchWait)}, {"other", most}, {"most", decision.shown(most)}});
  }
}

}  // namespace kaflint::startup::kafka_server
