// Lines are found once per file; columns are counted when asked for, since only findings need them.
#include "linter/source/position.h"

#include <algorithm>

#include "linter/base/check.h"
#include "linter/base/utf8.h"

namespace kaflint {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// One column step: the bytes that it takes and the units that it counts.
struct Step {
  std::uint32_t bytes;
  std::uint32_t units;
};

Step step_at(std::string_view bytes, std::uint32_t at, ColumnUnit unit) {
  if (unit == ColumnUnit::utf8) return {1, 1};
  const std::uint32_t size = utf8_sequence(bytes, at);
  if (size == 0) return {1, 1};
  return {size, unit == ColumnUnit::utf16 && size == 4 ? 2U : 1U};
}

}  // namespace

LineTable::LineTable(std::string_view bytes) : bytes_(bytes) {
  KAFLINT_CHECK(bytes.size() <= 0xFFFFFFFFU, "a file is at most 4 GiB");
  starts_.push_back(0);
  const auto size = static_cast<std::uint32_t>(bytes.size());
  if (bytes.find('\r') == std::string_view::npos) {
    for (std::size_t end = bytes.find('\n'); end != std::string_view::npos;
         end = bytes.find('\n', end + 1))
      starts_.push_back(static_cast<std::uint32_t>(end + 1));
    return;
  }
  for (std::uint32_t at = 0; at < size; ++at) {
    const bool before_lf = at + 1 < size && bytes[at + 1] == '\n';
    if (bytes[at] == '\n' || (bytes[at] == '\r' && !before_lf)) starts_.push_back(at + 1);
  }
}

Span LineTable::line(std::uint32_t line) const {
  KAFLINT_CHECK(line < line_count(), "no such line");
  const std::uint32_t begin = starts_[line];
  if (line + 1 == line_count()) return {begin, static_cast<std::uint32_t>(bytes_.size())};
  std::uint32_t end = starts_[line + 1] - 1;
  if (bytes_[end] == '\n' && end > begin && bytes_[end - 1] == '\r') --end;
  return {begin, end};
}

Position LineTable::position(std::uint32_t offset, ColumnUnit unit) const {
  KAFLINT_CHECK(offset <= bytes_.size(), "an offset lies within its file");
  const auto next = std::ranges::upper_bound(starts_, offset);
  const auto number = static_cast<std::uint32_t>(next - starts_.begin() - 1);
  const Span span = line(number);
  // Between CR and LF there is no column of its own.
  const std::uint32_t goal = std::min(offset, span.end);
  Position result{number, 0};
  for (std::uint32_t at = column_origin(span); at < goal;) {
    const Step step = step_at(bytes_, at, unit);
    at += step.bytes;
    // Within a character: the character's own column.
    if (at > goal) break;
    result.column += step.units;
  }
  return result;
}

std::uint32_t LineTable::offset(Position position, ColumnUnit unit) const {
  if (position.line >= line_count()) return static_cast<std::uint32_t>(bytes_.size());
  const Span span = line(position.line);
  std::uint32_t at = column_origin(span);
  for (std::uint32_t column = 0; at < span.end;) {
    const Step step = step_at(bytes_, at, unit);
    column += step.units;
    if (column > position.column) break;
    at += step.bytes;
  }
  return at;
}

std::uint32_t LineTable::column_origin(Span line) const {
  const bool has_mark = line.begin == 0 && bytes_.starts_with(kByteOrderMark);
  return has_mark ? static_cast<std::uint32_t>(kByteOrderMark.size()) : line.begin;
}

}  // namespace kaflint
