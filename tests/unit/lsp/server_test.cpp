// The server's life cycle and its diagnostics, over a check that finds the word `bad`.
#include "linter/lsp/server.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace kaflint::lsp {
namespace {

policy::FileResult find_bad(std::shared_ptr<const SourceFile> source,
                            const policy::CheckOptions& options) {
  policy::FileResult result;
  const std::string_view bytes = source->bytes();
  for (std::size_t at = bytes.find("bad"); at != std::string_view::npos;
       at = bytes.find("bad", at + 1)) {
    Finding finding;
    finding.rule = "any/deprecated-key";
    finding.level = Level::warning;
    finding.consequence = Consequence::ignored;
    finding.message = options.role ? "for a role" : "for any";
    const auto begin = static_cast<std::uint32_t>(at);
    finding.span = Span{begin, begin + 3};
    finding.related.push_back({{0, 1}, "the first byte"});
    result.findings.push_back(finding);
  }
  if (bytes.starts_with("absent")) {
    result.findings.emplace_back();
    result.findings.back().rule = "any/missing-required-key";
  }
  result.source = std::move(source);
  return result;
}

class Server_ : public testing::Test {
 protected:
  Json send(const std::string& method, const Json& params, const Json& id = nullptr) {
    Json message = {{"jsonrpc", "2.0"}, {"method", method}, {"params", params}};
    if (!id.is_null()) message["id"] = id;
    const std::vector<std::string> answers = server_.handle(message.dump());
    return answers.empty() ? Json() : Json::parse(answers.back());
  }
  Json initialize(const std::string& capabilities = "{}", const std::string& options = "null") {
    return send("initialize",
                {{"capabilities", Json::parse(capabilities)},
                 {"initializationOptions", Json::parse(options)}},
                1);
  }
  Json open(const std::string& text) {
    send("textDocument/didOpen", {{"textDocument",
                                   {{"uri", "file:///a%20b.properties"},
                                    {"languageId", "properties"},
                                    {"version", 7},
                                    {"text", text}}}});
    return published();
  }
  Json change(const Json& changes) {
    send("textDocument/didChange",
         {{"textDocument", {{"uri", "file:///a%20b.properties"}, {"version", 8}}},
          {"contentChanges", changes}});
    return published();
  }
  Json published() {
    const std::vector<std::string> messages = server_.publish();
    return messages.size() == 1 ? Json::parse(messages[0]).at("params") : Json();
  }

  Server server_{{"1.2.3", {}}, find_bad};
};

Json range(int line, int begin, int end) {
  return {{"start", {{"line", line}, {"character", begin}}},
          {"end", {{"line", line}, {"character", end}}}};
}

TEST_F(Server_, Initialize) {
  EXPECT_EQ(initialize().at("result"), Json::parse(R"({"capabilities":{"positionEncoding":"utf-16",
              "textDocumentSync":{"openClose":true,"change":1}},
              "serverInfo":{"name":"kaflint","version":"1.2.3"}})"));
  EXPECT_EQ(initialize().at("error").at("code"), -32600) << "a second time";
}

TEST_F(Server_, TheClientsFirstKnownEncoding) {
  const std::string text =
      "\xF0\x9F\x98\x80"
      "bad";
  const struct {
    const char* offered;
    const char* chosen;
    int column;
  } cases[] = {{R"(["utf-7","utf-32","utf-8"])", "utf-32", 1},
               {R"(["utf-8"])", "utf-8", 4},
               {R"(["utf-16","utf-8"])", "utf-16", 2},
               {R"([])", "utf-16", 2},
               {R"(17)", "utf-16", 2}};
  for (const auto& each : cases) {
    server_ = Server({"1.2.3", {}}, find_bad);
    const std::string capabilities =
        std::string(R"({"general":{"positionEncodings":)") + each.offered + "}}";
    EXPECT_EQ(initialize(capabilities).at("result").at("capabilities").at("positionEncoding"),
              each.chosen);
    EXPECT_EQ(open(text).at("diagnostics").at(0).at("range"),
              range(0, each.column, each.column + 3));
  }
}

TEST_F(Server_, OpenChangeClose) {
  initialize();
  const Json opened = open("x\n bad");
  EXPECT_EQ(opened.at("uri"), "file:///a%20b.properties");
  EXPECT_EQ(opened.at("version"), 7);
  EXPECT_EQ(opened.at("diagnostics"), Json::array({{{"range", range(1, 1, 4)},
                                                    {"severity", 2},
                                                    {"code", "any/deprecated-key"},
                                                    {"source", "kaflint"},
                                                    {"message", "for any"}}}));
  const Json changed = change(Json::parse(R"([{"text":"bad"},{"text":"good"}])"));
  EXPECT_EQ(changed.at("version"), 8);
  EXPECT_EQ(changed.at("diagnostics"), Json::array());
  change(Json::parse(R"([{"text":"bad"}])"));
  send("textDocument/didClose", {{"textDocument", {{"uri", "file:///a%20b.properties"}}}});
  const Json closed = published();
  EXPECT_EQ(closed.at("diagnostics"), Json::array());
  EXPECT_FALSE(closed.contains("version"));
}

TEST_F(Server_, OnlyTheLastOfManyEditsIsChecked) {
  initialize();
  open("bad");
  for (const char* text : {"bad bad", "bad bad bad"})
    send("textDocument/didChange",
         {{"textDocument", {{"uri", "file:///a%20b.properties"}, {"version", 9}}},
          {"contentChanges", Json::array({{{"text", text}}})}});
  EXPECT_EQ(published().at("diagnostics").size(), 3U);
  EXPECT_TRUE(server_.publish().empty());
}

