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
/// One line of text with a line end; bytes that are no UTF-8 become U+FFFD.
std::string dump(const Json& json);

}  // namespace kaflint::report
