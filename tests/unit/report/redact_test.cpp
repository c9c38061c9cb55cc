// No secret in any report, wherever it stands.
#include "linter/report/redact.h"

#include <gtest/gtest.h>

#include "report_data.h"

namespace kaflint::report {
namespace {

std::string hidden(const std::string& bytes) {
  const policy::FileResult file = file_of("f", bytes);
  return Secrets(file).text(bytes, {0, static_cast<std::uint32_t>(bytes.size())});
}

TEST(Secrets, AreKnownByTheirKeys) {
  using kafka::Role;
  EXPECT_TRUE(is_secret(Role::producer, "ssl.key.password"));
  EXPECT_TRUE(is_secret(Role::producer, "sasl.jaas.config"));
  EXPECT_TRUE(is_secret(Role::broker, "listener.name.x.plain.sasl.jaas.config"));
  EXPECT_TRUE(is_secret(Role::source_connector, "connection.password"));
  EXPECT_TRUE(is_secret(Role::sink_connector, "aws.secret.access.key"));
  EXPECT_TRUE(is_secret(Role::producer, "ssl.key.pasword"));
  EXPECT_TRUE(is_secret(Role::producer, "ssl.kye.passwrod"));
  EXPECT_FALSE(is_secret(Role::broker, "password.encoder.iterations"));
  EXPECT_TRUE(is_secret(Role::broker, "config.providers.secret.param.sasl.jaas.config"));
  EXPECT_TRUE(is_secret(Role::broker, "config.providers.secret.param.acks"));
  EXPECT_FALSE(is_secret(Role::broker, "config.providers.secret.param.security.protocol"));
  EXPECT_FALSE(is_secret(Role::producer, "basic.auth.credentials.source"));
  EXPECT_FALSE(is_secret(Role::broker, "kafka.rest.http.auth.credentials.provider"));
  EXPECT_FALSE(is_secret(Role::producer, "acks"));
  EXPECT_FALSE(is_secret(Role::producer, "key.serializer"));
}

TEST(Secrets, InProperties) {
  EXPECT_EQ(hidden("ssl.key.password=hunter2\nacks=1\n"), "ssl.key.password=[hidden]\nacks=1\n");
  EXPECT_EQ(hidden("ssl.key.password : a b\r\nacks=1\n"),
            "ssl.key.password : [hidden]\r\nacks=1\n");
  EXPECT_EQ(hidden("db.password hunter2\n"), "db.password [hidden]\n");
  EXPECT_EQ(hidden("ssl.key.pasword=hunter2\n"), "ssl.key.pasword=[hidden]\n");
  EXPECT_EQ(hidden("#db.Password=hunter2\n"), "#db.Password=[hidden]\n");
  EXPECT_EQ(hidden("a.secret=x\\\n  y\nacks=1"), "a.secret=[hidden]\nacks=1");
  EXPECT_EQ(hidden("password.encoder.iterations=4096"), "password.encoder.iterations=4096");
}

TEST(Secrets, InJaas) {
  EXPECT_EQ(hidden("x=PlainLoginModule required username=\"u\" password=\"p\";"),
            "x=PlainLoginModule required username=\"u\" password=[hidden];");
  EXPECT_EQ(hidden("sasl.jaas.config=M required u=\"u\" password=\"p\";\nacks=1"),
            "sasl.jaas.config=[hidden]\nacks=1");
}

TEST(Secrets, InYaml) {
  EXPECT_EQ(hidden("a:\n  keyPassword: x # y\n  b: c\n"), "a:\n  keyPassword: [hidden]\n  b: c\n");
  EXPECT_EQ(hidden("a:\n  jaas-config: |\n    one\n\n    two\n  b: c\n"),
            "a:\n  jaas-config: [hidden]\n  b: c\n");
  EXPECT_EQ(hidden("password:\n  hunter2\nb: c\n"), "password:[hidden]\nb: c\n");
  EXPECT_EQ(hidden("secret:\n  name: x\n"), "secret:\n  name: x\n");
  EXPECT_EQ(hidden("- name: DB_PASSWORD\n  value: hunter2\n- name: B\n"),
            "- name: DB_PASSWORD\n  value: [hidden]\n- name: B\n");
  EXPECT_EQ(hidden("[{name: DB_PASSWORD, value: hunter2}]"),
            "[{name: DB_PASSWORD, value: [hidden]");
}

TEST(Secrets, InJsonAndUrls) {
  EXPECT_EQ(hidden(R"({"password":"p","acks":"1"})"), R"({"password":[hidden],"acks":"1"})");
  EXPECT_EQ(hidden(R"({"x":"required password=\"p\";","acks":"1"})"),
            R"({"x":"required password=[hidden];","acks":"1"})");
  EXPECT_EQ(hidden("u=https://me:p@host/x"), "u=https://me:[hidden]@host/x");
}

TEST(Secrets, TakeLinearTimeToFind) {
  // Each of these took time in the square of its size when every name walked its whole line.
  for (const std::string_view piece : {"password ", "password=\\\n", "\"password\":\"x\",",
                                       "password", "secret:\n", "://a:", "password='"}) {
    std::string bytes;
    for (int i = 0; i < 20000; ++i) bytes += piece;
    const std::vector<Span> spans = secret_lines(bytes);
    EXPECT_LE(spans.size(), 80000U) << piece;
  }
}

TEST(Secrets, WithinValues) {
  using kafka::Role;
  EXPECT_EQ(without_secrets(Role::producer, "ssl.key.password", "hunter2"), "[hidden]");
  EXPECT_EQ(without_secrets(Role::producer, "acks", "all"), "all");
  EXPECT_EQ(
      without_secrets(Role::producer, "schema.registry.url", "http://a:hunter2@h,http://b:x1@i"),
      "http://a:[hidden]@h,http://b:[hidden]@i");
  EXPECT_EQ(without_secrets(Role::sink_connector, "connection.url", "jdbc:x://h?password=p12&a=b"),
            "jdbc:x://h?password=[hidden]&a=b");
}

TEST(Secrets, WithinValuesStayOutOfFramesAndMessages) {
  const std::string bytes = "url=jdbc:oracle:thin:scott/tiger@h\nacks=1\n";
  policy::FileResult file = file_of("f", bytes);
  policy::UnitResult unit;
  unit.unit.settings.push_back(setting_in(bytes, "url", "jdbc:oracle:thin:scott/tiger@h"));
  file.units.push_back(unit);
  const Secrets secrets(file);
  EXPECT_EQ(secrets.text(bytes, {0, static_cast<std::uint32_t>(bytes.size())}),
            "url=jdbc:oracle:thin:scott/[hidden]@h\nacks=1\n");
  EXPECT_EQ(secrets.scrub("`tiger` is no tigers"), "`[hidden]` is no tigers");
}

TEST(Secrets, ThatEverybodyKnowsAreWordsOfMessages) {
  const std::string bytes = "ssl.key.password=password\n";
  policy::FileResult file = file_of("f", bytes);
  policy::UnitResult unit;
  unit.unit.settings.push_back(setting_in(bytes, "ssl.key.password", "password"));
  file.units.push_back(unit);
  EXPECT_EQ(Secrets(file).scrub("`ssl.key.password` is a password"),
            "`ssl.key.password` is a password");
}

TEST(Secrets, OfSettingsStayOutOfMessages) {
  const std::string bytes = "ssl.keystore.key=abc\nx=abc\n";
  policy::FileResult file = file_of("f", bytes);
  policy::UnitResult unit;
  unit.unit.settings.push_back(setting_in(bytes, "ssl.keystore.key", "abc"));
  file.units.push_back(unit);
  const Secrets secrets(file);
  EXPECT_EQ(secrets.scrub("`abc` is no abcd"), "`[hidden]` is no abcd");
  EXPECT_TRUE(secrets.appear_in("x=abc"));
  EXPECT_FALSE(secrets.appear_in("x=abcd"));
}

TEST(Secrets, AreHiddenInFramesWithTheirCarets) {
  const std::string bytes = "ssl.key.password=hunter2";
  policy::FileResult file = file_of("f", bytes);
  file.findings.push_back(finding_at(span_of(bytes, bytes), "m"));
  EXPECT_EQ(to_text(report_of(file), {.colour = false, .verbose = false, .quiet = true}),
            "f:1:1: error[any/invalid-value]: m\n"
            "  |\n"
            "1 | ssl.key.password=[hidden]\n"
            "  | ^^^^^^^^^^^^^^^^^^^^^^^^^\n\n");
  EXPECT_EQ(to_sarif(report_of(file)).find("hunter2"), std::string::npos);
}

}  // namespace
}  // namespace kaflint::report
