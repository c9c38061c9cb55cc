// Text for Markdown as GitHub and GitLab read it.
#pragma once

#include <string>
#include <string_view>

namespace kaflint::report {

/// `text`, whose parts between backticks are code, for a cell of a table: what would be markup,
/// HTML or the end of the cell stands for itself.
std::string markdown_cell(std::string_view text);

/// `text` as code, whatever backticks it holds.
std::string markdown_code(std::string_view text);

}  // namespace kaflint::report
