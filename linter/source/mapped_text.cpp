// Pieces are sorted by where they begin in the text and cover it without gaps, so that a lookup is
// a binary search. Neighbours that are verbatim and contiguous are one piece.
#include "linter/source/mapped_text.h"

#include <algorithm>

#include "linter/base/check.h"

namespace kaflint {

void MappedText::append_verbatim(std::string_view bytes, std::uint32_t source_begin) {
  const Span source{source_begin, source_begin + static_cast<std::uint32_t>(bytes.size())};
  const bool continues = !pieces_.empty() && pieces_.back().verbatim && !text_.empty() &&
                         pieces_.back().source.end == source.begin;
  if (continues)
    pieces_.back().source.end = source.end;
  else
    start_piece(bytes, source, true);
  text_ += bytes;
}

void MappedText::append_decoded(std::string_view bytes, Span source) {
  start_piece(bytes, source, false);
  text_ += bytes;
}

void MappedText::start_piece(std::string_view bytes, Span source, bool verbatim) {
  // What gives no bytes is remembered only as the place of an empty text.
  if (text_.empty())
    pieces_.clear();
  else if (bytes.empty())
    return;
  pieces_.push_back({static_cast<std::uint32_t>(text_.size()), source, verbatim});
}

std::size_t MappedText::piece_at(std::uint32_t offset) const {
  const auto next = std::ranges::upper_bound(pieces_, offset, {}, &Piece::text_begin);
  return static_cast<std::size_t>(next - pieces_.begin()) - 1;
}

std::uint32_t MappedText::source_begin(std::uint32_t offset) const {
  const Piece& piece = pieces_[piece_at(offset)];
  return piece.verbatim ? piece.source.begin + (offset - piece.text_begin) : piece.source.begin;
}

std::uint32_t MappedText::source_end(std::uint32_t end) const {
  const Piece& piece = pieces_[piece_at(end - 1)];
  return piece.verbatim ? piece.source.begin + (end - piece.text_begin) : piece.source.end;
}

Span MappedText::source_span(std::uint32_t begin, std::uint32_t end) const {
  KAFLINT_CHECK(begin <= end && end <= text_.size(), "a range lies within its text");
  if (pieces_.empty()) return {};
  if (begin < end) return {source_begin(begin), source_end(end)};
  if (text_.empty()) return {pieces_.front().source.begin, pieces_.front().source.begin};
  const std::uint32_t place = begin < text_.size() ? source_begin(begin) : source_end(end);
  return {place, place};
}

std::vector<Span> MappedText::source_pieces(Span span) const {
  KAFLINT_CHECK(span.begin <= span.end && span.end <= text_.size(), "a range lies within its text");
  std::vector<Span> result;
  if (span.empty()) return result;
  for (std::size_t i = piece_at(span.begin); i < pieces_.size(); ++i) {
    const std::uint32_t begin = std::max(span.begin, pieces_[i].text_begin);
    if (begin >= span.end) break;
    const std::uint32_t piece_end = i + 1 < pieces_.size()
                                        ? pieces_[i + 1].text_begin
                                        : static_cast<std::uint32_t>(text_.size());
    const Span source = source_span(begin, std::min(span.end, piece_end));
    if (!result.empty() && result.back().end == source.begin)
      result.back().end = source.end;
    else
      result.push_back(source);
  }
  return result;
}

}  // namespace kaflint
