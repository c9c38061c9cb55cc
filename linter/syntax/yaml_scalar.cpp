// A scalar decoded again from its source, this time remembering where each byte came from. It
// follows libyaml's scanner step by step, so that the text is the same in every case.
#include <algorithm>

#include "linter/base/utf8.h"
#include "linter/syntax/yaml.h"
#include "linter/syntax/yaml_lines.h"
#include "linter/syntax/yaml_mask.h"

namespace kaflint::syntax {
namespace {

/// What a line end becomes: LS and PS stay, all others are a line feed.
std::string_view line_end_text(std::string_view source, std::size_t offset) {
  return line_end_size(source, offset) == 3 ? source.substr(offset, 3) : "\n";
}

std::uint32_t simple_escape(char c) {
  switch (c) {
    case '0':
      return 0;
    case 'a':
      return '\a';
    case 'b':
      return '\b';
    case 't':
      return '\t';
    case 'n':
      return '\n';
    case 'v':
      return '\v';
    case 'f':
      return '\f';
    case 'r':
      return '\r';
    case 'e':
      return 0x1B;
    case 'N':
      return 0x85;
    case '_':
      return 0xA0;
    case 'L':
      return 0x2028;
    case 'P':
      return 0x2029;
    default:  // a tab, a blank, quotes, slashes
      return static_cast<unsigned char>(c);
  }
}

std::uint32_t hex_value(char c) {
  if (c >= '0' && c <= '9') return static_cast<std::uint32_t>(c - '0');
  return static_cast<std::uint32_t>((c | 0x20) - 'a') + 10;
}

/// `source` is masked and begins at byte `base` of the file.
class Decoder {
 public:
  Decoder(std::string_view source, std::uint32_t base) : source_(source), base_(base) {}

  MappedText flow(YamlStyle style) {
    const char quote = style == YamlStyle::plain           ? '\0'
                       : style == YamlStyle::single_quoted ? '\''
                                                           : '"';
    std::size_t at = quote == '\0' ? 0 : 1;
    const std::size_t end = source_.size() - at;
    while (at < end) {
      if (is_blank(source_[at]) || line_end_size(source_, at) != 0) {
        at = white(at, end, false);
      } else if (quote == '\'' && source_[at] == '\'') {
        decoded("'", at, at + 2);
        at += 2;
      } else if (quote == '"' && source_[at] == '\\') {
        at = escape(at, end);
      } else {
        at = verbatim_run(at, end, quote);
      }
    }
    return std::move(result_);
  }

  /// Stops when the text is as long as libyaml's.
  MappedText block(YamlStyle style, std::string_view text) {
    std::size_t at = 0;
    while (at < source_.size() && line_end_size(source_, at) == 0) ++at;
    if (at >= source_.size()) return empty_block();
    at += line_end_size(source_, at);
    const std::size_t indent = block_indent(at, text);
    Break pending;
    bool more_indented = false;
    while (result_.text().size() < text.size()) {
      std::vector<Break> blank_lines;
      at = take_blank_lines(at, indent, blank_lines);
      const bool content = at < source_.size() && line_end_size(source_, at) == 0 &&
                           column_is(at, indent) && !ends_here(text, pending, blank_lines);
      const bool blank_start = content && is_blank(source_[at]);
      const bool folds = content && style == YamlStyle::folded && pending.is_line_feed(source_) &&
                         !more_indented && !blank_start;
      if (!folds)
        append_break(pending);
      else if (blank_lines.empty())
        decoded(" ", pending.begin, pending.end);
      for (const Break& line : blank_lines) {
        if (result_.text().size() < text.size()) append_break(line);
      }
      if (!content) break;
      more_indented = blank_start;
      const std::size_t begin = at;
      while (at < source_.size() && line_end_size(source_, at) == 0) ++at;
      verbatim(begin, at);
      pending = {at, at + line_end_size(source_, at)};
      at = pending.end;
    }
    return result_.text().empty() ? empty_block() : std::move(result_);
  }

 private:
  struct Break {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool is_line_feed(std::string_view source) const {
      return end > begin && line_end_text(source, begin) == "\n";
    }
  };

  std::uint32_t file_offset(std::size_t at) const { return base_ + static_cast<std::uint32_t>(at); }

  void verbatim(std::size_t begin, std::size_t end) {
    if (begin < end)
      result_.append_verbatim(source_.substr(begin, end - begin), file_offset(begin));
  }
  void decoded(std::string_view text, std::size_t begin, std::size_t end) {
    result_.append_decoded(text, {file_offset(begin), file_offset(end)});
  }
  void append_break(const Break& line) {
    if (line.end == line.begin) return;
    const std::string_view text = line_end_text(source_, line.begin);
    if (source_.substr(line.begin, line.end - line.begin) == text)
      verbatim(line.begin, line.end);
    else
      decoded(text, line.begin, line.end);
  }

  std::size_t verbatim_run(std::size_t begin, std::size_t end, char quote) {
    std::size_t at = begin;
    while (at < end && !is_blank(source_[at]) && line_end_size(source_, at) == 0 &&
           (quote == '\0' || source_[at] != quote) && (quote != '"' || source_[at] != '\\')) {
      ++at;
    }
    verbatim(begin, at);
    return at;
  }

