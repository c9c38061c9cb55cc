// Files with the mistakes that people make: the place that they are shown, and what is still read.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/unit/source/bytes_of.h"
#include "tests/unit/syntax/yaml_outline.h"

namespace kaflint::syntax {
namespace {

struct Mistake {
  std::string file;
  std::size_t line;    // from 1
  std::string source;  // what the error's span covers
  std::string detail;
  std::size_t documents;
};

std::string read(const std::string& name) {
  return bytes_of(KAFLINT_ROOT "/fixtures/malformed/" + name);
}

class YamlMalformed : public testing::TestWithParam<Mistake> {};

TEST_P(YamlMalformed, ShowsTheMistake) {
  const Mistake& mistake = GetParam();
  const std::string bytes = read(mistake.file);
  const YamlFile file = parse_yaml(bytes);
  ASSERT_EQ(file.errors.size(), 1U);
  const YamlError& error = file.errors[0];
  const auto line = 1 + std::count(bytes.begin(), bytes.begin() + error.span.begin, '\n');
  EXPECT_EQ(static_cast<std::size_t>(line), mistake.line);
  EXPECT_EQ(source_of(bytes, error.span), mistake.source);
  EXPECT_EQ(error.detail, mistake.detail);
  ASSERT_EQ(file.documents.size(), mistake.documents);
  EXPECT_TRUE(file.documents[0].broken);
}

const std::string kWrongKey =
    "a key was expected here; the indentation fits none of the lines above, or a quote or bracket "
    "is wrong";

INSTANTIATE_TEST_SUITE_P(
    Fixtures, YamlMalformed,
    testing::Values(
        Mistake{"open-quote.yml", 5, "\"", "the quote is never closed", 1},
        Mistake{"tab-indentation.yml", 4, "\t", "a tab cannot indent; use spaces", 1},
        Mistake{"unquoted-colon.yml", 3, ":",
                "no `key: value` can stand here; quote a value that contains `: `, or correct the "
                "indentation",
                1},
        Mistake{"wrong-indentation.yml", 5, "r", kWrongKey, 1},
        Mistake{"open-bracket.yml", 3, "[", "the bracket is never closed", 1},
        Mistake{"second-document.yml", 4, "'", "the quote is not closed within its document", 2},
        Mistake{"latin-1.yml", 3, "\xFC", "a byte that begins or continues no character", 1}),
    [](const auto& test) {
      std::string name = test.param.file.substr(0, test.param.file.find('.'));
      std::ranges::replace(name, '-', '_');
      return name;
    });

TEST(YamlMalformedFile, Utf16IsNamedAsSuch) {
  const std::string bytes = read("utf-16.yml");
  const YamlFile file = parse_yaml(bytes);
  ASSERT_EQ(file.errors.size(), 1U);
  EXPECT_EQ(file.errors[0].kind, YamlError::Kind::invalid_utf8);
  EXPECT_EQ(file.errors[0].detail, "encoded as UTF-16 or UTF-32");
}

TEST(YamlMalformedFile, ReadsTheDocumentAfterABrokenOne) {
  const YamlFile file = parse_yaml(read("second-document.yml"));
  ASSERT_EQ(file.documents.size(), 2U);
  EXPECT_FALSE(file.documents[1].broken);
  EXPECT_EQ(file.text(find_path(file, file.documents[1].root, {"metadata", "name"})), "second");
}

}  // namespace
}  // namespace kaflint::syntax
