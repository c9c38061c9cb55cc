// What java.util.Properties loads, and where each piece of it stands.
#include "linter/syntax/properties.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

namespace kaflint::syntax {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

Pairs pairs_of(const PropertiesFile& file) {
  Pairs result;
  for (const PropertiesPair& pair : file.pairs) result.emplace_back(pair.key, pair.value);
  return result;
}

Pairs parse(std::string_view text, Charset charset = Charset::latin1) {
  return pairs_of(parse_properties(text, charset));
}

std::string from_hex(const std::string& hex) {
  std::string result;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
    result += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  return result;
}

void expect_as_recorded(const std::string& name, const std::string& input, Charset charset,
                        const nlohmann::json& expected) {
  const PropertiesFile file = parse_properties(input, charset);
  Pairs loaded = pairs_of(file);
  loaded.resize(file.loaded);
  EXPECT_EQ(loaded, expected["pairs"].get<Pairs>()) << name;
  EXPECT_EQ(file.error.has_value(), expected["error"].get<bool>()) << name;
}

class Recorded : public testing::TestWithParam<const char*> {};

TEST_P(Recorded, AsJavaLoads) {
  std::ifstream stream(std::string(KAFLINT_ROOT "/fixtures/properties/") + GetParam());
  ASSERT_TRUE(stream.is_open());
  const nlohmann::json cases = nlohmann::json::parse(stream);
  ASSERT_GT(cases.size(), 100U);
  for (const nlohmann::json& one : cases) {
    const std::string name = one["name"];
    const std::string input = from_hex(one["input"]);
    expect_as_recorded(name, input, Charset::latin1, one);
    expect_as_recorded(name, input, Charset::utf8, one.contains("utf8") ? one["utf8"] : one);
  }
}

INSTANTIATE_TEST_SUITE_P(Properties, Recorded, testing::Values("vectors.json", "random.json"));

TEST(Properties, SurrogateEscapesJoinOrStayAlone) {
  EXPECT_EQ(parse("a=\\ud83d\\ude00"), (Pairs{{"a", "\xF0\x9F\x98\x80"}}));
  EXPECT_EQ(parse("a=\\ud83d\\\n  \\ude00"), (Pairs{{"a", "\xF0\x9F\x98\x80"}}));
  EXPECT_EQ(parse("a=\\ud83d"), (Pairs{{"a", "\xED\xA0\xBD"}}));
  EXPECT_EQ(parse("a=\\ude00\\ud83d-"), (Pairs{{"a", "\xED\xB8\x80\xED\xA0\xBD-"}}));
  EXPECT_EQ(parse("a=\\ud83d\\ud83d\\ude00"), (Pairs{{"a", "\xED\xA0\xBD\xF0\x9F\x98\x80"}}));
}

TEST(Properties, Charsets) {
  EXPECT_EQ(parse("k\xE9=\xC3\xA9", Charset::latin1), (Pairs{{"k\xC3\xA9", "\xC3\x83\xC2\xA9"}}));
  EXPECT_EQ(parse("k=\xC3\xA9\\\xE2\x82\xAC", Charset::utf8),
            (Pairs{{"k", "\xC3\xA9\xE2\x82\xAC"}}));
  EXPECT_EQ(parse("k=\xE9-\xED\xA0\xBD-\xF0\x9F\x98-\xE2\x82", Charset::utf8),
            (Pairs{{"k", "\xEF\xBF\xBD-\xEF\xBF\xBD-\xEF\xBF\xBD-\xEF\xBF\xBD"}}));
  EXPECT_EQ(parse("\xEF\xBB\xBF#k=v", Charset::utf8), (Pairs{{"\xEF\xBB\xBF#k", "v"}}));
}

TEST(Properties, ALoneBackslashAtTheEndIsAnEmptyPair) {
  EXPECT_EQ(parse("\\"), (Pairs{{"", ""}}));
  EXPECT_EQ(parse("\\\n"), (Pairs{{"", ""}}));
  EXPECT_EQ(parse("\\\r"), (Pairs{{"", ""}}));
  EXPECT_EQ(parse("\\\r\n"), Pairs{});
  EXPECT_EQ(parse("\\\n "), Pairs{});
  EXPECT_EQ(parse("a=b\n\\\n\\"), (Pairs{{"a", "b"}, {"", ""}}));
}

TEST(Properties, SpansOfASimpleFile) {
  const std::string text = "# note\r\n\r\n  acks = all  \r\nlinger.ms\n";
  const PropertiesFile file = parse_properties(text, Charset::latin1);
  ASSERT_EQ(file.pairs.size(), 2U);
  EXPECT_EQ(file.loaded, 2U);
  EXPECT_FALSE(file.error);
  ASSERT_EQ(file.comments.size(), 1U);
  EXPECT_EQ(file.comments[0].span, (Span{0, 6}));
  const PropertiesPair& acks = file.pairs[0];
  EXPECT_EQ(acks.key_span, (Span{12, 16}));
  EXPECT_EQ(acks.value_span, (Span{19, 24})) << "Java keeps blanks at the end";
  EXPECT_EQ(acks.value_pieces, (std::vector<Span>{{19, 24}}));
  EXPECT_EQ(acks.entry_span, (Span{12, 24}));
  EXPECT_EQ(acks.line_span, (Span{10, 26}));
  const PropertiesPair& linger = file.pairs[1];
  EXPECT_EQ(linger.key_span, (Span{26, 35}));
  EXPECT_EQ(linger.value_span, (Span{35, 35}));
  EXPECT_TRUE(linger.value_pieces.empty());
  EXPECT_EQ(linger.entry_span, (Span{26, 35}));
  EXPECT_EQ(linger.line_span, (Span{26, 36}));
}

TEST(Properties, SpansOverContinuations) {
  //                        0123 4567 8  9012 3 4567
  const std::string text = "ab\\\n c=\\\r\n  x,\\\n y\nz";
  const PropertiesFile file = parse_properties(text, Charset::latin1);
  ASSERT_EQ(pairs_of(file), (Pairs{{"abc", "x,y"}, {"z", ""}}));
  const PropertiesPair& pair = file.pairs[0];
  EXPECT_EQ(pair.key_span, (Span{0, 6}));
  EXPECT_EQ(pair.value_span, (Span{12, 18}));
  EXPECT_EQ(pair.value_pieces, (std::vector<Span>{{12, 14}, {17, 18}}));
  EXPECT_EQ(pair.entry_span, (Span{0, 18}));
  EXPECT_EQ(pair.line_span, (Span{0, 19}));
  const MappedText value = map_value(text, Charset::latin1, pair);
  EXPECT_EQ(value.text(), "x,y");
  EXPECT_EQ(value.source_span(2, 3), (Span{17, 18}));
  EXPECT_EQ(value.source_pieces({0, 3}), pair.value_pieces);
}

TEST(Properties, AnEmptyValueHasAPlace) {
  const std::string text = "a= \nb = \\\n \n\\\n c:\n";
  const PropertiesFile file = parse_properties(text, Charset::latin1);
  ASSERT_EQ(pairs_of(file), (Pairs{{"a", ""}, {"b", ""}, {"c", ""}}));
  EXPECT_EQ(file.pairs[0].value_span, (Span{3, 3}));
  EXPECT_EQ(file.pairs[1].value_span, (Span{8, 8})) << "before the continuation's backslash";
  EXPECT_EQ(file.pairs[1].line_span, (Span{4, 12}));
  EXPECT_EQ(file.pairs[2].line_span, (Span{12, 18})) << "with the lone backslash before it";
  EXPECT_EQ(map_value(text, Charset::latin1, file.pairs[0]).source_span(0, 0), (Span{3, 3}));
}

TEST(Properties, EscapesMapToTheirWhole) {
  const std::string text = "k=a\\tb\\u00e9\\ud83d\\\n\\ude00\xE9";
  const PropertiesFile file = parse_properties(text, Charset::latin1);
  const MappedText value = map_value(text, Charset::latin1, file.pairs.at(0));
  ASSERT_EQ(value.text(), "a\tb\xC3\xA9\xF0\x9F\x98\x80\xC3\xA9");
  EXPECT_EQ(value.source_span(1, 2), (Span{3, 5}));
  EXPECT_EQ(value.source_span(3, 5), (Span{6, 12}));
  EXPECT_EQ(value.source_span(5, 9), (Span{12, 26}));
  EXPECT_EQ(value.source_span(9, 11), (Span{26, 27}));
}

TEST(Properties, AMalformedEscapeStopsLoadingNotReading) {
  const std::string text = "a=1\n# \\u\nb=C:\\users\nc\\u12=3\nd=4\n";
  const PropertiesFile file = parse_properties(text, Charset::latin1);
  EXPECT_EQ(file.loaded, 1U);
  ASSERT_TRUE(file.error);
  EXPECT_EQ(file.error->span, (Span{13, 15}));
  EXPECT_EQ(pairs_of(file), (Pairs{{"a", "1"}, {"b", "C:\\users"}, {"c\\u12", "3"}, {"d", "4"}}));
}

TEST(Properties, AMalformedEscapeSpansItsDigits) {
  const auto error = [](std::string_view text) {
    return parse_properties(text, Charset::latin1).error.value().span;
  };
  EXPECT_EQ(error("a=\\u"), (Span{2, 4}));
  EXPECT_EQ(error("a=\\u12"), (Span{2, 6}));
  EXPECT_EQ(error("a=\\u12g4"), (Span{2, 6}));
  EXPECT_EQ(error("a=\\u1\\\n 2 "), (Span{2, 9})) << "over a continuation";
  EXPECT_EQ(error("a=\\uu0041"), (Span{2, 4}));
}

TEST(Properties, LoneCarriageReturnsEndLines) {
  const std::string text = "#c\ra=1\r\rb=2\\\r3\r!d";
  const PropertiesFile file = parse_properties(text, Charset::latin1);
  EXPECT_EQ(pairs_of(file), (Pairs{{"a", "1"}, {"b", "23"}}));
  ASSERT_EQ(file.comments.size(), 2U);
  EXPECT_EQ(file.comments[0].span, (Span{0, 2}));
  EXPECT_EQ(file.comments[1].span, (Span{15, 17}));
  EXPECT_EQ(file.pairs[0].line_span, (Span{3, 7}));
}

TEST(Properties, ManyContinuationsAndCommentsTakeLinearTime) {
  std::string text = "k=";
  for (int i = 0; i < 300'000; ++i) text += "\\\r";
  text += "\r";
  for (int i = 0; i < 300'000; ++i) text += "#\r";
  const PropertiesFile file = parse_properties(text, Charset::latin1);
  ASSERT_EQ(file.pairs.size(), 1U);
  EXPECT_TRUE(file.pairs[0].value.empty());
  EXPECT_EQ(file.comments.size(), 300'000U);
}

}  // namespace
}  // namespace kaflint::syntax
