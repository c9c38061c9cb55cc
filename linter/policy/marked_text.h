// The notation of an example: a file's text with the expected findings below the lines that they
// mark.
//
//     acks=1
//     ^^^^^^ warning: what this rule says
//       ^^^^ error other/rule: what another rule says
//     ! error: a finding without a place, at the end
//
// Carets count code points. One caret also stands for an empty span. A span over several lines
// marks its first line and says so: `^^^^ (+2 lines) warning: ...`.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/finding/finding.h"
#include "linter/policy/rule_file.h"

namespace kaflint::policy {

struct Mark {
  std::uint32_t line = 0;        // of the text without its marks, from 0
  std::uint32_t column = 0;      // code points, from 0
  std::uint32_t width = 1;       // code points, at least 1
  std::uint32_t more_lines = 0;  // which the span reaches into
  friend auto operator<=>(const Mark&, const Mark&) = default;
};

struct MarkedFinding {
  std::optional<Mark> mark;  // nothing: a finding without a place
  std::string rule;
  Level level = Level::warning;
  std::string message;
  friend auto operator<=>(const MarkedFinding&, const MarkedFinding&) = default;
};

struct MarkedText {
  std::string text;                     // what is linted
  std::vector<MarkedFinding> findings;  // sorted
  std::vector<std::uint32_t> lines;     // where each line of `text` begins in the content
};

/// Takes the marks out. `own_rule` is meant where a mark names none. Problems' offsets are of
/// `content`.
MarkedText read_marked_text(std::string_view content, std::string_view own_rule,
                            std::vector<RuleFileProblem>& problems);

/// The reverse. Findings need not be sorted.
std::string write_marked_text(std::string_view text, std::string_view own_rule,
                              std::span<const MarkedFinding> findings);

/// The line that stands for one finding, line end included.
std::string write_mark(const MarkedFinding& finding, std::string_view own_rule);

/// What a finding in `bytes` looks like as a mark.
MarkedFinding mark_finding(std::string_view bytes, const Finding& finding);

}  // namespace kaflint::policy
