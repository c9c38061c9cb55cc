// What the catalog knows of brokers beyond their ConfigDef: dynamic scopes and topic synonyms.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "linter/kafka/catalog.h"

namespace kaflint::kafka {
namespace {

DynamicScope scope(std::string_view key, Version version) {
  return catalog(Role::broker).find(key, version).value().dynamic_scope();
}

std::string synonyms(std::string_view key, Version version) {
  std::string out;
  for (std::string_view synonym : catalog(Role::topic).find(key, version).value().synonyms())
    out += (out.empty() ? "" : " > ") + std::string(synonym);
  return out;
}

struct DynamicCount {
  Version version;
  std::ptrdiff_t per_broker;
  std::ptrdiff_t cluster_wide;
};

// DynamicBrokerConfig.dynamicConfigUpdateModes of these jars, asked apart from the extraction.
TEST(DynamicScope, AsManyKeysAsTheJarsSay) {
  constexpr DynamicCount kCounts[] = {
      {Version(0, 11, 0, 3), 0, 0}, {Version(1, 0, 2), 0, 0},   {Version(1, 1, 0), 29, 33},
      {Version(2, 3, 1), 33, 38},   {Version(2, 8, 2), 37, 39}, {Version(3, 3, 2), 37, 39},
      {Version(3, 6, 2), 37, 45},   {Version(3, 9, 2), 37, 52}, {Version(4, 0, 0), 36, 54},
      {Version(4, 1, 2), 36, 54},   {Version(4, 2, 0), 36, 56}, {Version(4, 3, 1), 37, 62},
      {Version(4, 4, 0), 37, 70}};
  for (const DynamicCount& count : kCounts) {
    const auto definitions = catalog(Role::broker).definitions(count.version);
    const auto with = [&](DynamicScope wanted) {
      return std::ranges::count(definitions, wanted, &KeyDefinition::dynamic_scope);
    };
    EXPECT_EQ(with(DynamicScope::per_broker), count.per_broker) << count.version.to_string();
    EXPECT_EQ(with(DynamicScope::cluster_wide), count.cluster_wide) << count.version.to_string();
  }
}

TEST(DynamicScope, OfSingleKeys) {
  EXPECT_EQ(scope("num.io.threads", Version(1, 0, 2)), DynamicScope::read_only);
  EXPECT_EQ(scope("num.io.threads", Version(1, 1, 0)), DynamicScope::cluster_wide);
  EXPECT_EQ(scope("ssl.keystore.location", Version(3, 6, 2)), DynamicScope::per_broker);
  EXPECT_EQ(scope("log.retention.ms", Version(3, 6, 2)), DynamicScope::cluster_wide);
  EXPECT_EQ(scope("log.retention.hours", Version(3, 6, 2)), DynamicScope::read_only);
  EXPECT_EQ(scope("num.network.threads", Version(3, 9, 2)), DynamicScope::cluster_wide);
  EXPECT_EQ(to_string(DynamicScope::per_broker), "per-broker");
}

TEST(DynamicScope, OnlyBrokersHaveOne) {
  for (Role role : kAllRoles) {
    if (role == Role::broker) continue;
    for (std::string_view key : catalog(role).all_keys())
      for (KeyDefinition definition : catalog(role).history(key))
        EXPECT_EQ(definition.dynamic_scope(), DynamicScope::read_only) << key;
  }
}

TEST(DynamicScope, ThrottlesAreSetOnARunningBrokerOnly) {
  EXPECT_EQ(dynamic_only("leader.replication.throttled.rate"), VersionSet::all());
  EXPECT_EQ(dynamic_only("replica.alter.log.dirs.io.max.bytes.per.second").to_string(),
            "1.1.0..4.4.0");
  EXPECT_TRUE(dynamic_only("num.io.threads").empty());
}

TEST(TopicSynonyms, InTheOrderInWhichABrokerLooks) {
  EXPECT_EQ(synonyms("retention.ms", Version(3, 6, 2)),
            "log.retention.ms > log.retention.minutes > log.retention.hours");
  EXPECT_EQ(synonyms("segment.ms", Version(0, 11, 0, 0)), "log.roll.ms > log.roll.hours");
  EXPECT_EQ(synonyms("flush.ms", Version(4, 4, 0)),
            "log.flush.interval.ms > log.flush.scheduler.interval.ms");
  EXPECT_EQ(synonyms("max.message.bytes", Version(2, 8, 2)), "message.max.bytes");
  EXPECT_EQ(synonyms("min.insync.replicas", Version(4, 4, 0)), "min.insync.replicas");
  EXPECT_EQ(synonyms("message.format.version", Version(3, 9, 2)), "log.message.format.version");
  EXPECT_EQ(synonyms("leader.replication.throttled.replicas", Version(3, 6, 2)), "");
}

// KafkaConfig falls back to the deprecated key itself, which Kafka's own table of synonyms omits.
TEST(TopicSynonyms, TimestampBoundsFallBackToTheirPredecessor) {
  EXPECT_EQ(synonyms("message.timestamp.before.max.ms", Version(3, 6, 0)),
            "log.message.timestamp.before.max.ms > log.message.timestamp.difference.max.ms");
  EXPECT_EQ(synonyms("message.timestamp.after.max.ms", Version(3, 9, 2)),
            "log.message.timestamp.after.max.ms > log.message.timestamp.difference.max.ms");
  EXPECT_EQ(synonyms("message.timestamp.after.max.ms", Version(4, 0, 0)),
            "log.message.timestamp.after.max.ms");
}

TEST(TopicSynonyms, AreKeysOfTheBrokerInTheSameRelease) {
  for (Version version : known_releases())
    for (KeyDefinition topic : catalog(Role::topic).definitions(version))
      for (std::string_view synonym : topic.synonyms())
        EXPECT_TRUE(catalog(Role::broker).find(synonym, version))
            << synonym << ' ' << version.to_string();
}

TEST(TopicSynonyms, OnlyTopicsHaveThem) {
  for (Role role : kAllRoles) {
    if (role == Role::topic) continue;
    for (std::string_view key : catalog(role).all_keys())
      for (KeyDefinition definition : catalog(role).history(key))
        EXPECT_TRUE(definition.synonyms().empty()) << key;
  }
}

}  // namespace
}  // namespace kaflint::kafka
