// A single pass over the bytes, in two steps as in java.util.Properties: read_line finds the pieces
// of one logical line (Properties.LineReader.readLine), add_pair splits it into key and value
// (Properties.load0). Nearly all lines of real files are one piece of ASCII without a backslash;
// they are copied as they are, all others go through the decoder.
#include "linter/syntax/properties.h"

#include <algorithm>
#include <array>
#include <utility>

#include "linter/base/check.h"
#include "linter/syntax/properties_text.h"

namespace kaflint::syntax {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\f'; }
bool is_line_end(char c) { return c == '\n' || c == '\r'; }
bool is_separator(char c) { return c == '=' || c == ':'; }

constexpr std::size_t index(char c) { return static_cast<unsigned char>(c); }

/// Bytes at which a plain copy of a line may stop, and those that end a key.
constexpr std::uint8_t kSpecial = 1;
constexpr std::uint8_t kEndsKey = 2;
constexpr std::array<std::uint8_t, 256> kClasses = [] {
  std::array<std::uint8_t, 256> classes{};
  for (std::size_t i = 0x80; i < 0x100; ++i) classes[i] = kSpecial;
  for (const char c : std::string_view("\n\r\\")) classes[index(c)] = kSpecial;
  for (const char c : std::string_view("=: \t\f")) classes[index(c)] = kEndsKey;
  return classes;
}();

class Parser {
 public:
  Parser(std::string_view bytes, Charset charset)
      : bytes_(bytes), size_(static_cast<std::uint32_t>(bytes.size())), charset_(charset) {}

  PropertiesFile run() {
    file_.pairs.reserve(bytes_.size() / 256 + 1);
    while (read_line()) {
      if (plain_)
        add_plain_pair();
      else
        add_pair();
    }
    if (!file_.error) file_.loaded = file_.pairs.size();
    return std::move(file_);
  }

 private:
  std::uint8_t class_at(std::uint32_t at) const { return kClasses[index(bytes_[at])]; }

  void skip_blanks() {
    while (at_ < size_ && is_blank(bytes_[at_])) ++at_;
  }

  void skip_line_end() {
    const bool crlf = bytes_[at_] == '\r' && at_ + 1 < size_ && bytes_[at_ + 1] == '\n';
    at_ += crlf ? 2 : 1;
  }

  void read_comment() {
    // Kept from comment to comment: searching anew would be quadratic where CR ends the lines.
    if (next_lf_ <= at_) {
      const std::size_t found = bytes_.find('\n', at_);
      next_lf_ = found == std::string_view::npos ? size_ : static_cast<std::uint32_t>(found);
    }
    const std::string_view comment = bytes_.substr(at_, next_lf_ - at_);
    const std::size_t size = std::min(comment.find('\r'), comment.size());
    const std::uint32_t end = at_ + static_cast<std::uint32_t>(size);
    file_.comments.push_back({{at_, end}});
    at_ = end;
    if (at_ < size_) skip_line_end();
  }

  /// Fills `pieces_`, `line_` and `plain_`; false at the end of the file.
  bool read_line() {
    pieces_.clear();
    plain_ = true;
    std::uint32_t line_begin = at_;
    while (true) {
      skip_blanks();
      if (at_ == size_) break;
      const char c = bytes_[at_];
      // Nothing read yet, which a lone backslash does not change: blank lines and comments pass.
      if (pieces_.empty() && (is_line_end(c) || c == '#' || c == '!')) {
        if (is_line_end(c))
          skip_line_end();
        else
          read_comment();
        line_begin = at_;
        continue;
      }
      if (!read_piece()) {
        line_ = {line_begin, at_};
        return true;
      }
    }
    line_ = {line_begin, at_};
    return !pieces_.empty();
  }

  /// Reads up to a line's end and whether the logical line goes on behind it.
  bool read_piece() {
    const std::uint32_t begin = at_;
    bool continued = false;
    for (; at_ < size_; ++at_) {
      if ((class_at(at_) & kSpecial) == 0) continue;
      if (is_line_end(bytes_[at_])) break;
      plain_ = false;
      if (bytes_[at_] != '\\') continue;
      continued = at_ + 1 == size_ || is_line_end(bytes_[at_ + 1]);
      if (continued) break;
      ++at_;
    }
    const Span piece{begin, at_};
    if (continued) ++at_;
    // What ends the file ends the line, even an empty one: a lone backslash there is an empty pair.
    const bool last = at_ == size_ || (continued && at_ + 1 == size_);
    if (at_ < size_) skip_line_end();
    const bool goes_on = continued && !last;
    if (!piece.empty() || (pieces_.empty() && !goes_on)) pieces_.push_back(piece);
    return goes_on;
  }

