// What is refused when a constraint is loaded, and where.
#include "linter/constraint/checker.h"

#include <gtest/gtest.h>

#include "tests/unit/constraint/known.h"

namespace kaflint::constraint {
namespace {

std::string type_of(std::string_view text) {
  const auto checked = compile(text, KnownScope());
  return checked ? checked->type
                 : std::to_string(checked.error().offset) + ": " + checked.error().text;
}

TEST(Checker, GivesTypes) {
  EXPECT_EQ(type_of("config[\"linger.ms\"]"), "int");
  EXPECT_EQ(type_of("config[\"bootstrap.servers\"]"), "list(string)");
  EXPECT_EQ(type_of("config[role]"), "dyn");
  EXPECT_EQ(type_of("written"), "map(string, string)");
  EXPECT_EQ(type_of("[1, 2.0]"), "list(dyn)");
  EXPECT_EQ(type_of("[[], [1]]"), "list(list(int))");
  EXPECT_EQ(type_of("[] + [1]"), "list(int)");
  EXPECT_EQ(type_of("true ? [] : [\"a\"]"), "list(string)");
  EXPECT_EQ(type_of("kafka"), "version");
}

TEST(Checker, TakesTheFirstOverloadForWhatCouldBeAnything) {
  for (const char* operation : {"-p", "p + p", "p - p", "p * p", "p / p"}) {
    const std::string begin = std::string("[].exists(p, ") + operation;
    EXPECT_EQ(type_of(begin + " in [1.0])"), "bool") << operation;
    EXPECT_EQ(type_of(begin + " in [1])").substr(0, 2),
              std::to_string(begin.size() + 1).substr(0, 2))
        << operation;
  }
}

TEST(Checker, SaysWhatIsWrongAndWhere) {
  EXPECT_EQ(type_of("config[\"lingerms\"] > 1"), "7: no such key `lingerms`");
  EXPECT_EQ(type_of("config[\"acks\"] > 1"),
            "15: not for string and int; there are `bool > bool`, `int > int`, `double > double`, "
            "`string > string`, `duration > duration`, `version > version`");
  EXPECT_EQ(type_of("1 && true"), "0: a side of `&&` is true or false, not int");
  EXPECT_EQ(type_of("true && kafke"), "8: unknown name `kafke`; did you mean `kafka`?");
  EXPECT_EQ(type_of("datasize(\"1MiB\")"),
            "0: unknown function `datasize`; did you mean `dataSize`?");
  EXPECT_EQ(type_of("\"a\".size"), "4: `size` is no function call, and values have no fields");
  EXPECT_EQ(type_of("config.all(k, true)"), "0: `config` is read by key: config[\"acks\"]");
  EXPECT_EQ(type_of("role.all(c, true)"), "5: goes over a list or a map, not string");
  EXPECT_EQ(type_of("[1].all(x, x)"), "11: the condition is true or false, not int");
  EXPECT_EQ(type_of("true ? 1 : \"a\""), "5: the two sides of `:` differ in type: int and string");
  EXPECT_EQ(type_of("duration(\"30 s\")"), "9: no duration; write 30s, 1h30m, 500ms");
  EXPECT_EQ(type_of("dataSize(\"1M\")"), "9: no size; write 1048576B, 512KiB, 1MiB, 10MB");
  EXPECT_EQ(type_of("version(\"3.x\")"), "8: no version; write 3.0 or 3.0.1");
  EXPECT_EQ(type_of("version(\"1.0.0.1\")"), "8: no version; write 3.0 or 3.0.1");
  EXPECT_EQ(type_of("version(\"0.11.0.3\")"), "version");
  EXPECT_EQ(type_of("role.matches(\"(\")"), "13: no regular expression: missing ): (");
  const auto condition = compile_condition("1 + 1", KnownScope());
  ASSERT_FALSE(condition);
  EXPECT_EQ(condition.error().text, "is true or false, but this is int");
}

TEST(Checker, RemembersTheKeysThatAreNamed) {
  const auto checked = compile(
      "\"retries\" in written && config[\"linger.ms\"] > 1 && written[\"acks\"] == config[role]",
      KnownScope());
  ASSERT_TRUE(checked) << checked.error().text;
  std::string keys;
  for (const NamedKey& key : checked->keys) keys += key.key + " ";
  EXPECT_EQ(keys, "retries linger.ms acks ");
}

}  // namespace
}  // namespace kaflint::constraint
