// What cel-go said about fixtures/cel/constraints.jsonl.gz, which `run record` makes.
#include <gtest/gtest.h>

#include "tests/differential/cel/compare.h"

namespace kaflint::constraint {
namespace {

TEST(CelRecorded, EveryAnswerEqualsCelGos) {
  const Comparison comparison =
      compare_with_recording(KAFLINT_ROOT "/fixtures/cel/constraints.jsonl.gz");
  EXPECT_GE(comparison.cases, 5000U);
  EXPECT_GE(comparison.refused, 500U);
  EXPECT_GE(comparison.errors, 500U);
  EXPECT_GE(comparison.unknown, 500U);
  for (const std::string& difference : comparison.differences) ADD_FAILURE() << difference;
}

}  // namespace
}  // namespace kaflint::constraint