TEST_F(Server_, TagsAndRelatedPlacesWhereTheClientKnowsThem) {
  initialize(R"({"textDocument":{"publishDiagnostics":{"relatedInformation":true,
                 "tagSupport":{"valueSet":[1,2]}}}})");
  const Json diagnostic = open("\nbad").at("diagnostics").at(0);
  EXPECT_EQ(diagnostic.at("tags"), Json::array({1, 2}));
  EXPECT_EQ(diagnostic.at("relatedInformation"),
            Json::array({{{"location",
                           {{"uri", "file:///a%20b.properties"},
                            {"range",
                             {{"start", {{"line", 0}, {"character", 0}}},
                              {"end", {{"line", 1}, {"character", 0}}}}}}},
                          {"message", "the first byte"}}}));
}

TEST_F(Server_, WhatIsAbsentStandsOnTheFirstLine) {
  initialize();
  EXPECT_EQ(open("absent\nx").at("diagnostics").at(0).at("range"), range(0, 0, 6));
}

TEST_F(Server_, InitializationOptions) {
  EXPECT_EQ(initialize("{}", R"({"role":"producer","kafkaVersion":"latest"})").at("id"), 1);
  EXPECT_EQ(open("bad").at("diagnostics").at(0).at("message"), "for a role");
}

TEST_F(Server_, BadInitializationOptionsAreSaid) {
  const Json said = initialize("{}", R"({"role":"producr","kafkaVersion":7})");
  EXPECT_EQ(said.at("method"), "window/showMessage");
  EXPECT_EQ(said.at("params").at("message"), "kaflint: there is no role `producr`");
}

TEST_F(Server_, LifeCycle) {
  EXPECT_EQ(send("shutdown", nullptr, 5).at("error").at("code"), -32002);
  EXPECT_TRUE(open("bad").is_null()) << "not initialized";
  initialize();
  EXPECT_EQ(send("textDocument/hover", Json::object(), "x").at("error").at("code"), -32601);
  EXPECT_EQ(send("shutdown", nullptr, 6), Json::parse(R"({"jsonrpc":"2.0","id":6,"result":null})"));
  EXPECT_EQ(send("shutdown", nullptr, 7).at("error").at("code"), -32600);
  EXPECT_FALSE(server_.exited());
  send("exit", nullptr);
  EXPECT_TRUE(server_.exited());
  EXPECT_EQ(server_.exit_code(), 0);
}

TEST_F(Server_, ExitWithoutShutdown) {
  initialize();
  send("exit", nullptr);
  EXPECT_TRUE(server_.exited());
  EXPECT_EQ(server_.exit_code(), 1);
}

TEST_F(Server_, MalformedMessages) {
  initialize();
  const struct {
    const char* body;
    int code;
    Json id;
  } cases[] = {{"{", -32700, nullptr},
               {"\xFF", -32700, nullptr},
               {"", -32700, nullptr},
               {"[]", -32600, nullptr},
               {"17", -32600, nullptr},
               {R"({"id":3})", -32600, 3},
               {R"({"id":"q","method":4})", -32600, "q"},
               {R"({"id":[],"method":"shutdown"})", -32600, nullptr}};
  for (const auto& each : cases) {
    const std::vector<std::string> answers = server_.handle(each.body);
    ASSERT_EQ(answers.size(), 1U) << each.body;
    const Json answer = Json::parse(answers[0]);
    EXPECT_EQ(answer.at("error").at("code"), each.code) << each.body;
    EXPECT_EQ(answer.at("id"), each.id) << each.body;
  }
  EXPECT_TRUE(server_.handle(R"({"id":3,"result":null})").empty()) << "a response";
  const std::string deep(1'000'000, '[');
  EXPECT_EQ(server_.handle(deep).size(), 1U);
  const std::string nested =
      R"({"method":"textDocument/didOpen","params":)" + deep + std::string(deep.size(), ']') + "}";
  EXPECT_TRUE(server_.handle(nested).empty());
}

TEST_F(Server_, NotificationsOfTheWrongShapeAreIgnored) {
  initialize();
  for (const char* method :
       {"textDocument/didOpen", "textDocument/didChange", "textDocument/didClose", "no/such"})
    for (const char* params :
         {"null", "[]", "{}", R"({"textDocument":7})", R"({"textDocument":{"uri":7}})",
          R"({"textDocument":{"uri":"file:///x"},"contentChanges":7})"})
      send(method, Json::parse(params));
  for (const std::string& message : server_.publish())
    EXPECT_EQ(Json::parse(message).at("params").at("diagnostics"), Json::array());
  open("bad");
  EXPECT_TRUE(change(Json::parse(R"([{"text":5}])")).is_null());
  EXPECT_TRUE(change(Json::parse(R"([5])")).is_null());
}

TEST(UriToPath, Forms) {
  EXPECT_EQ(uri_to_path("file:///a/b%20c%C3%A9.yml"), "/a/b c\xC3\xA9.yml");
  EXPECT_EQ(uri_to_path("file://host/a.yml"), "/a.yml");
  EXPECT_EQ(uri_to_path("untitled:a.yml"), "untitled:a.yml");
  EXPECT_EQ(uri_to_path("file:///a%zz%2"), "/a%zz%2");
}

}  // namespace
}  // namespace kaflint::lsp
