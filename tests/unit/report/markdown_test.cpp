#include "linter/report/markdown.h"

#include <gtest/gtest.h>

namespace kaflint::report {
namespace {

TEST(Markdown, CodeStaysCodeAndTheRestIsNoMarkup) {
  EXPECT_EQ(markdown_cell("`a.b*` of <b> & [x](y)_z_"), "`a.b*` of &lt;b> &amp; \\[x\\](y)\\_z\\_");
  EXPECT_EQ(markdown_cell("one ` alone"), "one \\` alone");
}

TEST(Markdown, BarsDoNotEndACell) { EXPECT_EQ(markdown_cell("a|b `c|d`"), "a\\|b `c\\|d`"); }

TEST(Markdown, CodeWithBackticksHasLongerFences) {
  EXPECT_EQ(markdown_code("plain"), "`plain`");
  EXPECT_EQ(markdown_code("a`b"), "`` a`b ``");
  EXPECT_EQ(markdown_code("``"), "``` `` ```");
}

}  // namespace
}  // namespace kaflint::report
