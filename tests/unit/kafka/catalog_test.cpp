// The compiled catalog against the counts of keys that were read from the released jars.
#include "linter/kafka/catalog.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>

namespace kaflint::kafka {
namespace {

std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> result;
  std::istringstream in(line);
  for (std::string cell; std::getline(in, cell, '\t');) result.push_back(cell);
  return result;
}

/// By the name of the data file: a role, or one of MirrorMaker's connectors.
RoleCatalog named(std::string_view name) {
  for (MirrorConnector connector : kAllMirrorConnectors)
    if (name == "mirror-" + std::string(to_string(connector))) return catalog(connector);
  return catalog(parse_role(name).value());
}

std::vector<RoleCatalog> every_catalog() {
  std::vector<RoleCatalog> result;
  for (Role role : kAllRoles) result.push_back(catalog(role));
  for (MirrorConnector connector : kAllMirrorConnectors) result.push_back(catalog(connector));
  return result;
}

// Over the newest patch of each line, so other patches may add some.
void check_distinct_keys(const std::vector<std::string>& head,
                         const std::vector<std::string>& counts) {
  for (std::size_t i = 1; i < head.size(); ++i)
    EXPECT_GE(named(head[i]).all_keys().size(), std::stoul(counts.at(i))) << head[i];
}

TEST(Catalog, HasTheCountedKeysInEveryCell) {
  std::ifstream in(KAFLINT_ROOT "/rules/catalog/extract/expected-counts.tsv");
  std::string line;
  std::getline(in, line);
  const std::vector<std::string> head = cells(line);
  ASSERT_EQ(head.size(), 17U);
  std::size_t checked = 0;
  while (std::getline(in, line)) {
    const std::vector<std::string> row = cells(line);
    if (row.at(0) == "all") continue;
    if (row.at(0) == "distinct") {
      check_distinct_keys(head, row);
      continue;
    }
    const std::optional<Version> version = Version::parse(row.at(0));
    ASSERT_TRUE(version) << line;
    for (std::size_t i = 1; i < head.size(); ++i, ++checked) {
      const std::size_t expected = row.at(i) == "-" ? 0 : std::stoul(row.at(i));
      EXPECT_EQ(named(head[i]).size(*version), expected) << head[i] << ' ' << row[0];
      EXPECT_EQ(named(head[i]).exists_in(*version), expected > 0) << head[i] << ' ' << row[0];
    }
  }
  EXPECT_EQ(checked, 32U * 16U);
}

TEST(Catalog, FindsEveryDefinitionAtItsPlaceInEveryRelease) {
  for (const RoleCatalog& definitions : every_catalog())
    for (Version version : known_releases()) {
      std::uint32_t place = 0;
      for (KeyDefinition definition : definitions.definitions(version)) {
        ASSERT_EQ(definitions.find(definition.key(), version), definition);
        ASSERT_EQ(definitions.order_of(definition.key(), version), place++);
        ASSERT_TRUE(definition.holds_in(version));
      }
      EXPECT_EQ(definitions.size(version), place);
    }
}

TEST(Catalog, EveryOrderHasEveryKeyThatIsDefinedAndNoOther) {
  for (const RoleCatalog& definitions : every_catalog())
    for (Version version : known_releases()) {
      std::vector<std::string_view> ordered;
      for (KeyDefinition definition : definitions.definitions(version))
        ordered.push_back(definition.key());
      std::ranges::sort(ordered);
      std::vector<std::string_view> defined;
      for (std::string_view key : definitions.all_keys())
        if (definitions.find(key, version)) defined.push_back(key);
      ASSERT_EQ(ordered, defined) << to_string(definitions.role()) << ' ' << version.to_string();
      EXPECT_EQ(definitions.exists_in(version), !defined.empty());
    }
}

TEST(Catalog, DefinitionsOfAKeyHoldWhereItsRoleExistsAndNeverTwoAtOnce) {
  for (const RoleCatalog& definitions : every_catalog())
    for (std::string_view key : definitions.all_keys()) {
      std::size_t releases = 0;
      for (KeyDefinition definition : definitions.history(key)) {
        const VersionSet versions = definition.versions();
        EXPECT_FALSE(versions.empty()) << key;
        for (Version version : versions.releases())
          EXPECT_TRUE(definitions.exists_in(version)) << key;
        releases += versions.size();
      }
      EXPECT_EQ(definitions.versions_of(key).size(), releases) << key;
    }
}

TEST(Catalog, KeysAreSortedAndComplete) {
  const std::vector<std::string_view> keys = catalog(Role::producer).all_keys();
  EXPECT_TRUE(std::ranges::is_sorted(keys));
  EXPECT_TRUE(std::ranges::binary_search(keys, std::string_view("acks")));
  EXPECT_GE(keys.size(), 122U);
}

TEST(Catalog, DefinitionOfAcks) {
  const RoleCatalog producer = catalog(Role::producer);
  const auto old = producer.find("acks", Version(2, 8, 2));
  const auto acks = producer.find("acks", Version(3, 0, 0));
  ASSERT_TRUE(old && acks);
  EXPECT_EQ(acks->key(), "acks");
  EXPECT_EQ(acks->type(), Type::string);
  EXPECT_EQ(old->default_text(), "1");
  EXPECT_EQ(acks->default_text(), "all");
  EXPECT_EQ(acks->default_value(), ConfigValue(std::string("all")));
  EXPECT_EQ(old->importance(), Importance::high);
  EXPECT_EQ(acks->importance(), Importance::low);
  EXPECT_FALSE(acks->required());
  ASSERT_EQ(acks->validators().size(), 1U);
  const Validator validator = acks->validators()[0];
  EXPECT_EQ(validator.kind, Validator::Kind::one_of);
  EXPECT_EQ(std::vector<std::string_view>(validator.items.begin(), validator.items.end()),
            (std::vector<std::string_view>{"all", "-1", "0", "1"}));
  EXPECT_EQ(producer.history("acks"), (std::vector<KeyDefinition>{*old, *acks}));
  EXPECT_EQ(old->versions().to_string(), "0.11.0.0..2.8.2");
  EXPECT_EQ(producer.versions_of("acks"), VersionSet::all());
}

TEST(Catalog, KeysComeAndGo) {
  const RoleCatalog producer = catalog(Role::producer);
  EXPECT_FALSE(producer.find("auto.include.jmx.reporter", Version(3, 3, 2)));
  EXPECT_TRUE(producer.find("auto.include.jmx.reporter", Version(3, 9, 2))->deprecated());
  EXPECT_FALSE(producer.find("auto.include.jmx.reporter", Version(4, 0, 0)));
  EXPECT_EQ(producer.versions_of("auto.include.jmx.reporter").to_string(), "3.4.0..3.9.2");
  EXPECT_TRUE(producer.history("no.such.key").empty());
  EXPECT_FALSE(producer.find("acks", Version(9, 0, 0)));
}

TEST(Catalog, MirrorMakerAndItsConnectors) {
  const RoleCatalog mirrormaker = catalog(Role::mirrormaker);
  EXPECT_FALSE(mirrormaker.exists_in(Version(2, 3, 1)));
  EXPECT_TRUE(mirrormaker.find("clusters", Version(2, 4, 0))->required());
  EXPECT_FALSE(mirrormaker.find("dedicated.mode.enable.internal.rest", Version(3, 4, 1)));
  EXPECT_TRUE(mirrormaker.find("dedicated.mode.enable.internal.rest", Version(3, 5, 0)));
  EXPECT_FALSE(mirrormaker.find("emit.checkpoints.enabled", Version(3, 6, 2)));

  const RoleCatalog source = catalog(MirrorConnector::source);
  const RoleCatalog checkpoint = catalog(MirrorConnector::checkpoint);
  EXPECT_EQ(source.role(), Role::mirrormaker);
  EXPECT_EQ(source.versions_of("emit.checkpoints.enabled").to_string(), "2.4.0..3.3.2");
  EXPECT_EQ(checkpoint.versions_of("emit.checkpoints.enabled").to_string(), "2.4.0..4.4.0");
  EXPECT_EQ(source.find("topics.blacklist", Version(2, 6, 3))->default_text(),
            ".*[\\-\\.]internal,.*\\.replica,__.*");
  EXPECT_FALSE(source.find("topics.exclude", Version(2, 6, 3)));
  EXPECT_TRUE(source.find("topics.blacklist", Version(2, 7, 0))->deprecated());
  EXPECT_FALSE(source.find("topics.blacklist", Version(4, 0, 0)));
  EXPECT_FALSE(checkpoint.find("sync.group.offsets.enabled", Version(2, 6, 3)));
  EXPECT_TRUE(checkpoint.find("sync.group.offsets.enabled", Version(2, 7, 0)));
  EXPECT_TRUE(catalog(MirrorConnector::heartbeat)
                  .find("emit.heartbeats.interval.seconds", Version(4, 4, 0)));
}

TEST(Catalog, OrderIsConfigDefs) {
  const RoleCatalog producer = catalog(Role::producer);
  const auto in_1_1 = producer.definitions(Version(1, 1, 1));
  EXPECT_EQ(in_1_1.at(0).key(), "bootstrap.servers");
  EXPECT_EQ(in_1_1.at(2).key(), "retries");
  EXPECT_EQ(in_1_1.at(3).key(), "acks");
  EXPECT_LT(producer.order_of("retries", Version(3, 6, 2)),
            producer.order_of("acks", Version(3, 6, 2)));
}

TEST(Catalog, RequiredKeys) {
  const auto required = catalog(Role::producer).required(Version(4, 4, 0));
  std::vector<std::string_view> keys;
  for (KeyDefinition definition : required) keys.push_back(definition.key());
  EXPECT_EQ(keys, (std::vector<std::string_view>{"bootstrap.servers", "key.serializer",
                                                 "value.serializer"}));
  EXPECT_EQ(catalog(Role::producer).required(Version(3, 6, 2)).size(), 2U);
}

TEST(Catalog, EveryDefaultIsOfItsTypeAndReadsBack) {
  for (const RoleCatalog& definitions : every_catalog())
    for (std::string_view key : definitions.all_keys())
      for (KeyDefinition definition : definitions.history(key)) {
        const ConfigValue& value = definition.default_value();
        if (!definition.default_text()) {
          EXPECT_EQ(value, ConfigValue(Null{})) << key;
        } else if (key != "partition.assignment.strategy") {
          EXPECT_EQ(convert_to_string(value), *definition.default_text()) << key;
        }
      }
}

TEST(Catalog, ClassesInAListAreNamesOnly) {
  const auto strategy =
      catalog(Role::consumer).find("partition.assignment.strategy", Version(3, 6, 2));
  EXPECT_EQ(strategy->default_value(),
            ConfigValue(std::vector<std::string>{
                "org.apache.kafka.clients.consumer.RangeAssignor",
                "org.apache.kafka.clients.consumer.CooperativeStickyAssignor"}));
  EXPECT_TRUE(strategy->default_text()->starts_with("class org.apache.kafka."));
}

TEST(Role, NamesReadBack) {
  for (Role role : kAllRoles) EXPECT_EQ(parse_role(to_string(role)), role);
  EXPECT_EQ(to_string(Role::connect_distributed), "connect-distributed");
  EXPECT_EQ(parse_role("Producer"), std::nullopt);
}

}  // namespace
}  // namespace kaflint::kafka
