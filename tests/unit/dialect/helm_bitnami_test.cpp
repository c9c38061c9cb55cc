// Bitnami's chart without a Chart.yaml beside the values; with one: fixtures/projects.
#include "linter/dialect/helm_bitnami_env.h"
#include "linter/dialect/helm_bitnami_table.h"
#include "linter/dialect/helm_chart.h"
#include "linter/kafka/catalog.h"
#include "tests/unit/dialect/reading.h"

namespace kaflint::dialect {
namespace {

TEST(HelmChart, AVersionRangeHasOneMajorNumberOrNone) {
  for (const char* range : {"26.8.1", "^26.8", "~26.1.0", "26.x.x", "26", "v26.0.1", "= 26.1"})
    EXPECT_EQ(major_version(range), 26U) << range;
  for (const char* range : {"", ">=26.0.0", "*", "26 || 32", "26.0 - 32.0", "latest", "26a"})
    EXPECT_EQ(major_version(range), std::nullopt) << range;
}

TEST(HelmBitnami, EveryKeyOfTheTableIsABrokers) {
  for (const BitnamiValue& value : bitnami_values()) {
    // Two are read by the authorizer alone.
    if (value.kafka.empty() || value.kafka == "super.users" ||
        value.kafka == "allow.everyone.if.no.acl.found")
      continue;
    EXPECT_FALSE(kafka::catalog(kafka::Role::broker).history(value.kafka).empty()) << value.kafka;
  }
}

TEST(HelmBitnami, VariablesAsTheImageReadsThem) {
  EXPECT_EQ(key_of_bitnami_variable("KAFKA_CFG_LOG_RETENTION_MS"), "log.retention.ms");
  EXPECT_EQ(key_of_bitnami_variable("KAFKA_CFG_LISTENER_NAME_X_SASL_SSL_SASL_JAAS_CONFIG"),
            "listener.name.x.sasl_ssl.sasl.jaas.config");
  EXPECT_EQ(key_of_bitnami_variable("KAFKA_CFG_ZOOKEEPER_CLIENTCNXNSOCKET"),
            "zookeeper.clientCnxnSocket");
  EXPECT_EQ(key_of_bitnami_variable("KAFKA_HEAP_OPTS"), "");
  EXPECT_EQ(key_of_bitnami_variable("KAFKA_CFG_"), "");
}

TEST(HelmBitnami, OldChartsHaveOneValueForEachSetting) {
  const Reading reading(
      "values.yaml",
      "# kafka\nlogRetentionBytes: _1073741824\nlogFlushIntervalMessages: _10000\n"
      "numPartitions: 0x10\nsuperUsers: \"\"\nlisteners: [\"A://:1\", \"B://:2\"]\n"
      "extraEnvVars:\n  - name: KAFKA_CFG_NUM_PARTITIONS\n    value: \"5\"\n"
      "  - {name: KAFKA_CFG_LOG_DIRS, value: $(DIRS)}\n");
  ASSERT_EQ(reading.names(), Lines{"bitnami/kafka"});
  EXPECT_EQ(Reading::settings(reading.unit("bitnami/kafka")),
            (Lines{"log.flush.interval.messages=10000", "log.retention.bytes=1073741824",
                   "listeners=A://:1,B://:2", "num.partitions=5", "log.dirs ? unsupported"}));
}

TEST(HelmBitnami, TwoSuchValuesMayBeAnotherChart) {
  EXPECT_TRUE(
      Reading("values.yaml", "# kafka\nnumPartitions: 3\nlogRetentionHours: 4\n").names().empty());
}

TEST(HelmBitnami, ARoleHasTheCommonSettingsBelowItsOwn) {
  const Reading reading("values.yaml",
                        "kafka:\n  extraConfig: |\n    num.partitions=3\n    num.io.threads=8\n"
                        "  extraConfigYaml: {num.io.threads: 9}\n"
                        "  controller:\n    extraConfig: |\n      num.io.threads=10\n"
                        "      num.partitions=4\n");
  EXPECT_EQ(reading.names(), (Lines{"kafka", "kafka.controller"}));
  EXPECT_EQ(Reading::settings(reading.unit("kafka")),
            (Lines{"num.partitions=3", "num.io.threads=9"}));
  // Maps are written behind texts, whomever they are for.
  EXPECT_EQ(Reading::settings(reading.unit("kafka.controller")),
            (Lines{"num.partitions=4", "num.io.threads=9"}));
}

TEST(HelmBitnami, AWholeConfigurationReplacesTheRest) {
  const Reading reading("values.yaml",
                        "kafka:\n  config: |\n    num.partitions=3\n    num.io.threads=8\n"
                        "  extraConfig: |\n    log.retention.hours=1\n");
  EXPECT_EQ(reading.names(), Lines{"kafka.config"});
  EXPECT_EQ(reading.diagnostics(reading.found().diagnostics),
            Lines{"helm/value-replaced @63 extraConfig"});
}

TEST(HelmValues, AnExponentIsRepairedWithQuotes) {
  const Reading reading("values.yaml",
                        "cp-kafka:\n  configurationOverrides:\n    message.max.bytes: 0x200000\n"
                        "    log.cleaner.io.max.bytes.per.second: 2000000\n");
  const Unit& unit = reading.unit("cp-kafka.configurationOverrides");
  // The second is a double, for which an exponent does no harm.
  ASSERT_EQ(unit.diagnostics.size(), 1U);
  EXPECT_EQ(reading.text(*unit.diagnostics[0].span), "message.max.bytes: 0x200000");
  ASSERT_EQ(unit.diagnostics[0].fixes.size(), 1U);
  EXPECT_EQ(unit.diagnostics[0].fixes[0].edits[0].text, "\"2097152\"");
  EXPECT_EQ(reading.text(unit.diagnostics[0].fixes[0].edits[0].span), "0x200000");
}

TEST(HelmValues, MapsOfWellKnownChartsNeedNoGuess) {
  const Reading reading("values.yaml",
                        "cp-ksql-server:\n  configurationOverrides:\n    producer.acks: all\n"
                        "    num.io.threads: 4\n    log.dirs: /x\n"
                        "yamlApplicationConfig:\n  kafka:\n    clusters:\n      - name: a\n"
                        "      - name: b\n        properties:\n          client.id: ui\n"
                        "          max.poll.records: 7\n");
  EXPECT_EQ(reading.names(), Lines{"yamlApplicationConfig.kafka.clusters[1].properties"});
  EXPECT_EQ(reading.found().units[0].role, kafka::Role::admin);
  EXPECT_EQ(Reading::settings(reading.found().units[0]), Lines{"client.id=ui"});
}

}  // namespace
}  // namespace kaflint::dialect
