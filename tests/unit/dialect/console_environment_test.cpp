#include <gtest/gtest.h>

#include "tests/unit/dialect/reading.h"

namespace kaflint::dialect {
namespace {

TEST(ConsoleEnvironment, AkhqsConfigurationIsAnApplicationFile) {
  const Reading file("docker-compose.yml",
                     "services:\n"
                     "  akhq:\n"
                     "    image: tchiotludo/akhq\n"
                     "    environment:\n"
                     "      AKHQ_CONFIGURATION: |\n"
                     "        akhq:\n"
                     "          connections:\n"
                     "            dev:\n"
                     "              properties:\n"
                     "                bootstrap.servers: \"kafka:9092\"\n");
  EXPECT_EQ(file.names(), Lines{"AKHQ_CONFIGURATION akhq.connections.dev.properties"});
  const Unit& unit = file.unit("AKHQ_CONFIGURATION akhq.connections.dev.properties");
  EXPECT_EQ(unit.dialect, "akhq");
  EXPECT_EQ(Reading::settings(unit), Lines{"bootstrap.servers=kafka:9092"});
  EXPECT_EQ(file.text(Reading::setting(unit, "bootstrap.servers").value_span), "\"kafka:9092\"");
}

TEST(ConsoleEnvironment, KafkaUisClusters) {
  const Reading file("docker-compose.yml",
                     "services:\n"
                     "  ui:\n"
                     "    environment:\n"
                     "      KAFKA_CLUSTERS_0_NAME: dev\n"
                     "      KAFKA_CLUSTERS_0_BOOTSTRAPSERVERS: kafka:9092\n"
                     "      KAFKA_CLUSTERS_0_PROPERTIES_SECURITY_PROTOCOL: SASL_SSL\n"
                     "      KAFKA_CLUSTERS_0_PROPERTIES_SASL_JAAS_CONFIG: ${JAAS}\n"
                     "      KAFKA_CLUSTERS_0_PROPERTIES_OWN_KEY: x\n"
                     "      KAFKA_CLUSTERS_1_BOOTSTRAPSERVERS: other:9092\n");
  EXPECT_EQ(file.names(), (Lines{"KAFKA_CLUSTERS_0", "KAFKA_CLUSTERS_1"}));
  const Unit& unit = file.unit("KAFKA_CLUSTERS_0");
  EXPECT_EQ(unit.role, kafka::Role::admin);
  EXPECT_EQ(unit.dialect, "kafka-ui");
  EXPECT_EQ(Reading::settings(unit),
            (Lines{"bootstrap.servers=kafka:9092", "security.protocol=SASL_SSL",
                   "sasl.jaas.config ? placeholder"}));
}

TEST(ConsoleEnvironment, ListsOfKubernetesContainers) {
  const Reading file("deployment.yaml",
                     "apiVersion: apps/v1\n"
                     "kind: Deployment\n"
                     "metadata: {name: ui}\n"
                     "spec:\n"
                     "  template:\n"
                     "    spec:\n"
                     "      containers:\n"
                     "        - name: ui\n"
                     "          image: provectuslabs/kafka-ui\n"
                     "          env:\n"
                     "            - name: KAFKA_CLUSTERS_0_BOOTSTRAPSERVERS\n"
                     "              value: kafka:9092\n"
                     "            - name: KAFKA_CLUSTERS_0_PROPERTIES_SASL_JAAS_CONFIG\n"
                     "              valueFrom: {secretKeyRef: {name: s, key: k}}\n");
  EXPECT_EQ(file.names(), Lines{"KAFKA_CLUSTERS_0"});
  EXPECT_EQ(Reading::settings(file.unit("KAFKA_CLUSTERS_0")),
            Lines{"bootstrap.servers=kafka:9092"});
}

}  // namespace
}  // namespace kaflint::dialect
