// Variables of the environment as Spring Boot binds them.
#include "linter/dialect/spring_environment.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace kaflint::dialect {
namespace {

TEST(SpringEnvironment, Names) {
  const auto entry = [](std::string_view name, std::string_view value) {
    Setting variable;
    variable.key = name;
    variable.value = value;
    return variable;
  };
  const std::vector<Setting> entries = {
      entry("PATH", "/bin"),
      entry("SPRING_KAFKA_BOOTSTRAP_SERVERS", "a:1"),
      entry("SPRING_KAFKA_PRODUCER_BATCHSIZE", "1KB"),
      entry("SPRING_KAFKA_PRODUCER_BUFFER_MEMORY", "1MB"),
      entry("SPRING_KAFKA_PRODUCER_SSL_KEY_STORE_LOCATION", "file:/k.jks"),
      entry("SPRING_KAFKA_PRODUCER_PROPERTIES_ENABLE_IDEMPOTENCE", "true"),
      entry("SPRING_KAFKA_PRODUCER_LINGER_MS", "5"),
      entry("spring.kafka.producer.acks", "all")};
  const FileUnits units = read_spring_environment(entries, {});
  ASSERT_EQ(units.units.size(), 1U);
  const Unit& unit = units.units[0];
  EXPECT_EQ(unit.name, "spring.kafka.producer");
  std::string settings;
  for (const Setting& setting : unit.settings)
    if (setting.origin == SettingOrigin::written)
      settings += setting.key + "=" + setting.value.value_or("?") + " ";
  EXPECT_EQ(settings,
            "bootstrap.servers=a:1 batch.size=1024 buffer.memory=1048576 "
            "ssl.keystore.location=/k.jks acks=all enable.idempotence=true ");
  ASSERT_EQ(unit.diagnostics.size(), 1U);
  EXPECT_EQ(unit.diagnostics[0].arguments.at("property"), "SPRING_KAFKA_PRODUCER_LINGER_MS");
  EXPECT_EQ(unit.diagnostics[0].arguments.at("suggestion"),
            "SPRING_KAFKA_PRODUCER_PROPERTIES_LINGER_MS");
}

}  // namespace
}  // namespace kaflint::dialect
