// One decoder with two sinks: a plain string for every key and value, a MappedText for the few
// values that a finding points into. Bytes that stand for themselves are handed over in runs.
//
// An escape never straddles two pieces but for the digits of \uXXXX: the backslash before a line
// end is no part of a piece, and an even number of others are pairs. Java joins surrogates from
// neighbouring escapes simply by having them side by side, so a high one waits for what follows.
#include "linter/syntax/properties_text.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "linter/base/utf8.h"

namespace kaflint::syntax {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool is_high_surrogate(char32_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool is_low_surrogate(char32_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

int hex_digit(unsigned char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// How many bytes Java's UTF-8 decoder replaces by one U+FFFD (sun.nio.cs.UTF_8.Decoder,
/// malformedN and the surrogate check of decodeArrayLoop). There is no valid sequence at `at`.
std::uint32_t replaced_bytes(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[at + i]); };
  const auto continues = [&](std::size_t i) {
    return at + i < bytes.size() && (byte(i) & 0xC0U) == 0x80U;
  };
  const unsigned char lead = byte(0);
  if (lead < 0xE0 || lead > 0xF4 || !continues(1)) return 1;
  if (lead == 0xE0 && byte(1) < 0xA0) return 1;
  if (lead == 0xF0 && byte(1) < 0x90) return 1;
  if (lead == 0xF4 && byte(1) > 0x8F) return 1;
  if (!continues(2)) return 2;
  // Three bytes here are a surrogate, or a sequence of four that lacks its last.
  return 3;
}

struct StringSink {
  std::string_view bytes;
  std::string text;
  void verbatim(Span span) { text.append(bytes, span.begin, span.size()); }
  void decoded(std::string_view decoded, Span /*source*/) { text += decoded; }
};

struct MappedSink {
  std::string_view bytes;
  MappedText text;
  void verbatim(Span span) {
    text.append_verbatim(bytes.substr(span.begin, span.size()), span.begin);
  }
  void decoded(std::string_view decoded, Span source) { text.append_decoded(decoded, source); }
};

template <typename Sink>
class Decoder {
 public:
  Decoder(std::string_view bytes, Charset charset, std::span<const Span> pieces)
      : sink{bytes, {}}, bytes_(bytes), charset_(charset), pieces_(pieces) {}

  void run() {
    for (; piece_ < pieces_.size(); ++piece_) {
      // The digits of an escape may have been taken from this piece already.
      at_ = std::max(at_, pieces_[piece_].begin);
      while (piece_ < pieces_.size() && at_ < pieces_[piece_].end) step();
      if (piece_ == pieces_.size()) break;
    }
    flush_surrogate();
  }

  Sink sink;
  std::optional<Span> malformed;

 private:
  unsigned char byte(std::uint32_t at) const { return static_cast<unsigned char>(bytes_[at]); }

  void step() {
    const std::uint32_t end = pieces_[piece_].end;
    std::uint32_t stop = at_;
    while (stop < end && byte(stop) != '\\' && byte(stop) < 0x80) ++stop;
    if (stop > at_) {
      flush_surrogate();
      sink.verbatim({at_, stop});
      at_ = stop;
    } else if (byte(at_) == '\\') {
      escape();
    } else {
      character(at_);
    }
  }

  /// A byte from 0x80 on, at `at_`; `begin` is before it if a backslash stands there.
  void character(std::uint32_t begin) {
    flush_surrogate();
    char32_t code_point = byte(at_);
    std::uint32_t size = 1;
    bool verbatim = false;
    if (charset_ == Charset::utf8) {
      size = utf8_sequence(bytes_, at_);
      verbatim = size != 0;
      code_point = verbatim ? utf8_code_point(bytes_, at_, size) : kReplacement;
      if (!verbatim) size = replaced_bytes(bytes_, at_);
    }
    const Span source{begin, at_ + size};
    if (verbatim && begin == at_)
      sink.verbatim(source);
    else
      emit(code_point, source);
    at_ += size;
  }

  void escape() {
    const std::uint32_t begin = at_++;
    const unsigned char c = byte(at_);
    if (c == 'u') return unicode_escape(begin);
    if (c >= 0x80) return character(begin);
    flush_surrogate();
    ++at_;
    switch (c) {
      case 't':
        return emit('\t', {begin, at_});
      case 'n':
        return emit('\n', {begin, at_});
      case 'r':
        return emit('\r', {begin, at_});
      case 'f':
        return emit('\f', {begin, at_});
      default:
        return emit(c, {begin, at_});
    }
  }

  /// `at_` is at the `u`.
  void unicode_escape(std::uint32_t begin) {
    const std::uint32_t after_u = at_ + 1;
    const std::size_t first_piece = piece_;
    at_ = after_u;
    std::uint32_t end = after_u;
    char32_t unit = 0;
    for (int count = 0; count < 4; ++count) {
      std::uint32_t next = at_;
      std::size_t piece = piece_;
      while (piece < pieces_.size() && next >= pieces_[piece].end)
        if (++piece < pieces_.size()) next = pieces_[piece].begin;
      const int digit = piece < pieces_.size() ? hex_digit(byte(next)) : -1;
      if (digit < 0) {
        if (!malformed) malformed = Span{begin, end};
        flush_surrogate();
        sink.verbatim({begin, after_u});
        piece_ = first_piece;
        at_ = after_u;
        return;
      }
      unit = unit * 16 + static_cast<char32_t>(digit);
      piece_ = piece;
      at_ = end = next + 1;
    }
    surrogate_or_character(unit, {begin, end});
  }

  void surrogate_or_character(char32_t unit, Span source) {
    if (is_low_surrogate(unit) && high_ != 0) {
      const char32_t code_point = 0x10000 + ((high_ - 0xD800) << 10U) + (unit - 0xDC00);
      high_ = 0;
      emit(code_point, {high_source_.begin, source.end});
      return;
    }
    flush_surrogate();
    if (is_high_surrogate(unit)) {
      high_ = unit;
      high_source_ = source;
    } else {
      emit(unit, source);
    }
  }

  void flush_surrogate() {
    if (high_ == 0) return;
    emit(high_, high_source_);
    high_ = 0;
  }

  void emit(char32_t code_point, Span source) {
    buffer_.clear();
    append_utf8(buffer_, code_point);
    sink.decoded(buffer_, source);
  }

  std::string_view bytes_;
  Charset charset_;
  std::span<const Span> pieces_;
  std::size_t piece_ = 0;
  std::uint32_t at_ = 0;
  char32_t high_ = 0;
  Span high_source_;
  std::string buffer_;
};

}  // namespace

std::string decode_properties_text(std::string_view bytes, Charset charset,
                                   std::span<const Span> pieces, std::optional<Span>& malformed) {
  Decoder<StringSink> decoder(bytes, charset, pieces);
  decoder.run();
  if (!malformed) malformed = decoder.malformed;
  return std::move(decoder.sink.text);
}

MappedText map_properties_text(std::string_view bytes, Charset charset,
                               std::span<const Span> pieces) {
  Decoder<MappedSink> decoder(bytes, charset, pieces);
  decoder.run();
  return std::move(decoder.sink.text);
}

}  // namespace kaflint::syntax
