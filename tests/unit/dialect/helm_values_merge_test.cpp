// Files of values that an installation lays over one another.
#include "linter/dialect/helm_values_merge.h"

#include "tests/unit/dialect/reading.h"
#include "tests/unit/source/temporary_folder.h"

namespace kaflint::dialect {
namespace {

class HelmValuesMerge : public TemporaryFolder {
 protected:
  void SetUp() override {
    TemporaryFolder::SetUp();
    write(".git/HEAD", "");
    write("values.yaml", kBase);
  }

  /// The files beside one another, the last one read over the others.
  FileUnits read(const std::vector<std::string>& values) {
    ReadOptions options;
    options.files = &files_;
    options.installations = {{"elsewhere.yaml"}, values};
    const auto source = files_.read(at("any"), values.back());
    bytes_ = source->bytes();
    return read_units(*source, options);
  }

  /// `key=value @what stands there`, or `key=value < other file's line`.
  Lines settings(const Unit& unit) const {
    const Lines all = Reading::settings(unit);
    Lines lines;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Setting& setting = unit.settings[i];
      if (setting.origin == SettingOrigin::framework) continue;
      lines.push_back(all[i]);
      EXPECT_EQ(setting.inherited, setting.entry_span.empty()) << all[i];
      lines.back() += setting.inherited ? " < " + setting.chain.front().what
                                        : " @" + bytes_.substr(setting.value_span.begin,
                                                               setting.value_span.size());
    }
    return lines;
  }

  static constexpr const char* kBase =
      "app:\n"
      "  producer:\n"
      "    acks: 1\n"
      "    linger.ms: 5\n"
      "    batch.size: 1000000\n"
      "  properties: |\n"
      "    group.id=orders\n"
      "    max.poll.records=10\n"
      "topics: [one, two]\n";

