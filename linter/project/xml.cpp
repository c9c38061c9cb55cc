#include "linter/project/xml.h"

#include <expat.h>

#include <memory>

#include "linter/base/text.h"

namespace kaflint::project {
namespace {

/// Fed by Expat, whose callbacks must not throw anything but bad_alloc.
class Builder {
 public:
  XmlFile run(std::string_view bytes) {
    const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(
        XML_ParserCreate(nullptr), &XML_ParserFree);
    parser_ = parser.get();
    XML_SetUserData(parser_, this);
    XML_SetElementHandler(parser_, on_start, on_end);
    XML_SetCharacterDataHandler(parser_, on_text);
    XML_SetEntityDeclHandler(parser_, on_entity);
    const XML_Status status =
        XML_Parse(parser_, bytes.data(), static_cast<int>(bytes.size()), XML_TRUE);
    file_.broken = status != XML_STATUS_OK;
    for (XmlElement& element : file_.elements) element.text = trim_java(element.text);
    return std::move(file_);
  }

 private:
  static void XMLCALL on_start(void* self, const XML_Char* name, const XML_Char** /*attributes*/) {
    static_cast<Builder*>(self)->start(name);
  }
  static void XMLCALL on_end(void* self, const XML_Char* /*name*/) {
    static_cast<Builder*>(self)->open_.pop_back();
  }
  static void XMLCALL on_text(void* self, const XML_Char* text, int size) {
    auto& builder = *static_cast<Builder*>(self);
    if (builder.open_.empty()) return;
    builder.file_.elements[builder.open_.back().id].text.append(text,
                                                                static_cast<std::size_t>(size));
  }
  static void XMLCALL on_entity(void* self, const XML_Char*, int, const XML_Char*, int,
                                const XML_Char*, const XML_Char*, const XML_Char*,
                                const XML_Char*) {
    XML_StopParser(static_cast<Builder*>(self)->parser_, XML_FALSE);
  }

  void start(const XML_Char* name) {
    const auto id = static_cast<XmlId>(file_.elements.size());
    if (!open_.empty()) {
      Open& parent = open_.back();
      XmlId& link = parent.last_child == kNoXml ? file_.elements[parent.id].first_child
                                                : file_.elements[parent.last_child].next_sibling;
      link = id;
      parent.last_child = id;
    }
    XmlElement element;
    element.name = name;
    element.line = static_cast<std::uint32_t>(XML_GetCurrentLineNumber(parser_));
    file_.elements.push_back(std::move(element));
    open_.push_back({id, kNoXml});
    if (open_.size() > kMaxXmlDepth || file_.elements.size() > kMaxXmlElements)
      XML_StopParser(parser_, XML_FALSE);
  }

  struct Open {
    XmlId id;
    XmlId last_child;
  };

  XML_Parser parser_ = nullptr;
  XmlFile file_;
  std::vector<Open> open_;
};

}  // namespace

XmlFile parse_xml(std::string_view bytes) { return Builder().run(bytes); }

XmlId find(const XmlFile& file, XmlId from, std::string_view path) {
  while (from != kNoXml && !path.empty()) {
    const std::string_view name = path.substr(0, path.find('.'));
    path.remove_prefix(std::min(path.size(), name.size() + 1));
    XmlId child = file.elements[from].first_child;
    while (child != kNoXml && file.elements[child].name != name)
      child = file.elements[child].next_sibling;
    from = child;
  }
  return from;
}

std::string_view text_at(const XmlFile& file, XmlId from, std::string_view path) {
  const XmlId id = find(file, from, path);
  return id == kNoXml ? std::string_view() : std::string_view(file.elements[id].text);
}

}  // namespace kaflint::project
