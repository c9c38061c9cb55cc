// Listeners, SASL and TLS of Bitnami's charts from 24 on. Charts of a known number need a
// Chart.yaml: fixtures/projects has them.
#include "linter/dialect/helm_bitnami_listeners.h"

#include <algorithm>

#include "tests/unit/dialect/reading.h"
#include "tests/unit/source/temporary_folder.h"

namespace kaflint::dialect {
namespace {

class HelmBitnamiListeners : public TemporaryFolder {
 protected:
  void SetUp() override {
    TemporaryFolder::SetUp();
    write(".git/HEAD", "");
  }
  /// The settings of the unit of that name in a chart of that version; unknown ones are left out.
  Lines settings(const std::string& version, const std::string& values,
                 std::string_view name = "bitnami/kafka", const std::string& file = "values.yaml") {
    write("Chart.yaml", "name: kafka\nversion: " + version + "\nhome: https://bitnami.com\n");
    write(file, "# kafka\n" + values);
    const SourceFile source(at(file), "# kafka\n" + values);
    const ProjectFiles files;
    const FileUnits found = read_units(source, {.role = std::nullopt, .files = &files});
    Lines lines;
    for (const Unit& unit : found.units)
      if (unit.name == name)
        for (const Setting& setting : unit.settings)
          if (setting.value) lines.push_back(setting.key + "=" + *setting.value);
    return lines;
  }
};

TEST_F(HelmBitnamiListeners, ArePutTogether) {
  const std::string plain =
      "listeners:\n  client: {protocol: PLAINTEXT}\n  interbroker: {protocol: plaintext, name: "
      "inner}\n"
      "  controller: {protocol: PLAINTEXT, containerPort: 9999}\n";
  EXPECT_EQ(settings("32.4.3", plain),
            (Lines{"process.roles=controller,broker",
                   "listeners=CLIENT://:9092,INNER://:9094,CONTROLLER://:9999",
                   "listener.security.protocol.map="
                   "CLIENT:PLAINTEXT,INNER:PLAINTEXT,CONTROLLER:PLAINTEXT",
                   "inter.broker.listener.name=inner", "controller.listener.names=CONTROLLER"}));
  EXPECT_EQ(settings("29.3.14", "kraft: {enabled: false}\n" + plain),
            (Lines{"listeners=CLIENT://:9092,INNER://:9094",
                   "listener.security.protocol.map=CLIENT:PLAINTEXT,INNER:PLAINTEXT",
                   "inter.broker.listener.name=inner"}));
  EXPECT_EQ(settings("22.1.6", plain), Lines{});
}

TEST_F(HelmBitnamiListeners, BringSaslAndTls) {
  const Lines found =
      settings("29.3.14",
               "listeners:\n  client: {protocol: SASL_SSL, sslClientAuth: none}\n"
               "  interbroker: {protocol: SSL}\n  controller: {protocol: SASL_PLAINTEXT}\n"
               "sasl: {enabledMechanisms: scram-sha-512, controllerMechanism: scram-sha-256}\n"
               "tls: {endpointIdentificationAlgorithm: \"\"}\n");
  EXPECT_EQ(
      found,
      (Lines{"process.roles=controller,broker",
             "listeners=CLIENT://:9092,INTERNAL://:9094,CONTROLLER://:9093",
             "listener.security.protocol.map="
             "CLIENT:SASL_SSL,INTERNAL:SSL,CONTROLLER:SASL_PLAINTEXT",
             "inter.broker.listener.name=INTERNAL", "controller.listener.names=CONTROLLER",
             "sasl.enabled.mechanisms=SCRAM-SHA-512",
             "sasl.mechanism.controller.protocol=SCRAM-SHA-256", "ssl.keystore.type=JKS",
             "ssl.truststore.type=JKS", "ssl.client.auth=required",
             "ssl.endpoint.identification.algorithm=", "listener.name.client.ssl.client.auth=none",
             "listener.name.controller.sasl.enabled.mechanisms=SCRAM-SHA-256"}));
}

TEST_F(HelmBitnamiListeners, OfBothKindsOfNodes) {
  const std::string values =
      "listeners: {client: {protocol: PLAINTEXT}}\nexternalAccess: {enabled: true}\n"
      "controller: {controllerOnly: true, overrideConfiguration: {num.io.threads: 4}}\n"
      "broker: {replicaCount: 3, overrideConfiguration: {num.io.threads: 9}}\n";
  const auto of = [&](std::string_view name) {
    Lines lines = settings("32.4.3", values, name);
    lines.resize(std::min<std::size_t>(lines.size(), 3));
    return lines;
  };
  EXPECT_EQ(
      of("controller.overrideConfiguration"),
      (Lines{"num.io.threads=4", "process.roles=controller", "listeners=CONTROLLER://:9093"}));
  EXPECT_EQ(of("broker.overrideConfiguration"),
            (Lines{"num.io.threads=9", "process.roles=broker",
                   "listeners=CLIENT://:9092,INTERNAL://:9094,EXTERNAL://:9095"}));
}

TEST_F(HelmBitnamiListeners, AdditionalOnesDifferByChart) {
  const std::string values =
      "listeners:\n  client: {protocol: PLAINTEXT}\n"
      "  extraListeners: [{name: custom, containerPort: 9097, protocol: SSL}]\n";
  const auto of = [&](const std::string& version) {
    Lines lines = settings(version, values);
    lines.resize(std::min<std::size_t>(lines.size(), 3));
    return lines;
  };
  EXPECT_EQ(of("32.4.3"),
            (Lines{"process.roles=controller,broker",
                   "listeners=CLIENT://:9092,INTERNAL://:9094,CONTROLLER://:9093,CUSTOM://:9097",
                   "listener.security.protocol.map=CLIENT:PLAINTEXT,INTERNAL:SASL_PLAINTEXT,"
                   "CONTROLLER:SASL_PLAINTEXT,CUSTOM:SSL"}));
  EXPECT_EQ(of("26.11.4"),
            (Lines{"process.roles=controller,broker",
                   "listener.security.protocol.map=CLIENT:PLAINTEXT,INTERNAL:SASL_PLAINTEXT,"
                   "CUSTOM:SSL,CONTROLLER:SASL_PLAINTEXT",
                   "inter.broker.listener.name=INTERNAL"}));
}

TEST_F(HelmBitnamiListeners, WrittenSettingsAreStronger) {
  const Lines found =
      settings("32.4.3",
               "listeners: {overrideListeners: \"A://:1\", securityProtocolMap: \"A:SSL\"}\n"
               "overrideConfiguration: {inter.broker.listener.name: A}\n");
  EXPECT_EQ(Lines(found.begin(), found.begin() + 3),
            (Lines{"listeners=A://:1", "listener.security.protocol.map=A:SSL",
                   "inter.broker.listener.name=A"}));
  EXPECT_EQ(std::ranges::count(found, "inter.broker.listener.name=INTERNAL"), 0);
}

TEST_F(HelmBitnamiListeners, AWholeConfigurationReplacesThem) {
  const std::string values = "listeners: {client: {protocol: PLAINTEXT}}\n";
  EXPECT_EQ(settings("32.4.3", values + "config: {num.io.threads: 3}\n", "config"),
            Lines{"num.io.threads=3"});
}

TEST_F(HelmBitnamiListeners, AFileThatIsLaidOverSaysNothingOfTheRest) {
  write("values.yaml", "listeners: {client: {protocol: SSL}}\n");
  EXPECT_EQ(settings("32.4.3",
                     "externalAccess: {enabled: false}\ntls: {sslClientAuth: requested}\n"
                     "listeners: {interbroker: {name: IN, protocol: SASL_SSL}}\n",
                     "bitnami/kafka", "values-prod.yaml"),
            (Lines{"inter.broker.listener.name=IN", "ssl.keystore.type=JKS",
                   "ssl.truststore.type=JKS", "ssl.client.auth=requested"}));
}

TEST(HelmBitnamiListenersAlone, AreKnownByTheirForm) {
  const Reading reading(
      "kafka-values.yaml",
      "# kafka\nlisteners:\n  client: {protocol: PLAINTEXT}\n"
      "  interbroker: {protocol: PLAINTEXT}\n  controller: {protocol: PLAINTEXT}\n");
  EXPECT_EQ(Reading::settings(reading.unit("bitnami/kafka")),
            (Lines{"process.roles=controller,broker",
                   "listeners=CLIENT://:9092,INTERNAL://:9094,CONTROLLER://:9093",
                   "listener.security.protocol.map="
                   "CLIENT:PLAINTEXT,INTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT",
                   "inter.broker.listener.name=INTERNAL", "controller.listener.names=CONTROLLER"}));
  EXPECT_TRUE(Reading("values.yaml",
                      "# kafka\nlisteners:\n  client: {protocol: http}\n"
                      "  external: {protocol: http}\n")
                  .names()
                  .empty());
}

}  // namespace
}  // namespace kaflint::dialect
