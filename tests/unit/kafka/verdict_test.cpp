// Outcomes, refusals in Kafka's order and effective values.
#include "linter/kafka/verdict.h"

#include <gtest/gtest.h>

namespace kaflint::kafka {
namespace {

const Version k3_6(3, 6, 2);

struct Judged {
  WrittenConfig written;
  Verdict verdict;
};

using Entries = std::initializer_list<std::pair<std::string_view, std::optional<std::string>>>;

Judged judged(Entries entries, StartupMirror mirror) {
  Judged result;
  for (const auto& [key, value] : entries) result.written.set(key, value);
  const ParsedConfig config(catalog(Role::producer), k3_6, result.written, Completeness::complete);
  result.verdict = judge(config, mirror);
  return result;
}

void starts(const ParsedConfig&, StartupReport&) {}
void needs_acks(const ParsedConfig&, StartupReport& report) {
  report.needs("acks");
  report.needs("acks");
}
void refuses(const ParsedConfig&, StartupReport& report) {
  report.refuse("any/invalid-value", std::nullopt, {{"value", "v"}});
}
void changes(const ParsedConfig&, StartupReport& report) {
  report.change("any/invalid-value", "acks", "enable.idempotence", "false", {{"why", "w"}});
  report.set("acks", "-1");
}

TEST(Judge, Outcomes) {
  EXPECT_EQ(judged({{"acks", "1"}}, starts).verdict.outcome, Outcome::starts);
  EXPECT_EQ(judged({{"acks", "1"}}, nullptr).verdict.outcome, Outcome::undetermined);
  EXPECT_EQ(judged({{"acks", "9"}}, nullptr).verdict.outcome, Outcome::refuses);
  EXPECT_EQ(judged({}, refuses).verdict.outcome, Outcome::refuses);
  EXPECT_EQ(judged({{"acks", std::nullopt}}, starts).verdict.outcome, Outcome::undetermined);
  EXPECT_EQ(judged({}, needs_acks).verdict.unknown, std::vector<std::string>{"acks"});
  EXPECT_EQ(judged({{"retries", "x"}}, needs_acks).verdict.unknown, std::vector<std::string>{});
}

TEST(Judge, RefusalsOfConfigDefComeFirst) {
  const Verdict verdict =
      judged({{"acks", "9"}, {"retries", "x"}, {"linger.ms", "-1"}}, refuses).verdict;
  ASSERT_EQ(verdict.refusals.size(), 4U);
  EXPECT_EQ(verdict.version, k3_6);
  EXPECT_EQ(verdict.refusals[0].key, "retries");
  EXPECT_EQ(verdict.refusals[0].rule, RuleId("any/invalid-value"));
  EXPECT_EQ(
      verdict.refusals[0].arguments,
      (Arguments{
          {"expected", "a whole number from 0 to 2147483647"}, {"type", "int"}, {"value", "x"}}));
  EXPECT_EQ(verdict.refusals[1].key, "acks");
  EXPECT_EQ(verdict.refusals[2].key, "linger.ms");
  EXPECT_EQ(verdict.refusals[2].rule, RuleId("any/value-out-of-range"));
  EXPECT_EQ(verdict.refusals[3].key, std::nullopt);
}

TEST(Judge, SomeValidatorsThrowWithoutSayingWhichKeyTheyRead) {
  const auto key = [](Role role, Version version, std::string_view name, std::string_view value) {
    WrittenConfig written;
    written.set(name, std::string(value));
    const Verdict verdict =
        judge(ParsedConfig(catalog(role), version, written, Completeness::incomplete), nullptr);
    EXPECT_EQ(verdict.refusals.size(), 1U) << name << "=" << value;
    return verdict.refusals.empty() ? "" : verdict.refusals[0].key.value_or("none");
  };
  constexpr const char* kVoters = "controller.quorum.voters";
  EXPECT_EQ(key(Role::broker, k3_6, kVoters, "x"), kVoters);
  EXPECT_EQ(key(Role::broker, k3_6, kVoters, "1@h:x"), kVoters);
  EXPECT_EQ(key(Role::broker, k3_6, kVoters, "1@h:1,a@h:1"), "none");
  EXPECT_EQ(key(Role::broker, k3_6, kVoters, "1@h:65536"), "none");
  EXPECT_EQ(key(Role::broker, k3_6, kVoters, "1@h,1@h:65536"), kVoters);
  constexpr const char* kServers = "controller.quorum.bootstrap.servers";
  EXPECT_EQ(key(Role::broker, Version(3, 8, 1), kServers, "x"), "none");
  EXPECT_EQ(key(Role::broker, Version(3, 9, 0), kServers, "x"), kServers);
  EXPECT_EQ(key(Role::broker, Version(3, 9, 0), kServers, "h:65536"), "none");
  EXPECT_EQ(key(Role::connect_standalone, k3_6, "response.http.headers.config", "x"), "none");
  EXPECT_EQ(key(Role::connect_standalone, Version(2, 8, 2), "admin.listeners", ","), "none");
  EXPECT_EQ(key(Role::connect_standalone, k3_6, "admin.listeners", ","), "admin.listeners");
  EXPECT_EQ(key(Role::streams, k3_6, "topology.optimization", "x"), "none");
}

TEST(Judge, MissingKeys) {
  WrittenConfig written;
  const ParsedConfig config(catalog(Role::producer), Version(4, 4, 0), written,
                            Completeness::complete);
  const Verdict verdict = judge(config, starts);
  ASSERT_EQ(verdict.refusals.size(), 1U);
  EXPECT_EQ(verdict.refusals[0].rule, RuleId("any/missing-required-key"));
  EXPECT_EQ(verdict.refusals[0].key, "bootstrap.servers");
}

std::map<std::string, EffectiveValue> effective(
    std::initializer_list<std::pair<std::string_view, std::string_view>> entries,
    StartupMirror mirror) {
  WrittenConfig written;
  for (const auto& [key, value] : entries) written.set(key, std::string(value));
  const ParsedConfig config(catalog(Role::producer), k3_6, written, Completeness::complete);
  return effective_values(config, judge(config, mirror), {"linger.ms"});
}

void expect_value(const EffectiveValue& value, std::optional<std::string> text, Origin origin) {
  EXPECT_EQ(value.value, text);
  EXPECT_EQ(value.origin, origin);
}

TEST(EffectiveValues, SayWhereTheyComeFrom) {
  const auto values = effective({{"acks", "all"},
                                 {"linger.ms", "05"},
                                 {"client.id", "me"},
                                 {"ssl.key.password", "secret"},
                                 {"not.a.key", "x"}},
                                changes);
  EXPECT_EQ(values.size(), 88U);
  expect_value(values.at("acks"), "-1", Origin::kafka);
  expect_value(values.at("enable.idempotence"), "false", Origin::kafka);
  expect_value(values.at("linger.ms"), "5", Origin::framework);
  expect_value(values.at("client.id"), "me", Origin::written);
  expect_value(values.at("ssl.key.password"), "[hidden]", Origin::written);
  expect_value(values.at("ssl.truststore.password"), std::nullopt, Origin::default_);
  expect_value(values.at("batch.size"), "16384", Origin::default_);
  expect_value(values.at("transactional.id"), std::nullopt, Origin::default_);
}

TEST(EffectiveValues, AGeneratedClientIdIsNothing) {
  expect_value(effective({}, starts).at("client.id"), std::nullopt, Origin::default_);
  expect_value(effective({{"client.id", " "}}, starts).at("client.id"), std::nullopt,
               Origin::written);
}

TEST(EffectiveValues, DefaultsAreAsKafkaPrintsThem) {
  WrittenConfig written;
  const ParsedConfig config(catalog(Role::consumer), k3_6, written, Completeness::complete);
  const auto values = effective_values(config, judge(config, nullptr), {});
  expect_value(values.at("partition.assignment.strategy"),
               "class org.apache.kafka.clients.consumer.RangeAssignor,class "
               "org.apache.kafka.clients.consumer.CooperativeStickyAssignor",
               Origin::default_);
}

TEST(Names, OfOutcomesAndOrigins) {
  EXPECT_EQ(to_string(Outcome::refuses), "refuses");
  EXPECT_EQ(to_string(Origin::default_), "default");
}

/// A producer inside, which gets `acks` from the written key `source`, or from the component
/// itself.
ClientVerdict client_of(std::string_view acks, std::string_view source, StartupMirror mirror) {
  ClientVerdict client;
  client.name = "producer";
  if (source.empty())
    client.config.set("acks", acks);
  else
    client.config.pass_on("acks", std::string(acks), source);
  const ParsedConfig config(catalog(Role::producer), k3_6, client.config.written(),
                            Completeness::complete);
  client.verdict = judge(config, mirror);
  return client;
}

template <bool required>
void two_clients_refuse(const ParsedConfig&, StartupReport& report) {
  for (int i = 0; i < 2; ++i) {
    ClientVerdict client = client_of("9", "producer.acks", starts);
    client.required = required;
    report.client(std::move(client));
  }
}

TEST(Client, ARefusalOfARequiredOneIsTheComponentsOnce) {
  const Verdict verdict = judged({{"producer.acks", "9"}}, two_clients_refuse<true>).verdict;
  EXPECT_EQ(verdict.outcome, Outcome::refuses);
  ASSERT_EQ(verdict.refusals.size(), 1U);
  EXPECT_EQ(verdict.refusals[0].key, "acks");
  EXPECT_EQ(verdict.refusals[0].cause, "producer.acks");
  EXPECT_EQ(key_at_fault(verdict.refusals[0]), "producer.acks");
  EXPECT_EQ(verdict.clients.size(), 2U);
}

TEST(Client, ARefusalOfAnotherOneIsOnlyItsOwn) {
  const Verdict verdict = judged({{"producer.acks", "9"}}, two_clients_refuse<false>).verdict;
  EXPECT_EQ(verdict.outcome, Outcome::starts);
  EXPECT_EQ(verdict.refusals.size(), 0U);
  EXPECT_EQ(verdict.clients[0].verdict.outcome, Outcome::refuses);
}

TEST(Client, AnUndecidedOneLeavesTheComponentUndecided) {
  const auto undecided = [](const ParsedConfig&, StartupReport& report) {
    report.client(client_of("1", "acks", nullptr));
  };
  EXPECT_EQ(judged({}, undecided).verdict.outcome, Outcome::undetermined);
  const auto needing = [](const ParsedConfig&, StartupReport& report) {
    report.client(client_of("1", "producer.acks", needs_acks));
  };
  EXPECT_EQ(judged({}, needing).verdict.unknown, std::vector<std::string>{"producer.acks"});
}

TEST(Client, WhatItChangesIsReportedWhereAWrittenKeyIsTheCause) {
  const auto passed_on = [](const ParsedConfig&, StartupReport& report) {
    report.client(client_of("1", "producer.acks", changes));
  };
  const Verdict verdict = judged({{"producer.acks", "1"}}, passed_on).verdict;
  ASSERT_EQ(verdict.changes.size(), 1U);
  EXPECT_EQ(verdict.changes[0].cause, "producer.acks");
  EXPECT_TRUE(verdict.overrides.empty());
  const auto decided = [](const ParsedConfig&, StartupReport& report) {
    report.client(client_of("1", "", changes));
  };
  EXPECT_EQ(judged({}, decided).verdict.changes.size(), 0U);
}

TEST(Client, EffectiveValuesTellWhatTheComponentDecided) {
  auto values = effective_values(client_of("1", "", starts));
  EXPECT_EQ(values["acks"].value, "1");
  EXPECT_EQ(values["acks"].origin, Origin::kafka);
  values = effective_values(client_of("1", "producer.acks", starts));
  EXPECT_EQ(values["acks"].origin, Origin::written);
  EXPECT_EQ(values["linger.ms"].origin, Origin::default_);
}

}  // namespace
}  // namespace kaflint::kafka
