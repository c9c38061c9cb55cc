// Names of variables against fixtures/docker/variable_names.tsv, and back from keys to names.
#include "linter/dialect/container_names.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "linter/base/text.h"

namespace kaflint::dialect {
namespace {

using Forms = std::vector<NameForm>;

struct Column {
  std::string_view family;
  NameForm form;
};

// In the order of the file's columns.
constexpr Column kColumns[] = {
    {"confluent-broker", NameForm::dub},  {"confluent-broker", NameForm::ub},
    {"confluent-connect", NameForm::dub}, {"confluent-connect", NameForm::ub},
    {"apache", NameForm::apache_all},     {"apache", NameForm::apache_first},
    {"bitnami", NameForm::dots},          {"wurstmeister", NameForm::dots},
};

TEST(ContainerNames, AsTheImagesProgramsMakeThem) {
  std::ifstream input(KAFLINT_ROOT "/fixtures/docker/variable_names.tsv");
  std::string line;
  int rows = 0;
  while (std::getline(input, line)) {
    if (line.starts_with('#') || line.starts_with("variable\t")) continue;
    const std::vector<std::string_view> cells = split(line, '\t');
    ASSERT_EQ(cells.size(), 1 + std::size(kColumns)) << line;
    ++rows;
    for (std::size_t i = 0; i < std::size(kColumns); ++i) {
      const auto key =
          key_of_variable(container_family(kColumns[i].family), kColumns[i].form, cells[0]);
      const std::string shown = !key ? "-" : key->empty() ? "\"\"" : *key;
      EXPECT_EQ(shown, cells[i + 1]) << cells[0] << " in column " << i + 1;
    }
  }
  EXPECT_EQ(rows, 60);
}

TEST(ContainerNames, TheTagDecidesTheForm) {
  const ContainerFamily& confluent = container_family("confluent-broker");
  EXPECT_EQ(name_forms(confluent, "7.9.2-1-ubi8"), Forms{NameForm::dub});
  EXPECT_EQ(name_forms(confluent, "8.0.0"), Forms{NameForm::dub});
  EXPECT_EQ(name_forms(confluent, "8.1.0"), Forms{NameForm::ub});
  EXPECT_EQ(name_forms(confluent, "latest"), (Forms{NameForm::dub, NameForm::ub}));
  const ContainerFamily& apache = container_family("apache");
  EXPECT_EQ(name_forms(apache, "3.9.1"), Forms{NameForm::apache_all});
  EXPECT_EQ(name_forms(apache, "4.0.0"), Forms{NameForm::apache_first});
  EXPECT_EQ(name_forms(apache, ""), (Forms{NameForm::apache_all, NameForm::apache_first}));
  EXPECT_EQ(name_forms(container_family("bitnami"), "3.4.0"), Forms{NameForm::dots});
}

TEST(ContainerNames, BackFromAKey) {
  const ContainerFamily& confluent = container_family("confluent-broker");
  EXPECT_EQ(variable_of_key(confluent, NameForm::dub, "listener.name.sasl_ssl.scram-sha-512.x"),
            "KAFKA_LISTENER_NAME_SASL__SSL_SCRAM___SHA___512_X");
  EXPECT_EQ(variable_of_key(confluent, NameForm::ub, "listener.name.a.ssl.client.auth"),
            std::nullopt);
  EXPECT_EQ(variable_of_key(confluent, NameForm::dub, "zookeeper.clientCnxnSocket"), std::nullopt);
  const ContainerFamily& bitnami = container_family("bitnami");
  EXPECT_EQ(variable_of_key(bitnami, NameForm::dots, "listener.name.sasl_ssl.ssl.client.auth"),
            "KAFKA_CFG_LISTENER_NAME_SASL_SSL_SSL_CLIENT_AUTH");
  EXPECT_EQ(variable_of_key(bitnami, NameForm::dots, "listener.name.my_own.ssl.client.auth"),
            std::nullopt);
}

TEST(ContainerNames, FamiliesOfImages) {
  EXPECT_EQ(family_of_image("mirror.example/team/cp-kafka:7.4.0").family,
            &container_family("confluent-broker"));
  EXPECT_EQ(family_of_image("quay.io/debezium/connect:3.0").family,
            &container_family("debezium-connect"));
  EXPECT_TRUE(family_of_image("quay.io/strimzi/kafka:0.24.0-kafka-2.8.0").known);
  EXPECT_EQ(family_of_image("quay.io/strimzi/kafka:0.24.0-kafka-2.8.0").family, nullptr);
  EXPECT_FALSE(family_of_image("example/kafka:1").known);
  EXPECT_FALSE(family_of_image("").known);
}

}  // namespace
}  // namespace kaflint::dialect
