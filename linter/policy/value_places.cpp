// The value is laid beside the bytes that it was read from. All dialects differ in their escapes,
// but in none of them is a byte of the value anything else than itself or the end of an escape, so
// that one walk over both finds the places.
#include "linter/policy/value_places.h"

#include <algorithm>
#include <span>
#include <vector>

#include "linter/base/ascii.h"
#include "linter/policy/secret_values.h"

namespace kaflint::policy {
namespace {

bool is_blank(char c) { return static_cast<unsigned char>(c) <= ' '; }
bool is_quote(char c) { return c == '"' || c == '\''; }
constexpr std::size_t kUnicodeEscape = 6;  // bytes of `\u0041`

std::uint32_t narrow(std::size_t at) { return static_cast<std::uint32_t>(at); }

std::vector<Span> pieces_of(const dialect::Setting& setting) {
  if (setting.value_pieces.empty()) return {setting.value_span};
  return setting.value_pieces;
}

class Alignment {
 public:
  Alignment(std::string_view bytes, std::span<const Span> pieces, std::string_view value)
      : value_(value) {
    for (const Span piece : pieces)
      for (std::uint32_t at = piece.begin; at < piece.end; ++at) {
        raw_ += bytes[at];
        places_.push_back(at);
      }
  }

  std::optional<MappedText> run() {
    while (done_ < value_.size())
      if (!step()) return std::nullopt;
    while (at_ < raw_.size())
      if (is_blank(raw_[at_]) || is_quote(raw_[at_]) || raw_[at_] == '\\')
        ++at_;
      else
        return std::nullopt;
    return std::move(text_);
  }

 private:
  bool step() {
    if (at_ == raw_.size()) return false;
    const char written = raw_[at_];
    const char meant = value_[done_];
    if (written == meant) return take(1);
    if (at_unicode_escape()) return take(kUnicodeEscape);
    const bool escape = written == '\\' && at_ + 1 < raw_.size();
    if (escape && is_blank(meant) && !is_blank(raw_[at_ + 1])) return take(2);
    // A folded line end and its indentation is one blank, or nothing.
    if (is_blank(written) && is_blank(meant)) {
      std::size_t count = 1;
      while (at_ + count < raw_.size() && is_blank(raw_[at_ + count])) ++count;
      return take(count);
    }
    const bool doubled = written == '$' && at_ > 0 && raw_[at_ - 1] == '$';
    if (written != '\\' && !doubled && !is_blank(written) && !is_quote(written)) return false;
    ++at_;
    return true;
  }

  bool at_unicode_escape() const {
    const std::string_view escape = std::string_view(raw_).substr(at_, kUnicodeEscape);
    return escape.size() == kUnicodeEscape && escape.starts_with("\\u") &&
           std::ranges::all_of(escape.substr(2),
                               [](char c) { return is_digit(c) || is_letter(c); });
  }

  /// `count` written bytes for the next byte of the value, or for all of a character beyond ASCII.
  bool take(std::size_t count) {
    std::size_t size = 1;
    if (count > 1)
      while (done_ + size < value_.size() && (value_[done_ + size] & 0xC0) == 0x80) ++size;
    const Span source{places_[at_], places_[at_ + count - 1] + 1};
    if (count == 1)
      text_.append_verbatim(value_.substr(done_, 1), source.begin);
    else
      text_.append_decoded(value_.substr(done_, size), source);
    at_ += count;
    done_ += size;
    return true;
  }

  std::string raw_;
  std::vector<std::uint32_t> places_;  // of raw_'s bytes in the file
  std::string_view value_;
  std::size_t at_ = 0;
  std::size_t done_ = 0;
  MappedText text_;
};

}  // namespace

std::string raw_value(std::string_view bytes, const dialect::Setting& setting) {
  std::string raw;
  for (const Span piece : pieces_of(setting)) raw += bytes.substr(piece.begin, piece.size());
  for (std::size_t at = raw.find("\\\""); at != std::string::npos; at = raw.find("\\\"", at + 1))
    raw.erase(at, 1);
  const bool quoted = raw.size() > 1 && is_quote(raw.front()) && raw.front() == raw.back();
  return quoted ? raw.substr(1, raw.size() - 2) : raw;
}

ValuePlaces::ValuePlaces(std::string_view bytes, const dialect::Setting& setting,
                         std::string_view value)
    : bytes_(bytes), setting_(setting), value_(value) {
  const std::vector<Span> pieces = pieces_of(setting);
  aligned_ = Alignment(bytes, pieces, value).run();
  for (const Span piece : pieces)
    reference_ = reference_ || holds_reference(bytes.substr(piece.begin, piece.size()));
}

Span ValuePlaces::of(std::size_t begin, std::size_t end) const {
  if (aligned_) return aligned_->source_span(narrow(begin), narrow(end));
  const std::string_view text = value_.substr(begin, end - begin);
  std::optional<Span> only;
  for (const Span piece : pieces_of(setting_)) {
    const std::string_view written = bytes_.substr(piece.begin, piece.size());
    for (std::size_t at = written.find(text); at != std::string_view::npos;
         at = written.find(text, at + 1)) {
      if (only) return setting_.value_span;
      only = Span{piece.begin + narrow(at), piece.begin + narrow(at + text.size())};
    }
  }
  return only.value_or(setting_.value_span);
}

}  // namespace kaflint::policy
