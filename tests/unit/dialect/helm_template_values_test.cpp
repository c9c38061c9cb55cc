// Which files the values of a template come from.
#include "linter/dialect/helm_template_values.h"

#include "tests/unit/source/temporary_folder.h"

namespace kaflint::dialect {
namespace {

class HelmTemplateValues : public TemporaryFolder {
 protected:
  void SetUp() override {
    TemporaryFolder::SetUp();
    write(".git/HEAD", "");
    write("Chart.yaml", "name: shop\nversion: 1.0.0\n");
    write("values.yaml", "a: 1\nglobal: {zone: eu}\nbroker:\n  acks: all\n  deep: {x: 1}\n");
    write("templates/t.yaml", "");
    write("charts/broker/Chart.yaml", "name: broker\nversion: 2.0.0\n");
    write("charts/broker/values.yaml",
          "acks: 1\nlinger: 5\ndeep: {x: 9, w: 8}\nglobal: {zone: us}\n");
    write("charts/broker/templates/t.yaml", "");
  }
  std::string find(std::initializer_list<std::string> path,
                   const std::string& file = "charts/broker/templates/t.yaml", std::size_t way = 0,
                   std::span<const std::vector<std::string>> installations = {}) {
    const auto values = TemplateValues::of(SourceFile(at(file), ""), &files_, installations);
    if (!values) return "none";
    const TemplateValue value = values->find(std::vector<std::string>(path), way);
    if (value.type == TemplateValue::Type::unknown) return "unknown";
    if (!value.given) return "not given";
    return value.text + ", " + value.origin;
  }

  ProjectFiles files_;
};

TEST_F(HelmTemplateValues, ChartAboveOverrulesTheOneBelowCharts) {
  EXPECT_EQ(find({"acks"}), "all, the default in line 4 of values.yaml of shop");
  EXPECT_EQ(find({"linger"}), "5, the default in line 2 of values.yaml");
  EXPECT_EQ(find({"deep", "x"}), "1, the default in line 5 of values.yaml of shop");
  EXPECT_EQ(find({"deep", "w"}), "8, the default in line 3 of values.yaml");
  EXPECT_EQ(find({"global", "zone"}), "eu, the default in line 2 of values.yaml of shop");
  EXPECT_EQ(find({"a"}), "not given");
  EXPECT_EQ(find({"deep", "z", "z"}), "unknown");
  EXPECT_EQ(find({"acks", "z"}), "unknown");
}

TEST_F(HelmTemplateValues, AliasIsTheNameInTheChartAbove) {
  write("Chart.yaml",
        "name: shop\nversion: 1.0.0\ndependencies:\n- {name: broker, version: 2.0.0, alias: "
        "kafka}\n");
  write("values.yaml", "broker: {acks: 0}\nkafka: {acks: all}\n");
  EXPECT_EQ(find({"acks"}), "all, the default in line 2 of values.yaml of shop");
  const SourceFile file(at("charts/broker/templates/t.yaml"), "");
  EXPECT_EQ(TemplateValues::of(file, &files_)->chart("Name").text, "kafka");
}

TEST_F(HelmTemplateValues, ChartOfSeveralNamesHasNoValues) {
  write("Chart.yaml",
        "name: shop\nversion: 1.0.0\ndependencies:\n- {name: broker, version: 2.0.0, alias: b1}\n"
        "- {name: broker, version: 2.0.0, alias: b2}\n");
  EXPECT_EQ(find({"acks"}), "none");
}

TEST_F(HelmTemplateValues, NullOfTheChartAboveMayTakeTheValueAway) {
  write("values.yaml", "broker: {acks: null}\n");
  EXPECT_EQ(find({"acks"}), "unknown");
}

TEST_F(HelmTemplateValues, EachFileBesideIsAWayToInstall) {
  write("values-prod.yaml", "a: 2\n");
  write("values-test.yml", "b: 3\n");
  write("other.yaml", "a: 4\n");
  const auto values = TemplateValues::of(SourceFile(at("templates/t.yaml"), ""), &files_);
  ASSERT_TRUE(values);
  EXPECT_EQ(values->ways(), 3U);
  EXPECT_EQ(find({"a"}, "templates/t.yaml"), "1, the default in line 1 of values.yaml");
  EXPECT_EQ(find({"a"}, "templates/t.yaml", 1), "2, the default in line 1 of values-prod.yaml");
  EXPECT_EQ(find({"a"}, "templates/t.yaml", 2), "1, the default in line 1 of values.yaml");
}

TEST_F(HelmTemplateValues, InstallationsAreTheWays) {
  write("values-prod.yaml", "a: 2\nb: 5\n");
  write("values-eu.yaml", "a: 3\n");
  write("deploy/us.yaml", "a: 4\n");
  const std::vector<std::vector<std::string>> installations = {
      {"../values.yaml", "../values-prod.yaml", "../values-eu.yaml"},
      {"../values.yaml", "../deploy/us.yaml"},
      {"../../other/values.yaml", "../values.yaml"},  // begins elsewhere, so it is another chart's
  };
  const auto a = [&](std::size_t way) {
    return find({"a"}, "templates/t.yaml", way, installations);
  };
  EXPECT_EQ(a(0), "3, the default in line 1 of values-eu.yaml");
  EXPECT_EQ(a(1), "4, the default in line 1 of us.yaml");
  EXPECT_EQ(find({"b"}, "templates/t.yaml", 0, installations),
            "5, the default in line 2 of values-prod.yaml");
  EXPECT_EQ(find({"b"}, "templates/t.yaml", 1, installations), "not given");
  const SourceFile file(at("templates/t.yaml"), "");
  EXPECT_EQ(TemplateValues::of(file, &files_, installations)->ways(), 2U);
  EXPECT_EQ(TemplateValues::of(file, &files_, std::span(installations).last(1))->ways(), 3U)
      << "without an installation of this chart, each file beside is a way";
}

TEST_F(HelmTemplateValues, ChartsBesideOneAnotherAreOnTheirOwn) {
  write("charts/broker/templates/t.yaml", "");
  write("lone/charts/one/Chart.yaml", "name: one\nversion: 1.0.0\n");
  write("lone/charts/one/values.yaml", "acks: 1\n");
  write("lone/charts/one/templates/t.yaml", "");
  EXPECT_EQ(find({"acks"}, "lone/charts/one/templates/t.yaml"),
            "1, the default in line 1 of values.yaml");
}

}  // namespace
}  // namespace kaflint::dialect
