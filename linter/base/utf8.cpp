// The table of well-formed byte sequences is The Unicode Standard's (table 3-7).
#include "linter/base/utf8.h"

namespace kaflint {
namespace {

unsigned char byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

char tail_byte(char32_t code_point, unsigned shift) {
  return static_cast<char>(0x80U | ((code_point >> shift) & 0x3FU));
}

struct Form {
  std::uint32_t size;
  unsigned char second_low;
  unsigned char second_high;
};

/// What has to follow the lead byte; size 0 if it cannot lead.
Form form_of(unsigned char lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return {2, 0x80, 0xBF};
  if (lead == 0xE0) return {3, 0xA0, 0xBF};
  if (lead == 0xED) return {3, 0x80, 0x9F};
  if (lead >= 0xE1 && lead <= 0xEF) return {3, 0x80, 0xBF};
  if (lead == 0xF0) return {4, 0x90, 0xBF};
  if (lead >= 0xF1 && lead <= 0xF3) return {4, 0x80, 0xBF};
  if (lead == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

}  // namespace

std::uint32_t utf8_sequence(std::string_view text, std::size_t at) {
  const unsigned char lead = byte_at(text, at);
  if (lead < 0x80) return 1;
  const Form form = form_of(lead);
  if (form.size == 0 || text.size() - at < form.size) return 0;
  const unsigned char second = byte_at(text, at + 1);
  if (second < form.second_low || second > form.second_high) return 0;
  for (std::uint32_t i = 2; i < form.size; ++i)
    if ((byte_at(text, at + i) & 0xC0U) != 0x80U) return 0;
  return form.size;
}

char32_t utf8_code_point(std::string_view text, std::size_t at, std::uint32_t size) {
  constexpr unsigned kLeadBits[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
  char32_t code_point = byte_at(text, at) & kLeadBits[size];
  for (std::uint32_t i = 1; i < size; ++i)
    code_point = (code_point << 6U) | (byte_at(text, at + i) & 0x3FU);
  return code_point;
}

void append_utf8(std::string& out, char32_t code_point) {
  if (code_point < 0x80) {
    out += static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    out += static_cast<char>(0xC0U | (code_point >> 6U));
    out += tail_byte(code_point, 0);
  } else if (code_point < 0x10000) {
    out += static_cast<char>(0xE0U | (code_point >> 12U));
    out += tail_byte(code_point, 6);
    out += tail_byte(code_point, 0);
  } else {
    out += static_cast<char>(0xF0U | (code_point >> 18U));
    out += tail_byte(code_point, 12);
    out += tail_byte(code_point, 6);
    out += tail_byte(code_point, 0);
  }
}

}  // namespace kaflint
