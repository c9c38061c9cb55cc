// Connectors in JSON: which object of a text is one, and what Connect makes of its values.
#include "tests/unit/dialect/reading.h"

namespace kaflint::dialect {
namespace {

using kafka::Role;

constexpr const char* kSink = R"("connector.class": "org.example.OrdersSinkConnector")";

std::string object(const std::string& members) { return "{" + std::string(kSink) + members + "}"; }

TEST(ConnectorJson, AFlatObjectIsTheWholeConfiguration) {
  const Reading reading("sink.json", object(R"(, "topics": "a,b", "name": "orders")"));
  const Unit& unit = reading.unit("");
  EXPECT_EQ(unit.role, Role::sink_connector);
  EXPECT_TRUE(unit.complete);
  EXPECT_EQ(Reading::settings(unit), (Lines{"connector.class=org.example.OrdersSinkConnector",
                                            "topics=a,b", "name=orders"}));
}

TEST(ConnectorJson, ARequestGivesTheNameBesideTheConfiguration) {
  const Reading reading("sink.json", R"({"name": "orders", "config": )" + object("") + "}");
  const Unit& unit = reading.unit("config");
  EXPECT_EQ(Reading::settings(unit),
            (Lines{"connector.class=org.example.OrdersSinkConnector", "name=orders"}));
  EXPECT_EQ(reading.text(Reading::setting(unit, "name").entry_span), R"("name": "orders")");
}

TEST(ConnectorJson, WithoutANameTheRequestHasIt) {
  const Reading reading("sink.json", object(""));
  const Setting& name = Reading::setting(reading.unit(""), "name");
  EXPECT_EQ(name.origin, SettingOrigin::framework);
  EXPECT_FALSE(name.value);
}

TEST(ConnectorJson, CollectionsOfConnectors) {
  const Reading reading("all.json", "{\"connectors\": [" + object("") + ", {\"config\": " +
                                        object("") + "}], \"other\": {\"x\": " + object("") + "}}");
  EXPECT_EQ(reading.names(), (Lines{"connectors[0]", "connectors[1].config", "other.x"}));
}

TEST(ConnectorJson, OtherUsesOfTheKeyAreNoConnectors) {
  for (const char* text : {R"({"properties": {"connector.class": {"type": "string"}}})",
                           R"({"name": "connector.class", "value": "x"})", R"(["connector.class"])",
                           R"({"connector.class": ""})", R"({"connector.class": null})"})
    EXPECT_EQ(Reading("schema.json", text).names(), Lines{}) << text;
}

TEST(ConnectorJson, ValuesKeepTheirText) {
  const Reading reading("sink.json", object(R"(, "a": 5.0, "b": 1e3, "c": 1.10, "d": true,
    "e": false, "f": -0, "g": null, "h": "x\u00e9\n", "i": "")"));
  EXPECT_EQ(Reading::settings(reading.unit("")),
            (Lines{"connector.class=org.example.OrdersSinkConnector", "a=5.0", "b=1e3", "c=1.10",
                   "d=true", "e=false", "f=-0", "g ? unsupported", "h=x\u00e9\n",
                   "i=", "name ? unsupported"}));
}

TEST(ConnectorJson, WhatIsFilledInLaterIsUnknown) {
  const Reading reading("sink.json", object(R"+(, "a": "${TASKS}", "b": "${file:/x:y}",
    "c": "{{ tasks }}", "d": "$1-${", "e": "$(x)")+"));
  EXPECT_EQ(Reading::settings(reading.unit("")),
            (Lines{"connector.class=org.example.OrdersSinkConnector", "a ? placeholder",
                   "b ? config-provider", "c ? template-action", "d=$1-${", "e=$(x)",
                   "name ? unsupported"}));
}

TEST(ConnectorJson, ListsAndMapsAreRefused) {
  const Reading reading("sink.json", object(R"(, "topics": ["a"], "x": {"y": 1})"));
  const Unit& unit = reading.unit("");
  EXPECT_EQ(reading.diagnostics(unit.diagnostics),
            (Lines{"connect/value-not-text @56 topics", "connect/value-not-text @73 x"}));
  EXPECT_FALSE(Reading::setting(unit, "topics").value);
}

TEST(ConnectorJson, TheLastOfTwoCountsAndTheEarlierOneCanBeRemoved) {
  const std::string text = object(R"(, "tasks.max": 1, "x": 2, "tasks.max": "3")");
  const Reading reading("sink.json", text);
  const Unit& unit = reading.unit("");
  EXPECT_EQ(Reading::setting(unit, "tasks.max").value, "3");
  ASSERT_EQ(unit.diagnostics.size(), 1U);
  EXPECT_EQ(reading.diagnostics(unit.diagnostics),
            (Lines{"any/duplicate-key @55 \"tasks.max\": 1"}));
  ASSERT_EQ(unit.diagnostics[0].fixes.size(), 1U);
  EXPECT_EQ(reading.text(unit.diagnostics[0].fixes[0].edits[0].span), R"("tasks.max": 1, )");
}

TEST(ConnectorJson, CommentsWrittenAsMembersMayRepeat) {
  const Reading reading("sink.json", object(R"(, "_comment": "a", "_comment": "b")"));
  EXPECT_TRUE(reading.unit("").diagnostics.empty());
}

TEST(ConnectorJson, BrokenTextIsReportedOnceAndReadAsFarAsPossible) {
  const Reading reading("sink.json", "{" + std::string(kSink) + R"( "topics": "a", "b": 1,})");
  EXPECT_EQ(reading.diagnostics(reading.found().diagnostics),
            (Lines{"syntax/json-error @54 \"topics\""}));
  EXPECT_FALSE(reading.unit("").complete);
  EXPECT_EQ(Reading::setting(reading.unit(""), "topics").value, "a");
}

TEST(ConnectorJson, TemplatesAreNoBrokenText) {
  for (const char* tail : {R"(, "tasks.max": {{ tasks }})", R"(, "tasks.max": ${TASKS})",
                           R"(, "tasks.max": <%= @tasks %>)"})
    EXPECT_TRUE(Reading("sink.json", object(tail)).found().diagnostics.empty()) << tail;
}

TEST(ConnectorJson, WhatFollowsTheValueIsNotRead) {
  EXPECT_TRUE(Reading("sink.json", object("") + " and more").found().diagnostics.empty());
}

TEST(ConnectorJson, SpansAreExact) {
  const Reading reading("sink.json", object(R"(, "a\u002eb": "x\ty")"));
  const Setting& setting = Reading::setting(reading.unit(""), "a.b");
  EXPECT_EQ(reading.text(setting.key_span), "a\\u002eb");
  EXPECT_EQ(reading.text(setting.value_span), "\"x\\ty\"");
  EXPECT_EQ(reading.text(setting.entry_span), "\"a\\u002eb\": \"x\\ty\"");
  Lines pieces;
  for (const Span piece : setting.value_pieces) pieces.push_back(reading.text(piece));
  EXPECT_EQ(pieces, Lines{"x\\ty"});
}

TEST(ConnectorJson, InAConfigMap) {
  const Reading reading("map.yaml", R"(apiVersion: v1
kind: ConfigMap
metadata: {name: connectors}
data:
  package.json: |
    {"name": "connector.class"}
  sink.json: |
    {"name": "orders",
     "config": {"connector.class": "org.example.OrdersSinkConnector",
       "topics": "a", "topics": "b"}}
)");
  const Unit& unit = reading.unit("data.sink.json config");
  EXPECT_EQ(unit.role, Role::sink_connector);
  EXPECT_EQ(Reading::setting(unit, "topics").value, "b");
  EXPECT_EQ(reading.text(Reading::setting(unit, "name").key_span), "name");
  EXPECT_EQ(reading.diagnostics(unit.diagnostics).size(), 1U);
}

TEST(ConnectorJson, ARoleThatIsAskedForNeedsNoConnector) {
  const SourceFile source("x.json", R"({"acks": 1})");
  const FileUnits found = read_units(source, {.role = Role::producer});
  ASSERT_EQ(found.units.size(), 1U);
  EXPECT_EQ(found.units[0].role, Role::producer);
  EXPECT_TRUE(found.units[0].complete);
  EXPECT_EQ(Reading::settings(found.units[0]), Lines{"acks=1"});
}

}  // namespace
}  // namespace kaflint::dialect
