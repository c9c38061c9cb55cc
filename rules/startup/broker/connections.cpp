// Limits of connections and requests: KafkaConfig's constructor and validateValues.
#include <algorithm>

#include "linter/base/ascii.h"
#include "linter/kafka/java_number.h"
#include "rules/startup/broker/checks.h"

namespace kaflint::startup::kafka_server {
namespace {

constexpr const char* kAuthDelay = "connection.failed.authentication.delay.ms";
constexpr const char* kIdle = "connections.max.idle.ms";
constexpr const char* kPerIp = "max.connections.per.ip";
constexpr const char* kPerIpOverrides = "max.connections.per.ip.overrides";
constexpr const char* kQueueBytes = "queued.max.request.bytes";
constexpr const char* kRequestBytes = "socket.request.max.bytes";

/// Utils.validHostPattern
bool is_host(std::string_view text) {
  return std::ranges::all_of(text, [](char c) {
    return is_digit(c) || is_letter(c) ||
           std::string_view("-%._:").find(c) != std::string_view::npos;
  });
}

void check_idle_time(Server& server) {
  if (server.version() < Version(2, 1, 0)) return;
  Decision decision = server.decide();
  const std::int64_t idle = decision.number(kIdle);
  const std::int64_t delay = decision.number(kAuthDelay);
  decision.require(
      idle < 0 || delay < idle, "broker/connections-idle-below-delay",
      {.named = {kAuthDelay, kIdle}, .at = server.config().is_written(kIdle) ? kIdle : kAuthDelay},
      {{"delay", decision.shown(kAuthDelay)}, {"value", decision.shown(kIdle)}});
}

}  // namespace

bool check_connection_overrides_syntax(Server& server) {
  Decision decision = server.decide();
  const auto pairs = parse_csv_map(decision.text(kPerIpOverrides).value_or(""));
  const auto refuse = [&](std::array<std::string_view, 4> named, std::string value,
                          const char* problem) {
    decision.refuse("broker/invalid-connection-overrides", {.named = named, .at = kPerIpOverrides},
                    {{"value", std::move(value)}, {"problem", problem}});
    return false;
  };
  if (!pairs) return refuse({kPerIpOverrides}, pairs.error(), "is not of the form `host:number`");
  for (const auto& [host, number] : *pairs)
    if (kafka::parse_java_integer(number, INT32_MIN, INT32_MAX).error)
      return refuse({}, number, "is not a whole number");
  decision.conclude_that_it_holds();
  return true;
}

void check_request_queue(Server& server) {
  if (server.version() < Version(1, 0, 0)) return;
  Decision decision = server.decide();
  const std::int64_t queue = decision.number(kQueueBytes);
  const std::int64_t request = decision.number(kRequestBytes);
  decision.require(
      queue <= 0 || queue >= request, "broker/request-queue-too-small",
      {.named = {kQueueBytes, kRequestBytes},
       .at = server.config().is_written(kQueueBytes) ? kQueueBytes : kRequestBytes},
      {{"value", decision.shown(kQueueBytes)}, {"request", decision.shown(kRequestBytes)}});
}

/// The overrides are read here from 4.1.0 on.
void check_connections(Server& server) {
  if (server.version() >= Version(4, 1, 0) && !check_connection_overrides_syntax(server)) return;
  Decision decision = server.decide();
  const auto overrides = parse_csv_map(decision.text(kPerIpOverrides).value_or(""));
  if (server.version() >= Version(2, 0, 0)) {
    const bool none = overrides && overrides->empty();
    decision.require(decision.number(kPerIp) != 0 || !none, "broker/connections-per-ip-zero",
                     {.named = {kPerIp, kPerIpOverrides}, .at = kPerIp});
  }
  if (server.version() >= Version(2, 1, 0) && overrides)
    for (const auto& [host, number] : *overrides)
      if (!is_host(host))
        decision.refuse("broker/invalid-connection-overrides", {.named = {kPerIpOverrides}},
                        {{"value", host}, {"problem", "is not a host"}});
  check_idle_time(server);
}

}  // namespace kaflint::startup::kafka_server
