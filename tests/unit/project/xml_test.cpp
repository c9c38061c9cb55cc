#include "linter/project/xml.h"

#include <gtest/gtest.h>

namespace kaflint::project {
namespace {

TEST(Xml, NamesTextsAndLines) {
  const XmlFile file =
      parse_xml("<?xml version='1.0'?>\n<a>\n  <b> one </b>\n  <b>two</b><c/>\n</a>");
  EXPECT_FALSE(file.broken);
  ASSERT_EQ(file.elements.size(), 4U);
  EXPECT_EQ(text_at(file, 0, "b"), "one");
  EXPECT_EQ(file.elements[find(file, 0, "b")].line, 3U);
  EXPECT_EQ(file.elements[file.elements[1].next_sibling].text, "two");
  EXPECT_EQ(text_at(file, 0, "c"), "");
  EXPECT_EQ(find(file, 0, "b.c"), kNoXml);
  EXPECT_EQ(find(file, kNoXml, "b"), kNoXml);
}

TEST(Xml, CommentsCharacterReferencesAndCdata) {
  const XmlFile file = parse_xml("<a>x<!-- <b>no</b> -->&amp;&#65;<![CDATA[<y>]]></a>");
  EXPECT_EQ(file.elements[0].text, "x&A<y>");
}

TEST(Xml, KeepsWhatStandsBeforeAnError) {
  const XmlFile file = parse_xml("<a><b>1</b><c>");
  EXPECT_TRUE(file.broken);
  EXPECT_EQ(text_at(file, 0, "b"), "1");
  EXPECT_TRUE(parse_xml("").broken);
  EXPECT_TRUE(parse_xml("no xml").elements.empty());
  EXPECT_TRUE(parse_xml(std::string_view("<a>\0</a>", 8)).broken);
}

TEST(Xml, StopsAtEntitiesOfItsOwn) {
  std::string bomb = "<!DOCTYPE a [<!ENTITY x0 'ha'>";
  for (int i = 1; i < 30; ++i)
    bomb += "<!ENTITY x" + std::to_string(i) + " '&x" + std::to_string(i - 1) + ";&x" +
            std::to_string(i - 1) + ";'>";
  const XmlFile file = parse_xml(bomb + "]><a>&x29;</a>");
  EXPECT_TRUE(file.broken);
  EXPECT_TRUE(file.elements.empty());
  EXPECT_TRUE(parse_xml("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hosts'>]><a>&x;</a>").broken);
}

TEST(Xml, StopsWhereItIsTooDeepOrTooLarge) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  const XmlFile nested = parse_xml(deep);
  EXPECT_TRUE(nested.broken);
  EXPECT_EQ(nested.elements.size(), kMaxXmlDepth + 1);
  std::string wide = "<a>";
  for (int i = 0; i < 300'000; ++i) wide += "<b/>";
  EXPECT_EQ(parse_xml(wide).elements.size(), kMaxXmlElements + 1);
}

}  // namespace
}  // namespace kaflint::project
