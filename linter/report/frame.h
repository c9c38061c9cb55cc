// The piece of a file that a finding is about, with carets.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "linter/report/file_view.h"
#include "linter/report/paint.h"

namespace kaflint::report {

/// One span to underline: `^` under the finding itself, `-` under what is related to it.
struct Annotation {
  Span span;
  std::string label;  // printed behind the underline; may be empty
  bool primary = false;
};

struct Frame {
  std::string text;          // whole lines
  std::uint32_t gutter = 0;  // columns of the widest line number
};

/// Lines of the file, each with the underlines of the spans that begin on it. A span over several
/// lines shows its first line and says so. Secrets are hidden, long lines cut to what matters.
Frame draw_frame(const FileView& view, std::vector<Annotation> annotations, Level level,
                 const Paint& paint);

/// What a finding is about, and what is related to it. Empty for what is absent and has nothing
/// related.
Frame draw_frame(const FileView& view, const Finding& finding, const Paint& paint);

}  // namespace kaflint::report
