// The pieces that the JSON reports share; their shape is a contract with those who read them.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "linter/report/file_view.h"
#include "linter/report/report.h"

namespace kaflint::report {

using Json = nlohmann::ordered_json;

/// Lines and columns count from 1, columns in code points, ends exclusive; offsets in bytes.
Json region_json(const FileView& view, Span span);
/// Null for nothing.
Json region_json(const FileView& view, const std::optional<Span>& span);
Json tool_json(const Report& report);
Json errors_json(const Report& report);
/// Without settings.
Json unit_json(const FileView& view, const policy::UnitResult& result);
Json verdict_json(const kafka::Verdict& verdict);
/// On one line; bytes that are no UTF-8 become U+FFFD.
std::string compact(const Json& json);
/// The same with a line end.
std::string dump(const Json& json);

/// The elements of an array as text, for parts of a document that are made apart.
class ArrayText {
 public:
  void push_back(const Json& element) { append(compact(element)); }
  void append(const ArrayText& more) {
    if (!more.elements_.empty()) append(more.elements_);
  }
  std::string text() const { return "[" + elements_ + "]"; }

 private:
  void append(std::string_view elements) {
    if (!elements_.empty()) elements_ += ',';
    elements_ += elements;
  }

  std::string elements_;
};

/// An object as text, member by member in this order.
class ObjectText {
 public:
  /// `json` is written as it is.
  void add_text(std::string_view key, std::string_view json) {
    text_ += text_.empty() ? '{' : ',';
    text_ += compact(key);
    text_ += ':';
    text_ += json;
  }
  void add(std::string_view key, const Json& json) { add_text(key, compact(json)); }
  std::string text() const { return text_ + "}"; }

 private:
  std::string text_;
};

}  // namespace kaflint::report
