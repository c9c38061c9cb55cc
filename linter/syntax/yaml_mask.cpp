#include "linter/syntax/yaml_mask.h"

#include <algorithm>

#include "linter/base/ascii.h"
#include "linter/syntax/go_template.h"
#include "linter/syntax/yaml_lines.h"

namespace kaflint::syntax {
namespace {

bool is_name_character(char c) {
  return is_digit(c) || is_letter(c) || c == '.' || c == '-' || c == '_';
}

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

/// Maven filters `@name@`, also within a word; an address such as a@b has no second `@`.
void mask_filtered_properties(std::string_view bytes, std::vector<YamlMask>& masks) {
  std::size_t at = bytes.find('@');
  while (at != std::string_view::npos) {
    std::size_t end = at + 1;
    while (end < bytes.size() && is_name_character(bytes[end])) ++end;
    if (end > at + 1 && end < bytes.size() && bytes[end] == '@') {
      masks.push_back({YamlMask::Kind::filtered_property,
                       {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end + 1)}});
      ++end;
    }
    at = bytes.find('@', end);
  }
}

std::size_t skip_blanks(std::string_view bytes, std::size_t at) {
  while (at < bytes.size() && is_blank(bytes[at])) ++at;
  return at;
}

/// Whether an item or an entry of a mapping begins there: `{{ if .x }}- a`, `{{ if .x }}key: a`.
bool begins_entry(std::string_view rest) {
  if (rest.starts_with("- ")) return true;
  std::size_t end = 0;
  while (end < rest.size() && is_name_character(rest[end])) ++end;
  return end > 0 && end < rest.size() && rest[end] == ':' &&
         (end + 1 == rest.size() || is_blank(rest[end + 1]) || is_line_end(rest[end + 1]));
}

struct Filler {
  char character;
  std::uint32_t indent = 0;  // of the last action
};

/// What stands for actions with nothing but blanks between them. Alone on their lines they become
/// line ends: within a block text neither their column nor their length can then disturb the lines
/// around them.
Filler filler_of(std::string_view bytes, Span group, std::uint32_t last_size, bool prints) {
  std::size_t begin = group.begin;
  while (begin > 0 && is_blank(bytes[begin - 1])) --begin;
  const std::size_t end = skip_blanks(bytes, group.end);
  const bool last = end == bytes.size() || is_line_end(bytes[end]);
  if (begin > 0 && !is_line_end(bytes[begin - 1])) {
    // `"a" {{ end }}`: behind what is complete nothing can belong to it.
    constexpr std::string_view kClosing = "\"']}";
    const bool complete = kClosing.find(bytes[begin - 1]) != std::string_view::npos;
    return {!prints && last && complete ? ' ' : kYamlFiller};
  }
  if (last) return {'\n'};
  // Without the actions the entry stands where they begin.
  const auto column = static_cast<std::uint32_t>(group.begin - begin);
  if (!prints && begins_entry(bytes.substr(end)) && column < last_size) return {'\n', column};
  return {bytes[end] == '#' && end > group.end ? ' ' : kYamlFiller};
}

void mask_template_actions(std::string_view bytes, std::vector<YamlMask>& masks) {
  const std::vector<TemplateAction> actions = find_template_actions(bytes);
  for (std::size_t first = 0; first < actions.size();) {
    std::size_t next = first + 1;
    while (next < actions.size() &&
           skip_blanks(bytes, actions[next - 1].span.end) == actions[next].span.begin)
      ++next;
    const bool prints =
        std::any_of(actions.begin() + static_cast<std::ptrdiff_t>(first),
                    actions.begin() + static_cast<std::ptrdiff_t>(next),
                    [](const TemplateAction& a) { return a.kind == TemplateKind::value; });
    const Span last = actions[next - 1].span;
    const Filler filler =
        filler_of(bytes, {actions[first].span.begin, last.end}, last.size(), prints);
    for (; first < next; ++first)
      masks.push_back({YamlMask::Kind::template_action, actions[first].span, filler.character,
                       actions[first].kind == TemplateKind::value,
                       first + 1 == next ? filler.indent : 0});
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
    mask_template_actions(bytes, masks);
  if (bytes.find('@') != std::string_view::npos) mask_filtered_properties(bytes, masks);
  if (masks.empty()) return {};
  order(masks);
  return masked_copy(bytes, {0, static_cast<std::uint32_t>(bytes.size())}, masks);
}

std::string masked_copy(std::string_view bytes, Span span, const std::vector<YamlMask>& masks) {
  std::string copy(bytes.substr(span.begin, span.size()));
  for (auto mask = first_mask_after(masks, span.begin);
       mask != masks.end() && mask->span.begin < span.end; ++mask) {
    const std::uint32_t begin = std::max(mask->span.begin, span.begin) - span.begin;
    const std::uint32_t end = std::min(mask->span.end, span.end) - span.begin;
    const std::uint32_t blanks = std::max(mask->span.end - mask->indent, span.begin) - span.begin;
    std::fill(copy.begin() + begin, copy.begin() + end, mask->filler);
    if (blanks < end) std::fill(copy.begin() + std::max(begin, blanks), copy.begin() + end, ' ');
  }
  return copy;
}

std::vector<YamlMask>::const_iterator first_mask_after(const std::vector<YamlMask>& masks,
                                                       std::uint32_t offset) {
  return std::ranges::upper_bound(masks, offset, {}, [](const YamlMask& m) { return m.span.end; });
}

}  // namespace kaflint::syntax
