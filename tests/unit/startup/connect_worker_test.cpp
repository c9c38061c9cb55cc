// DistributedConfig and StandaloneConfig by version; the expected verdicts are the jars'.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/startup/connect/key_generator.h"
#include "rules/startup/connect/rest_listener.h"
#include "tests/unit/startup/judged.h"

namespace kaflint::startup_test {
namespace {

using Extra = std::vector<std::pair<std::string, std::string>>;

kafka::Verdict distributed(std::string_view version, const Extra& extra) {
  kafka::WrittenConfig written;
  for (const auto& [key, value] : Extra{{"bootstrap.servers", "localhost:9092"},
                                        {"group.id", "connect"},
                                        {"key.converter", "com.example.Converter"},
                                        {"value.converter", "com.example.Converter"},
                                        {"internal.key.converter", "com.example.Converter"},
                                        {"internal.value.converter", "com.example.Converter"},
                                        {"config.storage.topic", "configs"},
                                        {"offset.storage.topic", "offsets"},
                                        {"status.storage.topic", "status"}})
    written.set(key, value);
  for (const auto& [key, value] : extra) written.set(key, value);
  return judge(kafka::Role::connect_distributed, version, written);
}

std::string worker(std::string_view version, const Extra& extra) {
  return in_words(distributed(version, extra));
}

std::vector<std::string> changes(std::string_view version, const Extra& extra) {
  return changes_of(distributed(version, extra));
}

TEST(ConnectWorker, StartsWithWhatIsRequired) {
  for (const char* version : {"0.11.0.0", "2.4.0", "3.9.2", "4.4.0"})
    EXPECT_EQ(worker(version, {}), "starts") << version;
}

TEST(ConnectWorker, TheKeysSizeFitsItsAlgorithm) {
  EXPECT_EQ(worker("2.3.1", {{"inter.worker.key.size", "8"}}), "starts");
  EXPECT_EQ(worker("2.4.0", {{"inter.worker.key.size", "8"}}),
            "connect/key-size-not-for-algorithm");
  EXPECT_EQ(worker("4.4.0", {{"inter.worker.key.size", "39"}}),
            "connect/key-size-not-for-algorithm");
  EXPECT_EQ(worker("4.4.0", {{"inter.worker.key.size", "40"}}), "starts");
}

TEST(ConnectWorker, KeySizesAreAsTheJvmTakesThem) {
  EXPECT_EQ(startup::missed_key_size("AES", 192), std::nullopt);
  EXPECT_EQ(startup::missed_key_size("aes", 64), "128, 192 or 256");
  EXPECT_EQ(startup::missed_key_size("HmacMD5", -1), std::nullopt);
  EXPECT_EQ(startup::missed_key_size("HmacSHA512/256", 39), "at least 40");
  EXPECT_EQ(startup::missed_key_size("Blowfish", 33), "a multiple of 8 from 32 to 448");
  EXPECT_EQ(startup::missed_key_size("1.2.840.113549.2.9", 1), std::nullopt);
}

TEST(ConnectWorker, TheVerifiedAlgorithmIsTheKeysUntil32AndTheSignaturesFrom33) {
  const Extra signature = {{"inter.worker.signature.algorithm", "HmacSHA512"}};
  EXPECT_EQ(worker("3.2.3", signature), "starts");
  EXPECT_EQ(worker("3.3.0", signature),
            "connect/algorithm-not-verified at inter.worker.signature.algorithm");
  const Extra key = {{"inter.worker.key.generation.algorithm", "HmacSHA512"}};
  EXPECT_EQ(worker("2.4.0", key),
            "connect/algorithm-not-verified at inter.worker.key.generation.algorithm");
  EXPECT_EQ(worker("3.3.0", key), "starts");
}

TEST(ConnectWorker, ConfigDefComesFirst) {
  EXPECT_EQ(worker("3.9.2", {{"inter.worker.key.size", "8"}, {"offset.storage.partitions", "0"}}),
            "any/value-out-of-range at offset.storage.partitions, "
            "connect/key-size-not-for-algorithm");
}

TEST(ConnectWorker, WhatComesLaterDoesNotKeepItFromStarting) {
  const Extra later = {{"listeners", "PLAINTEXT://:8083"},
                       {"producer.acks", "9"},
                       {"config.storage.partitions", "3"}};
  EXPECT_EQ(worker("3.9.2", later), "starts");
  EXPECT_EQ(
      changes("3.9.2", later),
      (std::vector<std::string>{
          "connect/internal-topic-setting-ignored at config.storage.partitions",
          "connect/invalid-listener at listeners", "connect/client-refuses at producer.acks"}));
}

TEST(ConnectWorker, ATasksProducerIsNotIdempotentUnlessAsked) {
  EXPECT_EQ(changes("3.9.2", {{"producer.acks", "1"}}), std::vector<std::string>{});
  EXPECT_EQ(changes("3.9.2", {{"producer.acks", "1"}, {"producer.enable.idempotence", "true"}}),
            std::vector<std::string>{"connect/client-refuses at producer.acks"});
  const kafka::Verdict verdict = distributed("3.9.2", {});
  ASSERT_EQ(verdict.clients.size(), 4U);
  EXPECT_EQ(verdict.clients[1].name, "task-producer");
  EXPECT_EQ(kafka::effective_values(verdict.clients[1]).at("enable.idempotence").value, "false");
}

TEST(ConnectWorker, ExactlyOnceForcesTransactions) {
  const kafka::Verdict verdict = distributed("3.9.2", {{"exactly.once.source.support", "enabled"},
                                                       {"producer.enable.idempotence", "false"}});
  const auto values = kafka::effective_values(verdict.clients[1]);
  EXPECT_EQ(values.at("enable.idempotence").value, "true");
  EXPECT_TRUE(values.at("transactional.id").value.has_value());
}

TEST(ConnectWorker, ListenersAreUrls) {
  EXPECT_EQ(startup::rest_listener_problem("http://:8083"), "");
  EXPECT_EQ(startup::rest_listener_problem("HTTPS://[::1]:0"), "");
  EXPECT_EQ(startup::rest_listener_problem("http://h"), "is not of the form `http://host:port`");
  EXPECT_EQ(startup::rest_listener_problem("h:1"), "is not of the form `http://host:port`");
  EXPECT_EQ(startup::rest_listener_problem("ftp://h:1"), "is neither `http` nor `https`");
}

TEST(ConnectWorker, AStandaloneOneNeedsItsFile) {
  EXPECT_EQ(judged(kafka::Role::connect_standalone, "3.9.2",
                   {{"bootstrap.servers", "localhost:9092"},
                    {"key.converter", "com.example.Converter"},
                    {"value.converter", "com.example.Converter"}}),
            "any/missing-required-key at offset.storage.file.filename");
}

}  // namespace
}  // namespace kaflint::startup_test
