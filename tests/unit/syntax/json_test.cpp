// JSON's tree and spans, broken text, and agreement with an independent parser.
#include "linter/syntax/json.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <random>
#include <string>

namespace kaflint::syntax {
namespace {

/// The tree in JSON's own notation, without blanks; `-` for an absent value.
std::string dump(const JsonFile& file, JsonId id) {
  if (id == kNoJson) return "nothing";
  const JsonNode& node = file.node(id);
  std::string result;
  switch (node.kind) {
    case JsonKind::true_:
      return "true";
    case JsonKind::false_:
      return "false";
    case JsonKind::null:
      return "null";
    case JsonKind::absent:
      return "-";
    case JsonKind::number:
      return std::string(file.text(id));
    case JsonKind::string:
      return "\"" + std::string(file.text(id)) + "\"";
    case JsonKind::array:
      for (JsonId item = node.first_child; item != kNoJson; item = file.node(item).next_sibling)
        result += (result.empty() ? "" : ",") + dump(file, item);
      return "[" + result + "]";
    case JsonKind::object:
      for (const JsonMember& member : members(file, id))
        result +=
            (result.empty() ? "" : ",") + dump(file, member.key) + ":" + dump(file, member.value);
      return "{" + result + "}";
  }
  return "?";
}

std::string tree(std::string_view text) {
  const JsonFile file = parse_json(text);
  return dump(file, file.root);
}

std::string errors(std::string_view text) {
  std::string result;
  for (const JsonError& error : parse_json(text).errors)
    result += std::to_string(error.span.begin) + "-" + std::to_string(error.span.end) + " " +
              error.detail + "\n";
  return result;
}

TEST(Json, Values) {
  for (const char* text : {"{}", "[]", "\"\"", "0", "-1.5e+3", "true", "false", "null",
                           "{\"a\":{\"b\":[1,\"x\",null]},\"c\":[[],{}]}"}) {
    EXPECT_EQ(tree(text), text);
    EXPECT_EQ(errors(text), "") << text;
  }
}

TEST(Json, SpansAndTexts) {
  const std::string text = "{ \"name\" : \"s\\u0069nk\",\n\t\"tasks.max\": 1.50 }";
  const JsonFile file = parse_json(text);
  ASSERT_TRUE(file.errors.empty());
  EXPECT_EQ(file.node(file.root).span, (Span{0, static_cast<std::uint32_t>(text.size())}));
  const JsonId name = find(file, file.root, "name");
  EXPECT_EQ(file.text(name), "sink");
  EXPECT_EQ(file.node(name).span, (Span{11, 22}));
  EXPECT_EQ(map_string(file, text, name).source_span(1, 2), (Span{13, 19}));
  const JsonId tasks = find(file, file.root, "tasks.max");
  EXPECT_EQ(file.text(tasks), "1.50") << "as written";
  EXPECT_EQ(members(file, file.root)[1].value, tasks);
  EXPECT_EQ(file.node(tasks).parent, file.root);
  EXPECT_EQ(find(file, file.root, "topics"), kNoJson);
}

TEST(Json, Strings) {
  EXPECT_EQ(tree(R"("\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00")"),
            "\"\"\\/\b\f\n\r\t\xC3\xA9\xF0\x9F\x98\x80\"");
  EXPECT_EQ(tree(R"("\ud83d-")"), "\"\xED\xA0\xBD-\"") << "alone it keeps its three-byte form";
  EXPECT_EQ(errors(R"("\ud83d-")"), "");
  EXPECT_EQ(errors("\"a\\q\""), "2-3 a string cannot contain this\n");
  EXPECT_EQ(tree("\"a\\q\""), "\"a\\q\"");
  EXPECT_EQ(errors("\"a\tb\""), "2-3 a string cannot contain this\n");
  EXPECT_EQ(errors("\"\\u12\""), "1-3 a string cannot contain this\n");
  EXPECT_EQ(errors("[\"\xC3\xA9\", \"\xC3\"]"), "8-9 a string cannot contain this\n");
}

TEST(Json, DuplicateKeysAreReportedAndTheLastOneWins) {
  const JsonFile file = parse_json(R"({"a":1,"b":2,"\u0061":3})");
  ASSERT_EQ(file.errors.size(), 1U);
  EXPECT_EQ(file.errors[0].kind, JsonError::Kind::duplicate_key);
  EXPECT_EQ(file.errors[0].span, (Span{13, 21}));
  EXPECT_EQ(file.errors[0].first, (Span{1, 4}));
  EXPECT_FALSE(file.broken);
  EXPECT_EQ(file.text(find(file, file.root, "a")), "3");
}

TEST(Json, ErrorsAreBoundedButBrokenIsBroken) {
  std::string text = "{";
  for (int i = 0; i < 200; ++i) text += "\"a\":1,";
  EXPECT_EQ(parse_json(text + "\"a\":1}").errors.size(), kMaxJsonErrors);
  EXPECT_FALSE(parse_json(text + "\"a\":1}").broken);
  EXPECT_TRUE(parse_json("[" + text + "\"a\":1},]").broken);
}

TEST(Json, AByteOrderMarkIsSkipped) {
  const JsonFile file = parse_json("\xEF\xBB\xBF[1]");
  EXPECT_TRUE(file.errors.empty());
  EXPECT_EQ(file.node(file.root).span, (Span{3, 6}));
}

TEST(Json, BrokenTextGivesATree) {
  const struct {
    const char* text;
    const char* tree;
    const char* errors;
  } cases[] = {
      {"", "nothing", "0-0 a value is missing\n"},
      {"{\"a\":1,}", "{\"a\":1}", "7-8 nothing follows the last `,`\n"},
      {"{\"a\":1 \"b\":2}", "{\"a\":1,\"b\":2}", "7-10 `,` is missing before this\n"},
      {"{\"a\" 1}", "{\"a\":1}", "5-6 `:` is missing before this\n"},
      {"{\"a\":}", "{\"a\":-}", "5-6 a value is missing before this\n"},
      {"{\"a\":,\"b\":2}", "{\"a\":-,\"b\":2}", "5-6 a value is missing before this\n"},
      {"{\"a\":1", "{\"a\":1}", "6-6 `}` is missing\n"},
      {"{\"a\":[1,{\"b\":2}", "{\"a\":[1,{\"b\":2}]}",
       "15-15 `]` is missing\n15-15 `}` is missing\n"},
      {"[1,2}", "[1,2]", "4-5 this is unexpected\n5-5 `]` is missing\n"},
      {"{\"a\":[1}", "{\"a\":[1]}", "7-8 `]` is missing before this\n"},
      {"[1 2]", "[1,2]", "3-4 `,` is missing before this\n"},
      {"[1,,2]", "[1,2]", "3-4 a value is missing before this\n"},
      {"1 2", "1", "2-3 nothing can follow the value\n"},
      {"{1:2}", "{}",
       "1-2 a key has to be a string\n2-3 this is unexpected\n"
       "3-4 a key has to be a string\n"},
  };
  for (const auto& one : cases) {
    EXPECT_EQ(tree(one.text), one.tree) << one.text;
    EXPECT_EQ(errors(one.text), one.errors) << one.text;
  }
}

TEST(Json, WhatJsonHasNotIsAnError) {
  for (const char* text :
       {"{\"a\":NaN}", "{a:1}", "{'a':1}", "[01]", "[.5]", "[+1]", "[1.]", "//x\n1", "/* */1",
        "[1,2", "tru", "[\"a\n\"]", "[\"a]", "\x01", "[1]x"}) {
    EXPECT_TRUE(parse_json(text).broken) << text;
    EXPECT_FALSE(nlohmann::json::accept(std::string(text))) << text;
  }
}

TEST(Json, DepthIsBounded) {
  const std::string good = std::string(500, '[') + std::string(500, ']');
  EXPECT_EQ(errors(good), "");
  const std::string deep(200'000, '[');
  const JsonFile file = parse_json(deep);
  ASSERT_FALSE(file.errors.empty());
  EXPECT_EQ(file.nodes.size(), 500U);
  const auto is_depth = [](const JsonError& error) {
    return error.kind == JsonError::Kind::too_deep;
  };
  const auto found = std::find_if(file.errors.begin(), file.errors.end(), is_depth);
  ASSERT_NE(found, file.errors.end());
  EXPECT_EQ(found->span, (Span{500, 501}));
}

TEST(Json, SizeIsBounded) {
  const JsonFile file = parse_json(std::string(kMaxJsonBytes + 1, ' '));
  ASSERT_EQ(file.errors.size(), 1U);
  EXPECT_EQ(file.errors[0].kind, JsonError::Kind::too_large);
  EXPECT_EQ(file.root, kNoJson);
}

void expect_sound(const JsonFile& file, const std::string& text) {
  for (const JsonNode& node : file.nodes) {
    ASSERT_LE(node.span.begin, node.span.end) << text;
    ASSERT_LE(node.span.end, text.size()) << text;
    if (node.parent != kNoJson) {
      ASSERT_TRUE(file.node(node.parent).span.contains(node.span)) << text;
    }
  }
  for (const JsonError& error : file.errors) {
    ASSERT_LE(error.span.begin, error.span.end) << text;
    ASSERT_LE(error.span.end, text.size()) << text;
  }
}

TEST(Json, AgreesWithAnIndependentParserOnRandomTexts) {
  constexpr std::string_view kAtoms[] = {
      "{",       "}",        "[",    "]", ",",    ":",  "\"a\"", "\"b\"",       "1",
      "-0.5e3",  "true",     "null", " ", "\n",   "\"", "\\",    "\"\\u00e9\"", "\"\xC3\xA9\"",
      "{\"a\":", "\"c\":1,", "x",    "0", "\x80", "\t", "[]",    "{}"};
  std::mt19937 random(11);
  int accepted = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (auto left = random() % 12; left > 0; --left) text += kAtoms[random() % std::size(kAtoms)];
    const JsonFile file = parse_json(text);
    ASSERT_NO_FATAL_FAILURE(expect_sound(file, text));
    ASSERT_EQ(!file.broken, nlohmann::json::accept(text)) << text;
    if (!file.broken) ++accepted;
  }
  EXPECT_GT(accepted, 300);
}

TEST(Json, AgreesWithAnIndependentParserOnRandomBytes) {
  std::mt19937 random(3);
  for (int round = 0; round < 10'000; ++round) {
    // A string of any bytes, or a valid text with one byte changed.
    std::string text = R"([{"a": "\u00e9x", "b": [-1.5e3, true, null]}, "", 0])";
    if (round % 2 == 0) {
      text = "\"";
      for (auto left = random() % 6; left > 0; --left) text += static_cast<char>(random());
      text += "\"";
    } else {
      text[random() % text.size()] = static_cast<char>(random());
    }
    const JsonFile file = parse_json(text);
    ASSERT_NO_FATAL_FAILURE(expect_sound(file, text));
    ASSERT_EQ(!file.broken, nlohmann::json::accept(text)) << text;
  }
}

/// A random value as nlohmann holds it, so that its own writer can produce the text.
nlohmann::json random_value(std::mt19937& random, int depth) {
  switch (random() % (depth > 4 ? 4 : 6)) {
    case 0:
      return random() % 2 == 0;
    case 1:
      return nullptr;
    case 2:
      return static_cast<int>(random());
    case 3: {
      constexpr std::string_view kTexts[] = {"", "a.b", "\"\\\n", "\xC3\xA9\xF0\x9F\x98\x80",
                                             "\x01"};
      return kTexts[random() % std::size(kTexts)];
    }
    case 4: {
      nlohmann::json array = nlohmann::json::array();
      for (auto left = random() % 4; left > 0; --left)
        array.push_back(random_value(random, depth + 1));
      return array;
    }
    default: {
      nlohmann::json object = nlohmann::json::object();
      for (auto left = random() % 4; left > 0; --left)
        object["k" + std::to_string(left)] = random_value(random, depth + 1);
      return object;
    }
  }
}

nlohmann::json rebuilt(const JsonFile& file, JsonId id) {
  switch (file.node(id).kind) {
    case JsonKind::string:
      return file.text(id);
    case JsonKind::array: {
      nlohmann::json array = nlohmann::json::array();
      for (JsonId item = file.node(id).first_child; item != kNoJson;
           item = file.node(item).next_sibling)
        array.push_back(rebuilt(file, item));
      return array;
    }
    case JsonKind::object: {
      nlohmann::json object = nlohmann::json::object();
      for (const JsonMember& member : members(file, id))
        object[std::string(file.text(member.key))] = rebuilt(file, member.value);
      return object;
    }
    case JsonKind::number:
      return std::stoi(std::string(file.text(id)));
    case JsonKind::true_:
      return true;
    case JsonKind::false_:
      return false;
    default:
      return nullptr;
  }
}

TEST(Json, ReadsWhatAnIndependentWriterWrote) {
  std::mt19937 random(5);
  for (int round = 0; round < 2'000; ++round) {
    const nlohmann::json value = random_value(random, 0);
    for (const bool ascii : {false, true}) {
      const std::string text = value.dump(round % 2 == 0 ? -1 : 2, ' ', ascii);
      const JsonFile file = parse_json(text);
      ASSERT_TRUE(file.errors.empty()) << text;
      ASSERT_EQ(rebuilt(file, file.root), value) << text;
    }
  }
}

TEST(Json, HostileTextsEndSoon) {
  for (const std::string atom :
       {"{", "[1 ", "\"", "{\"a\":", "]", ",", "x", "{\"a\":1 \"b\" ", "\\"}) {
    std::string text;
    while (text.size() < 300'000) text += atom;
    EXPECT_TRUE(parse_json(text).broken);
  }
}

}  // namespace
}  // namespace kaflint::syntax
