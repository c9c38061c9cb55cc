// Each validator at its limits, through real keys of the catalog.
#include <gtest/gtest.h>

#include "linter/kafka/config_def.h"
#include "linter/kafka/named_validators.h"

namespace kaflint::kafka {
namespace {

using Kind = ValueError::Kind;

KeyDefinition definition(Role role, std::string_view key, Version version) {
  const auto found = catalog(role).find(key, version);
  EXPECT_TRUE(found) << key;
  return found.value_or(KeyDefinition(0));
}

// `ok`, or the kind of error and what is expected.
std::string verdict(Role role, std::string_view key, Version version, std::string_view text) {
  const auto value = parse_value(definition(role, key, version), text, version);
  if (value) return "ok";
  static constexpr std::string_view kKinds[] = {"wrong type", "out of range", "not accepted"};
  return std::string(kKinds[static_cast<int>(value.error().kind)]) + ": " + value.error().expected;
}

struct Cases {
  std::vector<std::string_view> accepted, refused;
};

void expect_all(Role role, std::string_view key, Version version, const Cases& cases) {
  for (std::string_view text : cases.accepted)
    EXPECT_EQ(verdict(role, key, version, text), "ok") << key << '=' << text;
  for (std::string_view text : cases.refused)
    EXPECT_NE(verdict(role, key, version, text), "ok") << key << '=' << text;
}

const Version k3_6(3, 6, 2);
const Version k4_4(4, 4, 0);

TEST(Validators, Ranges) {
  EXPECT_EQ(verdict(Role::producer, "batch.size", k3_6, "0"), "ok");
  EXPECT_EQ(verdict(Role::producer, "batch.size", k3_6, "-1"),
            "out of range: a whole number of at least 0");
  EXPECT_EQ(verdict(Role::producer, "batch.size", k3_6, "2147483648"),
            "out of range: a whole number from 0 to 2147483647");
  EXPECT_EQ(verdict(Role::producer, "batch.size", k3_6, "16k"),
            "wrong type: a whole number of at least 0");
  EXPECT_EQ(verdict(Role::producer, "compression.zstd.level", k4_4, "23"),
            "out of range: a whole number from -131072 to 22");
  EXPECT_EQ(verdict(Role::producer, "compression.zstd.level", k4_4, "22"), "ok");
  EXPECT_EQ(verdict(Role::topic, "min.cleanable.dirty.ratio", k3_6, "1.0"), "ok");
  EXPECT_EQ(verdict(Role::topic, "min.cleanable.dirty.ratio", k3_6, "1.01"),
            "out of range: a number from 0.0 to 1.0");
  EXPECT_EQ(verdict(Role::topic, "min.cleanable.dirty.ratio", k3_6, "NaN"), "ok");
}

TEST(Validators, OneOf) {
  EXPECT_EQ(verdict(Role::producer, "acks", k3_6, " -1 "), "ok");
  EXPECT_EQ(verdict(Role::producer, "acks", k3_6, "ALL"), "not accepted: one of all, -1, 0, 1");
  EXPECT_EQ(verdict(Role::consumer, "group.protocol", k4_4, "con\u017Fumer"), "ok");
  EXPECT_EQ(verdict(Role::consumer, "group.protocol", k4_4, "x"),
            "not accepted: one of CLASSIC, CONSUMER, in any case");
  EXPECT_EQ(verdict(Role::producer, "enable.idempotence", k3_6, "yes"),
            "wrong type: true or false");
}

TEST(Validators, Lists) {
  expect_all(Role::topic, "cleanup.policy", k3_6,
             {{"delete", "compact,delete", "delete , delete", ""}, {"x", "delete,", "Delete"}});
  expect_all(Role::producer, "bootstrap.servers", k3_6, {{"", "a,,b", "a,a"}, {}});
  expect_all(Role::producer, "bootstrap.servers", k4_4, {{"a", "a,a"}, {"", "a,,b", "a,"}});
  EXPECT_EQ(verdict(Role::producer, "bootstrap.servers", k4_4, ""),
            "not accepted: a list without empty items, at least one");
}

TEST(Validators, DuplicatesAreDroppedSince4_2) {
  const auto items = [](Version version) {
    const auto value =
        parse_value(definition(Role::producer, "bootstrap.servers", version), "a,b,a", version);
    return convert_to_string(value.value());
  };
  EXPECT_EQ(items(Version(4, 1, 2)), "a,b,a");
  EXPECT_EQ(items(Version(4, 2, 0)), "a,b");
}

TEST(Validators, Texts) {
  EXPECT_EQ(verdict(Role::streams, "application.id", k3_6, "a"), "ok");
  expect_all(Role::source_connector, "name", k3_6,
             {{"a", "a b"}, {"", "a\x7F", "a\u0085", "a\tb"}});
  EXPECT_EQ(verdict(Role::producer, "transactional.id", k3_6, ""),
            "not accepted: a text that is not empty");
}

TEST(Validators, VersionsOfKafka) {
  const std::string_view key = "inter.broker.protocol.version";
  expect_all(Role::broker, key, Version(2, 8, 2),
             {{"2.8", "2.8.1", "2.8-IV0.7", "0.10.2.1", "1.0."}, {"1", "0.10", "2.9", "", "2"}});
  expect_all(Role::broker, key, k3_6, {{"2.8", "1.0.1."}, {"1.0.", "3.7", "3"}});
  EXPECT_TRUE(verdict(Role::broker, key, k3_6, "x")
                  .starts_with("not accepted: a version of Kafka, 0.8.0 to 3.6"));
}

TEST(NamedValidators, AutoOffsetReset) {
  expect_all(
      Role::consumer, "auto.offset.reset", k4_4,
      {{"latest", "earliest", "none", "by_duration:PT0S", "by_duration:pt1h", "by_duration:-PT-1S",
        "by_duration:P1D", "by_duration:P1DT1H2M3.5S"},
       {"", "LATEST", "by_duration", "by_duration:", "by_duration:-PT1S", "by_duration:1h"}});
  expect_all(Role::group, "share.auto.offset.reset", k4_4,
             {{"latest", "by_duration:PT1S"}, {"none", "x"}});
}

TEST(NamedValidators, Durations) {
  for (const char* text : {"PT1H", "P0D", "PT0.000000001S", "PT1,5S", "PT-1M61S", "PT1.S", "+PT+1S",
                           "-P-1D", "PT9223372036854775807S", "PT2H3S", "-PT0S"})
    EXPECT_TRUE(is_duration_from_zero(text)) << text;
  for (const char* text : {"", "P", "PT", "P1DT", "1h", "PT1", "PT1S2M", "PT1S1S", "P1H", "PT1.5M",
                           "PT0.0000000001S", "PT-0.5S", "PT9223372036854775808S",
                           "P9223372036854775807D", "PT-1S", "PT1S ", "P1D1D", "PT.5S"})
    EXPECT_FALSE(is_duration_from_zero(text)) << text;
}

TEST(NamedValidators, Numbers) {
  expect_all(Role::producer, "compression.gzip.level", k4_4, {{"-1", "1", "9"}, {"-2", "0", "10"}});
  EXPECT_EQ(verdict(Role::producer, "compression.gzip.level", k4_4, "0"),
            "out of range: -1, or a whole number from 1 to 9");
  expect_all(Role::connect_distributed, "offset.storage.partitions", k3_6,
             {{"-1", "1", "99"}, {"-2", "0"}});
  expect_all(Role::source_connector, "transaction.boundary.interval.ms", k3_6,
             {{"0", "1"}, {"-1", ""}});
}

TEST(NamedValidators, Streams) {
  expect_all(Role::streams, "topology.optimization", k4_4,
             {{"all,", ",", "none", "merge.repartition.topics,merge.repartition.topics",
               "single.store.self.join , reuse.ktable.source.topics"},
              {"", " ", "ALL", "all,none", "none,none", ",none"}});
  expect_all(Role::streams, "application.server", k4_4,
             {{"", "h:1", "a://h:1", "[::1]:1", "h:99999", "h:2147483647"},
              {"h", ":1", "h:", "h:99999999999", "a b:1", "h:1/", "[]:1", "a/b://h:1", "://x/:1"}});
}

TEST(NamedValidators, ThrottledReplicas) {
  const std::string_view key = "leader.replication.throttled.replicas";
  expect_all(Role::topic, key, Version(2, 7, 2),
             {{"", ",", "0:1,,2:33", "*", "*,x"}, {"0", "a:1", "0:1,*", ",*"}});
  expect_all(
      Role::topic, key, Version(2, 8, 0),
      {{"", ",", "0:1,,2:33", "*", ",*"}, {"0", "a:1", "0:1,*", "*,x", "*,*", "1:", "1:2:3"}});
}

TEST(NamedValidators, Quorum) {
  const std::string_view voters = "controller.quorum.voters";
  expect_all(Role::broker, voters, k4_4,
             {{"", "1@h:1", "-1@a://h:0", "+1@[::1]:65535@", "1@:1"},
              {",", "h:1", "a@h:1", "1@h", "1@h:65536", "1@a b h:1", "@h:1", "1@h:1@2"}});
  expect_all(Role::broker, voters, k3_6, {{"1@a b h:1", "1@h:1"}, {"1@h", "1@h:65536"}});
  const std::string_view servers = "controller.quorum.bootstrap.servers";
  expect_all(Role::broker, servers, k4_4,
             {{"", "h:1", "a://h:65535", "[::1]:0"}, {",", "h", "h:65536", "a b h:1"}});
  expect_all(Role::broker, servers, Version(3, 9, 2), {{"a b h:1"}, {"h"}});
}

TEST(NamedValidators, ConnectWorkers) {
  const Role worker = Role::connect_distributed;
  expect_all(worker, "inter.worker.key.generation.algorithm", k3_6,
             {{"HmacSHA256", "hmacsha256", "AES", "1.2.840.113549.2.9"}, {"", "x"}});
  expect_all(worker, "inter.worker.signature.algorithm", k3_6,
             {{"HmacSHA512/256", "PBEWithHmacSHA1"}, {"", "AES", "HmacSHA"}});
  expect_all(worker, "inter.worker.verification.algorithms", k3_6,
             {{"HmacSHA256,HmacMD5"}, {"", "HmacSHA256,AES"}});
  expect_all(worker, "listeners", k3_6, {{"x"}, {"", ",", "http://h:1,"}});
  expect_all(worker, "admin.listeners", k3_6, {{"", "x"}, {",", "x,"}});
}

TEST(NamedValidators, ResponseHeaders) {
  expect_all(Role::connect_distributed, "response.http.headers.config", k3_6,
             {{"", "set a:b", "ADD a: b,setdate a :b", "\"addDate a:b,c\" x, set a:b", "set a:b,",
               "set a:b:", "\"set a:b", "\"set a:\\\",b\""},
              {"x", "set", "set a", "set a:", "put a:b", "set a:b:c", "set a b:c", "set :b",
               ",set a:b", "set a:b, ,set a:b"}});
}

TEST(NamedValidators, Connectors) {
  expect_all(Role::source_connector, "transforms", k3_6, {{"", "a,b"}, {"a,b,a"}});
  expect_all(Role::sink_connector, "topics.regex", k3_6,
             {{"", "a.*", "(a|b)+", "[ab]", "\\(", "(?i)a", "a{2}"},
              {"*", "[", "(", "a)", "a|*", "(*a)", "a\\"}});
  expect_all(Role::source_connector, "key.converter", k3_6, {{"org.example.Any"}, {""}});
}

TEST(NamedValidators, RegularExpressions) {
  for (const char* text : {"[]a]", "a|", "x{2}", "x{2,}?", "x*+", "[a-z]+", "[a[b]", "\\d+", "a||b",
                           "(?:a)?", "^*", "\\Q[", "[\\]]", "a}", "]", "\\p{L}", "[a-]", "\\1"})
    EXPECT_TRUE(may_be_java_regex(text)) << text;
  for (const char* text : {"[]", "[^]", "a**", "a+*", "x*?+", "a{", "{", "a{x}", "a{2", "\\p",
                           "\\y", "[z-a]", "a(b", "|*", "[ab", "(+a)"})
    EXPECT_FALSE(may_be_java_regex(text)) << text;
}

TEST(NamedValidators, PluginVersions) {
  expect_all(Role::source_connector, "connector.plugin.version", k4_4,
             {{"", "1", "x", "latest", "1.0-beta", "[1,2)", "(,2],[3,)", "[1,1]", "[1][2]", "1,2",
               "[1.0,1]", "[1-beta,1-alpha]"},
              {"[1", "(1)", "[2,1]", "[1,1)", "1,2]", "[1,2] 3", "[1,3],[2,4]", "[1,2],(,3]",
               "[10,9]", "2,1"}});
}

TEST(NamedValidators, EveryNameOfTheCatalogIsKnown) {
  for (Role role : kAllRoles)
    for (std::string_view key : catalog(role).all_keys())
      for (KeyDefinition each : catalog(role).history(key))
        for (const Validator& validator : each.validators())
          EXPECT_EQ(describe_named_validator(validator.name).empty(),
                    validator.kind != Validator::Kind::named)
              << validator.name;
}

TEST(Validators, AcceptEveryDefaultOfTheCatalog) {
  for (Role role : kAllRoles)
    for (std::string_view key : catalog(role).all_keys())
      for (KeyDefinition each : catalog(role).history(key)) {
        if (each.required()) continue;
        const VersionSet versions = each.versions();
        const Version version = versions.releases().front();
        EXPECT_FALSE(validate(each, each.default_value(), version))
            << to_string(role) << ' ' << key << ' ' << version.to_string();
      }
}

TEST(DescribeAccepted, SpeaksForPeople) {
  const auto words = [](Role role, std::string_view key) {
    return describe_accepted(definition(role, key, k4_4), k4_4);
  };
  EXPECT_EQ(words(Role::producer, "acks"), "one of all, -1, 0, 1");
  EXPECT_EQ(words(Role::producer, "client.id"), "any text");
  EXPECT_EQ(words(Role::producer, "key.serializer"), "the name of a class");
  EXPECT_EQ(words(Role::topic, "cleanup.policy"), "a list of compact, delete");
  EXPECT_EQ(words(Role::producer, "linger.ms"), "a whole number of at least 0");
}

}  // namespace
}  // namespace kaflint::kafka
