// Keys of a Streams application behind the prefixes of its clients: which are reported, and how.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "linter/kafka/version.h"
#include "linter/policy/key_checks.h"

namespace kaflint::policy {
namespace {

using Found = std::vector<std::string>;

/// `rule KEY SUGGESTION` of what is wrong with the one key.
Found check(const std::string& key, const char* version) {
  dialect::Unit unit;
  unit.role = kafka::Role::streams;
  unit.complete = true;
  dialect::Setting setting;
  setting.key = key;
  setting.value = "1";
  setting.origin = dialect::SettingOrigin::written;
  unit.settings.push_back(setting);
  std::vector<DiagnosticAt> diagnostics;
  check_keys(unit, kafka::VersionSet::of(*kafka::Version::parse(version)), diagnostics, {&unit, 1});
  Found found;
  for (const DiagnosticAt& each : diagnostics) {
    std::string line = std::string(each.diagnostic.rule.text());
    for (const char* name : {"suggestion", "since", "owner"})
      if (const auto argument = each.diagnostic.arguments.find(name);
          argument != each.diagnostic.arguments.end())
        line += " " + argument->second;
    found.push_back(line);
  }
  return found;
}

TEST(StreamsKeys, ClientKeysBehindTheirPrefixesAreKnown) {
  for (const char* key :
       {"producer.acks", "consumer.max.poll.records", "main.consumer.max.poll.records",
        "restore.consumer.fetch.max.bytes", "global.consumer.fetch.max.bytes", "admin.retries",
        "topic.cleanup.policy", "client.tag.zone", "acks", "max.poll.records"})
    EXPECT_EQ(check(key, "3.9.2"), Found{}) << key;
}

TEST(StreamsKeys, AMisspeltKeyBehindAPrefixIsReportedWithItsPrefix) {
  EXPECT_EQ(check("producer.batch.sise", "3.9.2"), Found{"any/misspelt-key producer.batch.size"});
  EXPECT_EQ(check("producer.ack", "3.9.2"), Found{"any/misspelt-key producer.acks"});
  EXPECT_EQ(check("producer.foo", "3.9.2"), Found{});
  EXPECT_EQ(check("ack", "3.9.2"), Found{});
  EXPECT_EQ(check("main.consumer.max.poll.record", "3.9.2"),
            Found{"any/misspelt-key main.consumer.max.poll.records"});
  EXPECT_EQ(check("topic.cleanup.polcy", "3.9.2"), Found{"any/misspelt-key topic.cleanup.policy"});
}

TEST(StreamsKeys, AnotherClientsKeyBehindAPrefixIsReported) {
  EXPECT_EQ(check("producer.session.timeout.ms", "3.9.2"),
            Found{"any/other-role-key consumer and distributed Connect worker"});
  EXPECT_EQ(check("consumer.linger.ms", "3.9.2"), Found{"any/other-role-key producer"});
}

TEST(StreamsKeys, PrefixesHaveAFirstRelease) {
  EXPECT_EQ(check("main.consumer.max.poll.records", "1.1.1"), Found{"any/key-not-yet-known 2.0.0"});
  EXPECT_EQ(check("main.consumer.max.poll.records", "2.0.0"), Found{});
  EXPECT_EQ(check("admin.retries", "1.0.2"), Found{"any/key-not-yet-known 1.1.0"});
  EXPECT_EQ(check("topic.cleanup.policy", "0.11.0.3"), Found{"any/key-not-yet-known 1.0.0"});
}

}  // namespace
}  // namespace kaflint::policy
