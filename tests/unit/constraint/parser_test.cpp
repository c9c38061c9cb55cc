// The grammar: what is taken, what is refused, and where.
#include "linter/constraint/parser.h"

#include <gtest/gtest.h>

#include "tests/unit/constraint/known.h"

namespace kaflint::constraint {
namespace {

std::string problem(std::string_view text) {
  const auto parsed = parse(text);
  return parsed ? "" : std::to_string(parsed.error().offset) + ": " + parsed.error().text;
}

TEST(Parser, Precedence) {
  EXPECT_EQ(worth("1 + 2 * 3 - 4 / 2"), "5");
  EXPECT_EQ(worth("true || false && false"), "true");
  EXPECT_EQ(worth("1 + 1 == 2 ? \"a\" : false ? \"b\" : \"c\""), "\"a\"");
  EXPECT_EQ(worth("!(1 > 2) && !!true"), "true");
  EXPECT_EQ(worth("-1 - -2"), "1");
  EXPECT_EQ(worth("--1"), "1");
  EXPECT_EQ(worth("1 in [1] == true"), "true");
  EXPECT_EQ(worth("// a remark\n1 // and another"), "1");
  EXPECT_EQ(worth("[1, 2,]"), "[1, 2]");
  EXPECT_EQ(worth("0xFF + .5e1 > 1.0 ? 1 : 2").substr(0, 5), "5: no");
}

TEST(Parser, Strings) {
  EXPECT_EQ(worth(R"("a\n\t\"\\\x41\u00e4\U0001F600\101")"), "\"a\n\t\"\\Aä😀A\"");
  EXPECT_EQ(worth(R"(r"\d+")"), "\"\\d+\"");
  EXPECT_EQ(worth("\"\"\"a\"b\nc\"\"\""), "\"a\"b\nc\"");
  EXPECT_EQ(worth("'it''s'").substr(0, 3), "4: ");
  EXPECT_EQ(worth("\"äöü\""), "\"äöü\"");
}

TEST(Parser, SaysWhatWasExpected) {
  EXPECT_EQ(problem(""), "0: expected a value, but the constraint ends");
  EXPECT_EQ(problem("1 +"), "3: expected a value, but the constraint ends");
  EXPECT_EQ(problem("(1"), "2: expected `)`, but the constraint ends");
  EXPECT_EQ(problem("[1 2]"), "3: expected `,` or `]`, not `2`");
  EXPECT_EQ(problem("a = 1"), "2: `=` stands alone; equality is `==`");
  EXPECT_EQ(problem("a & b"), "2: `&` stands alone; write `&&`");
  EXPECT_EQ(problem("true true"), "5: expected an operator or the end, not `true`");
  EXPECT_EQ(problem("a ? b"), "5: expected `:` of a `? :`, but the constraint ends");
  EXPECT_EQ(problem("x.all(1, true)"), "6: expected a name for the element: `all(x, ...)`");
  EXPECT_EQ(problem("'a"), "0: this text has no closing '");
  EXPECT_EQ(problem(R"("a\q")"), "2: no such escape; a backslash is written `\\\\`, or r\"...\"");
  EXPECT_EQ(problem(R"("\ud800")"), "1: no such code point");
  EXPECT_EQ(problem("1u"), "1: there are no unsigned numbers here; leave the `u` out");
  EXPECT_EQ(problem("9223372036854775808"), "0: an integer that 64 bits cannot hold");
  EXPECT_EQ(problem("package"), "0: `package` is a reserved word");
  EXPECT_EQ(problem("a \xff"), "2: not UTF-8");
  EXPECT_EQ(problem("a # b"), "2: unexpected `#`");
}

TEST(Parser, IsBounded) {
  EXPECT_EQ(problem(std::string(90, '(') + "1" + std::string(90, ')')), "");
  EXPECT_EQ(problem(std::string(5000, '(')), "100: nested more than 100 deep");
  EXPECT_EQ(problem(std::string(5000, '[')), "100: nested more than 100 deep");
  EXPECT_EQ(problem(std::string(20000, '1')), "16384: longer than 16384 bytes");
  std::string sum = "1";
  for (int i = 0; i < 200; ++i) sum += "+1";
  EXPECT_EQ(problem(sum), "201: nested more than 100 deep");
  std::string either = "true";
  for (int i = 0; i < 1000; ++i) either += "||true";
  EXPECT_EQ(problem(either), "");
}

}  // namespace
}  // namespace kaflint::constraint
