// XML as a tree of elements, as far as build files need it: names, texts and lines; attributes,
// comments and processing instructions are left away.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace kaflint::project {

using XmlId = std::uint32_t;
inline constexpr XmlId kNoXml = std::numeric_limits<XmlId>::max();

struct XmlElement {
  std::string name;
  std::string text;        // character data between its tags, blanks at the ends trimmed
  std::uint32_t line = 0;  // of its start tag, from 1
  XmlId first_child = kNoXml;
  XmlId next_sibling = kNoXml;
};

struct XmlFile {
  std::vector<XmlElement> elements;  // the root first
  /// Malformed, too deep, too large, or with entities of its own: what was read before counts.
  bool broken = false;
};

inline constexpr std::size_t kMaxXmlDepth = 100;
inline constexpr std::size_t kMaxXmlElements = 200'000;

/// Never fails and expands no entities but XML's five and character references.
XmlFile parse_xml(std::string_view bytes);

/// The element at a path of names such as `build.plugins` below `from`, the first of each name;
/// kNoXml if there is none or `from` is kNoXml.
XmlId find(const XmlFile& file, XmlId from, std::string_view path);
/// The trimmed text of the element at the path; empty if there is none.
std::string_view text_at(const XmlFile& file, XmlId from, std::string_view path);

}  // namespace kaflint::project
