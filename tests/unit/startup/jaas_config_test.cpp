// The grammar of sasl.jaas.config, word by word.
#include "rules/startup/jaas_config.h"

#include <gtest/gtest.h>

#include <string>

namespace kaflint::startup {
namespace {

using Options = std::map<std::string, std::string, std::less<>>;

Options options(std::string_view text) {
  const auto module = parse_jaas_config(text);
  return module ? module->options : Options{{"error", module.error()}};
}

std::string problem(std::string_view text) {
  const auto module = parse_jaas_config(text);
  return module ? "" : module.error();
}

TEST(JaasConfig, ReadsNameAndOptions) {
  const auto module = parse_jaas_config("a.b.PlainLoginModule required user=\"x y\" _p$-1=z.1;");
  ASSERT_TRUE(module.has_value());
  EXPECT_EQ(module->name, "a.b.PlainLoginModule");
  EXPECT_EQ(module->options, (Options{{"user", "x y"}, {"_p$-1", "z.1"}}));
}

TEST(JaasConfig, ReadsQuotesAndEscapes) {
  EXPECT_EQ(options(R"(M required a='x"y' b="x\"y\\" c="\101\60\n";)"),
            (Options{{"a", "x\"y"}, {"b", "x\"y\\"}, {"c", "A0\n"}}));
  EXPECT_EQ(options("M required a=\"x\"b=\"y\";"), (Options{{"a", "x"}, {"b", "y"}}));
  EXPECT_EQ(options("M required a=\"\xC3\xA9\" b=\xC3\xA9;"),
            (Options{{"a", "\xC3\xA9"}, {"b", "\xC3\xA9"}}));
}

TEST(JaasConfig, SkipsComments) {
  EXPECT_EQ(options("/* one */ M // two\n required / three\n a=b; // four"), (Options{{"a", "b"}}));
  EXPECT_EQ(problem("M required a=b /* open ;"), "does not end with a semicolon");
}

TEST(JaasConfig, TakesAnyControlFlagInAnyCase) {
  for (const char* flag : {"required", "REQUISITE", "Sufficient", "\"optional\""})
    EXPECT_EQ(problem(std::string("M ") + flag + ";"), "") << flag;
  const char* kNone =
      "has no control flag (`required`, `requisite`, `sufficient`, `optional`) after the login "
      "module";
  EXPECT_EQ(problem("M needed;"), kNone);
  EXPECT_EQ(problem("M ;"), kNone);
  EXPECT_EQ(problem("M"), "has no control flag after the login module");
}

TEST(JaasConfig, SaysWhatIsWrong) {
  EXPECT_EQ(problem(""), "names no login module");
  EXPECT_EQ(problem("M required a=b"), "does not end with a semicolon");
  EXPECT_EQ(problem("M required a=b;;"), "has more than one semicolon at its end");
  EXPECT_EQ(problem("M required; N required;"), "names more than one login module");
  EXPECT_EQ(problem("\"\" required;"), "does not begin with the name of a login module");
}

TEST(JaasConfig, WantsQuotesAroundAllButWords) {
  const char* kNoValue = "has an option without a value of the form `name=\"value\"`";
  for (const char* option : {"a=1b", "a=b@c", "a=", "a", "a==b", "a=/b", "a=-b", "a=.5"})
    EXPECT_EQ(problem(std::string("M required ") + option + ";"), kNoValue) << option;
  EXPECT_EQ(options("M required a=b1-c_d$.e;"), (Options{{"a", "b1-c_d$.e"}}));
}

}  // namespace
}  // namespace kaflint::startup
