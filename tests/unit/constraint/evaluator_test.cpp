// What constraints are worth: CEL's values, its unknown and its errors.
#include "linter/constraint/evaluator.h"

#include <gtest/gtest.h>

#include "tests/unit/constraint/known.h"

namespace kaflint::constraint {
namespace {

TEST(Evaluator, ReadsConfigurationAndWhatIsWritten) {
  EXPECT_EQ(worth(R"(config["acks"] in ["all", "-1"])"), "false");
  EXPECT_EQ(worth(R"(config["linger.ms"] + 1)"), "6");
  EXPECT_EQ(worth(R"(config["retries"] == null)"), "true");
  EXPECT_EQ(worth(R"("acks" in written)"), "true");
  EXPECT_EQ(worth(R"(written["linger.ms"])"), "\"5\"");
  EXPECT_EQ(worth(R"(written["client.id"])"), "unknown");
  EXPECT_EQ(worth(R"(config["bootstrap.servers"].all(s, s.endsWith(":9092")))"), "true");
  EXPECT_EQ(worth("kafka >= version(\"3.0.1\")"), "true");
  EXPECT_EQ(worth("role + \"!\""), "\"producer!\"");
  EXPECT_EQ(worth(R"(["acks", "linger.ms"].exists(k, config[k] == 5))"), "true");
}

TEST(Evaluator, AbsentIsUnknownOnlyWhereMoreMayBeWritten) {
  EXPECT_EQ(worth(R"("retries" in written)"), "false");
  EXPECT_EQ(worth(R"("retries" in written)", true), "unknown");
  EXPECT_EQ(worth(R"(written["retries"])"), "error");
  EXPECT_EQ(worth(R"(written["retries"])", true), "unknown");
  EXPECT_EQ(worth("size(written)"), "3");
  EXPECT_EQ(worth("size(written)", true), "unknown");
  EXPECT_EQ(worth("written.all(k, k.size() > 3)"), "true");
  EXPECT_EQ(worth("written.all(k, k.size() > 3)", true), "unknown");
  EXPECT_EQ(worth("written.exists(k, k == \"acks\")", true), "true");
}

TEST(Evaluator, UnknownPropagatesAsInCel) {
  const std::string unknown = "config[\"enable.idempotence\"]";
  EXPECT_EQ(worth("false && " + unknown), "false");
  EXPECT_EQ(worth(unknown + " && false"), "false");
  EXPECT_EQ(worth("true && " + unknown), "unknown");
  EXPECT_EQ(worth(unknown + " || true"), "true");
  EXPECT_EQ(worth("!" + unknown), "unknown");
  EXPECT_EQ(worth(unknown + " ? 1 : 1"), "unknown");
  EXPECT_EQ(worth("true ? 1 : (" + unknown + " ? 2 : 3)"), "1");
  EXPECT_EQ(worth(unknown + " in [true, false]"), "unknown");
  EXPECT_EQ(worth("[1, 2].all(x, " + unknown + " && x == 2)"), "false");
  EXPECT_EQ(worth("[1, 2].exists(x, " + unknown + ")"), "unknown");
}

TEST(Evaluator, AnErrorLosesOnlyToTheSideThatDecides) {
  EXPECT_EQ(worth("1 / 0 > 0 || true"), "true");
  EXPECT_EQ(worth("1 / 0 > 0 || false"), "error");
  EXPECT_EQ(worth("1 / 0 > 0 && false"), "false");
  EXPECT_EQ(worth("1 / 0 > 0 && config[\"enable.idempotence\"]"), "unknown");
  EXPECT_EQ(worth("1 / 0 == size(config[\"client.id\"])"), "error");
  EXPECT_EQ(worth("size(config[\"client.id\"]) + 1 / 0"), "unknown");
  EXPECT_EQ(worth("1 / 0 + size(config[\"client.id\"])"), "error");
}

TEST(Evaluator, ArithmeticEndsAt64Bits) {
  EXPECT_EQ(worth("9223372036854775807 + 1"), "error");
  EXPECT_EQ(worth("-9223372036854775808 - 1"), "error");
  EXPECT_EQ(worth("-9223372036854775808 / -1"), "error");
  EXPECT_EQ(worth("-9223372036854775808 % -1"), "error");
  EXPECT_EQ(worth("3037000500 * 3037000500"), "error");
  EXPECT_EQ(worth("-(-9223372036854775808)"), "error");
  EXPECT_EQ(worth("-7 / 2"), "-3");
  EXPECT_EQ(worth("-7 % 2"), "-1");
  EXPECT_EQ(worth("duration(\"2562047h\") + duration(\"1h\")"), "error");
}

TEST(Evaluator, Functions) {
  EXPECT_EQ(worth("size(\"äöü\")"), "3");
  EXPECT_EQ(worth("\"äöü\".contains(\"ö\")"), "true");
  EXPECT_EQ(worth("\"abc\".matches(\"^a.c$\")"), "true");
  EXPECT_EQ(worth("matches(\"abc\", \"b\")"), "true");
  EXPECT_EQ(worth("duration(\"1h30m\").getMinutes()"), "90");
  EXPECT_EQ(worth("duration(\"1.5s\").getMilliseconds()"), "1500");
  EXPECT_EQ(worth("dataSize(\"1MiB\")"), "1048576");
  EXPECT_EQ(worth("dataSize(\"10\" + \"MB\")"), "10000000");
  EXPECT_EQ(worth("dataSize(\"10\" + \"\")"), "error");
  EXPECT_EQ(worth("version(\"3\") == version(\"3.0.0\")"), "true");
  EXPECT_EQ(worth("int(\"-12\") + int(2.9)"), "-10");
  EXPECT_EQ(worth("int(\"12a\")"), "error");
  EXPECT_EQ(worth("double(\"1e3\")"), "1000.000000");
  EXPECT_EQ(worth("string(1000000.0) + string(0.5) + string(1) + string(true)"),
            "\"1e+060.51true\"");
  EXPECT_EQ(worth("string(duration(\"1500ms\"))"), "\"1.5s\"");
  EXPECT_EQ(worth("[1, 2] + [3]"), "[1, 2, 3]");
  EXPECT_EQ(worth("[[1], [2]][1][0]"), "2");
  EXPECT_EQ(worth("[1][1]"), "error");
  EXPECT_EQ(worth("[1, \"a\", 2.0][2] == [2][0]"), "true");
  EXPECT_EQ(worth("1 < 2 && \"a\" < \"b\" && false < true && 0.5 < 1.5"), "true");
}

TEST(Evaluator, AConversionOfWhichOneFormFitsTakesNoOtherValue) {
  // The items' type is null, which only the forms for durations take.
  EXPECT_EQ(worth("string([config[\"acks\"], null][0])"), "error");
  EXPECT_EQ(worth("string([config[\"linger.ms\"], null][0])"), "error");
  EXPECT_EQ(worth("string(false ? null : config[\"ratio\"])"), "error");
  EXPECT_EQ(worth("string([duration(\"1s\"), null][0])"), "\"1s\"");
  // It is int: null may stand for the string, and the int for null.
  const std::string items = "[config[\"acks\"], null, config[\"linger.ms\"]]";
  EXPECT_EQ(worth("string(" + items + "[0])"), "error");
  EXPECT_EQ(worth("int(" + items + "[0])"), "error");
  EXPECT_EQ(worth("double(" + items + "[0])"), "error");
  EXPECT_EQ(worth("string(" + items + "[2])"), "\"5\"");
  // It is string, the later of the two.
  EXPECT_EQ(worth("string([null, config[\"acks\"]][1])"), "\"1\"");
  EXPECT_EQ(worth("string(true ? config[\"acks\"] : null)"), "\"1\"");
  // It is dyn, which every form fits.
  EXPECT_EQ(worth("string([config[\"acks\"], null, 1.5][0])"), "\"1\"");
  EXPECT_EQ(worth("int([1, \"12\"][1])"), "12");
  // An operator looks at the values alone.
  EXPECT_EQ(worth("-[config[\"ratio\"], null, config[\"linger.ms\"]][0]"), "-0.500000");
}

TEST(Evaluator, EveryFunctionOfTheTableIsEvaluated) {
  for (const Overload& overload : overloads()) {
    SCOPED_TRACE(overload.form);
    EXPECT_FALSE(overload.arguments[0].empty());
    const auto value = [](std::string_view type) -> std::string {
      if (type == "bool") return "true";
      if (type == "int" || type == "A") return "1";
      if (type == "double") return "1.5";
      if (type == "duration") return "duration(\"1s\")";
      if (type == "version") return "kafka";
      if (type == "list(A)") return "[1, 2]";
      return type == "string" ? "\"1\"" : "written";
    };
    std::string text(overload.form);
    std::string_view first = overload.arguments[0];
    std::string_view second = overload.arguments[1];
    // The form is the call with types instead of values.
    const std::string open = std::string(overload.name) + "(";
    const std::size_t at = text.find(first, text.starts_with(open) ? open.size() : 0);
    ASSERT_NE(at, std::string::npos);
    std::string head =
        text.substr(0, at) + value(first == "A" && second == "map(A, B)" ? "string" : first);
    std::string tail = text.substr(at + first.size());
    if (!second.empty()) {
      const std::size_t other = tail.find(second);
      ASSERT_NE(other, std::string::npos);
      const bool key = second == "A" && first == "map(A, B)";
      tail = tail.substr(0, other) + (key ? "\"acks\"" : value(second)) +
             tail.substr(other + second.size());
    }
    std::string call = head + tail;
    if (overload.function == Function::data_size) call = "dataSize(\"1kB\")";
    if (overload.function == Function::duration && first == "string") call = "duration(\"1s\")";
    const std::string result = worth(call);
    EXPECT_EQ(result.find("error"), std::string::npos) << call << " = " << result;
    EXPECT_EQ(result.find(": "), std::string::npos) << call << " = " << result;
  }
}

TEST(Evaluator, IsBounded) {
  std::string items = "0";
  for (int i = 1; i < 1000; ++i) items += "," + std::to_string(i);
  const std::string list = "[" + items + "]";
  EXPECT_EQ(worth(list + ".all(x, " + list + ".all(y, x + y >= 0))"), "error");
  // Each level doubles what has to be compared.
  std::string inner = "a == a";
  for (char c = 'a'; c < 'z'; ++c) {
    const std::string next(1, static_cast<char>(c + 1));
    inner = "[[" + next + ", " + next + "]].all(" + std::string(1, c) + ", " + inner + ")";
  }
  EXPECT_EQ(worth("[1].all(z, " + inner + ")"), "error");
  std::string doubling = "size(a) > 0";
  for (char c = 'a'; c < 'z'; ++c) {
    const std::string next(1, static_cast<char>(c + 1));
    doubling = "[" + next + " + " + next + "].all(" + std::string(1, c) + ", " + doubling + ")";
  }
  EXPECT_EQ(worth("[\"0123456789\"].all(z, " + doubling + ")"), "error");
}

}  // namespace
}  // namespace kaflint::constraint
