// Milliseconds and bytes in units that people think in, exact ones only.
#include "linter/report/readable_number.h"

#include <gtest/gtest.h>

namespace kaflint::report {
namespace {

TEST(ReadableNumber, TimesOfKeysInMilliseconds) {
  EXPECT_EQ(readable_number("retention.ms", "604800000"), "7 days");
  EXPECT_EQ(readable_number("retention.ms", "3600000"), "1 hour");
  EXPECT_EQ(readable_number("max.poll.interval.ms", "300000"), "5 minutes");
  EXPECT_EQ(readable_number("session.timeout.ms", "45000"), "45 seconds");
  EXPECT_EQ(readable_number("linger.ms", "5"), "");
  EXPECT_EQ(readable_number("metadata.max.age.ms", "1500"), "");
}

TEST(ReadableNumber, SizesOfKeysInBytes) {
  EXPECT_EQ(readable_number("log.segment.bytes", "1073741824"), "1 GiB");
  EXPECT_EQ(readable_number("send.buffer.bytes", "131072"), "128 KiB");
  EXPECT_EQ(readable_number("message.max.bytes", "1048588"), "");
  EXPECT_EQ(readable_number("retries", "1024"), "");
}

TEST(ReadableNumber, LimitsOfTypes) {
  EXPECT_EQ(readable_number("flush.ms", "9223372036854775807"), "the largest long");
  EXPECT_EQ(readable_number("retries", "2147483647"), "the largest int");
}

TEST(ReadableNumber, WhatIsNoPositiveNumberHasNoUnit) {
  EXPECT_EQ(readable_number("retention.ms", "0"), "");
  EXPECT_EQ(readable_number("retention.ms", "-1000"), "");
  EXPECT_EQ(readable_number("retention.ms", "1000s"), "");
  EXPECT_EQ(readable_number("retention.ms", "92233720368547758070"), "");
  EXPECT_EQ(readable_number("retention.ms", ""), "");
}

}  // namespace
}  // namespace kaflint::report
