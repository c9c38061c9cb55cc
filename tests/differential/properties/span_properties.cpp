// A span is right if the bytes that it covers mean, on their own, what the parser said they mean.
#include "tests/differential/properties/span_properties.h"

#include <string_view>

namespace kaflint::differential {
namespace {

using syntax::PropertiesFile;
using syntax::PropertiesPair;

class Checker {
 public:
  explicit Checker(const Case& one) : bytes_(one.bytes), charset_(one.charset) {}

  std::string file(const PropertiesFile& file) const {
    if (file.loaded > file.pairs.size()) return "more loaded than there are";
    std::uint32_t line_end = 0;
    for (const PropertiesPair& pair : file.pairs) {
      if (pair.line_span.begin < line_end) return "lines overlap or are out of order";
      line_end = pair.line_span.end;
      if (std::string broken = this->pair(pair); !broken.empty()) return broken;
    }
    std::uint32_t comment_end = 0;
    for (const syntax::PropertiesComment& comment : file.comments) {
      const std::string_view covered = text(comment.span);
      if (comment.span.begin < comment_end) return "comments overlap or are out of order";
      comment_end = comment.span.end;
      if (!covered.starts_with('#') && !covered.starts_with('!')) return "no comment";
      if (covered.find_first_of("\r\n") != std::string_view::npos) return "comment over lines";
      for (const PropertiesPair& pair : file.pairs)
        if (pair.entry_span.overlaps(comment.span)) return "comment within a pair";
    }
    if (file.error && !text(file.error->span).starts_with("\\u")) return "error is no escape";
    return {};
  }

 private:
  std::string_view text(Span span) const {
    return std::string_view(bytes_).substr(span.begin, span.size());
  }

  /// Whether `text` is a file of just this pair.
  bool means(const std::string& text, const std::string& key, const std::string& value) const {
    const PropertiesFile file = syntax::parse_properties(text, charset_);
    return file.pairs.size() == 1 && file.pairs[0].key == key && file.pairs[0].value == value;
  }

  std::string pair(const PropertiesPair& pair) const {
    if (!pair.line_span.contains(pair.entry_span)) return "entry outside its line";
    if (!pair.entry_span.contains(pair.key_span)) return "key outside its entry";
    if (!pair.entry_span.contains(pair.value_span)) return "value outside its entry";
    if (pair.key_span.end > pair.value_span.begin) return "key behind value";
    if (pair.key_span.empty() != pair.key.empty()) return "key and its span differ in emptiness";
    if (pair.value_span.empty() != pair.value.empty()) return "value and span differ in emptiness";
    if (!pair.key.empty() && !means(std::string(text(pair.key_span)), pair.key, ""))
      return "key span does not give the key";
    if (!means("k=" + std::string(text(pair.value_span)), "k", pair.value))
      return "value span does not give the value";
    if (!pair.entry_span.empty() &&
        !means(std::string(text(pair.entry_span)), pair.key, pair.value))
      return "entry span does not give the pair";
    if (!means(std::string(text(pair.line_span)), pair.key, pair.value))
      return "line span does not give the pair";
    return value(pair);
  }

  std::string value(const PropertiesPair& pair) const {
    const MappedText mapped = syntax::map_value(bytes_, charset_, pair);
    const auto size = static_cast<std::uint32_t>(mapped.text().size());
    if (mapped.text() != pair.value) return "map_value gives another value";
    if (mapped.source_span(0, size) != pair.value_span) return "map_value gives another span";
    if (pair.value_pieces.empty() != pair.value.empty()) return "pieces differ in emptiness";
    std::uint32_t end = pair.value_span.begin;
    for (const Span piece : pair.value_pieces) {
      if (piece.empty() || piece.begin < end) return "pieces are empty or out of order";
      end = piece.end;
      if (text(piece).find_first_of("\r\n") != std::string_view::npos) return "piece over lines";
    }
    if (end != pair.value_span.end) return "pieces end elsewhere than the value";
    for (std::uint32_t i = 0; i < size; ++i) {
      const Span source = mapped.source_span(i, i + 1);
      if (source.empty()) return "a byte without a source";
      const bool ascii = static_cast<unsigned char>(pair.value[i]) < 0x80;
      if (source.size() == 1 && ascii && bytes_[source.begin] != pair.value[i])
        return "a byte maps to another one";
    }
    return {};
  }

  const std::string& bytes_;
  syntax::Charset charset_;
};

}  // namespace

std::string broken_span_property(const Case& one, const PropertiesFile& file) {
  return Checker(one).file(file);
}

}  // namespace kaflint::differential