  void add_plain_pair() {
    const Span piece = pieces_.front();
    std::uint32_t key_end = piece.begin;
    while (key_end < piece.end && (class_at(key_end) & kEndsKey) == 0) ++key_end;
    std::uint32_t value_begin = key_end;
    while (value_begin < piece.end && is_blank(bytes_[value_begin])) ++value_begin;
    if (value_begin < piece.end && is_separator(bytes_[value_begin])) {
      ++value_begin;
      while (value_begin < piece.end && is_blank(bytes_[value_begin])) ++value_begin;
    }
    PropertiesPair& pair = file_.pairs.emplace_back();
    pair.key_span = {piece.begin, key_end};
    pair.value_span = {value_begin, piece.end};
    pair.key.assign(bytes_, piece.begin, pair.key_span.size());
    pair.value.assign(bytes_, value_begin, pair.value_span.size());
    if (!pair.value_span.empty()) pair.value_pieces.assign(1, pair.value_span);
    pair.entry_span = piece;
    pair.line_span = line_;
  }

  /// A byte of the logical line.
  struct Cursor {
    std::size_t piece;
    std::uint32_t at;
  };

  bool at_end(Cursor cursor) const { return cursor.piece == pieces_.size(); }
  char byte(Cursor cursor) const { return bytes_[cursor.at]; }

  void advance(Cursor& cursor) const {
    if (++cursor.at < pieces_[cursor.piece].end) return;
    if (++cursor.piece < pieces_.size()) cursor.at = pieces_[cursor.piece].begin;
  }

  void skip_blanks(Cursor& cursor) const {
    while (!at_end(cursor) && is_blank(byte(cursor))) advance(cursor);
  }

  Cursor line_start() const {
    return {pieces_.front().empty() ? pieces_.size() : 0, pieces_.front().begin};
  }

  Cursor find_key_end() const {
    Cursor cursor = line_start();
    for (bool escaped = false; !at_end(cursor); advance(cursor)) {
      if (!escaped && (class_at(cursor.at) & kEndsKey) != 0) break;
      escaped = byte(cursor) == '\\' && !escaped;
    }
    return cursor;
  }

  std::vector<Span> pieces_between(Cursor begin, Cursor end) const {
    std::vector<Span> result;
    for (std::size_t i = begin.piece; i < pieces_.size() && i <= end.piece; ++i) {
      Span piece = pieces_[i];
      if (i == begin.piece) piece.begin = begin.at;
      if (i == end.piece) piece.end = end.at;
      if (!piece.empty()) result.push_back(piece);
    }
    return result;
  }

  void add_pair() {
    const Cursor key_end = find_key_end();
    Cursor value_begin = key_end;
    skip_blanks(value_begin);
    if (!at_end(value_begin) && is_separator(byte(value_begin))) {
      advance(value_begin);
      skip_blanks(value_begin);
    }
    const std::vector<Span> key = pieces_between(line_start(), key_end);
    PropertiesPair pair;
    pair.value_pieces = pieces_between(value_begin, {pieces_.size(), 0});
    const std::uint32_t begin = pieces_.front().begin;
    const std::uint32_t end = pieces_.back().end;
    pair.key_span = {begin, key.empty() ? begin : key.back().end};
    pair.value_span = {pair.value_pieces.empty() ? end : pair.value_pieces.front().begin, end};
    pair.entry_span = {begin, end};
    pair.line_span = line_;
    std::optional<Span> malformed;
    pair.key = decode_properties_text(bytes_, charset_, key, malformed);
    pair.value = decode_properties_text(bytes_, charset_, pair.value_pieces, malformed);
    if (malformed && !file_.error) {
      file_.error = PropertiesError{*malformed};
      file_.loaded = file_.pairs.size();
    }
    file_.pairs.push_back(std::move(pair));
  }

  std::string_view bytes_;
  std::uint32_t size_;
  Charset charset_;
  PropertiesFile file_;
  std::uint32_t at_ = 0;
  std::uint32_t next_lf_ = 0;
  /// The current logical line: its bytes without line ends, continuations and leading blanks. Only
  /// a lone backslash at the end of the file gives an empty piece.
  std::vector<Span> pieces_;
  Span line_;
  bool plain_ = true;
};

}  // namespace

PropertiesFile parse_properties(std::string_view bytes, Charset charset) {
  KAFLINT_CHECK(bytes.size() <= 0xFFFFFFFFU, "a file is at most 4 GiB");
  return Parser(bytes, charset).run();
}

MappedText map_value(std::string_view bytes, Charset charset, const PropertiesPair& pair) {
  MappedText text = map_properties_text(bytes, charset, pair.value_pieces);
  if (pair.value_pieces.empty()) text.append_verbatim({}, pair.value_span.begin);
  return text;
}

}  // namespace kaflint::syntax
