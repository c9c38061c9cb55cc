#include "linter/syntax/yaml_mask.h"

#include <algorithm>

#include "linter/syntax/go_template.h"

namespace kaflint::syntax {
namespace {

bool is_name_character(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' ||
         c == '-' || c == '_';
}

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_line_end(char c) { return c == '\n' || c == '\r'; }

/// Maven filters `@name@`; an address such as a@b is none of these.
void mask_filtered_properties(std::string_view bytes, std::vector<YamlMask>& masks) {
  std::size_t at = bytes.find('@');
  while (at != std::string_view::npos) {
    std::size_t end = at + 1;
    while (end < bytes.size() && is_name_character(bytes[end])) ++end;
    const bool begins_word = at == 0 || !is_name_character(bytes[at - 1]);
    if (begins_word && end > at + 1 && end < bytes.size() && bytes[end] == '@') {
      masks.push_back({YamlMask::Kind::filtered_property,
                       {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end + 1)}});
      ++end;
    }
    at = bytes.find('@', end);
  }
}

/// Whether nothing but blanks stands beside the span on its lines.
bool alone_on_its_lines(std::string_view bytes, Span span) {
  std::size_t begin = span.begin;
  while (begin > 0 && is_blank(bytes[begin - 1])) --begin;
  std::size_t end = span.end;
  while (end < bytes.size() && is_blank(bytes[end])) ++end;
  return (begin == 0 || is_line_end(bytes[begin - 1])) &&
         (end == bytes.size() || is_line_end(bytes[end]));
}

/// A line of its own turns into a comment, anything else into a word.
void replace(std::string_view bytes, const YamlMask& masked, std::string& text) {
  const Span span = masked.span;
  const bool comment = masked.kind == YamlMask::Kind::template_action && alone_on_its_lines(bytes, span);
  bool line_begin = true;
  for (std::size_t i = span.begin; i < span.end; ++i) {
    if (is_line_end(text[i])) {
      line_begin = true;
      continue;
    }
    text[i] = comment ? (line_begin ? '#' : ' ') : 'x';
    line_begin = false;
  }
}

/// Of masks that overlap the first one stays whole.
void order(std::vector<YamlMask>& masks) {
  std::ranges::sort(masks, {}, [](const YamlMask& mask) { return mask.span.begin; });
  std::uint32_t covered = 0;
  std::erase_if(masks, [&covered](YamlMask& mask) {
    if (mask.span.end <= covered) return true;
    mask.span.begin = std::max(mask.span.begin, covered);
    covered = mask.span.end;
    return false;
  });
}

}  // namespace

std::string mask(std::string_view bytes, const YamlOptions& options, std::vector<YamlMask>& masks) {
  if (options.template_actions && bytes.find("{{") != std::string_view::npos)
    for (const TemplateAction& action : find_template_actions(bytes))
      masks.push_back({YamlMask::Kind::template_action, action.span});
  if (bytes.find('@') != std::string_view::npos) mask_filtered_properties(bytes, masks);
  if (masks.empty()) return {};
  order(masks);
  return apply_masks(bytes, masks);
}

std::string apply_masks(std::string_view bytes, const std::vector<YamlMask>& masks) {
  std::string text(bytes);
  for (const YamlMask& masked : masks) replace(bytes, masked, text);
  return text;
}

}  // namespace kaflint::syntax
