// Byte offsets into lines and columns, in the unit that a renderer's format declares.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "linter/source/span.h"

namespace kaflint {

enum class ColumnUnit : std::uint8_t { utf8, utf16, code_points };

/// Both count from 0; renderers that count from 1 add it.
struct Position {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  friend constexpr auto operator<=>(const Position&, const Position&) = default;
};

/// Where lines begin. LF, CRLF and a lone CR end a line. Borrows `bytes`, which must outlive it.
class LineTable {
 public:
  explicit LineTable(std::string_view bytes);

  std::uint32_t line_count() const { return static_cast<std::uint32_t>(starts_.size()); }
  /// The line's bytes without its line end.
  Span line(std::uint32_t line) const;
  /// A byte that is no valid UTF-8 counts as one column in every unit; a byte-order mark at the
  /// file's start counts as none. `offset` is at most the file's size; within a character it gives
  /// the character's column (except in utf8), between CR and LF the line's end.
  Position position(std::uint32_t offset, ColumnUnit unit) const;
  /// The reverse; a column beyond the line's end gives the line's end, one within a surrogate pair
  /// the character's begin, a line beyond the last one the file's end.
  std::uint32_t offset(Position position, ColumnUnit unit) const;

 private:
  /// Where the line's column 0 is: after a byte-order mark.
  std::uint32_t column_origin(Span line) const;

  std::string_view bytes_;
  std::vector<std::uint32_t> starts_;
};

}  // namespace kaflint
