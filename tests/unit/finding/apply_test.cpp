// Which fixes go together, and the bytes that they give.
#include "linter/finding/apply.h"

#include <gtest/gtest.h>

namespace kaflint {
namespace {

Fix fix(std::vector<Edit> edits, Applicability applicability = Applicability::safe) {
  return {"", applicability, std::move(edits)};
}

using Places = std::vector<std::size_t>;

Places compatible(const std::vector<Fix>& fixes) {
  std::vector<const Fix*> pointers;
  for (const Fix& each : fixes) pointers.push_back(&each);
  return compatible_fixes(pointers);
}

TEST(UsableFix, TheFirstThatIsNotTooBold) {
  Finding finding;
  EXPECT_EQ(usable_fix(finding, Applicability::unsafe), nullptr);
  finding.fixes = {fix({{{0, 1}, "a"}}, Applicability::unsafe), fix({{{0, 1}, "b"}})};
  EXPECT_EQ(usable_fix(finding, Applicability::safe), &finding.fixes[1]);
  EXPECT_EQ(usable_fix(finding, Applicability::unsafe), &finding.fixes[0]);
}

TEST(CompatibleFixes, OverlappingOnesAreLeftOut) {
  EXPECT_EQ(compatible({fix({{{0, 4}, ""}}), fix({{{3, 6}, ""}}), fix({{{6, 8}, ""}})}),
            (Places{0, 2}));
}

TEST(CompatibleFixes, SideBySideIsNoOverlap) {
  EXPECT_EQ(compatible({fix({{{0, 4}, ""}}), fix({{{4, 6}, "x"}})}), (Places{0, 1}));
}

TEST(CompatibleFixes, AnInsertionAtAnEdgeDependsOnTheOrder) {
  EXPECT_EQ(compatible({fix({{{0, 4}, ""}}), fix({{{4, 4}, "x"}})}), (Places{0}));
  EXPECT_EQ(compatible({fix({{{4, 4}, "x"}}), fix({{{4, 6}, ""}})}), (Places{0}));
  EXPECT_EQ(compatible({fix({{{4, 4}, "x"}}), fix({{{4, 4}, "y"}})}), (Places{0}));
}

TEST(CompatibleFixes, AnEqualEditIsNoObstacle) {
  EXPECT_EQ(compatible({fix({{{0, 4}, "a"}}), fix({{{0, 4}, "a"}, {{9, 9}, "b"}})}),
            (Places{0, 1}));
}

TEST(CompatibleFixes, AllEditsOfAFixOrNone) {
  EXPECT_EQ(
      compatible({fix({{{4, 6}, ""}}), fix({{{0, 1}, ""}, {{5, 7}, ""}}), fix({{{0, 1}, ""}})}),
      (Places{0, 2}));
}

TEST(MergedEdits, SharedOnesOnce) {
  const Fix first = fix({{{5, 6}, "b"}, {{9, 9}, "c"}});
  const Fix second = fix({{{1, 2}, "a"}, {{5, 6}, "b"}});
  const Fix* const both[] = {&first, &second};
  EXPECT_EQ(merged_edits(both), (std::vector<Edit>{{{1, 2}, "a"}, {{5, 6}, "b"}, {{9, 9}, "c"}}));
}

TEST(MergedEdits, OneFixMayInsertTwiceAtOnePlace) {
  const Fix quotes = fix({{{3, 3}, "\""}, {{3, 3}, "\""}});
  const Fix* const only[] = {&quotes};
  EXPECT_EQ(apply_edits("a: \n", merged_edits(only)), "a: \"\"\n");
}

TEST(ApplyEdits, InsertsReplacesRemoves) {
  const std::vector<Edit> edits = {{{0, 0}, ">"}, {{2, 4}, "XYZ"}, {{5, 6}, ""}, {{7, 7}, "<"}};
  EXPECT_EQ(apply_edits("abcdefg", edits), ">abXYZeg<");
  EXPECT_EQ(apply_edits("abc", {}), "abc");
}

}  // namespace
}  // namespace kaflint