  /// Blanks within a line stay; line ends with the blanks around them are folded. After an escaped
  /// line end nothing stands for the first one.
  std::size_t white(std::size_t begin, std::size_t end, bool escaped) {
    std::string breaks;
    std::size_t lines = escaped ? 1 : 0;
    std::size_t at = begin;
    bool first_is_feed = false;
    while (at < end) {
      const std::uint32_t size = line_end_size(source_, at);
      if (size == 0 && !is_blank(source_[at])) break;
      if (size != 0) {
        if (lines == 0) first_is_feed = line_end_text(source_, at) == "\n";
        if (lines > 0 || !first_is_feed) breaks += line_end_text(source_, at);
        ++lines;
      }
      at += std::max<std::uint32_t>(size, 1);
    }
    if (lines == 0) {
      verbatim(begin, at);
    } else if (!breaks.empty() || escaped) {
      if (!breaks.empty()) decoded(breaks, begin, at);
    } else {
      decoded(" ", begin, at);
    }
    return at;
  }

  std::size_t escape(std::size_t at, std::size_t end) {
    const std::size_t kind = at + 1;
    if (const std::uint32_t line = line_end_size(source_, kind); line != 0)
      return white(kind + line, end, true);
    const char c = source_[kind];
    const std::size_t digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    std::uint32_t code_point = digits == 0 ? simple_escape(c) : 0;
    for (std::size_t i = 0; i < digits && kind + 1 + i < end; ++i)
      code_point = code_point << 4U | hex_value(source_[kind + 1 + i]);
    std::string text;
    append_utf8(text, code_point);
    decoded(text, at, kind + 1 + digits);
    return kind + 1 + digits;
  }

  /// The text tells the indentation, which in the source may depend on all the lines around.
  std::size_t block_indent(std::size_t at, std::string_view text) const {
    std::size_t in_text = 0;
    while (const std::uint32_t size = line_end_size(text, in_text)) {
      in_text += size;
      at = std::min(source_.find_first_not_of(' ', at), source_.size());
      at += line_end_size(source_, at);
    }
    if (in_text >= text.size()) return std::string_view::npos;  // blank lines only
    const auto blanks = [](std::string_view bytes, std::size_t from) {
      return std::min(bytes.find_first_not_of(' ', from), bytes.size()) - from;
    };
    return blanks(source_, at) - blanks(text, in_text);
  }

  std::size_t take_blank_lines(std::size_t at, std::size_t indent, std::vector<Break>& lines) {
    while (true) {
      line_begin_ = at;
      while (at < source_.size() && source_[at] == ' ' && at - line_begin_ < indent) ++at;
      const std::uint32_t size = line_end_size(source_, at);
      if (size == 0) return at;
      lines.push_back({at, at + size});
      at += size;
    }
  }
  bool column_is(std::size_t at, std::size_t indent) const { return at - line_begin_ == indent; }

  /// Breaks alone complete the text: what follows is not its content.
  bool ends_here(std::string_view text, const Break& pending,
                 const std::vector<Break>& lines) const {
    std::size_t size = result_.text().size() + break_size(pending);
    for (const Break& line : lines) size += break_size(line);
    return size >= text.size() &&
           text.substr(result_.text().size()).find_first_not_of("\n\xE2\x80\xA8\xA9") ==
               std::string_view::npos;
  }
  std::size_t break_size(const Break& line) const {
    return line.end == line.begin ? 0 : line_end_text(source_, line.begin).size();
  }

  MappedText empty_block() {
    MappedText none;
    none.append_decoded("", {base_, base_});
    return none;
  }

  std::string_view source_;
  std::uint32_t base_;
  std::size_t line_begin_ = 0;
  MappedText result_;
};

/// A block scalar's own blank lines at its end lie behind its span.
Span readable_span(const YamlFile& file, std::string_view bytes, const YamlNode& node) {
  Span span = node.span;
  if (node.style != YamlStyle::literal && node.style != YamlStyle::folded) return span;
  auto mask = first_mask_after(file.masks, span.end);
  while (span.end < bytes.size()) {
    if (mask != file.masks.end() && mask->span.begin <= span.end && span.end < mask->span.end) {
      if (!mask->blank()) break;
      span.end = mask->span.end;
      ++mask;
      continue;
    }
    const std::uint32_t size = line_end_size(bytes, span.end);
    if (size == 0 && !is_blank(bytes[span.end])) break;
    span.end += std::max<std::uint32_t>(size, 1);
  }
  return span;
}

}  // namespace

MappedText map_scalar(const YamlFile& file, std::string_view bytes, YamlId scalar) {
  MappedText result;
  if (!file.is_scalar(scalar)) return result;
  const YamlNode& node = file.node(file.resolve(scalar));
  if (node.text_size == 0) {  // also an alias that leads nowhere
    result.append_decoded("", node.span);
    return result;
  }
  const Span span = readable_span(file, bytes, node);
  const bool copies = !file.masks.empty();
  const std::string copy = copies ? masked_copy(bytes, span, file.masks) : std::string();
  const std::string_view source = copies ? copy : bytes.substr(span.begin, span.size());
  Decoder decoder(source, span.begin);
  const bool block = node.style == YamlStyle::literal || node.style == YamlStyle::folded;
  return block ? decoder.block(node.style, file.text(scalar)) : decoder.flow(node.style);
}

}  // namespace kaflint::syntax