  ProjectFiles files_;
  std::string bytes_;
};

TEST_F(HelmValuesMerge, MapsAreMergedKeyByKey) {
  write("prod.yaml", "app:\n  producer:\n    acks: 'all'  # for production\n    linger.ms: ~\n");
  const FileUnits found = read({"values.yaml", "prod.yaml"});
  ASSERT_EQ(found.units.size(), 1U) << "the text is as it was, so it is told of values.yaml";
  EXPECT_EQ(found.units[0].name, "app.producer");
  EXPECT_EQ(found.units[0].role, kafka::Role::producer);
  EXPECT_EQ(settings(found.units[0]),
            (Lines{"batch.size ? unsupported < values.yaml:5", "acks=all @'all'"}));
  EXPECT_EQ(bytes_.substr(found.units[0].span.begin, found.units[0].span.size()),
            "acks: 'all'  # for production\n    linger.ms: ~");
}

TEST_F(HelmValuesMerge, OneSettingIsEnoughOverAMapThatIsKnown) {
  write("prod.yaml", "app:\n  producer:\n    acks: all\n");
  const Reading alone("values-prod.yaml", "app:\n  producer:\n    acks: all\n");
  EXPECT_EQ(alone.names(), Lines{});
  EXPECT_EQ(settings(read({"values.yaml", "prod.yaml"}).units.at(0)),
            (Lines{"linger.ms=5 < values.yaml:4", "batch.size ? unsupported < values.yaml:5",
                   "acks=all @all"}));
}

TEST_F(HelmValuesMerge, TextsAndListsAreReplaced) {
  write("prod.yaml",
        "app:\n  properties: |\n    group.id=orders\n    # \"quoted\"\n"
        "    session.timeout.ms=45000\ntopics: []\n");
  const FileUnits found = read({"values.yaml", "prod.yaml"});
  ASSERT_EQ(found.units.size(), 1U);
  EXPECT_EQ(settings(found.units[0]),
            (Lines{"group.id=orders @orders", "session.timeout.ms=45000 @45000"}));
}

TEST_F(HelmValuesMerge, LaterFilesAreStronger) {
  write("prod.yaml", "app:\n  producer:\n    acks: all\n    linger.ms: 10\n");
  write("eu.yaml", "app:\n  producer:\n    linger.ms: 20\n");
  EXPECT_EQ(settings(read({"values.yaml", "prod.yaml", "eu.yaml"}).units.at(0)),
            (Lines{"batch.size ? unsupported < values.yaml:5", "acks=all < prod.yaml:3",
                   "linger.ms=20 @20"}));
  EXPECT_EQ(
      settings(read({"values.yaml", "prod.yaml"}).units.at(0)),
      (Lines{"batch.size ? unsupported < values.yaml:5", "acks=all @all", "linger.ms=10 @10"}));
}

TEST_F(HelmValuesMerge, AliasesAreWrittenOut) {
  write("values.yaml",
        "common: &common\n  linger.ms: 5\n  batch.size: '16384'\n"
        "app:\n  producer:\n    <<: *common\n    acks: \"all\"\n");
  write("prod.yaml", "app:\n  producer:\n    retries: 3\n");
  EXPECT_EQ(settings(read({"values.yaml", "prod.yaml"}).units.at(0)),
            (Lines{"acks=all < values.yaml:7", "linger.ms=5 < values.yaml:2",
                   "batch.size=16384 < values.yaml:3", "retries=3 @3"}));
}

TEST_F(HelmValuesMerge, AliasesThatMultiplyAreNot) {
  std::string bomb = "a0: &a0 {x: 1}\n";
  for (int i = 1; i < 60; ++i)
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " {x: *a" +
            std::to_string(i - 1) + ", y: *a" + std::to_string(i - 1) + "}\n";
  write("values.yaml", bomb);
  write("prod.yaml", "app:\n  producer:\n    linger.ms: 5\n    batch.size: 6\n");
  const FileUnits found = read({"values.yaml", "prod.yaml"});
  ASSERT_EQ(found.units.size(), 1U) << "read alone";
  EXPECT_EQ(settings(found.units[0]), (Lines{"linger.ms=5 @5", "batch.size=6 @6"}));
}

TEST_F(HelmValuesMerge, ConditionsOfATemplateDecide) {
  write("values.yaml", "app:\n{{ if .x }}\n  producer:\n    acks: 1\n{{ end }}\n");
  write("prod.yaml", "app:\n  producer:\n    batch.size: 3\n    linger.ms: 5\n");
  EXPECT_EQ(settings(read({"values.yaml", "prod.yaml"}).units.at(0)),
            (Lines{"batch.size=3 @3", "linger.ms=5 @5"}));
}

TEST_F(HelmValuesMerge, BitnamisChartHasItsValuesFromBoth) {
  write("Chart.yaml",
        "name: shop\nversion: 1.0.0\ndependencies:\n- name: kafka\n  version: 26.8.1\n"
        "  repository: oci://registry-1.docker.io/bitnamicharts\n");
  write(
      "values.yaml",
      "kafka:\n  extraConfig: |\n    min.insync.replicas=2\n  controller:\n    replicaCount: 3\n");
  write("deploy/prod.yaml",
        "kafka:\n  broker:\n    replicaCount: 3\n    extraConfig: |\n      num.partitions=6\n");
  ReadOptions options;
  options.files = &files_;
  options.installations = {{"../values.yaml", "prod.yaml"}};
  const auto source = files_.read(at("any"), "deploy/prod.yaml");
  bytes_ = source->bytes();
  const FileUnits found = read_units(*source, options);
  ASSERT_EQ(found.units.size(), 1U) << "the controllers are as values.yaml alone has them";
  EXPECT_EQ(found.units[0].name, "kafka.broker");
  EXPECT_EQ(settings(found.units[0]),
            (Lines{"min.insync.replicas=2 < values.yaml:2", "num.partitions=6 @6"}));
  EXPECT_EQ(found.units[0].project_version->to_string(), "3.6.0..3.6.2");
}

}  // namespace
}  // namespace kaflint::dialect
