// One line of a file in terminal columns.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "linter/report/file_view.h"

namespace kaflint::report {

/// Part of a line as it is shown: a character, or a secret that `[hidden]` stands for.
struct Cell {
  Span bytes;
  std::uint32_t column;  // from the line's start
  std::uint32_t width;
  std::string text;
};

/// Columns [begin, end).
struct Columns {
  std::uint32_t begin;
  std::uint32_t end;
};

class ShownLine {
 public:
  /// The line's characters about `focus`, which lies on it.
  ShownLine(const FileView& view, std::uint32_t line, Span focus);

  /// The columns of the bytes of `span` that are on this line, within text(); at least one wide.
  Columns columns(Span span) const;
  const std::string& text() const { return text_; }

 private:
  void read(const FileView& view, Span bytes);
  void cut(Span focus, bool cut_before, bool cut_behind);
  std::uint32_t column_of(std::uint32_t offset) const;

  std::vector<Cell> cells_;
  std::string text_;
  std::uint32_t width_ = 0;   // of everything read
  std::uint32_t first_ = 0;   // column where the window begins
  std::uint32_t last_ = 0;    // and ends
  std::uint32_t margin_ = 0;  // columns of the ellipsis before the window
};

}  // namespace kaflint::report
