// Listeners: syntax, relations, overrides.
#include <gtest/gtest.h>

#include "broker_verdict.h"

namespace kaflint {
namespace {

TEST(BrokerListeners, Syntax) {
  for (const char* good : {"PLAINTEXT://:9092", "plaintext://host:9092", "PLAINTEXT://[::1]:9092",
                           "PLAINTEXT://:0", "PLAINTEXT://:-1"})
    EXPECT_EQ(zookeeper("3.6.2", with("listeners=", good)), "starts") << good;
  for (const char* bad : {"PLAINTEXT:9092", "PLAINTEXT://", "PLAINTEXT://host", "PLAINTEXT://h/:1",
                          "PLAINTEXT://:99999999999", "INTERNAL://:9092", "://:9092"})
    EXPECT_EQ(zookeeper("3.6.2", with("listeners=", bad)), "broker/invalid-listeners") << bad;
}

TEST(BrokerListeners, PortsMayBeSharedByTwoFamiliesFrom3_6On) {
  const std::string both = "listeners=PLAINTEXT://127.0.0.1:9092,SSL://[::1]:9092";
  EXPECT_EQ(zookeeper("3.5.2", both), "broker/duplicate-listener-port listeners");
  EXPECT_EQ(zookeeper("3.6.0", both), "starts");
  EXPECT_EQ(zookeeper("4.4.0", both), "any/missing-required-key process.roles");
  for (const char* bad :
       {"PLAINTEXT://127.0.0.1:9092,SSL://127.0.0.2:9092",
        "PLAINTEXT://[::1]:9092,SSL://[::2]:9092", "PLAINTEXT://127.0.0.1:9092,SSL://host:9092",
        "PLAINTEXT://:9092,SSL://:9092",
        "PLAINTEXT://127.0.0.1:9092,SSL://[::1]:9092,SASL_SSL://[::2]:9092",
        "PLAINTEXT://127.0.0.256:9092,SSL://[::1]:9092",
        "PLAINTEXT://127.0.0.1:9092,SSL://[1:::2]:9092"})
    EXPECT_EQ(zookeeper("3.6.2", with("listeners=", bad)),
              "broker/duplicate-listener-port listeners")
        << bad;
}

TEST(BrokerListeners, AdvertisedPortsMayBeSharedFrom2_7On) {
  const std::string shared =
      "listeners=PLAINTEXT://:9092,SSL://:9093 advertised.listeners=PLAINTEXT://a:1,SSL://b:1";
  EXPECT_EQ(zookeeper("2.6.3", shared), "broker/duplicate-listener-port listeners");
  EXPECT_EQ(zookeeper("2.7.0", shared), "starts");
}

TEST(BrokerListeners, NamesAreDistinct) {
  EXPECT_EQ(zookeeper("3.6.2", "listeners=PLAINTEXT://:9092,plaintext://:9093"),
            "broker/duplicate-listener-name listeners");
}

TEST(BrokerListeners, HostAndPortUpTo2_8) {
  EXPECT_EQ(zookeeper("2.8.2", "host.name=localhost port=9093"), "starts");
  EXPECT_EQ(zookeeper("2.8.2", "host.name=a/b"), "broker/invalid-listeners");
  EXPECT_EQ(zookeeper("2.8.2", "advertised.host.name=0.0.0.0"),
            "broker/wildcard-address-advertised advertised.listeners");
  EXPECT_EQ(zookeeper("0.11.0.3", "advertised.host.name=0.0.0.0"), "starts");
}

TEST(BrokerListeners, TheInterBrokerListenerIsAdvertised) {
  EXPECT_EQ(zookeeper("3.6.2", "listeners=SSL://:9093"),
            "broker/inter-broker-listener-not-advertised inter.broker.listener.name");
  EXPECT_EQ(zookeeper("3.6.2", "listeners=SSL://:9093 security.inter.broker.protocol=SSL"),
            "starts");
  EXPECT_EQ(zookeeper("3.6.2",
                      "listeners=SSL://:9093 security.inter.broker.protocol=SSL "
                      "inter.broker.listener.name=SSL"),
            "broker/inter-broker-listener-and-protocol");
  EXPECT_EQ(zookeeper("3.2.3", "security.inter.broker.protocol=plaintext"), "starts");
  EXPECT_EQ(zookeeper("3.3.0", "security.inter.broker.protocol=plaintext"),
            "any/invalid-value security.inter.broker.protocol");
}

TEST(BrokerListeners, SaslMechanismsOfTheListenerCount) {
  const std::string sasl =
      "listeners=SASL_SSL://:9093 security.inter.broker.protocol=SASL_SSL "
      "sasl.mechanism.inter.broker.protocol=PLAIN ";
  EXPECT_EQ(zookeeper("3.6.2", sasl),
            "broker/sasl-mechanism-not-enabled sasl.mechanism.inter.broker.protocol");
  EXPECT_EQ(zookeeper("3.6.2", sasl + "sasl.enabled.mechanisms=PLAIN"), "starts");
  EXPECT_EQ(zookeeper("3.6.2", sasl + "listener.name.sasl_ssl.sasl.enabled.mechanisms=PLAIN"),
            "starts");
  EXPECT_EQ(zookeeper("1.0.2", sasl + "listener.name.sasl_ssl.sasl.enabled.mechanisms=PLAIN"),
            "broker/sasl-mechanism-not-enabled sasl.mechanism.inter.broker.protocol");
  EXPECT_EQ(zookeeper("3.6.2", sasl + "listener.name.SASL_SSL.sasl.enabled.mechanisms=PLAIN"),
            "broker/sasl-mechanism-not-enabled sasl.mechanism.inter.broker.protocol");
}

TEST(BrokerListeners, OverridesAreReadWhenTheListenerIsBuilt) {
  EXPECT_EQ(zookeeper("3.6.2", "listener.name.plaintext.max.connections=abc"),
            "broker/invalid-listener-override max.connections");
  EXPECT_EQ(zookeeper("3.6.2", "listener.name.PLAINTEXT.max.connections=abc"), "starts");
  EXPECT_EQ(zookeeper("3.6.2", "listener.name.other.max.connections=abc"), "starts");
  EXPECT_EQ(zookeeper("2.2.2", "listener.name.plaintext.max.connections=abc"), "starts");
  EXPECT_EQ(zookeeper("3.6.2", "listener.name.plaintext.plain.connections.max.reauth.ms=abc"),
            "broker/invalid-listener-override connections.max.reauth.ms");
  // The order of the hash map decides.
  EXPECT_EQ(zookeeper("3.6.2",
                      "listener.name.plaintext.log.retention.hours=x "
                      "listener.name.plaintext.max.connections=-1"),
            "broker/invalid-listener-override max.connections");
}

TEST(BrokerListeners, ControllersListen) {
  EXPECT_EQ(broker_verdict("3.6.2", with(kCombined, "listeners=PLAINTEXT://:9092")),
            "broker/controller-listener-not-in-listeners controller.listener.names");
  EXPECT_EQ(broker_verdict("3.6.2", with(kBrokerOnly, "listeners=PLAINTEXT://:1,CONTROLLER://:2")),
            "broker/controller-listener-on-broker controller.listener.names");
  EXPECT_EQ(broker_verdict("3.6.2", with(kControllerOnly, "listeners=CONTROLLER://:1,SSL://:2")),
            "broker/invalid-listeners");
  EXPECT_EQ(
      broker_verdict("3.6.2", with(kControllerOnly, "listeners=CONTROLLER://:1,PLAINTEXT://:2")),
      "broker/listener-beside-controller");
  const std::string advertised =
      with(kCombined, "advertised.listeners=PLAINTEXT://a:1,CONTROLLER://a:2");
  EXPECT_EQ(broker_verdict("3.8.1", advertised), "broker/controller-listener-advertised");
  EXPECT_EQ(broker_verdict("3.9.0", advertised), "starts");
}

TEST(BrokerListeners, AnInheritedWildcardOfAControllerIsRefusedIn3_9_0Only) {
  const std::string wildcard =
      with(kCombined, "listeners=PLAINTEXT://:9092,CONTROLLER://0.0.0.0:9093");
  EXPECT_EQ(broker_verdict("3.8.1", wildcard), "starts");
  EXPECT_EQ(broker_verdict("3.9.0", wildcard),
            "broker/wildcard-address-advertised advertised.listeners");
  EXPECT_EQ(broker_verdict("3.9.1", wildcard), "starts");
  EXPECT_EQ(broker_verdict("4.2.0", with(wildcard, " controller.quorum.voters=1@0.0.0.0:9093")),
            "starts");
  EXPECT_EQ(broker_verdict("4.2.1", with(wildcard, " controller.quorum.voters=1@0.0.0.0:9093")),
            "broker/unroutable-voter");
}

}  // namespace
}  // namespace kaflint
