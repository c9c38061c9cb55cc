// RFC 8259, section 7.
#include "linter/syntax/json_string.h"

#include <string>

#include "linter/base/utf8.h"

namespace kaflint::syntax {
namespace {

class Decoder {
 public:
  Decoder(std::string_view bytes, Span inside, MappedText& text)
      : bytes_(bytes.substr(0, inside.end)), at_(inside.begin), end_(inside.end), text_(text) {}

  std::optional<Span> run() {
    while (at_ < end_) {
      if (bytes_[at_] == '\\')
        escape();
      else
        character();
    }
    return bad_;
  }

 private:
  void keep(std::uint32_t size) {
    text_.append_verbatim(bytes_.substr(at_, size), at_);
    at_ += size;
  }

  void keep_bad(std::uint32_t size) {
    if (!bad_) bad_ = Span{at_, at_ + size};
    keep(size);
  }

  void decoded(char32_t code_point, std::uint32_t size) {
    std::string utf8;
    append_utf8(utf8, code_point);
    text_.append_decoded(utf8, {at_, at_ + size});
    at_ += size;
  }

  void character() {
    const bool control = static_cast<unsigned char>(bytes_[at_]) < 0x20;
    const std::uint32_t size = utf8_sequence(bytes_, at_);
    if (control || size == 0)
      keep_bad(1);
    else
      keep(size);
  }

  void escape() {
    const char c = at_ + 1 < end_ ? bytes_[at_ + 1] : '\0';
    switch (c) {
      case '"':
      case '\\':
      case '/':
        return decoded(static_cast<unsigned char>(c), 2);
      case 'b':
        return decoded('\b', 2);
      case 'f':
        return decoded('\f', 2);
      case 'n':
        return decoded('\n', 2);
      case 'r':
        return decoded('\r', 2);
      case 't':
        return decoded('\t', 2);
      case 'u':
        return unicode_escape();
      default:
        return keep_bad(1);
    }
  }

  /// The code unit of the \uXXXX at `at`, if one is there.
  std::optional<char32_t> unit_at(std::uint32_t at) const {
    if (end_ - at < 6 || bytes_[at] != '\\' || bytes_[at + 1] != 'u') return std::nullopt;
    char32_t unit = 0;
    for (const char c : bytes_.substr(at + 2, 4)) {
      const bool digit = c >= '0' && c <= '9';
      const bool upper = c >= 'A' && c <= 'F';
      if (!digit && !upper && (c < 'a' || c > 'f')) return std::nullopt;
      const int value = digit ? c - '0' : c - (upper ? 'A' : 'a') + 10;
      unit = unit * 16 + static_cast<char32_t>(value);
    }
    return unit;
  }

  void unicode_escape() {
    const std::optional<char32_t> unit = unit_at(at_);
    if (!unit) return keep_bad(2);
    const bool high = *unit >= 0xD800 && *unit <= 0xDBFF;
    const std::optional<char32_t> low = high ? unit_at(at_ + 6) : std::nullopt;
    if (low && *low >= 0xDC00 && *low <= 0xDFFF)
      decoded(0x10000 + ((*unit - 0xD800) << 10U) + (*low - 0xDC00), 12);
    else
      decoded(*unit, 6);
  }

  std::string_view bytes_;
  std::uint32_t at_;
  std::uint32_t end_;
  MappedText& text_;
  std::optional<Span> bad_;
};

}  // namespace

std::optional<Span> decode_json_string(std::string_view bytes, Span inside, MappedText& text) {
  return Decoder(bytes, inside, text).run();
}

bool is_plain_json_string(std::string_view bytes, Span inside) {
  for (const char c : bytes.substr(inside.begin, inside.size()))
    if (c == '\\' || static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) >= 0x80)
      return false;
  return true;
}

}  // namespace kaflint::syntax
