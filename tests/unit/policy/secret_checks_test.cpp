// Where secrets are found, and that a diagnostic points at nothing else and tells nothing of them.
#include "linter/policy/secret_checks.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "linter/dialect/dialect.h"

namespace kaflint::policy {
namespace {

using kafka::Role;
using Texts = std::vector<std::string>;

const std::string kRandom = "q7Zp2Rk9Xw4Lm8Vt";

/// `rule: what = text`
Texts found(Role role, std::string_view key, std::string_view value) {
  Texts texts;
  for (const FoundSecret& secret : find_secrets(role, key, value)) {
    std::string rule(secret.rule.text());
    texts.push_back(rule.substr(rule.find('/') + 1) + ": " + secret.what + " = " +
                    std::string(secret.text));
  }
  return texts;
}

TEST(Secret, KeysThatHoldOne) {
  const Texts password = {"literal-secret: a password = hunter2"};
  const Texts secret = {"literal-secret: a secret = hunter2"};
  EXPECT_EQ(found(Role::producer, "ssl.key.password", "hunter2"), password);
  EXPECT_EQ(found(Role::source_connector, "database.password", "hunter2"), password);
  EXPECT_EQ(found(Role::sink_connector, "aws.secret.access.key", "hunter2"), secret);
  EXPECT_EQ(found(Role::sink_connector, "camel.sink.endpoint.secretKey", "hunter2"), secret);
  EXPECT_EQ(found(Role::connect_distributed, "producer.ssl.keystore.password", "hunter2"),
            password);
  EXPECT_EQ(found(Role::producer, "bearer.auth.token", kRandom),
            Texts{"generated-secret: a token = " + kRandom});
  EXPECT_EQ(found(Role::producer, "schema.registry.basic.auth.user.info", "a:hunter2"), password);
  EXPECT_EQ(found(Role::producer, "ssl.keystore.password", "changeit"),
            Texts{"well-known-password: a password = changeit"});
}

TEST(Secret, KeysThatHoldNone) {
  for (const auto& [key, value] : std::vector<std::pair<const char*, const char*>>{
           {"ssl.truststore.certificates", "-----BEGIN CERTIFICATE-----"},
           {"ssl.keystore.certificate.chain", "-----BEGIN CERTIFICATE-----"},
           {"ssl.keystore.key", "-----BEGIN PRIVATE KEY-----...-----END PRIVATE KEY-----"},
           {"ssl.truststore.password", "changeit"},
           {"key.serializer", "hunter2"},
           {"client.id", "password"},
           {"database.password.file", "hunter2"},
           {"basic.auth.user.info", "a:${PASSWORD}"},
           {"tls.secret", "name-of-a-secret"},
           {"kafka.token", "name-of-a-token"},
           {"cloud.api.key", "L3UXKZ7M2QYB9VTE"}})
    EXPECT_EQ(found(Role::producer, key, value), Texts{}) << key;
  EXPECT_EQ(found(Role::broker, "password.encoder.iterations", "4096"), Texts{});
}

TEST(Secret, InUrls) {
  EXPECT_EQ(found(Role::sink_connector, "connection.uri", "mongodb://a:hunter2@h"),
            Texts{"literal-secret: the password of a URL = hunter2"});
  EXPECT_EQ(found(Role::source_connector, "connection.url", "jdbc:mysql://h/d?user=a&password=b2b"),
            Texts{"literal-secret: the parameter `password` of a URL = b2b"});
  EXPECT_EQ(
      found(Role::producer, "schema.registry.url", "http://a:b2b@h,http://c:" + kRandom + "@i"),
      (Texts{"literal-secret: the password of a URL = b2b",
             "generated-secret: the password of a URL = " + kRandom}));
  EXPECT_EQ(found(Role::producer, "proxy.url", "http://a:${PASSWORD}@h"), Texts{});
}

TEST(Secret, OptionsOfLoginModules) {
  const auto jaas = [](const std::string& options) {
    return found(Role::producer, "sasl.jaas.config", "a.b.Module required " + options + ";");
  };
  EXPECT_EQ(jaas("username=\"u\" password=\"hunter2\""),
            Texts{"literal-secret: the login's `password` = hunter2"});
  EXPECT_EQ(jaas("clientSecret='hunter2'"),
            Texts{"literal-secret: the login's `clientSecret` = hunter2"});
  EXPECT_EQ(jaas("password=\"hunter2\" user_alice=\"" + kRandom + "\""),
            (Texts{"literal-secret: the login's `password` = hunter2",
                   "generated-secret: the login's `user_alice` = " + kRandom}));
  EXPECT_EQ(jaas("username=\"hunter2\" password=\"${file:/p:k}\" keyTab=\"/etc/a.keytab\""),
            Texts{});
  EXPECT_EQ(
      jaas("password=\"Endpoint=sb://h/;SharedAccessKeyName=a;SharedAccessKey=" + kRandom + "\""),
      Texts{"generated-secret: the parameter `SharedAccessKey` of a URL = " + kRandom});
  EXPECT_EQ(found(Role::producer, "sasl.jaas.config", "password=hunter2 unfinished"),
            Texts{"literal-secret: the login's `password` = hunter2"})
      << "although Kafka refuses it";
  EXPECT_EQ(found(Role::broker, "listener.name.a.plain.sasl.jaas.config",
                  "a.b.Module required password=\"hunter2\";"),
            Texts{"literal-secret: the login's `password` = hunter2"});
}

TEST(Secret, ATruststoreHoldsNoneWorthMuch) {
  EXPECT_EQ(found(Role::producer, "ssl.truststore.password", kRandom),
            Texts{"literal-secret: a password = " + kRandom});
}

TEST(Secret, PrivateKeys) {
  const std::string key =
      "-----BEGIN PRIVATE KEY-----\n" + std::string(100, 'A') + "\n-----END PRIVATE KEY-----";
  EXPECT_EQ(found(Role::producer, "ssl.keystore.key", key), Texts{"private-key:  = " + key});
  EXPECT_EQ(found(Role::sink_connector, "gcp.json", "{\"a\":\"" + key + "\"}"),
            Texts{"private-key:  = " + key});
}

/// What the diagnostics of all units point at; none of their arguments may hold any of it.
Texts places(const std::string& path, const std::string& bytes,
             std::optional<Role> role = std::nullopt) {
  const SourceFile source(path, bytes);
  Texts texts;
  for (const dialect::Unit& unit : dialect::read_units(source, {.role = role}).units)
    for (const Diagnostic& made : check_secrets(bytes, unit)) {
      texts.emplace_back(source.text(made.span.value()));
      for (const auto& [name, text] : made.arguments)
        EXPECT_FALSE(text.contains(texts.back())) << name;
    }
  return texts;
}

Texts in_properties(const std::string& bytes) {
  return places("producer.properties", bytes, Role::producer);
}

TEST(SecretPlace, InProperties) {
  EXPECT_EQ(in_properties("acks=all\nssl.key.password=hunter2\nssl.keystore.password=${X}\n"),
            Texts{"hunter2"});
  EXPECT_EQ(in_properties("schema.registry.url=https://hunter2:hunter2@h\n"), Texts{"hunter2"});
  EXPECT_EQ(
      in_properties(
          "sasl.jaas.config=M required \\\n  username=\"u\" \\\n  password=\\\"a\\:b\\u0041\";"),
      Texts{"a\\:b\\u0041"});
  EXPECT_EQ(in_properties("ssl.key.password=hun\\\n  ter2\n"), Texts{"hun\\\n  ter2"});
}

TEST(SecretPlace, OfTheSecondOfTwoEqualWords) {
  const std::string bytes = "sasl.jaas.config=M required username=\"ann1\" password=\"ann1\";";
  const auto units = dialect::read_units(SourceFile("a", bytes), {.role = Role::producer}).units;
  const std::vector<Diagnostic> found = check_secrets(bytes, units.at(0));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].span->begin, bytes.rfind("ann1"));
}

