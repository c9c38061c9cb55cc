// Spans and fixes of a file within a file, mapped to the bytes around it.
#include "linter/dialect/embedded.h"

#include <gtest/gtest.h>

#include "linter/dialect/readers.h"
#include "tests/unit/dialect/reading.h"

namespace kaflint::dialect {
namespace {

constexpr std::string_view kOuter = "k: |\n  acks=1\n  acks=all\n";

/// `acks=1`, `acks=all` as they stand in kOuter.
MappedText block() {
  MappedText text;
  text.append_verbatim("acks=1\n", 7);
  text.append_verbatim("acks=all\n", 16);
  return text;
}

FileUnits with_fix(Edit edit) {
  FileUnits units;
  units.diagnostics.push_back(
      {.rule = "any/duplicate-key",
       .span = Span{0, 6},
       .key = "acks",
       .arguments = {},
       .related = {{Span{7, 15}, "later"}},
       .fixes = {
           {.title = "fix", .applicability = Applicability::safe, .edits = {std::move(edit)}}}});
  return units;
}

TEST(Embedded, MovesSpans) {
  FileUnits units = with_fix({Span{5, 6}, "all"});
  map_to_file(block(), kOuter, units);
  const Diagnostic& found = units.diagnostics[0];
  EXPECT_EQ(found.span, (Span{7, 13}));
  EXPECT_EQ(found.related[0].span, (Span{16, 24}));
  ASSERT_EQ(found.fixes.size(), 1U);
  EXPECT_EQ(found.fixes[0].edits[0], (Edit{Span{12, 13}, "all"}));
}

TEST(Embedded, RemovesAWholeLineWithItsIndentation) {
  FileUnits units = with_fix({Span{0, 7}, ""});
  map_to_file(block(), kOuter, units);
  ASSERT_EQ(units.diagnostics[0].fixes.size(), 1U);
  EXPECT_EQ(units.diagnostics[0].fixes[0].edits[0], (Edit{Span{5, 14}, ""}));
}

TEST(Embedded, LeavesOutFixesThatWouldNotFit) {
  FileUnits lines = with_fix({Span{6, 6}, "\nlinger.ms=5"});
  map_to_file(block(), kOuter, lines);
  EXPECT_TRUE(lines.diagnostics[0].fixes.empty());
  MappedText escaped;
  escaped.append_decoded("\t", {4, 6});
  FileUnits units = with_fix({Span{0, 1}, "x"});
  units.diagnostics[0].related.clear();
  units.diagnostics[0].span = Span{0, 1};
  map_to_file(escaped, "k: \"\\t\"", units);
  EXPECT_EQ(units.diagnostics[0].span, (Span{4, 6}));
  EXPECT_TRUE(units.diagnostics[0].fixes.empty());
}

TEST(Embedded, ReadsDoubleQuotedProperties) {
  const Reading reading("map.yaml",
                        "apiVersion: v1\nkind: ConfigMap\ndata:\n"
                        "  producer.properties: \"acks=all\\nlinger.ms=5\\n\\\n"
                        "    client.id=a\\tb\"\n");
  const Unit& unit = reading.unit("data.producer.properties");
  EXPECT_EQ(Reading::settings(unit), (Lines{"acks=all", "linger.ms=5", "client.id=a\tb"}));
  EXPECT_EQ(reading.text(Reading::setting(unit, "linger.ms").entry_span), "linger.ms=5");
  EXPECT_EQ(reading.text(Reading::setting(unit, "client.id").value_span), "a\\tb");
}

TEST(Embedded, ReadsApplicationFilesAsSpringDoes) {
  const Reading reading("map.yaml",
                        "apiVersion: v1\nkind: ConfigMap\ndata:\n"
                        "  application.yml: |\n"
                        "    # \xC3\xA9\n"
                        "    spring:\n      kafka:\n        producer:\n          batch-size: 5\n");
  const Unit& unit = reading.unit("data.application.yml spring.kafka.producer");
  EXPECT_EQ(unit.role, kafka::Role::producer);
  const Setting& size = Reading::setting(unit, "batch.size");
  EXPECT_EQ(size.value, "5");
  EXPECT_EQ(reading.text(size.key_span), "batch-size");
  EXPECT_EQ(reading.text(size.value_span), "5");
  ASSERT_FALSE(size.chain.empty());
  EXPECT_EQ(size.chain[0].what, "ConfigMap data.application.yml");
}

}  // namespace
}  // namespace kaflint::dialect
