// What passes for a secret, and for which kind.
#include "linter/policy/secret_values.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace kaflint::policy {
namespace {

constexpr auto kNone = SecretKind::none;
constexpr auto kWellKnown = SecretKind::well_known;
constexpr auto kChosen = SecretKind::chosen;
constexpr auto kGenerated = SecretKind::generated;

const std::string kRandom = "q7Zp2Rk9Xw4Lm8Vt";

TEST(SecretValue, ReferencesAreNone) {
  for (const char* text : {"",
                           "  ",
                           "${PASSWORD}",
                           "x${PASSWORD}",
                           "$(PASSWORD)",
                           "$PASSWORD",
                           "$password",
                           "{{ .Values.password }}",
                           "%{password}",
                           "#{secrets['a']}",
                           "<password>",
                           "[password]",
                           "{API_KEY}",
                           "@password@",
                           "%PASSWORD%",
                           "__PASSWORD__",
                           "##PASSWORD##",
                           "DB_PASSWORD",
                           "CLIENT_PASSWORD1",
                           "/run/secrets/db-password",
                           "vault:secret/data/kafka#password",
                           "ENC(q7Zp2Rk9Xw4Lm8Vt1Hs6)",
                           "{cipher}q7Zp2Rk9Xw4Lm8Vt1Hs6",
                           "arn:aws:secretsmanager:eu-west-1:1:secret:a"})
    EXPECT_EQ(judge_secret(text), kNone) << text;
}

TEST(SecretValue, RequestsAreNone) {
  for (const char* text :
       {"ChangeMe123", "please-change-me", "replace-me", "your-password", "YourPassword",
        "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "dummy", "xxxxxxxx", "********", "-", "true",
        "null", "todo", "my-placeholder", "<Your connection string.", "a1b2c3d4e5f6g7h8"})
    EXPECT_EQ(judge_secret(text), kNone) << text;
}

TEST(SecretValue, WhatEverybodyKnows) {
  for (const char* text : {"changeit", "changeme", "CHANGEIT", "confluent", "password",
                           "admin-secret", "alice-secret", "secret", " admin "})
    EXPECT_EQ(judge_secret(text), kWellKnown) << text;
  EXPECT_EQ(judge_secret("confluent1"), kChosen);
}

TEST(SecretValue, WhatAHumanMakesUp) {
  for (const char* text :
       {"hunter2", "orders-2024", "Kafka-Cluster-2024!", "test-ks-passwd", "Admin1Secret2Pass3!",
        "correct horse battery staple 1", "SummerIsComingIn2026", "1234567890123456",
        "abcdefghijklmnopqrstuvwxyz"})
    EXPECT_EQ(judge_secret(text), kChosen) << text;
}

TEST(SecretValue, WhatAGeneratorWrites) {
  for (const char* text : {"q7Zp2Rk9Xw4Lm8Vt", "3f9ac1d27be04586a1c93d5e7f2b8064",
                           "b1946ac9-2492-4d23-a7f1-5d0c2b7e9a16",
                           "cfltA7/9xQe2LrZm0VbYk3Wd+5HgTsJ8nPu1R6oXqKvBi4DyMzEaGfChN=="})
    EXPECT_EQ(judge_secret(text), kGenerated) << text;
  const std::string web_token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJuserlcnMifQ.";
  EXPECT_EQ(judge_secret(web_token + std::string(16, 'a')), kGenerated);
  EXPECT_EQ(judge_secret(web_token + std::string(15, 'a')), kChosen)
      << "too short, and a word in it";
}

TEST(SecretValue, LengthOfAGeneratedOne) {
  EXPECT_EQ(judge_secret(kRandom), kGenerated);
  EXPECT_EQ(judge_secret(kRandom.substr(1)), kChosen);
  EXPECT_EQ(judge_secret("q7-Zp2Rk9Xw4Lm8V-t"), kGenerated) << "separators do not count";
  EXPECT_EQ(judge_secret("q7-Zp2Rk9Xw4Lm8V--"), kChosen);
}

TEST(SecretValue, EntropyOfAGeneratedOne) {
  // Nine characters, of which seven occur twice, have 3.13 bits each, ten of which six do 3.25.
  EXPECT_EQ(judge_secret("m7k2x9d4m7k2x9d8"), kChosen);
  EXPECT_EQ(judge_secret("m7k2x9d4m7k2x9e8"), kGenerated);
}

std::vector<std::string> keys(std::string_view text) {
  std::vector<std::string> found;
  for (const PrivateKey& key : private_keys_in(text))
    found.push_back(std::string(key.encrypted ? "encrypted " : "") + std::string(key.text));
  return found;
}

TEST(SecretValue, PrivateKeys) {
  using Texts = std::vector<std::string>;
  const std::string body(100, 'A');
  const std::string rsa =
      "-----BEGIN RSA PRIVATE KEY-----\n" + body + "\n-----END RSA PRIVATE KEY-----";
  EXPECT_EQ(keys("x " + rsa + " y"), Texts{rsa});
  const std::string sealed =
      "-----BEGIN ENCRYPTED PRIVATE KEY-----\n" + body + "\n-----END ENCRYPTED PRIVATE KEY-----";
  EXPECT_EQ(keys(sealed + "\n" + rsa), (Texts{"encrypted " + sealed, rsa}));
  EXPECT_EQ(keys("-----BEGIN CERTIFICATE----- -----BEGIN PRIVATE KEY-----" + body),
            Texts{"-----BEGIN PRIVATE KEY-----" + body});
  EXPECT_EQ(keys("-----BEGIN PRIVATE KEY-----\n" + body.substr(1)), Texts{}) << "left out";
  EXPECT_EQ(keys("-----BEGIN PRIVATE KEY-----\n" + body + "..."), Texts{});
  EXPECT_EQ(keys("-----BEGIN CERTIFICATE-----\n" + body), Texts{});
  EXPECT_EQ(keys("-----BEGIN PRIVATE KEY-----\n${KEY}" + body), Texts{});
}

std::vector<std::string> urls(std::string_view text) {
  std::vector<std::string> found;
  for (const UrlSecret& secret : secrets_in_urls(text))
    found.push_back(std::string(secret.parameter) + ":" + std::string(secret.text));
  return found;
}

TEST(SecretValue, InUrls) {
  using Texts = std::vector<std::string>;
  EXPECT_EQ(urls("https://a:b@host/x"), Texts{":b"});
  EXPECT_EQ(urls("http://a:b@one,http://c:d@two"), (Texts{":b", ":d"}));
  EXPECT_EQ(urls("http://one,mongodb://a:b:c@host"), Texts{":b:c"});
  EXPECT_EQ(urls("jdbc:postgresql://h/d?user=a&Password=b&ssl=true"), Texts{"Password:b"});
  EXPECT_EQ(urls("jdbc:sqlserver://h;user=a;password=b"), Texts{"password:b"});
  EXPECT_EQ(urls("jdbc:oracle:thin:scott/b@host:1521:x"), Texts{":b"});
  EXPECT_EQ(urls("jdbc:oracle:thin:@//host:1521/x"), Texts{});
  EXPECT_EQ(urls("Endpoint=sb://h/;SharedAccessKeyName=a;SharedAccessKey=b="),
            Texts{"SharedAccessKey:b="});
  EXPECT_EQ(urls("https://host:8081/a@b"), Texts{});
  EXPECT_EQ(urls("https://a@host"), Texts{});
  EXPECT_EQ(urls("user=a&password=b"), Texts{}) << "no URL";
}

}  // namespace
}  // namespace kaflint::policy
