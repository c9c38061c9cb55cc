// A line of any length costs no more than what is shown of it: reading begins near the focus, and
// the window is cut in columns around it.
#include "linter/report/shown_line.h"

#include <algorithm>

#include "linter/base/utf8.h"
#include "linter/report/display.h"

namespace kaflint::report {
namespace {

constexpr std::uint32_t kWindow = 120;      // columns of code that are shown
constexpr std::uint32_t kBefore = 30;       // of these, before the focus
constexpr std::uint32_t kReadBefore = 400;  // bytes that are looked at
constexpr std::uint32_t kReadBehind = 1200;
constexpr std::string_view kEllipsis = "...";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// The bytes of the line that matter, from a character's begin to a character's end.
Span near_focus(std::string_view bytes, Span line, Span focus) {
  Span result = line;
  if (focus.begin - line.begin > kReadBefore) {
    result.begin = focus.begin - kReadBefore;
    for (int i = 0; i < 3 && continues_utf8(bytes[result.begin]); ++i) ++result.begin;
  }
  if (line.end - focus.begin > kReadBehind) {
    result.end = focus.begin + kReadBehind;
    for (int i = 0; i < 3 && continues_utf8(bytes[result.end]); ++i) --result.end;
  }
  return result;
}

}  // namespace

ShownLine::ShownLine(const FileView& view, std::uint32_t line, Span focus) {
  Span whole = view.lines().line(line);
  if (whole.begin == 0 && view.bytes().starts_with(kByteOrderMark))
    whole.begin = static_cast<std::uint32_t>(kByteOrderMark.size());
  focus.begin = std::clamp(focus.begin, whole.begin, whole.end);
  focus.end = std::clamp(focus.end, focus.begin, whole.end);
  const Span part = near_focus(view.bytes(), whole, focus);
  read(view, part);
  cut(focus, part.begin > whole.begin, part.end < whole.end);
}

void ShownLine::read(const FileView& view, Span bytes) {
  const std::string_view text = view.bytes().substr(0, bytes.end);
  for (std::uint32_t at = bytes.begin; at < bytes.end;) {
    const Span* secret = view.secrets().next(at);
    Cell cell{{at, at}, width_, 0, {}};
    if (secret != nullptr && secret->begin <= at) {
      cell.bytes.end = std::min(secret->end, bytes.end);
      cell.width = static_cast<std::uint32_t>(kHidden.size());
      cell.text = kHidden;
    } else {
      Glyph glyph = glyph_at(text, at, width_);
      cell.bytes.end = at + glyph.bytes;
      cell.width = glyph.width;
      cell.text = std::move(glyph.text);
    }
    at = cell.bytes.end;
    width_ += cell.width;
    cells_.push_back(std::move(cell));
  }
}

void ShownLine::cut(Span focus, bool cut_before, bool cut_behind) {
  first_ = 0;
  last_ = width_;
  if (width_ > kWindow) {
    const std::uint32_t begin = column_of(focus.begin);
    const bool fits_from_start = column_of(focus.end) <= kWindow - kBefore && !cut_before;
    first_ = fits_from_start || begin < kBefore ? 0 : begin - kBefore;
    last_ = std::min(width_, first_ + kWindow);
  }
  if (first_ > 0 || cut_before) {
    text_ = kEllipsis;
    margin_ = static_cast<std::uint32_t>(kEllipsis.size());
  }
  std::uint32_t from = last_;
  for (const Cell& cell : cells_) {
    if (cell.column < first_ || cell.column >= last_) continue;
    from = std::min(from, cell.column);
    text_ += cell.text;
  }
  first_ = from;
  if (last_ < width_ || cut_behind) text_ += kEllipsis;
}

std::uint32_t ShownLine::column_of(std::uint32_t offset) const {
  const auto found =
      std::ranges::find_if(cells_, [offset](const Cell& cell) { return offset < cell.bytes.end; });
  return found == cells_.end() ? width_ : found->column;
}

Columns ShownLine::columns(Span span) const {
  std::uint32_t begin = width_;
  std::uint32_t end = 0;
  for (const Cell& cell : cells_) {
    if (!cell.bytes.overlaps(span)) continue;
    begin = std::min(begin, cell.column);
    end = std::max(end, cell.column + cell.width);
  }
  if (end == 0) begin = end = column_of(span.begin);
  begin = std::clamp(begin, first_, last_) - first_ + margin_;
  end = std::clamp(end, first_, last_) - first_ + margin_;
  return {begin, std::max(end, begin + 1)};
}

}  // namespace kaflint::report
