// Containers of Kubernetes workloads: their own variables, those of ConfigMaps, and what the API
// server and Services do to them.
#include "tests/unit/dialect/reading.h"

namespace kaflint::dialect {
namespace {

std::string pod(std::string_view container) {
  return "apiVersion: v1\nkind: Pod\nmetadata: {name: broker}\nspec:\n  containers:\n"
         "    - name: kafka\n" +
         std::string(container);
}

TEST(KubernetesWorkload, ReadsVariablesInOrder) {
  const Reading reading("pod.yaml", pod("      image: apache/kafka:4.1.0\n"
                                        "      env:\n"
                                        "        - {name: HOST, value: kafka-0}\n"
                                        "        - name: \"KAFKA_ADVERTISED_LISTENERS\"\n"
                                        "          value: PLAINTEXT://$(HOST):9092\n"
                                        "        - name: KAFKA_BROKER_RACK\n"
                                        "          value: $$(HOST)\n"
                                        "        - name: KAFKA_LOG_DIRS\n"
                                        "          value: /data/$(POD)\n"
                                        "        - name: KAFKA_SUPER_USERS\n"
                                        "          valueFrom: {secretKeyRef: {name: a, key: b}}\n"
                                        "        - name: KAFKA_NODE_ID\n"));
  const Unit& unit = reading.unit("Pod/broker kafka");
  EXPECT_EQ(unit.dialect, "kubernetes-env");
  EXPECT_TRUE(unit.complete);
  EXPECT_EQ(Reading::settings(unit),
            (Lines{"advertised.listeners=PLAINTEXT://kafka-0:9092", "broker.rack=$(HOST)",
                   "log.dirs ? reference", "super.users ? reference",
                   "node.id=", "listeners=PLAINTEXT://0.0.0.0:9092"}));
  const Setting& advertised = Reading::setting(unit, "advertised.listeners");
  EXPECT_EQ(reading.text(advertised.key_span), "KAFKA_ADVERTISED_LISTENERS");
  EXPECT_EQ(reading.text(advertised.value_span), "PLAINTEXT://$(HOST):9092");
}

TEST(KubernetesWorkload, TemplateWhoseImageNobodyKnows) {
  const std::string head =
      "{{- if .Capabilities.APIVersions.Has \"apps/v1\" }}\napiVersion: apps/v1\n{{- else }}\n"
      "apiVersion: apps/v1beta1\n{{- end }}\nkind: StatefulSet\nmetadata: {name: broker}\nspec:\n"
      "  template:\n    spec:\n      containers:\n      - name: kafka\n"
      "        image: \"{{ .Values.image }}:{{ .Values.imageTag }}\"\n        env:\n"
      "        - name: KAFKA_ZOOKEEPER_CONNECT\n          value: zookeeper:2181\n";
  const auto command = [](std::string_view text) {
    return "        command: [sh, -c, \"" + std::string(text) + "\"]\n";
  };
  const Reading broker("statefulset.yaml",
                       head + command("export KAFKA_ADVERTISED_LISTENERS=PLAINTEXT://${POD}:9092 "
                                      "&& exec /etc/confluent/docker/run"));
  const Unit& unit = broker.unit("StatefulSet/broker kafka");
  EXPECT_EQ(unit.role, kafka::Role::broker);
  EXPECT_FALSE(unit.complete);
  EXPECT_EQ(Reading::settings(unit), (Lines{"zookeeper.connect=zookeeper:2181"}));
  EXPECT_TRUE(Reading("statefulset.yaml", head + command("kafka-topics --list")).names().empty());
}

TEST(KubernetesWorkload, VariableInTwoBranchesIsUnknown) {
  const Reading reading("pod.yaml", pod("      image: apache/kafka:4.1.0\n"
                                        "      env:\n"
                                        "        {{- if .Values.a }}\n"
                                        "        - {name: KAFKA_LOG_DIRS, value: /a}\n"
                                        "        {{- else }}\n"
                                        "        - {name: KAFKA_LOG_DIRS, value: /b}\n"
                                        "        {{- end }}\n"
                                        "        - {name: KAFKA_NODE_ID, value: \"1\"}\n"));
  const Unit& unit = reading.unit("Pod/broker kafka");
  EXPECT_EQ(Reading::setting(unit, "log.dirs").value, std::nullopt);
  EXPECT_EQ(Reading::setting(unit, "node.id").value, "1");
  EXPECT_EQ(reading.diagnostics(unit.diagnostics), Lines{});
}

TEST(KubernetesWorkload, ConfigMapsOfTheSameFile) {
  const std::string map =
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: env}\n"
      "data:\n  KAFKA_NUM_PARTITIONS: '6'\n  KAFKA_LOG_DIRS: /a\n---\n";
  const std::string from =
      "      image: apache/kafka:4.1.0\n      envFrom: [{configMapRef: {name: env}}]\n"
      "      env: [{name: KAFKA_LOG_DIRS, value: /b}]\n";
  const Reading reading("x.yaml", map + pod(from));
  const Unit& unit = reading.unit("Pod/broker kafka");
  EXPECT_TRUE(unit.complete);
  EXPECT_EQ(*Reading::setting(unit, "num.partitions").value, "6");
  EXPECT_EQ(*Reading::setting(unit, "log.dirs").value, "/b");
  EXPECT_EQ(reading.text(Reading::setting(unit, "num.partitions").key_span),
            "KAFKA_NUM_PARTITIONS");
  const Reading alone("x.yaml", pod(from));
  EXPECT_FALSE(alone.unit("Pod/broker kafka").complete);
}

TEST(KubernetesWorkload, TakesNothingButText) {
  const Reading reading("pod.yaml",
                        pod("      image: bitnamilegacy/kafka:3.9.0\n"
                            "      env:\n"
                            "        - {name: KAFKA_CFG_NUM_PARTITIONS, value: 6}\n"
                            "        - {name: KAFKA_CFG_LOG_CLEANER_ENABLE, value: on}\n"
                            "        - {name: OTHER, value: 5}\n"
                            "        - {name: KAFKA_CFG_LOG_DIRS, value: '5'}\n"));
  ASSERT_EQ(reading.found().diagnostics.size(), 2U);
  const Diagnostic& number = reading.found().diagnostics.front();
  EXPECT_EQ(number.rule, RuleId("kubernetes/env-value-not-string"));
  EXPECT_EQ(reading.text(*number.span), "6");
  EXPECT_EQ(number.arguments.at("what"), "a number");
  EXPECT_EQ(number.fixes.at(0).edits.size(), 2U);
  EXPECT_EQ(reading.found().diagnostics[1].arguments.at("what"), "a boolean");
  EXPECT_EQ(*Reading::setting(reading.unit("Pod/broker kafka"), "log.dirs").value, "5");
}

Lines with_service(std::string_view service, std::string_view pod_extra) {
  const Reading reading(
      "x.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: kafka}\nspec:\n" +
                    std::string(service) +
                    "---\napiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: b}\nspec:\n"
                    "  template:\n    spec:\n" +
                    std::string(pod_extra) +
                    "      containers:\n        - name: kafka\n"
                    "          image: confluentinc/cp-kafka:7.9.0\n          env:\n"
                    "            - {name: KAFKA_ZOOKEEPER_CONNECT, value: 'z:2181'}\n"
                    "            - {name: KAFKA_ADVERTISED_LISTENERS, value: 'PLAINTEXT://k:1'}\n");
  return reading.diagnostics(reading.unit("StatefulSet/b kafka").diagnostics);
}

TEST(KubernetesWorkload, ServicesGiveTheirPort) {
  EXPECT_EQ(with_service("  ports: [{port: 9092}]\n", ""),
            Lines{"docker/service-link-collision @46 kafka"});
  EXPECT_EQ(with_service("  clusterIP: None\n", ""), Lines{});
  EXPECT_EQ(with_service("  type: ExternalName\n", ""), Lines{});
  EXPECT_EQ(with_service("  ports: []\n", "      enableServiceLinks: false\n"), Lines{});
}

TEST(KubernetesWorkload, EveryKindOfWorkload) {
  const std::string containers =
      "containers: [{name: k, image: 'apache/kafka:4.1.0', env: [{name: KAFKA_NODE_ID, value: "
      "'1'}]}]";
  for (const std::string_view kind : {"Deployment", "StatefulSet", "DaemonSet", "Job"}) {
    const Reading reading("x.yaml", "apiVersion: apps/v1\nkind: " + std::string(kind) +
                                        "\nmetadata: {name: a}\nspec: {template: {spec: {" +
                                        containers + "}}}\n");
    EXPECT_EQ(reading.names(), Lines{std::string(kind) + "/a k"});
  }
  const Reading cron("x.yaml",
                     "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\n"
                     "spec: {jobTemplate: {spec: {template: {spec: {" +
                         containers + "}}}}}\n");
  EXPECT_EQ(cron.names(), Lines{"CronJob/a k"});
}

}  // namespace
}  // namespace kaflint::dialect
