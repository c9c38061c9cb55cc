// ConfigDef.parseType against what the released clients did with the same strings.
#include <gtest/gtest.h>

#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>

#include "linter/kafka/config_def.h"

namespace kaflint::kafka {
namespace {

using nlohmann::json;

Type type_of(const std::string& name) {
  for (int i = 0; i <= static_cast<int>(Type::password); ++i) {
    std::string upper(to_string(static_cast<Type>(i)));
    for (char& c : upper) c = static_cast<char>(c - 'a' + 'A');
    if (upper == name) return static_cast<Type>(i);
  }
  ADD_FAILURE() << name;
  return Type::string;
}

// What a vector says about the newest release: every release that kaflint knows agrees.
json expectation(const json& vector) {
  return vector.contains("by_version") ? vector["by_version"].back() : vector;
}

TEST(ParseType, AgreesWithTheReleasedClients) {
  std::ifstream in(KAFLINT_ROOT "/fixtures/kafka/parse-types.json");
  const json fixture = json::parse(in);
  std::size_t checked = 0;
  for (const json& vector : fixture["vectors"]) {
    if (vector["java_input"] != "String") continue;
    const std::string input = vector["input"];
    const json expected = expectation(vector);
    const Type type = type_of(vector["type"]);
    // Which classes exist cannot be known, so only an empty name is refused.
    if (type == Type::class_ && expected.contains("error") && !input.empty()) continue;
    ++checked;
    for (Version version : known_releases()) {
      const auto value = parse_type(type, input, version);
      ASSERT_EQ(value.has_value(), !expected.contains("error")) << vector;
      if (!value) continue;
      if (expected.contains("list"))
        ASSERT_EQ(std::get<std::vector<std::string>>(*value),
                  expected["list"].get<std::vector<std::string>>())
            << vector;
      else
        ASSERT_EQ(convert_to_string(*value), expected["value"].get<std::string>()) << vector;
    }
  }
  EXPECT_GT(checked, 110U);
}

std::string text_of(Type type, std::string_view text) {
  const auto value = parse_type(type, text, newest_release());
  return value ? convert_to_string(*value) : "expects " + value.error().expected;
}

TEST(ParseType, SaysWhatItExpects) {
  EXPECT_EQ(text_of(Type::boolean, "yes"), "expects true or false");
  EXPECT_EQ(text_of(Type::short_, "x"), "expects a whole number from -32768 to 32767");
  EXPECT_EQ(text_of(Type::double_, "x"), "expects a number");
  EXPECT_EQ(text_of(Type::class_, " "), "expects the name of a class");
}

TEST(ParseType, TellsTooLargeFromNoNumber) {
  using Kind = ValueError::Kind;
  const auto kind = [](std::string_view text) {
    return parse_type(Type::int_, text, newest_release()).error().kind;
  };
  EXPECT_EQ(kind("2147483648"), Kind::out_of_range);
  EXPECT_EQ(kind("99999999999999999999999999999999999999999999999999"), Kind::out_of_range);
  EXPECT_EQ(kind("2147483648x"), Kind::wrong_type);
  EXPECT_EQ(kind("1.0"), Kind::wrong_type);
  EXPECT_EQ(kind("\xF0\x9D\x9F\x8F"), Kind::wrong_type) << "a digit outside of the basic plane";
}

TEST(ParseType, LimitsOfLong) {
  EXPECT_EQ(text_of(Type::long_, "-9223372036854775808"), "-9223372036854775808");
  EXPECT_TRUE(text_of(Type::long_, "-9223372036854775809").starts_with("expects"));
}

TEST(ParseType, CaseOfJava) {
  EXPECT_EQ(text_of(Type::boolean, "fal\u017Fe"), "false");
  EXPECT_EQ(text_of(Type::int_, "\u0661\uFF12+").substr(0, 7), "expects");
  EXPECT_EQ(text_of(Type::int_, "-\u0661\uFF12"), "-12");
}

TEST(ParseType, DoublesOfJava) {
  for (const char* bad :
       {".", "e5", "1e", "1e+", "0x1", "0x", "0x.p1", "1ff", "1 f", "+-1", "1__0"})
    EXPECT_EQ(text_of(Type::double_, bad), "expects a number") << bad;
  EXPECT_EQ(text_of(Type::double_, "1e400"), "Infinity");
  EXPECT_EQ(text_of(Type::double_, "-1e-400"), "-0.0");
  EXPECT_EQ(text_of(Type::double_, "0x.8p1D"), "1.0");
  EXPECT_EQ(text_of(Type::double_, "-NaN"), "NaN");
}

TEST(ConvertToString, DoublesAsJavaPrintsThem) {
  const auto text = [](double value) { return convert_to_string(ConfigValue(value)); };
  EXPECT_EQ(text(1), "1.0");
  EXPECT_EQ(text(0), "0.0");
  EXPECT_EQ(text(-0.0), "-0.0");
  EXPECT_EQ(text(0.8), "0.8");
  EXPECT_EQ(text(100), "100.0");
  EXPECT_EQ(text(0.001), "0.001");
  EXPECT_EQ(text(0.00099), "9.9E-4");
  EXPECT_EQ(text(1e-5), "1.0E-5");
  EXPECT_EQ(text(9999999), "9999999.0");
  EXPECT_EQ(text(1e7), "1.0E7");
  EXPECT_EQ(text(1e10), "1.0E10");
  EXPECT_EQ(text(12345678.9), "1.23456789E7");
  EXPECT_EQ(text(1234.5), "1234.5");
  EXPECT_EQ(text(1.0 / 3), "0.3333333333333333");
  EXPECT_EQ(text(std::numeric_limits<double>::max()), "1.7976931348623157E308");
  EXPECT_EQ(text(std::numeric_limits<double>::denorm_min()), "4.9E-324");
}

}  // namespace
}  // namespace kaflint::kafka
