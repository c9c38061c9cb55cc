// Properties files that a template language fills in later.
#include <gtest/gtest.h>

#include <string>

#include "linter/dialect/common.h"
#include "linter/dialect/dialect.h"

namespace kaflint::dialect {
namespace {

TEST(TemplateText, IsToldFromJsonAndFromPlaceholders) {
  EXPECT_TRUE(holds_template_text("{{ .Values.acks }}"));
  EXPECT_TRUE(holds_template_text("{broker_id}"));
  EXPECT_TRUE(holds_template_text("{host}:{port}"));
  EXPECT_FALSE(holds_template_text("${broker_id}"));
  EXPECT_FALSE(holds_template_text("{\"type\": \"record\"}"));
  EXPECT_FALSE(holds_template_text("[a-z]{3}"));
  EXPECT_FALSE(holds_template_text("{}"));
  EXPECT_TRUE(holds_template_text("<your-cluster>.example.com:9092"));
  EXPECT_TRUE(holds_template_text("password=\"<api key>\""));
  EXPECT_FALSE(holds_template_text("(?<table>.*)"));
  EXPECT_FALSE(holds_template_text("a < b > c"));
  EXPECT_FALSE(holds_template_text("<1>"));
}

TEST(TemplateText, MakesTheValueUnknownAndTheFileIncomplete) {
  const SourceFile source("server.properties",
                          "broker.id={broker_id}\n{% if zk %}\nzookeeper.connect=zk:2181\n{% endif "
                          "%}\nlog.dirs=/data\n");
  const FileUnits read = read_units(source, {});
  ASSERT_EQ(read.units.size(), 1U);
  const Unit& unit = read.units[0];
  EXPECT_FALSE(unit.complete);
  EXPECT_TRUE(unit.diagnostics.empty());
  ASSERT_EQ(unit.settings.size(), 3U);
  EXPECT_EQ(unit.settings[0].key, "broker.id");
  EXPECT_EQ(unit.settings[0].value, std::nullopt);
  EXPECT_EQ(unit.settings[0].unknown, UnknownReason::template_action);
  EXPECT_EQ(unit.settings[1].value, "zk:2181");
}

TEST(TemplateText, BranchesMakeAValueUnknownAndNoDuplicate) {
  const SourceFile source("server.properties",
                          "{% if kraft %}\nprocess.roles=broker\n{% else %}\n"
                          "process.roles=controller\n{% endif %}\nnode.id=1\n");
  const FileUnits read = read_units(source, {});
  ASSERT_EQ(read.units.size(), 1U);
  EXPECT_TRUE(read.units[0].diagnostics.empty());
  ASSERT_EQ(read.units[0].settings.size(), 2U);
  EXPECT_EQ(read.units[0].settings[0].value, std::nullopt);
}

}  // namespace
}  // namespace kaflint::dialect
