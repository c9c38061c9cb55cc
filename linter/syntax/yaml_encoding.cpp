// Finds bytes that no YAML reader accepts, since libyaml would give up at the first of them and
// everything read before it in the same buffer would be lost.
#include <array>
#include <cstdint>

#include <fmt/format.h>

#include "linter/base/utf8.h"

#include "linter/syntax/yaml_encoding.h"

namespace kaflint::syntax {
namespace {

constexpr std::array<bool, 256> make_plain_ascii() {
  std::array<bool, 256> plain{};
  for (std::size_t c = 0x20; c < 0x7F; ++c) plain[c] = true;
  plain['\t'] = plain['\n'] = plain['\r'] = true;
  return plain;
}
constexpr std::array<bool, 256> kPlainAscii = make_plain_ascii();

unsigned byte_at(std::string_view bytes, std::size_t offset) {
  return static_cast<unsigned char>(bytes[offset]);
}

std::size_t skip_plain_ascii(std::string_view bytes, std::size_t offset) {
  while (offset < bytes.size() && kPlainAscii[byte_at(bytes, offset)]) ++offset;
  return offset;
}

struct Decoded {
  std::uint32_t size = 1;
  std::uint32_t code_point = 0;
  bool valid = false;
};

/// One code point as RFC 3629 allows it; an invalid one has the size of the bytes that belong
/// together.
Decoded decode(std::string_view bytes, std::size_t offset) {
  if (const std::uint32_t size = utf8_sequence(bytes, offset))
    return {size, utf8_code_point(bytes, offset, size), true};
  const unsigned lead = byte_at(bytes, offset);
  if (lead < 0xC2 || lead > 0xF4) return {};
  const std::uint32_t announced = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  std::uint32_t size = 1;
  while (size < announced && offset + size < bytes.size() && continues_utf8(bytes[offset + size]))
    ++size;
  return {size, 0, false};
}

/// YAML 1.1, section 4.1.1: c-printable.
bool is_printable(std::uint32_t c) {
  if (c < 0x80) return kPlainAscii[c];
  return c == 0x85 || (c >= 0xA0 && c <= 0xFFFD) || c >= 0x10000;
}

void report(YamlFile& file, Span span, bool control, std::uint32_t code_point) {
  file.masks.push_back({YamlMask::Kind::unreadable, span});
  if (file.errors.size() >= kMaxYamlErrors) return;
  YamlError error{.span = span};
  if (control) {
    error.detail = fmt::format("control character U+{:04X}, which YAML does not allow", code_point);
  } else {
    error.kind = YamlError::Kind::invalid_utf8;
    error.detail = "a byte that begins or continues no character";
  }
  file.errors.push_back(std::move(error));
}

bool is_utf16(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

}  // namespace

bool check_encoding(std::string_view bytes, YamlFile& file) {
  if (is_utf16(bytes)) {
    file.errors.push_back({YamlError::Kind::invalid_utf8,
                           {0, static_cast<std::uint32_t>(bytes.size())},
                           "encoded as UTF-16 or UTF-32",
                           {}});
    return false;
  }
  std::size_t offset = 0;
  while ((offset = skip_plain_ascii(bytes, offset)) < bytes.size()) {
    const Decoded first = decode(bytes, offset);
    if (first.valid && is_printable(first.code_point)) {
      offset += first.size;
      continue;
    }
    // Neighbours of the same kind are one mistake.
    std::size_t end = offset + first.size;
    while (end < bytes.size()) {
      const Decoded next = decode(bytes, end);
      if (next.valid != first.valid || (next.valid && is_printable(next.code_point))) break;
      end += next.size;
    }
    report(file, {static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(end)}, first.valid,
           first.code_point);
    offset = end;
  }
  return true;
}

}  // namespace kaflint::syntax
