#include "linter/dialect/smallrye_value.h"

#include <gtest/gtest.h>

namespace kaflint::dialect {
namespace {

struct Case {
  const char* written;
  const char* handed;
};

/// Measured with JsonHelper.asJsonObject of smallrye-reactive-messaging-kafka 4.27.0 over a
/// configuration of smallrye-config 3.9.1.
constexpr Case kMeasured[] = {
    {"5", "5"},
    {"+5", "5"},
    {"-1", "-1"},
    {"007", "7"},
    {"16384 ", "16384"},
    {"12345678", "12345678"},
    {"2147483648", "2.147483648E9"},
    {"3000000000", "3.0E9"},
    {"9223372036854775807", "9.223372036854776E18"},
    {"1e3", "1000.0"},
    {"1e7", "1.0E7"},
    {"1.50", "1.5"},
    {"0.5", "0.5"},
    {"0.00001", "1.0E-5"},
    {"10000000.0", "1.0E7"},
    {"100f", "100.0"},
    {"1d", "1.0"},
    {"NaN", "NaN"},
    {"0x1F", "0x1F"},
    {"1_000", "1_000"},
    {"TRUE", "true"},
    {"False", "false"},
    {"yes", "yes"},
    {" all ", "all"},
    {"PLAIN", "PLAIN"},
    {"a,b", "a,b"},
};

TEST(SmallRyeValue, IsTypedAnewAsTheConnectorDoes) {
  for (const Case& one : kMeasured)
    EXPECT_EQ(smallrye_value(one.written), one.handed) << one.written;
}

TEST(SmallRyeValue, OnlyWholeNumbersBeyondAnIntBecomeFloating) {
  EXPECT_TRUE(becomes_floating("2147483648"));
  EXPECT_TRUE(becomes_floating(" -2147483649"));
  EXPECT_FALSE(becomes_floating("2147483647"));
  EXPECT_FALSE(becomes_floating("-2147483648"));
  EXPECT_FALSE(becomes_floating("1e3"));
  EXPECT_FALSE(becomes_floating("all"));
}

}  // namespace
}  // namespace kaflint::dialect
