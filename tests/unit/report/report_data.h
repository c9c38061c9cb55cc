// Reports made by hand, for tests of the renderers.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "linter/report/report.h"

namespace kaflint::report {

/// The span of the n-th occurrence of `text`, counted from 0.
inline Span span_of(std::string_view bytes, std::string_view text, int n = 0) {
  std::size_t at = bytes.find(text);
  for (; n > 0; --n) at = bytes.find(text, at + 1);
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + text.size())};
}

inline policy::FileResult file_of(std::string path, std::string bytes) {
  policy::FileResult file;
  file.source = std::make_shared<const SourceFile>(std::move(path), std::move(bytes));
  return file;
}

inline Finding finding_at(std::optional<Span> span, std::string message) {
  Finding finding;
  finding.rule = "any/invalid-value";
  finding.level = Level::error;
  finding.consequence = Consequence::refuses_to_start;
  finding.message = std::move(message);
  finding.span = span;
  return finding;
}

/// `key=value` as it stands in the file.
inline dialect::Setting setting_in(std::string_view bytes, std::string key, std::string value) {
  const Span entry = span_of(bytes, key + "=" + value);
  const auto split = static_cast<std::uint32_t>(entry.begin + key.size());
  dialect::Setting setting;
  setting.key = setting.written_key = std::move(key);
  setting.value = std::move(value);
  setting.key_span = {entry.begin, split};
  setting.value_span = {split + 1, entry.end};
  setting.value_pieces = {setting.value_span};
  setting.entry_span = entry;
  return setting;
}

inline Report report_of(policy::FileResult file) {
  Report report;
  report.tool_version = "0.1.0";
  report.files.push_back(std::move(file));
  report.files_read = 1;
  return report;
}

}  // namespace kaflint::report
