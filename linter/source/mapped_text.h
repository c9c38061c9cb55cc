// A text decoded from a file (escapes resolved, indentation removed), which still knows where each
// of its bytes came from. A properties block inside a YAML block scalar is parsed from one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/source/span.h"

namespace kaflint {

class MappedText {
 public:
  /// Appends bytes that stand in the file exactly so, from `source_begin` on.
  void append_verbatim(std::string_view bytes, std::uint32_t source_begin);
  /// Appends bytes that stand for the whole of `source` (an escape, a folded line end).
  void append_decoded(std::string_view bytes, Span source);

  std::string_view text() const { return text_; }
  /// The bytes of the file behind [begin, end) of the text: from the first one's start to the last
  /// one's end. An empty range gives an empty span at its place; in an empty text that is where the
  /// last append stood.
  Span source_span(std::uint32_t begin, std::uint32_t end) const;
  Span source_span(Span span) const { return source_span(span.begin, span.end); }
  /// The same, one span for each piece that is contiguous in the file.
  std::vector<Span> source_pieces(Span span) const;

 private:
  struct Piece {
    std::uint32_t text_begin;
    Span source;
    bool verbatim;
  };
  void start_piece(std::string_view bytes, Span source, bool verbatim);
  std::size_t piece_at(std::uint32_t offset) const;
  std::uint32_t source_begin(std::uint32_t offset) const;
  std::uint32_t source_end(std::uint32_t end) const;

  std::string text_;
  std::vector<Piece> pieces_;
};

}  // namespace kaflint
