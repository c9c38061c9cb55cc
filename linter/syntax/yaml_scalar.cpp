// Where each byte of a decoded scalar came from: the decoded text and the source are walked side by side.
#include <algorithm>
#include <cstdint>

#include "linter/syntax/yaml.h"
#include "linter/syntax/yaml_mask.h"

namespace kaflint::syntax {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_break(char c) { return c == '\n' || c == '\r'; }
bool is_space(char c) { return is_blank(c) || is_break(c); }

class ScalarAligner {
 public:
  ScalarAligner(std::string_view source, std::uint32_t begin, std::uint32_t end, std::string_view text,
                YamlStyle style)
      : source_(source), at_(begin), end_(end), text_(text), style_(style) {}

  /// False when the two cannot be brought together.
  bool run() {
    if (style_ == YamlStyle::literal || style_ == YamlStyle::folded) skip_header();
    if (style_ == YamlStyle::single_quoted || style_ == YamlStyle::double_quoted) ++at_;
    while (done_ < text_.size())
      if (!step()) return false;
    return true;
  }

  MappedText take() { return std::move(result_); }

 private:
  bool step() {
    if (at_ >= end_) return tail();
    const char c = source_[at_];
    if (style_ == YamlStyle::double_quoted && c == '\\') return escape();
    if (style_ == YamlStyle::single_quoted && c == '\'') return emit(1, 2);
    if (is_space(c) && run_has_break()) return style_ == YamlStyle::literal ? literal_break() : fold();
    if (c != text_[done_]) return false;
    std::uint32_t stop = at_ + 1;
    std::size_t length = 1;
    while (stop < end_ && done_ + length < text_.size() && source_[stop] == text_[done_ + length] &&
           !is_space(source_[stop]) && source_[stop] != '\\' && source_[stop] != '\'') {
      ++stop;
      ++length;
    }
    result_.append_verbatim(text_.substr(done_, length), at_);
    done_ += length;
    at_ = stop;
    return true;
  }

  /// Trailing line ends of a block scalar, beyond its trimmed span.
  bool tail() {
    const std::string_view rest = text_.substr(done_);
    if (!std::ranges::all_of(rest, is_space)) return false;
    std::uint32_t stop = end_;
    while (stop < source_.size() && stop - end_ < rest.size() && is_space(source_[stop])) ++stop;
    result_.append_decoded(rest, {end_, stop});
    done_ = text_.size();
    return true;
  }

  void skip_header() {
    while (at_ < end_ && !is_break(source_[at_])) ++at_;
    next_line();
    indent_ = block_indent();
    skip_indent();
  }

  void next_line() {
    if (at_ < end_ && source_[at_] == '\r') ++at_;
    if (at_ < end_ && source_[at_] == '\n') ++at_;
  }

  /// The block's indentation: what the source's leftmost line with content has more than the text's.
  std::uint32_t block_indent() const {
    const std::uint32_t in_source = smallest_indent(source_.substr(at_, end_ - at_));
    const std::uint32_t in_text = smallest_indent(text_);
    return in_source > in_text ? in_source - in_text : 0;
  }

  static std::uint32_t smallest_indent(std::string_view lines) {
    std::size_t smallest = lines.size();
    std::size_t at = 0;
    while (at < lines.size()) {
      std::size_t column = at;
      while (column < lines.size() && lines[column] == ' ') ++column;
      if (column < lines.size() && !is_break(lines[column])) smallest = std::min(smallest, column - at);
      while (column < lines.size() && !is_break(lines[column])) ++column;
      at = column + 1;
    }
    return static_cast<std::uint32_t>(smallest);
  }

  void skip_indent() {
    std::uint32_t skipped = 0;
    while (at_ < end_ && skipped < indent_ && source_[at_] == ' ') {
      ++at_;
      ++skipped;
    }
  }

  bool literal_break() {
    if (is_blank(source_[at_])) {
      if (text_[done_] != source_[at_]) return false;
      result_.append_verbatim(text_.substr(done_, 1), at_);
      ++done_;
      ++at_;
      return true;
    }
    if (text_[done_] != '\n') return false;
    const std::uint32_t begin = at_;
    if (source_[at_] == '\r' && at_ + 1 < source_.size() && source_[at_ + 1] == '\n') ++at_;
    ++at_;
    result_.append_decoded("\n", {begin, at_});
    ++done_;
    skip_indent();
    return true;
  }

  bool run_has_break() const {
    std::uint32_t stop = at_;
    while (stop < end_ && is_blank(source_[stop])) ++stop;
    return stop < end_ && is_break(source_[stop]);
  }

  /// Blanks around line ends, which the text holds as blanks or as line ends.
  bool fold() {
    const std::uint32_t begin = at_;
    while (at_ < end_ && is_space(source_[at_])) ++at_;
    std::size_t length = 0;
    while (done_ + length < text_.size() && is_space(text_[done_ + length])) ++length;
    result_.append_decoded(text_.substr(done_, length), {begin, at_});
    done_ += length;
    return true;
  }

  bool emit(std::size_t decoded, std::uint32_t written) {
    if (done_ + decoded > text_.size() || at_ + written > end_) return false;
    result_.append_decoded(text_.substr(done_, decoded), {at_, at_ + written});
    done_ += decoded;
    at_ += written;
    return true;
  }

  bool escape() {
    if (at_ + 1 >= end_) return false;
    const char c = source_[at_ + 1];
    if (is_break(c)) {
      ++at_;
      while (at_ < end_ && is_space(source_[at_])) ++at_;
      return true;
    }
    const std::uint32_t digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    const auto lead = static_cast<unsigned char>(text_[done_]);
    const std::size_t decoded = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    return emit(decoded, 2 + digits);
  }

  std::string_view source_;
  std::uint32_t at_;
  std::uint32_t end_;
  std::string_view text_;
  YamlStyle style_;
  std::size_t done_ = 0;
  std::uint32_t indent_ = 0;
  MappedText result_;
};

}  // namespace

MappedText map_scalar(const YamlFile& file, std::string_view bytes, YamlId scalar) {
  const YamlNode& node = file.node(file.resolve(scalar));
  const std::string_view text = file.text(scalar);
  const std::string parsed = node.masked ? apply_masks(bytes, file.masks) : std::string();
  ScalarAligner aligner(node.masked ? std::string_view(parsed) : bytes, node.span.begin, node.span.end, text, node.style);
  if (aligner.run()) {
    MappedText mapped = aligner.take();
    if (mapped.text() == text) return mapped;
  }
  MappedText whole;
  whole.append_decoded(text, node.span);
  return whole;
}

}  // namespace kaflint::syntax
