// rules/LANGUAGE.md lists what the table of functions holds, and its examples are true.
// KAFLINT_UPDATE=1 writes the lists anew.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <string>

#include "linter/base/text.h"
#include "linter/constraint/functions.h"
#include "tests/unit/constraint/known.h"
#include "tests/unit/source/bytes_of.h"

namespace kaflint::constraint {
namespace {

const std::string kPath = KAFLINT_ROOT "/rules/LANGUAGE.md";

std::string page() { return bytes_of(kPath); }

std::string with_list(const std::string& text, std::string_view name, const std::string& list) {
  const std::string open = fmt::format("<!-- {} -->\n", name);
  const std::size_t begin = text.find(open) + open.size();
  return text.substr(0, begin) + list + text.substr(text.find("<!-- end -->", begin));
}

std::string variable_list() {
  std::string list = "| name | type | what it is |\n|---|---|---|\n";
  for (const VariableInfo& each : variables())
    list += fmt::format("| `{}` | {} | {} |\n", each.name, each.type, each.help);
  return list;
}

std::string function_list() {
  std::string list = "| form | result | |\n|---|---|---|\n";
  for (const Overload& each : overloads())
    list += fmt::format("| `{}` | {} | {} |\n", each.form, each.result, each.help);
  return list;
}

TEST(LanguagePage, ListsTheTables) {
  const std::string text = page();
  const std::string fresh =
      with_list(with_list(text, "variables", variable_list()), "functions", function_list());
  if (std::getenv("KAFLINT_UPDATE") != nullptr)
    std::ofstream(kPath, std::ios::binary) << fresh;
  else
    EXPECT_EQ(text, fresh);
}

TEST(LanguagePage, ExamplesAreTrue) {
  const std::string text = page();
  const std::size_t begin = text.find("| constraint | value |\n");
  ASSERT_NE(begin, std::string::npos);
  std::size_t count = 0;
  for (const std::string_view line : split(std::string_view(text).substr(begin), '\n')) {
    if (!line.starts_with("| `")) continue;
    const std::size_t middle = line.rfind("` | `");
    std::string constraint(line.substr(3, middle - 3));
    for (std::size_t at = 0; (at = constraint.find("\\|", at)) != std::string::npos; ++at)
      constraint.erase(at, 1);
    const std::string_view value = line.substr(middle + 5, line.size() - middle - 8);
    EXPECT_EQ(worth(constraint), value) << constraint;
    ++count;
  }
  EXPECT_GT(count, 10U);
}

TEST(LanguagePage, FirstConstraintsAreAccepted) {
  const std::string text = page();
  const std::size_t begin = text.find("```\n") + 4;
  const std::string_view block =
      std::string_view(text).substr(begin, text.find("```", begin) - begin);
  for (const std::string_view line : split(block, '\n')) {
    if (line.empty()) continue;
    const auto checked = compile_condition(line, KnownScope());
    EXPECT_TRUE(checked) << line << ": " << checked.error().text;
  }
}

}  // namespace
}  // namespace kaflint::constraint
