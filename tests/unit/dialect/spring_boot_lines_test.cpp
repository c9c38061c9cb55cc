// What tests/differential/spring_boot has found with the real Boot, one test each.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/unit/dialect/spring_reading.h"

namespace kaflint::dialect {
namespace {

TEST(SpringBootLines, TransactionsSwitchIdempotenceOn) {
  EXPECT_EQ(properties("3.5", "spring.kafka.producer.transaction-id-prefix=t\n")
                .value("producer", "enable.idempotence"),
            "true");
  EXPECT_EQ(properties("3.5", "spring.kafka.producer.properties.transactional.id=t\n")
                .value("producer", "enable.idempotence"),
            "true");
  EXPECT_EQ(properties("3.5",
                       "spring.kafka.producer.transaction-id-prefix=t\n"
                       "spring.kafka.producer.properties.enable.idempotence=false\n")
                .value("producer", "enable.idempotence"),
            "false");
}

TEST(SpringBootLines, NoTransactionsNoIdempotence) {
  EXPECT_EQ(properties("2.1", "spring.kafka.producer.transaction-id-prefix=t\n")
                .value("producer", "enable.idempotence"),
            "true");
  EXPECT_EQ(properties("2.1", "spring.kafka.producer.properties.transactional.id=t\n")
                .value("producer", "enable.idempotence"),
            "(absent)");
  EXPECT_EQ(properties("3.5", "spring.kafka.producer.properties.transactional.id=\n")
                .value("producer", "enable.idempotence"),
            "(absent)");
}

TEST(SpringBootLines, StreamsTakesTheApplicationsName) {
  EXPECT_EQ(properties("3.5",
                       "spring.application.name=orders\n"
                       "spring.kafka.streams.properties.application.id=other\n")
                .value("streams", "application.id"),
            "orders");
  EXPECT_EQ(properties("3.5",
                       "spring.application.name=orders\n"
                       "spring.kafka.streams.application-id=own\n")
                .value("streams", "application.id"),
            "own");
  EXPECT_EQ(yaml("3.5",
                 "spring:\n  application.name: ${NAME}\n"
                 "  kafka.streams.state-dir: /tmp\n")
                .value("streams", "application.id"),
            "(placeholder)");
}

TEST(SpringBootLines, ConnectionDetailsReplaceTheMaps) {
  constexpr std::string_view kServers = "spring.kafka.producer.properties.bootstrap.servers=a:1\n";
  const Reading before = properties("3.0", std::string(kServers));
  EXPECT_EQ(before.value("producer", "bootstrap.servers"), "a:1");
  EXPECT_EQ(before.findings(), "");
  const Reading since = properties("3.1", std::string(kServers));
  EXPECT_EQ(since.value("producer", "bootstrap.servers"), "localhost:9092");
  EXPECT_EQ(
      since.findings(),
      "spring/replaced-by-typed-setting: spring.kafka.producer.properties.bootstrap.servers\n");

  constexpr std::string_view kProtocol =
      "spring.kafka.security.protocol=SSL\n"
      "spring.kafka.producer.properties.security.protocol=PLAINTEXT\n";
  EXPECT_EQ(properties("3.4", std::string(kProtocol)).value("producer", "security.protocol"),
            "PLAINTEXT");
  EXPECT_EQ(properties("3.5", std::string(kProtocol)).value("producer", "security.protocol"),
            "SSL");
  EXPECT_EQ(properties("3.5", "spring.kafka.producer.properties.security.protocol=SSL\n")
                .value("producer", "security.protocol"),
            "SSL");
}

TEST(SpringBootLines, ProfilesWinBefore24WhereverTheyStand) {
  constexpr std::string_view kFile =
      "spring.profiles: prod\nspring.kafka.producer.acks: 1\n---\n"
      "spring.kafka.producer.acks: all\n";
  EXPECT_EQ(yaml("2.3", std::string(kFile)).value("producer", "acks", " (profile prod)"), "1");
  EXPECT_EQ(yaml("2.4", std::string(kFile)).value("producer", "acks", " (profile prod)"), "all");
}

TEST(SpringBootLines, TheProfilesKeyEndsWith3) {
  constexpr std::string_view kFile = "spring.profiles: prod\nspring.kafka.producer.acks: all\n";
  EXPECT_EQ(yaml("2.7", std::string(kFile)).findings(), "");
  EXPECT_EQ(yaml("3.0", std::string(kFile)).findings(), "spring/profiles-key: spring.profiles\n");
}

TEST(SpringBootLines, AnEmptySectionIsRefused) {
  EXPECT_EQ(yaml("3.5", "spring:\n  kafka:\n    client-id: a\n    consumer:\n").findings(),
            "spring/empty-section: consumer\n");
  EXPECT_EQ(properties("3.5", "spring.kafka.ssl=\n").findings(),
            "spring/empty-section: spring.kafka.ssl\n");
  EXPECT_EQ(yaml("3.5", "spring.kafka:\n  producer.properties:\n").findings(),
            "spring/empty-section: producer.properties\n");
  EXPECT_EQ(yaml("4.1", "spring.kafka:\n  producer.properties:\n").findings(), "");
  EXPECT_EQ(yaml("3.5",
                 "spring.kafka:\n  consumer:\n---\nspring.config.activate.on-profile: prod\n"
                 "spring.kafka.consumer.group-id: g\n")
                .findings(),
            "");
}

TEST(SpringBootLines, AFileWithinAFileDoesNotShowThatASectionIsEmpty) {
  EXPECT_EQ(Reading("3.5", "configmap.yaml",
                    "apiVersion: v1\nkind: ConfigMap\ndata:\n  application.yml: |\n"
                    "    spring.kafka:\n      client-id: a\n      consumer:\n")
                .findings(),
            "");
}

TEST(SpringBootLines, TlsSettingsExcludeEachOther) {
  EXPECT_EQ(properties("3.5",
                       "spring.kafka.ssl.trust-store-certificates=pem\n"
                       "spring.kafka.ssl.trust-store-location=file:/a\n")
                .findings(),
            "spring/exclusive-settings: spring.kafka.ssl.trust-store-location\n");
  EXPECT_EQ(properties("3.5",
                       "spring.kafka.ssl.bundle=b\n"
                       "spring.kafka.producer.ssl.trust-store-location=file:/a\n")
                .findings(),
            "");
}

TEST(SpringBootLines, ABundleReplacesTheTypedSettingsOfItsSection) {
  const Reading file = properties("3.5",
                                  "spring.kafka.ssl.bundle=b\n"
                                  "spring.kafka.ssl.key-store-type=JKS\n"
                                  "spring.kafka.producer.ssl.protocol=TLS\n");
  EXPECT_EQ(file.value("producer", "ssl.keystore.type"), "(absent)");
  EXPECT_EQ(file.value("producer", "ssl.protocol"), "(unsupported)");
}

TEST(SpringBootLines, AnEmptyNameIsABundleTooIn32) {
  constexpr std::string_view kFile = "spring.kafka.ssl.bundle=\nspring.kafka.ssl.protocol=TLS\n";
  EXPECT_EQ(properties("3.2", std::string(kFile)).value("producer", "ssl.protocol"), "(absent)");
  EXPECT_EQ(properties("3.3", std::string(kFile)).value("producer", "ssl.protocol"), "TLS");
}

TEST(SpringBootLines, TheConsumerOf35TakesTheCommonProtocol) {
  constexpr std::string_view kFile =
      "spring.kafka.security.protocol=SSL\n"
      "spring.kafka.consumer.security.protocol=PLAINTEXT\n"
      "spring.kafka.producer.security.protocol=PLAINTEXT\n";
  const auto consumers = [&](std::string_view boot) {
    return properties(boot, std::string(kFile)).value("consumer", "security.protocol");
  };
  EXPECT_EQ(consumers("3.4"), "PLAINTEXT");
  EXPECT_EQ(consumers("3.5"), "SSL");
  EXPECT_EQ(consumers("4.0"), "PLAINTEXT");
  const Reading file = properties("3.5", std::string(kFile));
  EXPECT_EQ(file.value("producer", "security.protocol"), "PLAINTEXT");
  EXPECT_EQ(file.findings(),
            "spring/replaced-by-typed-setting: spring.kafka.consumer.security.protocol\n");
}

TEST(SpringBootLines, AnEmptyProtocolLetsTheCommonOneThrough) {
  constexpr std::string_view kFile =
      "spring.kafka.security.protocol=SSL\nspring.kafka.producer.security.protocol=\n";
  EXPECT_EQ(properties("3.4", std::string(kFile)).value("producer", "security.protocol"), "");
  EXPECT_EQ(properties("3.5", std::string(kFile)).value("producer", "security.protocol"), "SSL");
}

TEST(SpringBootLines, ABackslashBeforeAPlaceholderIsTextBefore34) {
  constexpr std::string_view kFile = "spring.kafka.producer.client-id: \\${A:x}\n";
  EXPECT_EQ(yaml("3.3", std::string(kFile)).value("producer", "client.id"), "\\x");
  EXPECT_EQ(yaml("3.4", std::string(kFile)).value("producer", "client.id"), "(placeholder)");
}

TEST(SpringBootLines, AnotherProfileMattersWhereItSaysSomethingElse) {
  const auto client_id = [](std::string_view other) {
    return yaml("3.5", fmt::format("app.id: 5\nspring.kafka.producer.client-id: ${{app.id}}\n---\n"
                                   "spring.config.activate.on-profile: prod\napp.id: {}\n",
                                   other))
        .value("producer", "client.id");
  };
  EXPECT_EQ(client_id("5"), "5");
  EXPECT_EQ(client_id("6"), "(placeholder)");
}

TEST(SpringBootLines, ATagOfANumberCounts) {
  EXPECT_EQ(
      yaml("3.5", "spring.kafka.producer.retries: !!int '0x1F'\n").value("producer", "retries"),
      "31");
  EXPECT_EQ(yaml("3.5", "spring.kafka.producer.retries: !!int 'x'\n").value("producer", "retries"),
            "(unsupported)");
  EXPECT_EQ(yaml("3.5", "spring.kafka.listener.ack-mode: !!int '7'\n").findings(),
            "spring/unbindable-value: '7'\n");
}

TEST(SpringBootLines, NamesOfMapsLoseWhatNoNameMayHold) {
  EXPECT_EQ(properties("3.5", "spring.kafka.properties.k/ey=1\n").value("producer", "key"), "1");
  EXPECT_EQ(properties("3.5", "spring.kafka.properties[k/ey]=1\n").value("producer", "k/ey"), "1");
  EXPECT_EQ(properties("3.5", "spring.kafka.properties.A_b-c=1\n").value("producer", "A_b-c"), "1");
}

TEST(SpringBootLines, SettingsCameWithTheirLine) {
  EXPECT_EQ(properties("2.2", "spring.kafka.consumer.isolation-level=read-committed\n")
                .value("consumer", "isolation.level"),
            "read_committed");
  EXPECT_EQ(
      properties("2.2", "spring.kafka.consumer.group-id=g\n").value("consumer", "isolation.level"),
      "read_uncommitted");
  EXPECT_EQ(properties("3.1", "spring.kafka.ssl.bundle=b\nspring.kafka.ssl.protocol=TLS\n")
                .value("producer", "ssl.protocol"),
            "TLS");
}

}  // namespace
}  // namespace kaflint::dialect
