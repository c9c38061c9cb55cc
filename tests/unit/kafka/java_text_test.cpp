// Java's text functions; the expected numbers are the JDK's.
#include "linter/kafka/java_text.h"

#include <gtest/gtest.h>

namespace kaflint::kafka {
namespace {

TEST(JavaText, CountsCharsAsStringDoes) {
  EXPECT_EQ(utf16_units("a\u00e9\U0001F600"),
            (std::vector<std::uint16_t>{0x61, 0xE9, 0xD83D, 0xDE00}));
  EXPECT_EQ(utf16_units("\xff"), (std::vector<std::uint16_t>{'?'}));
}

TEST(JavaText, HashesAsHashMapDoes) {
  EXPECT_EQ(hash_map_hash(""), 0U);
  EXPECT_EQ(hash_map_hash("acks"), 2988327U);
  EXPECT_EQ(hash_map_hash("listener.name.plaintext.max.connections"), 592020450U);
  EXPECT_EQ(hash_map_hash("client.tag.\u00e9\U0001F600"), 1390517876U);
}

}  // namespace
}  // namespace kaflint::kafka
