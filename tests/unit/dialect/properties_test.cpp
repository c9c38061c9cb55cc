#include "linter/syntax/properties.h"

#include <gtest/gtest.h>

#include <fstream>

#include "linter/dialect/common.h"
#include "linter/dialect/readers.h"
#include "linter/dialect/role_guess.h"
#include "linter/kafka/catalog.h"

namespace kaflint::dialect {
namespace {

std::optional<RoleGuess> guess(std::string_view name, std::string_view text) {
  const syntax::PropertiesFile file = syntax::parse_properties(text, syntax::Charset::latin1);
  std::vector<KeyAndValue> pairs;
  for (const syntax::PropertiesPair& pair : file.pairs) pairs.push_back({pair.key, pair.value});
  return guess_role(name, pairs);
}

std::string role_of(std::string_view name, std::string_view text) {
  const std::optional<RoleGuess> found = guess(name, text);
  return found ? std::string(kafka::to_string(found->role)) + (found->complete ? " complete" : "")
               : "none";
}

std::vector<Unit> read(const std::string& path, std::string text) {
  const SourceFile source(path, std::move(text));
  const syntax::PropertiesFile tree =
      syntax::parse_properties(source.bytes(), syntax::Charset::latin1);
  const ParsedFile file{.source = source, .options = {}, .properties = &tree, .yaml = nullptr};
  std::vector<bool> claimed(1, false);
  FileUnits out;
  read_properties(file, claimed, out);
  return std::move(out.units);
}

TEST(GuessRole, NamesOfKafkasOwnFiles) {
  EXPECT_EQ(role_of("producer.properties", "acks=1\n"), "producer");
  EXPECT_EQ(role_of("my-consumer_prod.properties", "group.id=x\n"), "consumer");
  EXPECT_EQ(role_of("server.properties", "broker.id=1\n"), "broker complete");
  EXPECT_EQ(role_of("controller.properties", "process.roles=controller\n"), "broker complete");
  EXPECT_EQ(role_of("connect-distributed.properties", "group.id=x\n"),
            "connect-distributed complete");
  EXPECT_EQ(role_of("connect-standalone.properties", "key.converter=x\n"),
            "connect-standalone complete");
  EXPECT_EQ(role_of("word-streams.properties", "application.id=x\n"), "streams");
  EXPECT_EQ(role_of("client.properties", "security.protocol=SSL\n"), "admin");
  EXPECT_EQ(role_of("mm2.properties", "clusters=a, b\na->b.enabled=true\n"),
            "mirrormaker complete");
}

TEST(GuessRole, ASlipStillCounts) {
  EXPECT_EQ(role_of("producer.properties", "ackss=1\n"), "producer");
}

TEST(GuessRole, TheNameOfAnotherProgramsFileDoesNot) {
  EXPECT_EQ(role_of("server.properties", "server-port=25565\nmotd=hello\n"), "none");
  EXPECT_EQ(role_of("producer.properties", "kafka.producer.acks=1\n"), "none");
  EXPECT_EQ(role_of("producer.properties", ""), "none");
}

TEST(GuessRole, LibrdkafkaIsLeftAlone) {
  EXPECT_EQ(role_of("producer.properties", "metadata.broker.list=a:9092\nacks=1\n"), "none");
  EXPECT_EQ(role_of("consumer.properties",
                    "bootstrap.servers=a:1\ngroup.id=g\n"
                    "enable.auto.offset.store=false\n"),
            "none");
  EXPECT_EQ(role_of("x.properties",
                    "bootstrap.servers=a:1\nlinger.ms=5\nacks=1\n"
                    "queue.buffering.max.messages=5\n"),
            "none");
  EXPECT_EQ(role_of("x.properties", "bootstrap.servers=a:1\nacks=1\ngo.delivery.reports=true\n"),
            "none");
  EXPECT_EQ(role_of("producer.properties", "metadata.broker.list=a:1\nkey.serializer=x\n"),
            "producer");
}

TEST(GuessRole, NoNameOfLibrdkafkaIsOneOfJavas) {
  std::ifstream input(KAFLINT_ROOT "/rules/dialects/librdkafka.yaml");
  std::size_t count = 0;
  for (std::string line; std::getline(input, line);) {
    if (!line.starts_with("- ")) continue;
    ++count;
    const std::string name = line.substr(2);
    for (kafka::Role role : kafka::kAllRoles)
      for (std::string_view key : kafka::catalog(role).all_keys())
        EXPECT_FALSE(name.ends_with('.') ? key.starts_with(name) : key == name)
            << name << " of a " << kafka::to_string(role);
  }
  EXPECT_GT(count, 70U);
}

TEST(GuessRole, SettingsOfEveryClient) {
  const std::string sasl = "security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\n";
  EXPECT_EQ(role_of("user.properties", sasl), "admin");
  EXPECT_EQ(role_of("user.properties", sasl + "bootstrap.servers=a:1\n"), "admin");
  EXPECT_EQ(role_of("user.properties", sasl + "group.id=g\n"), "consumer");
  EXPECT_EQ(role_of("user.properties", sasl + "jdbc.url=x\n"), "none");
  EXPECT_EQ(role_of("user.properties", "security.protocol=SSL\n"), "none");
}

TEST(GuessRole, Connectors) {
  EXPECT_EQ(role_of("a.properties", "name=a\nconnector.class=FileStreamSource\n"),
            "source-connector complete");
  EXPECT_EQ(role_of("a.properties", "connector.class=org.x.JdbcSinkConnector\ntopics=t\n"),
            "sink-connector complete");
  EXPECT_EQ(role_of("a.properties", "connector.class=x.Thing\ntopics=t\n"),
            "sink-connector complete");
}

TEST(GuessRole, KeysAlone) {
  EXPECT_EQ(role_of("kafka.properties", "bootstrap.servers=a:1\nacks=all\n"), "producer");
  EXPECT_EQ(role_of("kafka.properties", "bootstrap.servers=a:1\nauto.offset.reset=latest\n"),
            "consumer");
  EXPECT_EQ(role_of("kafka.properties", "bootstrap.servers=a:1\n"), "none");
  EXPECT_EQ(role_of("kafka.properties", "bootstrap.servers=a:1\nacks=1\nmax.poll.records=3\n"),
            "none");
  EXPECT_EQ(role_of("x.properties", "application.id=x\nbootstrap.servers=a:1\n"), "streams");
  EXPECT_EQ(role_of("app.properties", "bootstrap.servers=a:1\nacks=1\nx=1\ny=2\nz=3\n"), "none");
  const std::optional<RoleGuess> broker =
      guess("x.properties", "process.roles=broker\nnode.id=1\nlog.dirs=/d\n");
  ASSERT_TRUE(broker);
  EXPECT_EQ(broker->why, "3 of 3 keys are a broker's");
}

TEST(ReadProperties, SettingsWithSpansAndTheirDuplicate) {
  const std::vector<Unit> units =
      read("conf/producer.properties", "acks=all\nlinger.ms = 5\nacks=1\n");
  ASSERT_EQ(units.size(), 1U);
  const Unit& unit = units[0];
  EXPECT_EQ(unit.name, "");
  EXPECT_EQ(unit.dialect, "properties");
  EXPECT_EQ(unit.why, "the file's name");
  EXPECT_FALSE(unit.complete);
  ASSERT_EQ(unit.settings.size(), 2U);
  EXPECT_EQ(unit.settings[0].key, "linger.ms");
  EXPECT_EQ(unit.settings[0].value, "5");
  EXPECT_EQ(unit.settings[0].key_span, (Span{9, 18}));
  EXPECT_EQ(unit.settings[0].value_span, (Span{21, 22}));
  EXPECT_EQ(unit.settings[1].value, "1");
  ASSERT_EQ(unit.diagnostics.size(), 1U);
  EXPECT_EQ(unit.diagnostics[0].rule.text(), "any/duplicate-key");
  EXPECT_EQ(unit.diagnostics[0].span, (Span{0, 8}));
  EXPECT_EQ(unit.diagnostics[0].related.at(0).span, (Span{23, 29}));
  EXPECT_EQ(unit.diagnostics[0].fixes.at(0).edits.at(0), (Edit{Span{0, 9}, ""}));
}

TEST(ReadProperties, OnlyTheMapsOwnProvidersMakeAValueUnknown) {
  const std::string plain = "acks=${file:/etc/x:acks}\n";
  EXPECT_EQ(read("producer.properties", plain).at(0).settings.at(0).value, "${file:/etc/x:acks}");
  const std::vector<Unit> units =
      read("producer.properties", plain + "config.providers=file\nclient.id=${env:X}\n");
  EXPECT_EQ(units.at(0).settings.at(0).value, std::nullopt);
  EXPECT_EQ(units.at(0).settings.at(0).unknown, UnknownReason::config_provider);
  EXPECT_EQ(units.at(0).settings.at(2).value, "${env:X}");
}

TEST(ReadProperties, AMalformedEscapeMakesAbsenceUnknown) {
  EXPECT_TRUE(read("server.properties", "broker.id=1\n").at(0).complete);
  EXPECT_FALSE(read("server.properties", "broker.id=1\nx=\\u12\n").at(0).complete);
}

TEST(ReadProperties, SettingsOfStreamsWithinAnotherProgram) {
  const SourceFile source("ksql-server.properties",
                          "listeners=http://0.0.0.0:8088\nksql.service.id=a\n"
                          "bootstrap.servers=b:9092\nksql.streams.producer.acks=all\n"
                          "ksql.streams.num.stream.thread=4\ncompression.type=lz4\n");
  const FileUnits read = read_units(source, {});
  ASSERT_EQ(read.units.size(), 1U);
  const Unit& unit = read.units[0];
  EXPECT_EQ(unit.role, kafka::Role::streams);
  EXPECT_EQ(unit.dialect, "ksqldb");
  EXPECT_FALSE(unit.complete);
  std::vector<std::string> keys;
  for (const Setting& setting : unit.settings) keys.push_back(setting.key);
  EXPECT_EQ(keys,
            (std::vector<std::string>{"bootstrap.servers", "producer.acks", "num.stream.thread",
                                      "compression.type", "application.id"}));
  EXPECT_EQ(source.text(unit.settings[1].key_span), "ksql.streams.producer.acks");
  EXPECT_EQ(unit.settings[4].origin, SettingOrigin::framework);
}

TEST(ReadProperties, ControlCenterPassesOnWhatHasItsPrefix) {
  const SourceFile source("control-center.properties",
                          "bootstrap.servers=b:9092\nconfluent.controlcenter.id=1\n"
                          "confluent.controlcenter.streams.consumer.session.timeout.ms=60000\n"
                          "compression.type=lz4\n");
  const FileUnits read = read_units(source, {});
  ASSERT_EQ(read.units.size(), 1U);
  EXPECT_EQ(read.units[0].settings.size(), 3U);
  EXPECT_EQ(read.units[0].settings[1].key, "consumer.session.timeout.ms");
}

TEST(UnitNames, ASecondOfAKindGetsItsDocument) {
  std::vector<Unit> units(1);
  units[0].name = "a";
  EXPECT_EQ(unique_unit_name(units, "b", 1), "b");
  EXPECT_EQ(unique_unit_name(units, "a", 1), "a (document 2)");
}

}  // namespace
}  // namespace kaflint::dialect
