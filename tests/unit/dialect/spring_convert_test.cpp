#include "linter/dialect/spring_convert.h"

#include <gtest/gtest.h>

#include <tuple>

#include "linter/dialect/snake_yaml.h"
#include "linter/dialect/spring_placeholders.h"
#include "linter/dialect/spring_table.h"

namespace kaflint::dialect {
namespace {

using Outcome = SpringConversion::Outcome;

std::string converted(SpringType type, std::string_view text, std::string_view boot = "4.1",
                      SnakeScalar::Kind kind = SnakeScalar::Kind::text) {
  const SpringConversion result = convert_spring(type, text, kind, SpringBootVersion::parse(boot));
  switch (result.outcome) {
    case Outcome::value:
      return result.text;
    case Outcome::unset:
      return "(unset)";
    case Outcome::refused:
      return "(refused)";
    case Outcome::unknown:
      return "(unknown)";
  }
  return "";
}

TEST(SpringConvert, Integer) {
  using enum SpringType;
  EXPECT_EQ(converted(integer, " 5 "), "5");
  EXPECT_EQ(converted(integer, "0x1F"), "31");
  EXPECT_EQ(converted(integer, "010"), "10");
  EXPECT_EQ(converted(integer, "-1"), "-1");
  EXPECT_EQ(converted(integer, ""), "(unset)");
  EXPECT_EQ(converted(integer, "1_000"), "(refused)");
  EXPECT_EQ(converted(integer, "2147483648"), "(refused)");
}

TEST(SpringConvert, SizesAndDurations) {
  using enum SpringType;
  EXPECT_EQ(converted(data_size, "16384"), "16384");
  EXPECT_EQ(converted(data_size, "16KB"), "16384");
  EXPECT_EQ(converted(data_size, "16 KB"), "16384");
  EXPECT_EQ(converted(data_size, "16384B"), "16384");
  EXPECT_EQ(converted(data_size, "-1"), "-1");
  EXPECT_EQ(converted(data_size, "16kb"), "(refused)");
  EXPECT_EQ(converted(data_size, "16K"), "(refused)");
  EXPECT_EQ(converted(duration, "1500"), "1500");
  EXPECT_EQ(converted(duration, "7s"), "7000");
  EXPECT_EQ(converted(duration, "2m"), "120000");
  EXPECT_EQ(converted(duration, "100ns"), "0");
  EXPECT_EQ(converted(duration, "PT1.5S"), "1500");
  EXPECT_EQ(converted(duration, "P1DT1H"), "90000000");
  EXPECT_EQ(converted(duration, "soon"), "(refused)");
}

// As each line's Binder converts them.
TEST(SpringConvert, NumbersOfYaml) {
  using Kind = SnakeScalar::Kind;
  using enum SpringType;
  const auto yaml = [](SpringType type, std::string_view number, Kind kind) {
    return converted(type, number, "4.1", kind);
  };
  EXPECT_EQ(yaml(integer, "5.5", Kind::floating), "5");
  EXPECT_EQ(yaml(integer, "-5.5", Kind::floating), "-5");
  EXPECT_EQ(yaml(integer, "NaN", Kind::floating), "0");
  EXPECT_EQ(yaml(integer, "1.0E300", Kind::floating), "(refused)");
  EXPECT_EQ(yaml(integer, "Infinity", Kind::floating), "(refused)");
  EXPECT_EQ(yaml(boolean, "1", Kind::integer), "(refused)");
  EXPECT_EQ(yaml(boolean, "true", Kind::boolean), "true");
  EXPECT_EQ(yaml(data_size, "1000.0", Kind::floating), "(refused)");
  EXPECT_EQ(yaml(data_size, "16384", Kind::integer), "16384");
  EXPECT_EQ(yaml(duration, "1000.0", Kind::floating), "(refused)");
  EXPECT_EQ(yaml(isolation_level, "1", Kind::integer), "read_committed");
  EXPECT_EQ(yaml(isolation_level, "2", Kind::integer), "(refused)");
  EXPECT_EQ(yaml(isolation_level, "1", Kind::text), "(refused)");
  EXPECT_EQ(yaml(class_, "5", Kind::integer), "(refused)");
  EXPECT_EQ(yaml(resource, "5", Kind::integer), "(refused)");
  EXPECT_EQ(yaml(list, "5.5", Kind::floating), "5.5");
}

TEST(SpringConvert, IsoDurations) {
  using enum SpringType;
  for (std::string_view refused : {"PT", "P1DT", "PT1.5H", "PT.5S", "P1D1H", "PT1H1H", "PT1S2M",
                                   "P1Y", "PT1S ", "9223372036854775807s", "106751991167301d",
                                   "P106751991167301D", "5 s", " 5s", "1.5s", "1m30s"})
    EXPECT_EQ(converted(duration, refused), "(refused)") << refused;
  EXPECT_EQ(converted(duration, "PT1H2M3S"), "3723000");
  EXPECT_EQ(converted(duration, "PT-1.5S"), "-1500");
  EXPECT_EQ(converted(duration, "-PT-1.5S"), "1500");
  EXPECT_EQ(converted(duration, "PT1.S"), "1000");
  EXPECT_EQ(converted(duration, "PT-0.0019S"), "-1");
  EXPECT_EQ(converted(duration, "P-1D"), "-86400000");
  EXPECT_EQ(converted(duration, "+5s"), "5000");
  EXPECT_EQ(converted(duration, "5MS"), "5");
}

TEST(SpringConvert, LinesOfBootDiffer) {
  using enum SpringType;
  EXPECT_EQ(converted(duration, "pt2m", "2.5"), "(refused)");
  EXPECT_EQ(converted(duration, "pt2m", "2.6"), "120000");
  EXPECT_EQ(converted(duration, "pt2m", ""), "(unknown)");
  EXPECT_EQ(converted(data_size, "16 KB", "2.4"), "(refused)");
  EXPECT_EQ(converted(data_size, "16 KB", "2.6"), "(unknown)");
  EXPECT_EQ(converted(data_size, " 16KB ", "3.0"), "16384");
}

TEST(SpringConvert, KafkaGets32BitsButForTheBuffer) {
  using enum SpringType;
  EXPECT_EQ(converted(data_size, "2GB"), "-2147483648");
  EXPECT_EQ(converted(data_size, "4GB"), "0");
  EXPECT_EQ(converted(long_data_size, "4GB"), "4294967296");
  EXPECT_EQ(converted(duration, "50d"), "25032704");
  EXPECT_TRUE(convert_spring(data_size, "2GB").cut);
  EXPECT_FALSE(convert_spring(data_size, "2047MB").cut);
  EXPECT_FALSE(convert_spring(long_data_size, "4GB").cut);
}

TEST(SpringConvert, EmptyAndOtherScripts) {
  using enum SpringType;
  EXPECT_EQ(converted(boolean, " "), "(unset)");
  EXPECT_EQ(converted(flag, ""), "(refused)");
  EXPECT_EQ(converted(flag, "on"), "true");
  EXPECT_EQ(converted(integer, "٣"), "(unknown)");
  EXPECT_EQ(converted(list, ",a:1"), ",a:1");
  EXPECT_EQ(converted(list, "a:1,,b:2,"), "a:1,,b:2,");
}

TEST(SpringConvert, BooleansListsAndTheRest) {
  using enum SpringType;
  EXPECT_EQ(converted(boolean, "tRUE"), "true");
  EXPECT_EQ(converted(boolean, "off"), "false");
  EXPECT_EQ(converted(boolean, "1"), "true");
  EXPECT_EQ(converted(boolean, "nope"), "(refused)");
  EXPECT_EQ(converted(list, "a:1, b:2 "), "a:1,b:2");
  EXPECT_EQ(converted(text, " all "), " all ");
  EXPECT_EQ(converted(isolation_level, "readCommitted"), "read_committed");
  EXPECT_EQ(converted(isolation_level, "READ-UNCOMMITTED"), "read_uncommitted");
  EXPECT_EQ(converted(isolation_level, "bogus"), "(refused)");
  EXPECT_EQ(converted(resource, "file:/etc/k.jks"), "/etc/k.jks");
  EXPECT_EQ(converted(resource, "classpath:k.jks"), "(unknown)");
}

TEST(SpringPlaceholders, DefaultsCount) {
  const auto resolved = [](std::string_view text) {
    const PlaceholderResult result = resolve_spring_placeholders(text);
    return result.known ? result.text : "(unknown)";
  };
  EXPECT_EQ(resolved("all"), "all");
  EXPECT_EQ(resolved("${NOPE:all}"), "all");
  EXPECT_EQ(resolved("${NOPE:${ALSO:1}}"), "1");
  EXPECT_EQ(resolved("${NOPE:}"), "");
  EXPECT_EQ(resolved("${NOPE:a:b}"), "a:b");
  EXPECT_EQ(resolved("${A:x}-${B:y}"), "x-y");
  EXPECT_EQ(resolved("${NOPE}"), "(unknown)");
  EXPECT_EQ(resolved("${${A}:x}"), "(unknown)");
  EXPECT_EQ(resolved("${open"), "${open");
  EXPECT_EQ(resolved("${NOPE:{}}"), "{}");
  EXPECT_EQ(resolved("#{'all'}"), "#{'all'}");
}

TEST(SpringTable, RelaxedNames) {
  for (std::string_view name :
       {"batch-size", "batchSize", "batch_size", "BATCH_SIZE", "batchsize"}) {
    const SpringSetting* found = find_spring_setting("producer", name);
    ASSERT_NE(found, nullptr) << name;
    EXPECT_EQ(found->kafka, "batch.size");
  }
  EXPECT_EQ(find_spring_setting("producer", "batch.size"), nullptr);
  EXPECT_EQ(find_spring_setting("consumer", "batch-size"), nullptr);
  EXPECT_EQ(find_spring_setting("common", "ssl.trust-store-location")->kafka,
            "ssl.truststore.location");
}

// Scalars of the table that was measured with Boot's own loader.
TEST(SnakeYaml, Scalars) {
  constexpr std::pair<std::string_view, std::string_view> kCases[] = {
      {"all", "all"},
      {"yes", "true"},
      {"Yes", "true"},
      {"YES", "true"},
      {"no", "false"},
      {"On", "true"},
      {"OFF", "false"},
      {"y", "y"},
      {"n", "n"},
      {"~", ""},
      {"NULL", ""},
      {"nULL", "nULL"},
      {"", ""},
      {"TRUE", "true"},
      {"tRUE", "tRUE"},
      {"0", "0"},
      {"-0", "0"},
      {"+5", "5"},
      {"010", "8"},
      {"-010", "-8"},
      {"08", "08"},
      {"007", "7"},
      {"0o10", "0o10"},
      {"0x1F", "31"},
      {"0X1F", "0X1F"},
      {"-0x1F", "-31"},
      {"0xG", "0xG"},
      {"0b101", "5"},
      {"1_000", "1000"},
      {"_1", "_1"},
      {"1,000", "1,000"},
      {"1e3", "1000.0"},
      {"1E3", "1000.0"},
      {"1e-3", "0.001"},
      {"1e10", "1.0E10"},
      {"1.048588e+06", "1048588.0"},
      {".5", "0.5"},
      {"-.5", "-0.5"},
      {"+.5", "0.5"},
      {"5.", "5.0"},
      {"1.10", "1.1"},
      {"3.5.1", "3.5.1"},
      {"1e1000", "Infinity"},
      {".Inf", "Infinity"},
      {"-.INF", "-Infinity"},
      {"inf", "inf"},
      {".nan", "NaN"},
      {"NaN", "NaN"},
      {"12:30", "750"},
      {"1:30:45", "5445"},
      {"190:20:30.15", "685230.15"},
      {"0:0", "0:0"},
      {"2001-01-01", "2001-01-01"},
      {"100000000000000000000000", "100000000000000000000000"},
      {"0.30000000000000004", "0.30000000000000004"},
      {"1e", "1e"},
      {"0x", "0x"},
      {"0.", "0.0"},
      {"00", "0"},
      {"..5", "..5"},
      {"1__0", "10"},
      {"5s", "5s"},
      {"0b1010_1010", "170"},
      {"0x_1F", "31"},
      {"0x1FFFFFFFFFFFFFFFFF", "590295810358705651711"},
      {"-0x3B9ACA00000000000000", "-281474976710656000000000"},
      {"0777777777777777777777777", "4722366482869645213695"},
      {"-0b0", "0"},
      {"-2E+05", "-200000.0"},
      {"685.230_15e+03", "685230.15"},
      {"-Infinity", "-Infinity"},
      {"a:9092,b:9092", "a:9092,b:9092"},
      {"1 000", "1 000"}};
  for (const auto& [yaml, expected] : kCases) {
    const std::optional<SnakeScalar> scalar = read_snake_scalar(yaml);
    ASSERT_TRUE(scalar) << yaml;
    EXPECT_EQ(scalar->text, expected) << yaml;
  }
}

TEST(SnakeYaml, NumbersBefore130) {
  const auto text = [](std::string_view yaml, SnakeVersion version) {
    const std::optional<SnakeScalar> scalar = read_snake_scalar(yaml, version);
    return scalar ? scalar->text : "(unknown)";
  };
  for (const auto& [yaml, before, since] : {std::tuple{"08", "8.0", "08"},
                                            {"-08", "-8.0", "-08"},
                                            {"0_8", "8.0", "0_8"},
                                            {"089", "89.0", "089"},
                                            {"0_", "0", "0_"},
                                            {"._5", "._5", "0.5"},
                                            {"._1", "._1", "0.1"},
                                            {"0__7", "7", "7"},
                                            {"08.5", "8.5", "8.5"},
                                            {"5._5", "5.5", "5.5"}}) {
    EXPECT_EQ(text(yaml, SnakeVersion::before_1_30), before) << yaml;
    EXPECT_EQ(text(yaml, SnakeVersion::since_1_30), since) << yaml;
  }
}

}  // namespace
}  // namespace kaflint::dialect