TEST(SecretPlace, InYaml) {
  EXPECT_EQ(places("application.yml",
                   "spring:\n  kafka:\n    properties:\n      sasl.jaas.config: >-\n"
                   "        M required\n        username=\"u\"\n        password=\"hunter2\";\n"),
            Texts{"hunter2"});
  EXPECT_EQ(places("application.yml",
                   "spring:\n  kafka:\n    properties:\n"
                   "      sasl.jaas.config: \"M required password=\\\"hunter2\\\";\"\n"),
            Texts{"hunter2"});
  EXPECT_EQ(places("application.yml",
                   "spring:\n  kafka:\n    properties:\n"
                   "      sasl.jaas.config: 'M required password=''hunter2'';'\n"),
            Texts{"hunter2"});
}

TEST(SecretPlace, BesidePlaceholders) {
  const std::string section = "spring:\n  kafka:\n    ssl:\n      key-password: ";
  EXPECT_EQ(places("application.yml", section + "${X}\n"), Texts{});
  EXPECT_EQ(places("application.yml", section + "${X:hunter2}\n"), Texts{});
  EXPECT_EQ(places("application.yml", section + "${X:" + kRandom + "}\n"), Texts{kRandom});
  EXPECT_EQ(in_properties("schema.registry.url=https://u:hunter2@${file:/a:b}\n"),
            Texts{"hunter2"});
}

TEST(SecretPlace, InCompose) {
  EXPECT_EQ(places("docker-compose.yml",
                   "services:\n  a:\n    image: confluentinc/cp-kafka:7.9.0\n    environment:\n"
                   "      - KAFKA_SSL_KEY_PASSWORD=hun$$ter2\n"
                   "      - KAFKA_SSL_KEYSTORE_PASSWORD=${PASSWORD}\n"),
            Texts{"hun$$ter2"});
}

TEST(SecretPlace, NotWhereSecretsBelong) {
  const std::string file =
      "metadata: {name: a}\nstringData:\n  producer.properties: |\n    ssl.key.password=hunter2\n"
      "    bootstrap.servers=kafka:9092\n";
  EXPECT_EQ(places("a.yaml", "apiVersion: v1\nkind: Secret\n" + file), Texts{});
  std::string map = "apiVersion: v1\nkind: ConfigMap\n" + file;
  map.replace(map.find("stringData"), 10, "data");
  EXPECT_EQ(places("a.yaml", map), Texts{"hunter2"});
}

TEST(SecretPlace, InJson) {
  EXPECT_EQ(places("orders.json",
                   R"({"name":"a","config":{"connector.class":"io.X","tasks.max":"1",)"
                   R"("producer.override.sasl.jaas.config":"M required password=\"hunter2\";"}})"),
            Texts{"hunter2"});
}

}  // namespace
}  // namespace kaflint::policy
