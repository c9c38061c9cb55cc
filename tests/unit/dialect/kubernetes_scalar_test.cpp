// The recorded scalars of fixtures/kubernetes, each as a value of a Strimzi resource and of a
// chart.
#include "linter/dialect/kubernetes_scalar.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

namespace kaflint::dialect {
namespace {

using Kind = KubernetesScalar::Kind;

struct Answer {
  std::string refused;
  KubernetesScalar scalar;
};

Answer answer(const std::string& scalar) {
  const syntax::YamlFile file = syntax::parse_yaml("k: " + scalar + "\n");
  // Text that is no YAML; kubectl says so.
  if (!file.errors.empty() || !file.masks.empty()) return {"not-yaml-or-json", {}};
  const syntax::YamlId value = syntax::find(file, file.documents.at(0).root, "k");
  if (file.is_sequence(value)) return {"list", {}};
  if (file.is_mapping(value)) return {"map", {}};
  const KubernetesScalar result = kubernetes_scalar(file, value);
  switch (result.kind) {
    case Kind::null:
      return {"null", result};
    case Kind::big:
      return {"big", result};
    case Kind::refused:
      return {"not-yaml-or-json", result};
    default:
      return {"", result};
  }
}

TEST(KubernetesScalar, ArrivesAsMeasured) {
  std::ifstream input(KAFLINT_ROOT "/fixtures/kubernetes/scalars.json");
  const nlohmann::json rows = nlohmann::json::parse(input);
  ASSERT_EQ(rows.size(), 190U);
  for (const nlohmann::json& row : rows) {
    const std::string scalar = row["yaml"];
    SCOPED_TRACE(scalar);
    // A flow map that go-yaml cannot take as a key; for us it is a map, refused as well.
    if (scalar == "{{ .Values.x }}") continue;
    const Answer result = answer(scalar);
    if (row.contains("refused")) {
      EXPECT_EQ(result.refused, row["refused"].get<std::string>());
    } else if (result.scalar.exact) {
      EXPECT_EQ(result.refused, "");
      EXPECT_EQ(result.scalar.text, row["text"].get<std::string>());
    } else {
      EXPECT_GE(result.scalar.number, 1e22);  // the JDK's version decides
    }
    if (row["helm"].is_string() && result.refused != "list" && result.refused != "map") {
      EXPECT_EQ(helm_printed(result.scalar), row["helm"].get<std::string>());
    }
  }
}

TEST(KubernetesScalar, TagsWin) {
  EXPECT_EQ(kubernetes_scalar("5", false, "!!str").kind, Kind::string);
  EXPECT_EQ(kubernetes_scalar("5", true, "tag:yaml.org,2002:int").kind, Kind::integer);
  EXPECT_EQ(kubernetes_scalar("five", true, "!!int").kind, Kind::refused);
  EXPECT_FALSE(kubernetes_scalar("YQ==", false, "!!binary").exact);
  EXPECT_EQ(kubernetes_scalar("5", false, "!own").text, "5");
}

}  // namespace
}  // namespace kaflint::dialect
