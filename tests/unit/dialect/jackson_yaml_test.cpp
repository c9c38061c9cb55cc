// YAML scalars as Jackson reads them, against what was measured (fixtures/jackson).
#include "linter/dialect/jackson_yaml.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

namespace kaflint::dialect {
namespace {

std::string shown(const std::optional<std::string>& text) { return text ? *text : "(none)"; }

std::string shown(const nlohmann::json& text) {
  return text.is_null() ? "(none)" : text.get<std::string>();
}

TEST(JacksonScalar, ArrivesAsMeasured) {
  std::ifstream input(KAFLINT_ROOT "/fixtures/jackson/scalars.json");
  const nlohmann::json rows = nlohmann::json::parse(input);
  ASSERT_EQ(rows.size(), 176U);
  for (const nlohmann::json& row : rows) {
    const std::string scalar = row["yaml"];
    SCOPED_TRACE(scalar);
    const syntax::YamlFile file = syntax::parse_yaml("k: " + scalar + "\n");
    const syntax::YamlId value = syntax::find(file, file.documents.at(0).root, "k");
    ASSERT_TRUE(file.is_scalar(value));
    const JacksonScalar result = jackson_scalar(file, value);
    EXPECT_EQ(shown(result.as_string), shown(row["string"]));
    EXPECT_EQ(shown(result.as_object), shown(row["object"]));
  }
}

TEST(JacksonScalar, AnUnknownTagIsNotRead) {
  EXPECT_FALSE(jackson_scalar("5", false, "!own").as_string);
  EXPECT_EQ(jackson_scalar("5", true, "tag:yaml.org,2002:int").as_object, "5");
}

}  // namespace
}  // namespace kaflint::dialect
