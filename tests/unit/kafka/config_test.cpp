// What ConfigDef.parse makes of a whole configuration.
#include "linter/kafka/config.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace kaflint::kafka {
namespace {

using Texts = std::vector<std::string>;

const Version k3_6(3, 6, 2);

WrittenConfig written(
    std::initializer_list<std::pair<std::string_view, std::optional<std::string>>> entries) {
  WrittenConfig config;
  for (const auto& [key, value] : entries) config.set(key, value);
  return config;
}

Texts error_keys(const ParsedConfig& config) {
  Texts keys;
  for (const ConfigError& error : config.errors())
    keys.push_back(std::string(error.definition.key()) + (error.missing ? " missing" : ""));
  return keys;
}

ParsedConfig producer(const WrittenConfig& config, Completeness complete = Completeness::complete,
                      Version version = k3_6) {
  return {catalog(Role::producer), version, config, complete};
}

TEST(WrittenConfig, HoldsValuesAndUnknowns) {
  WrittenConfig config = written({{"acks", "1"}, {"retries", std::nullopt}});
  config.set("acks", "0");
  EXPECT_TRUE(config.contains("retries"));
  EXPECT_EQ(*config.find("acks"), "0");
  EXPECT_EQ(*config.find("retries"), std::nullopt);
  EXPECT_EQ(config.find("linger.ms"), nullptr);
}

TEST(WrittenConfig, GivesTheEntriesBehindAPrefix) {
  const WrittenConfig config =
      written({{"a", "0"}, {"a.", "1"}, {"a.b", "2"}, {"a.c", std::nullopt}, {"ab", "3"}});
  Texts keys;
  for (const auto& [key, value] : config.with_prefix("a.")) keys.push_back(key);
  EXPECT_EQ(keys, (Texts{"a.", "a.b", "a.c"}));
  EXPECT_TRUE(config.with_prefix("b").empty());
}

TEST(ParsedConfig, GivesListsButNotOtherValuesAsLists) {
  const WrittenConfig w = written({{"bootstrap.servers", "a:1, b:2"}, {"acks", "1"}});
  const ParsedConfig config = producer(w);
  ASSERT_NE(config.list("bootstrap.servers"), nullptr);
  EXPECT_EQ(*config.list("bootstrap.servers"), (Texts{"a:1", "b:2"}));
  EXPECT_EQ(config.list("acks"), nullptr);
  EXPECT_EQ(config.list("no.such.key"), nullptr);
}

TEST(ParsedConfig, GivesWrittenValuesAndDefaults) {
  const WrittenConfig w = written({{"acks", " 1 "}, {"linger.ms", "+05"}, {"no.such.key", "x"}});
  const ParsedConfig config = producer(w);
  EXPECT_EQ(config.string("acks"), "1");
  EXPECT_EQ(config.number("linger.ms"), 5);
  EXPECT_EQ(config.number("batch.size"), 16384);
  EXPECT_EQ(config.boolean("enable.idempotence"), true);
  EXPECT_EQ(config.string("linger.ms"), std::nullopt);
  EXPECT_EQ(config.find("no.such.key"), nullptr);
  EXPECT_EQ(*config.find("transactional.id"), ConfigValue(Null{}));
  EXPECT_EQ(config.find("key.serializer"), nullptr);
  EXPECT_TRUE(config.is_written("no.such.key"));
  EXPECT_TRUE(config.errors().empty());
  EXPECT_TRUE(config.unknown().empty());
}

TEST(ParsedConfig, ErrorsComeInTheOrderOfConfigDef) {
  const WrittenConfig w = written({{"acks", "9"}, {"retries", "x"}, {"linger.ms", "-1"}});
  const ParsedConfig config = producer(w);
  EXPECT_EQ(error_keys(config), (Texts{"retries", "acks", "linger.ms"}));
  EXPECT_EQ(config.find("acks"), nullptr) << "a refused value is not known";
  EXPECT_EQ(config.errors()[0].error.kind, ValueError::Kind::wrong_type);
  EXPECT_EQ(config.errors()[2].error.expected, "a whole number of at least 0");
}

TEST(ParsedConfig, MissingKeysStandAmongTheErrors) {
  const WrittenConfig w = written({{"bootstrap.servers", "h:1"}, {"num.partitions", "x"}});
  const ParsedConfig worker(catalog(Role::connect_distributed), k3_6, w, Completeness::complete);
  const Texts keys = error_keys(worker);
  ASSERT_EQ(keys.size(), 6U);
  for (const char* key :
       {"group.id missing", "config.storage.topic missing", "offset.storage.topic missing",
        "status.storage.topic missing", "key.converter missing", "value.converter missing"})
    EXPECT_NE(std::ranges::find(keys, key), keys.end()) << key;
  EXPECT_EQ(worker.find("group.id"), nullptr);
}

TEST(ParsedConfig, SerializersMayComeFromTheConstructor) {
  const WrittenConfig nothing;
  EXPECT_EQ(error_keys(producer(nothing)), Texts{});
  EXPECT_EQ(error_keys(producer(nothing, Completeness::complete, Version(4, 4, 0))),
            Texts{"bootstrap.servers missing"});
}

TEST(ParsedConfig, AbsentKeysOfAnIncompleteConfigurationAreUnknown) {
  const WrittenConfig w = written({{"acks", "1"}});
  const ParsedConfig config = producer(w, Completeness::incomplete, Version(4, 4, 0));
  EXPECT_EQ(config.find("linger.ms"), nullptr);
  EXPECT_EQ(config.string("acks"), "1");
  EXPECT_TRUE(config.errors().empty());
  EXPECT_EQ(config.unknown(), Texts{"bootstrap.servers"});
}

TEST(ParsedConfig, UnknownValuesThatCouldBeRefused) {
  const std::optional<std::string> unknown;
  const WrittenConfig w = written({{"acks", unknown},
                                   {"retries", unknown},
                                   {"client.id", unknown},
                                   {"ssl.key.password", unknown},
                                   {"bootstrap.servers", unknown},
                                   {"key.serializer", unknown},
                                   {"transactional.id", unknown}});
  const ParsedConfig config = producer(w);
  EXPECT_EQ(config.unknown(), (Texts{"retries", "acks", "key.serializer", "transactional.id"}));
  EXPECT_EQ(config.find("acks"), nullptr);
}

}  // namespace
}  // namespace kaflint::kafka
