// Services of compose files: which are units, what their variables become, and what is not known.

#include "tests/unit/dialect/reading.h"
#include "tests/unit/source/temporary_folder.h"

namespace kaflint::dialect {
namespace {

std::string service(std::string_view image, std::string_view rest) {
  return "services:\n  kafka:\n    image: " + std::string(image) + "\n" + std::string(rest);
}

TEST(Compose, ReadsABrokerOfTheApacheImage) {
  const Reading reading("anything.yml",
                        service("apache/kafka:4.1.0",
                                "    environment:\n"
                                "      KAFKA_NODE_ID: 1\n"
                                "      KAFKA_ADVERTISED_LISTENERS: PLAINTEXT://kafka:9092\n"
                                "      KAFKA_NUM_PARTITIONS: 0x10\n"
                                "      KAFKA_HEAP_OPTS: -Xmx1g\n"
                                "      KAFKA_LISTENER_NAME_SASL__SSL_SSL_CLIENT_AUTH: none\n"
                                "      CLUSTER_ID: abc\n"));
  const Unit& unit = reading.unit("services.kafka");
  EXPECT_EQ(unit.role, kafka::Role::broker);
  EXPECT_EQ(unit.dialect, "docker-compose");
  EXPECT_TRUE(unit.complete);
  EXPECT_EQ(unit.project_version, kafka::VersionSet::of(kafka::Version(4, 1, 0)));
  EXPECT_EQ(
      Reading::settings(unit),
      (Lines{"node.id=1", "advertised.listeners=PLAINTEXT://kafka:9092", "num.partitions=16",
             "listener.name.sasl_ssl.ssl.client.auth=none", "listeners=PLAINTEXT://0.0.0.0:9092"}));
  const Setting& partitions = Reading::setting(unit, "num.partitions");
  EXPECT_EQ(reading.text(partitions.key_span), "KAFKA_NUM_PARTITIONS");
  EXPECT_EQ(reading.text(partitions.value_span), "0x10");
  EXPECT_EQ(Reading::setting(unit, "listeners").origin, SettingOrigin::framework);
  EXPECT_TRUE(unit.diagnostics.empty());
}

TEST(Compose, ListsAndTheirSpans) {
  const Reading reading("compose.yaml", service("apache/kafka:4.1.0",
                                                "    environment:\n"
                                                "      - KAFKA_NODE_ID=1\n"
                                                "      - \"KAFKA_LOG_DIRS=/a b\"\n"
                                                "      - KAFKA_NUM_PARTITIONS\n"
                                                "      - KAFKA_SUPER_USERS=\"x\"\n"));
  const Unit& unit = reading.unit("services.kafka");
  EXPECT_EQ(Reading::settings(unit), (Lines{"node.id=1", "log.dirs=/a b",
                                            "num.partitions ? placeholder", "super.users=\"x\""}));
  EXPECT_EQ(reading.text(Reading::setting(unit, "log.dirs").key_span), "KAFKA_LOG_DIRS");
  EXPECT_EQ(reading.text(Reading::setting(unit, "log.dirs").value_span), "/a b");
  EXPECT_EQ(reading.text(Reading::setting(unit, "node.id").entry_span), "KAFKA_NODE_ID=1");
}

TEST(Compose, AnchorsAndMerges) {
  const Reading reading("compose.yaml",
                        "x-env: &env\n  KAFKA_NUM_PARTITIONS: 6\n  KAFKA_LOG_DIRS: /a\n"
                        "services:\n  one:\n    image: apache/kafka:4.1.0\n    environment:\n"
                        "      <<: *env\n      KAFKA_NODE_ID: 1\n      KAFKA_LOG_DIRS: /b\n"
                        "  two:\n    image: apache/kafka:4.1.0\n    environment: *env\n");
  EXPECT_EQ(Reading::settings(reading.unit("services.one")),
            (Lines{"node.id=1", "log.dirs=/b", "num.partitions=6"}));
  EXPECT_EQ(Reading::settings(reading.unit("services.two")),
            (Lines{"num.partitions=6", "log.dirs=/a"}));
}

TEST(Compose, ExtendsAServiceOfTheSameFile) {
  const Reading reading("compose.yaml",
                        "services:\n  base:\n    image: apache/kafka:4.1.0\n    environment:\n"
                        "      KAFKA_NUM_PARTITIONS: 6\n      KAFKA_LOG_DIRS: /a\n"
                        "  one:\n    extends: {service: base}\n    environment:\n"
                        "      KAFKA_NUM_PARTITIONS: 3\n"
                        "  two:\n    extends: {file: other.yml, service: base}\n"
                        "    image: apache/kafka:4.1.0\n    environment: [KAFKA_NODE_ID=2]\n");
  EXPECT_TRUE(reading.unit("services.one").complete);
  EXPECT_EQ(*Reading::setting(reading.unit("services.one"), "num.partitions").value, "3");
  EXPECT_EQ(*Reading::setting(reading.unit("services.one"), "log.dirs").value, "/a");
  EXPECT_FALSE(reading.unit("services.two").complete);
}

class ComposeFolder : public TemporaryFolder {
 protected:
  /// The units of compose.yaml in a folder that holds the other files too.
  FileUnits read(const std::string& compose) {
    write(".git/HEAD", "");
    write("compose.yaml", compose);
    const ProjectFiles files;
    return read_units(SourceFile(at("compose.yaml"), compose),
                      {.role = std::nullopt, .files = &files});
  }
  Unit only(const std::string& compose) {
    FileUnits found = read(compose);
    EXPECT_EQ(found.units.size(), 1U);
    return found.units.empty() ? Unit{} : std::move(found.units.front());
  }
};

TEST_F(ComposeFolder, ExtendsAServiceOfAnotherFile) {
  write("common.yml",
        "services:\n  base:\n    extends: {file: ./images.yml, service: image}\n    environment:\n"
        "      KAFKA_NUM_PARTITIONS: 6\n      KAFKA_LOG_DIRS: /a\n");
  write("images.yml", "services:\n  image:\n    image: apache/kafka:4.1.0\n");
  const Unit unit = only(
      "services:\n  one:\n    extends: {file: common.yml, service: base}\n"
      "    environment:\n      KAFKA_NUM_PARTITIONS: 3\n      KAFKA_NODE_ID: 1\n");
  EXPECT_EQ(unit.project_version, kafka::VersionSet::of(kafka::Version(4, 1, 0)));
  EXPECT_TRUE(unit.complete);
  const Setting& dirs = Reading::setting(unit, "log.dirs");
  EXPECT_EQ(dirs.value, "/a");
  EXPECT_TRUE(dirs.inherited);
  EXPECT_TRUE(dirs.entry_span.empty());
  EXPECT_EQ(dirs.chain.front().what, "services.base of common.yml");
  EXPECT_EQ(Reading::setting(unit, "num.partitions").value, "3");
  EXPECT_FALSE(Reading::setting(unit, "num.partitions").inherited);
}

TEST_F(ComposeFolder, ServicesThatOthersExtendAreNotComplete) {
  const std::string base =
      "services:\n  one:\n    image: apache/kafka:4.1.0\n"
      "    environment: {KAFKA_NODE_ID: 1}\n";
  EXPECT_TRUE(only(base).complete);
  write("docker-compose.dev.yml",
        "services:\n  x:\n    extends: {file: compose.yaml, service: one}\n");
  EXPECT_FALSE(only(base).complete);
}

TEST_F(ComposeFolder, ExtendsWhatCannotBeRead) {
  write("loop.yml",
        "services:\n  a:\n    image: apache/kafka:4.1.0\n    extends: {file: loop.yml, service: "
        "a}\n");
  for (const char* extends : {"{file: none.yml, service: a}", "{file: sub/common.yml, service: a}",
                              "{file: loop.yml, service: b}", "{file: \"${FILE}\", service: a}",
                              "{file: loop.yml, service: a}"}) {
    const Unit unit = only("services:\n  one:\n    extends: " + std::string(extends) +
                           "\n    image: apache/kafka:4.1.0\n    environment: [KAFKA_NODE_ID=1]\n");
    EXPECT_FALSE(unit.complete) << extends;
    EXPECT_EQ(Reading::setting(unit, "node.id").value, "1");
  }
}

TEST_F(ComposeFolder, BuildIsMadeFromAnImage) {
  write("kafka/Dockerfile", "ARG V=3.8.0\nFROM apache/kafka:${V}\nRUN true\n");
  write("kafka/Dockerfile.own", "FROM apache/kafka:3.7.0\nCMD [\"kafka-topics.sh\"]\n");
  const std::string rest =
      "\n    image: mine:1\n    environment: {KAFKA_NODE_ID: 1, KAFKA_X_Y: 2}\n";
  for (const char* build :
       {"./kafka", "{context: kafka}", "{context: ., dockerfile: kafka/Dockerfile}"}) {
    const Unit unit = only("services:\n  one:\n    build: " + std::string(build) + rest);
    EXPECT_EQ(unit.project_version, kafka::VersionSet::of(kafka::Version(3, 8, 0))) << build;
    EXPECT_EQ(unit.version_from, "image apache/kafka:3.8.0");
    EXPECT_FALSE(unit.complete);
  }
  for (const char* build :
       {"{context: kafka, args: {V: 3.7.0}}", "{context: kafka, target: x}", "./none",
        "{context: kafka, dockerfile: Dockerfile.own}", "https://example.org/a.git", "\"${DIR}\""})
    EXPECT_TRUE(read("services:\n  one:\n    build: " + std::string(build) + rest).units.empty())
        << build;
}

TEST(Compose, LayersThatReplaceEachOtherAreNoDuplicates) {
  const Reading layers("compose.yaml",
                       "services:\n  base:\n    image: apache/kafka:4.1.0\n"
                       "    environment: {KAFKA_NUM_PARTITIONS: 6}\n"
                       "  one:\n    extends: base\n    environment: {KAFKA_NUM_PARTITIONS: 3}\n");
  EXPECT_TRUE(layers.unit("services.one").diagnostics.empty());
  const Reading list(
      "compose.yaml",
      service("apache/kafka:4.1.0", "    environment: [KAFKA_NODE_ID=1, KAFKA_NODE_ID=2]\n"));
  EXPECT_EQ(list.diagnostics(list.unit("services.kafka").diagnostics),
            Lines{"any/duplicate-key @67 KAFKA_NODE_ID=1"});
}

TEST(Compose, PlaceholdersAndTheirDefaults) {
  const Reading reading("compose.yaml",
                        service("confluentinc/cp-kafka:${TAG:-7.9.0}",
                                "    environment:\n"
                                "      KAFKA_PROCESS_ROLES: broker\n"
                                "      KAFKA_ADVERTISED_LISTENERS: PLAINTEXT://${HOST}:9092\n"
                                "      KAFKA_NUM_PARTITIONS: ${PARTITIONS:-6}\n"
                                "      KAFKA_NODE_ID:\n"
                                "      KAFKA_LOG_DIRS: ${file:/a}\n"));
  const Unit& unit = reading.unit("services.kafka");
  EXPECT_EQ(unit.project_version->to_string(), "3.9.0..3.9.2");
  EXPECT_EQ(Reading::settings(unit),
            (Lines{"process.roles=broker", "advertised.listeners ? placeholder", "num.partitions=6",
                   "node.id ? placeholder", "log.dirs ? unsupported", "listeners ? unsupported"}));
  EXPECT_EQ(reading.diagnostics(reading.found().diagnostics),
            Lines{"docker/invalid-interpolation @264 ${file:/a}"});
}

TEST(Compose, ValuesGoThroughAPropertiesFile) {
  const Reading reading("compose.yaml", service("apache/kafka:4.1.0",
                                                "    environment:\n"
                                                "      KAFKA_LOG_DIRS: 'C:\\temp'\n"
                                                "      KAFKA_SUPER_USERS: '  a  '\n"
                                                "      KAFKA_BROKER_RACK: |-\n"
                                                "        r\n"
                                                "        num.partitions=3\n"
                                                "      KAFKA_LOG_DIR: 'x\\'\n"));
  EXPECT_EQ(Reading::settings(reading.unit("services.kafka")),
            (Lines{"log.dirs=C:\temp", "super.users=a  ", "broker.rack=r", "num.partitions=3",
                   "log.dir ? unsupported"}));
}

TEST(Compose, ContainersThatRunSomethingElse) {
  const Reading reading(
      "compose.yaml",
      "services:\n"
      "  topics:\n    image: confluentinc/cp-kafka:7.0.1\n"
      "    command: sh -c 'cub kafka-ready && kafka-topics --create'\n"
      "    environment: {KAFKA_BROKER_ID: ignored, KAFKA_ADVERTISED_LISTENERS: ignored}\n"
      "  script:\n    image: confluentinc/cp-kafka:7.0.1\n    command: /run-it.sh\n"
      "    environment: {KAFKA_NUM_PARTITIONS: 6}\n"
      "  broker:\n    image: confluentinc/cp-kafka:7.0.1\n"
      "    command: [bash, -c, 'export X=1; /etc/confluent/docker/run']\n"
      "    environment: {KAFKA_NUM_PARTITIONS: 6}\n"
      "  app:\n    image: example/app\n    environment: {KAFKA_BOOTSTRAP_SERVERS: 'kafka:9092'}\n");
  EXPECT_EQ(reading.names(), Lines{"services.broker"});
  EXPECT_FALSE(reading.unit("services.broker").complete);
}

TEST(Compose, UnknownImagesByTheirVariables) {
  const Reading reading("compose.yaml",
                        service("example/kafka:1",
                                "    environment:\n"
                                "      KAFKA_ADVERTISED_LISTENERS: PLAINTEXT://kafka:9092\n"
                                "      KAFKA_ZOOKEEPER_CONNECT: zookeeper:2181\n"
                                "      KAFKA_RESTART_DELAY: 5\n"));
  const Unit& unit = reading.unit("services.kafka");
  EXPECT_EQ(unit.why, "the names of its variables");
  EXPECT_FALSE(unit.complete);
  EXPECT_EQ(unit.project_version, kafka::VersionSet::of(kafka::Version(3, 9, 2)));
  EXPECT_EQ(Reading::settings(unit), (Lines{"advertised.listeners=PLAINTEXT://kafka:9092",
                                            "zookeeper.connect=zookeeper:2181"}));
}

TEST(Compose, DefaultsOfConfluentsImages) {
  const Reading reading("compose.yaml",
                        service("confluentinc/cp-kafka:7.9.0",
                                "    environment:\n"
                                "      KAFKA_ZOOKEEPER_CONNECT: zookeeper:2181\n"
                                "      KAFKA_ADVERTISED_LISTENERS: SSL://kafka:9093\n"
                                "      KAFKA_SSL_KEYSTORE_FILENAME: k.jks\n"
                                "      KAFKA_SSL_KEYSTORE_LOCATION: /other\n"));
  const Unit& unit = reading.unit("services.kafka");
  EXPECT_EQ(Reading::settings(unit),
            (Lines{"zookeeper.connect=zookeeper:2181", "advertised.listeners=SSL://kafka:9093",
                   "ssl.keystore.filename=k.jks", "log.dirs=/var/lib/kafka/data",
                   "listeners=SSL://0.0.0.0:9093", "ssl.keystore.location=/etc/kafka/secrets/k.jks",
                   "ssl.keystore.password ? unsupported", "ssl.key.password ? unsupported"}));
  EXPECT_EQ(reading.diagnostics(unit.diagnostics),
            Lines{"docker/overwritten-by-image @219 KAFKA_SSL_KEYSTORE_LOCATION"});
}

TEST(Compose, DebeziumsOwnNames) {
  const Reading reading("compose.yaml", service("quay.io/debezium/connect:3.0",
                                                "    environment:\n"
                                                "      BOOTSTRAP_SERVERS: kafka:9092\n"
                                                "      GROUP_ID: cdc\n"
                                                "      CONNECT_OFFSET_FLUSH_TIMEOUT_MS: 1\n"
                                                "      CONNECT_PRODUCER_ACKS: 1\n"));
  const Unit& unit = reading.unit("services.kafka");
  EXPECT_EQ(unit.role, kafka::Role::connect_distributed);
  EXPECT_EQ(*Reading::setting(unit, "bootstrap.servers").value, "kafka:9092");
  EXPECT_EQ(*Reading::setting(unit, "group.id").value, "cdc");
  EXPECT_EQ(*Reading::setting(unit, "offset.flush.timeout.ms").value, "5000");
  EXPECT_EQ(*Reading::setting(unit, "producer.acks").value, "1");
  EXPECT_EQ(reading.diagnostics(unit.diagnostics),
            Lines{"docker/overwritten-by-image @138 CONNECT_OFFSET_FLUSH_TIMEOUT_MS"});
}

TEST(Compose, TheNewestProgramWalksInAnyOrder) {
  const Reading reading("compose.yaml", service("confluentinc/cp-kafka:8.2.0",
                                                "    env_file: [x.env]\n"
                                                "    environment:\n"
                                                "      KAFKA_NUM_PARTITIONS: 1\n"
                                                "      KAFKA_num_partitions: 2\n"));
  const Unit& unit = reading.unit("services.kafka");
  EXPECT_FALSE(Reading::setting(unit, "num.partitions").value);
  EXPECT_EQ(reading.diagnostics(unit.diagnostics),
            Lines{"docker/two-names-for-one-key @103 KAFKA_NUM_PARTITIONS"});
}

TEST(Compose, OtherFilesWithServices) {
  EXPECT_TRUE(Reading("values.yaml", "services:\n  kafka:\n    enabled: true\n").names().empty());
  EXPECT_TRUE(Reading("x.yaml", "services: [kafka]\n").names().empty());
  EXPECT_TRUE(
      Reading("x.yaml", "kind: X\nservices:\n  kafka: {image: apache/kafka}\n").names().empty());
}

/// The value that a plain scalar becomes; nothing when compose refuses it or it is not known.
std::optional<std::string> map_value(const std::string& scalar) {
  const Reading reading(
      "compose.yaml",
      service("apache/kafka:4.1.0", "    environment:\n      KAFKA_LOG_DIRS: " + scalar + "\n"));
  for (const Unit& unit : reading.found().units)
    for (const Setting& setting : unit.settings)
      if (setting.key == "log.dirs") return setting.value;
  return std::nullopt;
}

TEST(Compose, ScalarsOfAMap) {
  const std::vector<std::pair<std::string, std::optional<std::string>>> scalars = {
      {"yes", "yes"},
      {"On", "On"},
      {"y", "y"},
      {"True", "true"},
      {"FALSE", "false"},
      {"~", std::nullopt},
      {"010", "8"},
      {"08", "8"},
      {"0o10", "8"},
      {"-0x1F", "-31"},
      {"0b101", "5"},
      {"1_000", "1000"},
      {"1,000", "1,000"},
      {"1e3", "1000"},
      {"1e10", "1e+10"},
      {"1.048588e+06", "1.048588e+06"},
      {".5", "0.5"},
      {"1.0", "1"},
      {"3.30", "3.3"},
      {"3.5.1", "3.5.1"},
      {"12:30", "12:30"},
      {"2001-01-01", std::nullopt},
      {"1048588", "1048588"},
      {"9223372036854775808", "9223372036854775808"},
      {"18446744073709551616", "1.8446744073709552e+19"},
      {"685_230.15", "685230.15"},
      {"!!str 5", "5"},
      {"'yes'", "yes"},
      {"-2E+05", "-200000"},
      {"10MB", "10MB"},
  };
  for (const auto& [written, value] : scalars) EXPECT_EQ(map_value(written), value) << written;
}

TEST(Compose, ArgumentsOfTheStartScript) {
  const Reading reading(
      "compose.yaml",
      "services:\n  kafka:\n    image: quay.io/strimzi/kafka:0.24.0-kafka-2.8.0\n"
      "    command: [sh, -c, 'bin/kafka-server-start.sh config/server.properties --override "
      "listeners=$${KAFKA_LISTENERS} --override num.partitions=\"6\" --override log.dirs=$$X']\n"
      "    environment: {KAFKA_LISTENERS: 'PLAINTEXT://:9092'}\n");
  const Unit& unit = reading.unit("services.kafka");
  EXPECT_EQ(unit.role, kafka::Role::broker);
  EXPECT_FALSE(unit.complete);
  EXPECT_EQ(unit.project_version, kafka::VersionSet::of(kafka::Version(2, 8, 0)));
  EXPECT_EQ(Reading::settings(unit),
            (Lines{"listeners=PLAINTEXT://:9092", "num.partitions=6", "log.dirs ? placeholder"}));
  EXPECT_EQ(reading.text(Reading::setting(unit, "listeners").key_span), "listeners");
  EXPECT_EQ(reading.text(Reading::setting(unit, "listeners").value_span), "$${KAFKA_LISTENERS}");
}

TEST(DotenvFile, IsAUnitWhereItsNamesSayWhat) {
  const Reading broker("kafka.env",
                       "# settings\nKAFKA_PROCESS_ROLES=broker\nKAFKA_NODE_ID=1\n"
                       "KAFKA_LOG_DIRS=\"/a\"\nKAFKA_RESTARTS=2\n");
  const Unit& unit = broker.unit("");
  EXPECT_EQ(unit.dialect, "dotenv");
  EXPECT_FALSE(unit.complete);
  EXPECT_EQ(Reading::settings(unit), (Lines{"process.roles=broker", "node.id=1", "log.dirs=/a"}));
  EXPECT_EQ(broker.text(Reading::setting(unit, "log.dirs").key_span), "KAFKA_LOG_DIRS");
  const Reading bitnami(".env.production", "KAFKA_CFG_NUM_PARTITIONS=6\n");
  EXPECT_EQ(Reading::settings(bitnami.unit("")), Lines{"num.partitions=6"});
  EXPECT_TRUE(Reading(".env", "KAFKA_BOOTSTRAP_SERVERS=kafka:9092\n").names().empty());
  EXPECT_TRUE(Reading("env", "KAFKA_CFG_NUM_PARTITIONS=6\n").names().empty());
}

}  // namespace
}  // namespace kaflint::dialect
