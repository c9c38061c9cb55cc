#include <gtest/gtest.h>

#include <fmt/format.h>

#include <algorithm>

#include "linter/dialect/dialect.h"

namespace kaflint::dialect {
namespace {

struct Reading {
  std::string text;
  FileUnits result;

  Reading(const std::string& path, std::string content) : text(content) {
    result = read_units(SourceFile(path, std::move(content)), {});
  }

  std::string names() const {
    std::string all;
    for (const Unit& unit : result.units) all += unit.name + ";";
    return all;
  }

  const Setting* setting(std::string_view unit_name, std::string_view key) const {
    for (const Unit& unit : result.units)
      if (unit.name == unit_name)
        for (const Setting& setting : unit.settings)
          if (setting.key == key) return &setting;
    return nullptr;
  }

  std::string value(std::string_view unit_name, std::string_view key) const {
    const Setting* found = setting(unit_name, key);
    if (!found) return "(absent)";
    return found->value ? *found->value : "(" + std::string(to_string(found->unknown)) + ")";
  }

  std::string at(Span span) const { return text.substr(span.begin, span.size()); }

  /// `rule: what is underlined [key]`, one line each.
  std::string findings() const {
    std::string all;
    const auto add = [&](const Diagnostic& found) {
      all += fmt::format("{}: {} [{}]\n", found.rule.text(), at(found.span.value_or(Span{})),
                         found.key);
    };
    for (const Unit& unit : result.units)
      for (const Diagnostic& found : unit.diagnostics) add(found);
    for (const Diagnostic& found : result.diagnostics) add(found);
    return all;
  }
};

TEST(SpringProperties, TypedSettingsAndMaps) {
  const Reading file("application.properties",
                     "spring.kafka.bootstrap-servers=a:1, b:2\n"
                     "spring.kafka.producer.batchSize=16KB\n"
                     "spring.kafka.producer.properties.linger.ms=5\n"
                     "spring.kafka.producer.properties[delivery.timeout.ms]=7\n"
                     "spring.kafka.listener.ack-mode=manual\n");
  EXPECT_EQ(file.names(), "spring.kafka.producer;");
  constexpr std::string_view kUnit = "spring.kafka.producer";
  EXPECT_EQ(file.value(kUnit, "bootstrap.servers"), "a:1,b:2");
  EXPECT_EQ(file.value(kUnit, "batch.size"), "16384");
  EXPECT_EQ(file.value(kUnit, "linger.ms"), "5");
  EXPECT_EQ(file.value(kUnit, "delivery.timeout.ms"), "7");
  const Setting* batch = file.setting(kUnit, "batch.size");
  ASSERT_NE(batch, nullptr);
  EXPECT_EQ(file.at(batch->key_span), "spring.kafka.producer.batchSize");
  EXPECT_EQ(file.at(batch->value_span), "16KB");
  const Setting* serializer = file.setting(kUnit, "key.serializer");
  ASSERT_NE(serializer, nullptr);
  EXPECT_EQ(serializer->origin, SettingOrigin::framework);
  EXPECT_EQ(serializer->set_by, "Spring Boot");
  EXPECT_EQ(serializer->value, "org.apache.kafka.common.serialization.StringSerializer");
  EXPECT_EQ(file.result.units[0].role, kafka::Role::producer);
  EXPECT_FALSE(file.result.units[0].complete);
  EXPECT_EQ(file.result.units[0].dialect, "spring-boot");
  EXPECT_EQ(file.findings(), "");
}

TEST(SpringProperties, LayersFromWeakToStrong) {
  const Reading file("application.properties",
                     "spring.kafka.producer.properties.acks=1\n"
                     "spring.kafka.producer.acks=all\n"
                     "spring.kafka.producer.client-id=own\n"
                     "spring.kafka.properties.client.id=map\n"
                     "spring.kafka.client-id=common\n"
                     "spring.kafka.properties.security.protocol=SSL\n"
                     "spring.kafka.security.protocol=PLAINTEXT\n");
  EXPECT_EQ(file.value("spring.kafka.producer", "acks"), "1");
  EXPECT_EQ(file.value("spring.kafka.producer", "client.id"), "own");
  EXPECT_EQ(file.value("spring.kafka.producer", "security.protocol"), "SSL");
}

TEST(SpringProperties, DocumentsAndProfiles) {
  const Reading file("application.properties",
                     "spring.kafka.producer.acks=0\n"
                     "spring.kafka.producer.retries=3\n"
                     "#---\n"
                     "spring.config.activate.on-profile=prod\n"
                     "spring.kafka.producer.acks=all\n"
                     "# ---\n"
                     "spring.kafka.consumer.group-id=g\n");
  EXPECT_EQ(file.names(),
            "spring.kafka.producer;spring.kafka.producer (profile prod);"
            "spring.kafka.consumer (profile prod);");
  EXPECT_EQ(file.value("spring.kafka.producer", "acks"), "0");
  EXPECT_EQ(file.value("spring.kafka.producer (profile prod)", "acks"), "all");
  EXPECT_EQ(file.value("spring.kafka.producer (profile prod)", "retries"), "3");
}

TEST(SpringProperties, WhatIsDropped) {
  const Reading file("application.properties",
                     "spring.kafka.producer.enable-idempotence=true\n"
                     "spring.kafka.producer.batch.size=5\n"
                     "spring.kafka.consumer.properties.maxPollRecords=5\n"
                     "spring.kafka.producer.properties.interceptor.classes[0]=a.B\n"
                     "spring.kafka.producer.batch-size=16kb\n"
                     "spring.kafka.producer.topic=t\n");
  EXPECT_EQ(file.findings(),
            "spring/misplaced-key: spring.kafka.producer.enable-idempotence [enable.idempotence]\n"
            "spring/misplaced-key: spring.kafka.producer.batch.size [batch.size]\n"
            "spring/list-in-properties: spring.kafka.producer.properties.interceptor.classes[0] "
            "[interceptor.classes]\n"
            "spring/unbindable-value: 16kb [batch.size]\n"
            "spring/properties-key-not-kafka: spring.kafka.consumer.properties.maxPollRecords "
            "[max.poll.records]\n");
  EXPECT_EQ(file.value("spring.kafka.producer", "enable.idempotence"), "(absent)");
  EXPECT_EQ(file.value("spring.kafka.producer", "batch.size"), "(unsupported)");
  const Diagnostic& moved = file.result.units[0].diagnostics.at(0);
  EXPECT_EQ(moved.fixes.at(0).applicability, Applicability::safe);
  EXPECT_EQ(moved.fixes.at(0).edits.at(0).text,
            "spring.kafka.producer.properties.enable.idempotence");
}

TEST(SpringProperties, UnknownValues) {
  const Reading file("application.properties",
                     "spring.kafka.producer.acks=${ACKS:1}\n"
                     "spring.kafka.producer.client-id=${ID}\n"
                     "spring.kafka.producer.compression-type=@kafka.compression@\n");
  EXPECT_EQ(file.value("spring.kafka.producer", "acks"), "1");
  EXPECT_EQ(file.value("spring.kafka.producer", "client.id"), "(placeholder)");
  EXPECT_EQ(file.value("spring.kafka.producer", "compression.type"), "(filtered-property)");
}

TEST(SpringPlaceholders, PropertiesOfTheSameFile) {
  const Reading file("application.properties",
                     "app.acks=1\n"
                     "app.myRetries=${app.count}\n"
                     "app.count=3\n"
                     "spring.kafka.producer.acks=${app.acks:all}\n"
                     "spring.kafka.producer.retries=${app.my-retries}\n"
                     "spring.kafka.producer.client-id=${app.MY-RETRIES:none}-${ID:${app.acks}}\n"
                     "spring.kafka.producer.compression-type=${app.none}\n");
  constexpr std::string_view kUnit = "spring.kafka.producer";
  EXPECT_EQ(file.value(kUnit, "acks"), "1");
  EXPECT_EQ(file.value(kUnit, "retries"), "3");
  EXPECT_EQ(file.value(kUnit, "client.id"), "none-1");
  EXPECT_EQ(file.value(kUnit, "compression.type"), "(placeholder)");
}

TEST(SpringPlaceholders, CirclesAreUnknown) {
  const Reading file("application.properties", "a=${b}\nb=${a}\nspring.kafka.producer.acks=${a}\n");
  EXPECT_EQ(file.value("spring.kafka.producer", "acks"), "(placeholder)");
}

TEST(SpringPlaceholders, DocumentsOfOtherProfilesMakeThemUnknown) {
  const Reading file("application.yml",
                     "app: {acks: all, name: a, size: 1.5, on: yes}\n"
                     "spring.kafka.producer:\n"
                     "  acks: ${app.acks}\n"
                     "  client-id: ${app.name}\n"
                     "  compression-type: ${app.size}\n"
                     "  properties: {enable.idempotence: '${app.on}'}\n"
                     "---\n"
                     "spring.config.activate.on-profile: prod\n"
                     "app.acks: 1\n"
                     "spring.kafka.producer.retries: 1\n");
  EXPECT_EQ(file.value("spring.kafka.producer", "acks"), "(placeholder)");
  EXPECT_EQ(file.value("spring.kafka.producer", "client.id"), "a");
  EXPECT_EQ(file.value("spring.kafka.producer", "compression.type"), "(placeholder)");
  EXPECT_EQ(file.value("spring.kafka.producer", "enable.idempotence"), "true");
  EXPECT_EQ(file.value("spring.kafka.producer (profile prod)", "acks"), "1");
}

TEST(SpringProperties, ASslBundleReplacesTheSslSettings) {
  const Reading file("application.properties",
                     "spring.kafka.ssl.bundle=client\n"
                     "spring.kafka.security.protocol=SSL\n"
                     "spring.kafka.producer.properties.ssl.protocol=TLSv1.3\n"
                     "spring.kafka.producer.acks=all\n");
  constexpr std::string_view kUnit = "spring.kafka.producer";
  EXPECT_EQ(file.value(kUnit, "ssl.protocol"), "(unsupported)");
  EXPECT_EQ(file.value(kUnit, "ssl.engine.factory.class"), "(unsupported)");
  EXPECT_EQ(file.value(kUnit, "security.protocol"), "SSL");
  const Setting* factory = file.setting(kUnit, "ssl.engine.factory.class");
  ASSERT_NE(factory, nullptr);
  EXPECT_EQ(factory->origin, SettingOrigin::framework);
  EXPECT_EQ(factory->set_by, "Spring Boot");
}

TEST(SpringProperties, ATransactionIdPrefixMakesAnId) {
  const Reading file("application.properties",
                     "spring.kafka.producer.transaction-id-prefix=tx-\n"
                     "spring.kafka.consumer.group-id=g\n");
  const Setting* id = file.setting("spring.kafka.producer", "transactional.id");
  ASSERT_NE(id, nullptr);
  EXPECT_EQ(id->value, std::nullopt);
  EXPECT_EQ(id->origin, SettingOrigin::framework);
  EXPECT_EQ(id->set_by, "Spring Kafka");
  EXPECT_EQ(file.value("spring.kafka.consumer", "transactional.id"), "(absent)");
}

// As measured with Boot's loader: `!\` hides the next line, `# x \` does not.
TEST(SpringProperties, ACommentThatContinues) {
  const Reading file("application.properties",
                     "!\\\n"
                     "spring.kafka.producer.acks=1\n"
                     "#x\\\r\n"
                     "spring.kafka.producer.retries=1\n"
                     "# x \\\n"
                     "spring.kafka.producer.client-id=c\n");
  EXPECT_EQ(file.value("spring.kafka.producer", "acks"), "(absent)");
  EXPECT_EQ(file.value("spring.kafka.producer", "retries"), "(absent)");
  EXPECT_EQ(file.value("spring.kafka.producer", "client.id"), "c");
}

TEST(SpringProperties, ALaterLineOfTheSameDocumentWins) {
  const Reading file("application.properties",
                     "spring.kafka.producer.acks=all\nspring.kafka.producer.acks=1\n");
  EXPECT_EQ(file.value("spring.kafka.producer", "acks"), "1");
  EXPECT_EQ(file.findings(), "any/duplicate-key: spring.kafka.producer.acks=all [acks]\n");
}

TEST(SpringProperties, CommonSettingsAlone) {
  EXPECT_EQ(Reading("application.properties", "spring.kafka.bootstrap-servers=a:1\n").names(),
            "spring.kafka.producer;");
  EXPECT_EQ(
      Reading("application.properties", "spring.kafka.properties.max.poll.records=1\n").names(),
      "spring.kafka.consumer;");
  EXPECT_EQ(Reading("application.properties", "spring.kafka.listener.type=batch\n").names(), "");
}

TEST(SpringYaml, NestedDottedAndBracketedKeys) {
  const Reading file("application.yml",
                     "spring:\n"
                     "  kafka:\n"
                     "    bootstrap-servers:\n"
                     "      - a:1\n"
                     "      - b:2\n"
                     "    producer:\n"
                     "      acks: 1\n"
                     "      properties:\n"
                     "        \"[linger.ms]\": 010\n"
                     "        max.in.flight:\n"
                     "          requests.per.connection: 1e3\n"
                     "        enable.idempotence: yes\n"
                     "  kafka.consumer.group-id: g\n");
  EXPECT_EQ(file.names(), "spring.kafka.producer;spring.kafka.consumer;");
  constexpr std::string_view kUnit = "spring.kafka.producer";
  EXPECT_EQ(file.value(kUnit, "bootstrap.servers"), "a:1,b:2");
  EXPECT_EQ(file.value(kUnit, "acks"), "1");
  EXPECT_EQ(file.value(kUnit, "linger.ms"), "8");
  EXPECT_EQ(file.value(kUnit, "max.in.flight.requests.per.connection"), "1000.0");
  EXPECT_EQ(file.value(kUnit, "enable.idempotence"), "true");
  EXPECT_EQ(file.value("spring.kafka.consumer", "group.id"), "g");
  const Setting* acks = file.setting(kUnit, "acks");
  ASSERT_NE(acks, nullptr);
  EXPECT_EQ(file.at(acks->key_span), "acks");
  EXPECT_EQ(file.at(acks->value_span), "1");
  EXPECT_EQ(file.at(acks->entry_span), "acks: 1");
  EXPECT_EQ(file.findings(), "");
}

TEST(SpringYaml, WhatIsDroppedAndTheMove) {
  const Reading file("application.yml",
                     "spring:\n"
                     "  kafka:\n"
                     "    producer:\n"
                     "      linger-ms: 5\n"
                     "      properties:\n"
                     "        interceptor.classes: [a.B, c.D]\n");
  EXPECT_EQ(file.findings(),
            "spring/misplaced-key: linger-ms [linger.ms]\n"
            "spring/list-in-properties: interceptor.classes [interceptor.classes]\n");
  EXPECT_EQ(file.result.units.at(0).diagnostics.at(0).fixes.at(0).edits.at(0).text,
            "properties.linger.ms");
}

TEST(SpringYaml, ProfilesAliasesAndMerges) {
  const Reading file("application.yml",
                     "defaults: &d\n"
                     "  acks: all\n"
                     "spring:\n"
                     "  kafka:\n"
                     "    producer:\n"
                     "      <<: *d\n"
                     "---\n"
                     "spring:\n"
                     "  config.activate.on-profile: prod\n"
                     "  kafka.producer.retries: 3\n"
                     "---\n"
                     "spring.config.activate.on-profile: test\n"
                     "other: 1\n");
  EXPECT_EQ(file.names(), "spring.kafka.producer;spring.kafka.producer (profile prod);");
  EXPECT_EQ(file.value("spring.kafka.producer", "acks"), "all");
  EXPECT_EQ(file.value("spring.kafka.producer (profile prod)", "acks"), "all");
  EXPECT_EQ(file.value("spring.kafka.producer (profile prod)", "retries"), "3");
}

TEST(SpringPlaceholders, AnEmptyTextIsWhatSomethingElseReplaces) {
  const Reading file("application.properties",
                     "bootstrap.servers=\n"
                     "spring.kafka.properties.bootstrap.servers=${bootstrap.servers}\n"
                     "spring.kafka.producer.client-id=${ID:}\n"
                     "spring.kafka.producer.compression-type=\n");
  constexpr std::string_view kUnit = "spring.kafka.producer";
  EXPECT_EQ(file.value(kUnit, "bootstrap.servers"), "(placeholder)");
  EXPECT_EQ(file.value(kUnit, "client.id"), "(placeholder)");
  EXPECT_EQ(file.value(kUnit, "compression.type"), "");
}

FileUnits read_with_boot(std::string_view boot, std::string_view bytes) {
  return read_units(SourceFile("application.properties", std::string(bytes)),
                    {.role = {}, .spring_boot = SpringBootVersion::parse(boot)});
}

TEST(SpringBootLine, ASettingOfAnotherLineIsMisplaced) {
  constexpr std::string_view kFile =
      "spring.kafka.consumer.max-poll-interval=5m\n"
      "spring.kafka.streams.cache-max-size-buffering=1MB\n";
  const FileUnits older = read_with_boot("3.2.1", kFile);
  ASSERT_EQ(older.units.size(), 2U);
  ASSERT_EQ(older.units[0].diagnostics.size(), 1U);
  const Diagnostic& found = older.units[0].diagnostics[0];
  EXPECT_EQ(found.rule, RuleId("spring/misplaced-key"));
  EXPECT_EQ(found.key, "max.poll.interval.ms");
  EXPECT_EQ(found.arguments.at("boot"), "Spring Boot 3.2.1");
  EXPECT_EQ(found.arguments.at("suggestion"),
            "spring.kafka.consumer.properties.max.poll.interval.ms");
  EXPECT_TRUE(found.fixes.empty());  // `5m` is nothing that Kafka reads
  EXPECT_TRUE(older.units[1].diagnostics.empty());
  const FileUnits newer = read_with_boot("3.5", kFile);
  EXPECT_TRUE(newer.units[0].diagnostics.empty());
  ASSERT_EQ(newer.units[1].diagnostics.size(), 1U);
  EXPECT_EQ(newer.units[1].diagnostics[0].key, "cache.max.bytes.buffering");
}

TEST(SpringBootLine, WhatBootItselfSets) {
  const auto has_isolation_level = [](const FileUnits& units) {
    return std::ranges::any_of(units.units.at(0).settings, [](const Setting& setting) {
      return setting.key == "isolation.level";
    });
  };
  constexpr std::string_view kFile = "spring.kafka.consumer.group-id=g\n";
  EXPECT_FALSE(has_isolation_level(read_with_boot("2.1.5", kFile)));
  EXPECT_TRUE(has_isolation_level(read_with_boot("2.3.0", kFile)));
}

TEST(SpringBootLine, DocumentsInPropertiesCameWith24) {
  constexpr std::string_view kFile =
      "spring.kafka.producer.acks=0\n#---\nspring.kafka.producer.acks=1\n";
  EXPECT_EQ(read_with_boot("2.3", kFile).units.at(0).diagnostics.size(), 1U);
  EXPECT_EQ(read_with_boot("2.4", kFile).units.at(0).diagnostics.size(), 0U);
}

TEST(SpringMisplaced, AMoveThatKafkaWouldRefuseIsNoFix) {
  const Reading file("application.properties",
                     "spring.kafka.producer.linger-ms=5ms\n"
                     "spring.kafka.producer.request-timeout-ms=5000\n");
  const std::vector<Diagnostic>& found = file.result.units.at(0).diagnostics;
  ASSERT_EQ(found.size(), 2U);
  EXPECT_TRUE(found[0].fixes.empty());
  EXPECT_EQ(found[1].fixes.size(), 1U);
}

}  // namespace
}  // namespace kaflint::dialect
